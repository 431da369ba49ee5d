"""Who sends requests, and the tokens they send."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import jwt

SECRET = "a secret of the tests, and of nobody else"
ROLES = ("ADMIN", "MANAGER", "AUDITOR", "OPERATOR", "VIEWER")


def user_id(who: str) -> str:
    """The id of `ROLE`, or of `ROLE#2`: a second person of that role."""
    role, _, number = who.partition("#")
    place = ROLES.index(role) + 1 + (int(number or 1) - 1) * 16
    return f"00000000-0000-7000-9000-{place:012x}"


def claims(who: str, **others: Any) -> dict[str, Any]:
    """What a token says of somebody; `others` in its stead."""
    now = datetime.now(timezone.utc)
    said = {"sub": user_id(who), "role": who.partition("#")[0], "iat": now}
    return said | {"exp": now + timedelta(hours=1)} | others


def token(who: str) -> str:
    """A token like those that the service gives: passwords are hashed slowly, and tests are many."""
    return jwt.encode(claims(who), SECRET, "HS256")


def signed_in(who: str) -> dict[str, str]:
    """The header that says who sends a request."""
    return {"Authorization": f"Bearer {token(who)}"}


def password(username: str) -> str:
    """The password of somebody in the demonstration's file of users."""
    return f"{username}-demo"
