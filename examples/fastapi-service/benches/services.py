"""The two services as processes of uvicorn over one database, and who asks them."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import socket
import sys
import urllib.error
import urllib.request
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from load import BenchError

HERE = Path(__file__).parent
START_S = 30
STOP_S = 10


@dataclass(frozen=True)
class Pair:
    """Both services at work, and tokens that both accept."""

    service: str
    plain: str
    admin: str
    operator: str


@asynccontextmanager
async def both(workers: int, plain_connections: int) -> AsyncIterator[Pair]:
    """Starts both with as many workers over `DATABASE_URL`; the plain tables must be there."""
    environment = os.environ | {"WMS_JWT_SECRET": secrets.token_hex(32)}
    plain = environment | {"WMS_CONNECTIONS": str(plain_connections)}
    async with AsyncExitStack() as stack:
        ours = _started("service.main:app", HERE.parent, workers, environment)
        service = await stack.enter_async_context(ours)
        theirs = _started("plain:app", HERE, workers, plain)
        other = await stack.enter_async_context(theirs)
        admin, operator = await _token(service, "admin"), await _token(service, "operator")
        yield Pair(service, other, admin, operator)


@asynccontextmanager
async def _started(
    app: str, folder: Path, workers: int, environment: dict[str, str]
) -> AsyncIterator[str]:
    port = _free_port()
    command = [sys.executable, "-m", "uvicorn", app, "--workers", str(workers)]
    command += ["--port", str(port), "--loop", "uvloop", "--http", "httptools"]
    command += ["--no-access-log", "--log-level", "warning"]
    process = await asyncio.create_subprocess_exec(*command, cwd=folder, env=environment)
    url = f"http://127.0.0.1:{port}"
    try:
        await asyncio.wait_for(_answers(url, process), START_S)
        yield url
    finally:
        await _stop(process)


async def _stop(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.terminate()
    try:
        await asyncio.wait_for(process.wait(), STOP_S)
    except asyncio.TimeoutError:
        process.kill()
        await process.wait()


async def _answers(url: str, process: asyncio.subprocess.Process) -> None:
    """Waits for the first answer."""
    while process.returncode is None:
        try:
            await asyncio.to_thread(_fetch, urllib.request.Request(f"{url}/openapi.json"))
            return
        except OSError:
            await asyncio.sleep(0.1)
    raise BenchError(f"the service at {url} ended with {process.returncode}")


async def post(url: str, token: str | None, body: dict[str, Any]) -> dict[str, Any]:
    """Posts JSON under a key of its own."""
    headers = {"Content-Type": "application/json", "Idempotency-Key": str(uuid4())}
    if token is not None:
        headers["Authorization"] = f"Bearer {token}"
    request = urllib.request.Request(url, json.dumps(body).encode(), headers)
    return await _json(request)


async def get(url: str, token: str) -> dict[str, Any]:
    """Gets JSON."""
    return await _json(urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"}))


async def _json(request: urllib.request.Request) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(await asyncio.to_thread(_fetch, request))
    return answer


async def _token(url: str, name: str) -> str:
    body = {"username": name, "password": f"{name}-demo"}
    token: str = (await post(f"{url}/api/auth/login", None, body))["access_token"]
    return token


def _fetch(request: urllib.request.Request) -> bytes:
    try:
        with urllib.request.urlopen(request, timeout=START_S) as response:
            body: bytes = response.read()
    except urllib.error.HTTPError as error:
        said = error.read().decode(errors="replace")
        raise BenchError(f"{request.full_url}: {error.code} {said}") from error
    return body


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
