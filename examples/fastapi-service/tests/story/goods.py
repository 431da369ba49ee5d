"""Goods lie in buffers, move between them, and are mixed out of them."""

from __future__ import annotations

from story.line import advance, passes, transform
from story.names import BULK, DEB, LK, LK2, MIX, RAW, RUN, SITE, SPICE, code
from story.step import asks, does, named, refused

STEPS = [
    does("OPERATOR", "POST /inventory/receive", "stock_moved", lot_id=DEB, buffer_id=LK, quantity_kg="380"),
    refused("OPERATOR", "POST /inventory/receive", "OVER_RECEIVED", lot_id=DEB, buffer_id=LK, quantity_kg="1"),
    does(
        "OPERATOR", "POST /inventory/transfer", "stock_moved",
        lot_id=DEB, from_buffer_id=LK, to_buffer_id=LK2, quantity_kg="100",
    ),
    does("OPERATOR", "POST /inventory/consume", "stock_moved", lot_id=DEB, buffer_id=LK2, quantity_kg="50"),
    asks("/buffers/{buffer_id}/inventory", [{"lot_id": DEB, "quantity_kg": "280"}], buffer_id=LK),
    asks("/runs/{run_id}/buffers", [{"code": "LK", "stock_kg": "280"}, {"code": "LK2"}], run_id=RUN),
    asks(
        "/inventory/moves", {"items": [{"kind": "CONSUME"}, {"kind": "TRANSFER"}, {"kind": "RECEIVE"}]},
        lot_id=DEB,
    ),
    asks(
        "/inventory/pick",
        {
            "lots": [
                {"lot_id": DEB, "buffer_id": None, "quantity_kg": "50"},
                {"lot_id": DEB, "buffer_id": LK, "quantity_kg": "10"},
            ],
            "missing_kg": "0",
        },
        lot_type="DEB", site=SITE, quantity_kg="60",
    ),
    advance(3),
    transform({DEB: "300"}, BULK, "BULK", "300", "stock_moved"),
    passes(BULK),
    advance(4),
    transform({BULK: "300", SPICE: "20"}, MIX, "MIX", "320", "lot_consumed lot_consumed"),
    passes(MIX),
    asks("/genealogy/{lot}/parents", {"links": [{"quantity_kg": "300"}, {"quantity_kg": "20"}]}, lot=code("MIXLOT")),
    asks("/genealogy/{lot}/children", {"lots": [{"lot_id": DEB}, {"lot_id": BULK}]}, lot=DEB),
    asks(
        "/traceability/{lot}", {"lots": [{"lot_id": DEB}, {"lot_id": BULK, "distance": 1}, {"lot_id": RAW}]},
        lot=DEB, depth=1,
    ),
    asks("/mass-balance/{lot}", {"weight_kg": "380", "used_kg": "300", "unaccounted_kg": "0"}, lot=DEB),
    refused(
        "OPERATOR", "POST /transforms", "LOT_NOT_RELEASED",
        run_id=RUN, inputs=[{"lot_id": SPICE, "quantity_kg": "1"}],
        outputs=[{"lot_id": named("late"), "lot_type": "MIX", "weight_kg": "1"}],
    ),
]  # fmt: skip
