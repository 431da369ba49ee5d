"""The forward trace in SQLAlchemy: a recursive statement for the lots, one more for the links between them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Final, cast
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import Select, Uuid, any_, bindparam, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncConnection
from typing_extensions import TypedDict

from plain_tables import links, lots


class TracedLot(TypedDict):
    """A lot of the answer."""

    lot_id: UUID
    code: str
    lot_type: str
    status: str
    site: str
    production_day: date
    weight_kg: Decimal
    remaining_kg: Decimal
    distance: int


class Link(TypedDict):
    """What of a parent went into a child."""

    parent: UUID
    child: UUID
    quantity_kg: Decimal
    method: str


class Trace(TypedDict):
    """The answer: the fields of the library's trace."""

    lots: list[TracedLot]
    links: list[Link]


# Written as JSON without being looked at a second time, as a response model would.
ANSWER: Final = TypeAdapter(Trace)


async def forward(connection: AsyncConnection, lot: UUID, depth: int | None) -> Trace | None:
    """The lot and its descendants, by distance, then code; links by the places of their ends."""
    reached = await _rows(connection, _descendants(lot, depth))
    if not reached:
        return None
    place = {row["lot_id"]: n for n, row in enumerate(reached)}
    between = await _rows(connection, _BETWEEN, reached=list(place))
    between.sort(key=lambda link: (place[link["parent"]], place[link["child"]]))
    return cast(Trace, {"lots": reached, "links": between})


async def _rows(
    connection: AsyncConnection, statement: Select[Any], **values: object
) -> list[dict[str, Any]]:
    found = await connection.execute(statement, values)
    # Half the time of `mappings()`, two fifths of `_asdict()`.
    names = tuple(found.keys())
    return [dict(zip(names, row, strict=True)) for row in found]


def _descendants(lot: UUID, depth: int | None) -> Select[Any]:
    start = select(lots.c.id.label("lot_id"), literal(0).label("distance")).where(lots.c.id == lot)
    walk = start.cte("walk", recursive=True)
    step = select(links.c.child_id, walk.c.distance + 1).join(
        walk, links.c.parent_id == walk.c.lot_id
    )
    if depth is not None:
        step = step.where(walk.c.distance < depth)
    walk = walk.union(step)
    nearest = (
        select(walk.c.lot_id, func.min(walk.c.distance).label("distance"))
        .group_by(walk.c.lot_id)
        .subquery()
    )
    remaining = lots.c.weight_kg - lots.c.used_kg - lots.c.lost_kg - lots.c.dispatched_kg
    looks = (lots.c.code, lots.c.lot_type, lots.c.status, lots.c.site, lots.c.production_day)
    return (
        select(nearest.c.lot_id, *looks, lots.c.weight_kg, remaining.label("remaining_kg"))
        .add_columns(nearest.c.distance)
        .join(nearest, lots.c.id == nearest.c.lot_id)
        .order_by(nearest.c.distance, lots.c.code)
    )


_REACHED: Final = bindparam("reached", type_=ARRAY(Uuid))
_BETWEEN: Final = select(
    links.c.parent_id.label("parent"),
    links.c.child_id.label("child"),
    links.c.quantity_kg,
    links.c.method,
).where(links.c.parent_id == any_(_REACHED), links.c.child_id == any_(_REACHED))
