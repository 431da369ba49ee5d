//! Sites, the policy, flows.
use super::Apply;
use crate::{
    audit::Head,
    event::{
        DraftDiscarded, DraftSaved, FlowCreated, PolicyChanged, SiteDefined, VersionDeprecated,
        VersionDrafted, VersionPublished, VersionRejected, VersionSubmitted,
    },
    flow::{Flow, FlowVersion, VersionStatus},
    site::Site,
    world::Draft,
};

impl Apply for SiteDefined {
    fn apply(&self, plant: &mut Draft<'_>) {
        let defined = plant.stamp();
        plant.put_site(
            self.site,
            Site {
                code: self.site,
                name: self.name.clone(),
                time_zone: self.time_zone,
                day_starts_at: self.day_starts_at,
                defined,
                head: Head::default(),
            },
        );
    }
}

impl Apply for PolicyChanged {
    fn apply(&self, plant: &mut Draft<'_>) {
        plant.change_policy(|state| state.policy.change(&self.policy));
    }
}

impl Apply for FlowCreated {
    fn apply(&self, plant: &mut Draft<'_>) {
        let created = plant.stamp();
        plant.put_flow(
            self.flow_id,
            Flow {
                id: self.flow_id,
                name: self.name.clone(),
                description: self.description.clone(),
                last_number: 0,
                versions: Vec::new(),
                in_work: None,
                published: None,
                created,
                head: Head::default(),
            },
        );
    }
}

impl Apply for VersionDrafted {
    fn apply(&self, plant: &mut Draft<'_>) {
        let created = plant.stamp();
        plant.put_version(
            self.version_id,
            FlowVersion {
                id: self.version_id,
                flow_id: self.flow_id,
                number: self.number,
                status: VersionStatus::Draft,
                discarded: false,
                graph_sha256: self.graph_sha256,
                editors: Vec::new(),
                created,
                submitted_at: None,
                decided_by: None,
                published_at: None,
                head: Head::default(),
            },
        );
        plant.change_flow(self.flow_id, |flow| {
            flow.last_number = self.number;
            flow.versions.push(self.version_id);
            flow.in_work = Some(self.version_id);
        });
    }
}

impl Apply for DraftSaved {
    fn apply(&self, plant: &mut Draft<'_>) {
        let saver = plant.stamp().by;
        plant.change_version(self.version_id, |version| {
            version.graph_sha256 = self.graph_sha256;
            if !version.editors.contains(&saver) {
                version.editors.push(saver);
            }
        });
    }
}

impl Apply for VersionSubmitted {
    fn apply(&self, plant: &mut Draft<'_>) {
        let at = plant.stamp().at;
        plant.change_version(self.version_id, |version| {
            version.status = VersionStatus::Review;
            version.submitted_at = Some(at);
        });
    }
}

impl Apply for VersionPublished {
    fn apply(&self, plant: &mut Draft<'_>) {
        let stamp = plant.stamp();
        plant.change_version(self.version_id, |version| {
            version.status = VersionStatus::Published;
            version.decided_by = Some(stamp.by);
            version.published_at = Some(stamp.at);
        });
        plant.change_flow(self.flow_id, |flow| {
            flow.in_work = None;
            flow.published = Some(self.version_id);
        });
    }
}

impl Apply for VersionRejected {
    fn apply(&self, plant: &mut Draft<'_>) {
        let by = plant.stamp().by;
        plant.change_version(self.version_id, |version| {
            version.status = VersionStatus::Draft;
            version.decided_by = Some(by);
        });
    }
}

impl Apply for VersionDeprecated {
    fn apply(&self, plant: &mut Draft<'_>) {
        plant.change_version(self.version_id, |version| {
            version.status = VersionStatus::Deprecated;
        });
        plant.change_flow(self.flow_id, |flow| flow.published = None);
    }
}

impl Apply for DraftDiscarded {
    fn apply(&self, plant: &mut Draft<'_>) {
        plant.change_version(self.version_id, |version| version.discarded = true);
        plant.change_flow(self.flow_id, |flow| {
            flow.in_work = None;
            flow.versions.retain(|version| *version != self.version_id);
        });
    }
}
