"""Matching an answer by subset (wire.md, *Conformance scripts*)."""

from __future__ import annotations

import json
import re
from datetime import datetime
from decimal import Decimal
from typing import Any

DECIMALS = {"yield", "max_gain", "min_yield"}
DIGITS = re.compile(r"-?[0-9]+(\.[0-9]+)?")
TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)")


def differs(expected: Any, got: Any, path: str, *, amount: bool = False) -> str | None:
    """The first difference; None: it matches."""
    if isinstance(expected, dict) and isinstance(got, dict):
        return _fields(expected, got, path, amount)
    if isinstance(expected, list) and isinstance(got, list):
        for n, (theirs, ours) in enumerate(zip(expected, got, strict=False)):
            if found := differs(theirs, ours, f"{path}[{n}]", amount=amount):
                return found
        if len(expected) != len(got):
            return f"{path}: expected {len(expected)} items, got {len(got)}: {got}"
        return None
    if _same(expected, got, amount):
        return None
    return f"{path}: expected {expected!r}, got {got!r}"


def _fields(
    expected: dict[str, Any], got: dict[str, Any], path: str, amount: bool
) -> str | None:
    for name, value in expected.items():
        if name not in got:
            if value is None:
                continue
            return f"{path}.{name}: expected {value!r}, got nothing"
        ours = got[name]
        if name == "graph" and isinstance(value, dict) and isinstance(ours, str):
            ours = json.loads(ours)
        is_amount = amount or name.endswith(("_kg", "_c")) or name in DECIMALS
        if found := differs(value, ours, f"{path}.{name}", amount=is_amount):
            return found
    return None


def _same(expected: Any, got: Any, amount: bool) -> bool:
    if type(expected) is type(got) and expected == got:
        return True
    if amount and (theirs := _decimal(expected)) is not None and theirs == _decimal(got):
        return True
    theirs, ours = _instant(expected), _instant(got)
    return theirs is not None and theirs == ours


def _decimal(value: Any) -> Decimal | None:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    return Decimal(text) if isinstance(text, str) and DIGITS.fullmatch(text) else None


def _instant(value: Any) -> datetime | None:
    if not isinstance(value, str) or not TIME.fullmatch(value):
        return None
    # Python 3.10 reads neither `Z` nor one digit of a fraction.
    whole, fraction, zone = re.fullmatch(r"(.{19})(\.\d+)?(.+)", value).groups()  # type: ignore[union-attr]
    micros = (fraction or ".0")[1:].ljust(6, "0")[:6]
    zone = "+00:00" if zone in "Zz" else zone
    return datetime.fromisoformat(f"{whole}.{micros}{zone}".replace("t", "T"))
