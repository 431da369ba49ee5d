// Written from the core's declarations: cargo xtask generate
use wms_core::query::Query;

crate::class::family! {
    Query, read |json| Query::from_json(json), write |all| all.to_text().map_err(crate::class::no_text),
    "get_site" #[doc = "A site."] GetSite(wms_core::query::GetSite) "(*, site)" {
        #[doc = "Which one."] site: |v, _me| v.site;
    }
    "get_policy" #[doc = "The plant's policy."] GetPolicy(wms_core::query::GetPolicy) "()" {
    }
    "list_flows" #[doc = "Flows with their versions in work and in force."] ListFlows(wms_core::query::ListFlows) "()" {
    }
    "get_version" #[doc = "A flow version with its graph and issues."] GetVersion(wms_core::query::GetVersion) "(*, version_id)" {
        #[doc = "Which one."] version_id: |v, _me| v.version_id;
    }
    "list_versions" #[doc = "The versions of a flow, newest first."] ListVersions(wms_core::query::ListVersions) "(*, flow_id)" {
        #[doc = "Which one."] flow_id: |v, _me| v.flow_id;
    }
    "get_run" #[doc = "A run."] GetRun(wms_core::query::GetRun) "(*, run_id)" {
        #[doc = "Which one."] run_id: |v, _me| v.run_id;
    }
    "run_steps" #[doc = "The 11 steps of a run."] RunSteps(wms_core::query::RunSteps) "(*, run_id)" {
        #[doc = "Which one."] run_id: |v, _me| v.run_id;
    }
    "run_summary" #[doc = "Kilograms, counts and yields of a run."] RunSummary(wms_core::query::RunSummary) "(*, run_id)" {
        #[doc = "Which one."] run_id: |v, _me| v.run_id;
    }
    "run_report" #[doc = "The compliance report of a run."] RunReport(wms_core::query::RunReport) "(*, run_id)" {
        #[doc = "Which one."] run_id: |v, _me| v.run_id;
    }
    "list_runs" #[doc = "Runs, newest first."] ListRuns(wms_core::query::ListRuns) "(*, status=None, site=None, from_=None, to=None, page=None)" {
        #[doc = "In this state."] status: |v, _me| v.status;
        #[doc = "Of this site."] site: |v, _me| v.site;
        #[doc = "Recorded at this time or later."] from_: |v, _me| v.from;
        #[doc = "Recorded before this time."] to: |v, _me| v.to;
        #[doc = "Which part."] page: |v, _me| v.page;
    }
    "get_lot" #[doc = "A lot, by id or code."] GetLot(wms_core::query::GetLot) "(*, lot)" {
        #[doc = "Which one."] lot: |v, _me| v.lot;
    }
    "list_lots" #[doc = "Lots, newest first."] ListLots(wms_core::query::ListLots) "(*, run_id=None, lot_type=None, status=None, site=None, step=None, day=None, text=None, page=None)" {
        #[doc = "Of this run."] run_id: |v, _me| v.run_id;
        #[doc = "Of this type."] lot_type: |v, _me| v.lot_type;
        #[doc = "In this state."] status: |v, _me| v.status;
        #[doc = "Of this site."] site: |v, _me| v.site;
        #[doc = "Made at this step."] step: |v, _me| v.step;
        #[doc = "Of this production day."] day: |v, _me| v.day;
        #[doc = "With this as part of the code, taken literally."] text: |v, _me| v.text;
        #[doc = "Which part."] page: |v, _me| v.page;
    }
    "list_inspections" #[doc = "Inspections, newest first."] ListInspections(wms_core::query::ListInspections) "(*, run_id=None, lot_id=None, buffer_id=None, step=None, page=None)" {
        #[doc = "About lots of this run."] run_id: |v, _me| v.run_id;
        #[doc = "About this lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "About this buffer."] buffer_id: |v, _me| v.buffer_id;
        #[doc = "At this step: the inspection's, else the lot's own."] step: |v, _me| v.step;
        #[doc = "Which part."] page: |v, _me| v.page;
    }
    "list_readings" #[doc = "Readings, newest first."] ListReadings(wms_core::query::ListReadings) "(*, run_id=None, lot_id=None, buffer_id=None, step=None, page=None)" {
        #[doc = "About lots of this run."] run_id: |v, _me| v.run_id;
        #[doc = "About this lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "About this buffer."] buffer_id: |v, _me| v.buffer_id;
        #[doc = "At this step: the inspection's, else the lot's own."] step: |v, _me| v.step;
        #[doc = "Which part."] page: |v, _me| v.page;
    }
    "list_deviations" #[doc = "Deviations, newest first."] ListDeviations(wms_core::query::ListDeviations) "(*, run_id=None, lot_id=None, buffer_id=None, step=None, open=None, page=None)" {
        #[doc = "About lots of this run."] run_id: |v, _me| v.run_id;
        #[doc = "About this lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "About this buffer."] buffer_id: |v, _me| v.buffer_id;
        #[doc = "At this step: the inspection's, else the lot's own."] step: |v, _me| v.step;
        #[doc = "Whether they still wait for a corrective action."] open: |v, _me| v.open;
        #[doc = "Which part."] page: |v, _me| v.page;
    }
    "pending_inspections" #[doc = "Lots that wait for their inspection, newest first."] PendingInspections(wms_core::query::PendingInspections) "(*, run_id=None, lot_id=None, buffer_id=None, step=None, page=None)" {
        #[doc = "About lots of this run."] run_id: |v, _me| v.run_id;
        #[doc = "About this lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "About this buffer."] buffer_id: |v, _me| v.buffer_id;
        #[doc = "At this step: the inspection's, else the lot's own."] step: |v, _me| v.step;
        #[doc = "Which part."] page: |v, _me| v.page;
    }
    "get_inspection" #[doc = "An inspection."] GetInspection(wms_core::query::GetInspection) "(*, inspection_id)" {
        #[doc = "Which one."] inspection_id: |v, _me| v.inspection_id;
    }
    "get_deviation" #[doc = "A deviation with the lots it affects, as things are when asked."] GetDeviation(wms_core::query::GetDeviation) "(*, deviation_id)" {
        #[doc = "Which one."] deviation_id: |v, _me| v.deviation_id;
    }
    "list_buffers" #[doc = "Buffers, by code."] ListBuffers(wms_core::query::ListBuffers) "(*, site=None)" {
        #[doc = "Of this site."] site: |v, _me| v.site;
    }
    "buffer_contents" #[doc = "What lies in a buffer, oldest entry first."] BufferContents(wms_core::query::BufferContents) "(*, buffer_id)" {
        #[doc = "Which one."] buffer_id: |v, _me| v.buffer_id;
    }
    "buffer_summary" #[doc = "A buffer."] BufferSummary(wms_core::query::BufferSummary) "(*, buffer_id)" {
        #[doc = "Which one."] buffer_id: |v, _me| v.buffer_id;
    }
    "run_buffers" #[doc = "The buffers that hold lots of a run, by code."] RunBuffers(wms_core::query::RunBuffers) "(*, run_id)" {
        #[doc = "Which one."] run_id: |v, _me| v.run_id;
    }
    "list_moves" #[doc = "Stock moves, newest first."] ListMoves(wms_core::query::ListMoves) "(*, lot_id=None, buffer_id=None, run_id=None, page=None)" {
        #[doc = "Of this lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "Into or out of this buffer."] buffer_id: |v, _me| v.buffer_id;
        #[doc = "Of lots of this run."] run_id: |v, _me| v.run_id;
        #[doc = "Which part."] page: |v, _me| v.page;
    }
    "pick" #[doc = "A FEFO proposal."] Pick(wms_core::query::Pick) "(*, lot_type, site, quantity_kg, buffer_id=None)" {
        #[doc = "Of this type."] lot_type: |v, _me| v.lot_type;
        #[doc = "Of this site."] site: |v, _me| v.site;
        #[doc = "How many kilograms."] quantity_kg: |v, _me| v.quantity_kg;
        #[doc = "Only out of this buffer."] buffer_id: |v, _me| v.buffer_id;
    }
    "trace" #[doc = "Where a lot came from and where it went."] Trace(wms_core::query::Trace) "(*, lot, direction, depth=None)" {
        #[doc = "The lot."] lot: |v, _me| v.lot;
        #[doc = "Which way."] direction: |v, _me| v.direction;
        #[doc = "How far; none: all the way. 0 is the lot alone."] depth: |v, _me| v.depth;
    }
    "recall" #[doc = "A lot, all that came of it, and who got it."] Recall(wms_core::query::Recall) "(*, lot)" {
        #[doc = "Which one."] lot: |v, _me| v.lot;
    }
    "mass_balance" #[doc = "Where the kilograms of a lot or a run are."] MassBalance(wms_core::query::MassBalance) "(*, lot=None, run_id=None)" {
        #[doc = "The lot."] lot: |v, _me| v.lot;
        #[doc = "The run."] run_id: |v, _me| v.run_id;
    }
    "audit_events" #[doc = "The audit log, newest first."] AuditEvents(wms_core::query::AuditEvents) "(*, entity_type=None, entity_id=None, event_type=None, user_id=None, from_=None, to=None, page=None)" {
        #[doc = "That changed an entity of this kind."] entity_type: |v, _me| v.entity_type;
        #[doc = "That changed the entity with this id."] entity_id: |v, _me| v.entity_id;
        #[doc = "Of this type."] event_type: |v, _me| v.event_type;
        #[doc = "By this user."] user_id: |v, _me| v.user_id;
        #[doc = "Recorded at this time or later."] from_: |v, _me| v.from;
        #[doc = "Recorded before this time."] to: |v, _me| v.to;
        #[doc = "Which part."] page: |v, _me| v.page;
    }
    "changes" #[doc = "Everything recorded, in order, for followers."] Changes(wms_core::query::Changes) "(*, after=None, limit=None)" {
        #[doc = "Where to go on."] after: |v, _me| v.after;
        #[doc = "How many, 1–1000."] limit: |v, _me| v.limit;
    }
    "verify_audit" #[doc = "Verifies the audit log."] VerifyAudit(wms_core::query::VerifyAudit) "(*, checkpoint=None)" {
        #[doc = "A checkpoint that must be found in the history."] checkpoint: |v, _me| v.checkpoint;
    }
}
