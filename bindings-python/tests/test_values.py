"""Every value is frozen, compared by its content, shown in full, and outlives pickling, copying and JSON."""

from __future__ import annotations

import copy
import enum
import json
import pickle
from datetime import datetime, timedelta
from typing import Any

import pytest
import stub
from foodwms import Applied, InvalidInput, LotStatus, Value, WarningCode, enums, values
from plants import OPERATOR, SCRIPTS, canonical_plant, fields, label, register, seen, specimens

CLASSES = [name for name in values.__all__ if issubclass(getattr(values, name), Value)]
ANSWERS = ["Applied", "Page"]
OUTCOMES = {type(None), tuple, values.PlantPolicy}
OUTCOMES |= {getattr(values, name) for name in CLASSES if name.endswith("Outcome")}
every_class = pytest.mark.parametrize("name", CLASSES)


def cases(name: str) -> list[Any]:
    found = specimens()[name]
    assert found, f"no script has a {name}"
    return found


def test_every_class_is_a_value_or_an_answer_and_has_a_specimen() -> None:
    assert set(values.__all__) - set(CLASSES) == set(ANSWERS)
    assert set(values.__all__) == set(specimens())


@every_class
def test_no_field_of_a_value_can_be_set_or_deleted(name: str) -> None:
    for value in cases(name):
        before = value.to_json()
        for field in fields(value):
            with pytest.raises(AttributeError):
                setattr(value, field, getattr(value, field))
            with pytest.raises(AttributeError):
                delattr(value, field)
        with pytest.raises(AttributeError):
            value.no_such_field = 1
        assert value.to_json() == before


@every_class
def test_values_of_one_content_are_equal_and_hash_alike(name: str) -> None:
    for value in cases(name):
        text = value.to_json()
        for data in (text, text.encode()):
            again = type(value).from_json(data)
            assert type(again) is type(value)
            assert again is not value
            assert again == value
            assert not again != value
            assert hash(again) == hash(value)
            assert again.to_json() == text
        assert len({value, again}) == 1


@every_class
def test_values_of_other_content_or_of_no_class_of_ours_are_not_equal(name: str) -> None:
    found = cases(name)
    for n, value in enumerate(found):
        assert all((other == value) == (other is value) for other in found)
        for stranger in (None, n, value.to_json(), json.loads(value.to_json()), (value,)):
            assert value != stranger
    assert len(set(found)) == len(found)


@every_class
def test_its_repr_shows_every_field(name: str) -> None:
    for value in cases(name):
        shown = ", ".join(f"{field}={getattr(value, field)!r}" for field in fields(value))
        assert repr(value) == f"{name}({shown})"


@every_class
def test_a_match_statement_takes_it_apart_by_keyword(name: str) -> None:
    for value in cases(name):
        names = fields(value)
        pattern = ", ".join(f"{field}=_{n}" for n, field in enumerate(names))
        taken = "".join(f"_{n}, " for n in range(len(names)))
        scope: dict[str, Any] = {"value": value, "Class": type(value), "found": None}
        exec(f"match value:\n    case Class({pattern}):\n        found = ({taken})", scope)
        assert scope["found"] == tuple(getattr(value, field) for field in names)


@every_class
def test_it_comes_back_from_pickling_and_copying(name: str) -> None:
    for value in cases(name):
        assert copy.copy(value) == value
        assert copy.deepcopy([value]) == [value]
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            again = pickle.loads(pickle.dumps(value, protocol))
            assert type(again) is type(value)
            assert again == value


@every_class
def test_its_fields_are_those_of_its_constructor_and_make_it_again(name: str) -> None:
    for value in cases(name):
        given = {field: getattr(value, field) for field in fields(value)}
        again = type(value)(**given)
        assert {field: getattr(again, field) for field in fields(again)} == given
        # A graph as an object has lost its spelling.
        assert again == value or "graph" in given


@every_class
def test_its_fields_have_the_types_that_the_stub_tells(name: str) -> None:
    promised = stub.properties(name)
    for value in cases(name):
        assert set(promised) == set(fields(value))
        for field, annotation in promised.items():
            got = getattr(value, field)
            assert stub.differs(got, annotation) is None, f"{name}.{field}"
            if isinstance(got, datetime):
                assert got.utcoffset() == timedelta(0)
                assert got.microsecond % 1000 == 0


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_is_frozen_and_shows_itself(name: str) -> None:
    for answer in cases(name):
        for field, annotation in stub.properties(name).items():
            assert f"{field}={getattr(answer, field)!r}" in repr(answer)
            if "_T_co" not in annotation:
                assert stub.differs(getattr(answer, field), annotation) is None
            with pytest.raises(AttributeError):
                setattr(answer, field, None)
        assert isinstance(json.loads(answer.to_json()), dict)


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_is_compared_copied_and_pickled_as_values_are(name: str) -> None:
    for answer in cases(name):
        assert copy.copy(answer) == answer
        assert copy.deepcopy(answer) == answer
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            again = pickle.loads(pickle.dumps(answer, protocol))
            assert type(again) is type(answer)
            assert again == answer
            assert again.to_json() == answer.to_json()


