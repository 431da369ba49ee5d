"""What the library raises and warns of: a stable code, its category, the facts, a message in every language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from foodwms._enum import Language
from foodwms.enums import Category, Code, WarningCode

__all__ = [
    "Conflict",
    "Forbidden",
    "Internal",
    "InvalidInput",
    "NotFound",
    "RuleViolation",
    "Unavailable",
    "Warning",
    "WmsError",
]

class WmsError(Exception):
    """Why a command or a query was refused; nothing changed. Its subclasses are the categories."""

    category: ClassVar[Category]
    code: Code
    """The stable code."""
    details: Mapping[str, Any]
    """The facts, by the names of the wire."""
    messages: Mapping[str, str]
    """The message in every language, by its tag."""

    def __init__(
        self,
        code: Code | str,
        details: Mapping[str, Any] | None = None,
        messages: Mapping[str, str] | None = None,
    ) -> None:
        self.code = Code(code)
        self.details = dict(details or {})
        self.messages = dict(messages or {})
        super().__init__(self.message("en"))

    def message(self, language: Language = "en") -> str:
        """What people read."""
        return self.messages.get(language, self.code.value)

    def to_dict(self) -> dict[str, Any]:
        """The error as it goes over the wire."""
        return {
            "code": self.code.value,
            "category": self.category.value,
            "message": dict(self.messages),
            "details": dict(self.details),
        }

    def to_json(self) -> str:
        """The error as it goes over the wire, as text."""
        return json.dumps(self.to_dict(), ensure_ascii=False)

    def __str__(self) -> str:
        return f"{self.code.value}: {self.message('en')}"

    def __repr__(self) -> str:
        return f"{type(self).__name__}(code={self.code.value!r}, details={self.details!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.code.value, self.details, self.messages), dict(vars(self))


class InvalidInput(WmsError, ValueError):
    """Malformed input: `details["field"]` names the place."""

    category = Category.INVALID


class NotFound(WmsError, LookupError):
    """A thing that is not there."""

    category = Category.NOT_FOUND


class Forbidden(WmsError):
    """The role has not the right."""

    category = Category.FORBIDDEN


class Conflict(WmsError):
    """The state does not allow it, or it exists already."""

    category = Category.CONFLICT


class RuleViolation(WmsError):
    """A rule of the plant forbids it."""

    category = Category.RULE


class Unavailable(WmsError):
    """The database is busy or cannot be reached: a retry with the same key may help."""

    reason: str | None = None
    """What the database said, where it was not opened."""

    category = Category.UNAVAILABLE


class Internal(WmsError):
    """A defect in the library or its data."""

    category = Category.INTERNAL


_BY_CATEGORY: dict[str, type[WmsError]] = {
    one.category.value: one
    for one in (InvalidInput, NotFound, Forbidden, Conflict, RuleViolation, Unavailable, Internal)
}


def _rejected(
    category: str, code: str, details: Mapping[str, Any], messages: Mapping[str, str]
) -> WmsError:
    """Called by the native half."""
    return _BY_CATEGORY[category](code, details, messages)


@dataclass(frozen=True)
class Warning:  # noqa: A001 - the wire's own word
    """What wants to be seen, though the command was applied."""

    code: WarningCode
    details: Mapping[str, Any]
    messages: Mapping[str, str]

    def message(self, language: Language = "en") -> str:
        """What people read."""
        return self.messages.get(language, self.code.value)
