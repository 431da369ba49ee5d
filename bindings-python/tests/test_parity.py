"""Whatever the core can do, both plants can, under the same names; and everything says what it is."""

from __future__ import annotations

import inspect
import typing
from typing import Any

import foodwms
import pytest
import stub
from foodwms import CommandType, EventType, QueryType, Value, _api, _blocking_api, _native, blocking, enums, errors, values

FAMILIES = [(CommandType, foodwms.Command), (QueryType, foodwms.Query), (EventType, foodwms.Event)]
METHODS = [*CommandType, *QueryType]
PLANTS = [foodwms.Plant, foodwms.MemoryPlant, foodwms.Database]
THREADED = [blocking.Plant, blocking.MemoryPlant, blocking.Database]
CLASSES = [name for name in values.__all__ if issubclass(getattr(values, name), Value)]
ENVELOPE = ["key", "at"]


def class_of(word: str) -> Any:
    return getattr(foodwms, "".join(part.title() for part in word.split("_")))


def parameters(method: Any) -> dict[str, inspect.Parameter]:
    return dict(inspect.signature(method).parameters)


@pytest.mark.parametrize(("words", "union"), FAMILIES, ids=["commands", "queries", "events"])
def test_a_union_is_of_the_classes_of_its_types_and_of_no_other(words: Any, union: Any) -> None:
    members = typing.get_args(union)
    assert members == tuple(class_of(word) for word in words)
    assert len(set(members)) == len(words)
    for member in members:
        assert issubclass(member, Value)
        assert member.__name__ in values.__all__


@pytest.mark.parametrize("word", METHODS)
def test_a_type_has_a_method_on_both_plants_with_the_same_parameters(word: str) -> None:
    awaited, called = getattr(foodwms.Plant, word), getattr(blocking.Plant, word)
    assert inspect.iscoroutinefunction(awaited)
    assert not inspect.iscoroutinefunction(called)
    assert inspect.signature(awaited) == inspect.signature(called)
    assert awaited.__doc__ == called.__doc__
    taken = list(parameters(awaited).values())[1:]
    assert all(one.annotation is not inspect.Parameter.empty for one in taken)
    # By its place alone may be told who acts; of a query, what it asks for.
    by_place = [one.name for one in taken if one.kind is not inspect.Parameter.KEYWORD_ONLY]
    if word in set(CommandType):
        assert by_place == ["actor"]
    else:
        assert len(by_place) <= 1
        assert not any(one.default is not inspect.Parameter.empty for one in taken if one.name in by_place)


@pytest.mark.parametrize("word", METHODS)
def test_a_method_takes_the_fields_of_its_class_and_names_each(word: str) -> None:
    takes = stub.optional(list(parameters(getattr(blocking.Plant, word)).values())[1:])
    names, fields = list(takes), stub.keywords(class_of(word).__name__)
    if word in set(CommandType):
        assert [names[0], *names[-2:]] == ["actor", *ENVELOPE]
        assert [takes.pop(name) for name in ("actor", *ENVELOPE)] == [False, True, True]
    if word == QueryType.VERIFY_AUDIT:
        assert takes.pop("progress") is True
    if "page" in fields:
        assert takes.pop("after") is True
        assert takes.pop("limit") is True
        del fields["page"]
    assert takes == fields
    described = inspect.getdoc(getattr(foodwms.Plant, word)) or ""
    for name in names:
        assert f"\n    {name}: " in described, f"{word} does not say what {name} is"


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_has_the_constructor_and_the_fields_of_its_stub(name: str) -> None:
    real = getattr(values, name)
    assert stub.optional(parameters(real).values()) == stub.keywords(name)
    assert list(stub.keywords(name)) == list(real.__match_args__) == list(stub.properties(name))
    assert real.__module__ == "foodwms"
    assert foodwms.__dict__[name] is real


@pytest.mark.parametrize("name", values.__all__)
def test_a_class_and_each_of_its_fields_say_what_they_are(name: str) -> None:
    real = getattr(values, name)
    assert (real.__doc__ or "").strip()
    for field in stub.properties(name):
        assert (getattr(real, field).__doc__ or "").strip(), field
        assert stub.docstring(name, field) == inspect.getdoc(getattr(real, field)), field
    assert stub.docstring(name) == inspect.getdoc(real)


def test_the_stub_has_every_class_of_the_native_half_and_no_other() -> None:
    real = {name for name, one in vars(_native).items() if inspect.isclass(one)}
    assert set(stub.classes()) == real


@pytest.mark.parametrize(("awaited", "called"), zip(PLANTS, THREADED, strict=True))
def test_the_plants_are_alike_in_all_their_methods(awaited: type, called: type) -> None:
    assert public(awaited) == public(called)
    for name in public(awaited):
        one, other = inspect.getattr_static(awaited, name), inspect.getattr_static(called, name)
        if inspect.isfunction(one):
            assert list(parameters(one)) == list(parameters(other)), name
            assert (one.__doc__ or "").strip(), name
            assert (other.__doc__ or "").strip(), name


def public(one: type) -> set[str]:
    return {name for name in dir(one) if not name.startswith("_")}


def test_connecting_is_alike_too() -> None:
    assert list(parameters(foodwms.connect).values()) == list(parameters(blocking.connect).values())
    assert inspect.iscoroutinefunction(foodwms.connect)
    assert foodwms.connect.__doc__
    assert blocking.connect.__doc__


@pytest.mark.parametrize("module", [foodwms, _api, _blocking_api, blocking, enums, errors, values], ids=lambda one: one.__name__)
def test_whatever_a_module_offers_is_there_and_says_what_it_is(module: Any) -> None:
    assert module.__doc__
    assert len(set(module.__all__)) == len(module.__all__)
    for name in module.__all__:
        one = getattr(module, name)
        if inspect.isclass(one) or inspect.isfunction(one):
            assert (one.__doc__ or "").strip(), name


@pytest.mark.parametrize("kind", errors.WmsError.__subclasses__(), ids=lambda one: one.__name__)
def test_every_error_and_its_methods_say_what_they_are(kind: type) -> None:
    for name in public(kind) - public(Exception):
        one = inspect.getattr_static(kind, name)
        assert not inspect.isfunction(one) or (one.__doc__ or "").strip(), name


def test_the_version_is_that_of_the_distribution() -> None:
    from importlib.metadata import version

    assert foodwms.__version__ == version("foodwms")
