// Written from the core's declarations: cargo xtask generate
use wms_core::command::Command;

crate::class::family! {
    Command, read |json| Command::from_json(json), write |all| all.to_text().map_err(crate::class::no_text),
    "define_site" #[doc = "Defines a site, once."] DefineSite(wms_core::command::DefineSite) "(*, site, name, time_zone, day_starts_at=None)" {
        #[doc = "Its code."] site: |v, _me| v.site;
        #[doc = "Its name."] name: |v, _me| v.name;
        #[doc = "Where its wall clock hangs."] time_zone: |v, _me| v.time_zone;
        #[doc = "When its production day begins."] day_starts_at: |v, _me| v.day_starts_at;
    }
    "set_policy" #[doc = "Changes the plant's policy."] SetPolicy(wms_core::command::SetPolicy) "(*, policy)" {
        #[doc = "What is given."] policy: |v, _me| v.policy;
    }
    "create_flow" #[doc = "Creates a flow with its first draft."] CreateFlow(wms_core::command::CreateFlow) "(*, flow_id, version_id, name, description=None, graph=None)" {
        #[doc = "The flow's new id."] flow_id: |v, _me| v.flow_id;
        #[doc = "Its first version's new id."] version_id: |v, _me| v.version_id;
        #[doc = "Its name."] name: |v, _me| v.name;
        #[doc = "What it is for."] description: |v, _me| v.description;
        #[doc = "The draft's graph; none: an empty one."] graph: |v, _me| v.graph;
    }
    "save_draft" #[doc = "Saves a draft's graph."] SaveDraft(wms_core::command::SaveDraft) "(*, version_id, graph, base_sha256=None)" {
        #[doc = "The draft."] version_id: |v, _me| v.version_id;
        #[doc = "Its new graph."] graph: |v, _me| v.graph;
        #[doc = "The hash of the graph the editor started from."] base_sha256: |v, _me| v.base_sha256;
    }
    "fork_version" #[doc = "Drafts a new version from any version."] ForkVersion(wms_core::command::ForkVersion) "(*, version_id, from_version_id)" {
        #[doc = "The new version's id."] version_id: |v, _me| v.version_id;
        #[doc = "The version to start from."] from_version_id: |v, _me| v.from_version_id;
    }
    "submit_version" #[doc = "Submits a draft for approval."] SubmitVersion(wms_core::command::SubmitVersion) "(*, version_id)" {
        #[doc = "The draft."] version_id: |v, _me| v.version_id;
    }
    "approve_version" #[doc = "Approves a version: it is in force."] ApproveVersion(wms_core::command::ApproveVersion) "(*, version_id)" {
        #[doc = "The version."] version_id: |v, _me| v.version_id;
    }
    "deprecate_version" #[doc = "Takes a version out of force."] DeprecateVersion(wms_core::command::DeprecateVersion) "(*, version_id)" {
        #[doc = "The version."] version_id: |v, _me| v.version_id;
    }
    "discard_draft" #[doc = "Removes a draft."] DiscardDraft(wms_core::command::DiscardDraft) "(*, version_id)" {
        #[doc = "The draft."] version_id: |v, _me| v.version_id;
    }
    "reject_version" #[doc = "Sends a version back to its author."] RejectVersion(wms_core::command::RejectVersion) "(*, version_id, reason)" {
        #[doc = "The version."] version_id: |v, _me| v.version_id;
        #[doc = "Why."] reason: |v, _me| v.reason;
    }
    "create_run" #[doc = "Creates a run on a published version."] CreateRun(wms_core::command::CreateRun) "(*, run_id, version_id, site, code=None, daily_target_kg=None)" {
        #[doc = "The run's new id."] run_id: |v, _me| v.run_id;
        #[doc = "The version."] version_id: |v, _me| v.version_id;
        #[doc = "Where."] site: |v, _me| v.site;
        #[doc = "Its code; none: the next of the site's day."] code: |v, _me| v.code;
        #[doc = "What the day shall bring."] daily_target_kg: |v, _me| v.daily_target_kg;
    }
    "start_run" #[doc = "Starts a run."] StartRun(wms_core::command::StartRun) "(*, run_id)" {
        #[doc = "The run."] run_id: |v, _me| v.run_id;
    }
    "complete_run" #[doc = "Completes a run."] CompleteRun(wms_core::command::CompleteRun) "(*, run_id)" {
        #[doc = "The run."] run_id: |v, _me| v.run_id;
    }
    "archive_run" #[doc = "Puts an ended run away."] ArchiveRun(wms_core::command::ArchiveRun) "(*, run_id)" {
        #[doc = "The run."] run_id: |v, _me| v.run_id;
    }
    "advance_run" #[doc = "Takes a run to its next step."] AdvanceRun(wms_core::command::AdvanceRun) "(*, run_id, expected_step=None, notes=None)" {
        #[doc = "The run."] run_id: |v, _me| v.run_id;
        #[doc = "The step the caller saw."] expected_step: |v, _me| v.expected_step;
        #[doc = "What to note about the step completed."] notes: |v, _me| v.notes;
    }
    "roll_back_run" #[doc = "Takes a run back a step."] RollBackRun(wms_core::command::RollBackRun) "(*, run_id, reason)" {
        #[doc = "The run."] run_id: |v, _me| v.run_id;
        #[doc = "Why."] reason: |v, _me| v.reason;
    }
    "hold_run" #[doc = "Stops a run."] HoldRun(wms_core::command::HoldRun) "(*, run_id, reason)" {
        #[doc = "The run."] run_id: |v, _me| v.run_id;
        #[doc = "Why."] reason: |v, _me| v.reason;
    }
    "abort_run" #[doc = "Ends a run early."] AbortRun(wms_core::command::AbortRun) "(*, run_id, reason)" {
        #[doc = "The run."] run_id: |v, _me| v.run_id;
        #[doc = "Why."] reason: |v, _me| v.reason;
    }
    "resume_run" #[doc = "Lets a stopped run go on."] ResumeRun(wms_core::command::ResumeRun) "(*, run_id, resolution)" {
        #[doc = "The run."] run_id: |v, _me| v.run_id;
        #[doc = "How the reason was resolved."] resolution: |v, _me| v.resolution;
    }
    "create_lot" #[doc = "Creates a lot: its label exists."] CreateLot(wms_core::command::CreateLot) "(*, lot_id, site, lot_type, weight_kg, code=None, production_day=None, storage=None, species=None, pieces=None, supplier=None, temperature_c=None, best_before=None, metadata=None)" {
        #[doc = "The lot's new id."] lot_id: |v, _me| v.lot_id;
        #[doc = "Where."] site: |v, _me| v.site;
        #[doc = "What it is."] lot_type: |v, _me| v.lot.lot_type;
        #[doc = "The whole of it, up to 10 000 kg (SHIP 40 000)."] weight_kg: |v, _me| v.lot.weight_kg;
        #[doc = "Its code; none: the next of its type, day and site."] code: |v, _me| v.lot.code;
        #[doc = "The day it was made; none: the production day of the act."] production_day: |v, _me| v.lot.production_day;
        #[doc = "How it is kept; only RAW may say so."] storage: |v, _me| v.lot.storage;
        #[doc = "The animal it comes from."] species: |v, _me| v.lot.species;
        #[doc = "How many pieces it counts."] pieces: |v, _me| v.lot.pieces;
        #[doc = "Who delivered it."] supplier: |v, _me| v.lot.supplier;
        #[doc = "The temperature on the delivery's note; never judged."] temperature_c: |v, _me| v.lot.temperature_c;
        #[doc = "The last day it may be used."] best_before: |v, _me| v.lot.best_before;
        #[doc = "The host's own facts: a JSON object up to 16 KiB."] metadata: |v, _me| v.lot.metadata;
    }
    "register_lot" #[doc = "Registers a lot: its goods are here."] RegisterLot(wms_core::command::RegisterLot) "(*, lot_id, run_id, site=None, lot_type=None, weight_kg=None, code=None, production_day=None, storage=None, species=None, pieces=None, supplier=None, temperature_c=None, best_before=None, metadata=None)" {
        #[doc = "The lot: a CREATED one, or a new id."] lot_id: |v, _me| v.lot_id;
        #[doc = "The run that receives it."] run_id: |v, _me| v.run_id;
        #[doc = "Where."] site: |v, _me| v.new.as_ref().map(|v| &v.site);
        #[doc = "What it is."] lot_type: |v, _me| v.new.as_ref().map(|v| &v.lot.lot_type);
        #[doc = "The whole of it, up to 10 000 kg (SHIP 40 000)."] weight_kg: |v, _me| v.new.as_ref().map(|v| &v.lot.weight_kg);
        #[doc = "Its code; none: the next of its type, day and site."] code: |v, _me| v.new.as_ref().and_then(|v| v.lot.code.as_ref());
        #[doc = "The day it was made; none: the production day of the act."] production_day: |v, _me| v.new.as_ref().and_then(|v| v.lot.production_day.as_ref());
        #[doc = "How it is kept; only RAW may say so."] storage: |v, _me| v.new.as_ref().and_then(|v| v.lot.storage.as_ref());
        #[doc = "The animal it comes from."] species: |v, _me| v.new.as_ref().and_then(|v| v.lot.species.as_ref());
        #[doc = "How many pieces it counts."] pieces: |v, _me| v.new.as_ref().and_then(|v| v.lot.pieces.as_ref());
        #[doc = "Who delivered it."] supplier: |v, _me| v.new.as_ref().and_then(|v| v.lot.supplier.as_ref());
        #[doc = "The temperature on the delivery's note; never judged."] temperature_c: |v, _me| v.new.as_ref().and_then(|v| v.lot.temperature_c.as_ref());
        #[doc = "The last day it may be used."] best_before: |v, _me| v.new.as_ref().and_then(|v| v.lot.best_before.as_ref());
        #[doc = "The host's own facts: a JSON object up to 16 KiB."] metadata: |v, _me| v.new.as_ref().and_then(|v| v.lot.metadata.as_ref());
    }
    "transform" #[doc = "Makes lots out of lots."] Transform(wms_core::command::Transform) "(*, run_id, inputs, outputs, allocation=None, losses=None)" {
        #[doc = "The run."] run_id: |v, _me| v.run_id;
        #[doc = "What is used, at most 200 lots."] inputs: |_v, me| crate::items::Within(me, |v| &v.inputs);
        #[doc = "What is made, at most 500 lots, and 10 000 pairs with the inputs."] outputs: |_v, me| crate::items::Within(me, |v| &v.outputs);
        #[doc = "The kilograms of each input in each output, where they were weighed."] allocation: |v, _me| v.allocation;
        #[doc = "What is lost of the inputs' kilograms."] losses: |_v, me| crate::items::Within(me, |v| &v.losses);
    }
    "write_off" #[doc = "Writes kilograms off."] WriteOff(wms_core::command::WriteOff) "(*, lot_id, kind, reason, quantity_kg=None, document=None)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "What became of them."] kind: |v, _me| v.kind;
        #[doc = "Why."] reason: |v, _me| v.reason;
        #[doc = "How many; none: all that is left."] quantity_kg: |v, _me| v.quantity_kg;
        #[doc = "The document that proves it."] document: |v, _me| v.document;
    }
    "finish_lot" #[doc = "Finishes a consumed lot."] FinishLot(wms_core::command::FinishLot) "(*, lot_id)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
    }
    "void_lot" #[doc = "Voids a label made by mistake."] VoidLot(wms_core::command::VoidLot) "(*, lot_id, reason)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "Why."] reason: |v, _me| v.reason;
    }
    "confirm_reject" #[doc = "Rejects a lot in hold for good."] ConfirmReject(wms_core::command::ConfirmReject) "(*, lot_id, reason)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "Why."] reason: |v, _me| v.reason;
    }
    "resolve_hold" #[doc = "Ends holds."] ResolveHold(wms_core::command::ResolveHold) "(*, resolution, lot_id=None, hold_id=None)" {
        #[doc = "The manager's words."] resolution: |v, _me| v.resolution;
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "The hold."] hold_id: |v, _me| v.hold_id;
    }
    "recall_hold" #[doc = "Holds a lot and all that came of it."] RecallHold(wms_core::command::RecallHold) "(*, lot_id, reason, include_self=None)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "Why."] reason: |v, _me| v.reason;
        #[doc = "Whether the lot itself is held too."] include_self: |v, _me| v.include_self;
    }
    "record_inspection" #[doc = "Records a QC decision."] RecordInspection(wms_core::command::RecordInspection) "(*, inspection_id, lot_id, inspection_type, decision, step=None, notes=None, signature=None, checklist=None, readings=None)" {
        #[doc = "The inspection's new id."] inspection_id: |v, _me| v.inspection_id;
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "What sort of inspection it is."] inspection_type: |v, _me| v.inspection_type;
        #[doc = "What is decided."] decision: |v, _me| v.decision;
        #[doc = "The step it is made at; none: the lot's own."] step: |v, _me| v.step;
        #[doc = "The inspector's words; HOLD and FAIL need them."] notes: |v, _me| v.notes;
        #[doc = "Who signs it."] signature: |v, _me| v.signature;
        #[doc = "Answers, at most 200."] checklist: |_v, me| crate::items::Within(me, |v| &v.checklist);
        #[doc = "Readings taken with it, at most 100."] readings: |_v, me| crate::items::Within(me, |v| &v.readings);
    }
    "hold_lot" #[doc = "Holds a lot."] HoldLot(wms_core::command::HoldLot) "(*, lot_id, reason)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "Why."] reason: |v, _me| v.reason;
    }
    "record_reading" #[doc = "Records a temperature."] RecordReading(wms_core::command::RecordReading) "(*, reading_id, kind, temperature_c, lot_id=None, buffer_id=None, taken_at=None, instrument=None)" {
        #[doc = "The reading's new id."] reading_id: |v, _me| v.reading_id;
        #[doc = "Where the probe was."] kind: |v, _me| v.kind;
        #[doc = "What it showed."] temperature_c: |v, _me| v.temperature_c;
        #[doc = "The lot it is about."] lot_id: |v, _me| v.lot_id;
        #[doc = "The buffer it is about."] buffer_id: |v, _me| v.buffer_id;
        #[doc = "When it was taken; none: the time of the act."] taken_at: |v, _me| v.taken_at;
        #[doc = "The instrument."] instrument: |v, _me| v.instrument;
    }
    "record_corrective_action" #[doc = "Records what was done about a deviation."] RecordCorrectiveAction(wms_core::command::RecordCorrectiveAction) "(*, deviation_id, action, verified_by=None)" {
        #[doc = "The deviation."] deviation_id: |v, _me| v.deviation_id;
        #[doc = "What was done."] action: |v, _me| v.action;
        #[doc = "Who verified it."] verified_by: |v, _me| v.verified_by;
    }
    "create_buffer" #[doc = "Creates a buffer."] CreateBuffer(wms_core::command::CreateBuffer) "(*, buffer_id, code, buffer_type, site, accepts, capacity_kg, temp_max_c, temp_min_c=None)" {
        #[doc = "The buffer's new id."] buffer_id: |v, _me| v.buffer_id;
        #[doc = "Its code; unique within its site."] code: |v, _me| v.code;
        #[doc = "LK, MIX, SKW15, SKW30, FRZ, PAL or the plant's own word."] buffer_type: |v, _me| v.buffer_type;
        #[doc = "Where."] site: |v, _me| v.site;
        #[doc = "The lot types it accepts."] accepts: |_v, me| crate::items::Within(me, |v| &v.accepts);
        #[doc = "What it should hold at most."] capacity_kg: |v, _me| v.capacity_kg;
        #[doc = "The upper end of its range."] temp_max_c: |v, _me| v.temp_max_c;
        #[doc = "The lower end of its range."] temp_min_c: |v, _me| v.temp_min_c;
    }
    "update_buffer" #[doc = "Changes a buffer."] UpdateBuffer(wms_core::command::UpdateBuffer) "(*, buffer_id, code=None, capacity_kg=None, temp_min_c=None, temp_max_c=None, active=None)" {
        #[doc = "The buffer."] buffer_id: |v, _me| v.buffer_id;
        #[doc = "Its code."] code: |v, _me| v.code;
        #[doc = "What it should hold at most."] capacity_kg: |v, _me| v.capacity_kg;
        #[doc = "The lower end of its range."] temp_min_c: |v, _me| v.temp_min_c;
        #[doc = "The upper end of its range."] temp_max_c: |v, _me| v.temp_max_c;
        #[doc = "Whether goods may enter."] active: |v, _me| v.active;
    }
    "lift_buffer_hold" #[doc = "Lifts the hold of a buffer."] LiftBufferHold(wms_core::command::LiftBufferHold) "(*, buffer_id, resolution)" {
        #[doc = "The buffer."] buffer_id: |v, _me| v.buffer_id;
        #[doc = "The manager's words."] resolution: |v, _me| v.resolution;
    }
    "receive_stock" #[doc = "Moves kilograms from the line into a buffer."] ReceiveStock(wms_core::command::ReceiveStock) "(*, lot_id, buffer_id, quantity_kg)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "The buffer."] buffer_id: |v, _me| v.buffer_id;
        #[doc = "How many."] quantity_kg: |v, _me| v.quantity_kg;
    }
    "consume_stock" #[doc = "Moves kilograms from a buffer to the line."] ConsumeStock(wms_core::command::ConsumeStock) "(*, lot_id, buffer_id, quantity_kg)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "The buffer."] buffer_id: |v, _me| v.buffer_id;
        #[doc = "How many."] quantity_kg: |v, _me| v.quantity_kg;
    }
    "transfer_stock" #[doc = "Moves kilograms from a buffer into another."] TransferStock(wms_core::command::TransferStock) "(*, lot_id, from_buffer_id, to_buffer_id, quantity_kg)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "Where it lies."] from_buffer_id: |v, _me| v.from_buffer_id;
        #[doc = "Where it goes."] to_buffer_id: |v, _me| v.to_buffer_id;
        #[doc = "How many."] quantity_kg: |v, _me| v.quantity_kg;
    }
    "dispatch_lot" #[doc = "Sends kilograms to a consignee."] DispatchLot(wms_core::command::DispatchLot) "(*, lot_id, consignee, quantity_kg=None, buffer_id=None, vehicle=None)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "To whom."] consignee: |v, _me| v.consignee;
        #[doc = "How many; none: all that is left, or all of it that lies in the buffer."] quantity_kg: |v, _me| v.quantity_kg;
        #[doc = "The buffer to take them from; none: the line first, then buffers, oldest entry first."] buffer_id: |v, _me| v.buffer_id;
        #[doc = "On what."] vehicle: |v, _me| v.vehicle;
    }
    "lease_codes" #[doc = "Leases a block of code numbers to a device."] LeaseCodes(wms_core::command::LeaseCodes) "(*, prefix, site, day, count, device_id)" {
        #[doc = "Of a lot type, or `RUN`."] prefix: |v, _me| v.prefix;
        #[doc = "The site of the codes."] site: |v, _me| v.site;
        #[doc = "Their day."] day: |v, _me| v.day;
        #[doc = "How many, 1–1000."] count: |v, _me| v.count;
        #[doc = "The device."] device_id: |v, _me| v.device_id;
    }
}
