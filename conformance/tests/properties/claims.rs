//! Whatever a command changes, it claimed to change: else a store would write what it had not locked.
use crate::stage::ensure;
use std::collections::BTreeSet;
use uuid::Uuid;
use wms_conformance::random::{Ledger, LotLine};
use wms_core::{
    ids::LotId,
    lot::LotStatus,
    world::{Changes, Claim, Intent, Key, LotSet},
};

/// What the claims to change stand for, read off the ledger.
#[derive(Default)]
struct Locked {
    ids: BTreeSet<Uuid>,
    sites: BTreeSet<wms_core::site::SiteCode>,
    sequences: BTreeSet<wms_core::world::Sequence>,
    policy: bool,
}

/// Every touched row of `changes` was claimed to be changed.
pub(crate) fn cover(claims: &[Claim], changes: &Changes, ledger: &Ledger) -> Result<(), String> {
    let mut locked = Locked::default();
    let to_change = claims.iter().filter(|claim| claim.intent == Intent::Change);
    to_change.for_each(|claim| locked.add(&claim.key, ledger));

    let lots = changes.lots.iter().map(|lot| ("lot", lot.id.as_uuid()));
    let buffers = changes
        .buffers
        .iter()
        .map(|row| ("buffer", row.id.as_uuid()));
    let runs = changes.runs.iter().map(|row| ("run", row.id.as_uuid()));
    let flows = changes.flows.iter().map(|row| ("flow", row.id.as_uuid()));
    let versions = changes
        .versions
        .iter()
        .map(|row| ("version", row.id.as_uuid()));
    let deviations = changes.deviations.iter();
    let deviations = deviations.map(|row| ("deviation", row.id.as_uuid()));
    let inspections = changes.inspections.iter();
    let inspections = inspections.map(|row| ("inspection", row.id.as_uuid()));
    let readings = changes
        .readings
        .iter()
        .map(|row| ("reading", row.id.as_uuid()));
    let goods = lots.chain(buffers).chain(runs).chain(flows).chain(versions);
    let quality = deviations.chain(inspections).chain(readings);
    for (what, id) in goods.chain(quality) {
        ensure(locked.ids.contains(&id), || {
            format!("{what} {id} was changed, but not claimed to be: {claims:?}")
        })?;
    }
    for (sequence, _) in &changes.sequences {
        ensure(locked.sequences.contains(sequence), || {
            format!("{sequence:?} was moved, but not claimed to be")
        })?;
    }
    for site in &changes.sites {
        ensure(locked.sites.contains(&site.code), || {
            format!("site {} was changed, but not claimed to be", site.code)
        })?;
    }
    ensure(changes.policy.is_none() || locked.policy, || {
        "the policy was changed, but not claimed to be".to_owned()
    })
}

impl Locked {
    fn add(&mut self, key: &Key, ledger: &Ledger) {
        match key {
            Key::Policy => self.policy = true,
            Key::Site(site) => self.sites.extend([*site]),
            Key::Sequence(sequence) => self.sequences.extend([*sequence]),
            Key::Flow(id) => self.ids.extend([id.as_uuid()]),
            Key::Version(id) | Key::GraphOf(id) => self.ids.extend([id.as_uuid()]),
            Key::FlowOf(id) => {
                let flow = ledger.versions.get(id).map(|version| version.flow);
                self.ids.extend([id.as_uuid()]);
                self.ids.extend(flow.map(|flow| flow.as_uuid()));
                let siblings = ledger.versions.iter();
                let siblings = siblings.filter(|(_, version)| Some(version.flow) == flow);
                self.ids.extend(siblings.map(|(id, _)| id.as_uuid()));
            }
            Key::Run(id) => self.ids.extend([id.as_uuid()]),
            Key::Buffer(id) => self.ids.extend([id.as_uuid()]),
            Key::Inspection(id) => self.ids.extend([id.as_uuid()]),
            Key::Reading(id) => self.ids.extend([id.as_uuid()]),
            Key::Deviation(id) => self.ids.extend([id.as_uuid()]),
            Key::OpenDeviation(subject, _) => {
                let open = ledger.deviations.iter();
                let open = open.filter(|(_, line)| line.open && line.subject == Some(*subject));
                self.ids.extend(open.map(|(id, _)| id.as_uuid()));
            }
            _ => self.add_lots(key, ledger),
        }
    }

    fn add_lots(&mut self, key: &Key, ledger: &Ledger) {
        let mut add = |lots: Vec<LotId>| self.ids.extend(lots.iter().map(|id| id.as_uuid()));
        match key {
            Key::Lot(id) | Key::PlanOfLot(id) => add(vec![*id]),
            Key::Lots(set) => add(the_lots(ledger, |lot| is_in(lot, *set))),
            Key::OpenDescendants(id) => {
                let descendants = ledger.descendants(*id);
                add(descendants.into_iter().collect());
            }
            Key::StoresOf(id) => {
                let places = ledger.lots.get(id).map(|lot| lot.stored.keys());
                let places = places.into_iter().flatten();
                self.ids.extend(places.map(|id| id.as_uuid()));
            }
            _ => {}
        }
    }
}

fn the_lots(ledger: &Ledger, keep: impl Fn(&LotLine) -> bool) -> Vec<LotId> {
    let lots = ledger.lots.iter().filter(|(_, lot)| keep(lot));
    lots.map(|(id, _)| *id).collect()
}

fn is_in(lot: &LotLine, set: LotSet) -> bool {
    match set {
        LotSet::InTheWay(run, step) => {
            let waits = matches!(lot.status, LotStatus::Quarantine | LotStatus::Hold);
            lot.run == Some(run) && lot.lot_type.step() == step && waits
        }
        LotSet::MadeAt(run, step) => lot.run == Some(run) && lot.lot_type.step() == step,
        LotSet::Consumed(run) => lot.run == Some(run) && lot.status == LotStatus::Consumed,
        LotSet::Having(hold) => lot.open_holds.contains(&hold) || lot.past_holds.contains(&hold),
        #[allow(
            unreachable_patterns,
            reason = "core's sets may grow, where it does not say otherwise"
        )]
        _ => false,
    }
}
