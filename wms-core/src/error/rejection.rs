use super::Category;
use crate::{
    actor::Role,
    amount::{Celsius, Kilograms},
    code::Prefix,
    flow::{Issue, VersionStatus},
    ids::{BufferId, CommandKey, DeviationId, LotId, RunId, VersionId},
    lot::{LotStatus, LotType},
    quality::ReadingKind,
    run::{RunStatus, Step},
    site::SiteCode,
    time::{Day, Instant},
};
use serde::Serialize;
use serde_json::{Map, Value};

/// A lot that stands in the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LotRef {
    /// Its id.
    pub id: LotId,
    /// Its code.
    pub code: Box<str>,
    /// Its state.
    pub status: LotStatus,
}

macro_rules! rejections {
    ($($(#[$doc:meta])* $variant:ident = $text:literal $category:ident {
        $($(#[$fdoc:meta])* $field:ident: $type:ty),* $(,)?
    })+) => {
        crate::vocabulary::vocabulary! {
            /// The stable codes of refusals (wire.md, *Errors*).
            pub enum Code { $($(#[$doc])* $variant = $text;)+ }
        }

        impl Code {
            /// The family the code belongs to.
            #[must_use]
            pub const fn category(self) -> Category {
                match self { $(Self::$variant => Category::$category),+ }
            }

            /// The names of the facts that come with it, as wire.md has them: what a host's catalogue may put
            /// into its sentence.
            #[must_use]
            pub const fn detail_names(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$(stringify!($field)),*]),+ }
            }
        }

        /// Why a command or a query was refused: a value with the facts behind it; nothing changed.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
        pub enum Rejection {
            $($(#[$doc])* $variant { $($(#[$fdoc])* $field: $type),* },)+
        }

        impl Rejection {
            /// The stable code.
            #[must_use]
            pub const fn code(&self) -> Code {
                match self { $(Self::$variant { .. } => Code::$variant),+ }
            }

            /// The facts, by the names of wire.md.
            #[must_use]
            pub fn details(&self) -> Map<String, Value> {
                match self {
                    $(Self::$variant { $($field),* } => [
                        $((stringify!($field).to_owned(), fact($field))),*
                    ].into_iter().collect::<Map<String, Value>>(),)+
                }
            }
        }
    };
}

/// Facts are texts, numbers, ids and lists of them: none of them fails to become JSON.
fn fact(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}

rejections! {
    /// The input has not the shape that wire.md gives it.
    InvalidInput = "INVALID_INPUT" Invalid {
        /// The path of the field.
        field: String,
        /// What would be accepted.
        why: String,
    }
    /// The envelope's form is newer than this library knows.
    UnsupportedVersion = "UNSUPPORTED_VERSION" Invalid {
        /// The path of the field.
        field: String,
        /// What would be accepted.
        why: String,
    }
    /// A code without the shape codes have.
    InvalidCode = "INVALID_CODE" Invalid {
        /// The path of the field.
        field: String,
        /// What was given.
        value: String,
        /// What would be accepted.
        why: String,
    }
    /// A text or number that is no weight, or none that is allowed here.
    InvalidWeight = "INVALID_WEIGHT" Invalid {
        /// The path of the field.
        field: String,
        /// What was given.
        value: String,
        /// What would be accepted.
        why: String,
    }
    /// A text or number that is no temperature.
    InvalidTemperature = "INVALID_TEMPERATURE" Invalid {
        /// The path of the field.
        field: String,
        /// What was given.
        value: String,
        /// What would be accepted.
        why: String,
    }
    /// A reason, resolution, action or notes below the plant's minimum.
    ReasonTooShort = "REASON_TOO_SHORT" Invalid {
        /// The path of the field.
        field: String,
        /// How many code points it has, trimmed.
        length: usize,
        /// How many it needs.
        min: u32,
    }
    /// A text beyond its limit.
    TextTooLong = "TEXT_TOO_LONG" Invalid {
        /// The path of the field.
        field: String,
        /// How many code points it has.
        length: usize,
        /// How many it may have.
        max: usize,
    }
    /// A graph that is not well-formed, or not fit to be submitted.
    InvalidGraph = "INVALID_GRAPH" Invalid {
        /// Every issue found.
        issues: Vec<Issue>,
    }
    /// A lot type of older systems: readable, never creatable.
    LegacyLotType = "LEGACY_LOT_TYPE" Invalid {
        /// The type.
        lot_type: LotType,
    }
    /// There is no such thing in this tenant.
    NotFound = "NOT_FOUND" NotFound {
        /// What was looked for.
        entity: &'static str,
        /// By which id or code.
        id: String,
    }
    /// The role has not the right.
    Forbidden = "FORBIDDEN" Forbidden {
        /// The command's type.
        action: &'static str,
        /// The role that asked.
        role: Role,
        /// The roles that may.
        allowed: Vec<Role>,
    }
    /// The state machine has no such step.
    InvalidTransition = "INVALID_TRANSITION" Conflict {
        /// What is in that state.
        entity: &'static str,
        /// Its id.
        id: String,
        /// The state.
        state: &'static str,
        /// The command's type.
        command: &'static str,
    }
    /// A new id that is taken.
    AlreadyExists = "ALREADY_EXISTS" Conflict {
        /// What has the id.
        entity: &'static str,
        /// The id.
        id: String,
    }
    /// The key belongs to another command, or another user's.
    IdempotencyKeyReused = "IDEMPOTENCY_KEY_REUSED" Conflict {
        /// The key.
        key: CommandKey,
    }
    /// A code that is taken.
    DuplicateCode = "DUPLICATE_CODE" Conflict {
        /// The code.
        code: Box<str>,
    }
    /// The flow has a version in work already.
    DraftExists = "DRAFT_EXISTS" Conflict {
        /// The version in the way.
        version_id: VersionId,
        /// Its state.
        status: VersionStatus,
    }
    /// Only a DRAFT's graph can be saved.
    FlowImmutable = "FLOW_IMMUTABLE" Conflict {
        /// The version.
        version_id: VersionId,
        /// Its state.
        status: VersionStatus,
    }
    /// Runs on the version have not ended.
    VersionInUse = "VERSION_IN_USE" Conflict {
        /// The version.
        version_id: VersionId,
        /// Its state.
        status: VersionStatus,
        /// Those runs, oldest first, at most 20.
        runs: Vec<RunId>,
    }
    /// The run is not at the step the caller saw.
    StaleStep = "STALE_STEP" Conflict {
        /// What the caller saw.
        expected: Step,
        /// What it is.
        actual: Step,
    }
    /// Somebody saved in between.
    StaleDraft = "STALE_DRAFT" Conflict {
        /// The hash the caller saw.
        expected: String,
        /// The hash of the graph stored.
        actual: String,
    }
    /// Goods come only into a run that is RUNNING.
    RunNotRunning = "RUN_NOT_RUNNING" Conflict {
        /// The run.
        run_id: RunId,
        /// Its state.
        status: RunStatus,
    }
    /// Author and editors do not approve their own work.
    SelfApproval = "SELF_APPROVAL" Rule {
        /// The version.
        version_id: VersionId,
        /// Its state.
        status: VersionStatus,
    }
    /// Runs are made on published versions.
    FlowNotPublished = "FLOW_NOT_PUBLISHED" Rule {
        /// The version.
        version_id: VersionId,
        /// Its state.
        status: VersionStatus,
    }
    /// There is no step before 0.
    RunAtFirstStep = "RUN_AT_FIRST_STEP" Rule {
        /// The run.
        run_id: RunId,
        /// Where it is.
        step: Step,
    }
    /// There is no step after 10.
    RunAtFinalStep = "RUN_AT_FINAL_STEP" Rule {
        /// The run.
        run_id: RunId,
        /// Where it is.
        step: Step,
    }
    /// A run is completed at step 10.
    RunNotAtFinalStep = "RUN_NOT_AT_FINAL_STEP" Rule {
        /// The run.
        run_id: RunId,
        /// Where it is.
        step: Step,
    }
    /// A step that made lots is not rolled back.
    StepHasLots = "STEP_HAS_LOTS" Rule {
        /// Those in the way, in code order, at most 20.
        lots: Vec<LotRef>,
        /// How many there are.
        count: usize,
    }
    /// Lots in HOLD stop the run.
    LotsOnHold = "LOTS_ON_HOLD" Rule {
        /// Those in the way, in code order, at most 20.
        lots: Vec<LotRef>,
        /// How many there are.
        count: usize,
    }
    /// Lots that wait for their inspection stop the run.
    QcPending = "QC_PENDING" Rule {
        /// Those in the way, in code order, at most 20.
        lots: Vec<LotRef>,
        /// How many there are.
        count: usize,
    }
    /// Only RELEASED lots are used.
    LotNotReleased = "LOT_NOT_RELEASED" Rule {
        /// Those in the way, in code order, at most 20.
        lots: Vec<LotRef>,
        /// How many there are.
        count: usize,
    }
    /// A lot is finished after all that came of it.
    ChildrenOpen = "CHILDREN_OPEN" Rule {
        /// Those in the way, in code order, at most 20.
        lots: Vec<LotRef>,
        /// How many there are.
        count: usize,
    }
    /// A corrective action is missing.
    DeviationOpen = "DEVIATION_OPEN" Rule {
        /// The deviations that wait for one.
        deviations: Vec<DeviationId>,
    }
    /// A lot in a buffer is not voided.
    LotInBuffer = "LOT_IN_BUFFER" Rule {
        /// The buffers it lies in.
        buffers: Vec<BufferId>,
    }
    /// The device's leased block of codes is used up.
    CodesExhausted = "CODES_EXHAUSTED" Rule {
        /// The prefix of the codes.
        prefix: Prefix,
        /// Their site.
        site: SiteCode,
        /// Their day.
        day: Day,
    }
    /// The command names what a rejected one would have made or changed.
    DependsOnRejected = "DEPENDS_ON_REJECTED" Rule {
        /// The key of the rejected command.
        key: CommandKey,
    }
    /// The run ended too recently to be put away.
    RetentionNotElapsed = "RETENTION_NOT_ELAPSED" Rule {
        /// From when it may be.
        until: Instant,
    }
    /// Things of two sites do not meet.
    SiteMismatch = "SITE_MISMATCH" Rule {
        /// The site that was needed.
        expected: SiteCode,
        /// The site that was found.
        actual: SiteCode,
    }
    /// The lot's step is ahead of the run's, or outputs belong to several steps.
    WrongStep = "WRONG_STEP" Rule {
        /// The type of the lot.
        lot_type: LotType,
        /// Its step.
        step: Step,
        /// Where the run is.
        run_step: Step,
    }
    /// Lots of this type come out of a transform.
    ParentsRequired = "PARENTS_REQUIRED" Rule {
        /// The type.
        lot_type: LotType,
    }
    /// The parent table has no such pair.
    IllegalParentType = "ILLEGAL_PARENT_TYPE" Rule {
        /// The child's type.
        child: LotType,
        /// The parent's type.
        parent: LotType,
        /// The types the child may come from.
        allowed: Vec<LotType>,
    }
    /// Two sizes where one is allowed.
    SkuMixed = "SKU_MIXED" Rule {
        /// The sizes found.
        found: Vec<&'static str>,
    }
    /// Two species where one is allowed.
    SpeciesMixed = "SPECIES_MIXED" Rule {
        /// The species found.
        found: Vec<&'static str>,
    }
    /// A mix is used on its day.
    MixNotSameDay = "MIX_NOT_SAME_DAY" Rule {
        /// The mix.
        lot_id: LotId,
        /// Its production day.
        day: Day,
        /// The child's.
        required_day: Day,
    }
    /// The parent is too old, or younger than the child.
    BacklogNotAllowed = "BACKLOG_NOT_ALLOWED" Rule {
        /// The parent.
        lot_id: LotId,
        /// The child's day less the parent's.
        age_days: i64,
        /// How old it may be; none: any age.
        max_age_days: Option<u32>,
    }
    /// Past its best-before.
    LotExpired = "LOT_EXPIRED" Rule {
        /// The lot.
        lot_id: LotId,
        /// Its last day.
        best_before: Day,
    }
    /// Less is there than was asked for.
    InsufficientQuantity = "INSUFFICIENT_QUANTITY" Rule {
        /// The lot.
        lot_id: LotId,
        /// Where it was looked for; none: everywhere.
        buffer_id: Option<BufferId>,
        /// What is there.
        available_kg: Kilograms,
        /// What was asked for.
        requested_kg: Kilograms,
    }
    /// More lost than used.
    LossExceedsInput = "LOSS_EXCEEDS_INPUT" Rule {
        /// The input.
        lot_id: LotId,
        /// What was used of it.
        input_kg: Kilograms,
        /// What was lost of that.
        loss_kg: Kilograms,
    }
    /// More came out than the inputs can explain.
    MassBalance = "MASS_BALANCE" Rule {
        /// What went in, less losses.
        inputs_kg: Kilograms,
        /// What came out.
        outputs_kg: Kilograms,
        /// What could have come out, rounded down to the gram.
        limit_kg: Kilograms,
    }
    /// The allocation does not add up.
    AllocationMismatch = "ALLOCATION_MISMATCH" Rule {
        /// The input, or the output without a parent.
        lot_id: LotId,
        /// What the parts should sum up to.
        expected_kg: Kilograms,
        /// What they do.
        actual_kg: Kilograms,
    }
    /// The code says something else than the thing it stands on.
    CodeMismatch = "CODE_MISMATCH" Rule {
        /// The code.
        code: Box<str>,
        /// The first part that differs.
        field: &'static str,
        /// What it should say.
        expected: String,
    }
    /// An imported link would close a circle.
    GenealogyCycle = "GENEALOGY_CYCLE" Rule {
        /// The lots on it.
        lots: Vec<LotId>,
    }
    /// Required checklist items were not answered ok.
    ChecklistIncomplete = "CHECKLIST_INCOMPLETE" Rule {
        /// Those items.
        items: Vec<Box<str>>,
    }
    /// A critical limit without a reading.
    CcpReadingMissing = "CCP_READING_MISSING" Rule {
        /// The lot.
        lot_id: LotId,
        /// The step.
        step: Step,
        /// The gate's number.
        gate: Box<str>,
        /// The kind of reading that is missing.
        kind: ReadingKind,
    }
    /// A reading outside a critical limit.
    CcpLimitExceeded = "CCP_LIMIT_EXCEEDED" Rule {
        /// The lot.
        lot_id: LotId,
        /// The kind of reading.
        kind: ReadingKind,
        /// What it showed.
        temperature_c: Celsius,
        /// The lower end of the limit.
        min_c: Option<Celsius>,
        /// The upper end of the limit.
        max_c: Option<Celsius>,
    }
    /// Lots of this type do not leave to a consignee.
    WrongLotType = "WRONG_LOT_TYPE" Rule {
        /// The type.
        lot_type: LotType,
        /// The types that do.
        allowed: Vec<LotType>,
    }
    /// Nothing enters an inactive buffer.
    BufferInactive = "BUFFER_INACTIVE" Rule {
        /// The buffer.
        buffer_id: BufferId,
    }
    /// Nothing enters or leaves a buffer on hold.
    BufferOnHold = "BUFFER_ON_HOLD" Rule {
        /// The buffer.
        buffer_id: BufferId,
    }
    /// The buffer does not accept such lots.
    BufferTypeNotAllowed = "BUFFER_TYPE_NOT_ALLOWED" Rule {
        /// The buffer.
        buffer_id: BufferId,
        /// The lot's type.
        lot_type: LotType,
        /// The types it accepts.
        accepts: Vec<LotType>,
    }
    /// More received than is at the line.
    OverReceived = "OVER_RECEIVED" Rule {
        /// The lot.
        lot_id: LotId,
        /// What is at the line.
        line_kg: Kilograms,
        /// What was to be received.
        requested_kg: Kilograms,
    }
    /// Past a hard capacity.
    BufferFull = "BUFFER_FULL" Rule {
        /// The buffer.
        buffer_id: BufferId,
        /// What it may hold.
        capacity_kg: Kilograms,
        /// What it would hold.
        would_hold_kg: Kilograms,
    }
    /// The store cannot be reached.
    StoreUnavailable = "STORE_UNAVAILABLE" Unavailable {}
    /// The store is too busy.
    StoreBusy = "STORE_BUSY" Unavailable {}
    /// A row of the store cannot be read.
    StoreCorrupt = "STORE_CORRUPT" Internal {
        /// Its table.
        table: String,
        /// Its id.
        id: String,
    }
    /// A defect in the library.
    Internal = "INTERNAL" Internal {}
}

impl Rejection {
    /// The family of the code.
    #[must_use]
    pub const fn category(&self) -> Category {
        self.code().category()
    }

    /// Whether the same command may succeed when sent again.
    #[must_use]
    pub const fn is_retryable(&self) -> bool {
        matches!(self.category(), Category::Unavailable)
    }

    pub(crate) fn input(field: impl ToString, why: impl ToString) -> Self {
        Self::InvalidInput {
            field: field.to_string(),
            why: why.to_string(),
        }
    }

    pub(crate) fn not_found(entity: &'static str, id: impl ToString) -> Self {
        Self::NotFound {
            entity,
            id: id.to_string(),
        }
    }

    pub(crate) fn already_exists(entity: &'static str, id: impl ToString) -> Self {
        Self::AlreadyExists {
            entity,
            id: id.to_string(),
        }
    }
}

impl std::error::Error for Rejection {}

impl core::fmt::Display for Rejection {
    /// The English message.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.message(crate::vocabulary::Language::En))
    }
}
