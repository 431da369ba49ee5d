"""Each role, at each route: the story is told once by every role, as far as it may."""

from __future__ import annotations

from uuid import uuid4

import pytest
from httpx import Response
from people import ROLES
from roles import ALLOWED
from service_app import Api
from story import STORY, Step, morning
from story.names import COLD, SITE
from story.step import named

_TEMPERATURES = [{"temp_max_c": "-17"}, {"temp_min_c": "-30"}, {"temp_max_c": "-17", "capacity_kg": "5"}]


def test_the_table_has_every_route_that_writes() -> None:
    assert ALLOWED.keys() == {step.route for step in STORY if step.method != "GET"}


@pytest.mark.parametrize("role", ROLES)
async def test_a_role_may_do_what_the_table_says_and_nothing_else(api: Api, role: str) -> None:
    for step in STORY:
        if not step.applies:
            continue
        if role in ALLOWED[step.route]:
            # The same number: who approves is still another person than who drew.
            who = role + step.who[step.who.index("#") :] if "#" in step.who else role
            done = await api.step(step, who, str(uuid4()))
            assert done.status_code == step.status, f"{who}: {step.route}: {done.text}"
        else:
            is_forbidden(await api.step(step, role, str(uuid4())), role, step)
            done = await api.step(step, key=str(uuid4()))
            assert done.status_code == step.status, f"{step.route}: {done.text}"


def is_forbidden(response: Response, role: str, step: Step) -> None:
    body = response.json()
    assert (response.status_code, body["code"]) == (403, "FORBIDDEN"), f"{step.route}: {body}"
    assert body["category"] == "forbidden"
    assert body["details"]["role"] == role
    assert set(body["details"]["allowed"]) == ALLOWED[step.route]


async def test_every_role_may_read_everything(day: Api) -> None:
    reads = [step for step in STORY if step.method == "GET"]
    seen = {role: [(await day.step(step, role)).status_code for step in reads] for role in ROLES}
    assert not {401, 403} & set(seen["VIEWER"])
    for role in ROLES:
        assert seen[role] == seen["VIEWER"], role


@pytest.mark.parametrize("role", ROLES)
async def test_the_temperature_range_of_a_buffer_is_the_offices(api: Api, role: str) -> None:
    for step in morning.STEPS:
        await api.step(step)
    before = await api.get(f"/buffers/{COLD}")
    for said in _TEMPERATURES:
        response = await api.send(role, "PATCH", f"/api/buffers/{COLD}", said, str(uuid4()))
        after = await api.get(f"/buffers/{COLD}")
        if role in {"ADMIN", "MANAGER"}:
            assert response.status_code == 200, response.text
            assert after == {**after, **said}
        else:
            assert (response.status_code, response.json()["code"]) == (403, "FORBIDDEN")
            assert after == before


@pytest.mark.parametrize("who", ["ADMIN", "MANAGER", "OPERATOR", "OPERATOR#2"])
async def test_a_draft_is_discarded_by_its_author_or_an_admin(api: Api, who: str) -> None:
    await draw(api, "OPERATOR")
    path = f"/api/flows/{named('drawn')}/versions/1"
    response = await api.send(who, "DELETE", path, key=str(uuid4()))
    if who in {"ADMIN", "OPERATOR"}:
        assert response.status_code == 200, response.text
    else:
        assert response.json()["details"]["allowed"] == ["ADMIN"]
        assert response.status_code == 403


async def draw(api: Api, who: str) -> None:
    drawn = {"flow_id": named("drawn"), "version_id": named("drawn one"), "name": {"en": SITE}}
    await api.do(who, "POST /flows", **drawn)
