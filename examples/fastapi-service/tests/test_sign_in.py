"""POST /auth/login, and what a token is good for."""

from __future__ import annotations

from typing import Any

import jwt
import pytest
from people import SECRET, password, signed_in, user_id
from service_app import Api
from story.names import SITE
from story.step import named

_LOGIN = "/api/auth/login"
_PEOPLE = {
    "admin": "ADMIN",
    "manager": "MANAGER",
    "auditor": "AUDITOR",
    "operator": "OPERATOR",
    "viewer": "VIEWER",
    "operator2": "OPERATOR#2",
}


@pytest.mark.parametrize("username", _PEOPLE)
async def test_name_and_password_give_a_token(api: Api, username: str) -> None:
    said = {"username": username, "password": password(username)}
    response = await api.client.post(_LOGIN, json=said)
    body = response.json()
    assert response.status_code == 200
    assert (body["token_type"], body["expires_in"]) == ("bearer", 12 * 3600)
    told = jwt.decode(body["access_token"], SECRET, ["HS256"])
    who = _PEOPLE[username]
    assert (told["sub"], told["role"]) == (user_id(who), who.partition("#")[0])
    assert told["exp"] - told["iat"] == body["expires_in"]
    headers = {"Authorization": f"Bearer {body['access_token']}"}
    assert (await api.client.get("/api/lots", headers=headers)).status_code == 200


async def test_a_wrong_password_and_a_wrong_name_are_answered_alike(api: Api) -> None:
    wrong = [("admin", "nonsense"), ("nobody", password("admin")), ("", ""), ("admin", ""), ("ADMIN", "admin-demo")]
    answers = [
        await api.client.post(_LOGIN, json={"username": name, "password": secret}) for name, secret in wrong
    ]
    assert [answer.status_code for answer in answers] == [401] * len(wrong)
    assert {answer.json()["code"] for answer in answers} == {"WRONG_CREDENTIALS"}
    assert len({answer.text for answer in answers}) == 1


@pytest.mark.parametrize(
    "said",
    [
        None,
        [],
        {},
        {"username": "admin"},
        {"username": "admin", "password": 5},
        {"username": ["admin"], "password": "x"},
        {"username": "a" * 101, "password": "x"},
        {"username": "admin", "password": "x" * 201},
    ],
    ids=lambda said: f"{said!s:.40}",
)
async def test_what_is_no_name_and_password_is_refused_at_its_field(api: Api, said: Any) -> None:
    response = await api.client.post(_LOGIN, json=said)
    assert (response.status_code, response.json()["code"]) == (422, "INVALID_INPUT"), response.text
    assert response.json()["details"].keys() == {"field", "why"}


@pytest.mark.parametrize("odd", ["\\u0000", "\\ud800"])
async def test_a_password_of_odd_characters_is_a_wrong_one(api: Api, odd: str) -> None:
    text = '{"username": "admin", "password": "' + odd + '"}'
    response = await api.client.post(_LOGIN, content=text, headers={"Content-Type": "application/json"})
    assert response.status_code in {401, 422}, response.text
    assert response.json()["code"] in {"WRONG_CREDENTIALS", "INVALID_INPUT"}


async def test_who_did_what_on_which_device_is_in_the_log(api: Api) -> None:
    signed = await api.client.post(_LOGIN, json={"username": "admin", "password": password("admin")})
    headers = {"Authorization": f"Bearer {signed.json()['access_token']}", "X-Device-Id": named("scanner")}
    site = {"site": SITE, "name": {"en": "Danube"}, "time_zone": "Etc/UTC"}
    response = await api.client.post("/api/sites", json=site, headers=headers)
    assert response.status_code == 201
    [event] = (await api.get("/audit/events"))["items"]
    assert (event["user_id"], event["role"]) == (user_id("ADMIN"), "ADMIN")
    assert event["device_id"] == named("scanner")


async def test_a_device_has_an_id(api: Api) -> None:
    headers = signed_in("ADMIN") | {"X-Device-Id": "the scanner"}
    response = await api.client.get("/api/lots", headers=headers)
    assert (response.status_code, response.json()["code"]) == (422, "INVALID_INPUT")
    assert response.json()["details"]["field"] == "x-device-id"
