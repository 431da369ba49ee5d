"""What an auditor asks for."""

from __future__ import annotations

from foodwms import AuditEvents, Changes, RunReport, VerifyAudit

from service.routes._area import area

routes = area("", "audit")
routes.query("/audit/events", AuditEvents)
routes.query("/audit/events/{entity_type}/{entity_id}", AuditEvents)
routes.query("/audit/verify", VerifyAudit)
routes.query("/audit/changes", Changes)
routes.query("/compliance/report/{run_id}", RunReport)
