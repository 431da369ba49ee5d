// Written from the core's declarations: cargo xtask generate
crate::ask::queries! {
    GetSite, GetPolicy, ListFlows, GetVersion, ListVersions, GetRun, RunSteps, RunSummary, RunReport, ListRuns, GetLot, ListLots, ListInspections, ListReadings, ListDeviations, PendingInspections, GetInspection, GetDeviation, ListBuffers, BufferContents, BufferSummary, RunBuffers, ListMoves, Pick, Trace, Recall, MassBalance, AuditEvents, Changes, VerifyAudit
}
