"""What the texts `$name` and `@ROLE` of a script stand for (wire.md, *Conformance scripts*)."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

import foodwms

CANONICAL = ["$LK", "$MIX", "$SKW15", "$SKW30", "$FRZ", "$PAL", "$flow", "$version", "$run"]
ROLES = ["ADMIN", "MANAGER", "AUDITOR", "OPERATOR", "VIEWER"]
NAME = re.compile(r"\$[A-Za-z][A-Za-z0-9_]*")
USER = re.compile(rf"({'|'.join(ROLES)})(?:#([1-9][0-9]*))?")


def user(text: str) -> tuple[str, UUID] | None:
    """The role and the id behind `ROLE` or `ROLE#2`."""
    found = USER.fullmatch(text)
    if found is None:
        return None
    role, number = found[1], int(found[2] or 1)
    place = ROLES.index(role) + 1 + (number - 1) * 16
    return role, UUID(f"00000000-0000-7000-9000-{place:012x}")


def actor(text: str) -> foodwms.Actor:
    found = user(text)
    assert found is not None, f"{text} is nobody"
    role, user_id = found
    return foodwms.Actor(user_id=user_id, role=foodwms.Role(role))


class Names:
    """The names of one script: numbered by their first places in its text, or kept from answers."""

    def __init__(self, script: dict[str, Any]) -> None:
        self._ids: dict[str, str] = {}
        self._kept: dict[str, Any] = {}
        self._to_keep = {name for step in script["steps"] for name in step.get("keep", {})}
        if script.get("plant") == "canonical":
            for name in CANONICAL:
                self._number(name)
        self._find(script)

    def _number(self, name: str) -> None:
        self._ids.setdefault(name, f"00000000-0000-7000-8000-{len(self._ids) + 1:012x}")

    def _find(self, value: Any) -> None:
        if isinstance(value, str):
            if NAME.fullmatch(value) and value not in self._to_keep:
                self._number(value)
        elif isinstance(value, list):
            for item in value:
                self._find(item)
        elif isinstance(value, dict):
            for item in value.values():
                self._find(item)

    def id(self, name: str) -> str:
        return self._ids[name]

    def keep(self, name: str, value: Any) -> None:
        self._kept[name] = value

    def resolve(self, value: Any) -> Any:
        """The value with every name in it replaced by what it stands for."""
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, list):
            return [self.resolve(item) for item in value]
        if isinstance(value, dict):
            return {name: self.resolve(item) for name, item in value.items()}
        return value

    def _text(self, text: str) -> Any:
        if text in self._kept:
            return self._kept[text]
        assert text not in self._to_keep, f"{text} stands for nothing before it is kept"
        if text in self._ids:
            return self._ids[text]
        if text.startswith("@") and (found := user(text[1:])):
            return str(found[1])
        return text
