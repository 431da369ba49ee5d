"""Where the tests find their plants and their scripts."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

SUITE = Path(__file__).parents[2] / "conformance" / "scripts"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--scripts", type=Path, default=SUITE, help="a folder of conformance scripts, or one of them"
    )


def stores() -> list[str]:
    """Every store there is: PostgreSQL where `DATABASE_URL` names one, which the gate sees to."""
    found = ["memory", "sqlite"]
    if os.environ.get("DATABASE_URL"):
        found.append("postgres")
    return found


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "script" in metafunc.fixturenames:
        root: Path = metafunc.config.getoption("--scripts")
        files = [root] if root.is_file() else sorted(root.rglob("*.json"))
        assert files, f"{root} holds no scripts"
        names = [str(file.relative_to(root)) if file != root else file.name for file in files]
        metafunc.parametrize("script", files, ids=names)
    if "store" in metafunc.fixturenames:
        metafunc.parametrize("store", stores(), scope="session")
