"""The plant itself: its sites and its policy."""

from __future__ import annotations

from foodwms import DefineSite, GetPolicy, GetSite, LeaseCodes, SetPolicy

from service.routes._area import area

routes = area("", "plant")
routes.command("POST", "/sites", DefineSite, status_code=201)
routes.query("/sites/{site}", GetSite)
routes.query("/policy", GetPolicy)
routes.command("PATCH", "/policy", SetPolicy)
routes.command("POST", "/code-leases", LeaseCodes, status_code=201)
