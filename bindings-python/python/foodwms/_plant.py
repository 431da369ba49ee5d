"""A plant for asyncio: the typed methods over the native handle."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from os import PathLike
from typing import Any
from uuid import UUID

from foodwms import _native
from foodwms._api import PlantApi
from foodwms._native import Actor, Applied, AuditVerification, Clock, Envelope, VerifyAudit
from foodwms.copies import Backup, Moved
from foodwms.enums import LotStatus
from foodwms.errors import WmsError
from foodwms.unions import Command, Query

__all__ = ["Database", "MemoryPlant", "Plant", "connect"]


async def _answer(call: Callable[..., Any], *arguments: Any) -> Any:
    """Waits for a native call without holding a thread. Who stops waiting stops nothing: what was begun ends."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[Any] = loop.create_future()

    def settle(value: Any, error: BaseException | None) -> None:
        if future.done():
            return
        if error is None:
            future.set_result(value)
        else:
            future.set_exception(error)

    def done(value: Any, error: BaseException | None) -> None:
        # A loop that was closed meanwhile has nobody who waits.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(settle, value, error)

    call(*arguments, done)
    return await future


def _in_this_loop(progress: Callable[[int], object] | None) -> Callable[[int], None] | None:
    """Who hears of the progress, called in the thread of the event loop, whichever thread tells."""
    if progress is None:
        return None
    loop = asyncio.get_running_loop()

    def told(count: int) -> None:
        # A loop that was closed meanwhile has nobody who hears.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(progress, count)

    return told


class Plant(PlantApi):
    """The plant of a tenant: a cheap handle, to be made at will and used by any number of tasks."""

    __slots__ = ("_native",)

    def __init__(self, native: _native.Handle) -> None:
        self._native = native

    @property
    def tenant(self) -> UUID:
        """Which tenant it is."""
        return self._native.tenant

    async def _run(
        self, command: Command, actor: Actor, key: UUID | str | None, at: datetime | None
    ) -> Any:
        return await _answer(self._native.run, actor, command, key, at)

    async def _ask(self, query: Query) -> Any:
        return await _answer(self._native.ask, query)

    async def run(
        self,
        actor: Actor,
        command: Command,
        *,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[Any]:
        """Runs a command of any type."""
        applied: Applied[Any] = await self._run(command, actor, key, at)
        return applied

    async def check(
        self,
        actor: Actor,
        command: Command,
        *,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[None]:
        """What a command would answer now; nothing is written, and its key stays free."""
        applied: Applied[None] = await _answer(self._native.check, actor, command, key, at)
        return applied

    async def answer(self, query: Query) -> Any:
        """Answers a query of any type."""
        return await self._ask(query)

    async def execute(self, envelope: str | bytes) -> str:
        """Executes an envelope's JSON and answers in JSON; a refusal is an answer."""
        answer: str = await _answer(self._native.execute_json, envelope)
        return answer

    async def ask(self, query: str | bytes) -> str:
        """Answers a query's JSON in JSON; a refusal is an answer."""
        answer: str = await _answer(self._native.ask_json, query)
        return answer

    async def execute_many(
        self,
        envelopes: Iterable[Envelope],
        progress: Callable[[int], object] | None = None,
    ) -> list[Applied[None] | WmsError]:
        """Executes many commands, about a thousand in a transaction: a refused one refuses only itself.

        `progress` hears after each commit how many of them are settled, in the event loop's own thread.
        """
        answers: list[Applied[None] | WmsError]
        answers = await _answer(self._native.execute_many, envelopes, _in_this_loop(progress))
        return answers

    async def verify_audit(
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
        query = VerifyAudit(checkpoint=checkpoint)
        verified: AuditVerification
        verified = await _answer(self._native.verify_audit, query, _in_this_loop(progress))
        return verified

    async def export_audit(self, path: str | PathLike[str]) -> Moved:
        """Writes the whole log to a new file, as of one moment: JSON Lines, and a last one with the hash of all others.

        Raises:
            OSError: The file is there already, or cannot be written; what was written of it is gone then.
            WmsError: The database refused.
        """
        return Moved(*await _answer(self._native.export_audit, path))

    async def rebuild_from_audit(self, path: str | PathLike[str]) -> Moved:
        """Rebuilds the plant from an exported log; it must be empty, and of the same tenant. All or nothing.

        Each command is replayed and compared with what the log says it left.

        Raises:
            OSError: The file cannot be read.
            InvalidInput: The plant is not empty, or the log is of another tenant (`details["field"]` is `tenant`), or
                it is damaged (`path`; `why` names the line). Nothing was written.
        """
        return Moved(*await _answer(self._native.rebuild_from_audit, path))

    async def count_lots(self) -> dict[LotStatus, int]:
        """How many lots of each status there are, voided ones left out."""
        counted: dict[LotStatus, int] = await _answer(self._native.count_lots)
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

    async def _run(
        self, command: Command, actor: Actor, key: UUID | str | None, at: datetime | None
    ) -> Any:
        return self._native.run(actor, command, key, at)

    async def _ask(self, query: Query) -> Any:
        return self._native.ask(query)


class Database:
    """A database of any number of tenants. It closes when nobody holds it any more."""

    __slots__ = ("_native",)

    def __init__(self, native: _native.Store) -> None:
        self._native = native

    def tenant(self, tenant: UUID | str) -> Plant:
        """The plant of a tenant: a cheap handle."""
        return Plant(self._native.tenant(tenant))

    async def migrate(self) -> None:
        """Brings the database up to date."""
        await asyncio.to_thread(self._native.migrate)

    async def schema_version(self) -> str | None:
        """The newest migration the database went through."""
        return await asyncio.to_thread(self._native.schema_version)

    async def health(self) -> None:
        """Returns where the database answers, and raises `Unavailable` where it does not."""
        await asyncio.to_thread(self._native.health)

    async def backup(self, path: str | PathLike[str]) -> Backup:
        """Copies a SQLite database to a new file while it is in use, then reads the copy and verifies every log in it.

        The copy is of one moment, and on disk when this returns. A log that is not whole is no error: see
        `Backup.is_whole`.

        Raises:
            OSError: Something is at the path already, which is never overwritten, or it cannot be written.
            InvalidInput: The database is PostgreSQL, which has its own tools for this.
        """
        size, tenants = await asyncio.to_thread(self._native.backup, path)
        return Backup(size, tuple(tenants))


async def connect(
    url: str,
    *,
    migrate: bool = True,
    connections: int = 4,
    deadline: float = 5.0,
    rls: bool = False,
    clock: Clock | None = None,
) -> Database:
    """Opens a database: `sqlite:PATH`, `sqlite::memory:` or `postgres://…`.

    Args:
        url: Which one.
        migrate: Whether it is brought up to date; a service whose role may not asks an administrator.
        connections: How many connections a pool holds, or readers a file.
        deadline: For how many seconds a command is tried before it is `STORE_BUSY`.
        rls: Whether a role that row-level security does not bind is refused.
        clock: Another clock than the system's, for tests.

    Raises:
        Unavailable: It cannot be reached; `reason` says why.
        InvalidInput: The URL names no database, or one of a newer version.
    """
    settings = {"connections": connections, "deadline": deadline, "rls": rls}
    return Database(await asyncio.to_thread(_native.connect, url, settings, clock, migrate))
