"""What the documents show is run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from uuid import UUID

import foodwms
import pytest

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _blocks() -> list[Any]:
    pages = [ROOT / "bindings-python" / "README.md", ROOT / "docs" / "src" / "python.md"]
    found = []
    for page in pages:
        blocks = enumerate(BLOCK.findall(page.read_text("utf-8")))
        found += [pytest.param(code, id=f"{page.name}-{n}") for n, code in blocks]
    assert len(found) > 4
    return found


@pytest.mark.parametrize("code", _blocks())
def test_a_block_runs(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    released = foodwms.LotReleased(lot_id=UUID(int=7))
    known = {"__name__": "book", "foodwms": foodwms, "event": released}
    exec(compile(code, "a block of the book", "exec"), known)
    assert "print" not in code or capsys.readouterr().out
