"""A lot as the plain service takes it in, and the rows it becomes."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from plain_tables import STEPS

LotType = Literal[
    "RAW", "DEB", "BULK", "MIX", "SKW15", "SKW30", "FRZ15", "FRZ30", "FG15", "FG30", "PAL", "SHIP"
]
Row = dict[str, Any]


class Supplier(BaseModel):
    """Who delivered it."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(max_length=100)]
    lot_code: Annotated[str | None, Field(max_length=100)] = None
    establishment_no: Annotated[str | None, Field(max_length=100)] = None


class NewLot(BaseModel):
    """The fields of `create_lot`."""

    model_config = ConfigDict(extra="forbid")

    lot_id: UUID
    lot_type: LotType
    site: Annotated[str, Field(pattern="^[A-Z]{4}$")]
    weight_kg: Annotated[Decimal, Field(gt=0, le=10_000, decimal_places=3)]
    code: Annotated[str | None, Field(max_length=100)] = None
    production_day: date | None = None
    storage: Literal["CHILLED", "FROZEN", "AMBIENT"] = "CHILLED"
    species: Literal["CHICKEN", "TURKEY", "BEEF", "LAMB", "PORK", "OTHER"] | None = None
    pieces: Annotated[int | None, Field(ge=1)] = None
    supplier: Supplier | None = None
    temperature_c: Annotated[Decimal | None, Field(ge=-50, le=100, decimal_places=1)] = None
    best_before: date | None = None
    metadata: dict[str, Any] | None = None

    def digest(self) -> bytes:
        """What makes a repeat a repeat."""
        return hashlib.sha256(self.model_dump_json().encode()).digest()


def lot_row(new: NewLot, day: date, now: datetime, user: UUID) -> Row:
    """All columns of the lot but its code."""
    details = new.model_dump(mode="json", include={"supplier", "temperature_c", "metadata"})
    return {
        "id": new.lot_id,
        "lot_type": new.lot_type,
        "step": STEPS[new.lot_type],
        "storage": new.storage,
        "species": new.species,
        "sku": new.lot_type[-2:] if new.lot_type[-2:].isdigit() else None,
        "site": new.site,
        "status": "CREATED",
        "voided": False,
        "weight_kg": new.weight_kg,
        "used_kg": Decimal(0),
        "dispatched_kg": Decimal(0),
        "lost_kg": Decimal(0),
        "pieces": new.pieces,
        "production_day": day,
        "best_before": new.best_before,
        "details": details,
        "created_at": now,
        "recorded_at": now,
        "created_by": user,
    }


def event_row(new: NewLot, code: str, day: date, now: datetime, user: UUID, key: UUID) -> Row:
    """What happened, for the audit log."""
    event = new.model_dump(mode="json") | {"code": code, "production_day": day.isoformat()}
    return {
        "entity_id": new.lot_id,
        "key": key,
        "user_id": user,
        "event_type": "lot_created",
        "event": event | {"type": "lot_created", "v": 1},
        "recorded_at": now,
    }


def key_row(new: NewLot, answer: Row, now: datetime, user: UUID, key: UUID) -> Row:
    """The key, with the answer that a repeat is given."""
    return {
        "key": key,
        "user_id": user,
        "digest": new.digest(),
        "answer": answer,
        "recorded_at": now,
    }


def answer(new: NewLot, code: str) -> Row:
    """What the caller hears: the fields of the library's outcome."""
    return {
        "lot_id": str(new.lot_id),
        "code": code,
        "status": "CREATED",
        "remaining_kg": str(new.weight_kg),
    }
