"""Who may do what: the table of the rule book's section 3, by the routes that do it."""

from __future__ import annotations

_EVERYBODY_BUT_VIEWERS = {"ADMIN", "MANAGER", "AUDITOR", "OPERATOR"}
_LINE = {"ADMIN", "MANAGER", "OPERATOR"}
_OFFICE = {"ADMIN", "MANAGER"}
_QUALITY = {"ADMIN", "MANAGER", "AUDITOR"}
_ADMIN = {"ADMIN"}

_VERSION = "/flows/{flow_id}/versions/{number}"

ALLOWED: dict[str, set[str]] = {
    # sites: define; policy: set
    "POST /sites": _ADMIN,
    "PATCH /policy": _ADMIN,
    # flows: create, edit draft, fork, submit
    "POST /flows": _LINE,
    f"PUT {_VERSION}": _LINE,
    "POST /flows/{flow_id}/versions": _LINE,
    f"POST {_VERSION}/submit": _LINE,
    # flows: approve, reject
    f"POST {_VERSION}/approve": _OFFICE,
    f"POST {_VERSION}/reject": _OFFICE,
    # flows: deprecate
    f"POST {_VERSION}/deprecate": _ADMIN,
    # flows: discard a draft: its author, who is one of those that draw
    f"DELETE {_VERSION}": _LINE,
    # runs: create, start, advance, hold, complete
    "POST /runs": _LINE,
    "POST /runs/{run_id}/start": _LINE,
    "POST /runs/{run_id}/advance": _LINE,
    "POST /runs/{run_id}/hold": _LINE,
    "POST /runs/{run_id}/complete": _LINE,
    # runs: resume, abort, roll back, archive
    "POST /runs/{run_id}/resume": _OFFICE,
    "POST /runs/{run_id}/abort": _OFFICE,
    "POST /runs/{run_id}/rollback": _OFFICE,
    "POST /runs/{run_id}/archive": _OFFICE,
    # lots: create, register, transform, finish, write off, dispatch; lease codes
    "POST /lots": _LINE,
    "POST /lots/{lot_id}/register": _LINE,
    "POST /transforms": _LINE,
    "POST /lots/{lot_id}/finish": _LINE,
    "POST /lots/{lot_id}/write-off": _LINE,
    "POST /inventory/ship": _LINE,
    "POST /code-leases": _LINE,
    # lots: void
    "POST /lots/{lot_id}/void": _ADMIN,
    # lots: resolve hold, confirm reject, recall hold
    "POST /lots/{lot_id}/resolve-hold": _OFFICE,
    "POST /lots/{lot_id}/confirm-reject": _OFFICE,
    "POST /recall/{lot}/hold": _OFFICE,
    # buffers: create; update code, capacity, active; stock moves
    "POST /buffers": _LINE,
    "PATCH /buffers/{buffer_id}": _LINE,
    "POST /inventory/receive": _LINE,
    "POST /inventory/transfer": _LINE,
    "POST /inventory/consume": _LINE,
    # buffers: lift a hold
    "POST /buffers/{buffer_id}/lift-hold": _OFFICE,
    # QC: inspect, hold a lot, record a reading
    "POST /qc/inspections": _EVERYBODY_BUT_VIEWERS,
    "POST /lots/{lot_id}/hold": _EVERYBODY_BUT_VIEWERS,
    "POST /temperature-logs": _EVERYBODY_BUT_VIEWERS,
    # QC: record a corrective action
    "POST /deviations/{deviation_id}/actions": _QUALITY,
}
