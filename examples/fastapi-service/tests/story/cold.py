"""Skewers are frozen, packed, palletized, sent out; and recalled before the run ends."""

from __future__ import annotations

from typing import Any

from story.line import advance, passes, transform
from story.names import BULK, COLD, DEB, FG, FRZ, MIX, PAL, RAW, RUN, SHIP, SKW, code
from story.step import asks, does, refused

_RUN: dict[str, Any] = {"run_id": RUN}
_CONSIGNEE = {"name": "Bolt Kft.", "order_no": "4711"}

STEPS = [
    advance(5),
    transform({MIX: "320"}, SKW, "SKW15", "315", "lot_consumed"),
    passes(SKW),
    advance(6),
    advance(7),
    transform({SKW: "315"}, FRZ, "FRZ15", "310", "lot_consumed"),
    refused(
        "AUDITOR", "POST /qc/inspections", "CCP_READING_MISSING",
        inspection_id=RUN, lot_id=FRZ, inspection_type="line", decision="PASS",
    ),
    passes(FRZ, ("CORE", "-20.5")),
    advance(8),
    transform({FRZ: "310"}, FG, "FG15", "310", "lot_consumed"),
    passes(FG),
    advance(9),
    transform({FG: "310"}, PAL, "PAL", "310", "lot_consumed"),
    passes(PAL),
    does("OPERATOR", "POST /inventory/receive", "stock_moved", lot_id=PAL, buffer_id=COLD, quantity_kg="310"),
    advance(10),
    transform({PAL: "210"}, SHIP, "SHIP", "210", "stock_moved"),
    passes(SHIP, ("AMBIENT", "-19")),
    refused("OPERATOR", "POST /inventory/ship", "WRONG_LOT_TYPE", lot_id=DEB, consignee=_CONSIGNEE),
    does(
        "OPERATOR", "POST /inventory/ship", "lot_dispatched stock_moved lot_consumed",
        lot_id=PAL, buffer_id=COLD, consignee=_CONSIGNEE, vehicle="ABC-123",
    ),
    does("OPERATOR", "POST /inventory/ship", "lot_dispatched lot_consumed", lot_id=SHIP, consignee=_CONSIGNEE),
    asks(
        "/recall/{lot}",
        {"lot_id": RAW, "totals": {"lots": 9, "dispatched_kg": "310", "consignees": 1}},
        lot=code("RAW"),
    ),
    does(
        "MANAGER", "POST /recall/{lot}/hold", "lot_held lot_held",
        lot=code("RAW"), reason="the supplier calls it back",
    ),
    refused("OPERATOR", "POST /runs/{run_id}/complete", "LOTS_ON_HOLD", **_RUN),
    *(
        does(
            "MANAGER", "POST /lots/{lot_id}/resolve-hold", "hold_resolved lot_released",
            lot_id=lot, resolution="it was another supplier",
        )
        for lot in (RAW, DEB)
    ),
    asks(
        "/genealogy/{lot}/tree",
        {"lots": [{"lot_id": SHIP, "distance": 0}, {"lot_id": PAL, "distance": 1}, {"lot_id": FG, "distance": 2}]},
        lot=SHIP, direction="BACKWARD", depth=2,
    ),
    asks(
        "/runs/{run_id}/mass-balance",
        {"totals": {"lost": [{"kind": "SPILL", "quantity_kg": "30"}, {"kind": "OTHER", "quantity_kg": "30"}]}},
        **_RUN,
    ),
    does(
        "OPERATOR", "POST /runs/{run_id}/complete", "run_completed" + " lot_finished" * 8, **_RUN,
    ),
    asks("/lots/{lot}", {"status": "FINISHED"}, lot=BULK),
]  # fmt: skip
