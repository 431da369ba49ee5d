"""A fork has none of the threads that a database lives by: it says so at once, and a new connection works."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from uuid import uuid4

import foodwms
import pytest
from conftest import stores
from foodwms import blocking
from plants import ADMIN, NAME, OPERATOR, canonical_plant, label, labels, register, with_site

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork"),
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]
DEADLINE = 20.0


@pytest.fixture(params=[store for store in stores() if store != "memory"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    file = f"sqlite:{tmp_path / 'plant.db'}"
    return file if request.param == "sqlite" else os.environ["DATABASE_URL"]


def in_child(work: Callable[[], Any]) -> Any:
    """What some work gives in a forked child; a child that hangs is killed."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            found: Any = work()
        except BaseException as error:
            found = error
        os.write(theirs, pickle.dumps(found))
        os._exit(0)
    os.close(theirs)
    end = monotonic() + DEADLINE
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        if monotonic() > end:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            pytest.fail("the child hung")
        sleep(0.005)
    with open(ours, "rb") as pipe:
        return pickle.loads(pipe.read())


def used_anew(url: str, tenant: Any) -> int:
    """Connects, prints a label, and counts them."""
    plant = blocking.connect(url).tenant(tenant)
    plant.run(OPERATOR, label())
    return sum(plant.count_lots().values())


CALLS: dict[str, Callable[[blocking.Database, blocking.Plant], object]] = {
    "run": lambda database, plant: plant.run(OPERATOR, label()),
    "check": lambda database, plant: plant.check(OPERATOR, label()),
    "method": lambda database, plant: plant.define_site(ADMIN, site="DUNA", name=NAME, time_zone="UTC"),
    "query": lambda database, plant: plant.list_lots(),
    "execute": lambda database, plant: plant.execute("{}"),
    "ask": lambda database, plant: plant.ask("{}"),
    "execute_many": lambda database, plant: plant.execute_many(labels(2)),
    "count_lots": lambda database, plant: plant.count_lots(),
    "tenant": lambda database, plant: database.tenant(uuid4()),
    "health": lambda database, plant: database.health(),
    "migrate": lambda database, plant: database.migrate(),
    "schema_version": lambda database, plant: database.schema_version(),
    "asyncio": lambda database, plant: asyncio.run(foodwms.Plant(plant._native).list_lots()),
}


@pytest.mark.parametrize("call", CALLS)
def test_a_child_that_uses_its_parents_database_hears_of_the_fork(url: str, call: str) -> None:
    database = blocking.connect(url)
    plant = with_site(database)
    error = in_child(lambda: CALLS[call](database, plant))
    assert isinstance(error, RuntimeError), error
    assert "before a fork: connect again" in str(error)
    plant.run(OPERATOR, label())
    assert sum(plant.count_lots().values()) == 1


def test_a_child_connects_anew_while_its_parent_goes_on(url: str) -> None:
    plant = with_site(blocking.connect(url))
    plant.run(OPERATOR, label())
    assert in_child(lambda: used_anew(url, plant.tenant)) == 2
    plant.run(OPERATOR, label())
    assert in_child(lambda: used_anew(url, plant.tenant)) == 4
    assert sum(plant.count_lots().values()) == 4


def test_a_child_of_a_child_connects_anew(url: str) -> None:
    plant = with_site(blocking.connect(url))

    def child() -> Any:
        theirs = blocking.connect(url).tenant(plant.tenant)
        theirs.run(OPERATOR, label())
        return in_child(lambda: used_anew(url, plant.tenant)), sum(theirs.count_lots().values())

    assert in_child(child) == (2, 2)


def test_a_child_forked_while_a_database_closes_connects_anew(url: str) -> None:
    tenant = with_site(blocking.connect(url)).tenant
    for n in range(20):
        # Nobody holds it any more: it closes in a thread of its own.
        del [blocking.connect(url)][0]
        assert in_child(lambda: used_anew(url, tenant)) == n + 1


