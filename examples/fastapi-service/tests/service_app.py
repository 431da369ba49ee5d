"""The service in this process, and requests to it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
from fastapi import FastAPI
from people import SECRET, signed_in
from service.main import create_app
from service.settings import DEMO_USERS, Settings
from story import Step


def app_on(url: str, tenant: UUID | None = None, users: Path = DEMO_USERS, **others: Any) -> FastAPI:
    """The application on a database, as a company of its own."""
    given: dict[str, Any] = {"connections": 4, "deadline_s": 5.0, "migrate": True, **others}
    return create_app(
        Settings(database_url=url, secret=SECRET, users=users, tenant=tenant or uuid4(), **given)
    )


@asynccontextmanager
async def opened(app: FastAPI) -> AsyncIterator[Api]:
    """The application between its start and its end."""
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
            yield Api(client)


class Api:
    """Requests of signed-in people."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client

    async def send(
        self, who: str, method: str, path: str, said: Any = None, key: str | None = None
    ) -> httpx.Response:
        """A request; `said` stands in its body, or behind the question mark of a GET."""
        headers = signed_in(who) | ({"Idempotency-Key": key} if key is not None else {})
        if method == "GET":
            return await self.client.get(path, headers=headers, params=said or None)
        # In ASCII: a text that is none can be sent, too.
        body = json.dumps(said) if said else None
        headers |= {"Content-Type": "application/json"} if said else {}
        return await self.client.request(method, path, headers=headers, content=body)

    async def get(self, path: str, who: str = "VIEWER", **said: Any) -> Any:
        """The answer of a query, which must be one."""
        response = await self.send(who, "GET", f"/api{path}", said)
        assert response.status_code == 200, response.text
        return response.json()

    async def do(self, who: str, route: str, /, **said: Any) -> Any:
        """The answer of a command, which must be applied."""
        method, _, path = route.partition(" ")
        response = await self.send(who, method, f"/api{path}", said, str(uuid4()))
        assert response.is_success, response.text
        return response.json()

    async def step(self, step: Step, who: str | None = None, key: str | None = None) -> httpx.Response:
        """A request of the story, as its person or as another."""
        return await self.send(who or step.who, step.method, step.path, step.rest, key)
