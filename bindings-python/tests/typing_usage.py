"""How the package is used, for type checkers: `mypy --strict` and pyright read this file, nobody runs it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import foodwms
from foodwms import (
    Actor,
    Applied,
    Code,
    Direction,
    Envelope,
    Event,
    InvalidInput,
    LotStatus,
    LotType,
    LotView,
    MemoryPlant,
    NotFound,
    Page,
    Role,
    WmsError,
    blocking,
)
from typing_extensions import assert_never, assert_type

ACTOR = Actor(user_id=uuid4(), role=Role.OPERATOR)


async def commands(plant: foodwms.Plant, run_id: UUID) -> str:
    site = await plant.define_site(
        ACTOR, site="DUNA", name={"hu": "Duna"}, time_zone=ZoneInfo("Europe/Budapest"), key=uuid4()
    )
    assert_type(site, Applied[None])
    made = await plant.register_lot(
        ACTOR,
        lot_id=uuid4(),
        run_id=str(run_id),
        lot_type=LotType.RAW,
        site="DUNA",
        weight_kg=Decimal("500"),
        best_before=date(2026, 2, 1),
        supplier=foodwms.NewSupplier(name="Kft."),
        metadata={"pallet": [1, 2]},
        at=datetime(2026, 1, 15, 6, tzinfo=timezone.utc),
    )
    assert_type(made, Applied[foodwms.LotOutcome])
    assert_type(made.outcome.remaining_kg, Decimal)
    assert_type(made.events, tuple[Event, ...])
    assert_type(made.warnings, tuple[foodwms.Warning, ...])
    mixed = await plant.transform(
        ACTOR,
        run_id=run_id,
        inputs=[foodwms.Input(lot_id=made.outcome.lot_id, quantity_kg=100)],
        outputs=[foodwms.Output(lot_id=uuid4(), lot_type=LotType.DEB, weight_kg="99.5")],
    )
    assert_type(mixed.outcome, foodwms.TransformOutcome)
    checked = await plant.check(ACTOR, foodwms.StartRun(run_id=run_id))
    assert_type(checked, Applied[None])
    return made.outcome.code


async def queries(plant: MemoryPlant) -> None:
    lot = await plant.get_lot(lot="RAW-20260115-DUNA-0001")
    assert_type(lot, LotView)
    assert_type(lot.status, LotStatus)
    assert_type(lot.best_before, date | None)
    assert_type(lot.metadata, dict[str, Any] | None)
    assert_type(lot.holds, Sequence[foodwms.HoldView])
    page = await plant.list_lots(status=LotStatus.HOLD, limit=10)
    assert_type(page, Page[LotView])
    assert_type(page.items[0], LotView)
    assert_type(page.items[:2], Sequence[LotView])
    while page.next is not None:
        page = await plant.list_lots(status=LotStatus.HOLD, after=page.next)
    assert_type(len(page), int)
    assert_type(await plant.trace(lot=lot.id, direction=Direction.BOTH), foodwms.TraceView)
    assert_type(await plant.mass_balance(lot=lot.id), foodwms.LotBalance | foodwms.RunBalanceView)
    assert_type(await plant.list_flows(), Sequence[foodwms.FlowSummary])
    assert_type(await plant.count_lots(), dict[LotStatus, int])
    assert_type(plant.clock.now, datetime)


async def connected() -> foodwms.Plant:
    database = await foodwms.connect("sqlite::memory:", connections=2, deadline=1.5)
    assert_type(await database.schema_version(), str | None)
    return database.tenant(uuid4())


def threaded() -> None:
    plant = blocking.connect("sqlite::memory:").tenant(str(uuid4()))
    applied = plant.start_run(ACTOR, run_id=uuid4())
    assert_type(applied.outcome, foodwms.RunOutcome)
    envelope = Envelope(key=uuid4(), actor=ACTOR, command=foodwms.StartRun(run_id=uuid4()))
    assert_type(envelope.command, foodwms.Command)
    for answer in plant.execute_many([envelope], progress=print):
        if isinstance(answer, WmsError):
            assert_type(answer, WmsError)
            assert_type(answer.code, Code)
        else:
            assert_type(answer, Applied[None])
    assert_type(Envelope.from_json(b"{}"), Envelope)
    assert_type(plant.execute("{}"), str)


def refusals(plant: blocking.Plant) -> str:
    try:
        plant.get_run(run_id=uuid4())
    except NotFound as error:
        assert_type(error.message("hu"), str)
        return str(error.details["entity"])
    except InvalidInput as error:
        return str(error.details["field"])
    except foodwms.Unavailable as error:
        return error.reason or ""
    return ""


def told(event: Event) -> str:
    """Of every event there is: one left out is an error of the checker's."""
    match event:
        case foodwms.RunStarted(run_id=run_id):
            assert_type(run_id, UUID)
            return "started"
        case foodwms.LotHeld(lot_id=lot_id, cause=cause):
            assert_type(lot_id, UUID)
            assert_type(cause, foodwms.HoldCause)
            return "held"
        case (
            foodwms.SiteDefined()
            | foodwms.PolicyChanged()
        ):
            return "site and policy"
        case (
            foodwms.FlowCreated()
            | foodwms.VersionDrafted()
            | foodwms.DraftSaved()
            | foodwms.VersionSubmitted()
            | foodwms.VersionPublished()
            | foodwms.VersionRejected()
            | foodwms.VersionDeprecated()
            | foodwms.DraftDiscarded()
        ):
            return "flow"
        case (
            foodwms.RunCreated()
            | foodwms.RunAdvanced()
            | foodwms.RunRolledBack()
            | foodwms.RunHeld()
            | foodwms.RunResumed()
            | foodwms.RunCompleted()
            | foodwms.RunAborted()
            | foodwms.RunArchived()
        ):
            return "run"
        case (
            foodwms.LotCreated()
            | foodwms.LotRegistered()
            | foodwms.LotsTransformed()
            | foodwms.LotConsumed()
            | foodwms.LotWrittenOff()
            | foodwms.LotDispatched()
            | foodwms.LotFinished()
            | foodwms.LotVoided()
            | foodwms.LotReleased()
            | foodwms.LotRejected()
            | foodwms.LotRequarantined()
        ):
            return "lot"
        case (
            foodwms.InspectionRecorded()
            | foodwms.HoldResolved()
            | foodwms.ReadingRecorded()
            | foodwms.DeviationOpened()
            | foodwms.CorrectiveActionRecorded()
            | foodwms.DeviationClosed()
        ):
            return "quality"
        case (
            foodwms.BufferCreated()
            | foodwms.BufferUpdated()
            | foodwms.BufferHeld()
            | foodwms.BufferHoldLifted()
            | foodwms.StockMoved()
            | foodwms.CodesLeased()
        ):
            return "goods"
        case _:
            assert_never(event)
