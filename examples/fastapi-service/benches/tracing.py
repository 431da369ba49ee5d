"""How many forward traces of 1 000 descendants a second both services answer, and whether they agree.

    WMS_PG_FSYNC=on scripts/pg-cluster python examples/fastapi-service/benches/tracing.py
"""

from __future__ import annotations

import argparse
import asyncio
import os
from decimal import Decimal
from uuid import UUID

import foodwms
import genealogy
import load
from genealogy import DESCENDANTS, LINKS, Family
from load import BenchError, Measure
from plain_tables import create, open_engine
from posting import SITE
from services import Pair, both, get, post

TENANT = UUID(os.environ.get("WMS_TENANT", str(UUID(int=0))))
"""The service's."""
WARM_UP_S = 2


async def agree(pair: Pair, path: str) -> None:
    """Raises unless both name the same lots at the same distances, and the same links."""
    ours = _said(await get(pair.service + path, pair.operator))
    theirs = _said(await get(pair.plain + path, pair.operator))
    if ours != theirs:
        raise BenchError(f"the services disagree about {path}")
    if (len(ours[0]), len(ours[1])) != (DESCENDANTS + 1, LINKS):
        raise BenchError(f"{len(ours[0])} lots and {len(ours[1])} links at {path}")


def _said(trace: dict[str, list[dict[str, str]]]) -> tuple[list[object], list[object]]:
    """Everything an answer says, amounts by value."""
    amounts = {"weight_kg", "remaining_kg", "quantity_kg"}

    def said(items: list[dict[str, str]]) -> list[object]:
        return [
            {name: Decimal(value) if name in amounts else value for name, value in item.items()}
            for item in items
        ]

    return said(trace["lots"]), said(trace["links"])


async def measure(pair: Pair, family: Family, arguments: argparse.Namespace) -> None:
    """A line for each number of clients."""
    path = f"/api/genealogy/{family.raw}/tree?direction=FORWARD"
    await agree(pair, path)

    def of(url: str, clients: int, seconds: int) -> Measure:
        return lambda: load.run(url + path, clients, seconds, pair.operator)

    for url in (pair.service, pair.plain):
        await of(url, 8, WARM_UP_S)()
    print(load.head("clients"))
    for clients in arguments.clients:
        ours = of(pair.service, clients, arguments.seconds)
        theirs = of(pair.plain, clients, arguments.seconds)
        found = await load.alternate(arguments.rounds, ours, theirs)
        print(load.row(str(clients), *found), flush=True)
    await agree(pair, path)


async def main() -> None:
    parser = argparse.ArgumentParser(description="Forward traces a second over HTTP.")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--clients", type=int, nargs="+", default=[1, 8])
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--families", type=int, default=10, help="others beside the one asked for")
    parser.add_argument("--plain-connections", type=int, default=4)
    arguments = parser.parse_args()
    engine = open_engine(os.environ["DATABASE_URL"], 1)
    await create(engine)
    async with both(arguments.workers, arguments.plain_connections) as pair:
        await post(f"{pair.service}/api/sites", pair.admin, SITE)
        plant = (await foodwms.connect(os.environ["DATABASE_URL"])).tenant(TENANT)
        families = [Family.new() for _ in range(arguments.families + 1)]
        await genealogy.grow(plant, families)
        await genealogy.copy(plant, families, engine)
        await genealogy.analyze(engine)
        await measure(pair, families[0], arguments)
    await engine.dispose()


if __name__ == "__main__":
    asyncio.run(main())
