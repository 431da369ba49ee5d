"""What those see who run the service: health, logs, counts."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from conftest import postgres_url
from people import SECRET, password, signed_in, token, user_id
from plants import define_site, key, label
from prometheus_client.parser import text_string_to_metric_families
from served import PATIENCE_S, Served, served

_LABELS = 12
OUTSIDE = {"/", "/health", "/ready", "/metrics"}
"""Routes that the document leaves out."""


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def service(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One process on SQLite, two on PostgreSQL."""
    folder = tmp_path_factory.mktemp(request.param)
    sqlite = request.param == "sqlite"
    url = f"sqlite:{folder / 'plant.db'}" if sqlite else postgres_url()
    with served(folder, url, workers=1 if sqlite else 2) as running:
        with running.client() as client:
            define_site(client)
        yield running


def requests_of(service: Served) -> list[dict[str, Any]]:
    """The lines of the log that are about requests."""
    return [line for line in service.lines() if line["logger"] == "service.request"]


def line_of(service: Served, request_id: str) -> dict[str, Any]:
    """The line of a request; it is written after the answer is sent."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        found = [line for line in requests_of(service) if line["request_id"] == request_id]
        if found:
            [line] = found
            return line
        time.sleep(0.01)
    raise AssertionError(f"no line is about {request_id}")


def test_health_and_readiness_are_answered_without_a_token(service: Served) -> None:
    for path in ("/health", "/ready", "/api/health", "/api/ready"):
        answer = httpx.get(service.url + path)
        assert (answer.status_code, answer.json()) == (200, {"status": "ok"}), path


def test_every_request_is_one_line_that_says_what_became_of_it(service: Served) -> None:
    with service.client("AUDITOR") as client:
        done = client.get("/api/lots")
        forbidden = client.post("/api/lots", json=label())
        unknown = client.get("/api/lots", headers={"Authorization": "Bearer nonsense"})
        missing = client.get("/api/none?secret=1")
    expected = [
        (done, "GET", "/api/lots", 200, user_id("AUDITOR")),
        (forbidden, "POST", "/api/lots", 403, user_id("AUDITOR")),
        (unknown, "GET", "/api/lots", 401, None),
        (missing, "GET", "/api/none", 404, None),
    ]
    for answer, method, path, status, user in expected:
        line = line_of(service, answer.headers["x-request-id"])
        assert (line["method"], line["path"], line["status"], line["user_id"]) == (method, path, status, user)
        assert line["ms"] >= 0 and line["level"] == "INFO" and line["time"]


def test_a_request_keeps_the_name_it_comes_with(service: Served) -> None:
    with service.client() as client:
        answer = client.get("/api/lots", headers={"X-Request-Id": "shift7lot42"})
        assert answer.headers["x-request-id"] == "shift7lot42"
        line_of(service, "shift7lot42")
        for odd in ("a b", 'x"}', "x" * 101, "a;b", ""):
            answer = client.get("/api/lots", headers={"X-Request-Id": odd})
            assert re.fullmatch("[0-9a-f]{32}", answer.headers["x-request-id"]), odd


def test_a_request_that_breaks_the_log_is_one_line_all_the_same(service: Served) -> None:
    with service.client() as client:
        answer = client.get("/api/lots/%0a%7b%22level%22:%22ERROR%22%7d%0d%e2%80%a8")
    line = line_of(service, answer.headers["x-request-id"])
    assert line["path"].startswith("/api/lots/\n{")


def test_no_password_and_no_token_is_in_the_log(service: Served) -> None:
    for secret in (password("admin"), "nonsense-password"):
        said = {"username": "admin", "password": secret}
        httpx.post(f"{service.url}/api/auth/login", json=said)
        httpx.post(f"{service.url}/api/auth/login", content=f'{{"password": "{secret}"'.encode())
    with service.client() as client:
        assert client.get("/api/lots").status_code == 200
    text = service.log.read_text("utf-8")
    assert "/api/auth/login" in text
    for secret in (password("admin"), "nonsense-password", token("ADMIN")[:40], SECRET, "argon2"):
        assert secret not in text


def counts(service: Served) -> dict[tuple[str, str, str], float]:
    """How many requests were answered, by method, route and status."""
    text = httpx.get(f"{service.url}/metrics").text
    return {
        (sample.labels["method"], sample.labels["route"], sample.labels["status"]): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
        if sample.name == "wms_http_requests_total"
    }


def test_the_routes_of_the_counts_are_those_of_the_document(service: Served) -> None:
    with service.client("VIEWER") as client:
        for path in ("/api/lots", "/api/lots/RAW", "/api/runs", "/api/flows"):
            client.get(path)
        routes = client.get("/openapi.json").json()["paths"].keys()
    assert {route for _, route, _ in counts(service)} - {"none", "/openapi.json"} <= routes | OUTSIDE


def test_requests_are_counted_by_route_over_all_processes(service: Served) -> None:
    before = by_route(service)
    for _ in range(_LABELS):
        # A connection each, so that every process has its share.
        with service.client("OPERATOR") as client:
            body = label()
            assert client.post("/api/lots", json=body, headers=key()).status_code == 201
            assert client.get(f"/api/lots/{body['lot_id']}").status_code == 200
    httpx.get(f"{service.url}/api/lots", headers={"Authorization": "x"})
    after = by_route(service)
    more = {name: value - before.get(name, 0) for name, value in after.items()}
    assert more["POST", "/lots", "201"] == _LABELS
    assert more["GET", "/lots/{lot}", "200"] == _LABELS
    assert more["GET", "/lots", "401"] == 1
    assert not any(re.search("[0-9a-f]{8}-", route) for _, route, _ in after)


def by_route(service: Served) -> dict[tuple[str, str, str], float]:
    """The counts, of the plant's routes without what stands before all of them."""
    return {
        (method, route.removeprefix("/api"), status): value
        for (method, route, status), value in counts(service).items()
    }


def test_the_seconds_of_requests_are_a_histogram(service: Served) -> None:
    httpx.get(f"{service.url}/api/policy", headers=signed_in("VIEWER"))
    answer = httpx.get(f"{service.url}/api/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    families = {family.name: family for family in text_string_to_metric_families(answer.text)}
    seconds = families["wms_http_request_seconds"]
    assert seconds.type == "histogram"
    [count] = [
        sample.value
        for sample in seconds.samples
        if sample.name.endswith("_count") and sample.labels["route"].endswith("/policy")
    ]
    assert count >= 1


def test_paths_that_are_no_route_are_counted_as_one(service: Served) -> None:
    before = counts(service)
    for n in range(3):
        httpx.get(f"{service.url}/none/{n}")
    after = counts(service)
    assert after["GET", "none", "404"] - before.get(("GET", "none", "404"), 0) == 3
