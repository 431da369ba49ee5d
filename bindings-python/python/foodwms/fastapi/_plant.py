"""Where a route finds the database, and its plant."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, FastAPI, Request

from foodwms._plant import Database, Plant, connect

_NO_TENANT = UUID(int=0)


def lifespan(
    url: str, tenant: UUID = _NO_TENANT, **settings: Any
) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """Opens the database when an application starts; `settings` are those of `foodwms.connect`."""

    @asynccontextmanager
    async def opened(app: FastAPI) -> AsyncIterator[None]:
        database = await connect(url, **settings)
        app.state.foodwms_database = database
        app.state.foodwms = database.tenant(tenant)
        try:
            yield
        finally:
            del app.state.foodwms, app.state.foodwms_database

    return opened


# async: FastAPI would run them in a thread otherwise.
async def current_plant(request: Request) -> Plant:
    """The plant that `lifespan` opened."""
    plant: Plant = request.app.state.foodwms
    return plant


async def current_database(request: Request) -> Database:
    """The database that `lifespan` opened."""
    database: Database = request.app.state.foodwms_database
    return database


CurrentPlant = Annotated[Plant, Depends(current_plant)]
"""A route's parameter that is the application's plant."""

CurrentDatabase = Annotated[Database, Depends(current_database)]
"""A route's parameter that is the application's database."""
