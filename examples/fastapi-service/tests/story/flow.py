"""The flow is drawn, sent back, drawn again, approved by another person, and followed by its next version."""

from __future__ import annotations

import json
from typing import Any

import foodwms

from story.names import FLOW, NOBODY, VERSION
from story.step import asks, does, missing, named, refused

GRAPH = json.loads(foodwms.canonical_flow())
_NAME = {"hu": "Kanonikus folyamat", "en": "Canonical flow"}
_FIRST: dict[str, Any] = {"flow_id": FLOW, "number": 1}
_SECOND: dict[str, Any] = {"flow_id": FLOW, "number": 2}
_THIRD: dict[str, Any] = {"flow_id": FLOW, "number": 3}
_OF_THE_FLOW = "/flows/{flow_id}/versions"
_VERSION = f"{_OF_THE_FLOW}/{{number}}"

STEPS = [
    does(
        "OPERATOR#2", "POST /flows", "flow_created version_drafted", 201,
        flow_id=FLOW, version_id=named("first"), name=_NAME,
    ),
    refused("OPERATOR", f"POST {_VERSION}/submit", "INVALID_GRAPH", 422, **_FIRST),
    does("OPERATOR#2", f"PUT {_VERSION}", "draft_saved", graph=GRAPH, **_FIRST),
    does("OPERATOR#2", f"POST {_VERSION}/submit", "version_submitted", **_FIRST),
    does("MANAGER", f"POST {_VERSION}/reject", "version_rejected", reason="the freezer is missing", **_FIRST),
    does("MANAGER#2", f"PUT {_VERSION}", "draft_saved", graph=GRAPH, **_FIRST),
    does("OPERATOR#2", f"POST {_VERSION}/submit", "version_submitted", **_FIRST),
    refused("MANAGER#2", f"POST {_VERSION}/approve", "SELF_APPROVAL", **_FIRST),
    does("MANAGER", f"POST {_VERSION}/approve", "version_published", **_FIRST),
    refused("OPERATOR#2", f"PUT {_VERSION}", "FLOW_IMMUTABLE", graph=GRAPH, **_FIRST),
    does(
        "OPERATOR#2", f"POST {_OF_THE_FLOW}", "version_drafted", 201,
        flow_id=FLOW, version_id=named("second"), from_version_id=named("first"),
    ),
    does("OPERATOR#2", f"DELETE {_VERSION}", "draft_discarded", **_SECOND),
    missing(_VERSION, "version", **_SECOND),
    refused(
        "OPERATOR#2", f"POST {_OF_THE_FLOW}", "NOT_FOUND", 404,
        flow_id=FLOW, version_id=VERSION, from_version_id=NOBODY,
    ),
    does(
        "OPERATOR#2", f"POST {_OF_THE_FLOW}", "version_drafted", 201,
        flow_id=FLOW, version_id=VERSION, from_version_id=named("first"),
    ),
    does("OPERATOR#2", f"POST {_VERSION}/submit", "version_submitted", **_THIRD),
    does("MANAGER", f"POST {_VERSION}/approve", "version_deprecated version_published", **_THIRD),
    asks(_VERSION, {"id": VERSION, "number": 3, "status": "PUBLISHED"}, **_THIRD),
    asks(_OF_THE_FLOW, [{"number": 3, "status": "PUBLISHED"}, {"number": 1, "status": "DEPRECATED"}], flow_id=FLOW),
    asks("/flows/{flow_id}", {"flow": {"id": FLOW, "name": _NAME}, "published": VERSION}, flow_id=FLOW),
    missing("/flows/{flow_id}", "flow", flow_id=NOBODY),
    asks("/flows", [{"flow": {"id": FLOW}, "versions": 2, "latest": VERSION}]),
]  # fmt: skip
