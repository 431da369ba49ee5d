"""The same names for threads: each call waits for its answer, while other threads go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from os import PathLike
from typing import Any
from uuid import UUID

from foodwms import _native
from foodwms._blocking_api import BlockingPlantApi
from foodwms._native import Actor, Applied, AuditVerification, Clock, Envelope, VerifyAudit
from foodwms.copies import Backup, Moved
from foodwms.enums import LotStatus
from foodwms.errors import WmsError
from foodwms.unions import Command, Query

__all__ = ["Database", "MemoryPlant", "Plant", "connect"]


class Plant(BlockingPlantApi):
    """The plant of a tenant: a cheap handle, to be used by any number of threads."""

    __slots__ = ("_native",)

    def __init__(self, native: _native.Handle) -> None:
        self._native = native

    @property
    def tenant(self) -> UUID:
        """Which tenant it is."""
        return self._native.tenant

    def _run(
        self, command: Command, actor: Actor, key: UUID | str | None, at: datetime | None
    ) -> Any:
        return self._native.run(actor, command, key, at)

    def _ask(self, query: Query) -> Any:
        return self._native.ask(query)

    def run(
        self,
        actor: Actor,
        command: Command,
        *,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[Any]:
        """Runs a command of any type."""
        applied: Applied[Any] = self._native.run(actor, command, key, at)
        return applied

    def check(
        self,
        actor: Actor,
        command: Command,
        *,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[None]:
        """What a command would answer now; nothing is written, and its key stays free."""
        applied: Applied[None] = self._native.check(actor, command, key, at)
        return applied

    def answer(self, query: Query) -> Any:
        """Answers a query of any type."""
        return self._ask(query)

    def execute(self, envelope: str | bytes) -> str:
        """Executes an envelope's JSON and answers in JSON; a refusal is an answer."""
        answer: str = self._native.execute_json(envelope)
        return answer

    def ask(self, query: str | bytes) -> str:
        """Answers a query's JSON in JSON; a refusal is an answer."""
        answer: str = self._native.ask_json(query)
        return answer

    def execute_many(
        self,
        envelopes: Iterable[Envelope],
        progress: Callable[[int], object] | None = None,
    ) -> list[Applied[None] | WmsError]:
        """Executes many commands, about a thousand in a transaction: a refused one refuses only itself.

        `progress` hears after each commit how many of them are settled, in a thread of the library's.
        """
        answers: list[Applied[None] | WmsError] = self._native.execute_many(envelopes, progress)
        return answers

    def verify_audit(
        self,
        *,
        checkpoint: str | None = None,
        progress: Callable[[int], object] | None = None,
    ) -> AuditVerification:
        """Verifies the whole log, which the answer tells of: one that is not whole is no error.

        Args:
            checkpoint: What an earlier verification gave: it must be found in the history.
            progress: Hears how many events were checked so far, in the event loop's thread; a call that blocks tells
                it in one of the library's.
        """
        verified: AuditVerification
        verified = self._native.verify_audit(VerifyAudit(checkpoint=checkpoint), progress)
        return verified

    def export_audit(self, path: str | PathLike[str]) -> Moved:
        """Writes the whole log to a new file, as of one moment: JSON Lines, and a last one with the hash of all others.

        Raises:
            OSError: The file is there already, or cannot be written; what was written of it is gone then.
            WmsError: The database refused.
        """
        return Moved(*self._native.export_audit(path))

    def rebuild_from_audit(self, path: str | PathLike[str]) -> Moved:
        """Rebuilds the plant from an exported log; it must be empty, and of the same tenant. All or nothing.

        Each command is replayed and compared with what the log says it left.

        Raises:
            OSError: The file cannot be read.
            InvalidInput: The plant is not empty, or the log is of another tenant (`details["field"]` is `tenant`), or
                it is damaged (`path`; `why` names the line). Nothing was written.
        """
        return Moved(*self._native.rebuild_from_audit(path))

    def count_lots(self) -> dict[LotStatus, int]:
        """How many lots of each status there are, voided ones left out."""
        counted: dict[LotStatus, int] = self._native.count_lots()
        return counted

    def __repr__(self) -> str:
        return f"{type(self).__name__}(tenant={str(self.tenant)!r})"


_NO_TENANT = UUID(int=0)


class MemoryPlant(Plant):
    """A plant in memory, with every rule and no database: for tests of the code around it."""

    __slots__ = ("clock",)

    def __init__(self, *, tenant: UUID = _NO_TENANT, clock: Clock | None = None) -> None:
        self.clock = clock if clock is not None else Clock()
        """Its clock, which a test may set."""
        super().__init__(_native.Handle.in_memory(tenant, self.clock))


class Database:
    """A database of any number of tenants. It closes when nobody holds it any more."""

    __slots__ = ("_native",)

    def __init__(self, native: _native.Store) -> None:
        self._native = native

    def tenant(self, tenant: UUID | str) -> Plant:
        """The plant of a tenant: a cheap handle."""
        return Plant(self._native.tenant(tenant))

    def migrate(self) -> None:
        """Brings the database up to date."""
        self._native.migrate()

    def schema_version(self) -> str | None:
        """The newest migration the database went through."""
        return self._native.schema_version()

    def health(self) -> None:
        """Returns where the database answers, and raises `Unavailable` where it does not."""
        self._native.health()

    def backup(self, path: str | PathLike[str]) -> Backup:
        """Copies a SQLite database to a new file while it is in use, then reads the copy and verifies every log in it.

        The copy is of one moment, and on disk when this returns. A log that is not whole is no error: see
        `Backup.is_whole`.

        Raises:
            OSError: Something is at the path already, which is never overwritten, or it cannot be written.
            InvalidInput: The database is PostgreSQL, which has its own tools for this.
        """
        size, tenants = self._native.backup(path)
        return Backup(size, tuple(tenants))


def connect(
    url: str,
    *,
    migrate: bool = True,
    connections: int = 4,
    deadline: float = 5.0,
    rls: bool = False,
    clock: Clock | None = None,
) -> Database:
    """Opens a database: see `foodwms.connect`."""
    settings = {"connections": connections, "deadline": deadline, "rls": rls}
    return Database(_native.connect(url, settings, clock, migrate))
