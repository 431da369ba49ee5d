"""The routes, a file to an area of the plant."""

from fastapi import APIRouter

from service.routes import audit, flows, genealogy, inventory, lots, plant, quality, runs

__all__ = ["plant_routes"]


def plant_routes() -> APIRouter:
    """All routes of the plant."""
    router = APIRouter()
    for area in (plant, flows, runs, lots, inventory, quality, genealogy, audit):
        router.include_router(area.routes)
    return router
