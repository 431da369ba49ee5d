//! Flows and their versions (rule book, section 4).
use super::{
    CommandType, Decide, GraphText, VersionOutcome,
    act::{outcome_by, shaped},
};
use crate::{
    actor::Role,
    error::Rejection,
    event::{
        DraftDiscarded, DraftSaved, FlowCreated, VersionDeprecated, VersionDrafted,
        VersionPublished, VersionRejected, VersionSubmitted,
    },
    flow::{FlowGraph, FlowVersion, VersionTransition},
    ids::{FlowId, VersionId},
    text::{Reason, Text},
    wire::record,
    world::{Claim, Draft, Key, Stop, ensure},
};
use std::sync::Arc;

fn guard(
    version: &FlowVersion,
    transition: VersionTransition,
    command: CommandType,
) -> Result<(), Rejection> {
    ensure!(
        version.status.allows(transition),
        Rejection::InvalidTransition {
            entity: "version",
            id: version.id.to_string(),
            state: version.status.as_str(),
            command: command.as_str(),
        }
    );
    Ok(())
}

outcome_by!(
    VersionOutcome by version_id: CreateFlow, SaveDraft, ForkVersion, SubmitVersion,
    ApproveVersion, RejectVersion, DeprecateVersion, DiscardDraft
);

record! {
    /// Creates a flow with its first draft.
    pub struct CreateFlow {
        /// The flow's new id.
        flow_id: FlowId,
        /// Its first version's new id.
        version_id: VersionId,
        /// Its name.
        name: Text,
        ; optional
        /// What it is for.
        description (with_description): String,
        /// The draft's graph; none: an empty one.
        graph (with_graph): GraphText,
    }
}

impl Decide for CreateFlow {
    shaped!();

    fn footprint(&self) -> Vec<Claim> {
        vec![
            Claim::change(Key::Flow(self.flow_id)),
            Claim::change(Key::Version(self.version_id)),
        ]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        ensure!(
            plant.find_flow(self.flow_id)?.is_none(),
            Rejection::already_exists("flow", self.flow_id)
        );
        plant.version_id_is_new(self.version_id)?;
        let graph = match &self.graph {
            Some(text) => text.well_formed()?,
            None => Arc::new(FlowGraph::empty()),
        };

        let graph_sha256 = graph.sha256();
        plant.keep_graph(graph);
        plant.record(FlowCreated {
            flow_id: self.flow_id,
            name: self.name.clone(),
            description: self.description.as_deref().map(Into::into),
        })?;
        plant.record(VersionDrafted {
            version_id: self.version_id,
            flow_id: self.flow_id,
            number: 1,
            graph_sha256,
            from_version_id: None,
        })
    }
}

record! {
    /// Saves a draft's graph; the saver becomes an editor.
    pub struct SaveDraft {
        /// The draft.
        version_id: VersionId,
        /// Its new graph.
        graph: GraphText,
        ; optional
        /// The hash of the graph the editor started from.
        base_sha256 (with_base_sha256): crate::audit::Digest,
    }
}

impl Decide for SaveDraft {
    shaped!();

    fn footprint(&self) -> Vec<Claim> {
        vec![Claim::change(Key::Version(self.version_id))]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let version = plant.known_version(self.version_id)?;
        ensure!(
            version.status.allows(VersionTransition::Save),
            Rejection::FlowImmutable {
                version_id: version.id,
                status: version.status,
            }
        );
        let stored = version.graph_sha256;
        ensure!(
            self.base_sha256.is_none_or(|base| base == stored),
            Rejection::StaleDraft {
                expected: self
                    .base_sha256
                    .map(|base| base.to_string())
                    .unwrap_or_default(),
                actual: stored.to_string(),
            }
        );
        let graph = self.graph.well_formed()?;

        let graph_sha256 = graph.sha256();
        plant.keep_graph(graph);
        plant.record(DraftSaved {
            version_id: self.version_id,
            graph_sha256,
        })
    }
}

record! {
    /// Drafts a new version with the graph of any version of the flow.
    pub struct ForkVersion {
        /// The new version's id.
        version_id: VersionId,
        /// The version to start from.
        from_version_id: VersionId,
    }
}

impl Decide for ForkVersion {
    shaped!();

    fn footprint(&self) -> Vec<Claim> {
        vec![
            Claim::change(Key::FlowOf(self.from_version_id)),
            Claim::change(Key::Version(self.version_id)),
        ]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let source = plant.known_version(self.from_version_id)?;
        let (flow_id, graph_sha256) = (source.flow_id, source.graph_sha256);
        plant.version_id_is_new(self.version_id)?;
        let flow = plant.flow(flow_id)?;
        let number = flow.last_number.saturating_add(1);
        if let Some(in_work) = flow.in_work {
            let status = plant.known_version(in_work)?.status;
            return Err(Rejection::DraftExists {
                version_id: in_work,
                status,
            }
            .into());
        }

        plant.record(VersionDrafted {
            version_id: self.version_id,
            flow_id,
            number,
            graph_sha256,
            from_version_id: Some(self.from_version_id),
        })
    }
}

