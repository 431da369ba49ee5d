"""What goes wrong: meat too warm, a buffer too warm, lots held, rejected, spilt; a run given up."""

from __future__ import annotations

from typing import Any

from story.line import passes
from story.names import BAD, DAY, LK2, NOBODY, RUN, RUN2, SITE, SPILT
from story.step import Step, asks, does, missing, named, refused

_WARM, _WARM_BUFFER = named("warm reading"), named("warm buffer")
_BAD: dict[str, Any] = {"lot_id": BAD}


def _received(lot_id: str) -> Step:
    said: dict[str, Any] = {"lot_id": lot_id, "run_id": RUN, "lot_type": "RAW", "site": SITE}
    said |= {"production_day": DAY, "weight_kg": "30"}
    return does("OPERATOR", "POST /lots/{lot_id}/register", "lot_created lot_registered", **said)


def _corrected(deviation_id: str, events: str = "corrective_action_recorded deviation_closed") -> Step:
    said = {"deviation_id": deviation_id, "action": "cooled down and measured again"}
    return does("AUDITOR", "POST /deviations/{deviation_id}/actions", events, 201, **said)


STEPS = [
    _received(BAD),
    does(
        "OPERATOR", "POST /temperature-logs", "reading_recorded deviation_opened lot_held", 201,
        lot_id=BAD, reading_id=_WARM, kind="SURFACE", temperature_c="9.5",
    ),
    asks("/lots/{lot}", {"status": "HOLD", "holds": [{"cause": "TEMPERATURE", "cause_id": _WARM}]}, lot=BAD),
    asks("/deviations", {"items": [{"id": _WARM, "status": "OPEN"}]}, open="true"),
    refused("MANAGER", "POST /lots/{lot_id}/resolve-hold", "DEVIATION_OPEN", resolution="it is cold now", **_BAD),
    _corrected(_WARM),
    asks("/deviations/{deviation_id}", {"status": "CLOSED", "affected": [{"lot_id": BAD}]}, deviation_id=_WARM),
    missing("/deviations/{deviation_id}", "deviation", deviation_id=NOBODY),
    does(
        "MANAGER", "POST /lots/{lot_id}/resolve-hold", "hold_resolved lot_requarantined",
        resolution="it is cold now", **_BAD,
    ),
    does("AUDITOR", "POST /lots/{lot_id}/hold", "lot_held", reason="it smells all the same", **_BAD),
    does(
        "MANAGER", "POST /lots/{lot_id}/confirm-reject", "hold_resolved lot_rejected",
        reason="it smells all the same", **_BAD,
    ),
    does(
        "OPERATOR", "POST /lots/{lot_id}/write-off", "lot_written_off",
        kind="OTHER", reason="taken away by the renderer", document="RE-5", **_BAD,
    ),
    _received(SPILT),
    passes(SPILT, ("SURFACE", "3")),
    does(
        "OPERATOR", "POST /lots/{lot_id}/write-off", "lot_written_off lot_consumed",
        lot_id=SPILT, kind="SPILL", reason="the crate fell down",
    ),
    does("OPERATOR", "POST /lots/{lot_id}/finish", "lot_finished", lot_id=SPILT),
    does(
        "OPERATOR", "POST /temperature-logs", "reading_recorded deviation_opened buffer_held", 201,
        buffer_id=LK2, reading_id=_WARM_BUFFER, kind="AMBIENT", temperature_c="8",
    ),
    _corrected(_WARM_BUFFER),
    _corrected(_WARM_BUFFER, "corrective_action_recorded"),
    does(
        "MANAGER", "POST /buffers/{buffer_id}/lift-hold", "buffer_hold_lifted",
        buffer_id=LK2, resolution="the door is shut again",
    ),
    does("MANAGER", "POST /runs/{run_id}/abort", "run_aborted", run_id=RUN2, reason="there is one line only"),
    does("MANAGER", "POST /runs/{run_id}/archive", "run_archived", run_id=RUN2),
    asks("/runs/{run_id}", {"status": "ARCHIVED"}, run_id=RUN2),
]  # fmt: skip
