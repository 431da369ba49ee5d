"""Where a lot came from and where it went."""

from __future__ import annotations

from foodwms import MassBalance, Recall, RecallHold, Trace
from foodwms.fastapi import CurrentPlant, Found

from service.routes._area import area

routes = area("", "genealogy")


async def named(lot: str, plant: CurrentPlant) -> dict[str, str]:
    """The id of the lot that the path names by id or code."""
    found = await plant.get_lot(lot)
    return {"lot_id": str(found.id)}


routes.query("/genealogy/{lot}/parents", Trace, given={"direction": "BACKWARD", "depth": 1})
routes.query("/genealogy/{lot}/children", Trace, given={"direction": "FORWARD", "depth": 1})
routes.query("/genealogy/{lot}/tree", Trace, defaults={"direction": "BOTH"})
routes.query("/traceability/{lot}", Trace, given={"direction": "BOTH"})
routes.query("/recall/{lot}", Recall)
routes.command("POST", "/recall/{lot}/hold", RecallHold, given=Found(("lot_id",), named))
routes.query("/mass-balance/{lot}", MassBalance)
