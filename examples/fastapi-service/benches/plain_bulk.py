"""Thousands of lots into the plain tables, by SQLAlchemy's bulk insert."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timezone
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from plain_rows import Row
from plain_tables import SCHEMA, audit_events, idempotency_keys, lots, metadata, sites

CHUNK = 1_000
ZONE = ZoneInfo("Europe/Budapest")
# Numbers in the process, which cost nothing; the library draws them from the database.
_numbers = count(1)


@dataclass(frozen=True)
class Delivery:
    """What a lot is made of, and the key it comes under."""

    lot_id: UUID
    key: UUID
    weight_kg: Decimal


async def insert(engine: AsyncEngine, given: Sequence[Delivery], user: UUID) -> None:
    """Inserts lots, audit events and keys, a thousand lots to a transaction."""
    now = datetime.now(timezone.utc)
    day = now.astimezone(ZONE).date()
    for start in range(0, len(given), CHUNK):
        rows = [_rows(one, day, now, user) for one in given[start : start + CHUNK]]
        async with engine.begin() as connection:
            await connection.execute(lots.insert(), [row[0] for row in rows])
            await connection.execute(audit_events.insert(), [row[1] for row in rows])
            await connection.execute(idempotency_keys.insert(), [row[2] for row in rows])


def _rows(one: Delivery, day: date, now: datetime, user: UUID) -> tuple[Row, Row, Row]:
    code = f"RAW-{day:%Y%m%d}-DUNA-{next(_numbers):04}"
    weight_kg = str(one.weight_kg)
    said = {
        "type": "lot_created",
        "v": 1,
        "lot_id": str(one.lot_id),
        "code": code,
        "lot_type": "RAW",
        "site": "DUNA",
        "storage": "CHILLED",
        "weight_kg": weight_kg,
        "production_day": day.isoformat(),
    }
    answer = {
        "lot_id": said["lot_id"],
        "code": code,
        "status": "CREATED",
        "remaining_kg": weight_kg,
    }
    stamps = {"user_id": user, "recorded_at": now}
    happened = {"entity_id": one.lot_id, "key": one.key, "event_type": "lot_created", "event": said}
    digest = hashlib.sha256(json.dumps(said).encode()).digest()
    key = {"key": one.key, "digest": digest, "answer": answer}
    return _lot(one, code, day, now, user), happened | stamps, key | stamps


def _lot(one: Delivery, code: str, day: date, now: datetime, user: UUID) -> Row:
    return {
        "id": one.lot_id,
        "code": code,
        "lot_type": "RAW",
        "step": 1,
        "storage": "CHILLED",
        "site": "DUNA",
        "status": "CREATED",
        "voided": False,
        "weight_kg": one.weight_kg,
        "used_kg": 0,
        "dispatched_kg": 0,
        "lost_kg": 0,
        "production_day": day,
        "details": {},
        "created_at": now,
        "recorded_at": now,
        "created_by": user,
    }


async def open_file(file: Path) -> AsyncEngine:
    """A new SQLite file with the plain tables, written as durably as the library writes its own."""
    engine = create_async_engine(
        f"sqlite+aiosqlite:///{file}", execution_options={"schema_translate_map": {SCHEMA: None}}
    )
    event.listen(engine.sync_engine, "connect", _set_up)
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
        await connection.execute(sites.insert().values(code="DUNA", time_zone="Europe/Budapest"))
    return engine


def _set_up(connection: Any, _: object) -> None:
    cursor = connection.cursor()
    for setting in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()
