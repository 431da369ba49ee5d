"""Every route, through a day of a plant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from matching import differs
from service_app import Api, app_on, opened
from story import STORY, Step

OUTSIDE = {
    "POST /auth/login": "test_sign_in",
    "GET /health": "test_operation",
    "GET /ready": "test_operation",
    "GET /metrics": "test_operation",
}
"""Routes that are no plant's, and where they are tested."""


def numbered() -> Iterator[tuple[str, Step]]:
    """The story, each step with its key."""
    for n, step in enumerate(STORY):
        yield f"00000000-0000-7000-a000-{n:012x}", step


async def test_a_day_goes_as_the_rules_say(url: str) -> None:
    async with opened(app_on(url)) as api:
        for key, step in numbered():
            response = await api.step(step, key=key)
            said = f"{step.who} {step.method} {step.path}: {response.text[:500]}"
            assert response.status_code == step.status, said
            assert response.headers["content-type"] == "application/json", said
            found = differs(step.answer, response.json())
            assert found is None, f"{found} {said}"


async def test_a_repeat_is_answered_as_the_first_was_however_late(url: str) -> None:
    firsts: dict[str, tuple[Step, Any]] = {}
    wrong: list[str | None] = []
    async with opened(app_on(url)) as api:
        for key, step in numbered():
            response = await api.step(step, key=key)
            if step.applies:
                firsts[key] = step, response.json()
                wrong.append(await repeated(api, key, *firsts[key]))
        wrong += [await repeated(api, key, *first) for key, first in firsts.items()]
    assert [one for one in wrong if one is not None] == []


async def repeated(api: Api, key: str, step: Step, first: Any) -> str | None:
    """What is wrong with the answer to a repeat."""
    response = await api.step(step, key=key)
    if response.status_code == 200 and response.json() == {**first, "status": "replayed"}:
        return None
    return f"{step.method} {step.path}: {response.status_code} {response.text}"


async def test_no_route_is_without_a_test() -> None:
    async with opened(app_on("sqlite::memory:")) as api:
        document = (await api.client.get("/openapi.json")).json()
    routes = {
        f"{method.upper()} {path.removeprefix('/api')}"
        for path, item in document["paths"].items()
        for method in item
    }
    assert routes == {step.route for step in STORY} | OUTSIDE.keys()


def test_every_route_that_writes_is_applied_once_at_least() -> None:
    writes = {step.route for step in STORY if step.method != "GET"}
    assert writes == {step.route for step in STORY if step.applies}
