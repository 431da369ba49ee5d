use crate::{
    ids::{
        BufferId, DeviationId, FlowId, InspectionId, LotId, ReadingId, RunId, TenantId, VersionId,
    },
    site::SiteCode,
    vocabulary::vocabulary,
};

vocabulary! {
    /// The kinds of things that have an audit stream.
    pub enum EntityType {
        /// A site.
        Site = "site", hu "telephely", en "site";
        /// The plant's policy.
        Policy = "policy", hu "szabályzat", en "policy";
        /// A flow.
        Flow = "flow", hu "folyamat", en "flow";
        /// A flow version.
        Version = "version", hu "folyamatverzió", en "version";
        /// A run.
        Run = "run", hu "gyártás", en "run";
        /// A lot.
        Lot = "lot", hu "tétel", en "lot";
        /// An inspection.
        Inspection = "inspection", hu "vizsgálat", en "inspection";
        /// A reading.
        Reading = "reading", hu "hőmérsékletmérés", en "reading";
        /// A deviation.
        Deviation = "deviation", hu "eltérés", en "deviation";
        /// A buffer.
        Buffer = "buffer", hu "puffer", en "buffer";
    }
}

/// One thing that has an audit stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntityRef {
    /// A site, by its code.
    Site(SiteCode),
    /// The policy, by the tenant.
    Policy(TenantId),
    /// A flow.
    Flow(FlowId),
    /// A flow version.
    Version(VersionId),
    /// A run.
    Run(RunId),
    /// A lot.
    Lot(LotId),
    /// An inspection.
    Inspection(InspectionId),
    /// A reading.
    Reading(ReadingId),
    /// A deviation.
    Deviation(DeviationId),
    /// A buffer.
    Buffer(BufferId),
}

impl EntityRef {
    /// What kind of thing it is.
    #[must_use]
    pub const fn entity_type(self) -> EntityType {
        match self {
            Self::Site(_) => EntityType::Site,
            Self::Policy(_) => EntityType::Policy,
            Self::Flow(_) => EntityType::Flow,
            Self::Version(_) => EntityType::Version,
            Self::Run(_) => EntityType::Run,
            Self::Lot(_) => EntityType::Lot,
            Self::Inspection(_) => EntityType::Inspection,
            Self::Reading(_) => EntityType::Reading,
            Self::Deviation(_) => EntityType::Deviation,
            Self::Buffer(_) => EntityType::Buffer,
        }
    }

    /// Its id as a text: a site's is its code.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Site(code) => code.to_string(),
            Self::Policy(id) => id.to_string(),
            Self::Flow(id) => id.to_string(),
            Self::Version(id) => id.to_string(),
            Self::Run(id) => id.to_string(),
            Self::Lot(id) => id.to_string(),
            Self::Inspection(id) => id.to_string(),
            Self::Reading(id) => id.to_string(),
            Self::Deviation(id) => id.to_string(),
            Self::Buffer(id) => id.to_string(),
        }
    }
}

impl core::fmt::Display for EntityRef {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} {}", self.entity_type(), self.id())
    }
}

/// The text is no entity: `lot`, a space and its id; `site`, a space and its code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a kind of entity, a space and its id")]
pub struct NotAnEntity(String);

/// Reads what [`Display`](core::fmt::Display) writes: a host that keeps the log elsewhere reads it back.
impl core::str::FromStr for EntityRef {
    type Err = NotAnEntity;

    fn from_str(text: &str) -> Result<Self, NotAnEntity> {
        Self::read(text).ok_or_else(|| NotAnEntity(text.chars().take(80).collect()))
    }
}

impl EntityRef {
    fn read(text: &str) -> Option<Self> {
        let (kind, id) = text.split_once(' ')?;
        Some(match kind.parse().ok()? {
            EntityType::Site => Self::Site(id.parse().ok()?),
            EntityType::Policy => Self::Policy(id.parse().ok()?),
            EntityType::Flow => Self::Flow(id.parse().ok()?),
            EntityType::Version => Self::Version(id.parse().ok()?),
            EntityType::Run => Self::Run(id.parse().ok()?),
            EntityType::Lot => Self::Lot(id.parse().ok()?),
            EntityType::Inspection => Self::Inspection(id.parse().ok()?),
            EntityType::Reading => Self::Reading(id.parse().ok()?),
            EntityType::Deviation => Self::Deviation(id.parse().ok()?),
            EntityType::Buffer => Self::Buffer(id.parse().ok()?),
        })
    }
}
