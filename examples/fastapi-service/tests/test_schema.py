"""What the OpenAPI document says, and that the service keeps to it whatever it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
import schemathesis
from people import signed_in
from plants import define_site
from schemathesis.checks import CHECKS
from served import Served, served
from service.main import app

EXAMPLES = 6
"""Requests to each operation."""
SEED = 20260115
_CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder: Path = tmp_path_factory.mktemp("schema")
    with served(folder, f"sqlite:{folder / 'plant.db'}") as running:
        with running.client() as client:
            define_site(client)
        yield running


described = schemathesis.openapi.from_dict(app.openapi())


@described.parametrize()
@hypothesis.seed(SEED)
@hypothesis.settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
    suppress_health_check=list(hypothesis.HealthCheck),
)
def test_the_service_answers_as_its_document_says(case: Any, service: Served) -> None:
    checks = [CHECKS.get_one(name) for name in _CHECKS]
    case.call_and_validate(base_url=service.url, headers=signed_in("MANAGER"), checks=checks)
