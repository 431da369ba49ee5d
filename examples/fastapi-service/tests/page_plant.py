"""A plant for the page: at work, with a deviation, and with a genealogy that branches."""

from __future__ import annotations

from typing import Any

from people import signed_in
from served import Served
from story import Step, flow, goods, line, morning, trouble
from story.line import passes, transform
from story.names import DAY, DEB, MIX, RAW, RUN2, SITE
from story.step import does, named

SECOND_DEB, SECOND_BULK, SECOND_MIX, ODD = (
    named(name) for name in ("deb 2", "bulk 2", "mix 2", "odd")
)
ODD_CODE = '<img src=x onerror="alert(1)">&amp;'

_BRANCHES = [
    does("MANAGER", "POST /runs/{run_id}/abort", "run_aborted", run_id=RUN2, reason="there is one line only"),
    transform({RAW: "90"}, SECOND_DEB, "DEB", "85.25", ""),
    passes(SECOND_DEB),
    transform(
        {DEB: "80", SECOND_DEB: "85.25"}, SECOND_BULK, "BULK", "165",
        "stock_moved stock_moved lot_consumed lot_consumed",
    ),
    passes(SECOND_BULK),
    # Carried over: the second mix is made of the first, too.
    transform({SECOND_BULK: "160", MIX: "20"}, SECOND_MIX, "MIX", "180", ""),
    does("ADMIN", "PATCH /policy", "policy_changed", policy={"code_style": "FREE"}),
    does(
        "OPERATOR", "POST /lots", "lot_created", 201,
        lot_id=ODD, code=ODD_CODE, lot_type="RAW", site=SITE, production_day=DAY, weight_kg="1",
    ),
]  # fmt: skip
_AT_WORK = [*morning.STEPS, *flow.STEPS, *line.STEPS, *goods.STEPS]
PLANT: list[Step] = [*_AT_WORK, *trouble.STEPS[:2], *_BRANCHES]


def furnish(service: Served) -> None:
    """Does all that, over HTTP."""
    with service.client() as client:
        for step in PLANT:
            place = "params" if step.method == "GET" else "json"
            given: dict[str, Any] = {place: step.rest, "headers": signed_in(step.who)}
            response = client.request(step.method, step.path, **given)
            assert response.status_code == step.status, response.text
