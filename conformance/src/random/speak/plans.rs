use std::collections::BTreeMap;

use wms_core::{
    amount::Ratio,
    command::{
        ApproveVersion, Command, CreateFlow, DefineSite, DeprecateVersion, DiscardDraft,
        ForkVersion, GraphText, RejectVersion, SaveDraft, SetPolicy, SubmitVersion,
    },
    flow::{FlowGraph, VersionStatus},
    ids::{FlowId, VersionId},
    lot::LotType,
    policy::{CodeStyle, PolicyChange},
    text::Text,
};

use super::{Speaker, site_code};

/// A flow without gates, drawn with a stray number spelling and a field of the editor's own.
const PLAIN: &str = r#"{"nodes":[{"id":"a","type":"start","position":{"x":0,"y":1e1},"data":{}},
 {"id":"b","type":"end","position":{"x":0.50,"y":0},"data":{"theme":"dark"}}],
 "edges":[{"id":"e","source":"a","target":"b"}],"viewport":{"x":0,"y":0,"zoom":1.0}}"#;
/// Well-formed, but it cannot be submitted.
const NO_END: &str =
    r#"{"nodes":[{"id":"a","type":"start","position":{"x":0,"y":0},"data":{}}],"edges":[]}"#;
/// Not well-formed.
const TWICE: &str = r#"{"nodes":[{"id":"a","type":"start","position":{"x":0,"y":0},"data":{}},
 {"id":"a","type":"end","position":{"x":0,"y":0},"data":{}}],"edges":[]}"#;

impl Speaker<'_> {
    fn graph(&mut self) -> GraphText {
        match self.dice.throw(8) {
            5 => GraphText::new(PLAIN),
            6 => GraphText::new(NO_END),
            7 => GraphText::new(TWICE),
            _ => GraphText::new(FlowGraph::canonical().text()),
        }
    }

    fn new_version_id(&mut self) -> VersionId {
        let taken = self.ledger.versions.keys().next().map(|id| id.as_uuid());
        VersionId::new(self.id_for_new(taken))
    }

    pub(super) fn create_flow(&mut self) -> Command {
        let flow = FlowId::new(self.new_id());
        let version = self.new_version_id();
        let create = CreateFlow::new(flow, version, Text::new("Folyamat", "Flow"));
        if self.dice.one_in(3) {
            return create.into();
        }
        create.with_graph(self.graph()).into()
    }

    pub(super) fn save_draft(&mut self) -> Command {
        let version = self.version(|version| version.status == VersionStatus::Draft);
        let save = SaveDraft::new(version, self.graph());
        let known = self
            .ledger
            .versions
            .get(&version)
            .map(|version| version.graph);
        match known {
            Some(hash) if self.dice.one_in(3) => save.with_base_sha256(hash).into(),
            _ => save.into(),
        }
    }

    pub(super) fn fork(&mut self) -> Command {
        let from = self.version(|version| version.status != VersionStatus::Draft);
        ForkVersion::new(self.new_version_id(), from).into()
    }

    pub(super) fn submit(&mut self) -> Command {
        SubmitVersion::new(self.version(|version| version.status == VersionStatus::Draft)).into()
    }

    pub(super) fn approve(&mut self) -> Command {
        ApproveVersion::new(self.version(|version| version.status == VersionStatus::Review)).into()
    }

    pub(super) fn reject_version(&mut self) -> Command {
        let version = self.version(|version| version.status == VersionStatus::Review);
        RejectVersion::new(version, self.reason()).into()
    }

    pub(super) fn deprecate(&mut self) -> Command {
        let version = self.version(|version| version.status == VersionStatus::Published);
        DeprecateVersion::new(version).into()
    }

    pub(super) fn discard(&mut self) -> Command {
        DiscardDraft::new(self.version(|version| version.status == VersionStatus::Draft)).into()
    }

    pub(super) fn define_site(&mut self) -> Command {
        let code = self.dice.one_of(["TISZ", "DRAV", "DUNA"]);
        let zone = self.dice.one_of(["Europe/Budapest", "America/New_York"]);
        let zone = zone.parse();
        let zone: wms_core::time::TimeZone =
            zone.unwrap_or_else(|error| unreachable!("a zone of the table: {error}"));
        DefineSite::new(site_code(code), Text::hu("Üzem"), zone).into()
    }

    pub(super) fn set_policy(&mut self) -> Command {
        let (change, on) = (PolicyChange::default(), self.dice.one_in(2));
        let kind = self.dice.one_of(LotType::CREATABLE);
        let change = match self.dice.throw(13) {
            0 => change.four_eyes(on),
            1 => change.strict_canonical(on),
            2 => change.code_style(if on {
                CodeStyle::Free
            } else {
                CodeStyle::Canonical
            }),
            3 => change.max_age_days(BTreeMap::from([(kind, 1)])),
            4 => change.max_gain(BTreeMap::from([(kind, ratio("0.05"))])),
            5 => change.min_yield(BTreeMap::from([(kind, ratio("0.7"))])),
            6 => change.species_segregation(on),
            7 => change.refuse_expired(on),
            8 => change.require_corrective_action(on),
            9 => change.hold_descendants(on),
            10 => change.buffer_sku_lock(on),
            11 => change.hard_capacity(on),
            _ => change.retention_days(if on { 1 } else { 30 }),
        };
        SetPolicy::new(change).into()
    }
}

fn ratio(text: &str) -> Ratio {
    text.parse()
        .unwrap_or_else(|error| unreachable!("a share: {error}"))
}
