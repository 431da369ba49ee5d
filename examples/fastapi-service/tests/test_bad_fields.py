"""Fields that hold what they must not: each is refused at its place, and nothing is changed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import pytest
from plants import label, with_site
from refusals import is_refused
from service_app import Api
from story.names import DAY, LK, RAW

_LONG = "9" * 5000


@pytest.fixture
async def plant(api: Api) -> AsyncIterator[Api]:
    """A plant with a site and a lot, of which nothing may change."""
    await with_site(api)
    await api.do("OPERATOR", "POST /lots", **label(lot_id=RAW))
    before = await api.get("/audit/verify")
    yield api
    assert await api.get("/audit/verify") == before


async def post(api: Api, path: str, said: Any, who: str = "MANAGER") -> Any:
    return await api.send(who, "POST", f"/api{path}", said, str(uuid4()))


WEIGHTS: list[tuple[Any, str]] = [
    (1.5, "INVALID_INPUT"),
    (True, "INVALID_INPUT"),
    ([], "INVALID_INPUT"),
    ({"kg": "1"}, "INVALID_INPUT"),
    *((weight, "INVALID_WEIGHT") for weight in (0, -1, 10001, 10**30, "0", "-1", "1.2345", "1e3")),
    *((weight, "INVALID_WEIGHT") for weight in ("", " 1", "1,5", "NaN", "01", "1.", ".5", "+1", "١", _LONG)),
]


async def test_kilograms_are_exact_decimals(plant: Api) -> None:
    for weight, code in WEIGHTS:
        is_refused(await post(plant, "/lots", label(weight_kg=weight)), code, "weight_kg")
    is_refused(await post(plant, "/lots", label(weight_kg=None)), "INVALID_INPUT", "weight_kg")


async def test_temperatures_have_one_decimal(plant: Api) -> None:
    for temperature in ("2.55", "101", "-50.1", "", "warm", "1e1", "--1"):
        said = {"lot_id": RAW, "reading_id": str(uuid4()), "kind": "CORE", "temperature_c": temperature}
        is_refused(await post(plant, "/temperature-logs", said), "INVALID_TEMPERATURE", "temperature_c")
    is_refused(await post(plant, "/temperature-logs", {**said, "temperature_c": 2.5}), "INVALID_INPUT", "temperature_c")


_NO_INSTANTS = ["2026-01-15T06:00:00", "2026-01-15", "06:00", "now", "", "2026-13-01T00:00:00Z", "2026-01-15T25:00:00Z"]


@pytest.mark.parametrize("time", [*_NO_INSTANTS, 1768456800, True])
async def test_an_instant_has_its_zone(plant: Api, time: Any) -> None:
    said = {"lot_id": RAW, "reading_id": str(uuid4()), "kind": "CORE", "temperature_c": "2"}
    is_refused(await post(plant, "/temperature-logs", {**said, "taken_at": time}), "INVALID_INPUT", "taken_at")
    for path in ("/api/runs", "/api/audit/events"):
        for field in ("from", "to"):
            is_refused(await plant.send("VIEWER", "GET", path, {field: str(time)}), "INVALID_INPUT", field)


async def test_days_and_ids_and_whole_numbers_are_what_they_are(plant: Api) -> None:
    for day in ("2026-1-5", "15.01.2026", "2026-02-30", f"{DAY}T00:00:00Z", "", 20260115):
        is_refused(await post(plant, "/lots", label(production_day=day)), "INVALID_INPUT", "production_day")
    for lot_id in ("", "1", "nonsense", str(uuid4())[:-1], f"{{{uuid4()}}}", uuid4().int, None):
        is_refused(await post(plant, "/lots", label(lot_id=lot_id)), "INVALID_INPUT", "lot_id")
    for pieces in ("5", 1.5, -1, 0, 2**64, 10**400, True):
        is_refused(await post(plant, "/lots", label(pieces=pieces)), "INVALID_INPUT", "pieces")
    for limit in ("", "x", "1.5", "-1", "0", "1001", "١", _LONG, "1 "):
        response = await plant.send("VIEWER", "GET", "/api/lots", {"limit": limit})
        is_refused(response, "INVALID_INPUT")
        assert "limit" in response.json()["details"]["field"]
    is_refused(await plant.send("VIEWER", "GET", f"/api/genealogy/{RAW}/tree", {"depth": "-1"}), "INVALID_INPUT", "depth")
    for given in ("yes", "1", "True", ""):
        is_refused(await plant.send("VIEWER", "GET", "/api/deviations", {"open": given}), "INVALID_INPUT", "open")


async def test_a_name_of_a_closed_set_is_one_of_them(plant: Api) -> None:
    for lot_type in ("raw", "RAWX", "", 5, ["RAW"]):
        is_refused(await post(plant, "/lots", label(lot_type=lot_type)), "INVALID_INPUT", "lot_type")
    for lot_type in ("SKW", "FRZ", "FG"):
        is_refused(await post(plant, "/lots", label(lot_type=lot_type)), "LEGACY_LOT_TYPE")
    is_refused(await post(plant, "/lots", label(storage="WARM")), "INVALID_INPUT", "storage")
    for path, field in (("/runs", "status"), ("/lots", "status"), ("/lots", "lot_type")):
        is_refused(await plant.send("VIEWER", "GET", f"/api{path}", {field: "GONE"}), "INVALID_INPUT", field)
    tree = f"/api/genealogy/{RAW}/tree"
    is_refused(await plant.send("VIEWER", "GET", tree, {"direction": "UP"}), "INVALID_INPUT", "direction")


async def test_a_field_that_is_not_known_is_refused(plant: Api) -> None:
    is_refused(await post(plant, "/lots", label(color="red")), "INVALID_INPUT", "color")
    is_refused(await post(plant, "/lots", label(supplier={"name": "x", "color": "red"})), "INVALID_INPUT")
    is_refused(await post(plant, f"/lots/{RAW}/finish", {"why": "so"}), "INVALID_INPUT", "why")
    is_refused(await plant.send("VIEWER", "GET", "/api/lots", {"color": "red"}), "INVALID_INPUT", "color")
    is_refused(await plant.send("VIEWER", "GET", "/api/policy", {"color": "red"}), "INVALID_INPUT", "color")
    for path in ("/api/flows", "/api/buffers", f"/api/lots/{RAW}", "/api/audit/verify"):
        is_refused(await plant.send("VIEWER", "GET", path, {"color": "red"}), "INVALID_INPUT", "color")
    parents = f"/api/genealogy/{RAW}/parents"
    is_refused(await plant.send("VIEWER", "GET", parents, {"depth": "3"}), "INVALID_INPUT", "depth")


async def test_what_the_path_says_is_not_said_again(plant: Api) -> None:
    said = {"reason": "it smells strange", "lot_id": RAW}
    is_refused(await post(plant, f"/lots/{RAW}/hold", said), "INVALID_INPUT", "lot_id")
    is_refused(await post(plant, "/lots", label(type="create_lot")), "INVALID_INPUT", "type")
    is_refused(await plant.send("VIEWER", "GET", f"/api/lots/{RAW}", {"lot": RAW}), "INVALID_INPUT", "lot")
    is_refused(await plant.send("VIEWER", "GET", "/api/lots", {"type": "get_lot"}), "INVALID_INPUT", "type")
    twice = await plant.send("VIEWER", "GET", "/api/lots", [("limit", "1"), ("limit", "2")])
    is_refused(twice, "INVALID_INPUT", "limit")


async def test_texts_have_their_lengths(plant: Api) -> None:
    supplier = label(supplier={"name": "x" * 101})
    is_refused(await post(plant, "/lots", supplier), "TEXT_TOO_LONG", "supplier.name")
    is_refused(await post(plant, "/lots", label(code="R" * 101)), "INVALID_CODE", "code")
    is_refused(await post(plant, f"/lots/{RAW}/hold", {"reason": "x" * 2001}), "TEXT_TOO_LONG", "reason")
    is_refused(await post(plant, f"/lots/{RAW}/hold", {"reason": " short    "}), "REASON_TOO_SHORT", "reason")
    is_refused(await post(plant, "/lots", label(metadata={"x": "x" * (16 << 10)})), "INVALID_INPUT", "metadata")


async def test_no_text_holds_what_is_no_text(plant: Api) -> None:
    for odd in ("a\0b", "a\ud800b"):
        is_refused(await post(plant, f"/lots/{RAW}/hold", {"reason": f"it smells {odd}"}), "INVALID_INPUT")
        is_refused(await post(plant, "/lots", label(supplier={"name": odd})), "INVALID_INPUT")
        is_refused(await post(plant, "/lots", label(metadata={"x": odd})), "INVALID_INPUT")
        is_refused(await post(plant, "/lots", label(**{odd: 1})), "INVALID_INPUT")
    for path in ("/lots/a%00b", "/recall/%00", "/genealogy/%00/tree", "/sites/%00", "/lots?text=%00"):
        response = await plant.send("VIEWER", "GET", f"/api{path}")
        assert response.status_code in {404, 422}, response.text
        is_refused(response, response.json()["code"])
    for path in ("/lots/%ff%fe", "/lots/%ed%a0%80", "/lots?text=%ff", "/lots?%ff=1"):
        response = await plant.send("VIEWER", "GET", f"/api{path}")
        assert response.status_code in {200, 404, 422}, response.text


async def test_a_cursor_is_for_its_own_query(plant: Api) -> None:
    cursor = await _cursor(plant)
    for path, said in (
        ("/lots", {"lot_type": "RAW"}),
        ("/runs", {}),
        ("/inventory/moves", {}),
        ("/audit/events", {"event_type": "lot_created"}),
    ):
        response = await plant.send("VIEWER", "GET", f"/api{path}", {**said, "after": cursor})
        is_refused(response, "INVALID_INPUT")
        assert "after" in response.json()["details"]["field"]
    for nonsense in ("", "x", cursor[:-1], cursor + "x", "\0", "é" * 600):
        response = await plant.send("VIEWER", "GET", "/api/audit/events", {"after": nonsense})
        is_refused(response, "INVALID_INPUT")
        assert "after" in response.json()["details"]["field"]


async def _cursor(plant: Api) -> str:
    """Where the log goes on after its first event."""
    page = await plant.get("/audit/events", limit=1)
    assert page["next"] is not None
    return str(page["next"])


async def test_a_buffer_is_not_moved_into_itself_and_a_list_names_nothing_twice(plant: Api) -> None:
    said = {"lot_id": RAW, "from_buffer_id": LK, "to_buffer_id": LK, "quantity_kg": "1"}
    is_refused(await post(plant, "/inventory/transfer", said), "INVALID_INPUT")
    taken = [{"lot_id": RAW, "quantity_kg": "1"}] * 2
    made = [{"lot_id": str(uuid4()), "lot_type": "DEB", "weight_kg": "1"}]
    transform = {"run_id": str(uuid4()), "inputs": taken, "outputs": made}
    is_refused(await post(plant, "/transforms", transform), "INVALID_INPUT")