record! {
    /// Submits a draft for approval.
    pub struct SubmitVersion {
        /// The draft.
        version_id: VersionId,
    }
}

impl Decide for SubmitVersion {
    shaped!();

    fn footprint(&self) -> Vec<Claim> {
        vec![
            Claim::change(Key::Version(self.version_id)),
            Claim::rely(Key::GraphOf(self.version_id)),
        ]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let version = plant.known_version(self.version_id)?;
        guard(
            version,
            VersionTransition::Submit,
            CommandType::SubmitVersion,
        )?;
        let issues = plant
            .graph(version.graph_sha256)?
            .issues(plant.policy()?.strict_canonical);
        let stops = issues
            .iter()
            .any(|issue| issue.severity == crate::flow::Severity::Error);
        ensure!(!stops, Rejection::InvalidGraph { issues });

        plant.record(VersionSubmitted {
            version_id: self.version_id,
        })
    }
}

record! {
    /// Approves a version: it is in force, and the one before no longer.
    pub struct ApproveVersion {
        /// The version.
        version_id: VersionId,
    }
}

impl Decide for ApproveVersion {
    shaped!();

    fn footprint(&self) -> Vec<Claim> {
        vec![
            Claim::change(Key::Version(self.version_id)),
            Claim::change(Key::FlowOf(self.version_id)),
        ]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let version = plant.known_version(self.version_id)?;
        guard(
            version,
            VersionTransition::Approve,
            CommandType::ApproveVersion,
        )?;
        let own_work = plant.policy()?.four_eyes && version.is_work_of(plant.ctx.actor.user_id);
        let (flow_id, status) = (version.flow_id, version.status);
        ensure!(
            !own_work,
            Rejection::SelfApproval {
                version_id: self.version_id,
                status
            }
        );

        if let Some(before) = plant.flow(flow_id)?.published {
            let replaced_by = Some(self.version_id);
            plant.record(VersionDeprecated {
                version_id: before,
                flow_id,
                replaced_by,
            })?;
        }
        plant.record(VersionPublished {
            version_id: self.version_id,
            flow_id,
        })
    }
}

record! {
    /// Sends a version back to its author.
    pub struct RejectVersion {
        /// The version.
        version_id: VersionId,
        /// Why.
        reason: Reason,
    }
}

impl Decide for RejectVersion {
    shaped!();

    fn footprint(&self) -> Vec<Claim> {
        vec![Claim::change(Key::Version(self.version_id))]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        guard(
            plant.known_version(self.version_id)?,
            VersionTransition::Reject,
            CommandType::RejectVersion,
        )?;

        plant.record(VersionRejected {
            version_id: self.version_id,
            reason: self.reason.as_str().into(),
        })
    }
}

record! {
    /// Takes a version out of force.
    pub struct DeprecateVersion {
        /// The version.
        version_id: VersionId,
    }
}

/// How many things in the way a refusal names at most.
const NAMED: usize = 20;

impl Decide for DeprecateVersion {
    shaped!();

    fn footprint(&self) -> Vec<Claim> {
        vec![
            Claim::change(Key::Version(self.version_id)),
            Claim::change(Key::FlowOf(self.version_id)),
            Claim::rely(Key::OpenRuns(self.version_id)),
        ]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let version = plant.known_version(self.version_id)?;
        guard(
            version,
            VersionTransition::Deprecate,
            CommandType::DeprecateVersion,
        )?;
        let runs = plant.open_runs(self.version_id)?;
        ensure!(
            runs.is_empty(),
            Rejection::VersionInUse {
                version_id: self.version_id,
                status: version.status,
                runs: runs.iter().copied().take(NAMED).collect(),
            }
        );
        let flow_id = version.flow_id;

        plant.record(VersionDeprecated {
            version_id: self.version_id,
            flow_id,
            replaced_by: None,
        })
    }
}

record! {
    /// Removes a draft; its number is not used again.
    pub struct DiscardDraft {
        /// The draft.
        version_id: VersionId,
    }
}

impl Decide for DiscardDraft {
    shaped!();

    fn footprint(&self) -> Vec<Claim> {
        vec![
            Claim::change(Key::Version(self.version_id)),
            Claim::change(Key::FlowOf(self.version_id)),
        ]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let version = plant.known_version(self.version_id)?;
        let actor = plant.ctx.actor;
        // Authorship is permission: asked after existence, before the state.
        if version.author() != actor.user_id {
            plant.ctx.permissions.require_one_of(
                actor.role,
                CommandType::DiscardDraft,
                &[Role::Admin],
            )?;
        }
        guard(
            version,
            VersionTransition::Discard,
            CommandType::DiscardDraft,
        )?;
        let flow_id = version.flow_id;

        plant.record(DraftDiscarded {
            version_id: self.version_id,
            flow_id,
        })
    }
}

impl Draft<'_> {
    /// An id is never used twice, not even a removed draft's.
    fn version_id_is_new(&self, id: VersionId) -> Result<(), Stop> {
        ensure!(
            self.find_stored_version(id)?.is_none(),
            Rejection::already_exists("version", id)
        );
        Ok(())
    }
}
