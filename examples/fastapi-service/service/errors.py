"""What the service itself refuses, in the form in which the library refuses: code, category, message, details."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import foodwms.fastapi
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

_MESSAGES = {
    "UNAUTHENTICATED": ("the request has no valid token", "a kérésnek nincs érvényes tokenje"),
    "WRONG_CREDENTIALS": ("name or password is wrong", "hibás név vagy jelszó"),
    "NO_SUCH_ROUTE": ("there is no such route", "nincs ilyen útvonal"),
    "METHOD_NOT_ALLOWED": ("the route does not know this method", "az útvonal nem ismeri ezt a metódust"),
    "BODY_TOO_LARGE": ("the body is too large", "a kérés törzse túl nagy"),
    "REFUSED": ("the request was refused", "a kérés elutasítva"),
    "INTERNAL": ("something is wrong with the service", "a szolgáltatás hibás"),
}
_CATEGORIES = {401: "forbidden", 403: "forbidden", 404: "not_found", 500: "internal"}
_BY_STATUS = {404: "NO_SUCH_ROUTE", 405: "METHOD_NOT_ALLOWED", 413: "BODY_TOO_LARGE"}


class Refusal(BaseModel):
    """A refusal of the service itself."""

    code: str
    category: str
    message: dict[str, str]
    details: dict[str, Any]


class Refused(Exception):
    """Raised where the service refuses a request."""

    def __init__(self, status: int, code: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.status, self.code, self.headers = status, code, headers

    def answer(self) -> Response:
        english, hungarian = _MESSAGES[self.code]
        body = Refusal(
            code=self.code,
            category=_CATEGORIES.get(self.status, "invalid"),
            message={"en": english, "hu": hungarian},
            details={},
        )
        return JSONResponse(body.model_dump(), self.status, self.headers)


def install(app: FastAPI) -> None:
    """Gives every refusal, whoever says it, one form."""
    foodwms.fastapi.install(app)
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _framework)
    app.add_exception_handler(Exception, _defect)


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    return error.answer()


async def _malformed(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    # Where it was found comes first: `body`, `query`, `path`, `header`.
    field = ".".join(str(part) for part in first["loc"][1:]) or str(first["loc"][0])
    return foodwms.fastapi.respond(foodwms.fastapi.invalid_input(field, str(first["msg"])))


async def _framework(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 400:
        # FastAPI's word for a body that it cannot read.
        return foodwms.fastapi.respond(foodwms.fastapi.invalid_input("body", error.detail))
    code = _BY_STATUS.get(error.status_code, "REFUSED")
    return Refused(error.status_code, code, error.headers).answer()


async def _defect(_: Request, error: Exception) -> Response:
    # Starlette raises it again after the answer: the log has its traceback.
    del error
    return Refused(500, "INTERNAL").answer()
