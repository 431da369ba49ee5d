"""Lots, from their labels to their ends."""

from __future__ import annotations

from foodwms import (
    ConfirmReject,
    CreateLot,
    FinishLot,
    GetLot,
    HoldLot,
    ListLots,
    LotStatus,
    RegisterLot,
    ResolveHold,
    Transform,
    VoidLot,
    WriteOff,
)
from foodwms.fastapi import CurrentPlant, refusals

from service.routes._area import area

routes = area("", "lots")


# Before the route of one lot, which would take it for a code.
@routes.get("/lots/by-status", responses=refusals(503))
async def count_lots(plant: CurrentPlant) -> dict[LotStatus, int]:
    """How many lots of each status there are."""
    return await plant.count_lots()


routes.query("/lots", ListLots)
routes.command("POST", "/lots", CreateLot, status_code=201)
routes.query("/lots/{lot}", GetLot)
routes.command("POST", "/lots/{lot_id}/register", RegisterLot)
routes.command("POST", "/lots/{lot_id}/hold", HoldLot)
routes.command("POST", "/lots/{lot_id}/resolve-hold", ResolveHold)
routes.command("POST", "/lots/{lot_id}/confirm-reject", ConfirmReject)
routes.command("POST", "/lots/{lot_id}/write-off", WriteOff)
routes.command("POST", "/lots/{lot_id}/finish", FinishLot)
routes.command("POST", "/lots/{lot_id}/void", VoidLot)
routes.command("POST", "/transforms", Transform, status_code=201)
