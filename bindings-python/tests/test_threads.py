"""A blocking plant among threads: many at once, others go on meanwhile, nothing leaks."""

from __future__ import annotations

import gc
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import uuid4

import foodwms
import pytest
from conftest import stores
from foodwms import Conflict, Envelope, blocking
from plants import OPERATOR, canonical_plant, label, labels, register, with_site

PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
STATM = Path("/proc/self/statm")


@pytest.fixture(params=[store for store in stores() if store != "memory"])
def plant(request: pytest.FixtureRequest, tmp_path: Path) -> blocking.Plant:
    file = f"sqlite:{tmp_path / 'plant.db'}"
    return with_site(blocking.connect(file if request.param == "sqlite" else os.environ["DATABASE_URL"]))


def lots(plant: blocking.Plant) -> int:
    return sum(plant.count_lots().values())


def test_many_threads_share_one_plant(plant: blocking.Plant) -> None:
    start = threading.Barrier(8)

    def work(_: int) -> list[str]:
        start.wait(30)
        return [plant.run(OPERATOR, label()).outcome.code for _ in range(25)]

    with ThreadPoolExecutor(8) as pool:
        codes = [code for found in pool.map(work, range(8)) for code in found]
    assert len(set(codes)) == len(codes) == 200
    assert lots(plant) == 200


def test_of_threads_that_want_one_id_one_gets_it(plant: blocking.Plant) -> None:
    lot_id, start = uuid4(), threading.Barrier(8)

    def work(_: int) -> bool:
        start.wait(30)
        try:
            plant.run(OPERATOR, label(lot_id))
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(work, range(8))).count(True) == 1
    assert lots(plant) == 1


def test_a_plant_in_memory_is_shared_by_threads_too() -> None:
    plant = canonical_plant()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: register(plant), range(200)))
    assert len(plant.list_lots(limit=1000).items) == len(set(found)) == 200


def test_a_value_is_read_by_many_threads(plant: blocking.Plant) -> None:
    plant.execute_many(labels(100))
    items = plant.list_lots(limit=100).items
    with ThreadPoolExecutor(8) as pool:
        shown = set(pool.map(lambda _: repr(list(items)), range(50)))
        hashes = set(pool.map(lambda _: hash(items), range(50)))
    assert len(shown) == len(hashes) == 1


def test_other_threads_go_on_while_a_call_waits(plant: blocking.Plant) -> None:
    counted, stop = 0, threading.Event()

    def count() -> None:
        nonlocal counted
        while not stop.is_set():
            counted += 1

    thread = threading.Thread(target=count)
    envelopes = labels(2000)
    thread.start()
    before = counted
    plant.execute_many(envelopes)
    during = counted - before
    stop.set()
    thread.join(30)
    assert during > 10_000, "the counter stood still"
    assert lots(plant) == 2000


def test_progress_is_told_after_each_commit_and_may_ask_the_plant(plant: blocking.Plant) -> None:
    told: list[tuple[int, int]] = []
    answers = plant.execute_many(labels(1500), lambda settled: told.append((settled, lots(plant))))
    assert len(answers) == 1500
    assert told == [(1000, 1000), (1500, 1500)]


def test_progress_that_fails_breaks_nothing(
    plant: blocking.Plant, monkeypatch: pytest.MonkeyPatch
) -> None:
    unraised: list[Any] = []
    monkeypatch.setattr("sys.unraisablehook", lambda found: unraised.append(found.exc_type))
    assert len(plant.execute_many(labels(3), lambda settled: 1 // 0)) == 3
    assert unraised == [ZeroDivisionError]
    assert lots(plant) == 3


@pytest.mark.skipif(not STATM.exists(), reason="only Linux tells how much memory a process has this way")
def test_a_hundred_thousand_calls_keep_no_memory() -> None:
    plant = canonical_plant()
    lot_id = str(register(plant, metadata={"pallet": list(range(20))}))

    def resident() -> int:
        gc.collect()
        return int(STATM.read_text().split()[1]) * PAGE

    def use(count: int) -> None:
        for _ in range(count):
            lot = plant.get_lot(lot=lot_id)
            hash(lot), repr(lot.metadata), lot == lot, lot.to_json()
            Envelope(key=lot.id, actor=OPERATOR, command=label(lot.id))
            try:
                label(lot_id="no id")  # type: ignore[arg-type]
            except foodwms.InvalidInput:
                pass

    use(4_000)
    before = resident()
    # Eight calls each.
    use(13_000)
    assert resident() - before < 3 * 2**20
