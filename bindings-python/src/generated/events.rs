// Written from the core's declarations: cargo xtask generate
use wms_core::event::Event;

crate::class::family! {
    Event, read |json| Event::from_text(json).map_err(crate::class::no_event), write |all| all.to_text().map_err(crate::class::no_text),
    "site_defined" #[doc = "A site was defined."] SiteDefined(wms_core::event::SiteDefined) "(*, site, name, time_zone, day_starts_at)" {
        #[doc = "Its code."] site: |v, _me| v.site;
        #[doc = "Its name."] name: |v, _me| v.name;
        #[doc = "Its time zone."] time_zone: |v, _me| v.time_zone;
        #[doc = "When its production day begins."] day_starts_at: |v, _me| v.day_starts_at;
    }
    "policy_changed" #[doc = "The plant's policy was changed."] PolicyChanged(wms_core::event::PolicyChanged) "(*, tenant_id, policy)" {
        #[doc = "The tenant; nil in a plant without tenants."] tenant_id: |v, _me| v.tenant_id;
        #[doc = "What was given."] policy: |v, _me| v.policy;
    }
    "flow_created" #[doc = "A flow was created."] FlowCreated(wms_core::event::FlowCreated) "(*, flow_id, name, description=None)" {
        #[doc = "The flow."] flow_id: |v, _me| v.flow_id;
        #[doc = "Its name."] name: |v, _me| v.name;
        #[doc = "What it is for."] description: |v, _me| v.description;
    }
    "version_drafted" #[doc = "A version was drafted, with its flow or as a fork."] VersionDrafted(wms_core::event::VersionDrafted) "(*, version_id, flow_id, number, graph_sha256, from_version_id=None)" {
        #[doc = "The version."] version_id: |v, _me| v.version_id;
        #[doc = "Its flow."] flow_id: |v, _me| v.flow_id;
        #[doc = "Its number."] number: |v, _me| v.number;
        #[doc = "The hash of its graph's text."] graph_sha256: |v, _me| v.graph_sha256;
        #[doc = "The version it was forked from."] from_version_id: |v, _me| v.from_version_id;
    }
    "draft_saved" #[doc = "A draft's graph was saved."] DraftSaved(wms_core::event::DraftSaved) "(*, version_id, graph_sha256)" {
        #[doc = "The version."] version_id: |v, _me| v.version_id;
        #[doc = "The hash of its graph's text."] graph_sha256: |v, _me| v.graph_sha256;
    }
    "version_submitted" #[doc = "A draft was submitted for approval."] VersionSubmitted(wms_core::event::VersionSubmitted) "(*, version_id)" {
        #[doc = "The version."] version_id: |v, _me| v.version_id;
    }
    "version_published" #[doc = "A version was approved and is in force."] VersionPublished(wms_core::event::VersionPublished) "(*, version_id, flow_id)" {
        #[doc = "The version."] version_id: |v, _me| v.version_id;
        #[doc = "Its flow."] flow_id: |v, _me| v.flow_id;
    }
    "version_rejected" #[doc = "A version went back to its author."] VersionRejected(wms_core::event::VersionRejected) "(*, version_id, reason)" {
        #[doc = "The version."] version_id: |v, _me| v.version_id;
        #[doc = "Why."] reason: |v, _me| v.reason;
    }
    "version_deprecated" #[doc = "A version is no longer in force."] VersionDeprecated(wms_core::event::VersionDeprecated) "(*, version_id, flow_id, replaced_by=None)" {
        #[doc = "The version."] version_id: |v, _me| v.version_id;
        #[doc = "Its flow."] flow_id: |v, _me| v.flow_id;
        #[doc = "The version that took its place, if one did."] replaced_by: |v, _me| v.replaced_by;
    }
    "draft_discarded" #[doc = "A draft was removed."] DraftDiscarded(wms_core::event::DraftDiscarded) "(*, version_id, flow_id)" {
        #[doc = "The version."] version_id: |v, _me| v.version_id;
        #[doc = "Its flow."] flow_id: |v, _me| v.flow_id;
    }
    "run_created" #[doc = "A run was created."] RunCreated(wms_core::event::RunCreated) "(*, run_id, code, flow_id, version_id, site, daily_target_kg=None)" {
        #[doc = "The run."] run_id: |v, _me| v.run_id;
        #[doc = "Its code."] code: |v, _me| v.code;
        #[doc = "The flow of its version."] flow_id: |v, _me| v.flow_id;
        #[doc = "The version it is pinned to."] version_id: |v, _me| v.version_id;
        #[doc = "Its site."] site: |v, _me| v.site;
        #[doc = "What the day shall bring."] daily_target_kg: |v, _me| v.daily_target_kg;
    }
    "run_started" #[doc = "A run was started."] RunStarted(wms_core::event::RunStarted) "(*, run_id)" {
        #[doc = "The run."] run_id: |v, _me| v.run_id;
    }
    "run_advanced" #[doc = "A run went on to its next step."] RunAdvanced(wms_core::event::RunAdvanced) "(*, run_id, from_step, to_step, notes=None)" {
        #[doc = "The run."] run_id: |v, _me| v.run_id;
        #[doc = "The step completed."] from_step: |v, _me| v.from_step;
        #[doc = "The step begun."] to_step: |v, _me| v.to_step;
        #[doc = "What was noted about the step completed."] notes: |v, _me| v.notes;
    }
    "run_rolled_back" #[doc = "A run went back a step."] RunRolledBack(wms_core::event::RunRolledBack) "(*, run_id, from_step, to_step, reason)" {
        #[doc = "The run."] run_id: |v, _me| v.run_id;
        #[doc = "The step left."] from_step: |v, _me| v.from_step;
        #[doc = "The step begun anew."] to_step: |v, _me| v.to_step;
        #[doc = "Why."] reason: |v, _me| v.reason;
    }
    "run_held" #[doc = "A run was stopped."] RunHeld(wms_core::event::RunHeld) "(*, run_id, reason)" {
        #[doc = "The run."] run_id: |v, _me| v.run_id;
        #[doc = "Why."] reason: |v, _me| v.reason;
    }
    "run_resumed" #[doc = "A run goes on."] RunResumed(wms_core::event::RunResumed) "(*, run_id, resolution)" {
        #[doc = "The run."] run_id: |v, _me| v.run_id;
        #[doc = "How the reason was resolved."] resolution: |v, _me| v.resolution;
    }
    "run_completed" #[doc = "A run ended as planned."] RunCompleted(wms_core::event::RunCompleted) "(*, run_id)" {
        #[doc = "The run."] run_id: |v, _me| v.run_id;
    }
    "run_aborted" #[doc = "A run ended early."] RunAborted(wms_core::event::RunAborted) "(*, run_id, reason)" {
        #[doc = "The run."] run_id: |v, _me| v.run_id;
        #[doc = "Why."] reason: |v, _me| v.reason;
    }
    "run_archived" #[doc = "A run was put away."] RunArchived(wms_core::event::RunArchived) "(*, run_id)" {
        #[doc = "The run."] run_id: |v, _me| v.run_id;
    }
    "lot_created" #[doc = "A lot's label exists."] LotCreated(wms_core::event::LotCreated) "(*, lot_id, code, lot_type, storage, species=None, site, weight_kg, pieces=None, production_day, best_before=None, supplier=None, temperature_c=None, metadata=None)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "Its code."] code: |v, _me| v.code;
        #[doc = "What it is."] lot_type: |v, _me| v.lot_type;
        #[doc = "How it is kept."] storage: |v, _me| v.storage;
        #[doc = "The animal it comes from."] species: |v, _me| v.species;
        #[doc = "Its site."] site: |v, _me| v.site;
        #[doc = "The whole of it."] weight_kg: |v, _me| v.weight_kg;
        #[doc = "How many pieces it counts."] pieces: |v, _me| v.pieces;
        #[doc = "The day it was made."] production_day: |v, _me| v.production_day;
        #[doc = "The last day it may be used."] best_before: |v, _me| v.best_before;
        #[doc = "Who delivered it."] supplier: |v, _me| v.supplier;
        #[doc = "The temperature on the delivery's note."] temperature_c: |v, _me| v.temperature_c;
        #[doc = "The host's own facts: the text of a JSON object."] metadata: |v, _me| v.metadata;
    }
    "lot_registered" #[doc = "A lot's goods are here."] LotRegistered(wms_core::event::LotRegistered) "(*, lot_id, run_id)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "The run that received it."] run_id: |v, _me| v.run_id;
    }
    "lots_transformed" #[doc = "Lots were made out of lots."] LotsTransformed(wms_core::event::LotsTransformed) "(*, run_id, step, inputs, outputs, links, losses)" {
        #[doc = "The run."] run_id: |v, _me| v.run_id;
        #[doc = "The step of the outputs."] step: |v, _me| v.step;
        #[doc = "What was used of which lot, losses included."] inputs: |_v, me| crate::items::Within(me, |v| &v.inputs);
        #[doc = "The lots made."] outputs: |_v, me| crate::items::Within(me, |v| &v.outputs);
        #[doc = "The kilograms of each parent in each child."] links: |_v, me| crate::items::Within(me, |v| &v.links);
        #[doc = "What was lost of the inputs' kilograms."] losses: |_v, me| crate::items::Within(me, |v| &v.losses);
    }
    "lot_consumed" #[doc = "Nothing is left of a lot."] LotConsumed(wms_core::event::LotConsumed) "(*, lot_id)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
    }
    "lot_written_off" #[doc = "Kilograms of a lot went into no child."] LotWrittenOff(wms_core::event::LotWrittenOff) "(*, lot_id, kind, quantity_kg, reason, document=None)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "What became of them."] kind: |v, _me| v.kind;
        #[doc = "How many."] quantity_kg: |v, _me| v.quantity_kg;
        #[doc = "Why."] reason: |v, _me| v.reason;
        #[doc = "The document that proves it."] document: |v, _me| v.document;
    }
    "lot_dispatched" #[doc = "Kilograms of a lot left to a consignee."] LotDispatched(wms_core::event::LotDispatched) "(*, lot_id, quantity_kg, consignee, vehicle=None)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "How many."] quantity_kg: |v, _me| v.quantity_kg;
        #[doc = "To whom."] consignee: |v, _me| v.consignee;
        #[doc = "On what."] vehicle: |v, _me| v.vehicle;
    }
    "lot_finished" #[doc = "A consumed lot, and all that came of it, is done with."] LotFinished(wms_core::event::LotFinished) "(*, lot_id)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
    }
    "lot_voided" #[doc = "A label was made by mistake."] LotVoided(wms_core::event::LotVoided) "(*, lot_id, reason)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "Why."] reason: |v, _me| v.reason;
    }
    "inspection_recorded" #[doc = "An inspection was made."] InspectionRecorded(wms_core::event::InspectionRecorded) "(*, inspection_id, lot_id, run_id=None, step, gates, inspection_type, decision, notes=None, checklist, readings, signature=None)" {
        #[doc = "The inspection."] inspection_id: |v, _me| v.inspection_id;
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "The lot's run."] run_id: |v, _me| v.run_id;
        #[doc = "The step it was made at."] step: |v, _me| v.step;
        #[doc = "The numbers of that step's gates."] gates: |v, _me| v.gates;
        #[doc = "What sort of inspection it was."] inspection_type: |v, _me| v.inspection_type;
        #[doc = "What was decided."] decision: |v, _me| v.decision;
        #[doc = "The inspector's words."] notes: |v, _me| v.notes;
        #[doc = "The answers given."] checklist: |_v, me| crate::items::Within(me, |v| &v.checklist);
        #[doc = "The readings taken with it."] readings: |v, _me| v.readings;
        #[doc = "Who signed it."] signature: |v, _me| v.signature;
    }
    "lot_released" #[doc = "A lot is free to be used."] LotReleased(wms_core::event::LotReleased) "(*, lot_id, inspection_id=None)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "The inspection that released it; none at the end of its last hold."] inspection_id: |v, _me| v.inspection_id;
    }
    "lot_rejected" #[doc = "A lot is unfit."] LotRejected(wms_core::event::LotRejected) "(*, lot_id, inspection_id=None, reason)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "The inspection that rejected it; none when a manager confirmed it."] inspection_id: |v, _me| v.inspection_id;
        #[doc = "Why."] reason: |v, _me| v.reason;
    }
    "lot_held" #[doc = "A hold was opened on a lot."] LotHeld(wms_core::event::LotHeld) "(*, lot_id, hold_id, cause, cause_id, reason=None, deviation_id=None)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "The hold."] hold_id: |v, _me| v.hold_id;
        #[doc = "Why."] cause: |v, _me| v.cause;
        #[doc = "The inspection, the reading, else the command's key."] cause_id: |v, _me| v.cause_id;
        #[doc = "In words."] reason: |v, _me| v.reason;
        #[doc = "The deviation behind it."] deviation_id: |v, _me| v.deviation_id;
    }
    "hold_resolved" #[doc = "A hold of a lot ended."] HoldResolved(wms_core::event::HoldResolved) "(*, lot_id, hold_id, resolution)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "The hold."] hold_id: |v, _me| v.hold_id;
        #[doc = "How."] resolution: |v, _me| v.resolution;
    }
    "lot_requarantined" #[doc = "A lot waits for its inspection again."] LotRequarantined(wms_core::event::LotRequarantined) "(*, lot_id)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
    }
    "reading_recorded" #[doc = "A temperature was measured."] ReadingRecorded(wms_core::event::ReadingRecorded) "(*, reading_id, lot_id=None, buffer_id=None, kind, temperature_c, limit=None, violation, deviation_id=None, badge=None, taken_at, instrument=None)" {
        #[doc = "The reading."] reading_id: |v, _me| v.reading_id;
        #[doc = "The lot it is about."] lot_id: |v, _me| v.lot_id;
        #[doc = "The buffer it is about."] buffer_id: |v, _me| v.buffer_id;
        #[doc = "Where the probe was."] kind: |v, _me| v.kind;
        #[doc = "What it showed."] temperature_c: |v, _me| v.temperature_c;
        #[doc = "What it was judged by."] limit: |v, _me| v.limit;
        #[doc = "Whether it was outside."] violation: |v, _me| v.violation;
        #[doc = "The deviation it opens or joins."] deviation_id: |v, _me| v.deviation_id;
        #[doc = "How it looks at a glance."] badge: |v, _me| v.badge;
        #[doc = "When it was taken."] taken_at: |v, _me| v.taken_at;
        #[doc = "The instrument."] instrument: |v, _me| v.instrument;
    }
    "deviation_opened" #[doc = "Something was not as it should be."] DeviationOpened(wms_core::event::DeviationOpened) "(*, deviation_id, cause, kind=None, lot_id=None, buffer_id=None)" {
        #[doc = "The deviation."] deviation_id: |v, _me| v.deviation_id;
        #[doc = "What opened it."] cause: |v, _me| v.cause;
        #[doc = "The kind of reading, where one opened it."] kind: |v, _me| v.kind;
        #[doc = "The lot it is about."] lot_id: |v, _me| v.lot_id;
        #[doc = "The buffer it is about."] buffer_id: |v, _me| v.buffer_id;
    }
    "corrective_action_recorded" #[doc = "Something was done about a deviation."] CorrectiveActionRecorded(wms_core::event::CorrectiveActionRecorded) "(*, deviation_id, action, verified_by=None)" {
        #[doc = "The deviation."] deviation_id: |v, _me| v.deviation_id;
        #[doc = "What was done."] action: |v, _me| v.action;
        #[doc = "Who verified it."] verified_by: |v, _me| v.verified_by;
    }
    "deviation_closed" #[doc = "A deviation needs no further action."] DeviationClosed(wms_core::event::DeviationClosed) "(*, deviation_id)" {
        #[doc = "The deviation."] deviation_id: |v, _me| v.deviation_id;
    }
    "buffer_created" #[doc = "A buffer was created."] BufferCreated(wms_core::event::BufferCreated) "(*, buffer_id, code, buffer_type, site, accepts, capacity_kg, temp_min_c=None, temp_max_c)" {
        #[doc = "The buffer."] buffer_id: |v, _me| v.buffer_id;
        #[doc = "Its code; unique within its site."] code: |v, _me| v.code;
        #[doc = "What sort of buffer it is."] buffer_type: |v, _me| v.buffer_type;
        #[doc = "Its site."] site: |v, _me| v.site;
        #[doc = "The lot types it accepts."] accepts: |_v, me| crate::items::Within(me, |v| &v.accepts);
        #[doc = "What it should hold at most."] capacity_kg: |v, _me| v.capacity_kg;
        #[doc = "The lower end of its range."] temp_min_c: |v, _me| v.temp_min_c;
        #[doc = "The upper end of its range."] temp_max_c: |v, _me| v.temp_max_c;
    }
    "buffer_updated" #[doc = "A buffer was changed."] BufferUpdated(wms_core::event::BufferUpdated) "(*, buffer_id, code=None, capacity_kg=None, temp_min_c=None, temp_max_c=None, active=None)" {
        #[doc = "The buffer."] buffer_id: |v, _me| v.buffer_id;
        #[doc = "Its code."] code: |v, _me| v.code;
        #[doc = "What it should hold at most."] capacity_kg: |v, _me| v.capacity_kg;
        #[doc = "The lower end of its range."] temp_min_c: |v, _me| v.temp_min_c;
        #[doc = "The upper end of its range."] temp_max_c: |v, _me| v.temp_max_c;
        #[doc = "Whether goods may enter."] active: |v, _me| v.active;
    }
    "buffer_held" #[doc = "A buffer was stopped by a reading."] BufferHeld(wms_core::event::BufferHeld) "(*, buffer_id, reading_id, deviation_id)" {
        #[doc = "The buffer."] buffer_id: |v, _me| v.buffer_id;
        #[doc = "The reading outside its range."] reading_id: |v, _me| v.reading_id;
        #[doc = "The deviation that reading opened or joined."] deviation_id: |v, _me| v.deviation_id;
    }
    "buffer_hold_lifted" #[doc = "A buffer is open again."] BufferHoldLifted(wms_core::event::BufferHoldLifted) "(*, buffer_id, resolution)" {
        #[doc = "The buffer."] buffer_id: |v, _me| v.buffer_id;
        #[doc = "The manager's words."] resolution: |v, _me| v.resolution;
    }
    "stock_moved" #[doc = "Kilograms entered or left a buffer."] StockMoved(wms_core::event::StockMoved) "(*, move_id, kind, lot_id, from_buffer_id=None, to_buffer_id=None, quantity_kg, consignee=None, cause=None)" {
        #[doc = "The move."] move_id: |v, _me| v.move_id;
        #[doc = "Which way."] kind: |v, _me| v.kind;
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "Where they came from; none: the line."] from_buffer_id: |v, _me| v.from_buffer_id;
        #[doc = "Where they went; none: the line, or out of the plant."] to_buffer_id: |v, _me| v.to_buffer_id;
        #[doc = "How many."] quantity_kg: |v, _me| v.quantity_kg;
        #[doc = "To whom, when they were shipped."] consignee: |v, _me| v.consignee;
        #[doc = "The event behind it; none for a stock command."] cause: |v, _me| v.cause;
    }
    "codes_leased" #[doc = "A device leased a block of code numbers."] CodesLeased(wms_core::event::CodesLeased) "(*, site, prefix, day, first, count, device_id)" {
        #[doc = "The site of the codes."] site: |v, _me| v.site;
        #[doc = "Their prefix."] prefix: |v, _me| v.prefix;
        #[doc = "Their day."] day: |v, _me| v.day;
        #[doc = "The first number."] first: |v, _me| v.first;
        #[doc = "How many numbers."] count: |v, _me| v.count;
        #[doc = "The device."] device_id: |v, _me| v.device_id;
    }
}
