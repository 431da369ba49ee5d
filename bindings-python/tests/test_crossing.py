"""Whatever crosses the border comes back as it went: properties, on values that nobody thought of."""

from __future__ import annotations

import json
import math
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from foodwms import AdvanceRun, Clock, Envelope, Input, LotType, NewSignature, RegisterLot, StartRun
from hypothesis import given, settings
from hypothesis import strategies as st
from plants import OPERATOR, RUN, canonical_plant, register
from test_borders import ID, held, kept, lot, read, weigh

plant = canonical_plant()

TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
WHOLE = st.integers(-(10**30), 10**30)
JSON = st.recursive(
    st.none() | st.booleans() | WHOLE | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=20,
)
METADATA = st.dictionaries(TEXT, JSON, max_size=5).filter(
    lambda one: len(json.dumps(one, ensure_ascii=False).encode()) < 8_000
)
WEIGHTS = st.decimals("0.001", "10000", places=3)
OFFSETS = st.integers(-23 * 60 - 59, 23 * 60 + 59).map(lambda minutes: timezone(timedelta(minutes=minutes)))
ZONES = OFFSETS | st.sampled_from(["Europe/Budapest", "Asia/Kolkata", "America/St_Johns", "Pacific/Apia"]).map(ZoneInfo)
INSTANTS = st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1), timezones=ZONES)


def truncated(when: datetime) -> datetime:
    """The instant in UTC, without what is less than a millisecond."""
    when = when.astimezone(timezone.utc)
    return when.replace(microsecond=when.microsecond // 1000 * 1000)


@given(kg=WEIGHTS)
def test_a_weight_comes_back_unchanged(kg: Decimal) -> None:
    got = weigh(kg).quantity_kg
    assert got == kg
    assert type(got) is Decimal
    assert weigh(got) == weigh(str(kg)) == Input.from_json(weigh(kg).to_json())
    assert json.loads(weigh(kg).to_json())["quantity_kg"] == f"{kg.normalize():f}"


@given(kg=WEIGHTS)
@settings(max_examples=30, deadline=None)
def test_a_weight_comes_back_from_a_plant_unchanged(kg: Decimal) -> None:
    got = plant.get_lot(lot=str(register(plant, weight_kg=kg)))
    assert got.weight_kg == got.remaining_kg == kg


@given(tenths=st.integers(-500, 1000))
def test_a_temperature_comes_back_unchanged(tenths: int) -> None:
    degrees = Decimal(tenths) / 10
    assert read(temperature_c=degrees).temperature_c == degrees


@given(id=st.uuids(allow_nil=True))
def test_an_id_comes_back_unchanged(id: UUID) -> None:
    for spelled in (id, str(id), str(id).upper()):
        got = StartRun(run_id=spelled).run_id
        assert got == id
        assert type(got) is UUID


@given(text=TEXT)
def test_a_text_comes_back_unchanged(text: str) -> None:
    noted = AdvanceRun(run_id=RUN, notes=text)
    assert AdvanceRun.from_json(noted.to_json()).notes == noted.notes == text
    # The one text that the core trims.
    assert held(text).reason.strip() == text.strip()


@given(metadata=METADATA)
def test_metadata_comes_back_unchanged(metadata: dict[str, Any]) -> None:
    made = kept(metadata)
    for got in (made.metadata, RegisterLot.from_json(made.to_json()).metadata):
        assert got == metadata
        assert same_kinds(got, metadata)


@given(metadata=METADATA)
@settings(max_examples=30, deadline=None)
def test_metadata_comes_back_from_a_plant_unchanged(metadata: dict[str, Any]) -> None:
    lot_id = register(plant, metadata=metadata)
    assert plant.get_lot(lot=str(lot_id)).metadata == metadata


def same_kinds(one: Any, other: Any) -> bool:
    """Whether a float came back as a float and a yes as a yes; `==` does not tell."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return all(same_kinds(one[name], other[name]) for name in other)
    if isinstance(one, list):
        return all(map(same_kinds, one, other))
    return not isinstance(one, float) or math.copysign(1, one) == math.copysign(1, other)


@given(when=INSTANTS)
def test_an_instant_comes_back_as_the_same_instant_in_milliseconds(when: datetime) -> None:
    got = read(taken_at=when).taken_at
    assert got == truncated(when)
    assert got is not None
    assert got.utcoffset() == timedelta(0)
    assert Clock(when).now == got
    envelope = Envelope(key=ID, actor=OPERATOR, command=StartRun(run_id=RUN), at=when)
    assert Envelope.from_json(envelope.to_json()).at == got


@given(day=st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_a_day_comes_back_unchanged(day: date) -> None:
    got = lot(best_before=day).best_before
    assert got == day
    assert type(got) is date


@given(data=st.binary(max_size=2000))
def test_bytes_come_back_unchanged(data: bytes) -> None:
    signed = NewSignature(printed_name="Kiss Anna", meaning="released", signature=data)
    assert signed.signature == data
    assert NewSignature.from_json(signed.to_json()).signature == data


@given(texts=st.lists(st.sampled_from(list(LotType)), max_size=5))
def test_words_come_back_as_themselves(texts: list[LotType]) -> None:
    for word in texts:
        assert lot(lot_type=word).lot_type is word
        assert lot(lot_type=word.value).lot_type is word


@given(data=st.binary(max_size=200) | TEXT.map(str.encode))
def test_no_bytes_break_a_reader(data: bytes) -> None:
    answer = json.loads(plant.ask("{}"))
    assert answer["code"] == "INVALID_INPUT"
    for read_json in (Input.from_json, StartRun.from_json, Envelope.from_json):
        try:
            value = read_json(data)
        except ValueError as error:
            assert type(error).__name__ == "InvalidInput"
        else:
            assert type(value).from_json(value.to_json()) == value
