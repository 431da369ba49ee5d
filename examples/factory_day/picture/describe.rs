//! What is said about lots beside what their trace says.
use super::model::{BoxId, Concern, Described, LotBox};
use crate::report::{Answers, material, short_kg, wall_clock};
use chrono_tz::Tz;
use std::collections::{BTreeSet, HashMap, HashSet};
use wms_core::{
    amount::Kilograms,
    genealogy::Link,
    ids::LotId,
    lot::{LotType, Species},
    query::{LotView, TraceView, TracedLot},
    vocabulary::Language,
};

/// Looks up what the plant knows of the lots of a trace.
pub(super) struct Describer<'a> {
    lots: HashMap<LotId, &'a LotView>,
    pub(super) recalled: Option<LotId>,
    /// The recalled lot and all that came of it.
    pub(super) concerned: HashSet<LotId>,
    links: &'a [Link],
    answers: &'a Answers,
    zone: Tz,
}

impl<'a> Describer<'a> {
    pub(super) fn of(answers: &'a Answers, trace: &'a TraceView, zone: Tz) -> Self {
        let wanted: HashSet<LotId> = trace.lots.iter().map(|lot| lot.lot_id).collect();
        let lots = answers.lots.iter().filter(|lot| wanted.contains(&lot.id));
        let concerned = answers.recall.iter().flat_map(|recall| &recall.lots);
        Self {
            lots: lots.map(|lot| (lot.id, lot)).collect(),
            recalled: answers.recall.as_ref().map(|recall| recall.lot_id),
            concerned: concerned.map(|found| found.lot.lot_id).collect(),
            links: &trace.links,
            answers,
            zone,
        }
    }

    pub(super) fn lot_box(&self, id: LotId, lot: &TracedLot) -> LotBox {
        let caption = self.caption(id);
        let mut tooltip = vec![
            lot.code.to_string(),
            lot.lot_type.label(Language::En).to_owned(),
            format!("{} kg", short_kg(lot.weight_kg)),
            lot.status.label(Language::En).to_owned(),
        ];
        tooltip.extend(caption.clone());
        tooltip.extend(self.supplier(id));
        LotBox {
            id: BoxId::Lot(id),
            lots: 1,
            code: lot.code.to_string(),
            weight: lot.weight_kg,
            status: Some(lot.status),
            caption,
            tooltip: tooltip.join("\n"),
            recall: self.concern(id),
        }
    }

    fn concern(&self, id: LotId) -> Concern {
        match self.recalled {
            Some(recalled) if recalled == id => Concern::Recalled,
            _ if self.concerned.contains(&id) => Concern::Concerned,
            _ => Concern::None,
        }
    }

    /// The material of a delivery, the consignees of a shipment.
    fn caption(&self, id: LotId) -> Option<String> {
        let lot = self.lots.get(&id)?;
        match lot.lot_type {
            LotType::Ship => {
                let names: BTreeSet<&str> = self.dispatches().map(|(name, ..)| name).collect();
                let names: Vec<&str> = names.into_iter().collect();
                (!names.is_empty()).then(|| names.join(", "))
            }
            LotType::Raw => material(lot),
            _ => None,
        }
    }

    fn supplier(&self, id: LotId) -> Option<String> {
        let supplier = self.lots.get(&id)?.supplier.as_ref()?;
        let code = supplier.lot_code.as_deref().unwrap_or_default();
        Some(format!("{} {code}", supplier.name).trim_end().to_owned())
    }

    /// Who got what of the shipment, and when.
    fn dispatches(&self) -> impl Iterator<Item = (&'a str, String)> {
        let zone = self.zone;
        self.answers.sent.iter().map(move |sent| {
            let to = &sent.consignee;
            let address = to.address.as_deref().unwrap_or_default();
            let (weight, when) = (short_kg(sent.quantity_kg), wall_clock(sent.at, zone));
            (
                to.name.as_str(),
                format!("{}, {address}: {weight} kg at {when}", to.name),
            )
        })
    }

    pub(super) fn facts(&self, shipment: LotId, trace: &TraceView) -> Vec<(&'static str, String)> {
        let species: BTreeSet<Species> = self.lots.values().filter_map(|lot| lot.species).collect();
        let species = species
            .into_iter()
            .map(|species| species.label(Language::En));
        let deliveries = trace
            .lots
            .iter()
            .filter(|lot| lot.lot_type == LotType::Raw)
            .count();
        let mut facts = vec![
            (
                "Lots behind it",
                trace.lots.len().saturating_sub(1).to_string(),
            ),
            ("Deliveries", deliveries.to_string()),
            ("Species", species.collect::<Vec<_>>().join(", ")),
        ];
        if let Some(lot) = self.lots.get(&shipment) {
            facts.insert(0, ("Weight", format!("{} kg", short_kg(lot.weight_kg))));
            facts.insert(1, ("Production day", lot.production_day.to_string()));
        }
        facts.extend(self.dispatches().map(|(_, words)| ("Sent to", words)));
        let recalled = self.recalled.and_then(|id| self.lots.get(&id));
        facts.extend(recalled.map(|lot| {
            let supplier = self.supplier(lot.id).unwrap_or_default();
            ("Recalled lot in it", format!("{} · {supplier}", lot.code))
        }));
        facts
    }

    pub(super) fn all(&self, trace: &TraceView) -> Vec<Described> {
        let codes: HashMap<LotId, &str> = trace
            .lots
            .iter()
            .map(|lot| (lot.lot_id, &*lot.code))
            .collect();
        let mut parents: HashMap<LotId, Vec<(String, Kilograms)>> = HashMap::new();
        for link in self.links {
            let code = codes.get(&link.parent).copied().unwrap_or_default();
            parents
                .entry(link.child)
                .or_default()
                .push((code.to_owned(), link.quantity_kg));
        }
        let describe = |lot: &TracedLot| Described {
            code: lot.code.to_string(),
            lot_type: lot.lot_type,
            step: lot.lot_type.step(),
            species: self.lots.get(&lot.lot_id).and_then(|lot| lot.species),
            status: lot.status,
            weight: lot.weight_kg,
            caption: self
                .caption(lot.lot_id)
                .or_else(|| self.supplier(lot.lot_id)),
            parents: parents.remove(&lot.lot_id).unwrap_or_default(),
            recall: self.concern(lot.lot_id),
        };
        let mut all: Vec<Described> = trace.lots.iter().map(describe).collect();
        all.sort_by(|one, other| (one.step, &one.code).cmp(&(other.step, &other.code)));
        all
    }
}
