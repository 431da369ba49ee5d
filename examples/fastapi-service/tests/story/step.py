"""A request of the story, and what it is answered."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

_IN_PATH = re.compile(r"{(\w+)}")
_NAMES = UUID("00000000-0000-7000-8000-000000000000")


def named(name: str) -> str:
    """The id that a name stands for."""
    return str(uuid5(_NAMES, name))


@dataclass(frozen=True)
class Step:
    """Who asks for what, and what must come of it."""

    who: str
    route: str
    """The method and the path as the OpenAPI document has them, less `/api`."""
    said: dict[str, Any]
    """What stands in the path, and what in the body, or behind the question mark."""
    status: int
    answer: Any
    """Part of the answer: `matching` has the details."""
    applies: bool = field(default=False)
    """Whether it is a command, and is done."""

    @property
    def method(self) -> str:
        return self.route.partition(" ")[0]

    @property
    def path(self) -> str:
        """The path with what stands in it."""
        template = self.route.partition(" ")[2]
        return "/api" + _IN_PATH.sub(lambda found: str(self.said[found[1]]), template)

    @property
    def rest(self) -> dict[str, Any]:
        """What does not stand in the path."""
        inside = _IN_PATH.findall(self.route)
        return {name: value for name, value in self.said.items() if name not in inside}


def does(who: str, route: str, events: str, status: int = 200, **said: Any) -> Step:
    """A command that is applied, with the types of its events."""
    answer = {"status": "applied", "events": [{"type": event} for event in events.split()]}
    return Step(who, route, said, status, answer, applies=True)


def refused(who: str, route: str, code: str, status: int = 409, **said: Any) -> Step:
    """A command that is refused."""
    return Step(who, route, said, status, {"code": code})


def asks(route: str, answer: Any, who: str = "VIEWER", **said: Any) -> Step:
    """A query."""
    return Step(who, f"GET {route}", said, 200, answer)


def missing(route: str, entity: str, who: str = "VIEWER", **said: Any) -> Step:
    """A query for what is not there."""
    answer = {"code": "NOT_FOUND", "details": {"entity": entity}}
    return Step(who, f"GET {route}", said, 404, answer)
