//! The queries of wire.md: their names and fields.
use super::{
    LotName,
    page::{Cursor, Page, check_limit},
};
use crate::{
    amount::Kilograms,
    audit::EntityType,
    error::Rejection,
    event::EventType,
    genealogy::Direction,
    ids::{BufferId, DeviationId, FlowId, InspectionId, LotId, RunId, UserId, VersionId},
    lot::{LotStatus, LotType},
    run::{RunStatus, Step},
    site::SiteCode,
    time::{Day, Instant},
    vocabulary::vocabulary,
    wire::{FieldInfo, Fields, Place, record},
};

macro_rules! query_table {
    ($($(#[$doc:meta])* $name:ident = $text:literal $(, $pages:ident)?;)+) => {
        vocabulary! {
            /// The types of queries.
            pub enum QueryType { $($(#[$doc])* $name = $text;)+ }
        }

        /// A query of any type.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
        pub enum Query { $($(#[$doc])* $name($name)),+ }

        impl Query {
            /// Its type.
            #[must_use]
            pub const fn query_type(&self) -> QueryType {
                match self { $(Self::$name(_) => QueryType::$name),+ }
            }

            /// Reads a query from its JSON text.
            ///
            /// # Errors
            /// What of category `invalid` its shape breaks, with the path of the field.
            pub fn from_json(json: &str) -> Result<Self, Rejection> {
                let root = Place::ROOT;
                let mut fields = Fields::from_json(json, &root)?;
                let kind: String = fields.required("type")?;
                let kind: QueryType = kind.parse().map_err(|error| Rejection::input("type", error))?;
                let query = match kind {
                    $(QueryType::$name => Self::$name($name::take_from(&mut fields)?),)+
                };
                fields.finish()?;
                query.check_shape()?;
                Ok(query)
            }

            /// The query as JSON text.
            ///
            /// # Errors
            /// The query holds what has no canonical text; none of the library's does.
            pub fn to_text(&self) -> Result<String, crate::audit::NotCanonical> {
                match self { $(Self::$name(query) => crate::audit::tagged($text, 0, query)),+ }
            }

            /// Checks limits that a typed query was not read with.
            ///
            /// # Errors
            /// What of category `invalid` a field breaks.
            pub fn check_shape(&self) -> Result<(), Rejection> {
                match self { $(Self::$name(query) => query.check_fields(&Place::ROOT)),+ }?;
                self.check_between()
            }

            /// Answers in JSON from a plant in memory.
            ///
            /// # Errors
            /// As for [`Ask::answer`](crate::query::Ask::answer).
            pub fn answer_json(&self, plant: &crate::plant::Plant) -> Result<String, Rejection> {
                match self { $(Self::$name(query) => json(&plant.ask(query)?)),+ }
            }

            /// The same question, whatever part of its answer is wanted.
            pub(super) fn without_page(&self) -> Self {
                match self {
                    $(Self::$name(query) => {
                        #[allow(unused_mut, reason = "not every query has pages")]
                        let mut query = query.clone();
                        $(query.$pages();)?
                        Self::$name(query)
                    })+
                }
            }
        }

        impl QueryType {
            /// Its fields as wire.md names them.
            #[must_use]
            pub const fn fields(self) -> &'static [FieldInfo] {
                match self { $(Self::$name => $name::FIELDS),+ }
            }
        }

        $(
            impl From<$name> for Query {
                fn from(query: $name) -> Self {
                    Self::$name(query)
                }
            }
        )+
    };
}

/// Nothing that is answered fails to become JSON.
fn json(answer: &impl serde::Serialize) -> Result<String, Rejection> {
    serde_json::to_string(answer).map_err(|_| Rejection::Internal {})
}

query_table! {
    /// A site.
    GetSite = "get_site";
    /// The plant's policy.
    GetPolicy = "get_policy";
    /// Flows with their versions in work and in force.
    ListFlows = "list_flows";
    /// A flow version with its graph and issues.
    GetVersion = "get_version";
    /// The versions of a flow, newest first.
    ListVersions = "list_versions";
    /// A run.
    GetRun = "get_run";
    /// The 11 steps of a run.
    RunSteps = "run_steps";
    /// Kilograms, counts and yields of a run.
    RunSummary = "run_summary";
    /// The compliance report of a run.
    RunReport = "run_report";
    /// Runs, newest first.
    ListRuns = "list_runs", forget_page;
    /// A lot, by id or code.
    GetLot = "get_lot";
    /// Lots, newest first.
    ListLots = "list_lots", forget_page;
    /// Inspections, newest first.
    ListInspections = "list_inspections", forget_page;
    /// Readings, newest first.
    ListReadings = "list_readings", forget_page;
    /// Deviations, newest first.
    ListDeviations = "list_deviations", forget_page;
    /// Lots that wait for their inspection, newest first.
    PendingInspections = "pending_inspections", forget_page;
    /// An inspection.
    GetInspection = "get_inspection";
    /// A deviation with the lots it affects, as things are when asked.
    GetDeviation = "get_deviation";
    /// Buffers, by code.
    ListBuffers = "list_buffers";
    /// What lies in a buffer, oldest entry first.
    BufferContents = "buffer_contents";
    /// A buffer.
    BufferSummary = "buffer_summary";
    /// The buffers that hold lots of a run, by code.
    RunBuffers = "run_buffers";
    /// Stock moves, newest first.
    ListMoves = "list_moves", forget_page;
    /// A FEFO proposal.
    Pick = "pick";
    /// Where a lot came from and where it went.
    Trace = "trace";
    /// A lot, all that came of it, and who got it.
    Recall = "recall";
    /// Where the kilograms of a lot or a run are.
    MassBalance = "mass_balance";
    /// The audit log, newest first.
    AuditEvents = "audit_events", forget_page;
    /// Everything recorded, in order, for followers.
    Changes = "changes", forget_page;
    /// Verifies the audit log.
    VerifyAudit = "verify_audit";
}

macro_rules! queries_by_id {
    ($($(#[$doc:meta])* $name:ident by $field:ident: $type:ty;)+) => {$(
        record! {
            $(#[$doc])*
            pub struct $name {
                /// Which one.
                $field: $type,
            }
        }
    )+};
}

queries_by_id! {
    /// A site.
    GetSite by site: SiteCode;
    /// A flow version with its graph and issues.
    GetVersion by version_id: VersionId;
    /// The versions of a flow, newest first.
    ListVersions by flow_id: FlowId;
    /// A run.
    GetRun by run_id: RunId;
    /// The 11 steps of a run.
    RunSteps by run_id: RunId;
    /// Kilograms, counts and yields of a run.
    RunSummary by run_id: RunId;
    /// The compliance report of a run.
    RunReport by run_id: RunId;
    /// A lot, by id or code.
    GetLot by lot: LotName;
    /// An inspection.
    GetInspection by inspection_id: InspectionId;
    /// A deviation with the lots it affects, as things are when asked.
    GetDeviation by deviation_id: DeviationId;
    /// What lies in a buffer, oldest entry first.
    BufferContents by buffer_id: BufferId;
    /// A buffer.
    BufferSummary by buffer_id: BufferId;
    /// The buffers that hold lots of a run, by code.
    RunBuffers by run_id: RunId;
    /// A lot, all that came of it, and who got it.
    Recall by lot: LotName;
}

record! {
    /// The plant's policy.
    pub struct GetPolicy {}
}

record! {
    /// Flows with their versions in work and in force, newest first.
    pub struct ListFlows {}
}

record! {
    /// Runs, newest first.
    pub struct ListRuns {
        ; optional
        /// In this state.
        status (with_status): RunStatus,
        /// Of this site.
        site (with_site): SiteCode,
        /// Recorded at this time or later.
        from (with_from): Instant,
        /// Recorded before this time.
        to (with_to): Instant,
        /// Which part.
        page (with_page): Page,
    }
}

record! {
    /// Lots, newest first; voided ones are in no list.
    pub struct ListLots {
        ; optional
        /// Of this run.
        run_id (with_run_id): RunId,
        /// Of this type.
        lot_type (with_lot_type): LotType,
        /// In this state.
        status (with_status): LotStatus,
        /// Of this site.
        site (with_site): SiteCode,
        /// Made at this step.
        step (with_step): Step,
        /// Of this production day.
        day (with_day): Day,
        /// With this as part of the code, taken literally.
        text (with_text): String,
        /// Which part.
        page (with_page): Page,
    }
}

macro_rules! quality_lists {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident ($with:ident): $type:ty,)* })+) => {$(
        record! {
            $(#[$doc])*
            pub struct $name {
                ; optional
                /// About lots of this run.
                run_id (with_run_id): RunId,
                /// About this lot.
                lot_id (with_lot_id): LotId,
                /// About this buffer.
                buffer_id (with_buffer_id): BufferId,
                /// At this step: the inspection's, else the lot's own.
                step (with_step): Step,
                $($(#[$fdoc])* $field ($with): $type,)*
                /// Which part.
                page (with_page): Page,
            }
        }
    )+};
}

quality_lists! {
    /// Inspections, newest first.
    ListInspections {}
    /// Readings, newest first.
    ListReadings {}
    /// Deviations, newest first.
    ListDeviations {
        /// Whether they still wait for a corrective action.
        open (with_open): bool,
    }
    /// Lots that wait for their inspection, newest first.
    PendingInspections {}
}

record! {
    /// Buffers, by code.
    pub struct ListBuffers {
        ; optional
        /// Of this site.
        site (with_site): SiteCode,
    }
}

record! {
    /// Stock moves, newest first.
    pub struct ListMoves {
        ; optional
        /// Of this lot.
        lot_id (with_lot_id): LotId,
        /// Into or out of this buffer.
        buffer_id (with_buffer_id): BufferId,
        /// Of lots of this run.
        run_id (with_run_id): RunId,
        /// Which part.
        page (with_page): Page,
    }
}

record! {
    /// A FEFO proposal over RELEASED lots: earliest best-before first.
    pub struct Pick {
        /// Of this type.
        lot_type: LotType,
        /// Of this site.
        site: SiteCode,
        /// How many kilograms.
        quantity_kg: Kilograms,
        ; optional
        /// Only out of this buffer.
        buffer_id (with_buffer_id): BufferId,
    }
}

record! {
    /// Where a lot came from and where it went.
    pub struct Trace {
        /// The lot.
        lot: LotName,
        /// Which way.
        direction: Direction,
        ; optional
        /// How far; none: all the way. 0 is the lot alone.
        depth (with_depth): u32,
    }
}

record! {
    /// Where the kilograms of a lot or a run are.
    pub struct MassBalance {
        ; optional
        /// The lot.
        lot (with_lot): LotName,
        /// The run.
        run_id (with_run_id): RunId,
    }
}

record! {
    /// The audit log, newest first.
    pub struct AuditEvents {
        ; optional
        /// That changed an entity of this kind.
        entity_type (with_entity_type): EntityType,
        /// That changed the entity with this id.
        entity_id (with_entity_id): String,
        /// Of this type.
        event_type (with_event_type): EventType,
        /// By this user.
        user_id (with_user_id): UserId,
        /// Recorded at this time or later.
        from (with_from): Instant,
        /// Recorded before this time.
        to (with_to): Instant,
        /// Which part.
        page (with_page): Page,
    }
}

record! {
    /// Everything recorded, each event once, oldest first: for whoever follows the plant.
    pub struct Changes {
        ; optional
        /// Where to go on.
        after (with_after): Cursor,
        ; default
        /// How many, 1–1000.
        limit (with_limit): u16 = 100,
    }
}

record! {
    /// Verifies the audit log.
    pub struct VerifyAudit {
        ; optional
        /// A checkpoint that must be found in the history.
        checkpoint (with_checkpoint): String,
    }
}

macro_rules! paged {
    ($($name:ident),+) => {$(
        impl $name {
            fn forget_page(&mut self) {
                self.page = None;
            }
        }
    )+};
}
paged!(
    ListRuns,
    ListLots,
    ListInspections,
    ListReadings,
    ListDeviations,
    PendingInspections,
    ListMoves,
    AuditEvents
);

impl Changes {
    fn forget_page(&mut self) {
        *self = Self::new();
    }
}

impl Query {
    /// What holds between the fields of a query.
    fn check_between(&self) -> Result<(), Rejection> {
        match self {
            Self::Changes(query) => check_limit(query.limit, &Place::ROOT.field("limit")),
            Self::Pick(query) => crate::command::large(query.quantity_kg, "quantity_kg"),
            Self::MassBalance(query) if query.lot.is_some() == query.run_id.is_some() => {
                Err(Rejection::input("lot", "either a lot or a run is needed"))
            }
            _ => Ok(()),
        }
    }
}
