"""One JSON object to a line, and one line to a request."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from pythonjsonlogger.core import RESERVED_ATTRS
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service import metrics

CONFIG: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": "pythonjsonlogger.json.JsonFormatter",
            "fmt": "%(levelname)s %(name)s %(message)s",
            "rename_fields": {"levelname": "level", "name": "logger"},
            "timestamp": "time",
            # uvicorn says its messages twice, once with escapes for terminals.
            "reserved_attrs": [*RESERVED_ATTRS, "color_message"],
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"level": "INFO", "handlers": ["stderr"]},
}
"""For `logging.config.dictConfig`, which uvicorn calls in each of its processes."""

_REQUEST_ID = b"x-request-id"
_LONGEST_ID = 100
_log = logging.getLogger("service.request")


class RequestLog:
    """Names every request, counts it, and says in one line what became of it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        request_id = _request_id(scope)
        status = [500]
        try:
            await self._app(scope, receive, _named(send, request_id, status))
        finally:
            seconds = time.perf_counter() - began
            metrics.count(scope, status[0], seconds)
            _log.info("request", extra=_said(scope, request_id, status[0], seconds))


def _request_id(scope: Scope) -> str:
    """The caller's own, so that one name goes through all logs; or a new one."""
    for name, value in scope["headers"]:
        if name == _REQUEST_ID and len(value) <= _LONGEST_ID and value.isalnum():
            return str(value, "ascii")
    return uuid4().hex


def _named(send: Send, request_id: str, status: list[int]) -> Callable[[Message], Any]:
    async def told(message: Message) -> None:
        if message["type"] == "http.response.start":
            status[0] = message["status"]
            message["headers"] = [*message["headers"], (_REQUEST_ID, request_id.encode())]
        await send(message)

    return told


def _said(scope: Scope, request_id: str, status: int, seconds: float) -> dict[str, Any]:
    actor = scope.get("state", {}).get("actor")
    return {
        "request_id": request_id,
        "method": scope["method"],
        "path": scope["path"],
        "status": status,
        "ms": round(seconds * 1000, 3),
        "user_id": str(actor.user_id) if actor is not None else None,
    }
