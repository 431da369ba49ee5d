"""How much a request may say."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.errors import Refused

LARGEST_BODY = 4 << 20


class BodyLimit:
    """Refuses a body that is too large: one that says so at once, another when it is."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and _declared(scope) > LARGEST_BODY:
            await _too_large().answer()(scope, receive, send)
        else:
            await self._app(scope, _counted(receive), send)


def _declared(scope: Scope) -> int:
    said = dict(scope["headers"]).get(b"content-length", b"0")
    return int(said) if said.isdigit() else 0


def _counted(receive: Receive) -> Receive:
    heard = 0

    async def next_part() -> Message:
        nonlocal heard
        part = await receive()
        heard += len(part.get("body", b""))
        if heard > LARGEST_BODY:
            raise _too_large()
        return part

    return next_part


def _too_large() -> Refused:
    return Refused(413, "BODY_TOO_LARGE")
