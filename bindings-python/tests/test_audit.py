"""A plant's log is verified, written to a file and rebuilt from it; a database is copied. What is wrong with a file or a log is said."""

from __future__ import annotations

import asyncio
import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import foodwms
import pytest
from conftest import stores
from foodwms import Backup, InvalidInput, Moved, WmsError, blocking
from plants import OPERATOR, canonical_plant, label, labels, with_site

LOTS = 5
MOVED = Moved(commands=LOTS + 1, events=LOTS + 1)
"""The site, and the labels."""


@pytest.fixture(params=[store for store in stores() if store != "memory"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    file = f"sqlite:{tmp_path / 'plant.db'}"
    return file if request.param == "sqlite" else os.environ["DATABASE_URL"]


@pytest.fixture
def database(url: str) -> blocking.Database:
    return blocking.connect(url)


@pytest.fixture
def plant(database: blocking.Database) -> blocking.Plant:
    plant = with_site(database)
    plant.execute_many(labels(LOTS))
    return plant


@pytest.fixture
def elsewhere(tmp_path: Path) -> blocking.Database:
    """Another database, with nothing in it."""
    return blocking.connect(f"sqlite:{tmp_path / 'elsewhere.db'}")


def wrong(run: Callable[[], object]) -> tuple[str, str]:
    """The field that a refusal names, and why."""
    with pytest.raises(InvalidInput) as caught:
        run()
    return caught.value.details["field"], caught.value.details["why"]


def lots(plant: blocking.Plant) -> int:
    return sum(plant.count_lots().values())


def test_a_plant_is_rebuilt_from_its_log_as_it_was(
    plant: blocking.Plant, elsewhere: blocking.Database, tmp_path: Path
) -> None:
    assert plant.export_audit(tmp_path / "log.jsonl") == MOVED
    again = elsewhere.tenant(plant.tenant)
    assert again.rebuild_from_audit(str(tmp_path / "log.jsonl")) == MOVED
    assert again.list_lots() == plant.list_lots()
    assert again.verify_audit() == plant.verify_audit()
    assert again.export_audit(tmp_path / "again.jsonl") == MOVED
    assert (tmp_path / "again.jsonl").read_bytes() == (tmp_path / "log.jsonl").read_bytes()


def test_it_is_the_same_for_asyncio(database: blocking.Database, elsewhere: blocking.Database, tmp_path: Path) -> None:
    plant = with_site(database)

    async def there_and_back() -> Any:
        moved = await foodwms.Plant(plant._native).export_audit(tmp_path / "log.jsonl")
        again = foodwms.Plant(elsewhere.tenant(plant.tenant)._native)
        return moved, await again.rebuild_from_audit(tmp_path / "log.jsonl"), await again.verify_audit()

    moved = Moved(commands=1, events=1)
    assert asyncio.run(there_and_back()) == (moved, moved, plant.verify_audit())


def test_a_file_that_is_there_is_not_written_over(plant: blocking.Plant, tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text("ours")
    with pytest.raises(FileExistsError) as caught:
        plant.export_audit(path)
    assert (caught.value.errno, caught.value.filename) == (errno.EEXIST, str(path))
    assert path.read_text() == "ours"


def test_a_path_that_is_not_there_is_the_error_that_open_gives(
    plant: blocking.Plant, database: blocking.Database, tmp_path: Path
) -> None:
    missing = tmp_path / "nowhere" / "log.jsonl"
    calls: list[Callable[[Path], object]] = [open, plant.export_audit, plant.rebuild_from_audit]
    for call in calls:
        with pytest.raises(FileNotFoundError) as caught:
            call(missing)
        assert str(caught.value) == f"[Errno 2] No such file or directory: {str(missing)!r}"
    with pytest.raises(IsADirectoryError):
        database.tenant(uuid4()).rebuild_from_audit(tmp_path)


@pytest.mark.parametrize("path", ["log\0.jsonl", 5, None, b"log"], ids=repr)
def test_what_is_no_path_is_refused(plant: blocking.Plant, path: Any) -> None:
    for call in (plant.export_audit, plant.rebuild_from_audit):
        with pytest.raises((ValueError, TypeError)):
            call(path)


def test_a_plant_that_is_not_empty_is_not_rebuilt(plant: blocking.Plant, tmp_path: Path) -> None:
    plant.export_audit(tmp_path / "log.jsonl")
    field, why = wrong(lambda: plant.rebuild_from_audit(tmp_path / "log.jsonl"))
    assert field == "tenant"
    assert "not empty" in why
    assert lots(plant) == LOTS


@pytest.mark.parametrize("used", [False, True], ids=["empty", "used"])
def test_a_log_of_another_plant_rebuilds_nothing(
    plant: blocking.Plant, elsewhere: blocking.Database, tmp_path: Path, used: bool
) -> None:
    plant.export_audit(tmp_path / "log.jsonl")
    other = with_site(elsewhere) if used else elsewhere.tenant(uuid4())
    field, why = wrong(lambda: other.rebuild_from_audit(tmp_path / "log.jsonl"))
    assert field == "tenant"
    assert "not empty" in why or str(plant.tenant) in why
    assert lots(other) == 0


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda log: log[: len(log) // 2],
    "without its last line": lambda log: b"".join(log.splitlines(keepends=True)[:-1]),
    "a weight changed": lambda log: log.replace(b'"weight_kg":"1"', b'"weight_kg":"2"', 1),
    "a line taken out": lambda log: b"".join(log.splitlines(keepends=True)[:2] + log.splitlines(keepends=True)[3:]),
    "lines after the end": lambda log: log + log,
    "no JSON": lambda log: b"nonsense\n" + log,
    "no UTF-8": lambda log: log.replace(b'"DUNA"', b'"\xff\xfe"', 1),
    "empty": lambda log: b"",
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_log_rebuilds_nothing_and_the_refusal_says_where(
    plant: blocking.Plant, elsewhere: blocking.Database, tmp_path: Path, damage: str
) -> None:
    path = tmp_path / "log.jsonl"
    plant.export_audit(path)
    whole = path.read_bytes()
    path.write_bytes(DAMAGE[damage](whole))
    assert path.read_bytes() != whole
    again = elsewhere.tenant(plant.tenant)
    field, why = wrong(lambda: again.rebuild_from_audit(path))
    assert field == "path"
    assert "line" in why or "UTF-8" in why
    assert lots(again) == 0
    path.write_bytes(whole)
    assert again.rebuild_from_audit(path) == MOVED


def test_a_plant_in_memory_has_no_log_on_disk(tmp_path: Path) -> None:
    plant = canonical_plant()
    for call in (plant.export_audit, plant.rebuild_from_audit):
        assert wrong(lambda call=call: call(tmp_path / "log.jsonl"))[0] == "plant"  # type: ignore[misc]
    assert not (tmp_path / "log.jsonl").exists()


def test_whoever_verifies_hears_how_far_it_is(plant: blocking.Plant) -> None:
    plant.execute_many(labels(5000))
    heard: list[int] = []
    found = plant.verify_audit(progress=heard.append)
    assert heard == sorted(set(heard))
    assert heard[-1] == found.events == LOTS + 1 + 5000
    assert len(heard) > 1
    assert plant.verify_audit(checkpoint=found.checkpoint).first_broken is None
    assert plant.verify_audit(checkpoint="0" * 64).first_broken is not None


def test_in_an_event_loop_it_is_heard_in_the_thread_of_the_loop(plant: blocking.Plant) -> None:
    heard: list[tuple[int, threading.Thread]] = []

    async def verify() -> foodwms.AuditVerification:
        return await foodwms.Plant(plant._native).verify_audit(
            progress=lambda count: heard.append((count, threading.current_thread()))
        )

    assert asyncio.run(verify()).events == LOTS + 1
    assert heard[-1] == (LOTS + 1, threading.current_thread())


def test_a_plant_in_memory_is_verified_with_progress() -> None:
    heard: list[int] = []
    assert [canonical_plant().verify_audit(progress=heard.append).events] == heard


def test_what_goes_wrong_in_progress_stops_nothing(
    plant: blocking.Plant, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[Any] = []
    monkeypatch.setattr("sys.unraisablehook", said.append)

    def hears(count: int) -> None:
        raise LookupError(count)

    assert plant.verify_audit(progress=hears).first_broken is None
    assert {one.exc_type for one in said} == {LookupError}


def test_progress_may_ask_the_plant(plant: blocking.Plant) -> None:
    heard: list[int] = []
    plant.verify_audit(progress=lambda _: heard.append(lots(plant)))
    assert set(heard) == {LOTS}


@pytest.mark.parametrize("checkpoint", ["", "nonsense", 5, "\ud800"], ids=repr)
def test_what_is_no_checkpoint_is_refused_at_its_field_as_by_the_query(
    plant: blocking.Plant, checkpoint: Any
) -> None:
    try:
        expected: object = plant.answer(foodwms.VerifyAudit(checkpoint=checkpoint))
    except WmsError as error:
        assert wrong(lambda: plant.verify_audit(checkpoint=checkpoint))[0] == error.details["field"]
    else:
        assert plant.verify_audit(checkpoint=checkpoint) == expected


def on_file(tmp_path: Path) -> tuple[blocking.Database, blocking.Plant]:
    database = blocking.connect(f"sqlite:{tmp_path / 'plant.db'}")
    plant = with_site(database)
    plant.execute_many(labels(LOTS))
    return database, plant


def test_a_backup_is_the_whole_database_at_one_moment(tmp_path: Path) -> None:
    database, plant = on_file(tmp_path)
    copied = database.backup(tmp_path / "copy.db")
    assert copied.tenants == ((plant.tenant, plant.verify_audit()),)
    assert copied.is_whole
    assert copied.bytes == (tmp_path / "copy.db").stat().st_size
    plant.run(OPERATOR, label())
    there = blocking.connect(f"sqlite:{tmp_path / 'copy.db'}", migrate=False).tenant(plant.tenant)
    assert (lots(there), lots(plant)) == (LOTS, LOTS + 1)


def test_a_backup_is_the_same_for_asyncio(tmp_path: Path) -> None:
    database, plant = on_file(tmp_path)

    async def copy() -> Backup:
        return await foodwms.Database(database._native).backup(str(tmp_path / "copy.db"))

    assert asyncio.run(copy()).tenants == ((plant.tenant, plant.verify_audit()),)


def test_a_backup_with_a_broken_log_says_so(tmp_path: Path) -> None:
    _, plant = on_file(tmp_path)
    found = plant.verify_audit()
    broken = foodwms.AuditVerification.from_json(
        found.to_json().replace('"first_broken":null', '"first_broken":{"stream":"lot:x","version":1,"why":"no"}')
    )
    assert Backup(1, ((plant.tenant, found),)).is_whole
    assert not Backup(1, ((plant.tenant, found), (plant.tenant, broken))).is_whole


def test_a_backup_writes_over_nothing_and_says_what_is_wrong_with_a_path(tmp_path: Path) -> None:
    database, _ = on_file(tmp_path)
    taken = tmp_path / "taken"
    taken.write_text("ours")
    for path in (taken, tmp_path):
        with pytest.raises(FileExistsError):
            database.backup(path)
    assert taken.read_text() == "ours"
    with pytest.raises(OSError, match="nowhere"):
        database.backup(tmp_path / "nowhere" / "copy.db")


def test_a_file_is_copied_and_a_server_has_its_own_tools(url: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    database = blocking.connect(url)
    if url.startswith("sqlite:"):
        assert database.backup(copy).bytes == copy.stat().st_size
    else:
        field, why = wrong(lambda: database.backup(copy))
        assert (field, "pg_dump" in why, copy.exists()) == ("url", True, False)
