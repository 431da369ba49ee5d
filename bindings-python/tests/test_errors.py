"""A refusal is an exception of its category: with a code, the facts and a message in every language."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import foodwms
import pytest
from foodwms import (
    Category,
    Code,
    Conflict,
    Envelope,
    Forbidden,
    Internal,
    InvalidInput,
    LotType,
    NotFound,
    RuleViolation,
    Unavailable,
    WarningCode,
    WmsError,
    blocking,
    errors,
)
from plants import ADMIN, AUDITOR, MANAGER, OPERATOR, RUN, VIEWER, canonical_plant, register

NOBODY = "postgres://nobody@127.0.0.1:1/none"
CLASSES = {
    Category.INVALID: InvalidInput,
    Category.NOT_FOUND: NotFound,
    Category.FORBIDDEN: Forbidden,
    Category.CONFLICT: Conflict,
    Category.RULE: RuleViolation,
    Category.UNAVAILABLE: Unavailable,
    Category.INTERNAL: Internal,
}

plant = canonical_plant()
LOT = register(plant)


def refusal(call: Callable[[], object]) -> WmsError:
    with pytest.raises(WmsError) as caught:
        call()
    return caught.value


REFUSALS: dict[type[WmsError], tuple[Code, dict[str, Any], Callable[[], object]]] = {
    InvalidInput: (
        Code.REASON_TOO_SHORT,
        {"field": "reason", "length": 2, "min": 10},
        lambda: plant.hold_lot(AUDITOR, lot_id=LOT, reason="no"),
    ),
    NotFound: (
        Code.NOT_FOUND,
        {"entity": "run", "id": str(UUID(int=5))},
        lambda: plant.start_run(OPERATOR, run_id=UUID(int=5)),
    ),
    Forbidden: (
        Code.FORBIDDEN,
        {"action": "start_run", "role": "VIEWER"},
        lambda: plant.start_run(VIEWER, run_id=RUN),
    ),
    Conflict: (
        Code.INVALID_TRANSITION,
        {"entity": "run", "id": str(RUN), "state": "RUNNING", "command": "start_run"},
        lambda: plant.start_run(OPERATOR, run_id=RUN),
    ),
    RuleViolation: (
        Code.QC_PENDING,
        {"count": 1},
        lambda: plant.advance_run(MANAGER, run_id=RUN),
    ),
    Unavailable: (Code.STORE_UNAVAILABLE, {}, lambda: blocking.connect(NOBODY, deadline=1.0)),
}
every_refusal = pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: kind.__name__)


def test_every_category_has_its_class_and_every_class_its_category() -> None:
    assert {kind.category: kind for kind in WmsError.__subclasses__()} == CLASSES
    assert set(CLASSES) == set(Category)
    assert {kind.__name__ for kind in CLASSES.values()} | {"Warning", "WmsError"} == set(errors.__all__)
    for kind in CLASSES.values():
        assert getattr(foodwms, kind.__name__) is kind
        assert kind.__doc__


def test_the_builtin_classes_of_old_catch_what_they_name() -> None:
    assert issubclass(InvalidInput, ValueError)
    assert issubclass(NotFound, LookupError)
    with pytest.raises(ValueError, match="reason"):
        REFUSALS[InvalidInput][2]()
    with pytest.raises(LookupError, match="run"):
        REFUSALS[NotFound][2]()
    assert not issubclass(NotFound, KeyError)


@every_refusal
def test_a_refusal_is_raised_as_its_class_with_its_code_and_its_facts(kind: type[WmsError]) -> None:
    code, details, call = REFUSALS[kind]
    error = refusal(call)
    assert type(error) is kind
    assert error.code is code
    assert isinstance(error.category, Category)
    assert details.items() <= dict(error.details).items()


@every_refusal
def test_a_refusal_speaks_hungarian_and_english(kind: type[WmsError]) -> None:
    error = refusal(REFUSALS[kind][2])
    assert set(error.messages) == {"hu", "en"}
    assert error.message("hu") != error.message("en") == error.message()
    assert all(len(error.message(language)) > 10 for language in ("hu", "en"))
    assert str(error) == f"{error.code.value}: {error.message('en')}"
    assert repr(error) == f"{kind.__name__}(code={error.code.value!r}, details={error.details!r})"


@every_refusal
def test_a_refusal_comes_back_from_pickling_and_copying(kind: type[WmsError]) -> None:
    error = refusal(REFUSALS[kind][2])
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        for again in (pickle.loads(pickle.dumps(error, protocol)), copy.copy(error), copy.deepcopy(error)):
            assert type(again) is kind
            assert again.to_dict() == error.to_dict()
            assert (str(again), repr(again), again.code) == (str(error), repr(error), error.code)
            assert vars(again) == vars(error), "what else it said, as the reason of a failed connection"


@pytest.mark.parametrize("kind", [NotFound, Forbidden, Conflict, RuleViolation, InvalidInput], ids=lambda one: one.__name__)
def test_a_refusal_is_the_error_of_the_wire(kind: type[WmsError]) -> None:
    commands: dict[type[WmsError], tuple[foodwms.Actor, Any]] = {
        NotFound: (OPERATOR, foodwms.StartRun(run_id=UUID(int=5))),
        Forbidden: (VIEWER, foodwms.StartRun(run_id=RUN)),
        Conflict: (OPERATOR, foodwms.StartRun(run_id=RUN)),
        RuleViolation: (MANAGER, foodwms.AdvanceRun(run_id=RUN)),
        InvalidInput: (AUDITOR, foodwms.HoldLot(lot_id=LOT, reason="no")),
    }
    actor, command = commands[kind]
    error = refusal(lambda: plant.run(actor, command))
    sent = Envelope(key=uuid4(), actor=actor, command=command)
    answer = json.loads(plant.execute(sent.to_json()))
    assert answer == {"status": "rejected", "error": error.to_dict()}
    assert json.loads(error.to_json()) == error.to_dict()
    assert list(error.to_dict()) == ["code", "category", "message", "details"]
    [listed] = plant.execute_many([sent])
    assert isinstance(listed, kind)
    assert listed.to_dict() == error.to_dict()


def test_a_refused_query_is_the_error_of_the_wire() -> None:
    error = refusal(lambda: plant.get_run(run_id=UUID(int=5)))
    assert json.loads(plant.ask(foodwms.GetRun(run_id=UUID(int=5)).to_json())) == error.to_dict()


def test_a_database_that_is_not_there_says_why() -> None:
    error = refusal(lambda: blocking.connect(NOBODY, deadline=1.0))
    assert "refused" in getattr(error, "reason", "")


def test_a_refusal_changes_nothing() -> None:
    before = plant.verify_audit().events
    for _, (_, _, call) in REFUSALS.items():
        refusal(call)
    assert plant.verify_audit().events == before


def test_a_warning_speaks_of_what_was_done_all_the_same() -> None:
    plant = canonical_plant()
    lot_id = register(plant, weight_kg=2000)
    plant.record_inspection(
        AUDITOR, inspection_id=uuid4(), lot_id=lot_id, inspection_type="receipt", decision=foodwms.Decision.PASS,
        readings=[foodwms.NewReading(reading_id=uuid4(), kind=foodwms.ReadingKind.SURFACE, temperature_c=2)],
    )  # fmt: skip
    buffer_id = uuid4()
    plant.create_buffer(
        ADMIN, buffer_id=buffer_id, code="SMALL", buffer_type="LK", site="DUNA",
        accepts=[LotType.RAW], capacity_kg=1, temp_max_c=4,
    )  # fmt: skip
    applied = plant.receive_stock(OPERATOR, lot_id=lot_id, buffer_id=buffer_id, quantity_kg=10)
    [warning] = applied.warnings
    assert warning.code is WarningCode.OVER_CAPACITY
    assert warning.details["would_hold_kg"] == "10"
    assert warning.message("hu") != warning.message("en") == warning.message()
    assert pickle.loads(pickle.dumps(warning)) == warning
