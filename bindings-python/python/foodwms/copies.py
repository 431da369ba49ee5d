"""What is told of a log that was written to a file or read from one, and of a copied database."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from foodwms._native import AuditVerification

__all__ = ["Backup", "Moved"]


@dataclass(frozen=True)
class Moved:
    """How much was exported, or rebuilt."""

    commands: int
    """How many commands, those without events included."""
    events: int
    """How many events."""


@dataclass(frozen=True)
class Backup:
    """A copy of a whole database, and what its logs say."""

    bytes: int
    """How large the file is."""
    tenants: tuple[tuple[UUID, AuditVerification], ...]
    """Each tenant with the verification of its log, read from the copy."""

    @property
    def is_whole(self) -> bool:
        """Whether every tenant's log in the copy is whole."""
        return all(found.first_broken is None for _, found in self.tenants)
