"""What it costs to cross the border: one lot out, one command in, against the same as pydantic models.

    pip install pydantic foodwms   # a release build
    python benches/crossing.py

Ratios in one run count; times differ from machine to machine.
"""

from __future__ import annotations

import timeit
from collections.abc import Callable
from datetime import date, datetime, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from pydantic import BaseModel, ConfigDict

import foodwms

ROUNDS, CALLS = 7, 20_000


class Lot(BaseModel):
    """The fields of a lot's view, as a service would declare them."""

    model_config = ConfigDict(frozen=True)

    id: UUID
    code: str
    lot_type: foodwms.LotType
    sku: str | None
    storage: foodwms.Storage
    species: foodwms.Species | None
    status: foodwms.LotStatus
    voided: bool
    site: str
    run_id: UUID | None
    step: int
    weight_kg: Decimal
    remaining_kg: Decimal
    used_kg: Decimal
    lost_kg: Decimal
    dispatched_kg: Decimal
    line_kg: Decimal
    pieces: int | None
    production_day: date
    best_before: date | None
    supplier: dict[str, Any] | None
    temperature_c: Decimal | None
    metadata: dict[str, Any] | None
    holds: list[dict[str, Any]]
    positions: list[dict[str, Any]]
    created_at: datetime
    recorded_at: datetime
    registered_at: datetime | None


class Create(BaseModel):
    """The fields of the command that makes a label."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    lot_id: UUID
    site: str
    lot_type: foodwms.LotType
    weight_kg: Decimal
    code: str | None = None
    production_day: date | None = None
    storage: foodwms.Storage | None = None
    species: foodwms.Species | None = None
    pieces: int | None = None
    supplier: dict[str, Any] | None = None
    temperature_c: Decimal | None = None
    best_before: date | None = None
    metadata: dict[str, Any] | None = None


def best(call: Callable[[], object]) -> float:
    """The nanoseconds of a call, in the best of some rounds."""
    return min(timeit.repeat(call, number=CALLS, repeat=ROUNDS)) / CALLS * 1e9


def plant() -> foodwms.blocking.MemoryPlant:
    clock = foodwms.Clock(datetime(2026, 1, 15, 6, tzinfo=timezone.utc))
    made = foodwms.blocking.MemoryPlant(clock=clock)
    admin = foodwms.Actor(user_id=uuid4(), role=foodwms.Role.ADMIN)
    made.define_site(admin, site="DUNA", name={"en": "x"}, time_zone="Europe/Budapest")
    given = {"site": "DUNA", "lot_type": foodwms.LotType.RAW, "weight_kg": Decimal("500.5")}
    made.create_lot(admin, lot_id=uuid4(), **given)  # type: ignore[arg-type]
    return made


def row(name: str, ours: float, theirs: float) -> None:
    print(f"| {name} | {ours:,.0f} ns | {theirs:,.0f} ns | {ours / theirs:.2f} |")


def main() -> None:
    items = plant().list_lots().items
    lot = items[0]
    fields = {name: getattr(lot, name) for name in Lot.model_fields}
    fields |= {"holds": [], "positions": []}
    texts = Lot(**fields).model_dump(mode="json")
    command = {
        "lot_id": uuid4(),
        "site": "DUNA",
        "lot_type": foodwms.LotType.RAW,
        "weight_kg": Decimal("500.5"),
        "pieces": 12,
    }
    print("| | foodwms | pydantic | ratio |\n|---|---:|---:|---:|")
    row("a lot out, from rich values", best(lambda: items[0]), best(lambda: Lot(**fields)))
    row("a lot out, from a row's texts", best(lambda: items[0]), best(lambda: Lot(**texts)))
    row("a lot out, as JSON", best(lot.to_json), best(Lot(**fields).model_dump_json))
    ours, theirs = best(lambda: foodwms.CreateLot(**command)), best(lambda: Create(**command))  # type: ignore[arg-type]
    row("a command in", ours, theirs)
    row("both", best(lambda: items[0]) + ours, best(lambda: Lot(**fields)) + theirs)


if __name__ == "__main__":
    main()
