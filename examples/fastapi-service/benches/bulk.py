"""How long 10 000 new lots take at once: `plant.execute_many` against SQLAlchemy's bulk insert of the same rows.

    WMS_PG_FSYNC=on scripts/pg-cluster python examples/fastapi-service/benches/bulk.py

On PostgreSQL over asyncpg, on SQLite over aiosqlite; both from ids and weights to the last commit, a thousand lots to
a transaction. What each turn left is counted.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

import foodwms
import plain_bulk
from foodwms import Actor, Applied, CreateLot, Envelope, LotType, Plant, Role
from load import BenchError, ratio
from plain_bulk import Delivery
from plain_tables import create, open_engine
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

USER = Actor(user_id=uuid4(), role=Role.ADMIN)
LIBRARY = ("lots", "commands", "audit_events")
PLAIN = ("lots", "idempotency_keys", "audit_events")

Write = Callable[[list[Delivery]], Awaitable[None]]
Count = Callable[[], Awaitable[list[int]]]


def library(plant: Plant) -> Write:
    """Lots by commands."""

    def envelope(one: Delivery) -> Envelope:
        label = CreateLot(
            lot_id=one.lot_id, lot_type=LotType.RAW, site="DUNA", weight_kg=one.weight_kg
        )
        return Envelope(key=one.key, actor=USER, command=label)

    async def write(given: list[Delivery]) -> None:
        for answer in await plant.execute_many(map(envelope, given)):
            if not isinstance(answer, Applied):
                raise answer

    return write


def plain(engine: AsyncEngine) -> Write:
    """Lots by rows."""
    return lambda given: plain_bulk.insert(engine, given, USER.user_id)


def in_postgres(engine: AsyncEngine, schema: str, tables: tuple[str, ...]) -> Count:
    """Counts the rows of tables."""

    async def counted() -> list[int]:
        async with engine.connect() as connection:
            asks = (text(f"SELECT count(*) FROM {schema}.{table}") for table in tables)
            return [int(await connection.scalar(ask)) for ask in asks]

    return counted


COUNT = """
import sqlite3, sys
file = sqlite3.connect(sys.argv[1])
for table in sys.argv[2:]:
    print(file.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
"""


def in_file(path: Path, tables: tuple[str, ...]) -> Count:
    """Counts the rows of tables, from a process of its own.

    Two copies of SQLite in one process do not see each other's locks.
    """
    command = [sys.executable, "-c", COUNT, str(path), *tables]

    def counted() -> list[int]:
        return [int(line) for line in subprocess.check_output(command).split()]

    return lambda: asyncio.to_thread(counted)


async def turn(write: Write, count: Count, lots: int) -> float:
    """The lots a second of one turn."""
    given = [Delivery(uuid4(), uuid4(), Decimal(100 + n % 900)) for n in range(lots)]
    before = await count()
    began = time.perf_counter()
    await write(given)
    seconds = time.perf_counter() - began
    kept = [after - had for after, had in zip(await count(), before, strict=True)]
    if kept != [lots] * len(kept):
        raise BenchError(f"{lots} lots were given, {kept} lots, keys and events were kept")
    return lots / seconds


async def compare(
    name: str, sides: tuple[tuple[Write, Count], ...], arguments: argparse.Namespace
) -> None:
    """A line of the table; the first turns warm up."""
    for write, count in sides:
        await turn(write, count, arguments.lots)
    rates: tuple[list[float], list[float]] = ([], [])
    for n in range(arguments.rounds):
        for side in (0, 1) if n % 2 == 0 else (1, 0):
            rates[side].append(await turn(*sides[side], arguments.lots))
    ours, theirs = (statistics.median(side) for side in rates)
    print(f"| {name} | {ours:,.0f} | {theirs:,.0f} | {ratio(*rates)} |", flush=True)


async def open_plant(url: str) -> Plant:
    plant = (await foodwms.connect(url)).tenant(uuid4())
    await plant.define_site(USER, site="DUNA", name={"en": "Duna"}, time_zone="Europe/Budapest")
    return plant


async def on_postgres(arguments: argparse.Namespace) -> None:
    url = os.environ["DATABASE_URL"]
    plant, engine = await open_plant(url), open_engine(url, 4)
    await create(engine)
    ours = library(plant), in_postgres(engine, "public", LIBRARY)
    theirs = plain(engine), in_postgres(engine, "plain", PLAIN)
    await compare("PostgreSQL", (ours, theirs), arguments)
    await engine.dispose()


async def on_sqlite(arguments: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one, other = Path(folder, "plant.db"), Path(folder, "plain.db")
        plant, engine = await open_plant(f"sqlite:{one}"), await plain_bulk.open_file(other)
        ours = library(plant), in_file(one, LIBRARY)
        theirs = plain(engine), in_file(other, PLAIN)
        await compare("SQLite", (ours, theirs), arguments)
        await engine.dispose()


async def main() -> None:
    parser = argparse.ArgumentParser(description="Many lots at once.")
    parser.add_argument("--lots", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=6)
    arguments = parser.parse_args()
    print("| lots/s | execute_many | SQLAlchemy | ratio |\n|---|---:|---:|---:|")
    await on_postgres(arguments)
    await on_sqlite(arguments)


if __name__ == "__main__":
    asyncio.run(main())
