"""What stands at the wrong door is refused: fields, JSON texts, cursors, tenants, graphs, settings."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
import stub
from foodwms import (
    Actor,
    Code,
    GetPolicy,
    Input,
    LotStatus,
    NotFound,
    Page,
    RegisterLot,
    Role,
    SaveDraft,
    StartRun,
    Value,
    WmsError,
    blocking,
    values,
)
from plants import ADMIN, OPERATOR, canonical_plant, fields, label, labels, specimens, with_site
from test_borders import ID, lot, place, refused, site

CLASSES = [name for name in values.__all__ if issubclass(getattr(values, name), Value)]
NOT_JSON: list[Any] = ["", "{", "nonsense", "[]", "5", "null", b"\xff\xfe", '"\ud800"', "[" * 10**6, None, 5, bytearray()]
plant = canonical_plant()


@pytest.mark.parametrize("name", CLASSES)
def test_a_constructor_takes_no_field_it_does_not_know(name: str) -> None:
    value = specimens()[name][0]
    given = {field: getattr(value, field) for field in fields(value)}
    assert place(lambda: type(value)(**given, no_such_field=1)) == "no_such_field"


@pytest.mark.parametrize("name", CLASSES)
def test_a_constructor_names_the_field_it_misses(name: str) -> None:
    value = specimens()[name][0]
    given = {field: getattr(value, field) for field in fields(value)}
    for field, annotation in stub.properties(name).items():
        if "None" not in annotation and not stub.keywords(name)[field]:
            rest = {one: other for one, other in given.items() if one != field}
            assert place(partial(getattr(values, name), **rest)) == field


def test_a_constructor_takes_no_other_spelling_of_a_field() -> None:
    assert place(lambda: Input(lot_id_=ID, quantity_kg=1)) == "lot_id_"  # type: ignore[call-arg]
    odd: dict[str, Any] = {"lot_id": ID, "quantity_kg": 1, "\ud800": 1}
    assert place(lambda: Input(**odd)) is not None
    with pytest.raises(TypeError):
        Input(ID, 1)  # type: ignore[call-arg]


@pytest.mark.parametrize("text", NOT_JSON, ids=lambda text: f"{text!r:.12}")
def test_no_class_reads_what_is_no_json_object(text: Any) -> None:
    for name in CLASSES:
        refused(partial(getattr(values, name).from_json, text))


def test_a_class_reads_no_json_of_another_class() -> None:
    start = StartRun(run_id=ID).to_json()
    assert place(lambda: GetPolicy.from_json(start)) == "type"
    assert place(lambda: StartRun.from_json(json.dumps({"run_id": str(ID)}))) == "type"
    assert place(lambda: StartRun.from_json(start[:-1] + ',"run_id":"x"}')) == "run_id"
    assert place(lambda: StartRun.from_json(start[:-1] + ',"more":1}')) == "more"


@pytest.mark.parametrize("text", [b"\xff", "\ud800", None, 5, {}], ids=repr)
def test_a_plant_takes_no_envelope_that_is_no_text(text: Any) -> None:
    refused(lambda: plant.execute(text))
    refused(lambda: plant.ask(text))


@pytest.mark.parametrize("text", ["", "nonsense", "[]", b"{}", "[" * 10**6], ids=lambda text: f"{text!r:.12}")
def test_a_plant_answers_that_an_envelope_is_no_json(text: Any) -> None:
    answer = json.loads(plant.execute(text))
    assert (answer["status"], answer["error"]["code"]) == ("rejected", "INVALID_INPUT")
    assert json.loads(plant.ask(text))["code"] == "INVALID_INPUT"


def test_a_plant_tells_commands_from_queries_and_from_the_rest() -> None:
    assert place(lambda: plant.run(OPERATOR, GetPolicy())) == "command"  # type: ignore[arg-type]
    assert place(lambda: plant.run(OPERATOR, label().to_json())) == "command"  # type: ignore[arg-type]
    assert place(lambda: plant.check(OPERATOR, None)) == "command"  # type: ignore[arg-type]
    assert str(place(lambda: plant.execute_many([*labels(1), label()]))).startswith("envelopes")  # type: ignore[list-item]
    assert len(plant.list_lots().items) == 0


@pytest.mark.parametrize("nobody", [None, "ADMIN", {"role": "ADMIN"}, ID, Role.ADMIN], ids=repr)
def test_only_an_actor_acts(nobody: Any) -> None:
    with pytest.raises((WmsError, TypeError)):
        plant.run(nobody, label())
    assert place(lambda: Actor(user_id=ID, role="BOSS")) == "role"  # type: ignore[arg-type]


@pytest.mark.parametrize("limit", [0, -1, 1001, 2**16, 2**64, True, 1.0, "10"])
def test_a_page_has_1_to_1000_items(limit: Any) -> None:
    assert str(place(lambda: plant.list_lots(limit=limit))).endswith("limit")


@pytest.mark.parametrize("after", ["", "nonsense", "\0", "\ud800", 5, b"x", "é" * 3000])
def test_a_cursor_is_one_that_was_given_out(after: Any) -> None:
    assert str(place(lambda: plant.list_lots(after=after))).endswith("after")


def test_a_cursor_is_for_the_query_it_was_given_out_for() -> None:
    plant = canonical_plant()
    plant.execute_many(labels(3))
    first: Page[Any] = plant.list_lots(limit=2)
    assert first.next is not None
    assert len(plant.list_lots(limit=2, after=first.next).items) == 1
    for other in (
        lambda: plant.list_lots(limit=2, after=first.next, status=LotStatus.HOLD),
        lambda: plant.list_moves(after=first.next),
        lambda: plant.audit_events(after=first.next),
    ):
        assert str(place(other)).endswith("after")


def test_a_tenant_sees_nothing_of_another(tmp_path: Path) -> None:
    database = blocking.connect(f"sqlite:{tmp_path / 'plant.db'}")
    ours, theirs = with_site(database), with_site(database)
    assert ours.tenant != theirs.tenant
    made = label(uuid4())
    code = ours.run(OPERATOR, made).outcome.code
    for name in (str(made.lot_id), code):
        assert ours.get_lot(lot=name).code == code
        with pytest.raises(NotFound) as caught:
            theirs.get_lot(lot=name)
        assert caught.value.details == {"entity": "lot", "id": name}
    assert len(theirs.list_lots().items) == 0
    assert theirs.run(OPERATOR, made).outcome.code == code, "the same id and code, in another plant"


@pytest.mark.parametrize("graph", ["not JSON", "", "{", "[" * 5000], ids=lambda one: f"{one:.8}")
def test_a_graph_that_is_no_json_is_shown_or_refused_but_breaks_nothing(graph: str) -> None:
    try:
        draft = SaveDraft(version_id=ID, graph=graph)
    except WmsError as error:
        assert error.details["field"] == "graph"
    else:
        assert repr(draft).startswith("SaveDraft(")
        assert draft.graph is not None


def test_metadata_with_a_number_too_long_for_python_is_shown_or_refused_but_breaks_nothing() -> None:
    text = lot(metadata={"n": 1}).to_json().replace('{"n":1}', '{"n":' + "1" * 5000 + "}")
    try:
        made = RegisterLot.from_json(text)
    except WmsError as error:
        assert error.details["field"] == "metadata"
    else:
        assert set(made.metadata or {}) == {"n"}
        assert repr(made).startswith("RegisterLot(")


URLS: list[Any] = ["", "plant.db", "mysql://here/x", "sqlite:\0", "sqlite:\ud800"]
URLS += ["postgres://[", "postgres://", "postgres://u@h:x/d"]


@pytest.mark.parametrize("url", URLS, ids=repr)
def test_what_names_no_database_is_refused_as_the_url(url: str) -> None:
    assert place(lambda: blocking.connect(url, deadline=0.5)) == "url"


SETTINGS: list[tuple[str, Any]] = [("connections", -1), ("connections", 10**30)]
SETTINGS += [("deadline", -1.0), ("deadline", float("nan")), ("deadline", float("inf")), ("deadline", 1e300)]


@pytest.mark.parametrize(("setting", "value"), SETTINGS)
def test_a_setting_that_cannot_be_is_refused_at_its_name(setting: str, value: Any) -> None:
    assert place(lambda: blocking.connect("sqlite::memory:", **{setting: value})) == setting


def test_a_site_is_defined_once_and_its_refusal_changes_nothing() -> None:
    before = plant.get_site(site="DUNA")
    with pytest.raises(WmsError):
        plant.run(ADMIN, site(name={"hu": "Tisza"}))
    assert plant.get_site(site="DUNA") == before
    assert UUID(int=0) == plant.tenant
