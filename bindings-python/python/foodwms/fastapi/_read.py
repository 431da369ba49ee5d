"""What a request says, as the fields of a command or a query. The core reads them; here they are only found."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from typing import Any

from fastapi import Request

from foodwms._native import invalid_input
from foodwms.fastapi import _openapi

_WHOLE = re.compile(r"-?[0-9]{1,18}")
_TRUTHS = {"true": True, "false": False}

Fields = dict[str, Any]


def build(cls: Any, fields: Fields) -> Any:
    """The command or the query with these fields."""
    return cls.from_json(json.dumps({"type": cls.type, **fields}))


def merged(said: Fields, given: Fields) -> Fields:
    """The fields of a request beside those of its route, which it must not say again."""
    for name in said:
        if name in given or name == "type":
            raise invalid_input(name, "is said by the route already")
    return said | given


async def body(request: Request) -> Fields:
    """The object in the body; an empty body is one without fields."""
    text = await request.body()
    if not text.strip():
        return {}
    try:
        found = json.loads(text, parse_constant=_no_number, object_pairs_hook=_each_once)
    # A number or a nesting that Python gives up on is as malformed as a missing brace.
    except (ValueError, RecursionError) as error:
        raise invalid_input("body", f"is not JSON: {error}") from error
    if not isinstance(found, dict):
        raise invalid_input("body", "is no JSON object")
    return found


def parameters(request: Request, kinds: dict[str, str], paged: Collection[str]) -> Fields:
    """The fields behind the question mark, those of a page within their page."""
    found: Fields = {}
    for name, text in request.query_params.multi_items():
        if name in found:
            raise invalid_input(name, "is said twice")
        found[name] = value(name, text, kinds.get(name))
    page = {name: found.pop(name) for name in paged if name in found}
    return found | ({"page": page} if page else {})


def kinds(query: str) -> dict[str, str]:
    """The JSON types of a query's fields."""
    return {name: _openapi.kind(field) for name, field in _openapi.fields(query).items()}


def value(name: str, text: str, kind: str | None) -> Any:
    """The text of a path, or of what stands behind the question mark, as what its field holds."""
    if kind == "integer":
        if not _WHOLE.fullmatch(text):
            raise invalid_input(name, "is a whole number")
        return int(text)
    if kind == "boolean":
        if text not in _TRUTHS:
            raise invalid_input(name, "is `true` or `false`")
        return _TRUTHS[text]
    # The core says what it knows of an unknown name.
    return text


def _each_once(pairs: list[tuple[str, Any]]) -> Fields:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice in an object")
    return found


def _no_number(text: str) -> Any:
    raise ValueError(f"{text} is no JSON")
