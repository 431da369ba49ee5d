"""The routes, a file to an area of the plant."""

from starlette.routing import BaseRoute

from service.routes import audit, flows, genealogy, inventory, lots, plant, quality, runs

__all__ = ["plant_routes"]


def plant_routes() -> list[BaseRoute]:
    """All routes of the plant, in one list: a router within a router is looked through at every request."""
    # Those that are asked for most come first.
    areas = (lots, runs, quality, inventory, genealogy, flows, plant, audit)
    return [route for area in areas for route in area.routes.routes]
