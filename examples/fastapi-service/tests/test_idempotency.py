"""A key is an act: whoever sends it again, and however often at once, it is done once."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import httpx
import pytest
from conftest import postgres_url
from people import signed_in
from plants import define_site, label
from served import PATIENCE_S, Served, served

AT_ONCE = 20
_ID = "00000000-0000-7000-8000-000000000001"


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def service(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One process on SQLite, three on PostgreSQL."""
    folder = tmp_path_factory.mktemp(request.param)
    sqlite = request.param == "sqlite"
    url = f"sqlite:{folder / 'plant.db'}" if sqlite else postgres_url()
    with served(folder, url, workers=1 if sqlite else 3) as running:
        with running.client() as client:
            define_site(client)
        yield running


async def post(service: Served, *requests: tuple[str, str, dict[str, Any]]) -> list[httpx.Response]:
    """Labels, each by somebody under a key, all at once and each over a connection of its own."""
    limits = httpx.Limits(max_connections=AT_ONCE, max_keepalive_connections=0)
    async with httpx.AsyncClient(base_url=service.url, limits=limits, timeout=PATIENCE_S) as client:
        return await asyncio.gather(
            *(
                client.post("/api/lots", json=body, headers=signed_in(who) | {"Idempotency-Key": key})
                for who, key, body in requests
            )
        )


async def post_one(service: Served, who: str, key: str, body: dict[str, Any]) -> httpx.Response:
    [response] = await post(service, (who, key, body))
    return response


async def test_the_same_key_many_times_at_once_is_done_once(service: Served) -> None:
    for _ in range(5):
        request = ("OPERATOR", str(uuid4()), label())
        answers = await post(service, *[request] * AT_ONCE)
        assert Counter(answer.status_code for answer in answers) == {201: 1, 200: AT_ONCE - 1}
        bodies = [answer.json() for answer in answers]
        assert Counter(body["status"] for body in bodies) == {"applied": 1, "replayed": AT_ONCE - 1}
        assert all(body["events"] == bodies[0]["events"] for body in bodies)
        with service.client() as client:
            events = client.get(f"/api/audit/events/lot/{request[2]['lot_id']}").json()["items"]
        assert [event["event_type"] for event in events] == ["lot_created"]


async def test_the_same_lot_under_many_keys_at_once_is_made_once(service: Served) -> None:
    body = label()
    answers = await post(service, *[("OPERATOR", str(uuid4()), body) for _ in range(AT_ONCE)])
    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: AT_ONCE - 1}
    refused = {answer.json()["code"] for answer in answers if answer.status_code == 409}
    assert refused == {"ALREADY_EXISTS"}


async def test_many_lots_at_once_have_a_code_each(service: Served) -> None:
    answers = await post(service, *[("OPERATOR", str(uuid4()), label()) for _ in range(AT_ONCE)])
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["events"][0]["code"] for answer in answers}) == AT_ONCE


@pytest.mark.parametrize("difference", ["body", "person", "command"])
async def test_a_key_that_names_another_act_is_refused(service: Served, difference: str) -> None:
    key, body = str(uuid4()), label()
    assert (await post_one(service, "OPERATOR", key, body)).status_code == 201
    who, path, other = "OPERATOR", "/api/lots", body
    if difference == "body":
        other = {**body, "weight_kg": "499"}
    elif difference == "person":
        who = "OPERATOR#2"
    else:
        path, other = f"/api/lots/{body['lot_id']}/hold", {"reason": "it smells strange"}
    with service.client(who) as client:
        answer = client.post(path, json=other, headers={"Idempotency-Key": key})
    assert (answer.status_code, answer.json()["code"]) == (409, "IDEMPOTENCY_KEY_REUSED")
    assert answer.json()["details"] == {"key": key}


async def test_another_spelling_of_the_same_act_is_a_repeat(service: Served) -> None:
    key, body = str(uuid4()), label(weight_kg="12.5")
    first = await post_one(service, "OPERATOR", key, body)
    other = {**body, "weight_kg": "12.500", "lot_id": body["lot_id"].upper(), "code": None}
    again = await post_one(service, "OPERATOR", key.upper(), other)
    assert (first.status_code, again.status_code) == (201, 200), again.text
    assert again.json() == {**first.json(), "status": "replayed"}


async def test_what_was_refused_may_be_sent_again_under_its_key(service: Served) -> None:
    key, body = str(uuid4()), label()
    forbidden = await post_one(service, "VIEWER", key, body)
    malformed = await post_one(service, "OPERATOR", key, {**body, "weight_kg": "0"})
    assert (forbidden.status_code, malformed.status_code) == (403, 422)
    assert (await post_one(service, "OPERATOR", key, body)).status_code == 201


async def test_without_a_key_a_repeat_is_another_command(service: Served) -> None:
    with service.client("OPERATOR") as client:
        body = label()
        assert client.post("/api/lots", json=body).status_code == 201
        again = client.post("/api/lots", json=body)
    assert (again.status_code, again.json()["code"]) == (409, "ALREADY_EXISTS")


@pytest.mark.parametrize("key", ["", "1", "nonsense", "0" * 36, _ID + "0", f"{{{_ID}}}"])
async def test_a_key_is_an_id(service: Served, key: str) -> None:
    answer = await post_one(service, "OPERATOR", key, label())
    assert (answer.status_code, answer.json()["code"]) == (422, "INVALID_INPUT"), answer.text
    assert "key" in answer.json()["details"]["field"].lower()
