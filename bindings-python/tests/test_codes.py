"""Every code is in one category, wherever it is raised: scripts that meet it are played, one for each code."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import foodwms
import pytest
from conformance.player import Player, read
from conftest import SUITE
from foodwms import Category, Code, Envelope, InvalidInput, WmsError, blocking
from plants import OPERATOR, label

# As wire.md has them; whatever stands nowhere here is a rule's.
CODES = {
    Category.INVALID: """INVALID_INPUT UNSUPPORTED_VERSION INVALID_CODE INVALID_WEIGHT INVALID_TEMPERATURE
        REASON_TOO_SHORT TEXT_TOO_LONG INVALID_GRAPH LEGACY_LOT_TYPE""",
    Category.NOT_FOUND: "NOT_FOUND",
    Category.FORBIDDEN: "FORBIDDEN",
    Category.CONFLICT: """INVALID_TRANSITION ALREADY_EXISTS IDEMPOTENCY_KEY_REUSED DUPLICATE_CODE DRAFT_EXISTS
        FLOW_IMMUTABLE VERSION_IN_USE STALE_STEP STALE_DRAFT RUN_NOT_RUNNING""",
    Category.UNAVAILABLE: "STORE_UNAVAILABLE STORE_BUSY",
    Category.INTERNAL: "STORE_CORRUPT INTERNAL",
}
CATEGORY = {code: category for category, codes in CODES.items() for code in codes.split()}
RESERVED = {Code.CODES_EXHAUSTED, Code.DEPENDS_ON_REJECTED, Code.GENEALOGY_CYCLE}
STORES = {Code.STORE_UNAVAILABLE, Code.STORE_BUSY, Code.STORE_CORRUPT, Code.INTERNAL}
MET = sorted(set(Code) - RESERVED - STORES - {Code.UNSUPPORTED_VERSION})


@cache
def scripts() -> dict[str, Path]:
    """For each code the shortest script that meets it."""
    found: dict[str, Path] = {}
    for path in sorted(SUITE.rglob("*.json"), key=lambda path: (path.stat().st_size, path)):
        for step in read(path)["steps"]:
            found.setdefault(step.get("error", {}).get("code"), path)
    return found


class Witness(Player):
    """Keeps the class and the category of every refusal."""

    def __init__(self, script: dict[str, Any]) -> None:
        plant = blocking.MemoryPlant()
        super().__init__(plant, plant.clock, script)
        self.raised: defaultdict[str, set[type[WmsError]]] = defaultdict(set)
        self.categories: defaultdict[str, set[str]] = defaultdict(set)

    def method(self, tagged: dict[str, Any], *first: object) -> Any:
        call = super().method(tagged, *first)
        if call is None:
            return None
        method, given = call

        def witnessed(*arguments: Any, **keywords: Any) -> Any:
            try:
                return method(*arguments, **keywords)
            except WmsError as error:
                self.raised[error.code].add(type(error))
                raise

        return witnessed, given

    def judge(self, step: dict[str, Any], answer: Any, error: Any) -> str | None:
        if error is not None:
            self.categories[error["code"]].add(error["category"])
        return super().judge(step, answer, error)


@pytest.mark.parametrize("code", MET)
def test_a_code_is_met_in_its_category_alone(code: Code) -> None:
    witness = Witness(read(scripts()[code]))
    witness.play()
    category = CATEGORY.get(code, Category.RULE)
    assert witness.categories[code] == {category}
    # Some shapes only JSON can have.
    assert {kind.category for kind in witness.raised[code]} <= {category}


def test_most_codes_are_met_as_exceptions() -> None:
    witnesses = [Witness(read(scripts()[code])) for code in MET]
    for witness in witnesses:
        witness.play()
    raised = {code for witness in witnesses for code in witness.raised}
    assert set(MET) - raised == set()


def test_an_envelope_of_a_newer_version_is_refused_as_such() -> None:
    text = Envelope(key=UUID(int=1), actor=OPERATOR, command=label()).to_json()
    with pytest.raises(InvalidInput) as caught:
        Envelope.from_json(text.replace("{", '{"v":2,', 1) if '"v":1' not in text else text.replace('"v":1', '"v":2'))
    assert caught.value.code is Code.UNSUPPORTED_VERSION
    assert caught.value.details["field"] == "v"


def test_every_category_has_codes_and_no_code_has_two() -> None:
    assert set(CATEGORY) <= set(Code)
    assert set(CODES) | {Category.RULE} == set(Category)
    assert len(CATEGORY) == sum(len(codes.split()) for codes in CODES.values())


@pytest.mark.parametrize("kind", WmsError.__subclasses__(), ids=lambda kind: kind.__name__)
def test_a_class_takes_a_code_by_its_text_and_no_text_that_is_none(kind: type[WmsError]) -> None:
    error = kind("INTERNAL", {"n": 1}, {"hu": "baj"})
    assert error.code is Code.INTERNAL
    assert error.message("en") == "INTERNAL"
    assert (error.message("hu"), error.details) == ("baj", {"n": 1})
    with pytest.raises(ValueError, match="no code"):
        kind("no code")
    assert foodwms.__dict__[kind.__name__] is kind
