"""Values, commands and unions as pydantic's fields and FastAPI's bodies."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID, uuid4

import foodwms
import foodwms.fastapi
import foodwms.pydantic
import pytest
from fastapi import Body, FastAPI
from fastapi.testclient import TestClient
from foodwms import CreateLot, LotView, Transform
from pydantic import BaseModel, TypeAdapter, ValidationError

ADMIN = foodwms.Actor(user_id=UUID(int=1), role=foodwms.Role.ADMIN)
SITE = {"type": "define_site", "site": "DUNA", "name": {"en": "x"}, "time_zone": "Europe/Budapest"}
LOT = {"lot_id": str(UUID(int=7)), "site": "DUNA", "lot_type": "RAW", "weight_kg": "12.5"}


class Job(BaseModel):
    """A model of a host with the library's values in it."""

    command: foodwms.pydantic.Command
    lots: list[LotView] = []


def _lot() -> LotView:
    plant = foodwms.blocking.MemoryPlant()
    plant.run(ADMIN, foodwms.DefineSite.from_json(str(SITE).replace("'", '"')))
    plant.run(ADMIN, CreateLot(**LOT))  # type: ignore[arg-type]
    return plant.get_lot(UUID(int=7))


def test_a_model_reads_and_writes_what_goes_over_the_wire() -> None:
    lot = _lot()
    job = Job.model_validate({"command": {**LOT, "type": "create_lot"}, "lots": [lot]})
    assert job.command == CreateLot(**LOT)  # type: ignore[arg-type]
    assert job.lots == [lot]
    again = Job.model_validate_json(job.model_dump_json())
    assert again == job
    assert again.lots[0] == lot


def test_a_value_is_taken_as_it_is() -> None:
    lot = _lot()
    assert TypeAdapter(LotView).validate_python(lot) is lot


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ({**LOT, "weight_kg": 1.5}, ("weight_kg",)),
        ({**LOT, "colour": "red"}, ("colour",)),
        ({**LOT, "lot_id": "x"}, ("lot_id",)),
        ({**LOT, "supplier": {"name": 5}}, ("supplier", "name")),
        ({key: value for key, value in LOT.items() if key != "site"}, ("site",)),
        ([], ()),
    ],
)
def test_an_error_names_its_place(given: Any, place: tuple[str, ...]) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(CreateLot).validate_python(given)
    assert [error["loc"] for error in refused.value.errors()] == [place]


def test_an_error_within_a_list_names_the_item() -> None:
    transform = {"run_id": str(uuid4()), "inputs": [{"lot_id": "x"}], "outputs": []}
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(list[Transform]).validate_python([transform])
    assert refused.value.errors()[0]["loc"] == (0, "inputs", 0, "lot_id")


@pytest.mark.parametrize("given", [{"type": "boil"}, {}, {"type": 5}, "start_run", None])
def test_what_is_of_no_type_of_the_family_is_refused(given: Any) -> None:
    with pytest.raises(ValidationError) as refused:
        Job.model_validate({"command": given})
    assert refused.value.errors()[0]["loc"] == ("command",)


def test_the_schema_is_the_one_of_the_wire() -> None:
    schema = Job.model_json_schema()
    assert schema["properties"]["command"]["$ref"] == "#/$defs/Command"
    assert len(schema["$defs"]["Command"]["oneOf"]) == len(foodwms.CommandType)
    weight = schema["$defs"]["CreateLot"]["properties"]["weight_kg"]
    assert {"type": "integer"} in weight["anyOf"]
    references = _references(schema)
    assert references <= {f"#/$defs/{name}" for name in schema["$defs"]}
    assert len(references) > 50


def _references(schema: Any) -> set[str]:
    if isinstance(schema, dict):
        own = {schema["$ref"]} if "$ref" in schema else set()
        return own.union(*(_references(part) for part in schema.values()))
    if isinstance(schema, list):
        return set().union(*(_references(part) for part in schema))
    return set()


@pytest.fixture
def client() -> Iterator[TestClient]:
    app = FastAPI(lifespan=foodwms.fastapi.lifespan("sqlite::memory:"))
    foodwms.fastapi.install(app)

    @app.post("/commands")
    async def run(
        command: Annotated[foodwms.pydantic.Command, Body()], plant: foodwms.fastapi.CurrentPlant
    ) -> list[foodwms.pydantic.Event]:
        return list((await plant.run(ADMIN, command)).events)

    @app.get("/lots/{lot}")
    async def get_lot(lot: str, plant: foodwms.fastapi.CurrentPlant) -> LotView:
        return await plant.get_lot(lot)

    with TestClient(app) as client:
        yield client


def test_a_service_answers_commands_and_queries(client: TestClient) -> None:
    assert client.post("/commands", json=SITE).status_code == 200
    made = client.post("/commands", json={**LOT, "type": "create_lot"})
    assert made.json()[0]["type"] == "lot_created"
    lot = client.get(f"/lots/{made.json()[0]['code']}")
    assert LotView.from_json(lot.content).weight_kg == Decimal("12.5")


def test_a_refusal_is_an_answer_with_its_status(client: TestClient) -> None:
    missing = client.get(f"/lots/{UUID(int=9)}")
    assert (missing.status_code, missing.json()["code"]) == (404, "NOT_FOUND")
    assert client.post("/commands", json=SITE).status_code == 200
    again = client.post("/commands", json=SITE)
    assert (again.status_code, again.json()["category"]) == (409, "conflict")
    malformed = client.post("/commands", json={**LOT, "type": "create_lot", "weight_kg": 1.5})
    assert malformed.status_code == 422
    assert malformed.json()["detail"][0]["loc"] == ["body", "weight_kg"]


def test_a_service_documents_itself(client: TestClient) -> None:
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    assert {"Command", "CreateLot", "LotView", "Kilograms"} <= set(schemas)
