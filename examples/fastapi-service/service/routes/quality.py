"""Inspections, readings, deviations."""

from __future__ import annotations

from foodwms import (
    GetDeviation,
    GetInspection,
    ListDeviations,
    ListInspections,
    ListReadings,
    PendingInspections,
    RecordCorrectiveAction,
    RecordInspection,
    RecordReading,
)

from service.routes._area import area

routes = area("", "quality")
routes.query("/qc/inspections", ListInspections)
routes.command("POST", "/qc/inspections", RecordInspection, status_code=201)
routes.query("/qc/inspections/{inspection_id}", GetInspection)
routes.query("/qc/pending", PendingInspections)
routes.query("/temperature-logs", ListReadings)
routes.command("POST", "/temperature-logs", RecordReading, status_code=201)
routes.query("/deviations", ListDeviations)
routes.query("/deviations/{deviation_id}", GetDeviation)
routes.command("POST", "/deviations/{deviation_id}/actions", RecordCorrectiveAction, status_code=201)
