"""Where the tests find the service, and its databases."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
# The service's own folder too: it need not be installed.
sys.path[:0] = [str(HERE), str(HERE.parent)]

from service_app import Api, app_on, opened  # noqa: E402


def postgres_url() -> str:
    """The server that the gate sees to; without one the tests fail."""
    url = os.environ.get("DATABASE_URL", "")
    assert url.startswith("postgres"), "run me under scripts/pg-cluster: DATABASE_URL names no server"
    return url


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database of each kind."""
    return f"sqlite:{tmp_path / 'plant.db'}" if request.param == "sqlite" else postgres_url()


@pytest.fixture
async def api(tmp_path: Path) -> AsyncIterator[Api]:
    """A service whose plant is empty."""
    async with opened(app_on(f"sqlite:{tmp_path / 'plant.db'}")) as empty:
        yield empty


@pytest.fixture
async def day(tmp_path: Path) -> AsyncIterator[Api]:
    """A service whose plant has the story's day behind it."""
    from story import STORY

    async with opened(app_on(f"sqlite:{tmp_path / 'plant.db'}")) as told:
        for step in STORY:
            await told.step(step)
        yield told
