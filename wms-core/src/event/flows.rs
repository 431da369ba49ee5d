//! Events of sites, the policy and flows.
use super::events;
use crate::{
    audit::Digest,
    ids::{FlowId, TenantId, VersionId},
    policy::PolicyChange,
    site::SiteCode,
    text::Text,
    time::{DayStart, TimeZone},
};

events! {
    /// A site was defined.
    SiteDefined {
        /// Its code.
        site: SiteCode,
        /// Its name.
        name: Text,
        /// Its time zone.
        time_zone: TimeZone,
        /// When its production day begins.
        day_starts_at: DayStart,
    }
    /// The plant's policy was changed.
    PolicyChanged {
        /// The tenant; nil in a plant without tenants.
        tenant_id: TenantId,
        /// What was given.
        policy: PolicyChange,
    }
    /// A flow was created.
    FlowCreated {
        /// The flow.
        flow_id: FlowId,
        /// Its name.
        name: Text,
        /// What it is for.
        description: Option<Box<str>>,
    }
    /// A version was drafted.
    VersionDrafted {
        /// The version.
        version_id: VersionId,
        /// Its flow.
        flow_id: FlowId,
        /// Its number.
        number: u32,
        /// The hash of its graph's text.
        graph_sha256: Digest,
        /// The version it was forked from.
        from_version_id: Option<VersionId>,
    }
    /// A draft's graph was saved.
    DraftSaved {
        /// The version.
        version_id: VersionId,
        /// The hash of its graph's text.
        graph_sha256: Digest,
    }
    /// A draft was submitted for approval.
    VersionSubmitted {
        /// The version.
        version_id: VersionId,
    }
    /// A version was approved and is in force.
    VersionPublished {
        /// The version.
        version_id: VersionId,
        /// Its flow.
        flow_id: FlowId,
    }
    /// A version went back to its author.
    VersionRejected {
        /// The version.
        version_id: VersionId,
        /// Why.
        reason: Box<str>,
    }
    /// A version is no longer in force.
    VersionDeprecated {
        /// The version.
        version_id: VersionId,
        /// Its flow.
        flow_id: FlowId,
        /// The version that took its place, if one did.
        replaced_by: Option<VersionId>,
    }
    /// A draft was removed.
    DraftDiscarded {
        /// The version.
        version_id: VersionId,
        /// Its flow.
        flow_id: FlowId,
    }
}
