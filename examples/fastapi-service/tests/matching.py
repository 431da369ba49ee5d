"""Matching an answer by subset: objects may have more fields, lists are compared in full."""

from __future__ import annotations

from typing import Any


def differs(expected: Any, got: Any, path: str = "answer") -> str | None:
    """The first difference; None: it matches."""
    if isinstance(expected, dict) and isinstance(got, dict):
        return _fields(expected, got, path)
    if isinstance(expected, list) and isinstance(got, list):
        return _items(expected, got, path)
    if type(expected) is type(got) and expected == got:
        return None
    return f"{path}: expected {expected!r}, got {got!r}"


def _fields(expected: dict[str, Any], got: dict[str, Any], path: str) -> str | None:
    for name, value in expected.items():
        if name not in got:
            return f"{path}.{name}: expected {value!r}, got nothing"
        if found := differs(value, got[name], f"{path}.{name}"):
            return found
    return None


def _items(expected: list[Any], got: list[Any], path: str) -> str | None:
    if len(expected) != len(got):
        return f"{path}: expected {len(expected)} items, got {len(got)}: {got}"
    for n, (theirs, ours) in enumerate(zip(expected, got)):
        if found := differs(theirs, ours, f"{path}[{n}]"):
            return found
    return None
