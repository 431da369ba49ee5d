"""The service a FastAPI team would write without the library: the same routes over SQLAlchemy and asyncpg.

It keeps a lot, an audit event and an idempotency key, and knows none of the plant's rules. `DATABASE_URL`,
`WMS_JWT_SECRET` and `WMS_CONNECTIONS` are those of the service that is measured against it.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Annotated, Final, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

import jwt
from fastapi import Depends, FastAPI, Header, HTTPException, Query, Request, Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import TypeAdapter
from sqlalchemy import Text, bindparam, cast, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

import plain_rows as rows
import plain_trace
from plain_tables import audit_events, idempotency_keys, lot_numbers, lots, open_engine

SECRET: Final = os.environ["WMS_JWT_SECRET"]
CONNECTIONS: Final = int(os.environ.get("WMS_CONNECTIONS", "4"))
# A team of one plant writes its zone down; the library reads it from the site.
ZONE: Final = ZoneInfo("Europe/Budapest")
REQUIRED: Final = ["sub", "role", "exp"]
MAY_CREATE: Final = {"ADMIN", "MANAGER", "OPERATOR"}
JSON: Final = "application/json"

PREFIXES: Final = {"MIX": "MIXLOT"}

_outcome = TypeAdapter(dict[str, str])
# Made once: making it anew took about an eighth of a request's time.
_DRAWN: Final = (
    lots.insert()
    .values(code=bindparam("begins", type_=Text) + cast(lot_numbers.next_value(), Text))
    .returning(lots.c.code)
)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    engine = open_engine(os.environ["DATABASE_URL"], CONNECTIONS)
    app.state.engine = engine
    # A question of two statements without BEGIN and ROLLBACK around them: two trips less.
    app.state.reader = engine.execution_options(isolation_level="AUTOCOMMIT")
    yield
    await engine.dispose()


app = FastAPI(lifespan=lifespan)


@dataclass(frozen=True)
class User:
    """Who asks."""

    user_id: UUID
    role: str


async def current_user(
    bearer: Annotated[HTTPAuthorizationCredentials, Depends(HTTPBearer())],
) -> User:
    """The user of a valid token."""
    try:
        claims = jwt.decode(bearer.credentials, SECRET, ["HS256"], {"require": REQUIRED})
        return User(UUID(claims["sub"]), claims["role"])
    except (jwt.InvalidTokenError, ValueError) as error:
        raise HTTPException(401, "no valid token") from error


CurrentUser = Annotated[User, Depends(current_user)]


@app.post("/api/lots", status_code=201)
async def create_lot(
    body: rows.NewLot,
    user: CurrentUser,
    key: Annotated[UUID, Header(alias="Idempotency-Key")],
    request: Request,
) -> Response:
    """Keeps a lot; a repeat under the same key is answered as the first time."""
    if user.role not in MAY_CREATE:
        raise HTTPException(403, f"{user.role} may not create lots")
    engine: AsyncEngine = request.app.state.engine
    try:
        async with engine.begin() as connection:
            answer = await _keep(connection, body, user.user_id, key)
        return Response(_outcome.dump_json(answer), 201, media_type=JSON)
    except IntegrityError as error:
        stored = await _first_answer(engine, body, user.user_id, key)
        if stored is None:
            raise HTTPException(409, "the lot, its code or the key is taken") from error
        return Response(_outcome.dump_json(stored), 200, media_type=JSON)


async def _keep(connection: AsyncConnection, new: rows.NewLot, user: UUID, key: UUID) -> rows.Row:
    """Inserts lot, audit event and key."""
    now = datetime.now(timezone.utc)
    day = new.production_day or now.astimezone(ZONE).date()
    code = await _insert_lot(connection, new, rows.lot_row(new, day, now, user))
    event = rows.event_row(new, code, day, now, user, key)
    await connection.execute(audit_events.insert(), event)
    answer = rows.answer(new, code)
    await connection.execute(idempotency_keys.insert(), rows.key_row(new, answer, now, user, key))
    return answer


async def _insert_lot(connection: AsyncConnection, new: rows.NewLot, row: rows.Row) -> str:
    if new.code is not None:
        await connection.execute(lots.insert(), row | {"code": new.code})
        return new.code
    prefix = PREFIXES.get(new.lot_type, new.lot_type)
    begins = f"{prefix}-{row['production_day']:%Y%m%d}-{new.site}-"
    code: str = (await connection.execute(_DRAWN, row | {"begins": begins})).scalar_one()
    return code


async def _first_answer(
    engine: AsyncEngine, new: rows.NewLot, user: UUID, key: UUID
) -> rows.Row | None:
    """What was answered under the key, if it was the same user and the same lot."""
    keys = idempotency_keys.c
    same = (keys.key == key) & (keys.user_id == user) & (keys.digest == new.digest())
    async with engine.connect() as connection:
        stored: rows.Row | None = await connection.scalar(select(keys.answer).where(same))
    return stored


@app.get("/api/genealogy/{lot}/tree")
async def trace(
    lot: UUID,
    user: CurrentUser,
    request: Request,
    direction: Literal["FORWARD"],
    depth: Annotated[int | None, Query(ge=0)] = None,
) -> Response:
    """The lot and its descendants."""
    reader: AsyncEngine = request.app.state.reader
    async with reader.connect() as connection:
        answer = await plain_trace.forward(connection, lot, depth)
    if answer is None:
        raise HTTPException(404, f"there is no lot {lot}")
    return Response(plain_trace.ANSWER.dump_json(answer), media_type=JSON)
