"""The OpenAPI document is whole: whoever reads it needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from service.main import app

DOCUMENT = app.openapi()
OPEN = {"/api/auth/login", "/api/health", "/api/ready", "/api/metrics"}
OPERATIONS = {
    f"{method.upper()} {path}": operation
    for path, item in DOCUMENT["paths"].items()
    for method, operation in item.items()
}
OF_THE_PLANT = {name: one for name, one in OPERATIONS.items() if name.partition(" ")[2] not in OPEN}


def references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"]
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            yield from references(inner)


def test_it_has_the_plants_routes() -> None:
    assert len(OF_THE_PLANT) > 70
    assert DOCUMENT["openapi"].startswith("3.1")


def test_every_reference_leads_somewhere() -> None:
    found = set(references(DOCUMENT))
    assert len(found) > 50
    for reference in found:
        at = DOCUMENT
        assert reference.startswith("#/"), reference
        for name in reference[2:].split("/"):
            assert name in at, reference
            at = at[name]


def test_no_schema_is_left_over() -> None:
    used = {reference.rpartition("/")[2] for reference in references(DOCUMENT)}
    assert DOCUMENT["components"]["schemas"].keys() - used == set()


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_says_what_it_does(name: str) -> None:
    operation = OPERATIONS[name]
    # A summary made of the function's name is none; a description stands beside it.
    assert operation["summary"].endswith(".") or operation["description"].endswith(".")
    assert operation["operationId"] and operation["tags"]


def test_operations_have_names_of_their_own() -> None:
    names = [operation["operationId"] for operation in OPERATIONS.values()]
    assert len(set(names)) == len(names)


def test_whoever_asks_about_the_plant_has_signed_in() -> None:
    schemes = DOCUMENT["components"]["securitySchemes"]
    for name, operation in OPERATIONS.items():
        if name in OF_THE_PLANT:
            [requirement] = operation["security"]
            assert set(requirement) <= schemes.keys()
        else:
            assert "security" not in operation, name


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_answer_has_a_schema(name: str) -> None:
    for status, answer in OPERATIONS[name]["responses"].items():
        assert answer["description"].strip(), status
        for content in answer["content"].values():
            assert content["schema"], status


@pytest.mark.parametrize("name", OF_THE_PLANT)
def test_every_refusal_that_may_come_is_said(name: str) -> None:
    said = set(OF_THE_PLANT[name]["responses"])
    expected = {"401", "422", "503"}
    expected |= {"404"} if "{" in name else set()
    expected |= set() if name.startswith("GET") else {"403", "404", "409"}
    assert expected <= said


def test_it_is_said_that_a_database_may_be_out_of_reach() -> None:
    assert "503" in OPERATIONS["GET /api/ready"]["responses"]


@pytest.mark.parametrize("name", [one for one in OF_THE_PLANT if not one.startswith("GET")])
def test_a_command_takes_a_key_and_refuses_what_it_does_not_know(name: str) -> None:
    operation = OF_THE_PLANT[name]
    headers = {one["name"] for one in operation["parameters"] if one["in"] == "header"}
    assert "Idempotency-Key" in headers
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    assert schema["additionalProperties"] is False
    assert "type" not in schema["properties"]
    in_path = {one["name"] for one in operation["parameters"] if one["in"] == "path"}
    assert not in_path & schema["properties"].keys()
    assert operation["requestBody"]["required"] == bool(schema["required"])
