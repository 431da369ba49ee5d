"""What is asked for afterwards: the report, the counts, the log; and the flow is taken out of use."""

from __future__ import annotations

from typing import Any

from story.names import FLOW, NOBODY, PAL, RUN, VERSION
from story.step import asks, does, missing

_RUN: dict[str, Any] = {"run_id": RUN}

STEPS = [
    asks("/runs/{run_id}/steps", [{"step": step, "status": "COMPLETED"} for step in range(11)], **_RUN),
    asks("/runs/{run_id}/summary", {"status": "COMPLETED", "step": 10, "open_deviations": 0}, **_RUN),
    asks(
        "/compliance/report/{run_id}",
        {"run": {"id": RUN}, "version": {"id": VERSION}, "open_points": {"deviations": [], "on_hold": [], "pending": []}},
        **_RUN,
    ),
    missing("/compliance/report/{run_id}", "run", run_id=NOBODY),
    asks("/lots/by-status", {"CREATED": 0, "HOLD": 0, "REJECTED": 1}),
    asks("/lots", {"items": [{"id": PAL, "remaining_kg": "0"}], "next": None}, run_id=RUN, lot_type="PAL"),
    does("MANAGER", "POST /runs/{run_id}/archive", "run_archived", **_RUN),
    does("ADMIN", "POST /flows/{flow_id}/versions/{number}/deprecate", "version_deprecated", flow_id=FLOW, number=3),
    asks("/audit/events", {"items": [{"event_type": "version_deprecated", "role": "ADMIN"}]}, who="AUDITOR", limit=1),
    asks(
        "/audit/events/{entity_type}/{entity_id}",
        {"items": [{"event_type": "version_deprecated"}, {"event_type": "version_published"}]},
        who="AUDITOR", entity_type="version", entity_id=VERSION, limit=2,
    ),
    asks("/audit/changes", {"items": [{"event_type": "site_defined"}]}, who="AUDITOR", limit=1),
    asks("/audit/verify", {"first_broken": None}, who="AUDITOR"),
    missing("/recall/{lot}", "lot", lot=NOBODY),
    missing("/mass-balance/{lot}", "lot", lot=NOBODY),
    missing("/genealogy/{lot}/tree", "lot", lot="RAW-20260115-DUNA-9999"),
]  # fmt: skip
