"""Bodies that are no object of JSON: each is refused as that, and nothing is changed."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import httpx
import pytest
from people import signed_in
from plants import label, with_site
from refusals import is_refused
from service_app import Api

LARGEST = 4 << 20
_TEXT = json.dumps(label())

NOT_AN_OBJECT: dict[str, bytes] = {
    "a list": b"[]",
    "a list with the object": f"[{_TEXT}]".encode(),
    "a text": b'"lot"',
    "a number": b"5",
    "null": b"null",
    "true": b"true",
}
NOT_JSON: dict[str, bytes] = {
    "nonsense": b"nonsense",
    "a missing brace": _TEXT[:-1].encode(),
    "a brace too many": _TEXT.encode() + b"}",
    "two objects": _TEXT.encode() * 2,
    "a comma too many": _TEXT[:-1].encode() + b",}",
    "single quotes": b"{'lot_id': 1}",
    "a form": b"lot_id=1&weight_kg=5",
    "xml": b"<lot/>",
    "no UTF-8": b'{"lot_id": "\xff\xfe"}',
    "a control character": b'{"lot_id": "a\nb"}',
    "NaN": b'{"weight_kg": NaN}',
    "Infinity": b'{"weight_kg": -Infinity}',
    "a name twice": _TEXT[:-1].encode() + b', "weight_kg": "1"}',
    "a name twice within": b'{"supplier": {"name": "a", "name": "b"}}',
    "lists in lists": b"[" * 100_000,
    "closed lists in lists": b"[" * 100_000 + b"]" * 100_000,
    "objects in objects": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "a number without end": b'{"weight_kg": ' + b"9" * 100_000 + b"}",
}


@pytest.fixture
async def plant(api: Api) -> AsyncIterator[Api]:
    """A plant of which nothing may change."""
    await with_site(api)
    before = await api.get("/audit/verify")
    yield api
    assert await api.get("/audit/verify") == before


async def post(api: Api, body: bytes, path: str = "/api/lots") -> httpx.Response:
    headers = signed_in("OPERATOR") | {"Content-Type": "application/json"}
    return await api.client.post(path, content=body, headers=headers)


async def test_what_is_no_object_of_json_is_refused_as_the_body(plant: Api) -> None:
    for body in (NOT_JSON | NOT_AN_OBJECT).values():
        is_refused(await post(plant, body), "INVALID_INPUT", "body")


async def test_so_it_is_where_a_route_looks_into_the_body_itself(plant: Api) -> None:
    flow = "/api/flows/00000000-0000-7000-8000-000000000001/versions"
    for body in (NOT_JSON | NOT_AN_OBJECT).values():
        response = await post(plant, body, flow)
        assert response.status_code in {404, 422}, response.text
        is_refused(response, response.json()["code"])


async def test_and_at_the_sign_in(plant: Api) -> None:
    for body in (NOT_JSON | NOT_AN_OBJECT).values():
        response = await post(plant, body, "/api/auth/login")
        is_refused(response, "INVALID_INPUT")


@pytest.mark.parametrize("body", [b"", b" ", b"\r\n\t", b"{}", b"\xef\xbb\xbf{}"], ids=repr)
async def test_an_empty_body_misses_its_first_field(plant: Api, body: bytes) -> None:
    response = await post(plant, body)
    is_refused(response, "INVALID_INPUT")
    if not body.startswith(b"\xef"):
        assert "is needed" in response.json()["details"]["why"]


async def test_a_body_over_the_limit_is_too_large(plant: Api) -> None:
    for path in ("/api/lots", "/api/auth/login", "/api/transforms"):
        response = await post(plant, b" " * (LARGEST + 1), path)
        is_too_large(response)


async def test_a_body_at_the_limit_is_read(plant: Api) -> None:
    is_refused(await post(plant, b" " * LARGEST), "INVALID_INPUT")


async def test_a_body_that_comes_in_pieces_is_measured_too(plant: Api) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range((LARGEST >> 16) + 1):
            yield b" " * (1 << 16)

    headers = signed_in("OPERATOR")
    response = await plant.client.post("/api/lots", content=pieces(), headers=headers)
    is_too_large(response)


def is_too_large(response: httpx.Response) -> None:
    assert response.status_code == 413
    assert response.headers["content-type"] == "application/json", response.text
    assert response.json()["code"] == "BODY_TOO_LARGE"
    assert "x-request-id" in response.headers



async def test_what_is_no_route_and_no_method_is_said_in_the_same_form(plant: Api) -> None:
    headers = signed_in("ADMIN")
    for path in ("/api/none", "/none", "/api", "/api/lots/x/y/z"):
        response = await plant.client.get(path, headers=headers)
        assert (response.status_code, response.json()["code"]) == (404, "NO_SUCH_ROUTE"), path
    for method, path in (("DELETE", "/api/lots"), ("PUT", "/api/runs"), ("POST", "/api/lots/by-status")):
        response = await plant.client.request(method, path, headers=headers)
        assert (response.status_code, response.json()["code"]) == (405, "METHOD_NOT_ALLOWED"), path
        assert "GET" in response.headers["allow"]
