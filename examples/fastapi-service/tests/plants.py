"""Commands that tests begin with."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import httpx
from people import signed_in
from service_app import Api
from story.names import DAY, SITE

PLACE: dict[str, Any] = {"site": SITE, "name": {"en": "Danube plant"}, "time_zone": "Europe/Budapest"}


async def with_site(api: Api) -> Api:
    """A plant that labels can be printed for."""
    await api.do("ADMIN", "POST /sites", **PLACE)
    return api


def define_site(client: httpx.Client) -> None:
    """The same over HTTP."""
    response = client.post("/api/sites", json=PLACE, headers=signed_in("ADMIN"))
    assert response.status_code == 201, response.text


def label(**others: Any) -> dict[str, Any]:
    """The command that prints a label: the cheapest there is."""
    said = {"lot_id": str(uuid4()), "lot_type": "RAW", "site": SITE, "weight_kg": "500"}
    return {**said, "production_day": DAY, **others}


def key() -> dict[str, str]:
    """A new key, as a header."""
    return {"Idempotency-Key": str(uuid4())}
