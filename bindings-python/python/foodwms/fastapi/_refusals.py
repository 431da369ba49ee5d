"""What a refusal is in HTTP."""

from __future__ import annotations

from fastapi import FastAPI, Request, Response

from foodwms.enums import Category
from foodwms.errors import WmsError
from foodwms.fastapi import _openapi

STATUS: dict[Category, int] = {
    Category.INVALID: 422,
    Category.NOT_FOUND: 404,
    Category.FORBIDDEN: 403,
    Category.CONFLICT: 409,
    Category.RULE: 409,
    Category.UNAVAILABLE: 503,
    Category.INTERNAL: 500,
}
"""The status of each category; the body tells them apart by their code."""


def respond(error: WmsError) -> Response:
    """A refusal as an answer: its status, and the error of the wire."""
    # Whoever tries again under the same key does nothing twice.
    headers = {"Retry-After": "1"} if error.category is Category.UNAVAILABLE else None
    return Response(error.to_json(), STATUS[error.category], headers, "application/json")


def install(app: FastAPI) -> None:
    """Lets an application answer every refusal of the library, and describe the routes of a `PlantRouter`."""

    async def refused(_: Request, error: Exception) -> Response:
        assert isinstance(error, WmsError)
        return respond(error)

    app.add_exception_handler(WmsError, refused)
    _openapi.complete(app)
