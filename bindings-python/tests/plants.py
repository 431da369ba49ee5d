"""Plants for tests, the people who work in them, and a specimen of every value there is."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timezone
from functools import cache
from typing import Any
from uuid import UUID, uuid4

import foodwms
from conformance.names import actor
from conformance.player import Player, read
from conftest import SUITE
from foodwms import (
    Applied,
    Clock,
    CreateLot,
    Envelope,
    InvalidInput,
    LotType,
    Page,
    Plant,
    Value,
    blocking,
)

ADMIN, MANAGER, AUDITOR, OPERATOR, VIEWER = (
    actor(role) for role in ("ADMIN", "MANAGER", "AUDITOR", "OPERATOR", "VIEWER")
)
NOW = datetime(2026, 1, 15, 6, tzinfo=timezone.utc)
RUN = UUID("00000000-0000-7000-8000-000000000009")
"""The started run of a canonical plant."""
NAME = {"hu": "Duna", "en": "Danube"}

# Scripts in which, taken together, every class goes in or comes out.
SCRIPTS = """
    audit/verify-checkpoint flows/approve-events-old-version-first flows/create-without-graph
    inventory/buffer-contents-oldest-first inventory/buffer-events inventory/pick-line-then-oldest-entry
    policy/all-fields quality/deviation-action-closes-with-all-it-says quality/gates-checklist-before-reading
    quality/inspection-cursor-of-another-query quality/inspection-signature
    quality/pending-since-the-requarantine recall/recall-of-a-dispatched-chain reports/mass-balance-of-a-lot
    runs/pages runs/queries-of-an-unknown-run runs/report runs/summary-lots-by-type-and-status
    sites/site-define states/lot/finished-transform-as-input states/run/completed-archive_run
    transforms/allocation-less-losses transforms/order-19-allocation-before-codes
    wire/queries-of-what-is-not-there wire/replays-of-flows-and-runs wire/replays-of-goods
""".split()
ENOUGH = 30
"""How many specimens of a class are kept."""


def canonical(plant: blocking.Plant, clock: Clock, *, step: int = 1) -> None:
    """Makes site, buffers and flow, and takes a started run to a step."""
    steps = [{"goto_step": step}]
    Player(plant, clock, {"clock": NOW.isoformat(), "plant": "canonical", "steps": steps}).play()


def canonical_plant() -> blocking.MemoryPlant:
    """A plant in memory whose run is at the receipt."""
    plant = blocking.MemoryPlant()
    canonical(plant, plant.clock)
    return plant


def register(plant: blocking.Plant, weight_kg: Any = 500, **fields: Any) -> UUID:
    """A new raw lot of the run, at the receipt."""
    lot_id = uuid4()
    given = {"lot_type": LotType.RAW, "site": "DUNA", "weight_kg": weight_kg, **fields}
    plant.register_lot(OPERATOR, lot_id=lot_id, run_id=RUN, **given)
    return lot_id


def label(lot_id: UUID | None = None) -> CreateLot:
    """The command that prints a label: the cheapest there is."""
    return CreateLot(lot_id=lot_id or uuid4(), lot_type=LotType.RAW, site="DUNA", weight_kg=1)


def labels(count: int) -> list[Envelope]:
    return [Envelope(key=uuid4(), actor=OPERATOR, command=label()) for _ in range(count)]


def with_site(database: blocking.Database, tenant: UUID | None = None) -> blocking.Plant:
    """A tenant of the database that labels can be printed for."""
    plant = database.tenant(tenant or uuid4())
    plant.define_site(ADMIN, site="DUNA", name=NAME, time_zone="Europe/Budapest")
    return plant


async def define_site(plant: Plant) -> Plant:
    """The same for a plant of asyncio."""
    await plant.define_site(ADMIN, site="DUNA", name=NAME, time_zone="Europe/Budapest")
    return plant


LOCK = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1], isolation_level=None)
other.execute("BEGIN IMMEDIATE")
print("locked", flush=True)
sys.stdin.read()
"""


@contextmanager
def locked(url: str) -> Iterator[None]:
    """Holds the lock of a SQLite file, so that a command must wait.

    From another process: two copies of SQLite in one process do not see each other's locks.
    """
    command = [sys.executable, "-c", LOCK, url.removeprefix("sqlite:")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"locked\n"
        try:
            yield
        finally:
            other.communicate()


class Recorder(Player):
    """Plays a script, and keeps whatever goes in and comes out."""

    def __init__(self, script: dict[str, Any]) -> None:
        plant = blocking.MemoryPlant()
        super().__init__(plant, plant.clock, script)
        self.seen: list[Any] = []

    def method(self, tagged: dict[str, Any], *first: object) -> Any:
        call = super().method(tagged, *first)
        if call is None:
            return None
        method, given = call

        def kept(*arguments: Any, **keywords: Any) -> Any:
            self.seen.append(method(*arguments, **keywords))
            return self.seen[-1]

        return kept, given

    def execute(self, who: str, key: str, at: Any, command: dict[str, Any]) -> tuple[Any, Any]:
        answer, error = super().execute(who, key, at, command)
        does = {"key": key, "actor": json.loads(actor(who).to_json()), "at": at}
        does["command"] = self.names.resolve(command)
        with suppress(InvalidInput):
            self.seen.append(Envelope.from_json(json.dumps(does)))
        return answer, error

    def ask(self, query: dict[str, Any]) -> tuple[Any, Any]:
        answer, error = super().ask(query)
        with suppress(InvalidInput):
            asks = getattr(foodwms, "".join(word.title() for word in query["type"].split("_")))
            self.seen.append(asks.from_json(json.dumps(query)))
        return answer, error


def within(value: Any) -> Iterator[Any]:
    """The values in a value, itself first."""
    if isinstance(value, (Value, Applied, Page)):
        yield value
    if isinstance(value, Applied):
        yield from within(value.outcome)
        yield from within(value.events)
    elif isinstance(value, Page):
        yield from within(value.items)
    elif isinstance(value, Value):
        for field in fields(value):
            yield from within(getattr(value, field))
    elif isinstance(value, Sequence) and not isinstance(value, (str, bytes)):
        for item in value:
            yield from within(item)


def fields(value: Any) -> tuple[str, ...]:
    """The names of a value's fields."""
    names: tuple[str, ...] = type(value).__match_args__
    return names


def seen(script: str) -> list[Any]:
    """Whatever goes in and comes out in a script."""
    recorder = Recorder(read(SUITE / f"{script}.json"))
    recorder.play()
    return recorder.seen


@cache
def specimens() -> dict[str, list[Any]]:
    """Values of every class, as they went in or came out, by the name of their class."""
    found: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for name in SCRIPTS:
        for one in seen(name):
            for value in within(one):
                of_class = found[type(value).__name__]
                if len(of_class) < ENOUGH:
                    of_class.setdefault(value.to_json(), value)
    return {name: list(of_class.values()) for name, of_class in found.items()}
