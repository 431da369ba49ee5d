"""Who sent a request. What they may do is the library's to say."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import jwt
from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from fastapi import APIRouter, Depends, Header, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from foodwms import Actor, Role
from pydantic import BaseModel, Field

from service.errors import Refusal, Refused

SHIFT = timedelta(hours=12)
"""How long a token is good for."""

_ALGORITHM = "HS256"
_CHALLENGE = {"WWW-Authenticate": "Bearer"}
UNAUTHENTICATED: dict[int | str, dict[str, Any]] = {
    401: {"model": Refusal, "description": "The request has no valid token."}
}


@dataclass(frozen=True)
class User:
    """Somebody who may sign in."""

    username: str
    user_id: UUID
    role: Role
    password_hash: str


class Users:
    """The people in a file, and the tokens they are given."""

    def __init__(self, file: Path, secret: str) -> None:
        people = json.loads(file.read_text("utf-8"))
        self._by_name = {person["username"]: _user(person) for person in people}
        self._secret = secret
        self._hasher = PasswordHasher()
        # Verified for names that do not exist, so that the time tells nobody which do.
        self._nobody = self._hasher.hash(secret)
        # Each takes 64 MiB for a moment.
        self._at_once = asyncio.Semaphore(2)

    async def sign_in(self, username: str, password: str) -> str:
        """A token for whoever knows the password."""
        user = self._by_name.get(username)
        proof = user.password_hash if user is not None else self._nobody
        async with self._at_once:
            right = await asyncio.to_thread(self._is_right, proof, password)
        if user is None or not right:
            raise Refused(401, "WRONG_CREDENTIALS", _CHALLENGE)
        now = datetime.now(timezone.utc)
        claims = {"sub": str(user.user_id), "role": user.role, "iat": now, "exp": now + SHIFT}
        return jwt.encode(claims, self._secret, _ALGORITHM)

    def actor(self, token: str, device_id: UUID | None) -> Actor:
        """Who a token was given to."""
        try:
            claims = jwt.decode(
                token, self._secret, [_ALGORITHM], options={"require": ["sub", "role", "exp"]}
            )
            return Actor(user_id=claims["sub"], role=Role(claims["role"]), device_id=device_id)
        # A ValueError: a role or an id that nobody has.
        except (jwt.InvalidTokenError, ValueError) as error:
            raise Refused(401, "UNAUTHENTICATED", _CHALLENGE) from error

    def _is_right(self, proof: str, password: str) -> bool:
        try:
            return self._hasher.verify(proof, password)
        except VerificationError:
            return False


def _user(person: dict[str, str]) -> User:
    return User(
        person["username"],
        UUID(person["user_id"]),
        Role(person["role"]),
        person["password_hash"],
    )


_bearer = HTTPBearer(auto_error=False)


async def current_actor(
    request: Request,
    token: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
    x_device_id: Annotated[UUID | None, Header(description="The device the act is done on.")] = None,
) -> Actor:
    """Who sent the request."""
    if token is None:
        raise Refused(401, "UNAUTHENTICATED", _CHALLENGE)
    users: Users = request.app.state.users
    actor = users.actor(token.credentials, x_device_id)
    request.state.actor = actor
    return actor


class Credentials(BaseModel):
    """What somebody signs in with."""

    username: str = Field(max_length=100)
    password: str = Field(max_length=200)


class Token(BaseModel):
    """What is sent with every request as `Authorization: Bearer …`."""

    access_token: str
    token_type: str = "bearer"
    expires_in: int = int(SHIFT.total_seconds())
    """For how many seconds it is good."""


router = APIRouter(prefix="/auth", tags=["auth"])


@router.post("/login", responses=UNAUTHENTICATED)
async def login(credentials: Credentials, request: Request) -> Token:
    """Gives a token for name and password."""
    users: Users = request.app.state.users
    return Token(access_token=await users.sign_in(credentials.username, credentials.password))
