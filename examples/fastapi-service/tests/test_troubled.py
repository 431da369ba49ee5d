"""A database out of reach or too busy is said to be that, and a later try finds everything in order."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from conftest import postgres_url
from foodwms import WmsError
from plants import define_site, key, label, with_site
from refusals import is_refused
from served import Served, served
from service_app import Api, app_on, opened
from troubled import Door, locked_postgres, locked_sqlite, own_database

DEADLINE_S = 0.5
SOON_S = 30
"""Long after which the answer of a busy machine is none."""


def is_unavailable(response: httpx.Response, code: str) -> None:
    is_refused(response, code)
    assert response.status_code == 503
    assert response.headers["retry-after"] == "1"


async def test_a_server_out_of_reach_is_said_and_found_again() -> None:
    door = Door(postgres_url())
    async with opened(app_on(door.url, deadline_s=2.0)) as api:
        await with_site(api)
        kept, sent = label(), str(uuid4())
        await api.do("OPERATOR", "POST /lots", **kept)
        door.shut()
        for path in ("/api/ready", "/ready", "/api/lots", f"/api/lots/{kept['lot_id']}", "/api/flows"):
            is_unavailable(await api.send("VIEWER", "GET", path), "STORE_UNAVAILABLE")
        lost = label()
        is_unavailable(await api.send("OPERATOR", "POST", "/api/lots", lost, sent), "STORE_UNAVAILABLE")
        for path in ("/health", "/metrics", "/"):
            assert (await api.client.get(path)).status_code == 200, path
        door.reopen()
        assert (await until_ready(api)).json() == {"status": "ok"}
        assert (await api.send("OPERATOR", "POST", "/api/lots", lost, sent)).status_code == 201
        assert (await api.get("/lots/by-status"))["CREATED"] == 2
    door.shut()


async def until_ready(api: Api) -> httpx.Response:
    end = time.monotonic() + SOON_S
    while (response := await api.client.get("/api/ready")).status_code != 200:
        assert time.monotonic() < end, response.text
        await asyncio.sleep(0.05)
    return response


@pytest.fixture
def own() -> Iterator[str]:
    with own_database(postgres_url()) as url:
        yield url


async def test_a_locked_server_is_busy_and_a_full_pool_is_too(own: str) -> None:
    async with opened(app_on(own, connections=1, deadline_s=DEADLINE_S)) as api:
        await with_site(api)
        body, sent = label(), str(uuid4())
        with locked_postgres(own):
            is_unavailable(await api.send("OPERATOR", "POST", "/api/lots", body, sent), "STORE_BUSY")
            # More at once than there are connections.
            reads = await asyncio.gather(*(api.send("VIEWER", "GET", "/api/lots") for _ in range(6)))
            for read in reads:
                is_unavailable(read, "STORE_BUSY")
        assert (await api.send("OPERATOR", "POST", "/api/lots", body, sent)).status_code == 201
        assert len((await api.get("/lots"))["items"]) == 1


@pytest.fixture
def file(tmp_path: Path) -> Iterator[tuple[Served, str]]:
    url = f"sqlite:{tmp_path / 'plant.db'}"
    with served(tmp_path, url, WMS_DEADLINE_S=str(DEADLINE_S)) as running:
        yield running, url


def test_a_locked_file_is_busy_for_who_writes_and_not_for_who_reads(file: tuple[Served, str]) -> None:
    service, url = file
    with service.client("OPERATOR") as client:
        define_site(client)
        body, sent = label(), key()
        with locked_sqlite(url):
            is_unavailable(client.post("/api/lots", json=body, headers=sent), "STORE_BUSY")
            assert client.get("/api/lots").json() == {"items": [], "next": None}
            assert client.get("/api/ready").status_code == 200
        assert client.post("/api/lots", json=body, headers=sent).status_code == 201


async def test_a_file_that_is_no_database_starts_no_service(tmp_path: Path) -> None:
    file = tmp_path / "plant.db"
    file.write_bytes(b"this is no database, however long one looks at it" * 100)
    with pytest.raises(WmsError):
        await opened(app_on(f"sqlite:{file}")).__aenter__()
