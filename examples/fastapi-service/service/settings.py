"""What the environment says."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from uuid import UUID

T = TypeVar("T")

DEMO_USERS = Path(__file__).with_name("users.json")
SECRET_BYTES = 32


@dataclass(frozen=True)
class Settings:
    """The settings of a service."""

    database_url: str
    """`DATABASE_URL`: the plant's database."""
    secret: str | None
    """`WMS_JWT_SECRET`: what tokens are signed with; none: one of the process's own, for trying things out."""
    users: Path
    """`WMS_USERS`: the file of users."""
    tenant: UUID
    """`WMS_TENANT`: whose plant it is, where several share a database."""
    connections: int
    """`WMS_CONNECTIONS`: how many connections each process holds."""
    deadline_s: float
    """`WMS_DEADLINE_S`: for how many seconds a request waits for the database before it is refused."""
    migrate: bool
    """`WMS_MIGRATE=0`: the database is brought up to date by somebody else."""

    @staticmethod
    def from_environment() -> Settings:
        """The settings, each named by its variable where it is malformed."""
        said = os.environ.get
        return Settings(
            database_url=said("DATABASE_URL", "sqlite:plant.db"),
            secret=said("WMS_JWT_SECRET"),
            users=Path(said("WMS_USERS", str(DEMO_USERS))),
            tenant=_read("WMS_TENANT", UUID, str(UUID(int=0))),
            connections=_read("WMS_CONNECTIONS", int, "4"),
            deadline_s=_read("WMS_DEADLINE_S", float, "5"),
            migrate=said("WMS_MIGRATE", "1") != "0",
        )

    def check(self, workers: int) -> None:
        """Raises `ValueError` where the settings do not go together."""
        if self.secret is not None and len(self.secret.encode()) < SECRET_BYTES:
            raise ValueError(f"WMS_JWT_SECRET needs at least {SECRET_BYTES} bytes")
        if workers > 1 and self.secret is None:
            raise ValueError("several workers need a WMS_JWT_SECRET that all of them know")
        if workers > 1 and self.database_url.startswith("sqlite:"):
            raise ValueError("several workers need PostgreSQL: set DATABASE_URL")

    def signing_secret(self) -> str:
        """The secret, or one that nobody else knows."""
        return self.secret if self.secret is not None else secrets.token_urlsafe(SECRET_BYTES)


def _read(name: str, kind: Callable[[str], T], default: str) -> T:
    text = os.environ.get(name, default)
    try:
        return kind(text)
    except ValueError as error:
        raise ValueError(f"{name}={text!r}: {error}") from error