WARNED = ["inventory/capacity-soft-transfer-warns", "time/backdate-too-far", "transforms/guard-11-yield-low"]
"""Scripts in which, taken together, every warning is given."""


def test_an_answer_is_pickled_whatever_it_says() -> None:
    answers = [one for script in [*SCRIPTS, *WARNED] for one in seen(script) if isinstance(one, Applied)]
    assert {type(answer.outcome) for answer in answers} == OUTCOMES
    assert {warning.code for answer in answers for warning in answer.warnings} == set(WarningCode)
    for answer in answers:
        again = pickle.loads(pickle.dumps(answer))
        assert again == answer
        assert (again.outcome, again.warnings) == (answer.outcome, answer.warnings)


def test_a_pickle_of_something_else_makes_no_answer() -> None:
    made = canonical_plant().run(OPERATOR, label())
    make, parts = made.__reduce__()
    for n, wrong in enumerate([label(), (label(),), (5,), None]):
        with pytest.raises((InvalidInput, AttributeError, TypeError)):
            make(*parts[:n], wrong, *parts[n + 1 :])
    with pytest.raises(InvalidInput):
        make((label(),), *parts[1:])


def test_what_is_asked_twice_is_answered_equally() -> None:
    plant = canonical_plant()
    register(plant)
    assert plant.list_lots() == plant.list_lots()


@pytest.mark.parametrize("name", enums.__all__)
def test_every_word_of_a_closed_set_is_its_text(name: str) -> None:
    words: Any = getattr(enums, name)
    assert issubclass(words, str)
    assert issubclass(words, enum.Enum)
    assert len(words) > 0
    assert all(isinstance(word, str) for word in words)
    for word in words:
        assert str(word) == f"{word}" == format(word) == word.value == word
        assert json.dumps(word) == json.dumps(word.value)
        assert repr(word) == f"{name}.{word.name}"
        assert words(word.value) is words[word.name] is word
        assert pickle.loads(pickle.dumps(word)) is copy.deepcopy(word) is word
    assert words(words(next(iter(words)))) is next(iter(words))


SILENT = ["Code", "CommandType", "EventType", "IssueCode", "QueryType", "WarningCode"]
"""Words for programs: people read the messages that come with some of them."""


@pytest.mark.parametrize("name", [name for name in enums.__all__ if name not in SILENT])
def test_every_word_that_people_read_has_a_label_in_each_language(name: str) -> None:
    words: Any = getattr(enums, name)
    for word in words:
        assert word.label("hu").strip()
        assert word.label("en").strip()
        assert word.label() == word.label("en")
    for language in ("hu", "en"):
        assert len({word.label(language) for word in words}) == len(words)
    with pytest.raises(InvalidInput):
        words(next(iter(words))).label("de")


def test_a_label_is_the_one_of_the_core() -> None:
    released = LotStatus.RELEASED
    assert (released.label("hu"), released.label("en")) == ("felszabadítva", "released")
    assert (enums.Role.OPERATOR.label("hu"), enums.Role.OPERATOR.label()) == ("kezelő", "operator")


@pytest.mark.parametrize("name", SILENT)
def test_a_word_for_programs_has_no_label(name: str) -> None:
    assert not hasattr(next(iter(getattr(enums, name))), "label")


def test_every_code_tells_its_category() -> None:
    assert {code.category for code in enums.Code} == set(enums.Category)
    for code in enums.Code:
        assert code.category is enums.Category(code.category.value)
    assert enums.Code.NOT_FOUND.category is enums.Category.NOT_FOUND
    assert enums.Code.LOT_EXPIRED.category is enums.Category.RULE
    assert enums.Code.STORE_BUSY.category is enums.Category.UNAVAILABLE


def test_a_field_of_a_closed_set_is_the_very_member() -> None:
    plant = canonical_plant()
    lot = plant.get_lot(lot=str(register(plant)))
    assert lot.status is LotStatus.QUARANTINE
    with pytest.raises(ValueError, match="quarantine"):
        LotStatus("quarantine")


def test_what_a_field_gives_out_is_nobody_elses_to_change() -> None:
    plant = canonical_plant()
    lot = plant.get_lot(lot=str(register(plant, metadata={"pallet": [1, 2]})))
    before = hash(lot)
    assert lot.metadata is not None
    lot.metadata["pallet"].append(3)
    assert lot.metadata == {"pallet": [1, 2]}
    assert hash(lot) == before
