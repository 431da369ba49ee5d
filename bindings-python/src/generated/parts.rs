// Written from the core's declarations: cargo xtask generate
crate::class::parts! {
    #[doc = "Who acts. The host authenticates; the library authorizes."] Actor(wms_core::actor::Actor) "(*, user_id, role, device_id=None)" {
        #[doc = "The user, as the host authenticated it."] user_id: |v, _me| v.user_id;
        #[doc = "The user's role."] role: |v, _me| v.role;
        #[doc = "The device it came from."] device_id: |v, _me| v.device_id;
    }
    #[doc = "Weighed kilograms of an input in an output."] Allocated(wms_core::command::Allocated) "(*, input, output, quantity_kg)" {
        #[doc = "The input."] input: |v, _me| v.input;
        #[doc = "The output."] output: |v, _me| v.output;
        #[doc = "How many."] quantity_kg: |v, _me| v.quantity_kg;
    }
    #[doc = "Kilograms used of a lot, losses included."] Input(wms_core::command::Input) "(*, lot_id, quantity_kg)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "How many."] quantity_kg: |v, _me| v.quantity_kg;
    }
    #[doc = "Kilograms of an input that go into no output."] Loss(wms_core::command::Loss) "(*, lot_id, kind, quantity_kg)" {
        #[doc = "The input."] lot_id: |v, _me| v.lot_id;
        #[doc = "What becomes of them."] kind: |v, _me| v.kind;
        #[doc = "How many."] quantity_kg: |v, _me| v.quantity_kg;
    }
    #[doc = "An answer to a checklist item."] NewAnswer(wms_core::command::NewAnswer) "(*, item, ok, remark=None)" {
        #[doc = "The item's id."] item: |v, _me| v.item;
        #[doc = "Whether it is in order."] ok: |v, _me| v.ok;
        #[doc = "A remark."] remark: |v, _me| v.remark;
    }
    #[doc = "Who gets goods."] NewConsignee(wms_core::command::NewConsignee) "(*, name, address=None, order_no=None)" {
        #[doc = "Their name."] name: |v, _me| v.name;
        #[doc = "Where."] address: |v, _me| v.address;
        #[doc = "The order they are for."] order_no: |v, _me| v.order_no;
    }
    #[doc = "A reading taken with an inspection."] NewReading(wms_core::command::NewReading) "(*, reading_id, kind, temperature_c, taken_at=None, instrument=None)" {
        #[doc = "The reading's new id."] reading_id: |v, _me| v.reading_id;
        #[doc = "Where the probe was."] kind: |v, _me| v.kind;
        #[doc = "What it showed."] temperature_c: |v, _me| v.temperature_c;
        #[doc = "When it was taken; none: the time of the act."] taken_at: |v, _me| v.taken_at;
        #[doc = "The instrument."] instrument: |v, _me| v.instrument;
    }
    #[doc = "A signature under an inspection."] NewSignature(wms_core::command::NewSignature) "(*, printed_name, meaning, signature=None)" {
        #[doc = "The signer's name in print."] printed_name: |v, _me| v.printed_name;
        #[doc = "What the signature stands for."] meaning: |v, _me| v.meaning;
        #[doc = "The strokes or the certificate, at most 64 KiB."] signature: |v, _me| v.signature;
    }
    #[doc = "Who delivered a lot."] NewSupplier(wms_core::command::NewSupplier) "(*, name, lot_code=None, establishment_no=None)" {
        #[doc = "The supplier's name."] name: |v, _me| v.name;
        #[doc = "The supplier's own code of the lot."] lot_code: |v, _me| v.lot_code;
        #[doc = "The approval number of the establishment."] establishment_no: |v, _me| v.establishment_no;
    }
    #[doc = "A lot to be made: new, or CREATED before."] Output(wms_core::command::Output) "(*, lot_id, lot_type=None, weight_kg=None, code=None, production_day=None, storage=None, species=None, pieces=None, supplier=None, temperature_c=None, best_before=None, metadata=None)" {
        #[doc = "The lot."] lot_id: |v, _me| v.lot_id;
        #[doc = "What it is."] lot_type: |v, _me| v.new.as_ref().map(|v| &v.lot_type);
        #[doc = "The whole of it, up to 10 000 kg (SHIP 40 000)."] weight_kg: |v, _me| v.new.as_ref().map(|v| &v.weight_kg);
        #[doc = "Its code; none: the next of its type, day and site."] code: |v, _me| v.new.as_ref().and_then(|v| v.code.as_ref());
        #[doc = "The day it was made; none: the production day of the act."] production_day: |v, _me| v.new.as_ref().and_then(|v| v.production_day.as_ref());
        #[doc = "How it is kept; only RAW may say so."] storage: |v, _me| v.new.as_ref().and_then(|v| v.storage.as_ref());
        #[doc = "The animal it comes from."] species: |v, _me| v.new.as_ref().and_then(|v| v.species.as_ref());
        #[doc = "How many pieces it counts."] pieces: |v, _me| v.new.as_ref().and_then(|v| v.pieces.as_ref());
        #[doc = "Who delivered it."] supplier: |v, _me| v.new.as_ref().and_then(|v| v.supplier.as_ref());
        #[doc = "The temperature on the delivery's note; never judged."] temperature_c: |v, _me| v.new.as_ref().and_then(|v| v.temperature_c.as_ref());
        #[doc = "The last day it may be used."] best_before: |v, _me| v.new.as_ref().and_then(|v| v.best_before.as_ref());
        #[doc = "The host's own facts: a JSON object up to 16 KiB."] metadata: |v, _me| v.new.as_ref().and_then(|v| v.metadata.as_ref());
    }
    #[doc = "Which part of a list is wanted."] PageRequest(wms_core::query::Page) "(*, after=None, limit=None)" {
        #[doc = "Where the page before ended."] after: |v, _me| v.after;
        #[doc = "How many items, 1–1000."] limit: |v, _me| v.limit;
    }
    #[doc = "Any part of the policy: what is given replaces, the rest stays."] PolicyChange(wms_core::policy::PolicyChange) "(*, four_eyes=None, strict_canonical=None, code_style=None, max_age_days=None, max_gain=None, min_yield=None, species_segregation=None, refuse_expired=None, require_corrective_action=None, hold_descendants=None, buffer_sku_lock=None, hard_capacity=None, retention_days=None, max_backdate_hours=None, min_reason_chars=None)" {
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
}
