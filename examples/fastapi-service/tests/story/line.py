"""The run is started, meat is received, inspected, deboned and mixed."""

from __future__ import annotations

from typing import Any

from story.names import DAY, DEB, LABEL, NOBODY, RAW, RUN, RUN2, SITE, SPICE, VERSION, code
from story.step import Step, asks, does, missing, named, refused

_SUPPLIER = {"name": "<b>Kovács & Fia</b>", "lot_code": "KF-17"}
_OF: dict[str, Any] = {"run_id": RUN}


def advance(to: int) -> Step:
    """The run goes on to a step."""
    said = {**_OF, "expected_step": to - 1}
    return does("OPERATOR", "POST /runs/{run_id}/advance", "run_advanced", **said)


def passes(lot_id: str, *readings: tuple[str, str], step: int | None = None) -> Step:
    """An inspection that releases a lot, with readings of a kind and a temperature."""
    name = f"inspection of {lot_id}"
    said: dict[str, Any] = {"lot_id": lot_id, "inspection_type": "line", "decision": "PASS"}
    said |= {"inspection_id": named(name)} | ({"step": step} if step is not None else {})
    said["readings"] = [
        {"reading_id": named(f"{name} {kind}"), "kind": kind, "temperature_c": temperature}
        for kind, temperature in readings
    ]
    events = "reading_recorded " * len(readings) + "inspection_recorded lot_released"
    return does("AUDITOR", "POST /qc/inspections", events, 201, **said)


def transform(inputs: dict[str, str], lot_id: str, lot_type: str, weight_kg: str, events: str) -> Step:
    """Lots become one lot of the next type."""
    output = {"lot_id": lot_id, "lot_type": lot_type, "weight_kg": weight_kg, "production_day": DAY}
    taken = [{"lot_id": lot, "quantity_kg": kilograms} for lot, kilograms in inputs.items()]
    return does(
        "OPERATOR", "POST /transforms", f"lot_created lots_transformed {events}", 201,
        run_id=RUN, inputs=taken, outputs=[output],
    )  # fmt: skip


_RAW: dict[str, Any] = {"lot_type": "RAW", "site": SITE, "production_day": DAY}
STEPS = [
    does("OPERATOR", "POST /runs", "run_created", 201, run_id=RUN, version_id=VERSION, site=SITE),
    refused("OPERATOR", "POST /runs/{run_id}/advance", "INVALID_TRANSITION", **_OF),
    does("OPERATOR", "POST /runs/{run_id}/start", "run_started", **_OF),
    asks("/runs/{run_id}", {"status": "RUNNING", "step": 0, "version_id": VERSION}, **_OF),
    missing("/runs/{run_id}", "run", run_id=NOBODY),
    advance(1),
    does("MANAGER", "POST /runs/{run_id}/rollback", "run_rolled_back", reason="started too early", **_OF),
    advance(1),
    does("OPERATOR", "POST /runs", "run_created", 201, run_id=RUN2, version_id=VERSION, site=SITE),
    does("OPERATOR", "POST /runs/{run_id}/start", "run_started", run_id=RUN2),
    asks("/runs", {"items": [{"id": RUN2}, {"id": RUN}], "next": None}, status="RUNNING"),
    does("OPERATOR", "POST /lots", "lot_created", 201, lot_id=RAW, weight_kg="500.5", supplier=_SUPPLIER, **_RAW),
    asks("/lots/{lot}", {"id": RAW, "status": "CREATED", "supplier": _SUPPLIER}, lot=code("RAW")),
    does("OPERATOR", "POST /lots/{lot_id}/register", "lot_registered", lot_id=RAW, **_OF),
    does("OPERATOR", "POST /lots", "lot_created", 201, lot_id=LABEL, weight_kg="5", **_RAW),
    does("ADMIN", "POST /lots/{lot_id}/void", "lot_voided", lot_id=LABEL, reason="printed by mistake"),
    refused("OPERATOR", "POST /lots/{lot_id}/register", "INVALID_TRANSITION", lot_id=LABEL, **_OF),
    does(
        "OPERATOR", "POST /lots/{lot_id}/register", "lot_created lot_registered",
        lot_id=SPICE, weight_kg="20", storage="AMBIENT", **_RAW, **_OF,
    ),
    asks("/qc/pending", {"items": [{"lot_id": SPICE}, {"lot_id": RAW, "step": 1, "gates": ["1"]}]}, **_OF),
    refused("OPERATOR", "POST /runs/{run_id}/advance", "QC_PENDING", **_OF),
    does(
        "OPERATOR", "POST /temperature-logs", "reading_recorded", 201,
        lot_id=RAW, reading_id=named("at the door"), kind="SURFACE", temperature_c="2.5",
    ),
    passes(RAW),
    passes(SPICE),
    asks("/qc/inspections/{inspection_id}", {"decision": "PASS"}, inspection_id=named(f"inspection of {RAW}")),
    missing("/qc/inspections/{inspection_id}", "inspection", inspection_id=NOBODY),
    asks("/qc/inspections", {"items": [{"lot_id": RAW, "step": 1}]}, lot_id=RAW),
    asks("/temperature-logs", {"items": [{"kind": "SURFACE", "temperature_c": "2.5", "badge": "OK"}]}, lot_id=RAW),
    advance(2),
    transform({RAW: "400"}, DEB, "DEB", "380", ""),
    passes(DEB),
    does("OPERATOR", "POST /runs/{run_id}/hold", "run_held", reason="the bone saw broke", **_OF),
    refused("OPERATOR", "POST /runs/{run_id}/advance", "INVALID_TRANSITION", **_OF),
    does("MANAGER", "POST /runs/{run_id}/resume", "run_resumed", resolution="the saw is mended", **_OF),
]  # fmt: skip
