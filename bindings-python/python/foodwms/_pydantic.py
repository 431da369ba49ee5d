"""What pydantic asks of the values. Imported only when it asks.

The core reads a value, and says what is wrong with it; its JSON schema is the one of the wire.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import ValidationError
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

from foodwms import errors

_PART = re.compile(r"[^.\[\]]+")
_RENAMED = {"PageRequest": "Page"}


def _place(field: str) -> tuple[str | int, ...]:
    """`outputs[0].lot_id` as pydantic has it."""
    return tuple(int(part) if part.isdigit() else part for part in _PART.findall(field))


def _refusal(error: errors.WmsError, title: str, value: Any) -> ValidationError:
    said = {"message": error.message("en")}
    kind = PydanticCustomError(error.code.value.lower(), "{message}", said)
    place = _place(str(error.details.get("field", "")))
    return ValidationError.from_exception_data(
        title, [InitErrorDetails(type=kind, loc=place, input=value)]
    )


def validated(cls: Any, value: Any) -> Any:
    """The value as an object of its class: it is one, or its fields."""
    if isinstance(value, cls):
        return value
    if not isinstance(value, dict):
        raise PydanticCustomError("object_type", "Input should be an object")
    fields = dict(value)
    tag = getattr(cls, "type", None)
    if tag is not None and fields.pop("type", tag) != tag:
        raise PydanticCustomError("type", "Input should be of another type")
    try:
        return cls(**{str(name): field for name, field in fields.items()})
    except errors.InvalidInput as error:
        raise _refusal(error, cls.__name__, value) from error


def dump(value: Any) -> Any:
    return json.loads(value.to_json())


def schema_of(cls: Any, handler: Any) -> CoreSchema:
    """How pydantic validates and writes a class."""
    del handler
    return core_schema.no_info_plain_validator_function(
        lambda value: validated(cls, value),
        serialization=core_schema.plain_serializer_function_ser_schema(dump, when_used="json"),
    )


@cache
def _definitions() -> dict[str, Any]:
    text = files("foodwms").joinpath("wms.schema.json").read_text("utf-8")
    definitions: dict[str, Any] = json.loads(text)["$defs"]
    return definitions


def definition(name: str) -> dict[str, Any]:
    """A schema of the wire."""
    found: dict[str, Any] = _definitions()[name]
    return found


def _adopted(schema: Any, handler: Any) -> Any:
    """A schema of the wire whose references lead into the definitions that pydantic collects."""
    if isinstance(schema, list):
        return [_adopted(item, handler) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        name = str(schema["$ref"]).rsplit("/", 1)[-1]
        rest = {key: value for key, value in schema.items() if key != "$ref"}
        return {**reference(name, handler), **rest}
    return {key: _adopted(value, handler) for key, value in schema.items()}


def reference(name: str, handler: Any) -> dict[str, Any]:
    """A reference to a definition of the wire, which pydantic collects with its own."""
    generator = handler.generate_json_schema
    place, reference = generator.get_cache_defs_ref_schema(f"foodwms.wire.{name}:0")
    if place not in generator.definitions:
        # First, so that it may refer to itself.
        generator.definitions[place] = {}
        generator.definitions[place] = _adopted(definition(name), handler)
    found: dict[str, Any] = reference
    return found


def json_schema_of(cls: Any, handler: Any) -> dict[str, Any]:
    """The schema of a class: the wire's own."""
    name: str = cls.__name__
    return reference(_RENAMED.get(name, name), handler)
