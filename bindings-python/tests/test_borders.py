"""Input of every bad kind is refused with a code and the place it stands at, before anything happens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID

import foodwms
import pytest
from foodwms import Clock, Code, CreateFlow, DefineSite, Envelope, HoldLot, Input, InvalidInput, LotType
from foodwms import PageRequest, RecordReading, RegisterLot, StartRun, blocking
from plants import NAME, OPERATOR, canonical_plant, label

ID = UUID(int=7)


def weigh(kg: Any) -> Input:
    return Input(lot_id=ID, quantity_kg=kg)


def lot(**given: Any) -> RegisterLot:
    defaults = {"lot_type": LotType.RAW, "site": "DUNA", "weight_kg": 1}
    return RegisterLot(**{"lot_id": ID, "run_id": ID, **defaults, **given})


def read(**given: Any) -> RecordReading:
    return RecordReading(**{"reading_id": ID, "lot_id": ID, "kind": "CORE", "temperature_c": 1, **given})


def site(**given: Any) -> DefineSite:
    return DefineSite(**{"site": "DUNA", "name": NAME, "time_zone": "Europe/Budapest", **given})


def held(reason: Any) -> HoldLot:
    return HoldLot(lot_id=ID, reason=reason)


def kept(metadata: Any) -> RegisterLot:
    return lot(metadata=metadata)


def nested(depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for _ in range(depth):
        found = {"in": found}
    return found


def refused(call: Callable[[], object]) -> InvalidInput:
    with pytest.raises(InvalidInput) as caught:
        call()
    error = caught.value
    assert isinstance(error.code, Code)
    assert error.messages["hu"] and error.messages["en"]
    return error


def place(call: Callable[[], object]) -> Any:
    return refused(call).details["field"]


NO_WEIGHTS = [1.5, 0.0, float("nan"), float("inf"), -float("inf"), True, False, None, [], {}, object(), 1j]
NO_WEIGHTS += [timedelta(1), Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"), Decimal("-1"), -1, "", "1,5"]
NO_WEIGHTS += [" 1", "1e2", "0x1", "\0", "\ud800", "٣", Decimal("0.0001"), 10**30, "9" * 5000, lambda: 1]


@pytest.mark.parametrize("kg", NO_WEIGHTS, ids=lambda kg: f"{type(kg).__name__} {kg!r:.20}")
def test_what_is_no_weight_is_refused_at_its_field(kg: Any) -> None:
    error = refused(lambda: weigh(kg))
    assert error.code in (Code.INVALID_WEIGHT, Code.INVALID_INPUT)
    assert error.details["field"] == "quantity_kg"


@pytest.mark.parametrize("digits", [100, 5_000, 10**6])
def test_a_number_however_large_is_refused_at_its_field(digits: int) -> None:
    assert place(lambda: weigh(1 << 4 * digits)) == "quantity_kg"
    assert place(lambda: weigh(Decimal(f"1E+{digits}"))) == "quantity_kg"
    assert place(lambda: PageRequest(limit=1 << 4 * digits)) == "limit"


@pytest.mark.parametrize("degrees", [1.5, True, "warm", Decimal("0.01"), Decimal("NaN"), 10**9, b"1"])
def test_what_is_no_temperature_is_refused_at_its_field(degrees: Any) -> None:
    assert place(lambda: read(temperature_c=degrees)) == "temperature_c"


class Tared(Decimal):
    """A subclass that shows itself otherwise."""

    def __str__(self) -> str:
        return "tared"


SAME = [100, "100", "100.0", "100.000", Decimal(100), Decimal("1E+2"), Decimal("100.000"), Tared("100")]


@pytest.mark.parametrize("kg", SAME, ids=repr)
def test_every_spelling_of_a_weight_is_the_same_weight(kg: Any) -> None:
    assert weigh(kg) == weigh(Decimal("100"))
    assert hash(weigh(kg)) == hash(weigh("100"))
    assert type(weigh(kg).quantity_kg) is Decimal
    assert str(weigh(kg).quantity_kg) == "100"


UTC = timezone.utc
SECONDS_OFF = timezone(timedelta(hours=5, minutes=30, seconds=15))
NO_TIMES = [datetime(2026, 1, 1), date(2026, 1, 1), time(5), 5, 1.5, True, "2026-01-01", "now", b"", timedelta()]
NO_TIMES += ["2026-01-01T00:00:00", "2026-02-30T00:00:00Z", datetime(2026, 1, 1, tzinfo=SECONDS_OFF)]
# The year 0, which no datetime can be given back as.
NO_TIMES += ["0000-06-01T00:00:00Z", datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=5)))]


@pytest.mark.parametrize("when", NO_TIMES, ids=repr)
def test_what_is_no_instant_is_refused_at_its_field(when: Any) -> None:
    assert place(lambda: read(taken_at=when)) == "taken_at"
    assert place(lambda: Clock(when)) == "now"
    plant = canonical_plant()
    assert place(lambda: plant.run(OPERATOR, label(), at=when)) == "at"
    assert place(lambda: Envelope(key=ID, actor=OPERATOR, command=label(), at=when)) == "at"


NO_DAYS = [datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 1), "2026-02-30", "1/1/2026", 5, "0000-01-01"]


@pytest.mark.parametrize("day", NO_DAYS, ids=repr)
def test_what_is_no_day_is_refused_at_its_field(day: Any) -> None:
    assert place(lambda: lot(best_before=day)) == "best_before"


@pytest.mark.parametrize("start", [time(5, 30, 15), time(5, 30, 0, 1), time(5, tzinfo=UTC), "5:30", "24:00", 5])
def test_what_is_no_start_of_a_day_is_refused_at_its_field(start: Any) -> None:
    assert place(lambda: site(day_starts_at=start)) == "day_starts_at"


@pytest.mark.parametrize("id", ["", "x", ID.hex, ID.urn, f"{{{ID}}}", ID.bytes, 7, "\ud800", [ID]], ids=repr)
def test_what_is_no_id_is_refused_at_its_field(id: Any) -> None:
    plant = canonical_plant()
    assert place(lambda: StartRun(run_id=id)) == "run_id"
    assert place(lambda: plant.run(OPERATOR, label(), key=id)) == "key"
    assert place(lambda: blocking.MemoryPlant(tenant=id)) == "tenant"


@pytest.mark.parametrize("word", ["raw", "RAW ", "", "HAM", 0, True, LotType, foodwms.LotStatus.HOLD], ids=repr)
def test_a_word_of_no_closed_set_is_refused_at_its_field(word: Any) -> None:
    assert place(lambda: lot(lot_type=word)) == "lot_type"


@pytest.mark.parametrize("text", ["a\0b" * 9, "\ud800" * 9, 5, b"reason enough", ["reason"], True], ids=repr)
def test_what_is_no_text_is_refused_at_its_field(text: Any) -> None:
    assert place(lambda: held(text)) == "reason"


def test_a_text_may_be_2000_characters_long_and_no_longer() -> None:
    assert held("é" * 2000).reason == "é" * 2000
    error = refused(lambda: held("é" * 2001))
    assert error.code is Code.TEXT_TOO_LONG
    assert error.details == {"field": "reason", "length": 2001, "max": 2000}


@pytest.mark.parametrize("name", [{"hu": 5}, {5: "Duna"}, "Duna"], ids=repr)
def test_a_name_is_a_text_in_each_language(name: Any) -> None:
    assert place(lambda: site(name=name)).startswith("name")


BAD_METADATA: list[Any] = [[1], "text", 5, {1: 1}, {None: 1}, {"a": "\0"}, {"a\0": 1}, {"a": ["\ud800"]}]
BAD_METADATA += [{"\ud800": 1}, {"a": {"b": float("nan")}}, {"a": object()}, {"a": b"\0"}, {"a": "x" * 20_000}]
BAD_METADATA += [nested(65), nested(200), nested(50_000), {"a": 1 << 20_000}]


@pytest.mark.parametrize("metadata", BAD_METADATA, ids=range(len(BAD_METADATA)))
def test_what_is_no_metadata_is_refused_at_its_field(metadata: Any) -> None:
    assert place(lambda: kept(metadata)).startswith("metadata")


def test_the_place_of_what_is_wrong_is_its_path_in_the_spelling_of_the_core() -> None:
    assert place(lambda: kept({"a": [1, {"b": "\ud800"}]})) == "metadata.a.1.b"
    inputs: Any = [{"lot_id": ID, "quantity_kg": 1}, {"lot_id": ID, "quantity_kg": 1.5}]
    assert place(lambda: foodwms.Transform(run_id=ID, inputs=inputs, outputs=[])) == "inputs.1.quantity_kg"


def test_what_contains_itself_is_nested_too_deep() -> None:
    circle: dict[str, Any] = {}
    circle["itself"] = circle
    ring: list[Any] = []
    ring.append(ring)
    for endless in (circle, {"ring": ring}, {"both": [circle, ring]}):
        assert place(partial(kept, endless)).startswith("metadata")
        assert place(partial(site, name=endless)).startswith("name")
        with pytest.raises(InvalidInput):
            CreateFlow(flow_id=ID, version_id=ID, name=NAME, graph=endless)
