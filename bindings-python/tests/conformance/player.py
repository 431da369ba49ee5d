"""Plays a script through the typed Python API: every value crosses the border both ways."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import foodwms
from conformance.matching import differs
from conformance.names import Names, actor

DURATION = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
BUFFERS = [
    ("LK", ["DEB", "BULK"], "1", "4", "1000"),
    ("MIX", ["MIX"], "2", "4", "500"),
    ("SKW15", ["SKW15"], "2", "4", "300"),
    ("SKW30", ["SKW30"], "2", "4", "300"),
    ("FRZ", ["FRZ15", "FRZ30"], "-25", "-18", "800"),
    ("PAL", ["PAL"], "-22", "-18", "2000"),
]

Step = dict[str, Any]


def _duration(text: str) -> timedelta:
    found = DURATION.fullmatch(text)
    assert found is not None, f"{text} is no duration"
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def _canonical() -> list[tuple[str, Step]]:
    """The commands that make a plant, and who gives them."""
    site = {"type": "define_site", "site": "DUNA", "time_zone": "Europe/Budapest"}
    commands = [("ADMIN", {**site, "name": {"hu": "Duna", "en": "Duna"}})]
    for code, accepts, low, high, capacity in BUFFERS:
        place = {"type": "create_buffer", "buffer_id": f"${code}", "code": code, "site": "DUNA"}
        holds = {"buffer_type": code, "accepts": accepts, "capacity_kg": capacity}
        commands.append(("ADMIN", {**place, **holds, "temp_min_c": low, "temp_max_c": high}))
    flow = {"type": "create_flow", "flow_id": "$flow", "version_id": "$version"}
    name = {"hu": "Kanonikus folyamat", "en": "Canonical flow"}
    run = {"type": "create_run", "run_id": "$run", "version_id": "$version", "site": "DUNA"}
    return [
        *commands,
        ("ADMIN", {**flow, "name": name, "graph": foodwms.canonical_flow()}),
        ("ADMIN", {"type": "submit_version", "version_id": "$version"}),
        ("MANAGER", {"type": "approve_version", "version_id": "$version"}),
        ("OPERATOR", run),
        ("OPERATOR", {"type": "start_run", "run_id": "$run"}),
    ]


@cache
def _parameters(method: Any) -> dict[str, str]:
    """The names a method takes, and what they are."""
    parameters = inspect.signature(method).parameters.values()
    return {one.name: str(one.annotation) for one in parameters}


def _rich(value: Any, annotation: str) -> Any:
    """A value of a script as a user of the typed API would give it; what is none stays as it is."""
    if not isinstance(value, str):
        return value
    try:
        if "UUID" in annotation and str(UUID(value)) == value:
            return UUID(value)
        if "Decimal" in annotation and str(Decimal(value)) == value:
            return Decimal(value)
        if annotation.startswith("datetime") and value.endswith("Z"):
            return _instant(value)
        if annotation.startswith("date") and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return date.fromisoformat(value)
    except (ValueError, InvalidOperation):
        pass
    return value


class Player:
    """One script on one plant."""

    def __init__(self, plant: Any, clock: foodwms.Clock, script: Step) -> None:
        self.plant, self.clock, self.script = plant, clock, script
        self.names = Names(script)
        self.now = _instant(script["clock"])
        self.typed = 0
        clock.set(self.now)

    def play(self) -> None:
        set_up = _canonical() if self.script.get("plant") == "canonical" else []
        for n, (role, command) in enumerate(set_up):
            self.must_apply(role, f"00000000-0000-7000-b000-{n:012x}", command)
        if policy := self.script.get("policy"):
            command = {"type": "set_policy", "policy": policy}
            self.must_apply("ADMIN", "00000000-0000-7000-b001-000000000000", command)
        for n, step in enumerate(self.script["steps"]):
            found = self.step(n, step)
            assert found is None, f"step {n}: {found}\n{json.dumps(step, ensure_ascii=False)}"

    def step(self, n: int, step: Step) -> str | None:
        if "goto_step" in step:
            return self.go_to(n, step["goto_step"])
        if "after" in step:
            self.now += _duration(step["after"])
            self.clock.set(self.now)
        if "ask" in step:
            answer, error = self.ask(self.names.resolve(step["ask"]))
        else:
            key = step.get("key")
            key = self.names.id(key) if key else f"00000000-0000-7000-a000-{n:012x}"
            at = self.names.resolve(step["at"]) if "at" in step else None
            answer, error = self.execute(step.get("as", "OPERATOR"), key, at, step["do"])
        return self.judge(step, answer, error)

    def judge(self, step: Step, answer: Any, error: Any) -> str | None:
        if "error" in step:
            if error is None:
                return f"expected error {step['error']}, got {answer}"
            return differs(self.names.resolve(step["error"]), error, "error")
        if error is not None:
            return f"expected an answer, got {error}"
        if "do" in step and "ok" not in step and answer["status"] != "applied":
            return "expected an applied command, got a repeat"
        if "ok" in step and (found := differs(self.names.resolve(step["ok"]), answer, "ok")):
            return found
        for name, path in step.get("keep", {}).items():
            part = answer
            for field in path.split("."):
                part = part[int(field)] if isinstance(part, list) else part[field]
            self.names.keep(name, part)
        return None

    def go_to(self, n: int, target: int) -> str | None:
        run, error = self.ask({"type": "get_run", "run_id": self.names.id("$run")})
        if error is not None or run["step"] > target:
            return f"expected a run at step 0 to {target}, got {error or run}"
        for step in range(run["step"], target):
            key = f"00000000-0000-7000-b002-{n:08x}{step:04x}"
            command = {"type": "advance_run", "run_id": "$run", "expected_step": step}
            self.must_apply("MANAGER", key, command)
        return None

    def must_apply(self, role: str, key: str, command: Step) -> None:
        answer, error = self.execute(role, key, None, command)
        assert error is None and answer["status"] == "applied", f"{command}: {error or answer}"

    def execute(self, who: str, key: str, at: Any, command: Step) -> tuple[Any, Any]:
        command = self.names.resolve(command)
        call = self.method(command, actor(who))
        if call is None or not (at is None or isinstance(at, str) and at.endswith("Z")):
            return self.execute_json(who, key, at, command)
        method, given = call
        self.typed += 1
        try:
            when = None if at is None else _instant(at)
            applied = method(actor(who), **given, key=UUID(key), at=when)
        except foodwms.WmsError as error:
            return None, error.to_dict()
        for event in applied.events:
            assert type(event).from_json(event.to_json()) == event
        return json.loads(applied.to_json()), None

    def method(self, tagged: Step, *first: object) -> tuple[Callable[..., Any], Step] | None:
        """The method for a command or query, and what it is given; None: no method takes that."""
        method = getattr(self.plant, str(tagged.get("type")), None)
        if method is None:
            return None
        parameters = _parameters(method.__func__)
        # Of those that an actor gives, or of the others.
        if ("actor" in parameters) != bool(first):
            return None
        given = {}
        for name, value in tagged.items():
            if name == "type":
                continue
            name = name if name in parameters else f"{name}_"
            if name not in parameters:
                return None
            given[name] = _rich(value, parameters[name])
        try:
            inspect.signature(method).bind(*first, **given)
        except TypeError:
            return None
        return method, given

    def execute_json(self, who: str, key: str, at: Any, command: Step) -> tuple[Any, Any]:
        """Shapes that no typed call can have."""
        envelope = {"v": 1, "key": key, "actor": json.loads(actor(who).to_json())}
        envelope |= {} if at is None else {"at": at}
        answer = json.loads(self.plant.execute(_text({**envelope, "command": command})))
        return (None, answer["error"]) if answer["status"] == "rejected" else (answer, None)

    def ask(self, query: Step) -> tuple[Any, Any]:
        call = self.method(_flat(query))
        if call is None:
            answer = json.loads(self.plant.ask(_text(query)))
            return (None, answer) if "category" in answer else (answer, None)
        method, given = call
        self.typed += 1
        try:
            answer = method(**given)
        except foodwms.WmsError as error:
            return None, error.to_dict()
        for value in answer.items if isinstance(answer, foodwms.Page) else [answer]:
            if isinstance(value, foodwms.Value):
                assert type(value).from_json(value.to_json()) == value
        return json.loads(answer.to_json()), None


def _flat(query: Step) -> Step:
    """The query as its method takes it: the page's fields beside the others."""
    name = "".join(word.title() for word in str(query.get("type")).split("_"))
    if not hasattr(getattr(foodwms, name, None), "page"):
        return query
    page = query.get("page") or {}
    given = {name: value for name, value in query.items() if name != "page"}
    if isinstance(page, dict) and set(page) <= {"after", "limit"} and not set(page) & set(given):
        return {**given, **page} if not {"after", "limit"} & set(given) else {"type": None}
    return {"type": None}


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def read(path: Path) -> Step:
    script: Step = json.loads(path.read_text("utf-8"))
    return script
