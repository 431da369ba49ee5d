//! The tables, once for both databases: diesel's description of each, and the row that is read and written.
//!
//! `migrations/` creates them; a test compares the two.
use crate::{row::row, sql::Column};

macro_rules! tables {
    ($($(#[$doc:meta])* $row:ident = $table:ident ($($key:ident),+ $(; by $version:ident)?) {
        $($field:ident: $sql:ident $(<$inner:ident>)?,)+
    })+) => {$(
        diesel::table! {
            use diesel::sql_types::*;
            use crate::sql::{Day, Id, Instant};
            $(#[$doc])*
            $table ($($key),+) { $($field -> $sql $(<$inner>)?,)+ }
        }
        row! {
            $(#[$doc])*
            $row = $table ($($key),+ $(; by $version)?) { $($field: $sql $(<$inner>)?,)+ }
        }
    )+};
}

tables! {
    /// The policy of each tenant that set one.
    PolicyRow = policies (tenant_id; by head_version) {
        tenant_id: Id,
        policy: Text,
        head_version: BigInt,
        head_hash: Binary,
    }
    /// Plants.
    SiteRow = sites (tenant_id, code; by head_version) {
        tenant_id: Id,
        code: Text,
        place: BigInt,
        name: Text,
        time_zone: Text,
        day_starts_at: Text,
        created_at: Instant,
        recorded_at: Instant,
        created_by: Id,
        head_version: BigInt,
        head_hash: Binary,
    }
    /// Process definitions.
    FlowRow = flows (tenant_id, id; by head_version) {
        tenant_id: Id,
        id: Id,
        place: BigInt,
        name: Text,
        description: Nullable<Text>,
        last_number: Integer,
        in_work: Nullable<Id>,
        published: Nullable<Id>,
        created_at: Instant,
        recorded_at: Instant,
        created_by: Id,
        head_version: BigInt,
        head_hash: Binary,
    }
    /// Graphs under the hash of their text: never changed.
    GraphRow = graphs (tenant_id, sha256) {
        tenant_id: Id,
        sha256: Binary,
        graph: Text,
    }
    /// Numbered snapshots of flows.
    VersionRow = flow_versions (tenant_id, id; by head_version) {
        tenant_id: Id,
        id: Id,
        place: BigInt,
        flow_id: Id,
        number: Integer,
        status: Text,
        discarded: Bool,
        graph_sha256: Binary,
        editors: Text,
        created_at: Instant,
        recorded_at: Instant,
        created_by: Id,
        submitted_at: Nullable<Instant>,
        decided_by: Nullable<Id>,
        published_at: Nullable<Instant>,
        head_version: BigInt,
        head_hash: Binary,
    }
    /// Executions of versions.
    RunRow = runs (tenant_id, id; by head_version) {
        tenant_id: Id,
        id: Id,
        place: BigInt,
        code: Text,
        stray_code: Bool,
        flow_id: Id,
        version_id: Id,
        site: Text,
        status: Text,
        step: SmallInt,
        daily_target: Nullable<BigInt>,
        steps: Text,
        created_at: Instant,
        recorded_at: Instant,
        created_by: Id,
        started_at: Nullable<Instant>,
        ended_at: Nullable<Instant>,
        archived_at: Nullable<Instant>,
        head_version: BigInt,
        head_hash: Binary,
    }
    /// The last number given out of each code sequence.
    SequenceRow = code_sequences (tenant_id, prefix, day, site; by last_number) {
        tenant_id: Id,
        prefix: Text,
        day: Day,
        site: Text,
        last_number: BigInt,
    }
    /// Quantities of one material.
    LotRow = lots (tenant_id, id; by head_version) {
        tenant_id: Id,
        id: Id,
        place: BigInt,
        code: Text,
        stray_code: Bool,
        lot_type: Text,
        step: SmallInt,
        storage: Text,
        species: Nullable<Text>,
        sku: Nullable<Text>,
        site: Text,
        status: Text,
        voided: Bool,
        was_released: Bool,
        run_id: Nullable<Id>,
        run_place: Nullable<BigInt>,
        weight: BigInt,
        used: BigInt,
        dispatched: BigInt,
        lost: BigInt,
        pieces: Nullable<BigInt>,
        production_day: Day,
        best_before: Nullable<Day>,
        details: Text,
        created_at: Instant,
        recorded_at: Instant,
        created_by: Id,
        registered_at: Nullable<Instant>,
        quarantined_at: Nullable<Instant>,
        head_version: BigInt,
        head_hash: Binary,
    }
    /// Why lots are or were stopped.
    HoldRow = lot_holds (tenant_id, lot_id, id) {
        tenant_id: Id,
        lot_id: Id,
        id: Id,
        number: Integer,
        cause: Text,
        cause_id: Id,
        reason: Nullable<Text>,
        deviation_id: Nullable<Id>,
        opened_at: Instant,
        opened_by: Id,
        released_at: Nullable<Instant>,
        released_by: Nullable<Id>,
        resolution: Nullable<Text>,
    }
    /// Where lots lie; what has left a buffer stays as 0 g.
    PositionRow = lot_positions (tenant_id, lot_id, buffer_id) {
        tenant_id: Id,
        lot_id: Id,
        buffer_id: Id,
        number: Integer,
        quantity: BigInt,
        entered_at: Instant,
        entry: BigInt,
    }
    /// Parent → child, with the kilograms of the parent in the child.
    LinkRow = genealogy_links (tenant_id, parent_id, child_id) {
        tenant_id: Id,
        parent_id: Id,
        child_id: Id,
        quantity: BigInt,
        method: Text,
    }
    /// Storage places.
    BufferRow = buffers (tenant_id, id; by head_version) {
        tenant_id: Id,
        id: Id,
        place: BigInt,
        code: Text,
        buffer_type: Text,
        site: Text,
        accepts: Text,
        capacity: BigInt,
        temp_min: Nullable<SmallInt>,
        temp_max: SmallInt,
        active: Bool,
        hold_reading_id: Nullable<Id>,
        hold_deviation_id: Nullable<Id>,
        hold_at: Nullable<Instant>,
        hold_by: Nullable<Id>,
        unsized_lots: BigInt,
        unsized_quantity: BigInt,
        kg15_lots: BigInt,
        kg15_quantity: BigInt,
        kg30_lots: BigInt,
        kg30_quantity: BigInt,
        created_at: Instant,
        recorded_at: Instant,
        created_by: Id,
        head_version: BigInt,
        head_hash: Binary,
    }
    /// Kilograms that entered or left buffers.
    MoveRow = stock_moves (tenant_id, id) {
        tenant_id: Id,
        id: Id,
        place: BigInt,
        kind: Text,
        lot_id: Id,
        from_buffer_id: Nullable<Id>,
        to_buffer_id: Nullable<Id>,
        quantity: BigInt,
        consignee: Nullable<Text>,
        cause: Nullable<Id>,
        created_at: Instant,
        recorded_at: Instant,
        created_by: Id,
    }
    /// Kilograms that left to consignees.
    DispatchRow = dispatches (tenant_id, lot_id, place) {
        tenant_id: Id,
        lot_id: Id,
        place: BigInt,
        quantity: BigInt,
        consignee: Text,
        vehicle: Nullable<Text>,
        created_at: Instant,
        recorded_at: Instant,
        created_by: Id,
    }
    /// QC decisions.
    InspectionRow = inspections (tenant_id, id) {
        tenant_id: Id,
        id: Id,
        place: BigInt,
        lot_id: Id,
        run_id: Nullable<Id>,
        step: SmallInt,
        gates: Text,
        inspection_type: Text,
        decision: Text,
        notes: Nullable<Text>,
        checklist: Text,
        readings: Text,
        signature: Nullable<Text>,
        created_at: Instant,
        recorded_at: Instant,
        created_by: Id,
        head_version: BigInt,
        head_hash: Binary,
    }
    /// Temperatures measured.
    ReadingRow = readings (tenant_id, id) {
        tenant_id: Id,
        id: Id,
        place: BigInt,
        lot_id: Nullable<Id>,
        buffer_id: Nullable<Id>,
        kind: Text,
        temperature: SmallInt,
        limit_min: Nullable<SmallInt>,
        limit_max: Nullable<SmallInt>,
        violation: Bool,
        deviation_id: Nullable<Id>,
        badge: Nullable<Text>,
        taken_at: Instant,
        instrument: Nullable<Text>,
        created_at: Instant,
        recorded_at: Instant,
        created_by: Id,
        head_version: BigInt,
        head_hash: Binary,
    }
    /// What was not as it should be.
    DeviationRow = deviations (tenant_id, id; by head_version) {
        tenant_id: Id,
        id: Id,
        place: BigInt,
        cause: Text,
        kind: Nullable<Text>,
        lot_id: Nullable<Id>,
        buffer_id: Nullable<Id>,
        created_at: Instant,
        recorded_at: Instant,
        created_by: Id,
        closed_at: Nullable<Instant>,
        actions: Text,
        head_version: BigInt,
        head_hash: Binary,
    }
    /// Applied commands: the keys that are claimed for ever.
    CommandRow = commands (tenant_id, key) {
        tenant_id: Id,
        key: Id,
        number: BigInt,
        user_id: Id,
        role: Text,
        device_id: Nullable<Id>,
        digest: Binary,
        acted_at: Instant,
        recorded_at: Instant,
        warnings: Text,
    }
    /// What happened, as the text that is hashed.
    EventRow = audit_events (tenant_id, key, number) {
        tenant_id: Id,
        key: Id,
        number: Integer,
        event_type: Text,
        event: Text,
    }
    /// That an event changed an entity: a link of its stream.
    ChainRow = audit_chain (tenant_id, entity_type, entity_id, version) {
        tenant_id: Id,
        entity_type: Text,
        entity_id: Id,
        version: BigInt,
        hash: Binary,
        key: Id,
        number: Integer,
        place: Integer,
    }
}

/// What the database itself writes beside an event.
pub(crate) mod log {
    diesel::table! {
        use diesel::sql_types::*;
        use crate::sql::Id;
        /// The events with their place in the log, and the transaction that wrote them.
        audit_events (tenant_id, key, number) {
            tenant_id -> Id,
            key -> Id,
            number -> Integer,
            event_type -> Text,
            event -> Text,
            sequence -> BigInt,
            written_by -> BigInt,
        }
    }

    use super::{audit_chain, commands};
    diesel::allow_tables_to_appear_in_same_query!(audit_events, commands);
    diesel::allow_tables_to_appear_in_same_query!(audit_events, audit_chain);
}

diesel::allow_tables_to_appear_in_same_query!(
    audit_chain,
    buffers,
    commands,
    deviations,
    flow_versions,
    flows,
    genealogy_links,
    inspections,
    lot_holds,
    lot_positions,
    lots,
    readings,
    runs,
    sites,
    stock_moves,
    audit_events,
);
