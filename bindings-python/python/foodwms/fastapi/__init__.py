"""For FastAPI: where a route finds its plant, what a refusal is in HTTP, and routes that are commands and queries.

    app = FastAPI(lifespan=foodwms.fastapi.lifespan("sqlite:plant.db"))
    foodwms.fastapi.install(app)


    @app.get("/lots/{lot}")
    async def get_lot(lot: str, plant: foodwms.fastapi.CurrentPlant) -> foodwms.LotView:
        return await plant.get_lot(lot)


    routes = foodwms.fastapi.PlantRouter(actor=whoever_sent_the_request)
    routes.command("POST", "/lots", foodwms.CreateLot, status_code=201)
    routes.query("/lots", foodwms.ListLots)
    app.include_router(routes)
"""

from foodwms._native import invalid_input, not_found
from foodwms.fastapi._openapi import refusals
from foodwms.fastapi._plant import (
    CurrentDatabase,
    CurrentPlant,
    current_database,
    current_plant,
    lifespan,
)
from foodwms.fastapi._read import body as body_of
from foodwms.fastapi._refusals import STATUS, install, respond
from foodwms.fastapi._router import Found, PlantRouter

__all__ = [
    "CurrentDatabase",
    "CurrentPlant",
    "Found",
    "PlantRouter",
    "STATUS",
    "body_of",
    "current_database",
    "current_plant",
    "install",
    "invalid_input",
    "lifespan",
    "not_found",
    "refusals",
    "respond",
]
