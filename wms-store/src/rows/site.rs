use super::{Of, Stamped, big, doc, hash, id};
use crate::{
    error::Error,
    schema::{PolicyRow, SequenceRow, SiteRow},
};
use wms_core::{ids::TenantId, policy::PolicyState, site::Site, world::Sequence};

impl PolicyRow {
    pub(crate) fn of(tenant: TenantId, state: &PolicyState) -> Self {
        Self {
            tenant_id: id(tenant),
            policy: doc::write(&state.policy),
            head_version: big(state.head.version),
            head_hash: hash(&state.head.hash),
        }
    }

    pub(crate) fn into_policy(self) -> Result<PolicyState, Error> {
        let of = Of::new("policies", &self.tenant_id.0);
        Ok(PolicyState {
            policy: of.doc(&self.policy)?,
            head: of.head(self.head_version, &self.head_hash)?,
        })
    }
}

impl SiteRow {
    pub(crate) fn of(tenant: TenantId, site: &Site, place: i64) -> Self {
        let Stamped {
            created_at,
            recorded_at,
            created_by,
        } = site.defined.into();
        Self {
            tenant_id: id(tenant),
            code: site.code.to_string(),
            place,
            name: doc::write(&site.name),
            time_zone: site.time_zone.to_string(),
            day_starts_at: site.day_starts_at.to_string(),
            created_at,
            recorded_at,
            created_by,
            head_version: big(site.head.version),
            head_hash: hash(&site.head.hash),
        }
    }

    pub(crate) fn into_site(self) -> Result<Site, Error> {
        let of = Of::new("sites", &self.code);
        Ok(Site {
            code: of.text(&self.code)?,
            name: of.doc(&self.name)?,
            time_zone: of.text(&self.time_zone)?,
            day_starts_at: of.text(&self.day_starts_at)?,
            defined: of.stamp(self.created_at, self.recorded_at, self.created_by)?,
            head: of.head(self.head_version, &self.head_hash)?,
        })
    }
}

impl SequenceRow {
    pub(crate) fn of(tenant: TenantId, sequence: Sequence, last: u64) -> Self {
        Self {
            tenant_id: id(tenant),
            prefix: sequence.prefix.as_str().to_owned(),
            day: super::date(sequence.day),
            site: sequence.site.to_string(),
            last_number: big(last),
        }
    }
}
