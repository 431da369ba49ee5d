"""What many calls leave behind: nothing."""

from __future__ import annotations

import asyncio
import gc
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import foodwms
import pytest
from foodwms import CreateLot, LotType, WmsError, blocking
from plants import ADMIN, OPERATOR, VIEWER, canonical_plant, label, register

CALLS = 50_000
WARM = 10_000
LEFT_BYTES = 4 << 20
"""Far less than the smallest object for every call."""

_OWN = Path("/proc/self/statm")


def resident() -> int:
    """How much memory this process has, in bytes; the most it had, where the system tells no more."""
    if _OWN.exists():
        return int(_OWN.read_text().split()[1]) * resource.getpagesize()
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def grown(call: Callable[[], object]) -> int:
    """By how much the process grows over many calls, after some that fill its caches."""
    for _ in range(WARM):
        call()
    gc.collect()
    before = resident()
    for _ in range(CALLS):
        call()
    return resident() - before


def make() -> object:
    lot = CreateLot(lot_id=label().lot_id, lot_type=LotType.RAW, site="DUNA", weight_kg=Decimal("1.5"))
    return hash(lot), lot.weight_kg, lot.to_json()


def asked(plant: blocking.Plant) -> Callable[[], object]:
    lot = str(register(plant))

    def ask() -> object:
        view = plant.get_lot(lot)
        return view.code, view.weight_kg, view.created_at, view.holds

    return ask


def refused(plant: blocking.Plant) -> Callable[[], object]:
    command = label()

    def run() -> object:
        with suppress(WmsError):
            plant.run(VIEWER, command)
        return None

    return run


def checked(plant: blocking.Plant) -> Callable[[], object]:
    command = label()
    return lambda: plant.check(OPERATOR, command).events


def repeated(plant: blocking.Plant) -> Callable[[], object]:
    command, key = label(), label().lot_id
    return lambda: plant.run(OPERATOR, command, key=key).events


def kept(plant: blocking.Plant) -> Callable[[], object]:
    """What a leak would be."""
    command, answers = label(), []
    return lambda: answers.append(plant.check(OPERATOR, command))


KINDS: dict[str, Callable[[blocking.Plant], Callable[[], object]]] = {
    "values": lambda _: make,
    "answers": asked,
    "refusals": refused,
    "checks": checked,
    "repeats": repeated,
    "kept": kept,
}


async def tasks() -> int:
    """The same for calls of tasks, a hundred at once."""
    plant = (await foodwms.connect("sqlite::memory:")).tenant(ADMIN.user_id)
    await plant.define_site(ADMIN, site="DUNA", name={"en": "x"}, time_zone="Europe/Budapest")

    async def many(calls: int) -> None:
        for _ in range(calls // 100):
            await asyncio.gather(*(plant.get_site("DUNA") for _ in range(100)))

    await many(WARM)
    gc.collect()
    before = resident()
    await many(CALLS)
    return resident() - before


def alone(kind: str) -> int:
    """By how much a process of its own grows."""
    # One arena for all threads: what one allocates and another gives back leaves gaps in several, which are no leak.
    environment = {**os.environ, "MALLOC_ARENA_MAX": "1"}
    ran = subprocess.run(
        [sys.executable, __file__, kind], check=True, capture_output=True, text=True, env=environment
    )
    return int(ran.stdout)


@pytest.mark.parametrize("kind", [*(kind for kind in KINDS if kind != "kept"), "tasks"])
def test_many_calls_leave_nothing_behind(kind: str) -> None:
    assert alone(kind) < LEFT_BYTES


def test_what_is_left_behind_would_be_seen() -> None:
    assert alone("kept") > LEFT_BYTES


if __name__ == "__main__":
    one = sys.argv[1]
    print(asyncio.run(tasks()) if one == "tasks" else grown(KINDS[one](canonical_plant())))
