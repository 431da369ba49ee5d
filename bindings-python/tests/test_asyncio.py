"""A plant under asyncio: many calls at once, waits given up, loops that come and go."""

from __future__ import annotations

import asyncio
import gc
import inspect
import sys
import warnings
from collections.abc import Awaitable, Callable
from pathlib import Path
from time import monotonic
from uuid import UUID, uuid4

import foodwms
import pytest
from foodwms import Applied, Conflict, Envelope, LotOutcome, NotFound, WmsError
from plants import OPERATOR, define_site, label, labels, locked

MANY = 200
DEADLINE = 60.0


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:{tmp_path / 'plant.db'}"


@pytest.fixture
async def plant(url: str) -> foodwms.Plant:
    return await define_site((await foodwms.connect(url, deadline=30)).tenant(uuid4()))


async def eventually(holds: Callable[[], Awaitable[bool]]) -> None:
    """Waits until something holds, and fails where it does not in time."""
    end = monotonic() + DEADLINE
    while not await holds():
        assert monotonic() < end, "it never came to hold"
        await asyncio.sleep(0.02)


async def lots(plant: foodwms.Plant) -> int:
    return sum((await plant.count_lots()).values())


def is_there(plant: foodwms.Plant, lot_id: UUID) -> Callable[[], Awaitable[bool]]:
    async def holds() -> bool:
        try:
            return (await plant.get_lot(lot=str(lot_id))).id == lot_id
        except NotFound:
            return False

    return holds


def all_codes_differ(answers: list[Applied[LotOutcome]]) -> bool:
    return len({applied.outcome.code for applied in answers}) == len(answers)


async def test_many_commands_at_once_are_all_applied(plant: foodwms.Plant) -> None:
    ids = [uuid4() for _ in range(MANY)]
    answers = await asyncio.gather(*(plant.run(OPERATOR, label(id)) for id in ids))
    assert [applied.outcome.lot_id for applied in answers] == ids
    assert all_codes_differ(answers)
    assert await lots(plant) == MANY


async def test_one_key_at_once_is_done_once(plant: foodwms.Plant) -> None:
    key, command = uuid4(), label()
    answers = await asyncio.gather(*(plant.run(OPERATOR, command, key=key) for _ in range(50)))
    assert [applied.replayed for applied in answers].count(False) == 1
    assert len({applied.outcome.code for applied in answers}) == 1
    assert len({applied.to_json().replace("replayed", "applied") for applied in answers}) == 1
    assert await lots(plant) == 1


async def test_refusals_among_many_reach_only_those_who_asked(plant: foodwms.Plant) -> None:
    lot_id = uuid4()
    await plant.run(OPERATOR, label(lot_id))
    commands = [label(lot_id if n % 2 else None) for n in range(40)]
    answers = await asyncio.gather(*(plant.run(OPERATOR, one) for one in commands), return_exceptions=True)
    assert [isinstance(one, Conflict) for one in answers] == [n % 2 == 1 for n in range(40)]


@pytest.mark.skipif(sys.version_info < (3, 11), reason="TaskGroup came with 3.11")
async def test_a_refusal_in_a_task_group_ends_the_group(plant: foodwms.Plant) -> None:
    with pytest.raises(BaseExceptionGroup) as caught:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(plant.run(OPERATOR, label())) for _ in range(20)]
            group.create_task(plant.get_run(run_id=uuid4()))
    assert caught.group_contains(NotFound)
    assert all(task.done() for task in tasks)
    async with asyncio.TaskGroup() as group:
        more = [group.create_task(plant.run(OPERATOR, label())) for _ in range(20)]
    assert all_codes_differ([task.result() for task in more])


async def test_the_loop_goes_on_while_a_call_waits(plant: foodwms.Plant) -> None:
    work = asyncio.create_task(plant.execute_many(labels(2000)))
    turns = 0
    while not work.done():
        await asyncio.sleep(0)
        turns += 1
    assert turns > 100
    assert len(work.result()) == 2000


@pytest.mark.parametrize("wait", [0.0, 0.3])
async def test_a_command_given_up_still_completes(url: str, plant: foodwms.Plant, wait: float) -> None:
    lot_id = uuid4()
    with locked(url):
        begun = asyncio.create_task(plant.run(OPERATOR, label(lot_id)))
        await asyncio.sleep(0)
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(begun, wait)
        assert begun.cancelled()
        assert not await is_there(plant, lot_id)()
    await eventually(is_there(plant, lot_id))


async def test_a_command_cancelled_still_completes(plant: foodwms.Plant) -> None:
    ids = [uuid4() for _ in range(50)]
    tasks = [asyncio.create_task(plant.run(OPERATOR, label(id))) for id in ids]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    ends = await asyncio.gather(*tasks, return_exceptions=True)
    assert any(isinstance(end, asyncio.CancelledError) for end in ends)
    for id in ids:
        await eventually(is_there(plant, id))


@pytest.mark.skipif(sys.version_info < (3, 11), reason="asyncio.timeout came with 3.11")
async def test_many_commands_given_up_still_complete(plant: foodwms.Plant) -> None:
    envelopes = labels(3000)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await plant.execute_many(envelopes)

    async def all_there() -> bool:
        return await lots(plant) == len(envelopes)

    await eventually(all_there)


async def test_a_command_never_awaited_is_never_begun(plant: foodwms.Plant) -> None:
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        never = plant.run(OPERATOR, label())
        assert inspect.iscoroutine(never)
        del never
        gc.collect()
    assert [one.category for one in warned] == [RuntimeWarning]
    assert await lots(plant) == 0


async def test_every_call_is_a_true_coroutine(plant: foodwms.Plant) -> None:
    calls = [plant.get_policy(), plant.list_lots(), plant.execute("{}"), plant.ask("{}"), plant.count_lots()]
    calls += [plant.check(OPERATOR, label()), plant.execute_many([]), foodwms.connect("sqlite::memory:")]
    for call in calls:
        assert inspect.iscoroutine(call)
        await call


async def test_execute_many_tells_how_far_it_is_in_the_loops_own_thread(plant: foodwms.Plant) -> None:
    told: list[tuple[int, asyncio.AbstractEventLoop]] = []
    envelopes: list[Envelope] = labels(2500)
    envelopes[7] = envelopes[3]
    answers = await plant.execute_many(
        envelopes, lambda settled: told.append((settled, asyncio.get_running_loop()))
    )
    assert [settled for settled, _ in told] == [1000, 2000, 2500]
    assert {loop for _, loop in told} == {asyncio.get_running_loop()}
    assert len(answers) == 2500
    assert not any(isinstance(answer, WmsError) for answer in answers)
    assert [n for n, answer in enumerate(answers) if isinstance(answer, Applied) and answer.replayed] == [7]
