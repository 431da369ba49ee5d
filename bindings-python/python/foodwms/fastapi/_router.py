"""Routes that are commands and queries."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from inspect import Parameter, Signature, getdoc
from typing import Annotated, Any, Union

from fastapi import APIRouter, Depends, Header, Request, Response

from foodwms._native import Actor
from foodwms._plant import Plant
from foodwms.fastapi import _openapi, _read
from foodwms.fastapi._plant import current_plant

_IN_PATH = re.compile(r"{(\w+)(?::\w+)?}")
_JSON = "application/json"
_KEY = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        description="A UUID that names this act: a repeat under it does nothing twice, and is answered as the first was.",
        json_schema_extra={"format": "uuid"},
    ),
]

Dependency = Callable[..., Any]


@dataclass(frozen=True)
class Found:
    """Fields of a command or a query that a dependency finds: it answers them as a dict."""

    names: tuple[str, ...]
    by: Dependency


Given = Union[Mapping[str, Any], Found]
"""Fields that a route knows, or finds."""


class PlantRouter(APIRouter):
    """A router whose routes are commands and queries of the library, described by the schemas of the wire.

    What a route takes is the wire's object: its fields stand in the path, in the body of a command, behind the
    question mark of a query. What it answers is the wire's, too. The library reads, decides and refuses; `install`
    makes answers of refusals and completes the application's OpenAPI.

    Args:
        actor: A dependency that says who sent the request.
        plant: A dependency that says whose plant it is about.
        settings: Those of an `APIRouter`.
    """

    def __init__(
        self, *, actor: Dependency, plant: Dependency = current_plant, **settings: Any
    ) -> None:
        super().__init__(**settings)
        self._actor = Annotated[Actor, Depends(actor)]
        self._plant = Annotated[Plant, Depends(plant)]

    def command(
        self,
        method: str,
        path: str,
        command: type[Any],
        *,
        status_code: int = 200,
        given: Given | None = None,
        **settings: Any,
    ) -> None:
        """Adds a route that runs a command; `Idempotency-Key` is its key.

        Args:
            method: `POST`, `PUT`, `DELETE`.
            path: Its path; a parameter with the name of a field is that field.
            command: Which one.
            status_code: The status of a first answer; that of a repeat is 200.
            given: Fields that the request does not say.
            settings: Those of `add_api_route`.
        """
        inside = _inside(path, command)
        fixed, known = _fixed(given)

        async def endpoint(
            request: Request, plant: Plant, actor: Actor, key: str | None, given: Any = None
        ) -> Response:
            fields = {name: request.path_params[name] for name in inside} | (given or fixed)
            told = _read.merged(await _read.body(request), fields)
            applied = await plant.run(actor, _read.build(command, told), key=key)
            status = 200 if applied.replayed else status_code
            return Response(applied.to_json(), status, media_type=_JSON)

        taken = {"plant": self._plant, "actor": self._actor, "key": _KEY}
        described = _openapi.command(command.__name__, inside, known, status_code)
        settings = {"status_code": status_code, "openapi_extra": described, **settings}
        self._add([method], path, command, _signed(endpoint, taken, given), settings)

    def query(
        self,
        path: str,
        query: type[Any],
        *,
        given: Given | None = None,
        defaults: Mapping[str, Any] | None = None,
        **settings: Any,
    ) -> None:
        """Adds a route that answers a query.

        Args:
            path: Its path; a parameter with the name of a field is that field.
            query: Which one.
            given: Fields that the request does not say.
            defaults: Fields that it need not say.
            settings: Those of `add_api_route`.
        """
        inside = _inside(path, query)
        fixed, known = _fixed(given)
        usual = dict(defaults or {})
        kinds, paged = _read.kinds(query.__name__), _openapi.paged(query.__name__)

        async def endpoint(request: Request, plant: Plant, given: Any = None) -> Response:
            fields = {
                name: _read.value(name, request.path_params[name], kinds[name]) for name in inside
            }
            said = usual | _read.parameters(request, kinds, paged)
            told = _read.merged(said, fields | (given or fixed))
            answer = await plant.answer(_read.build(query, told))
            return Response(answer.to_json(), media_type=_JSON)

        described = _openapi.query(query.__name__, inside, known, usual)
        settings = {"openapi_extra": described, **settings}
        self._add(["GET"], path, query, _signed(endpoint, {"plant": self._plant}, given), settings)

    def _add(
        self, methods: list[str], path: str, cls: Any, endpoint: Any, settings: dict[str, Any]
    ) -> None:
        said = (getdoc(cls) or "").partition("\n")[0]
        settings = {"name": cls.type, "summary": said, **settings}
        self.add_api_route(path, endpoint, methods=methods, response_class=Response, **settings)


def _inside(path: str, cls: Any) -> list[str]:
    """Which fields of a command or a query stand in a path."""
    fields = _openapi.fields(cls.__name__)
    return [name for name in _IN_PATH.findall(path) if name in fields]


def _fixed(given: Given | None) -> tuple[dict[str, Any], Collection[str]]:
    """What a route knows of itself, and the names of all that its requests do not say."""
    if isinstance(given, Found):
        return {}, given.names
    return dict(given or {}), (given or {}).keys()


def _signed(endpoint: Any, taken: dict[str, Any], given: Given | None) -> Any:
    """An endpoint that tells FastAPI what it takes."""
    annotations: dict[str, Any] = {"request": Request, **taken}
    if isinstance(given, Found):
        annotations["given"] = Annotated[dict[str, Any], Depends(given.by)]
    signature = [
        Parameter(
            name,
            Parameter.KEYWORD_ONLY,
            annotation=annotation,
            default=None if name == "key" else Parameter.empty,
        )
        for name, annotation in annotations.items()
    ]
    endpoint.__signature__ = Signature(signature, return_annotation=Response)
    return endpoint
