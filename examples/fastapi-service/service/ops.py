"""What those ask who run the service."""

from __future__ import annotations

from fastapi import APIRouter, Response
from foodwms.fastapi import CurrentDatabase, refusals
from pydantic import BaseModel

from service import metrics

router = APIRouter(tags=["operation"])


class State(BaseModel):
    """That the service is well."""

    status: str = "ok"


@router.get("/health")
async def health() -> State:
    """Whether the process answers."""
    return State()


@router.get("/ready", responses=refusals(503))
async def ready(database: CurrentDatabase) -> State:
    """Whether the database answers; 503 where it does not."""
    await database.health()
    return State()


@router.get(
    "/metrics",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
)
async def prometheus() -> Response:
    """Counts for Prometheus."""
    return Response(metrics.text(), media_type=metrics.CONTENT_TYPE)
