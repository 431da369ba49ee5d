"""The families as types of pydantic's fields and FastAPI's bodies: what `type` says decides the class.

    class Job(BaseModel):
        command: foodwms.pydantic.Command
"""

from __future__ import annotations

from typing import Annotated, Any, get_args

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from foodwms import _pydantic, unions

__all__ = ["Command", "Event", "Query"]


class _Family:
    """How pydantic reads an object whose `type` says which class it is of."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.classes = {one.type: one for one in get_args(getattr(unions, name))}

    def _validated(self, value: Any) -> Any:
        if isinstance(value, tuple(self.classes.values())):
            return value
        tag = value.get("type") if isinstance(value, dict) else None
        cls = self.classes.get(tag) if isinstance(tag, str) else None
        if cls is None:
            known = ", ".join(sorted(self.classes))
            raise PydanticCustomError("type", "`type` should be one of {known}", {"known": known})
        return _pydantic.validated(cls, value)

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        del source, handler
        return core_schema.no_info_plain_validator_function(
            self._validated,
            serialization=core_schema.plain_serializer_function_ser_schema(
                _pydantic.dump, when_used="json"
            ),
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        del schema
        return _pydantic.reference(self.name, handler)


Command = Annotated[unions.Command, _Family("Command")]
"""A command of any type."""
Query = Annotated[unions.Query, _Family("Query")]
"""A query of any type."""
Event = Annotated[unions.Event, _Family("Event")]
"""Something that happened."""
