"""Routes that are commands and queries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Any
from uuid import UUID, uuid4

import foodwms
import foodwms.fastapi
import pytest
from fastapi import FastAPI, Header
from fastapi.testclient import TestClient
from foodwms import Actor, Role
from foodwms.fastapi import CurrentPlant, Found, PlantRouter, not_found

LOT = str(UUID(int=7))
LABEL = {"lot_id": LOT, "site": "DUNA", "lot_type": "RAW", "weight_kg": "12.5"}


async def sender(role: Annotated[Role, Header()] = Role.ADMIN) -> Actor:
    return Actor(user_id=UUID(int=1), role=role)


async def named(lot: str, plant: CurrentPlant) -> dict[str, str]:
    return {"lot_id": str((await plant.get_lot(lot)).id)}


async def nobody() -> dict[str, str]:
    raise not_found("lot", "of nobody")


def application() -> FastAPI:
    app = FastAPI(lifespan=foodwms.fastapi.lifespan("sqlite::memory:"))
    foodwms.fastapi.install(app)
    routes = PlantRouter(actor=sender, prefix="/api", tags=["plant"])
    routes.command("POST", "/sites", foodwms.DefineSite, status_code=201)
    routes.command("POST", "/lots", foodwms.CreateLot, status_code=201)
    routes.command("DELETE", "/lots/{lot_id}", foodwms.VoidLot)
    routes.command("POST", "/labels/{lot}/void", foodwms.VoidLot, given=Found(("lot_id",), named))
    routes.command("POST", "/nobody/void", foodwms.VoidLot, given=Found(("lot_id",), nobody))
    routes.query("/lots", foodwms.ListLots)
    routes.query("/lots/{lot}", foodwms.GetLot)
    routes.query("/lots/{lot}/tree", foodwms.Trace, defaults={"direction": "BOTH"})
    routes.query("/lots/{lot}/parents", foodwms.Trace, given={"direction": "BACKWARD", "depth": 1})
    routes.query("/steps/{step}/lots", foodwms.ListLots)
    routes.query("/deviations", foodwms.ListDeviations)
    routes.query("/changes", foodwms.Changes)
    app.include_router(routes)
    return app


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(application()) as client:
        site = {"site": "DUNA", "name": {"en": "x"}, "time_zone": "Europe/Budapest"}
        assert client.post("/api/sites", json=site).status_code == 201
        yield client


def refusal(answer: Any, status: int) -> tuple[str, Any]:
    assert answer.status_code == status, answer.text
    body = answer.json()
    assert body.keys() == {"code", "category", "message", "details"}
    return body["code"], body["details"].get("field")


def test_a_command_is_applied_once_and_then_replayed(client: TestClient) -> None:
    key = {"Idempotency-Key": str(uuid4())}
    first = client.post("/api/lots", json=LABEL, headers=key)
    again = client.post("/api/lots", json=LABEL, headers=key)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()["status"] == "applied"
    assert again.json() == {**first.json(), "status": "replayed"}


def test_a_command_without_a_key_is_another_one(client: TestClient) -> None:
    assert client.post("/api/lots", json=LABEL).status_code == 201
    assert refusal(client.post("/api/lots", json=LABEL), 409) == ("ALREADY_EXISTS", None)


def test_a_field_stands_in_the_path(client: TestClient) -> None:
    client.post("/api/lots", json=LABEL)
    voided = client.request("DELETE", f"/api/lots/{LOT}", json={"reason": "printed twice over"})
    assert voided.status_code == 200
    assert voided.json()["events"][0]["type"] == "lot_voided"


def test_a_dependency_finds_a_field(client: TestClient) -> None:
    code = client.post("/api/lots", json=LABEL).json()["events"][0]["code"]
    voided = client.post(f"/api/labels/{code}/void", json={"reason": "printed twice over"})
    assert voided.status_code == 200
    assert refusal(client.post("/api/labels/none/void", json={}), 404) == ("NOT_FOUND", None)


def test_a_dependency_may_refuse(client: TestClient) -> None:
    answer = client.post("/api/nobody/void", json={"reason": "printed twice over"})
    assert refusal(answer, 404) == ("NOT_FOUND", None)
    assert answer.json()["details"] == {"entity": "lot", "id": "of nobody"}
    assert set(answer.json()["message"]) == {"hu", "en"}


def test_only_kinds_of_entities_are_not_found() -> None:
    with pytest.raises(foodwms.InvalidInput):
        not_found("pallet", "1")


def test_the_library_says_who_may(client: TestClient) -> None:
    answer = client.post("/api/lots", json=LABEL, headers={"role": "VIEWER"})
    assert refusal(answer, 403) == ("FORBIDDEN", None)


BODIES: list[tuple[bytes, str]] = [
    (b"", "lot_id"),
    (b"  ", "lot_id"),
    (b"{", "body"),
    (b"[]", "body"),
    (b"null", "body"),
    (b'"x"', "body"),
    (b"[" * 100_000, "body"),
    (b"9" * 10_000, "body"),
    (b'{"lot_id": NaN}', "body"),
    (b'{"lot_id": "a", "lot_id": "b"}', "body"),
    (b"\xff\xfe", "body"),
    (b'{"type": "create_lot"}', "type"),
    (json.dumps({**LABEL, "colour": "red"}).encode(), "colour"),
    (json.dumps({**LABEL, "weight_kg": 12.5}).encode(), "weight_kg"),
    (json.dumps({**LABEL, "site": "\ud800"}).encode(), "site"),
    (json.dumps({**LABEL, "supplier": {"name": 5}}).encode(), "supplier.name"),
]


@pytest.mark.parametrize(("body", "field"), BODIES, ids=[repr(body[:40]) for body, _ in BODIES])
def test_a_body_that_is_none_is_refused_at_its_field(
    client: TestClient, body: bytes, field: str
) -> None:
    assert refusal(client.post("/api/lots", content=body), 422) == ("INVALID_INPUT", field)


def test_what_the_route_says_is_not_said_again(client: TestClient) -> None:
    body = {"lot_id": LOT, "reason": "printed twice over"}
    answer = client.request("DELETE", f"/api/lots/{LOT}", json=body)
    assert refusal(answer, 422) == ("INVALID_INPUT", "lot_id")
    assert refusal(client.get("/api/lots/x/parents?depth=2"), 422) == ("INVALID_INPUT", "depth")


QUERIES = [
    ("/api/lots?limit=x", "limit"),
    ("/api/lots?limit=", "limit"),
    ("/api/lots?limit=0", "page.limit"),
    ("/api/lots?limit=1.0", "limit"),
    (f"/api/lots?step={'9' * 5000}", "step"),
    ("/api/lots?step=11", "step"),
    ("/api/lots?colour=red", "colour"),
    ("/api/lots?site=DUNA&site=DUNA", "site"),
    ("/api/lots?status=GONE", "status"),
    ("/api/lots?after=x", "page.after"),
    ("/api/lots?type=list_lots", "type"),
    ("/api/lots?page=1", "page"),
    ("/api/deviations?open=yes", "open"),
    ("/api/steps/x/lots", "step"),
    ("/api/lots/x/tree?direction=UP", "direction"),
    ("/api/lots/x/tree?depth=-1", "depth"),
]


@pytest.mark.parametrize(("path", "field"), QUERIES, ids=[path[:40] for path, _ in QUERIES])
def test_what_stands_behind_the_question_mark_is_refused_at_its_field(
    client: TestClient, path: str, field: str
) -> None:
    assert refusal(client.get(path), 422) == ("INVALID_INPUT", field)


def test_a_query_reads_its_fields(client: TestClient) -> None:
    for n in range(3):
        client.post("/api/lots", json={**LABEL, "lot_id": str(UUID(int=n + 20))})
    page = client.get("/api/lots?limit=2&step=1&lot_type=RAW").json()
    rest = client.get("/api/lots", params={"limit": 2, "step": 1, "lot_type": "RAW", "after": page["next"]})
    found = [lot["id"] for lot in [*page["items"], *rest.json()["items"]]]
    assert found == [str(UUID(int=n + 20)) for n in (2, 1, 0)]
    assert client.get("/api/steps/2/lots").json()["items"] == []
    assert client.get("/api/deviations?open=true").json()["items"] == []


def test_a_query_without_pages_has_a_limit_of_its_own(client: TestClient) -> None:
    client.post("/api/lots", json=LABEL)
    first = client.get("/api/changes?limit=1").json()
    rest = client.get("/api/changes", params={"after": first["next"]}).json()
    assert [len(part["items"]) for part in (first, rest)] == [1, 1]
    assert refusal(client.get("/api/changes?limit=0"), 422) == ("INVALID_INPUT", "limit")


def test_a_default_may_be_said_otherwise(client: TestClient) -> None:
    client.post("/api/lots", json=LABEL)
    assert len(client.get(f"/api/lots/{LOT}/tree").json()["lots"]) == 1
    assert len(client.get(f"/api/lots/{LOT}/tree?direction=FORWARD&depth=0").json()["lots"]) == 1


def references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        yield from ([part["$ref"]] if isinstance(part.get("$ref"), str) else [])
        for inner in part.values():
            yield from references(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from references(inner)


def test_the_description_is_whole(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    for reference in references(document):
        assert reference.rsplit("/", 1)[-1] in document["components"]["schemas"], reference
    assert client.get("/openapi.json").json() == document


def test_the_description_says_what_is_taken(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    made = paths["/api/lots"]["post"]
    body = made["requestBody"]["content"]["application/json"]["schema"]
    assert set(body["required"]) == {"lot_id", "site", "lot_type", "weight_kg"}
    assert body["additionalProperties"] is False
    assert {"200", "201", "403", "404", "409", "422", "503"} <= made["responses"].keys()
    voided = paths["/api/lots/{lot_id}"]["delete"]
    assert set(voided["requestBody"]["content"]["application/json"]["schema"]["properties"]) == {"reason"}
    assert [one["name"] for one in voided["parameters"] if one["in"] == "path"] == ["lot_id"]
    listed = {one["name"]: one for one in paths["/api/lots"]["get"]["parameters"]}
    assert {"run_id", "lot_type", "status", "site", "step", "day", "text", "limit", "after"} == listed.keys()
    traced = {one["name"]: one for one in paths["/api/lots/{lot}/tree"]["get"]["parameters"]}
    assert traced["direction"]["required"] is False
    assert traced["direction"]["schema"]["default"] == "BOTH"
    parents = paths["/api/lots/{lot}/parents"]["get"]["parameters"]
    assert [one["name"] for one in parents] == ["lot"]
