"""Runs and their steps."""

from __future__ import annotations

from foodwms import (
    AbortRun,
    AdvanceRun,
    ArchiveRun,
    CompleteRun,
    CreateRun,
    GetRun,
    HoldRun,
    ListRuns,
    MassBalance,
    ResumeRun,
    RollBackRun,
    RunBuffers,
    RunSteps,
    RunSummary,
    StartRun,
)

from service.routes._area import area

routes = area("/runs", "runs")
routes.query("", ListRuns)
routes.command("POST", "", CreateRun, status_code=201)
routes.query("/{run_id}", GetRun)
routes.command("POST", "/{run_id}/start", StartRun)
routes.command("POST", "/{run_id}/advance", AdvanceRun)
routes.command("POST", "/{run_id}/rollback", RollBackRun)
routes.command("POST", "/{run_id}/hold", HoldRun)
routes.command("POST", "/{run_id}/resume", ResumeRun)
routes.command("POST", "/{run_id}/complete", CompleteRun)
routes.command("POST", "/{run_id}/abort", AbortRun)
routes.command("POST", "/{run_id}/archive", ArchiveRun)
routes.query("/{run_id}/steps", RunSteps)
routes.query("/{run_id}/buffers", RunBuffers)
routes.query("/{run_id}/summary", RunSummary)
routes.query("/{run_id}/mass-balance", MassBalance)
