"""What the routes of every area have in common."""

from __future__ import annotations

from fastapi import Depends
from foodwms.fastapi import PlantRouter

from service.auth import UNAUTHENTICATED, current_actor


def area(prefix: str, tag: str) -> PlantRouter:
    """A router for people who signed in."""
    return PlantRouter(
        actor=current_actor,
        prefix="/api" + prefix,
        tags=[tag],
        dependencies=[Depends(current_actor)],
        responses=UNAUTHENTICATED,
    )

