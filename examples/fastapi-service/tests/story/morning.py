"""The plant is set up: its site, its policy, its buffers, a block of codes for a scanner."""

from __future__ import annotations

from typing import Any

from story.names import COLD, DAY, LK, LK2, MIXER, NOBODY, SITE
from story.step import Step, asks, does, missing, named, refused

_NAME = {"hu": "Dunai üzem", "en": "Danube plant"}


def _buffer(who: str, buffer_id: str, code: str, accepts: list[str], low: str, high: str) -> Step:
    said: dict[str, Any] = {"buffer_id": buffer_id, "code": code, "buffer_type": code, "site": SITE}
    said |= {"accepts": accepts, "capacity_kg": "1000", "temp_min_c": low, "temp_max_c": high}
    return does(who, "POST /buffers", "buffer_created", 201, **said)


STEPS = [
    missing("/sites/{site}", "site", site=SITE),
    does(
        "ADMIN", "POST /sites", "site_defined", 201,
        site=SITE, name=_NAME, time_zone="Europe/Budapest",
    ),
    refused("ADMIN", "POST /sites", "ALREADY_EXISTS", site=SITE, name=_NAME, time_zone="Etc/UTC"),
    asks("/sites/{site}", {"site": SITE, "name": _NAME, "day_starts_at": "00:00"}, site=SITE),
    asks("/policy", {"retention_days": 30, "four_eyes": True}),
    does("ADMIN", "PATCH /policy", "policy_changed", policy={"retention_days": 0}),
    asks("/policy", {"retention_days": 0, "four_eyes": True}),
    _buffer("OPERATOR", LK, "LK", ["DEB", "BULK"], "1", "4"),
    _buffer("OPERATOR", LK2, "LK2", ["DEB", "BULK"], "1", "4"),
    _buffer("OPERATOR", MIXER, "MIX", ["MIX"], "2", "4"),
    _buffer("OPERATOR", COLD, "PAL", ["PAL"], "-22", "-18"),
    does("OPERATOR", "PATCH /buffers/{buffer_id}", "buffer_updated", buffer_id=LK, capacity_kg="1200"),
    asks("/buffers/{buffer_id}", {"code": "LK", "capacity_kg": "1200", "stock_kg": "0"}, buffer_id=LK),
    missing("/buffers/{buffer_id}", "buffer", buffer_id=NOBODY),
    asks("/buffers", [{"code": code} for code in ("LK", "LK2", "MIX", "PAL")], site=SITE),
    does(
        "OPERATOR", "POST /code-leases", "codes_leased", 201,
        prefix="DEB", site=SITE, day=DAY, count=20, device_id=named("scanner"),
    ),
]  # fmt: skip
