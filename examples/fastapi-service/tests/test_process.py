"""The process: how it starts, what it refuses to start with, and how it ends."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from conftest import postgres_url
from people import signed_in
from plants import define_site, key, label
from served import PATIENCE_S, SERVICE, Served, command, environment, served
from troubled import locked_postgres, locked_sqlite, own_database

Lock = Callable[[str], AbstractContextManager[None]]
UNDER_WAY = 20
REFUSED: dict[str, tuple[list[str], dict[str, str], str]] = {
    "workers on SQLite": (["--workers", "2"], {}, "PostgreSQL"),
    "workers without a secret": (
        ["--workers", "2"],
        {"WMS_JWT_SECRET": "", "DATABASE_URL": "postgres://u@127.0.0.1/d"},
        "WMS_JWT_SECRET",
    ),
    "a short secret": ([], {"WMS_JWT_SECRET": "x" * 31}, "WMS_JWT_SECRET needs at least 32 bytes"),
    "a tenant that is no id": ([], {"WMS_TENANT": "duna"}, "WMS_TENANT"),
    "no number of connections": ([], {"WMS_CONNECTIONS": "many"}, "WMS_CONNECTIONS"),
    "no number of seconds": ([], {"WMS_DEADLINE_S": "soon"}, "WMS_DEADLINE_S"),
    "a port that is none": (["--port", "here"], {}, "--port"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_does_not_go_together_is_refused_in_words(tmp_path: Path, case: str) -> None:
    arguments, variables, words = REFUSED[case]
    ended = start(tmp_path, arguments, variables)
    assert ended.returncode == 2, ended.stderr
    assert words in ended.stderr
    assert "Traceback" not in ended.stderr
    assert list(tmp_path.iterdir()) == [], "nothing was begun"


def start(folder: Path, arguments: list[str], variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Starts a service that must not start."""
    variables = environment(f"sqlite:{folder / 'plant.db'}") | variables
    told = command("--port", "0", *arguments)
    return subprocess.run(told, cwd=SERVICE, env=variables, capture_output=True, text=True, timeout=PATIENCE_S)


def test_a_database_that_is_not_there_ends_the_start(tmp_path: Path) -> None:
    ended = start(tmp_path, [], {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/none", "WMS_DEADLINE_S": "1"})
    assert ended.returncode not in {0, None}
    assert "STORE_UNAVAILABLE" in ended.stderr or "database" in ended.stderr


def test_it_says_how_it_is_used(tmp_path: Path) -> None:
    ended = start(tmp_path, ["--help"], {})
    assert ended.returncode == 0
    for name in ("--host", "--port", "--workers"):
        assert name in ended.stdout


@pytest.mark.parametrize("workers", [1, 2])
def test_a_service_told_to_stop_ends_with_0(tmp_path: Path, workers: int) -> None:
    with served(tmp_path, postgres_url(), workers=workers) as service:
        assert service.stop() == 0
        said = [line["message"] for line in service.lines()]
    assert said.count("Application shutdown complete.") == workers


@pytest.fixture(params=["sqlite", "postgres"])
def lockable(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, int, Lock]]:
    """A database, how many processes may use it, and how to hold it."""
    if request.param == "sqlite":
        yield f"sqlite:{tmp_path / 'plant.db'}", 1, locked_sqlite
    else:
        with own_database(postgres_url()) as url:
            yield url, 2, locked_postgres


async def test_a_service_told_to_stop_answers_what_is_under_way_and_keeps_it(
    tmp_path: Path, lockable: tuple[str, int, Lock]
) -> None:
    url, workers, locked = lockable
    made, tenant = [label() for _ in range(UNDER_WAY)], str(uuid4())
    with served(tmp_path, url, workers=workers, WMS_TENANT=tenant, WMS_DEADLINE_S="30") as service:
        with service.client() as client:
            define_site(client)
        with locked(url):
            sent = await under_way(service, made)
            service.process.send_signal(signal.SIGTERM)
            await asyncio.to_thread(until_told, service, workers)
            assert not any(one.done() for one in sent)
        assert {(await one).status_code for one in sent} == {201}
        service.process.wait(PATIENCE_S)
        assert {line["level"] for line in service.lines()} == {"INFO"}
    with served(tmp_path, url, WMS_TENANT=tenant) as again, again.client() as client:
        for body in made:
            assert client.get(f"/api/lots/{body['lot_id']}").status_code == 200
        assert client.get("/api/audit/verify").json()["first_broken"] is None


async def under_way(service: Served, made: list[dict[str, Any]]) -> list[asyncio.Task[httpx.Response]]:
    """Requests, each read by the service and waiting for the database."""
    left = asyncio.Semaphore(0)

    async def trace(name: str, _: dict[str, Any]) -> None:
        if name == "http11.send_request_body.complete":
            left.release()

    async def post(body: dict[str, Any]) -> httpx.Response:
        async with httpx.AsyncClient(base_url=service.url, timeout=PATIENCE_S) as client:
            headers = signed_in("OPERATOR") | key()
            return await client.post("/api/lots", json=body, headers=headers, extensions={"trace": trace})

    sent = [asyncio.create_task(post(body)) for body in made]
    for _ in made:
        await left.acquire()
    # What comes after them is answered: they were read. A connection each, so that every process is asked.
    for _ in range(20):
        async with httpx.AsyncClient(base_url=service.url, timeout=PATIENCE_S) as client:
            assert (await client.get("/health")).status_code == 200
    return sent


def until_told(service: Served, workers: int) -> None:
    """Waits until every process has heard that it is to end."""
    end = time.monotonic() + PATIENCE_S
    while service.log.read_text("utf-8").count("Shutting down") < workers:
        assert time.monotonic() < end, service.log.read_text("utf-8")
        time.sleep(0.02)
