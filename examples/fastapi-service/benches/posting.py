"""How many lots a second both services take in over HTTP, committed, and whether they kept every one.

    WMS_PG_FSYNC=on scripts/pg-cluster python examples/fastapi-service/benches/posting.py

Each round's lots, audit events and keys are counted in the database against the answers.
"""

from __future__ import annotations

import argparse
import asyncio
import os
from uuid import uuid4

import load
from load import BenchError, Figures, Measure
from plain_tables import create, open_engine
from services import Pair, both, post
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

# What a lot leaves: the table, and its column of the lot's or the command's id.
SERVICE_TABLES = (("lots", "id", "lot"), ("commands", "key", "key"), ("audit_events", "key", "key"))
PLAIN_TABLES = (
    ("plain.lots", "id", "lot"),
    ("plain.idempotency_keys", "key", "key"),
    ("plain.audit_events", "key", "key"),
)
SITE = {"site": "DUNA", "name": {"en": "Danube plant"}, "time_zone": "Europe/Budapest"}
WARM_UP_S = 3
Tables = tuple[tuple[str, str, str], ...]


def prefix() -> str:
    """The first four groups of a new UUID: a turn numbers its lots behind them."""
    return str(uuid4())[:23]


async def turn(
    engine: AsyncEngine, url: str, tables: Tables, token: str, clients: int, seconds: int
) -> Figures:
    """Posts lots for some seconds, then looks for every one of them."""
    ids = {"lot": prefix(), "key": prefix()}
    figures = await load.run(f"{url}/api/lots", clients, seconds, token, ids["lot"], ids["key"])
    for table, column, kind in tables:
        kept = await count(engine, table, column, ids[kind])
        if kept != figures.answered:
            raise BenchError(f"{figures.answered} answers were 201, {table} has {kept}")
    return figures


async def count(engine: AsyncEngine, table: str, column: str, begins: str) -> int:
    """The rows whose id is one of the turn's."""
    within = f"{column} BETWEEN CAST(:first AS uuid) AND CAST(:last AS uuid)"
    ends = {"first": f"{begins}-{'0' * 12}", "last": f"{begins}-{'f' * 12}"}
    async with engine.connect() as connection:
        kept = await connection.scalar(text(f"SELECT count(*) FROM {table} WHERE {within}"), ends)
    return int(kept)


async def measure(engine: AsyncEngine, pair: Pair, arguments: argparse.Namespace) -> None:
    """A line for each number of clients."""

    def of(url: str, tables: Tables, clients: int, seconds: int) -> Measure:
        return lambda: turn(engine, url, tables, pair.operator, clients, seconds)

    for url, tables in ((pair.service, SERVICE_TABLES), (pair.plain, PLAIN_TABLES)):
        await of(url, tables, 8, WARM_UP_S)()
    print(load.head("clients"))
    for clients in arguments.clients:
        ours = of(pair.service, SERVICE_TABLES, clients, arguments.seconds)
        theirs = of(pair.plain, PLAIN_TABLES, clients, arguments.seconds)
        found = await load.alternate(arguments.rounds, ours, theirs)
        print(load.row(str(clients), *found), flush=True)


async def main() -> None:
    parser = argparse.ArgumentParser(description="Lots a second over HTTP.")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--clients", type=int, nargs="+", default=[1, 8, 32])
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--seconds", type=int, default=6)
    parser.add_argument(
        "--plain-connections", type=int, default=4, help="a worker's; the library's default is 4"
    )
    arguments = parser.parse_args()
    engine = open_engine(os.environ["DATABASE_URL"], 1)
    await create(engine)
    async with both(arguments.workers, arguments.plain_connections) as pair:
        await post(f"{pair.service}/api/sites", pair.admin, SITE)
        await measure(engine, pair, arguments)
    await engine.dispose()


if __name__ == "__main__":
    asyncio.run(main())
