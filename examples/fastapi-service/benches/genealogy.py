"""The same genealogy for both services: made by the library's commands, then copied row by row.

A family is one delivery: RAW → 10 DEB → 90 BULK → 900 MIX, two lots of BULK in each mix. That is
1 000 descendants and 1 900 links, four generations with the delivery.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timezone
from uuid import UUID, uuid4

import foodwms
from foodwms import (
    Actor,
    Applied,
    Command,
    Decision,
    Envelope,
    Input,
    LotType,
    NewReading,
    Output,
    Plant,
    ReadingKind,
    Role,
)
from load import BenchError
from plain_tables import STEPS, links, lots
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

DESCENDANTS, LINKS = 1_000, 1_900

ADMIN, MANAGER, OPERATOR = (
    Actor(user_id=uuid4(), role=role) for role in (Role.ADMIN, Role.MANAGER, Role.OPERATOR)
)


@dataclass(frozen=True)
class Family:
    """The ids of a delivery and of all that comes of it, but for the mixes."""

    raw: UUID
    deboned: tuple[UUID, ...]
    bulk: tuple[UUID, ...]

    @staticmethod
    def new() -> Family:
        return Family(uuid4(), _ids(10), _ids(90))


def _ids(count: int) -> tuple[UUID, ...]:
    return tuple(uuid4() for _ in range(count))


async def grow(plant: Plant, families: list[Family]) -> None:
    """Makes the families in one run of the canonical flow."""
    run = uuid4()
    commands = [*_opened(run)]
    for stage in (_received, _deboned, _bulked, _mixed):
        commands.append((OPERATOR, foodwms.AdvanceRun(run_id=run)))
        for family in families:
            commands.extend((OPERATOR, command) for command in stage(family, run))
    envelopes = [Envelope(key=uuid4(), actor=actor, command=does) for actor, does in commands]
    for answer in await plant.execute_many(envelopes):
        if not isinstance(answer, Applied):
            raise answer


def _opened(run: UUID) -> Iterator[tuple[Actor, Command]]:
    flow, version = uuid4(), uuid4()
    yield (
        OPERATOR,
        foodwms.CreateFlow(
            flow_id=flow,
            version_id=version,
            name={"en": "Canonical flow"},
            graph=foodwms.canonical_flow(),
        ),
    )
    yield OPERATOR, foodwms.SubmitVersion(version_id=version)
    yield MANAGER, foodwms.ApproveVersion(version_id=version)
    yield OPERATOR, foodwms.CreateRun(run_id=run, version_id=version, site="DUNA")
    yield OPERATOR, foodwms.StartRun(run_id=run)


def _received(family: Family, run: UUID) -> Iterator[Command]:
    yield foodwms.RegisterLot(
        lot_id=family.raw, run_id=run, lot_type=LotType.RAW, site="DUNA", weight_kg=10_000
    )
    cold = NewReading(reading_id=uuid4(), kind=ReadingKind.SURFACE, temperature_c="2")
    yield _passed(family.raw, cold)


def _deboned(family: Family, run: UUID) -> Iterator[Command]:
    yield _made(run, {family.raw: 10_000}, LotType.DEB, 900, family.deboned)
    yield from map(_passed, family.deboned)


def _bulked(family: Family, run: UUID) -> Iterator[Command]:
    for n, parent in enumerate(family.deboned):
        yield _made(run, {parent: 900}, LotType.BULK, 100, family.bulk[9 * n : 9 * n + 9])
    yield from map(_passed, family.bulk)


def _mixed(family: Family, run: UUID) -> Iterator[Command]:
    for one, other in zip(family.bulk[::2], family.bulk[1::2], strict=True):
        yield _made(run, {one: 100, other: 100}, LotType.MIX, 10, _ids(20))


def _made(
    run: UUID, used_kg: dict[UUID, int], kind: LotType, each_kg: int, ids: tuple[UUID, ...]
) -> Command:
    return foodwms.Transform(
        run_id=run,
        inputs=[Input(lot_id=lot, quantity_kg=kg) for lot, kg in used_kg.items()],
        outputs=[Output(lot_id=lot, lot_type=kind, weight_kg=each_kg) for lot in ids],
    )


def _passed(lot: UUID, *readings: NewReading) -> Command:
    return foodwms.RecordInspection(
        inspection_id=uuid4(),
        lot_id=lot,
        inspection_type="release",
        decision=Decision.PASS,
        readings=readings,
    )


async def copy(plant: Plant, families: list[Family], engine: AsyncEngine) -> None:
    """Gives the plain tables the lots and links that the library has."""
    for family in families:
        found = await plant.trace(family.raw, direction=foodwms.Direction.FORWARD)
        if (len(found.lots), len(found.links)) != (DESCENDANTS + 1, LINKS):
            raise BenchError(f"a family of {len(found.lots)} lots and {len(found.links)} links")
        async with engine.begin() as connection:
            await connection.execute(lots.insert(), [_lot(lot) for lot in found.lots])
            await connection.execute(links.insert(), [_link(link) for link in found.links])


async def analyze(engine: AsyncEngine) -> None:
    """Statistics for the planner, for both."""
    async with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        await connection.execute(text("ANALYZE"))


def _lot(lot: foodwms.TracedLot) -> dict[str, object]:
    now = datetime.now(timezone.utc)
    return {
        "id": lot.lot_id,
        "code": lot.code,
        "lot_type": lot.lot_type,
        "step": STEPS[lot.lot_type],
        "storage": "CHILLED",
        "site": lot.site,
        "status": lot.status,
        "voided": False,
        "weight_kg": lot.weight_kg,
        "used_kg": lot.weight_kg - lot.remaining_kg,
        "dispatched_kg": 0,
        "lost_kg": 0,
        "production_day": lot.production_day,
        "details": {},
        "created_at": now,
        "recorded_at": now,
        "created_by": OPERATOR.user_id,
    }


def _link(link: foodwms.Link) -> dict[str, object]:
    return {
        "parent_id": link.parent,
        "child_id": link.child,
        "quantity_kg": link.quantity_kg,
        "method": link.method,
    }
