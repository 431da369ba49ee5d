"""The list in an answer is a sequence like a tuple, and makes its items when they are looked at."""

from __future__ import annotations

import copy
import gc
import json
import pickle
from collections.abc import Sequence
from typing import Any

import pytest
from foodwms import BufferView, LotsTransformed, _native
from plants import canonical_plant, specimens

BUFFERS: Any = canonical_plant().list_buffers()
CODES = ["FRZ", "LK", "MIX", "PAL", "SKW15", "SKW30"]


def test_it_is_a_sequence_of_as_many_items_as_there_are() -> None:
    assert isinstance(BUFFERS, _native.Items)
    assert isinstance(BUFFERS, Sequence)
    assert len(BUFFERS) == 6
    assert [one.code for one in BUFFERS] == CODES
    assert [one.code for one in reversed(BUFFERS)] == CODES[::-1]
    assert all(isinstance(one, BufferView) for one in BUFFERS)
    assert bool(BUFFERS)
    assert not canonical_plant().list_lots().items


@pytest.mark.parametrize("n", range(-6, 6))
def test_an_index_counts_from_either_end(n: int) -> None:
    assert BUFFERS[n].code == CODES[n]


@pytest.mark.parametrize("n", [6, 7, -7, -8, 2**31, 2**63 - 1, -(2**63), 2**64, -(2**70)])
def test_an_index_out_of_range_is_an_index_error_as_of_a_tuple(n: int) -> None:
    with pytest.raises(IndexError):
        tuple(BUFFERS)[n]
    with pytest.raises(IndexError):
        BUFFERS[n]


@pytest.mark.parametrize("index", ["0", 1.0, None, (0, 1)])
def test_an_index_of_another_kind_is_a_type_error(index: Any) -> None:
    with pytest.raises(TypeError):
        BUFFERS[index]


@pytest.mark.parametrize("step", [None, 1, 2, 5, 7, -1, -2, -7])
def test_a_slice_is_the_tuple_that_a_slice_of_a_tuple_is(step: int | None) -> None:
    whole, places = tuple(BUFFERS), [None, 0, 1, 3, 6, 9, -1, -6, -9, 2**70]
    for start in places:
        for stop in places:
            assert BUFFERS[start:stop:step] == whole[start:stop:step]
            assert type(BUFFERS[start:stop:step]) is tuple


def test_a_slice_of_no_step_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="zero"):
        BUFFERS[::0]


def test_it_knows_what_is_in_it() -> None:
    assert BUFFERS[2] in BUFFERS
    assert BUFFERS[2].code not in BUFFERS
    assert None not in BUFFERS


def test_it_has_the_methods_that_every_sequence_has() -> None:
    assert BUFFERS.index(BUFFERS[2]) == 2
    assert BUFFERS.count(BUFFERS[2]) == 1
    with pytest.raises(ValueError):
        BUFFERS.index(BUFFERS[0], 1)


def test_it_equals_any_list_or_tuple_of_equal_items() -> None:
    same = canonical_plant().list_buffers()
    for equal in (same, list(same), tuple(same)):
        assert BUFFERS == equal
        assert equal == BUFFERS
        assert not BUFFERS != equal
    assert hash(BUFFERS) == hash(same) == hash(tuple(same))
    for other in (BUFFERS[:5], BUFFERS[::-1], (*BUFFERS, 1), CODES):
        assert BUFFERS != other


@pytest.mark.parametrize("make", [set, dict.fromkeys, iter, str, lambda items: None, len])
def test_it_equals_nothing_that_is_no_list(make: Any) -> None:
    assert BUFFERS != make(BUFFERS)


@pytest.mark.parametrize("nothing", ["", b"", {}, set()])
def test_an_empty_one_equals_nothing_else_that_is_empty(nothing: Any) -> None:
    empty = canonical_plant().list_lots().items
    assert empty == ()
    assert empty != nothing


def test_it_shows_and_writes_its_items() -> None:
    assert repr(BUFFERS) == repr(list(BUFFERS))
    found = json.loads(_native.Items.to_json(BUFFERS))
    assert found == [json.loads(one.to_json()) for one in BUFFERS]


def test_it_comes_back_from_pickling_and_copying_as_an_equal_sequence() -> None:
    assert copy.copy(BUFFERS) == BUFFERS
    assert copy.deepcopy(BUFFERS) == BUFFERS
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(BUFFERS, protocol)) == BUFFERS


def test_nothing_in_it_can_be_set() -> None:
    with pytest.raises(TypeError):
        BUFFERS[0] = BUFFERS[1]
    with pytest.raises(TypeError):
        del BUFFERS[0]
    with pytest.raises(AttributeError):
        BUFFERS.append(1)


def test_a_match_statement_takes_it_apart() -> None:
    match BUFFERS:
        case [first, *_, last]:
            assert (first.code, last.code) == ("FRZ", "SKW30")
        case _:
            pytest.fail("it is no sequence to `match`")


def test_it_stays_alive_when_its_owner_is_gone() -> None:
    event = LotsTransformed.from_json(specimens()["LotsTransformed"][0].to_json())
    outputs, ids = event.outputs, [one.lot_id for one in event.outputs]
    walk = iter(event.outputs)
    assert ids
    del event
    gc.collect()
    assert [one.lot_id for one in outputs] == ids
    assert [one.lot_id for one in walk] == ids


def test_an_iterator_that_ended_has_ended() -> None:
    walk = iter(BUFFERS)
    assert iter(walk) is walk
    assert [one.code for one in walk] == CODES
    assert list(walk) == []
