"""What the stub `_native.pyi` promises of each class: its constructor and the types of its fields."""

from __future__ import annotations

import ast
import datetime
import inspect
import types
import typing
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import foodwms

STUB = Path(foodwms.__file__).with_name("_native.pyi")
NAMES = {
    **vars(foodwms),
    **{"Any": Any, "Decimal": Decimal, "Mapping": Mapping, "Sequence": Sequence, "UUID": UUID},
    **{"date": datetime.date, "datetime": datetime.datetime, "time": datetime.time},
    **{"Event": foodwms.Event, "Warning": foodwms.Warning, "ZoneInfo": ZoneInfo},
}


@cache
def classes() -> dict[str, ast.ClassDef]:
    module = ast.parse(STUB.read_text("utf-8"))
    return {one.name: one for one in module.body if isinstance(one, ast.ClassDef)}


def methods(name: str) -> dict[str, ast.FunctionDef]:
    return {one.name: one for one in classes()[name].body if isinstance(one, ast.FunctionDef)}


def properties(name: str) -> dict[str, str]:
    """The fields of a class and their types."""
    return {
        one.name: ast.unparse(one.returns)
        for one in methods(name).values()
        if one.returns and any(ast.unparse(mark) == "property" for mark in one.decorator_list)
    }


def keywords(name: str) -> dict[str, bool]:
    """What the constructor takes, and whether it can be left out."""
    arguments = methods(name)["__new__"].args
    names = [one.arg for one in arguments.kwonlyargs]
    return {name: default is not None for name, default in zip(names, arguments.kw_defaults, strict=True)}


def optional(taken: Iterable[inspect.Parameter]) -> dict[str, bool]:
    """The same of what something real takes."""
    return {one.name: one.default is not inspect.Parameter.empty for one in taken}


def differs(value: Any, annotation: str) -> str | None:
    """How a value is not what the stub says of it; None: it is."""
    return _differs(value, eval(annotation, dict(NAMES)))


def _differs(value: Any, kind: Any) -> str | None:
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    wrong = f"{value!r} is a {type(value).__name__}, and no {kind}"
    if kind is Any:
        return None
    if origin in (typing.Union, types.UnionType):
        return None if any(_differs(value, one) is None for one in arguments) else wrong
    if origin is dict:
        if type(value) is not dict:
            return wrong
        places = [(arguments[0], name) for name in value] + [(arguments[1], one) for one in value.values()]
        return next((found for kind, one in places if (found := _differs(one, kind))), None)
    if origin in (tuple, Sequence):
        if not isinstance(value, origin) or isinstance(value, str):
            return wrong
        return next((found for one in value if (found := _differs(one, arguments[0]))), None)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return None if isinstance(value, kind) and isinstance(value, str) else wrong
    # Exactly: a datetime is a date, a bool an int, a member of an enum a str.
    return None if type(value) is kind or kind is types.NoneType and value is None else wrong


def docstring(name: str, field: str | None = None) -> str | None:
    """What the stub says a class, or a field of it, is."""
    return ast.get_docstring(methods(name)[field] if field else classes()[name])
