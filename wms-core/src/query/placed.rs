//! Traces of rows: what a store found around a lot, put into the order of the answer.
use super::{TraceView, TracedLot};
use crate::{
    amount::Kilograms,
    code::order_key,
    genealogy::{Link, LinkMethod, Slot},
    ids::LotId,
};

/// A link between two lots of a list, which it names by their places in it: no id is looked up for it any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct PlacedLink {
    /// The place of the lot used.
    pub parent: Slot,
    /// The place of the lot made.
    pub child: Slot,
    /// The parent's kilograms in the child.
    pub quantity_kg: Kilograms,
    /// How they are known.
    pub method: LinkMethod,
}

/// The places of lots by distance, then code.
fn places_in_order(lots: &[TracedLot]) -> Vec<Slot> {
    let keys = (0..).zip(lots).map(|(place, lot)| {
        let key = order_key(&lot.code);
        (lot.distance, head(key.0), key, place)
    });
    let mut keys: Vec<_> = keys.collect();
    keys.sort_unstable();
    keys.into_iter().map(|(.., place)| place).collect()
}

/// The first 24 bytes of a text, in numbers of the same order: nearly every comparison ends here, and need not go
/// where the text lies.
fn head(text: &str) -> [u64; 3] {
    let mut bytes = text.bytes();
    [(); 3].map(|()| {
        (0..8).fold(0, |number, _| {
            number << 8 | u64::from(bytes.next().unwrap_or_default())
        })
    })
}

/// Links by the parents', then the children's places; `id` says which lot stands at a place. None where one stands
/// at none.
pub(super) fn links_in_order(
    mut links: Vec<PlacedLink>,
    id: impl Fn(Slot) -> Option<LotId>,
) -> Option<Vec<Link>> {
    links.sort_unstable_by_key(|link| (link.parent, link.child));
    let links = links.into_iter().map(|link| {
        Some(Link {
            parent: id(link.parent)?,
            child: id(link.child)?,
            quantity_kg: link.quantity_kg,
            method: link.method,
        })
    });
    links.collect()
}

impl TraceView {
    /// The answer of lots with their distances, in any order, and of every link between two of them, which names
    /// them by their places in `lots`. None where a link names a place that is none: a link that is left out would
    /// be a lot nobody recalls.
    #[must_use]
    pub fn of_rows(lots: Vec<TracedLot>, mut links: Vec<PlacedLink>) -> Option<Self> {
        let order = places_in_order(&lots);
        let mut place = vec![Slot::MAX; lots.len()];
        for (to, from) in (0..).zip(&order) {
            if let Some(place) = place.get_mut(*from as usize) {
                *place = to;
            }
        }
        let at = |from: Slot| place.get(from as usize).copied();
        for link in &mut links {
            (link.parent, link.child) = (at(link.parent)?, at(link.child)?);
        }
        let mut lots: Vec<Option<TracedLot>> = lots.into_iter().map(Some).collect();
        let taken = order
            .iter()
            .filter_map(|from| lots.get_mut(*from as usize)?.take());
        let lots: Vec<TracedLot> = taken.collect();
        let links = links_in_order(links, |place| Some(lots.get(place as usize)?.lot_id))?;
        Some(Self { lots, links })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        code::order,
        lot::{LotStatus, LotType},
        time::Day,
    };
    use uuid::Uuid;

    fn lot(n: usize, code: &str) -> TracedLot {
        TracedLot {
            lot_id: LotId::new(Uuid::from_u128(u128::try_from(n).unwrap())),
            code: code.into(),
            lot_type: LotType::Raw,
            status: LotStatus::Released,
            site: "DUNA".parse().unwrap(),
            production_day: Day::from_ymd(2026, 1, 15).unwrap(),
            weight_kg: Kilograms::from_kg(1),
            remaining_kg: Kilograms::from_kg(1),
            distance: u32::try_from(n % 2).unwrap(),
        }
    }

    #[test]
    fn lots_stand_by_distance_then_in_the_order_of_codes() {
        let codes = [
            "SKW15-20260115-DUNA-10000",
            "SKW15-20260115-DUNA-9999",
            "SKW15-20260115-DUNA-0002",
            "RAW-20260115-DUNA-0001",
            "RAW-20260115-DUNB-0001",
            "a code of a plant's own that is long, and longer",
            "a code of a plant's own that is long, but shorter",
            "é",
            "e",
            "",
            "e\0",
        ];
        // Each at both distances.
        let lots = codes.iter().chain(codes.iter().rev()).enumerate();
        let lots: Vec<TracedLot> = lots.map(|(n, code)| lot(n, code)).collect();
        let mut expected = lots.clone();
        expected.sort_by(|a, b| {
            let by_distance = a.distance.cmp(&b.distance);
            by_distance.then_with(|| order(&a.code, &b.code))
        });
        assert_eq!(TraceView::of_rows(lots, Vec::new()).unwrap().lots, expected);
    }

    #[test]
    fn links_follow_their_lots() {
        let lots = vec![lot(0, "B"), lot(1, "D"), lot(3, "C")];
        let link = |parent, child| PlacedLink {
            parent,
            child,
            quantity_kg: Kilograms::from_kg(1),
            method: LinkMethod::Measured,
        };
        let ids: Vec<LotId> = lots.iter().map(|lot| lot.lot_id).collect();
        let astray = TraceView::of_rows(lots.clone(), vec![link(0, 1), link(0, 7)]);
        assert_eq!(astray, None, "no link is left out");
        let view = TraceView::of_rows(lots, vec![link(0, 1), link(0, 2)]).unwrap();
        let found: Vec<_> = view
            .links
            .iter()
            .map(|link| (link.parent, link.child))
            .collect();
        assert_eq!(found, [(ids[0], ids[2]), (ids[0], ids[1])]);
    }
}
