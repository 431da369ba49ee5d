"""The tables of the plain service, in a schema of their own.

A lot has the columns and the indexes of the library's, less what serves its hash chains and its tenants. Kilograms are
`NUMERIC`, as a team with SQLAlchemy would have them.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Numeric,
    Sequence,
    SmallInteger,
    Table,
    Text,
    Uuid,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.schema import CreateSchema

SCHEMA: Final = "plain"
STEPS: Final = {
    **{"RAW": 1, "DEB": 2, "BULK": 3, "MIX": 4, "SKW15": 5, "SKW30": 5},
    **{"FRZ15": 7, "FRZ30": 7, "FG15": 8, "FG30": 8, "PAL": 9, "SHIP": 10},
}
"""The step each type of lot is made at."""

metadata = MetaData(schema=SCHEMA)
lot_numbers = Sequence("lot_numbers", metadata=metadata)

_Kilograms = Numeric(9, 3)
_Instant = DateTime(timezone=True)
_Json = JSON().with_variant(JSONB(), "postgresql")
# SQLite numbers rows only in a column of exactly this type.
_Number = BigInteger().with_variant(Integer(), "sqlite")

sites = Table(
    "sites",
    metadata,
    Column("code", Text, primary_key=True),
    Column("time_zone", Text, nullable=False),
)

lots = Table(
    "lots",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("code", Text, nullable=False, unique=True),
    Column("lot_type", Text, nullable=False),
    Column("step", SmallInteger, nullable=False),
    Column("storage", Text, nullable=False),
    Column("species", Text),
    Column("sku", Text),
    Column("site", Text, ForeignKey(sites.c.code), nullable=False),
    Column("status", Text, nullable=False),
    Column("voided", Boolean, nullable=False),
    Column("run_id", Uuid),
    Column("weight_kg", _Kilograms, nullable=False),
    Column("used_kg", _Kilograms, nullable=False),
    Column("dispatched_kg", _Kilograms, nullable=False),
    Column("lost_kg", _Kilograms, nullable=False),
    Column("pieces", BigInteger),
    Column("production_day", Date, nullable=False),
    Column("best_before", Date),
    Column("details", _Json, nullable=False),
    Column("created_at", _Instant, nullable=False),
    Column("recorded_at", _Instant, nullable=False),
    Column("created_by", Uuid, nullable=False),
    Column("registered_at", _Instant),
    Index("lots_by_site", "site", "lot_type", "status"),
    Index("lots_by_run", "run_id", "step", "status"),
    Index("lots_newest", "recorded_at"),
    Index("lots_by_status", "status", "recorded_at"),
    Index("lots_by_day", "production_day", "recorded_at"),
)

links = Table(
    "links",
    metadata,
    Column("parent_id", Uuid, ForeignKey(lots.c.id), primary_key=True),
    Column("child_id", Uuid, ForeignKey(lots.c.id), primary_key=True),
    Column("quantity_kg", _Kilograms, nullable=False),
    Column("method", Text, nullable=False),
    Index("links_by_child", "child_id", "parent_id"),
)

audit_events = Table(
    "audit_events",
    metadata,
    Column("sequence", _Number, Identity(), primary_key=True),
    Column("entity_id", Uuid, nullable=False),
    Column("key", Uuid, nullable=False),
    Column("user_id", Uuid, nullable=False),
    Column("event_type", Text, nullable=False),
    Column("event", _Json, nullable=False),
    Column("recorded_at", _Instant, nullable=False),
    Index("audit_events_by_entity", "entity_id", "sequence"),
    Index("audit_events_by_type", "event_type", "sequence"),
)

idempotency_keys = Table(
    "idempotency_keys",
    metadata,
    Column("key", Uuid, primary_key=True),
    Column("user_id", Uuid, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("answer", _Json, nullable=False),
    Column("recorded_at", _Instant, nullable=False),
)


def open_engine(url: str, connections: int) -> AsyncEngine:
    """An engine over the database of `DATABASE_URL`, with exactly this many connections."""
    _, _, rest = url.partition("://")
    return create_async_engine(
        f"postgresql+asyncpg://{rest}", pool_size=connections, max_overflow=0
    )


async def create(engine: AsyncEngine) -> None:
    """Makes schema and tables, and the one site."""
    async with engine.begin() as connection:
        await connection.execute(CreateSchema(SCHEMA, if_not_exists=True))
        await connection.run_sync(metadata.create_all)
        await connection.execute(sites.insert().values(code="DUNA", time_zone="Europe/Budapest"))
