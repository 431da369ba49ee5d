"""The service as a process of its own, on a port that is free."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
from people import SECRET, signed_in

SERVICE = Path(__file__).parents[1]
_RUNNING = re.compile(r"Uvicorn running on (http://[0-9.:]+)")
PATIENCE_S = 60


class Served:
    """A running service."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path, workers: int) -> None:
        self.process, self.log = process, log
        self.url = self._started(workers)

    def _started(self, workers: int) -> str:
        """Where it listens, once all its processes do."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end and self.process.poll() is None:
            said = self.log.read_text("utf-8")
            found = _RUNNING.search(said)
            if found and said.count("Application startup complete.") == workers:
                return found[1]
            time.sleep(0.02)
        raise AssertionError(f"the service did not start: {self.log.read_text('utf-8')}")

    def client(self, who: str = "ADMIN", **settings: Any) -> httpx.Client:
        """Requests of somebody who is signed in."""
        given = {"timeout": PATIENCE_S, "headers": signed_in(who), **settings}
        return httpx.Client(base_url=self.url, **given)

    def lines(self) -> list[dict[str, Any]]:
        """What it logged; every line is JSON. The last may not be written out yet."""
        *whole, _ = self.log.read_text("utf-8").split("\n")
        return [json.loads(line) for line in whole]

    def stop(self) -> int:
        """Its exit code, after it was told to end."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE_S)


def environment(url: str, **others: str) -> dict[str, str]:
    """The variables of a service: none of those that the tests were started with, but the usual."""
    usual = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("WMS_", "PROMETHEUS_")) and name != "DATABASE_URL"
    }
    own = {"DATABASE_URL": url, "WMS_JWT_SECRET": SECRET, "WMS_TENANT": str(uuid4())}
    return usual | own | others


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "service", *arguments]


@contextmanager
def served(folder: Path, url: str, workers: int = 1, **variables: str) -> Iterator[Served]:
    """Runs the service, its log in a folder."""
    log = folder / f"service-{uuid4().hex}.log"
    arguments = command("--port", "0", "--workers", str(workers))
    with log.open("wb") as said:
        process = subprocess.Popen(
            arguments, cwd=SERVICE, env=environment(url, **variables), stderr=said, stdout=subprocess.DEVNULL
        )
    try:
        yield Served(process, log, workers)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        try:
            process.wait(PATIENCE_S)
        finally:
            process.kill()