def test_a_child_has_an_event_loop_of_its_own(url: str) -> None:
    plant = with_site(blocking.connect(url))

    async def child() -> int:
        theirs = (await foodwms.connect(url)).tenant(plant.tenant)
        await asyncio.gather(*(theirs.run(OPERATOR, label()) for _ in range(20)))
        return sum((await theirs.count_lots()).values())

    assert in_child(lambda: asyncio.run(child())) == 20


def test_a_child_forked_in_the_midst_of_work_connects_anew(url: str) -> None:
    plant = with_site(blocking.connect(url))
    for _ in range(3):
        begun, tenant = threading.Event(), uuid4()
        work = threading.Thread(
            target=plant.execute_many, args=(labels(3000), lambda settled, begun=begun: begun.set())
        )
        work.start()
        assert begun.wait(DEADLINE)
        # Into the second transaction; any moment of it will do.
        sleep(0.05)

        def child(tenant: Any = tenant) -> int:
            # Long enough for its parent to be done: then nobody is in its way.
            return used_anew(url, with_site(blocking.connect(url, deadline=10.0), tenant).tenant)

        found = in_child(child)
        work.join(DEADLINE)
        assert found == 1


def test_what_a_child_writes_is_kept_when_its_parent_closes_the_file_before_it(tmp_path: Path) -> None:
    url = f"sqlite:{tmp_path / 'plant.db'}"
    database = blocking.connect(url)
    plant = with_site(database)
    tenant = plant.tenant
    closed = multiprocessing.get_context("fork").Event()

    def work() -> None:
        theirs = blocking.connect(url).tenant(tenant)
        theirs.run(OPERATOR, label())
        assert closed.wait(DEADLINE)
        theirs.run(OPERATOR, label())

    child = multiprocessing.get_context("fork").Process(target=work)
    child.start()
    while sum(plant.count_lots().values()) == 0:
        sleep(0.005)
    del plant, database
    # Its threads close it; who closes a file last takes its journal away.
    sleep(0.2)
    closed.set()
    child.join(DEADLINE)
    assert child.exitcode == 0
    assert sum(blocking.connect(url).tenant(tenant).count_lots().values()) == 2


def test_a_parent_goes_on_in_its_own_file_wherever_it_has_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path)
    plant = with_site(blocking.connect("sqlite:plant.db"))
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert in_child(lambda: used_anew(f"sqlite:{tmp_path / 'plant.db'}", plant.tenant)) == 1
    plant.run(OPERATOR, label())
    assert sum(plant.count_lots().values()) == 2
    assert not list((tmp_path / "elsewhere").iterdir())


def test_values_and_a_plant_in_memory_of_the_parent_are_there_in_a_child() -> None:
    plant = canonical_plant()
    lot = plant.get_lot(lot=str(register(plant)))
    assert in_child(lambda: repr(lot)) == repr(lot)
    assert in_child(lambda: canonical_plant().list_buffers()) == plant.list_buffers()
    # Whether it can be used there or not, it tells.
    found = in_child(lambda: plant.get_lot(lot=lot.code))
    assert found == lot or "fork" in str(found)


def test_a_process_of_multiprocessing_connects_anew_and_ends(url: str) -> None:
    plant = with_site(blocking.connect(url))
    process = multiprocessing.get_context("fork").Process(target=used_anew, args=(url, plant.tenant))
    process.start()
    process.join(DEADLINE)
    process.kill()
    assert process.exitcode == 0, "the child hung"
    assert sum(plant.count_lots().values()) == 1


ENDS = """
import os, sys
from foodwms import blocking
from plants import OPERATOR, label, with_site

database = blocking.connect(sys.argv[1])
plant = with_site(database)
child = os.fork()
if child == 0:
    try:
        plant.run(OPERATOR, label())
    except RuntimeError as error:
        print("fork" in str(error), flush=True)
    del plant, database
    sys.exit(3)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


def test_a_child_ends_as_any_program_does(url: str) -> None:
    command = [sys.executable, "-W", "ignore", "-X", "faulthandler", "-c", ENDS, url]
    here = Path(__file__).parent
    ended = subprocess.run(command, cwd=here, capture_output=True, text=True, timeout=DEADLINE)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "True\n3\n", "")
