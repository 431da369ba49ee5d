"""Ctrl-C ends a wait but not the work, and what a signal's handler does is its own affair."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from uuid import uuid4

import foodwms
import pytest
from conftest import stores
from foodwms import LotStatus, blocking
from plants import OPERATOR, label, labels, locked, with_site


@pytest.fixture(params=[store for store in stores() if store != "memory"])
def plant(request: pytest.FixtureRequest, tmp_path: Path) -> blocking.Plant:
    file = f"sqlite:{tmp_path / 'plant.db'}"
    return with_site(blocking.connect(file if request.param == "sqlite" else os.environ["DATABASE_URL"]))


def lots(plant: blocking.Plant) -> int:
    return sum(plant.count_lots().values())


def eventually(holds: Callable[[], bool]) -> None:
    """Waits until something holds, and fails where it does not in time."""
    end = monotonic() + 60
    while not holds():
        assert monotonic() < end, "it never came to hold"
        sleep(0.02)


class Struck(Exception):
    """What the tests' own Ctrl-C raises: pytest's would end the run."""


@contextmanager
def ctrl_c(seconds: float) -> Iterator[None]:
    """Presses Ctrl-C after some time."""
    armed = True

    def struck(*_: object) -> None:
        if armed:
            raise Struck

    before = signal.signal(signal.SIGINT, struck)
    timer = threading.Timer(seconds, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    try:
        yield
    finally:
        armed = False
        timer.cancel()
        timer.join()
        signal.signal(signal.SIGINT, before)


def test_ctrl_c_ends_a_wait_and_what_was_begun_is_completed(plant: blocking.Plant) -> None:
    envelopes = labels(20_000)
    began = monotonic()
    with pytest.raises(Struck), ctrl_c(0.3):
        plant.execute_many(envelopes)
    assert monotonic() - began < 5, "it waited for all of them"
    # The transaction it was in comes to its end; those after it are never begun.
    eventually(lambda: lots(plant) >= 1000)
    settled = lots(plant)
    assert settled % 1000 == 0
    assert settled < len(envelopes)
    again = plant.execute_many(envelopes[: settled + 1])
    assert [answer.replayed for answer in again if isinstance(answer, foodwms.Applied)] == (
        [True] * settled + [False]
    )


def test_ctrl_c_ends_the_wait_of_one_command_and_it_is_completed(tmp_path: Path) -> None:
    url = f"sqlite:{tmp_path / 'plant.db'}"
    plant = with_site(blocking.connect(url, deadline=30))
    key, lot_id = uuid4(), uuid4()
    with locked(url):
        with pytest.raises(Struck), ctrl_c(0.3):
            plant.run(OPERATOR, label(lot_id), key=key)
        assert lots(plant) == 0
    eventually(lambda: lots(plant) == 1)
    assert plant.run(OPERATOR, label(lot_id), key=key).replayed
    assert plant.get_lot(lot=str(lot_id)).status is LotStatus.CREATED


def test_nobody_waits_longer_than_the_deadline(tmp_path: Path) -> None:
    url = f"sqlite:{tmp_path / 'plant.db'}"
    plant = with_site(blocking.connect(url, deadline=0.2))
    with locked(url):
        began = monotonic()
        with pytest.raises(foodwms.Unavailable) as caught:
            plant.run(OPERATOR, label())
        assert monotonic() - began < 3
        assert caught.value.code is foodwms.Code.STORE_BUSY
        assert lots(plant) == 0
    assert plant.run(OPERATOR, label()).outcome.status is LotStatus.CREATED


def test_a_signal_handler_may_ask_the_plant(plant: blocking.Plant) -> None:
    asked: list[int] = []
    envelopes = labels(5000)
    before = signal.signal(signal.SIGUSR1, lambda *_: asked.append(lots(plant)))
    timer = threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGUSR1))
    timer.start()
    try:
        answers = plant.execute_many(envelopes)
    finally:
        timer.join()
        signal.signal(signal.SIGUSR1, before)
    assert len(answers) == 5000
    assert len(asked) == 1
    assert asked[0] < 5000

