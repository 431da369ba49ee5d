"""Event loops come and go, of several kinds, and the database stays."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from uuid import uuid4

import foodwms
import pytest
import uvloop
from foodwms import NotFound, blocking
from plants import OPERATOR, define_site, label, labels


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:{tmp_path / 'plant.db'}"


def eventually_there(url: str, tenant: Any, lot_id: Any) -> bool:
    """Looks for a lot through another connection."""
    plant = blocking.connect(url).tenant(tenant)
    end = monotonic() + 60
    while monotonic() < end:
        try:
            return bool(plant.get_lot(lot=str(lot_id)).id == lot_id)
        except NotFound:
            sleep(0.02)
    return False


def test_one_database_serves_one_loop_after_another(url: str) -> None:
    async def opened() -> foodwms.Plant:
        return await define_site((await foodwms.connect(url)).tenant(uuid4()))

    plant = asyncio.run(opened())

    async def print_one() -> str:
        return str((await plant.run(OPERATOR, label())).outcome.code)

    codes = [asyncio.run(print_one()) for _ in range(5)]
    assert len(set(codes)) == 5
    assert sum(asyncio.run(plant.count_lots()).values()) == 5


def test_one_database_serves_many_loops_at_once(url: str) -> None:
    database = asyncio.run(foodwms.connect(url))
    plant = asyncio.run(define_site(database.tenant(uuid4())))
    codes: list[str] = []

    async def print_some() -> None:
        answers = await asyncio.gather(*(plant.run(OPERATOR, label()) for _ in range(20)))
        codes.extend(applied.outcome.code for applied in answers)

    threads = [threading.Thread(target=lambda: asyncio.run(print_some())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not any(thread.is_alive() for thread in threads)
    assert len(set(codes)) == 80


@pytest.mark.parametrize("progress", [None, print], ids=["untold", "told"])
def test_a_command_outlives_the_loop_that_began_it(
    url: str, progress: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    unraised: list[Any] = []
    monkeypatch.setattr("sys.unraisablehook", unraised.append)
    plant = asyncio.run(define_site(asyncio.run(foodwms.connect(url)).tenant(uuid4())))
    for _ in range(20):
        lot_id, loop = uuid4(), asyncio.new_event_loop()
        ahead = loop.create_task(plant.execute_many(labels(50), progress))
        task = loop.create_task(plant.run(OPERATOR, label(lot_id)))
        # One turn: both are begun, and nobody will ever hear of it.
        loop.call_soon(loop.stop)
        loop.run_forever()
        assert not task.done()
        task._log_destroy_pending = ahead._log_destroy_pending = False  # type: ignore[attr-defined]
        loop.close()
        assert eventually_there(url, plant.tenant, lot_id)
    assert [str(one.exc_value) for one in unraised] == []


ENDS = """
import asyncio, sys, uuid
import foodwms
from plants import OPERATOR, define_site, label, labels

async def work():
    plant = await define_site((await foodwms.connect(sys.argv[1])).tenant(uuid.uuid4()))
    many = asyncio.create_task(plant.execute_many(labels(3000), lambda settled: None))
    try:
        await asyncio.wait_for(many, 0.2)
    except asyncio.TimeoutError:
        print("given up")

asyncio.run(work())
"""


def test_a_program_ends_while_the_library_works(url: str) -> None:
    for _ in range(3):
        here = Path(__file__).parent
        command = [sys.executable, "-X", "faulthandler", "-c", ENDS, url]
        ended = subprocess.run(command, cwd=here, capture_output=True, text=True, timeout=60)
        assert (ended.returncode, ended.stdout, ended.stderr) == (0, "given up\n", "")


def test_a_plant_in_memory_serves_one_loop_after_another() -> None:
    plant = foodwms.MemoryPlant()
    asyncio.run(define_site(plant))
    codes = {asyncio.run(plant.run(OPERATOR, label())).outcome.code for _ in range(5)}
    assert len(codes) == 5
    assert len(asyncio.run(plant.list_lots())) == 5


def test_a_plant_in_memory_counts_its_lots_as_a_database_does() -> None:
    plant = foodwms.MemoryPlant()
    asyncio.run(define_site(plant))
    asyncio.run(plant.run(OPERATOR, label()))
    counted = asyncio.run(plant.count_lots())
    assert counted == {status: 0 for status in foodwms.LotStatus} | {foodwms.LotStatus.CREATED: 1}


def test_it_works_under_uvloop(url: str) -> None:
    async def work() -> int:
        plant = await define_site((await foodwms.connect(url)).tenant(uuid4()))
        await asyncio.gather(*(plant.run(OPERATOR, label()) for _ in range(50)))
        return sum((await plant.count_lots()).values())

    with closing(uvloop.new_event_loop()) as loop:
        assert loop.run_until_complete(work()) == 50
