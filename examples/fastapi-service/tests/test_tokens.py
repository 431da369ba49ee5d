"""Without a token that the service gave, nothing is done and nothing is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any
from uuid import uuid4

import jwt
import pytest
from httpx import Response
from people import SECRET, claims
from service_app import Api
from story import STORY
from story.names import SITE
from story.step import named

_AN_HOUR_AGO = datetime.now(timezone.utc) - timedelta(hours=1)


def without(claim: str) -> str:
    """A token of an admin that does not say everything."""
    said = {name: value for name, value in claims("ADMIN").items() if name != claim}
    return jwt.encode(said, SECRET, "HS256")


def saying(**others: Any) -> str:
    """A token of an admin that says something else."""
    return jwt.encode(claims("ADMIN", **others), SECRET, "HS256")


BAD: dict[str, Callable[[], str]] = {
    "nothing": lambda: "",
    "not a token": lambda: "nonsense",
    "three parts of nothing": lambda: "a.b.c",
    "expired": lambda: saying(exp=_AN_HOUR_AGO),
    "of another secret": lambda: jwt.encode(claims("ADMIN"), SECRET + "!", "HS256"),
    "not signed": lambda: jwt.encode(claims("ADMIN"), None, "none"),
    "of another algorithm": lambda: jwt.encode(claims("ADMIN"), SECRET * 2, "HS512"),
    "cut off": lambda: saying()[:-1],
    "of nobody": lambda: without("sub"),
    "of a name that is no id": lambda: saying(sub="admin"),
    "without a role": lambda: without("role"),
    "of an unknown role": lambda: saying(role="BOSS"),
    "of a role in small letters": lambda: saying(role="admin"),
    "of two roles": lambda: saying(role=["ADMIN"]),
    "for ever": lambda: without("exp"),
}


def is_unauthenticated(response: Response) -> None:
    body = response.json()
    assert (response.status_code, body["code"]) == (401, "UNAUTHENTICATED"), response.text
    assert response.headers["www-authenticate"] == "Bearer"
    assert body.keys() == {"code", "category", "message", "details"}
    assert body["message"].keys() == {"en", "hu"}


def label() -> dict[str, Any]:
    return {"lot_id": named("label"), "lot_type": "RAW", "site": SITE, "weight_kg": "1"}


@pytest.mark.parametrize("bad", BAD)
async def test_a_token_that_is_not_good_is_refused(api: Api, bad: str) -> None:
    headers = {"Authorization": f"Bearer {BAD[bad]()}", "Idempotency-Key": str(uuid4())}
    is_unauthenticated(await api.client.get("/api/lots", headers=headers))
    is_unauthenticated(await api.client.post("/api/lots", headers=headers, json=label()))


@pytest.mark.parametrize("header", ["", "Bearer", "Basic YWRtaW46YWRtaW4tZGVtbw==", "bearer  x"])
async def test_another_way_to_sign_in_is_refused(api: Api, header: str) -> None:
    is_unauthenticated(await api.client.get("/api/lots", headers={"Authorization": header}))


async def test_no_route_of_the_plant_answers_without_a_token(api: Api) -> None:
    for step in STORY:
        place = "params" if step.method == "GET" else "json"
        given: dict[str, Any] = {place: step.rest}
        is_unauthenticated(await api.client.request(step.method, step.path, **given))
    assert (await api.get("/audit/verify"))["events"] == 0


async def test_what_is_wrong_with_a_request_is_told_to_nobody_without_a_token(api: Api) -> None:
    is_unauthenticated(await api.client.post("/api/lots", json={"color": "red"}))
    is_unauthenticated(await api.client.post("/api/lots", content=b"{"))
    is_unauthenticated(await api.client.get("/api/lots?color=red"))
    is_unauthenticated(await api.client.get("/api/flows/no-id"))
