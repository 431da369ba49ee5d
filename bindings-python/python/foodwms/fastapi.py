"""For FastAPI: what a refusal is in HTTP, and where a route finds its plant.

    app = FastAPI(lifespan=foodwms.fastapi.lifespan("sqlite:plant.db"))
    foodwms.fastapi.install(app)


    @app.get("/lots/{lot}")
    async def get_lot(lot: str, plant: foodwms.fastapi.CurrentPlant) -> foodwms.LotView:
        return await plant.get_lot(lot)
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse

from foodwms._plant import Database, Plant, connect
from foodwms.enums import Category
from foodwms.errors import WmsError

__all__ = ["CurrentPlant", "STATUS", "current_plant", "install", "lifespan", "respond"]

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

_NO_TENANT = UUID(int=0)


def respond(error: WmsError) -> JSONResponse:
    """A refusal as an answer: its status, and the error of the wire."""
    # Whoever tries again under the same key does nothing twice.
    headers = {"Retry-After": "1"} if error.category is Category.UNAVAILABLE else None
    return JSONResponse(error.to_dict(), STATUS[error.category], headers)


def install(app: FastAPI) -> None:
    """Lets an application answer every refusal of the library."""

    async def refused(_: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, WmsError)
        return respond(error)

    app.add_exception_handler(WmsError, refused)


def lifespan(
    url: str, tenant: UUID = _NO_TENANT, **settings: Any
) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """Opens the database when an application starts; `settings` are those of `foodwms.connect`."""

    @asynccontextmanager
    async def opened(app: FastAPI) -> AsyncIterator[None]:
        database: Database = await connect(url, **settings)
        app.state.foodwms = database.tenant(tenant)
        try:
            yield
        finally:
            del app.state.foodwms

    return opened


def current_plant(request: Request) -> Plant:
    """The plant that `lifespan` opened."""
    plant: Plant = request.app.state.foodwms
    return plant


CurrentPlant = Annotated[Plant, Depends(current_plant)]
"""A route's parameter that is the application's plant."""
