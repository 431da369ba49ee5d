// Written from the core's declarations: cargo xtask generate
crate::class::values! {
    #[doc = "A lot that a deviation affects."] AffectedLot(wms_core::query::AffectedLot) "(*, lot_id, code, status)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "Its code."] code: |v, _me| v.code;
        #[doc = "Its state now."] status: |v, _me| v.status;
    }
    #[doc = "An entity that an event changed."] AuditEntity(wms_core::query::AuditEntity) "(*, entity_type, entity_id, version)" {
        #[doc = "What kind of thing it is."] entity_type: |v, _me| v.entity_type;
        #[doc = "Its id; a site's is its code."] entity_id: |v, _me| v.entity_id;
        #[doc = "The version of its stream after the event."] version: |v, _me| v.version;
    }
    #[doc = "An event of the audit log."] AuditEvent(wms_core::query::AuditEvent) "(*, id, sequence, entities, event_type, user_id, role, device_id=None, key, at, recorded_at, event)" {
        #[doc = "Its id."] id: |v, _me| v.id;
        #[doc = "Its place in the log."] sequence: |v, _me| v.sequence;
        #[doc = "The entities it changed, in the order of the rule book, section 10."] entities: |_v, me| crate::items::Within(me, |v| &v.entities);
        #[doc = "Its type."] event_type: |v, _me| v.event_type;
        #[doc = "Who acted."] user_id: |v, _me| v.user_id;
        #[doc = "In which role."] role: |v, _me| v.role;
        #[doc = "On which device."] device_id: |v, _me| v.device_id;
        #[doc = "The key of the command that caused it."] key: |v, _me| v.key;
        #[doc = "The time of the act."] at: |v, _me| v.at;
        #[doc = "The time of record."] recorded_at: |v, _me| v.recorded_at;
        #[doc = "The event as canonical JSON: the very text that was hashed."] event: |v, _me| crate::class::EventText(&v.event);
    }
    #[doc = "What a verification of the log found."] AuditVerification(wms_core::query::AuditVerification) "(*, events, streams, checkpoint, first_broken=None)" {
        #[doc = "How many events were read."] events: |v, _me| v.events;
        #[doc = "How many streams they belong to."] streams: |v, _me| v.streams;
        #[doc = "One hash over all stream heads."] checkpoint: |v, _me| v.checkpoint;
        #[doc = "The first thing that does not fit."] first_broken: |v, _me| v.first_broken;
    }
    #[doc = "The first thing in the log that does not fit."] BrokenStream(wms_core::query::BrokenStream) "(*, stream=None, version, why)" {
        #[doc = "The stream, as its entity's kind and id; null when a checkpoint is not in the history."] stream: |v, _me| v.stream;
        #[doc = "The version that is not as it was."] version: |v, _me| v.version;
        #[doc = "What is wrong with it."] why: |v, _me| v.why;
    }
    #[doc = "A lot in a buffer."] BufferLot(wms_core::query::BufferLot) "(*, lot_id, code, lot_type, status, quantity_kg, entered_at)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "Its code."] code: |v, _me| v.code;
        #[doc = "What it is."] lot_type: |v, _me| v.lot_type;
        #[doc = "Its state."] status: |v, _me| v.status;
        #[doc = "How much of it lies there."] quantity_kg: |v, _me| v.quantity_kg;
        #[doc = "When the first of it came in."] entered_at: |v, _me| v.entered_at;
    }
    #[doc = "A buffer after a command."] BufferOutcome(wms_core::command::BufferOutcome) "(*, buffer_id, code, stock_kg, on_hold)" {
        #[doc = "The buffer."] buffer_id: |v, _me| v.buffer_id;
        #[doc = "Its code."] code: |v, _me| v.code;
        #[doc = "What it holds."] stock_kg: |v, _me| v.stock_kg;
        #[doc = "Whether it is stopped."] on_hold: |v, _me| v.on_hold;
    }
    #[doc = "A buffer."] BufferView(wms_core::query::BufferView) "(*, id, code, buffer_type, site, accepts, capacity_kg, temp_min_c=None, temp_max_c, active, on_hold, stock_kg, lots, at, recorded_at)" {
        #[doc = "Its id."] id: |v, _me| v.id;
        #[doc = "Its code."] code: |v, _me| v.code;
        #[doc = "What sort of buffer it is."] buffer_type: |v, _me| v.buffer_type;
        #[doc = "Its site."] site: |v, _me| v.site;
        #[doc = "The lot types it accepts."] accepts: |_v, me| crate::items::Within(me, |v| &v.accepts);
        #[doc = "What it should hold at most."] capacity_kg: |v, _me| v.capacity_kg;
        #[doc = "The lower end of its range."] temp_min_c: |v, _me| v.temp_min_c;
        #[doc = "The upper end of its range."] temp_max_c: |v, _me| v.temp_max_c;
        #[doc = "Whether goods may enter."] active: |v, _me| v.active;
        #[doc = "Whether a reading stopped it."] on_hold: |v, _me| v.on_hold;
        #[doc = "What it holds."] stock_kg: |v, _me| v.stock_kg;
        #[doc = "How many lots that is."] lots: |v, _me| v.lots;
        #[doc = "When it was created."] at: |v, _me| v.at;
        #[doc = "When that was recorded."] recorded_at: |v, _me| v.recorded_at;
    }
    #[doc = "A part of the log in the order it was recorded."] ChangesPage(wms_core::query::ChangesPage) "(*, items, next)" {
        #[doc = "The events."] items: |_v, me| crate::items::Within(me, |v| &v.items);
        #[doc = "Where to go on: never null."] next: |v, _me| v.next;
    }
    #[doc = "An answer to a checklist item; one to an item the gates do not know is kept."] ChecklistAnswer(wms_core::quality::ChecklistAnswer) "(*, item, ok, remark=None)" {
        #[doc = "The item's id."] item: |v, _me| v.item;
        #[doc = "Whether it was in order."] ok: |v, _me| v.ok;
        #[doc = "A remark."] remark: |v, _me| v.remark;
    }
    #[doc = "Who gets goods (Regulation (EC) 178/2002, article 18: one step forward)."] Consignee(wms_core::inventory::Consignee) "(*, name, address=None, order_no=None)" {
        #[doc = "Their name."] name: |v, _me| v.name;
        #[doc = "Where."] address: |v, _me| v.address;
        #[doc = "The order they are for."] order_no: |v, _me| v.order_no;
    }
    #[doc = "What was done about a deviation."] CorrectiveActionView(wms_core::query::CorrectiveActionView) "(*, action, by, at, recorded_at, verified_by=None)" {
        #[doc = "In words."] action: |v, _me| v.action;
        #[doc = "By whom."] by: |v, _me| v.by;
        #[doc = "When."] at: |v, _me| v.at;
        #[doc = "When that was recorded."] recorded_at: |v, _me| v.recorded_at;
        #[doc = "Who verified it."] verified_by: |v, _me| v.verified_by;
    }
    #[doc = "A deviation after a command."] DeviationOutcome(wms_core::command::DeviationOutcome) "(*, deviation_id, status)" {
        #[doc = "The deviation."] deviation_id: |v, _me| v.deviation_id;
        #[doc = "Its state."] status: |v, _me| v.status;
    }
    #[doc = "A deviation."] DeviationView(wms_core::query::DeviationView) "(*, id, cause, kind=None, lot_id=None, buffer_id=None, status, opened_at, recorded_at, closed_at=None, actions, affected=None)" {
        #[doc = "Its id: that of the reading or inspection that opened it."] id: |v, _me| v.id;
        #[doc = "What opened it."] cause: |v, _me| v.cause;
        #[doc = "The kind of reading, where one opened it."] kind: |v, _me| v.kind;
        #[doc = "The lot it is about."] lot_id: |v, _me| v.lot_id;
        #[doc = "The buffer it is about."] buffer_id: |v, _me| v.buffer_id;
        #[doc = "OPEN until a corrective action closes it."] status: |v, _me| v.status;
        #[doc = "When it was opened."] opened_at: |v, _me| v.opened_at;
        #[doc = "When that was recorded."] recorded_at: |v, _me| v.recorded_at;
        #[doc = "When it was closed."] closed_at: |v, _me| v.closed_at;
        #[doc = "What was done, oldest first."] actions: |_v, me| crate::items::Within(me, |v| &v.actions);
        #[doc = "The lots it affects, in the order of a trace; lists leave them out."] affected: |v, _me| v.affected;
    }
    #[doc = "Kilograms of a lot that left to a consignee."] DispatchView(wms_core::query::DispatchView) "(*, consignee, quantity_kg, at, recorded_at, vehicle=None)" {
        #[doc = "To whom."] consignee: |v, _me| v.consignee;
        #[doc = "How many."] quantity_kg: |v, _me| v.quantity_kg;
        #[doc = "When."] at: |v, _me| v.at;
        #[doc = "When that was recorded."] recorded_at: |v, _me| v.recorded_at;
        #[doc = "On what."] vehicle: |v, _me| v.vehicle;
    }
    #[doc = "A flow with its versions in work and in force."] FlowSummary(wms_core::query::FlowSummary) "(*, flow, versions, latest=None, published=None)" {
        #[doc = "The flow."] flow: |v, _me| v.flow;
        #[doc = "How many versions it has."] versions: |v, _me| v.versions;
        #[doc = "The one with the highest number."] latest: |v, _me| v.latest;
        #[doc = "The one in force."] published: |v, _me| v.published;
    }
    #[doc = "A flow."] FlowView(wms_core::query::FlowView) "(*, id, name, description=None)" {
        #[doc = "Its id."] id: |v, _me| v.id;
        #[doc = "Its name."] name: |v, _me| v.name;
        #[doc = "What it is for."] description: |v, _me| v.description;
    }
    #[doc = "One reason why a lot is or was stopped."] HoldView(wms_core::query::HoldView) "(*, id, cause, cause_id, reason=None, opened_at, opened_by, released_at=None, released_by=None, resolution=None)" {
        #[doc = "Its id."] id: |v, _me| v.id;
        #[doc = "Why."] cause: |v, _me| v.cause;
        #[doc = "The inspection, the reading, else the command's key."] cause_id: |v, _me| v.cause_id;
        #[doc = "In words."] reason: |v, _me| v.reason;
        #[doc = "When it was opened."] opened_at: |v, _me| v.opened_at;
        #[doc = "By whom."] opened_by: |v, _me| v.opened_by;
        #[doc = "When it ended."] released_at: |v, _me| v.released_at;
        #[doc = "By whom."] released_by: |v, _me| v.released_by;
        #[doc = "The manager's words."] resolution: |v, _me| v.resolution;
    }
    #[doc = "An inspection and what it did to its lot."] InspectionOutcome(wms_core::command::InspectionOutcome) "(*, inspection_id, lot)" {
        #[doc = "The inspection."] inspection_id: |v, _me| v.inspection_id;
        #[doc = "The lot."] lot: |v, _me| v.lot;
    }
    #[doc = "An inspection."] InspectionView(wms_core::query::InspectionView) "(*, id, lot_id, run_id=None, step, gates, inspection_type, decision, notes=None, checklist, readings, signature=None, inspector, at, recorded_at)" {
        #[doc = "Its id."] id: |v, _me| v.id;
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
        #[doc = "Who made it."] inspector: |v, _me| v.inspector;
        #[doc = "When."] at: |v, _me| v.at;
        #[doc = "When that was recorded."] recorded_at: |v, _me| v.recorded_at;
    }
    #[doc = "One thing wrong with a graph, at its place."] Issue(wms_core::flow::Issue) "(*, code, severity, node_id=None, edge_id=None, details, message=None)" {
        #[doc = "What."] code: |v, _me| v.code;
        #[doc = "Whether it stops the version."] severity: |v, _me| v.severity;
        #[doc = "The node, if it is one's."] node_id: |v, _me| v.node_id;
        #[doc = "The edge, if it is one's."] edge_id: |v, _me| v.edge_id;
        #[doc = "The facts behind it, for the message: the nodes of a circle, the step that is missing, what a gate lacks."] details: |v, _me| v.details;
        #[doc = "What is wrong, and what would be accepted."] message: |v, _me| v.messages();
    }
    #[doc = "A leased block of code numbers."] LeaseOutcome(wms_core::command::LeaseOutcome) "(*, first, count)" {
        #[doc = "The first number."] first: |v, _me| v.first;
        #[doc = "How many."] count: |v, _me| v.count;
    }
    #[doc = "Parent → child, with the kilograms of the parent that went into the child; 0 g keeps the link, for the trace."] Link(wms_core::genealogy::Link) "(*, parent, child, quantity_kg, method)" {
        #[doc = "The lot used."] parent: |v, _me| v.parent;
        #[doc = "The lot made."] child: |v, _me| v.child;
        #[doc = "The parent's kilograms in the child."] quantity_kg: |v, _me| v.quantity_kg;
        #[doc = "How they are known."] method: |v, _me| v.method;
    }
    #[doc = "Kilograms lost of one kind."] LossOf(wms_core::genealogy::LossOf) "(*, kind, quantity_kg)" {
        #[doc = "What became of them."] kind: |v, _me| v.kind;
        #[doc = "How many."] quantity_kg: |v, _me| v.quantity_kg;
    }
    #[doc = "Where the kilograms of a lot are."] LotBalance(wms_core::query::LotBalance) "(*, lot_id, weight_kg, used_kg, lost, dispatched_kg, stock, line_kg, unaccounted_kg)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "The whole of it."] weight_kg: |v, _me| v.weight_kg;
        #[doc = "What went into children."] used_kg: |v, _me| v.used_kg;
        #[doc = "What went into no child, by kind."] lost: |_v, me| crate::items::Within(me, |v| &v.lost);
        #[doc = "What left to consignees."] dispatched_kg: |v, _me| v.dispatched_kg;
        #[doc = "What lies in buffers."] stock: |_v, me| crate::items::Within(me, |v| &v.stock);
        #[doc = "What is in no buffer."] line_kg: |v, _me| v.line_kg;
        #[doc = "What nobody knows of: always 0 (I9)."] unaccounted_kg: |v, _me| v.unaccounted_kg;
    }
    #[doc = "How many lots of a type are in a state."] LotCount(wms_core::query::LotCount) "(*, lot_type, status, count, weight_kg)" {
        #[doc = "The type."] lot_type: |v, _me| v.lot_type;
        #[doc = "The state."] status: |v, _me| v.status;
        #[doc = "How many."] count: |v, _me| v.count;
        #[doc = "Their weight."] weight_kg: |v, _me| v.weight_kg;
    }
    #[doc = "A lot after a command."] LotOutcome(wms_core::command::LotOutcome) "(*, lot_id, code, status, remaining_kg)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "Its code, for the label."] code: |v, _me| v.code;
        #[doc = "Its state."] status: |v, _me| v.status;
        #[doc = "What is left of it."] remaining_kg: |v, _me| v.remaining_kg;
    }
    #[doc = "A lot."] LotView(wms_core::query::LotView) "(*, id, code, lot_type, sku=None, storage, species=None, status, voided, site, run_id=None, step, weight_kg, remaining_kg, used_kg, lost_kg, dispatched_kg, line_kg, pieces=None, production_day, best_before=None, supplier=None, temperature_c=None, metadata=None, holds, positions, created_at, recorded_at, registered_at=None)" {
        #[doc = "Its id."] id: |v, _me| v.id;
        #[doc = "Its code."] code: |v, _me| v.code;
        #[doc = "What it is."] lot_type: |v, _me| v.lot_type;
        #[doc = "The size of its rods."] sku: |v, _me| v.sku;
        #[doc = "How it is kept."] storage: |v, _me| v.storage;
        #[doc = "The animal it comes from."] species: |v, _me| v.species;
        #[doc = "Its state; a voided one keeps CREATED."] status: |v, _me| v.status;
        #[doc = "Whether it was made by mistake."] voided: |v, _me| v.voided;
        #[doc = "Its site."] site: |v, _me| v.site;
        #[doc = "The run that made or received it."] run_id: |v, _me| v.run_id;
        #[doc = "The step where it is made."] step: |v, _me| v.step;
        #[doc = "The whole of it."] weight_kg: |v, _me| v.weight_kg;
        #[doc = "What is left."] remaining_kg: |v, _me| v.remaining_kg;
        #[doc = "What went into children."] used_kg: |v, _me| v.used_kg;
        #[doc = "What went into no child."] lost_kg: |v, _me| v.lost_kg;
        #[doc = "What left to consignees."] dispatched_kg: |v, _me| v.dispatched_kg;
        #[doc = "What is in no buffer."] line_kg: |v, _me| v.line_kg;
        #[doc = "How many pieces it counts."] pieces: |v, _me| v.pieces;
        #[doc = "The day it was made."] production_day: |v, _me| v.production_day;
        #[doc = "The last day it may be used."] best_before: |v, _me| v.best_before;
        #[doc = "Who delivered it."] supplier: |v, _me| v.supplier;
        #[doc = "The temperature on the delivery's note."] temperature_c: |v, _me| v.temperature_c;
        #[doc = "The host's own facts: a JSON object."] metadata: |v, _me| v.metadata;
        #[doc = "Every hold it ever had."] holds: |_v, me| crate::items::Within(me, |v| &v.holds);
        #[doc = "Where it lies, oldest entry first."] positions: |_v, me| crate::items::Within(me, |v| &v.positions);
        #[doc = "When it was created."] created_at: |v, _me| v.created_at;
        #[doc = "When that was recorded."] recorded_at: |v, _me| v.recorded_at;
        #[doc = "When the goods were here."] registered_at: |v, _me| v.registered_at;
    }
    #[doc = "A stock move."] MoveView(wms_core::query::MoveView) "(*, id, kind, lot_id, from_buffer_id=None, to_buffer_id=None, quantity_kg, consignee=None, by, at, recorded_at, cause=None)" {
        #[doc = "Its id."] id: |v, _me| v.id;
        #[doc = "Which way."] kind: |v, _me| v.kind;
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "Where it came from; none: the line."] from_buffer_id: |v, _me| v.from_buffer_id;
        #[doc = "Where it went; none: the line, or out of the plant."] to_buffer_id: |v, _me| v.to_buffer_id;
        #[doc = "How much."] quantity_kg: |v, _me| v.quantity_kg;
        #[doc = "To whom."] consignee: |v, _me| v.consignee;
        #[doc = "Who did it."] by: |v, _me| v.by;
        #[doc = "When."] at: |v, _me| v.at;
        #[doc = "When that was recorded."] recorded_at: |v, _me| v.recorded_at;
        #[doc = "The event behind it; none for a stock command."] cause: |v, _me| v.cause;
    }
    #[doc = "What is still to be done about a run."] OpenPoints(wms_core::query::OpenPoints) "(*, deviations, on_hold, pending)" {
        #[doc = "Deviations that wait for a corrective action."] deviations: |v, _me| v.deviations;
        #[doc = "Lots in HOLD."] on_hold: |v, _me| v.on_hold;
        #[doc = "Lots that wait for their inspection."] pending: |v, _me| v.pending;
    }
    #[doc = "A lot that waits for its inspection."] PendingInspection(wms_core::query::PendingInspection) "(*, lot_id, code, lot_type, run_id=None, step, gates, since=None)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "Its code."] code: |v, _me| v.code;
        #[doc = "What it is."] lot_type: |v, _me| v.lot_type;
        #[doc = "Its run."] run_id: |v, _me| v.run_id;
        #[doc = "Its step."] step: |v, _me| v.step;
        #[doc = "The numbers of that step's gates."] gates: |v, _me| v.gates;
        #[doc = "When it last entered QUARANTINE."] since: |v, _me| v.since;
    }
    #[doc = "A FEFO proposal."] PickProposal(wms_core::query::PickProposal) "(*, lots, missing_kg)" {
        #[doc = "What to take, in this order."] lots: |_v, me| crate::items::Within(me, |v| &v.lots);
        #[doc = "What could not be found."] missing_kg: |v, _me| v.missing_kg;
    }
    #[doc = "Kilograms of a lot to be taken."] PickedLot(wms_core::query::PickedLot) "(*, lot_id, code, buffer_id=None, quantity_kg)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "Its code."] code: |v, _me| v.code;
        #[doc = "Where they are; none: at the line."] buffer_id: |v, _me| v.buffer_id;
        #[doc = "How many."] quantity_kg: |v, _me| v.quantity_kg;
    }
    #[doc = "What a plant sets for itself."] PlantPolicy(wms_core::policy::PlantPolicy) "(*, four_eyes, strict_canonical, code_style, max_age_days, max_gain, min_yield, species_segregation, refuse_expired, require_corrective_action, hold_descendants, buffer_sku_lock, hard_capacity, retention_days, max_backdate_hours, min_reason_chars)" {
        #[doc = "Author and editors of a version may not approve it."] four_eyes: |v, _me| v.four_eyes;
        #[doc = "Missing canonical steps and critical gates stop a submit."] strict_canonical: |v, _me| v.strict_canonical;
        #[doc = "Which codes are taken."] code_style: |v, _me| v.code_style;
        #[doc = "How many days old a parent may be, per its type; a type without an entry has no upper limit."] max_age_days: |v, _me| v.max_age_days;
        #[doc = "How much more than its inputs a transform may bring, per output type."] max_gain: |v, _me| v.max_gain;
        #[doc = "How much of its inputs a transform should bring, per output type."] min_yield: |v, _me| v.min_yield;
        #[doc = "Species are kept apart."] species_segregation: |v, _me| v.species_segregation;
        #[doc = "Lots past their best-before are neither used nor dispatched."] refuse_expired: |v, _me| v.refuse_expired;
        #[doc = "A hold behind a deviation ends only after a corrective action."] require_corrective_action: |v, _me| v.require_corrective_action;
        #[doc = "What stops a lot stops its descendants."] hold_descendants: |v, _me| v.hold_descendants;
        #[doc = "A freezer holds one size at a time."] buffer_sku_lock: |v, _me| v.buffer_sku_lock;
        #[doc = "Capacities bind."] hard_capacity: |v, _me| v.hard_capacity;
        #[doc = "Days a run stays after its end before it may be archived."] retention_days: |v, _me| v.retention_days;
        #[doc = "Hours an act may lie back."] max_backdate_hours: |v, _me| v.max_backdate_hours;
        #[doc = "Code points a reason needs."] min_reason_chars: |v, _me| v.min_reason_chars;
    }
    #[doc = "Kilograms of a lot in a buffer."] PositionView(wms_core::query::PositionView) "(*, buffer_id, quantity_kg, entered_at)" {
        #[doc = "Where."] buffer_id: |v, _me| v.buffer_id;
        #[doc = "How many."] quantity_kg: |v, _me| v.quantity_kg;
        #[doc = "When the first of them came in."] entered_at: |v, _me| v.entered_at;
    }
    #[doc = "A temperature range; both ends belong to it."] Range(wms_core::quality::Range) "(*, min_c=None, max_c=None)" {
        #[doc = "The lower end, if there is one."] min_c: |v, _me| v.min_c;
        #[doc = "The upper end, if there is one."] max_c: |v, _me| v.max_c;
    }
    #[doc = "A reading and how it was judged."] ReadingOutcome(wms_core::command::ReadingOutcome) "(*, reading_id, violation, deviation_id=None, badge=None)" {
        #[doc = "The reading."] reading_id: |v, _me| v.reading_id;
        #[doc = "Whether it was outside its limit."] violation: |v, _me| v.violation;
        #[doc = "The deviation it opened or joined."] deviation_id: |v, _me| v.deviation_id;
        #[doc = "How it looks at a glance."] badge: |v, _me| v.badge;
    }
    #[doc = "A temperature reading."] ReadingView(wms_core::query::ReadingView) "(*, id, lot_id=None, buffer_id=None, kind, temperature_c, limit=None, violation, deviation_id=None, badge=None, taken_at, at, recorded_at, by, instrument=None)" {
        #[doc = "Its id."] id: |v, _me| v.id;
        #[doc = "The lot it is about."] lot_id: |v, _me| v.lot_id;
        #[doc = "The buffer it is about."] buffer_id: |v, _me| v.buffer_id;
        #[doc = "Where the probe was."] kind: |v, _me| v.kind;
        #[doc = "What it showed."] temperature_c: |v, _me| v.temperature_c;
        #[doc = "What it was judged by."] limit: |v, _me| v.limit;
        #[doc = "Whether it was outside."] violation: |v, _me| v.violation;
        #[doc = "The deviation it opened or joined."] deviation_id: |v, _me| v.deviation_id;
        #[doc = "How it looks at a glance."] badge: |v, _me| v.badge;
        #[doc = "When it was taken."] taken_at: |v, _me| v.taken_at;
        #[doc = "The time of the act."] at: |v, _me| v.at;
        #[doc = "The time of record."] recorded_at: |v, _me| v.recorded_at;
        #[doc = "Who recorded it."] by: |v, _me| v.by;
        #[doc = "The instrument."] instrument: |v, _me| v.instrument;
    }
    #[doc = "What a recall sums up to."] RecallTotals(wms_core::query::RecallTotals) "(*, lots, weight_kg, remaining_kg, dispatched_kg, consignees)" {
        #[doc = "The lot and its descendants."] lots: |v, _me| v.lots;
        #[doc = "Their weight."] weight_kg: |v, _me| v.weight_kg;
        #[doc = "What is left of them in the plant."] remaining_kg: |v, _me| v.remaining_kg;
        #[doc = "What left to consignees."] dispatched_kg: |v, _me| v.dispatched_kg;
        #[doc = "How many consignees of different names."] consignees: |v, _me| v.consignees;
    }
    #[doc = "A lot, all that came of it, and who got it."] RecallView(wms_core::query::RecallView) "(*, lot_id, lots, totals, as_of, took_ms)" {
        #[doc = "The recalled lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "It and its descendants."] lots: |_v, me| crate::items::Within(me, |v| &v.lots);
        #[doc = "The sums."] totals: |v, _me| v.totals;
        #[doc = "What time this is the truth of."] as_of: |v, _me| v.as_of;
        #[doc = "How long the answer took, in milliseconds."] took_ms: |v, _me| v.took_ms;
    }
    #[doc = "A lot in a recall."] RecalledLot(wms_core::query::RecalledLot) "(*, lot_id, code, lot_type, status, site, production_day, weight_kg, remaining_kg, distance, concerned_kg, positions, dispatches)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot.lot_id;
        #[doc = "Its code."] code: |v, _me| v.lot.code;
        #[doc = "What it is."] lot_type: |v, _me| v.lot.lot_type;
        #[doc = "Its state."] status: |v, _me| v.lot.status;
        #[doc = "Its site."] site: |v, _me| v.lot.site;
        #[doc = "The day it was made."] production_day: |v, _me| v.lot.production_day;
        #[doc = "The whole of it."] weight_kg: |v, _me| v.lot.weight_kg;
        #[doc = "What is left."] remaining_kg: |v, _me| v.lot.remaining_kg;
        #[doc = "How far it is from the traced lot, by the shortest way."] distance: |v, _me| v.lot.distance;
        #[doc = "How many of its kilograms are concerned (rule book, section 8)."] concerned_kg: |v, _me| v.concerned_kg;
        #[doc = "Where it lies."] positions: |_v, me| crate::items::Within(me, |v| &v.positions);
        #[doc = "Where it went."] dispatches: |_v, me| crate::items::Within(me, |v| &v.dispatches);
    }
    #[doc = "The mass balance of a run."] RunBalanceView(wms_core::query::RunBalanceView) "(*, steps, totals)" {
        #[doc = "All 11 steps."] steps: |_v, me| crate::items::Within(me, |v| &v.steps);
        #[doc = "The sums."] totals: |v, _me| v.totals;
    }
    #[doc = "A run after a command."] RunOutcome(wms_core::command::RunOutcome) "(*, run_id, code, status, step)" {
        #[doc = "The run."] run_id: |v, _me| v.run_id;
        #[doc = "Its code."] code: |v, _me| v.code;
        #[doc = "Its state."] status: |v, _me| v.status;
        #[doc = "Where it is."] step: |v, _me| v.step;
    }
    #[doc = "The compliance report of a run, as data."] RunReportView(wms_core::query::RunReportView) "(*, run, version, approved_by=None, steps, lots, links, inspections, readings, deviations, open_points, mass_balance, as_of)" {
        #[doc = "The run."] run: |v, _me| v.run;
        #[doc = "The version it is pinned to, without the graph."] version: |v, _me| v.version;
        #[doc = "Who approved that version."] approved_by: |v, _me| v.approved_by;
        #[doc = "Its steps with times and actors."] steps: |_v, me| crate::items::Within(me, |v| &v.steps);
        #[doc = "Its lots."] lots: |_v, me| crate::items::Within(me, |v| &v.lots);
        #[doc = "The links between them."] links: |_v, me| crate::items::Within(me, |v| &v.links);
        #[doc = "The inspections of its lots."] inspections: |_v, me| crate::items::Within(me, |v| &v.inspections);
        #[doc = "The readings of its lots."] readings: |_v, me| crate::items::Within(me, |v| &v.readings);
        #[doc = "The deviations of its lots, with the lots they affect."] deviations: |_v, me| crate::items::Within(me, |v| &v.deviations);
        #[doc = "What is still to be done."] open_points: |v, _me| v.open_points;
        #[doc = "Its mass balance."] mass_balance: |v, _me| v.mass_balance;
        #[doc = "What time this is the truth of."] as_of: |v, _me| v.as_of;
    }
    #[doc = "One step of a run."] RunStepView(wms_core::query::RunStepView) "(*, step, name, status, started_at=None, started_by=None, completed_at=None, completed_by=None, notes=None)" {
        #[doc = "Its number."] step: |v, _me| v.step;
        #[doc = "Its name."] name: |v, _me| v.name;
        #[doc = "Where it stands."] status: |v, _me| v.status;
        #[doc = "When the run came to it."] started_at: |v, _me| v.started_at;
        #[doc = "Who brought it there."] started_by: |v, _me| v.started_by;
        #[doc = "When the run left it."] completed_at: |v, _me| v.completed_at;
        #[doc = "Who took it on."] completed_by: |v, _me| v.completed_by;
        #[doc = "What was noted then."] notes: |v, _me| v.notes;
    }
    #[doc = "Kilograms, counts and yields of a run."] RunSummaryView(wms_core::query::RunSummaryView) "(*, run_id, status, step, lots, steps, totals, open_deviations)" {
        #[doc = "The run."] run_id: |v, _me| v.run_id;
        #[doc = "Its state."] status: |v, _me| v.status;
        #[doc = "Where it is."] step: |v, _me| v.step;
        #[doc = "Its lots by type and state."] lots: |_v, me| crate::items::Within(me, |v| &v.lots);
        #[doc = "What it used, made and lost, by step."] steps: |_v, me| crate::items::Within(me, |v| &v.steps);
        #[doc = "The sums."] totals: |v, _me| v.totals;
        #[doc = "How many deviations of its lots wait for a corrective action."] open_deviations: |v, _me| v.open_deviations;
    }
    #[doc = "A run."] RunView(wms_core::query::RunView) "(*, id, code, flow_id, version_id, site, status, step, daily_target_kg=None, created_at, recorded_at, started_at=None, ended_at=None, archived_at=None)" {
        #[doc = "Its id."] id: |v, _me| v.id;
        #[doc = "Its code."] code: |v, _me| v.code;
        #[doc = "The flow of its version."] flow_id: |v, _me| v.flow_id;
        #[doc = "The version it is pinned to."] version_id: |v, _me| v.version_id;
        #[doc = "Its site."] site: |v, _me| v.site;
        #[doc = "Its state."] status: |v, _me| v.status;
        #[doc = "Where it is."] step: |v, _me| v.step;
        #[doc = "What the day shall bring."] daily_target_kg: |v, _me| v.daily_target_kg;
        #[doc = "When it was created."] created_at: |v, _me| v.created_at;
        #[doc = "When that was recorded."] recorded_at: |v, _me| v.recorded_at;
        #[doc = "When it was started."] started_at: |v, _me| v.started_at;
        #[doc = "When it was completed or aborted."] ended_at: |v, _me| v.ended_at;
        #[doc = "When it was put away."] archived_at: |v, _me| v.archived_at;
    }
    #[doc = "A signature under an inspection."] Signature(wms_core::quality::Signature) "(*, printed_name, meaning, signature=None)" {
        #[doc = "The signer's name in print."] printed_name: |v, _me| v.printed_name;
        #[doc = "What the signature stands for."] meaning: |v, _me| v.meaning;
        #[doc = "The strokes or the certificate, at most 64 KiB."] signature: |v, _me| v.signature;
    }
    #[doc = "A site."] SiteView(wms_core::query::SiteView) "(*, site, name, time_zone, day_starts_at, at, recorded_at)" {
        #[doc = "Its code."] site: |v, _me| v.site;
        #[doc = "Its name."] name: |v, _me| v.name;
        #[doc = "Its time zone."] time_zone: |v, _me| v.time_zone;
        #[doc = "When its production day begins."] day_starts_at: |v, _me| v.day_starts_at;
        #[doc = "When it was defined."] at: |v, _me| v.at;
        #[doc = "When that was recorded."] recorded_at: |v, _me| v.recorded_at;
    }
    #[doc = "What a run used, made and lost at a step."] StepBalanceView(wms_core::query::StepBalanceView) "(*, step, in_kg, out_kg, lost, gain_kg, yield_=None)" {
        #[doc = "The step."] step: |v, _me| v.step;
        #[doc = "What was used, losses included."] in_kg: |v, _me| v.in_kg;
        #[doc = "What was made or received."] out_kg: |v, _me| v.out_kg;
        #[doc = "What was lost, by kind."] lost: |_v, me| crate::items::Within(me, |v| &v.lost);
        #[doc = "Water and batter (positive), drip and evaporation (negative)."] gain_kg: |v, _me| v.gain_kg;
        #[doc = "out / in, 4 decimals, half-even; none when nothing went in."] yield_: |v, _me| v.r#yield;
    }
    #[doc = "Kilograms of a lot in a buffer."] StockIn(wms_core::query::StockIn) "(*, buffer_id, quantity_kg)" {
        #[doc = "Where."] buffer_id: |v, _me| v.buffer_id;
        #[doc = "How many."] quantity_kg: |v, _me| v.quantity_kg;
    }
    #[doc = "Who delivered a lot."] Supplier(wms_core::lot::Supplier) "(*, name, lot_code=None, establishment_no=None)" {
        #[doc = "The supplier's name."] name: |v, _me| v.name;
        #[doc = "The supplier's own code of the lot."] lot_code: |v, _me| v.lot_code;
        #[doc = "The approval number of the establishment (Regulation (EC) 853/2004, article 4)."] establishment_no: |v, _me| v.establishment_no;
    }
    #[doc = "The sums over all steps."] TotalsView(wms_core::query::TotalsView) "(*, in_kg, out_kg, lost, gain_kg)" {
        #[doc = "What was used, losses included."] in_kg: |v, _me| v.in_kg;
        #[doc = "What was made or received."] out_kg: |v, _me| v.out_kg;
        #[doc = "What was lost, by kind."] lost: |_v, me| crate::items::Within(me, |v| &v.lost);
        #[doc = "Water and batter (positive), drip and evaporation (negative)."] gain_kg: |v, _me| v.gain_kg;
    }
    #[doc = "Where a lot came from and where it went: complete and free of repeats."] TraceView(wms_core::query::TraceView) "(*, lots, links)" {
        #[doc = "The lots, by distance, then code; the traced one first."] lots: |_v, me| crate::items::Within(me, |v| &v.lots);
        #[doc = "Every link between two of them, in the order of their parents', then children's places in `lots`."] links: |_v, me| crate::items::Within(me, |v| &v.links);
    }
    #[doc = "A lot in a trace."] TracedLot(wms_core::query::TracedLot) "(*, lot_id, code, lot_type, status, site, production_day, weight_kg, remaining_kg, distance)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "Its code."] code: |v, _me| v.code;
        #[doc = "What it is."] lot_type: |v, _me| v.lot_type;
        #[doc = "Its state."] status: |v, _me| v.status;
        #[doc = "Its site."] site: |v, _me| v.site;
        #[doc = "The day it was made."] production_day: |v, _me| v.production_day;
        #[doc = "The whole of it."] weight_kg: |v, _me| v.weight_kg;
        #[doc = "What is left."] remaining_kg: |v, _me| v.remaining_kg;
        #[doc = "How far it is from the traced lot, by the shortest way."] distance: |v, _me| v.distance;
    }
    #[doc = "Kilograms used of a lot."] TransformInput(wms_core::event::TransformInput) "(*, lot_id, quantity_kg)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "What was used of it, losses included."] quantity_kg: |v, _me| v.quantity_kg;
    }
    #[doc = "Kilograms of an input that went into no child."] TransformLoss(wms_core::event::TransformLoss) "(*, lot_id, kind, quantity_kg)" {
        #[doc = "The input."] lot_id: |v, _me| v.lot_id;
        #[doc = "What became of them."] kind: |v, _me| v.kind;
        #[doc = "How many."] quantity_kg: |v, _me| v.quantity_kg;
    }
    #[doc = "The lots a transform made."] TransformOutcome(wms_core::command::TransformOutcome) "(*, outputs)" {
        #[doc = "In the order of the command."] outputs: |_v, me| crate::items::Within(me, |v| &v.outputs);
    }
    #[doc = "A lot made by a transform, with what it has of its parents."] TransformOutput(wms_core::event::TransformOutput) "(*, lot_id, species=None, sku=None)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "Its species: given, or inherited."] species: |v, _me| v.species;
        #[doc = "Its size: of its type, or of a pallet's contents."] sku: |v, _me| v.sku;
    }
    #[doc = "A flow version after a command."] VersionOutcome(wms_core::command::VersionOutcome) "(*, version_id, number, status, graph_sha256)" {
        #[doc = "The version."] version_id: |v, _me| v.version_id;
        #[doc = "Its number."] number: |v, _me| v.number;
        #[doc = "Its state."] status: |v, _me| v.status;
        #[doc = "The hash of its graph's text: the base of the next save."] graph_sha256: |v, _me| v.graph_sha256;
    }
    #[doc = "A flow version."] VersionView(wms_core::query::VersionView) "(*, id, flow_id, number, status, graph=None, graph_sha256, author, editors, created_at, recorded_at, submitted_at=None, decided_by=None, published_at=None, issues)" {
        #[doc = "Its id."] id: |v, _me| v.id;
        #[doc = "Its flow."] flow_id: |v, _me| v.flow_id;
        #[doc = "Its number."] number: |v, _me| v.number;
        #[doc = "Its state."] status: |v, _me| v.status;
        #[doc = "Its graph's JSON text, byte for byte as it was saved; a report leaves it out."] graph: |v, _me| v.graph;
        #[doc = "The hash of that text."] graph_sha256: |v, _me| v.graph_sha256;
        #[doc = "Who drafted it."] author: |v, _me| v.author;
        #[doc = "Who saved it since, each once."] editors: |v, _me| v.editors;
        #[doc = "When it was drafted."] created_at: |v, _me| v.created_at;
        #[doc = "When that was recorded."] recorded_at: |v, _me| v.recorded_at;
        #[doc = "When it was last submitted."] submitted_at: |v, _me| v.submitted_at;
        #[doc = "Who approved or rejected it last."] decided_by: |v, _me| v.decided_by;
        #[doc = "When it was approved."] published_at: |v, _me| v.published_at;
        #[doc = "What is wrong with its graph."] issues: |_v, me| crate::items::Within(me, |v| &v.issues);
    }
}
