use super::{Link, LinkMethod};
use crate::amount::Kilograms;

/// A lot's place in the World's table: what the genealogy counts with, so that a trace hashes no ids.
pub type Slot = u32;

const NONE: u32 = u32::MAX;

/// The links of a plant as two linked lists through one table: those of a parent, those of a child.
///
/// 32 bytes a link, 16 a lot, and no allocation of its own, so a recall over a year of links reads memory in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Genealogy {
    /// The first link as a parent and as a child, by lot.
    first: Vec<[u32; 2]>,
    /// The last link as a parent and as a child, by lot: links stand in the order they came about.
    last: Vec<[u32; 2]>,
    links: Vec<Row>,
    /// What went over each link, apart: a walk reads none of it.
    shares: Vec<(Kilograms, LinkMethod)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Row {
    ends: [Slot; 2],
    next: [u32; 2],
}

/// Which end of a link a lot is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Parent,
    Child,
}

impl End {
    const fn of(self, [parent, child]: [u32; 2]) -> u32 {
        match self {
            Self::Parent => parent,
            Self::Child => child,
        }
    }

    const fn of_mut(self, [parent, child]: &mut [u32; 2]) -> &mut u32 {
        match self {
            Self::Parent => parent,
            Self::Child => child,
        }
    }

    const fn other(self) -> Self {
        match self {
            Self::Parent => Self::Child,
            Self::Child => Self::Parent,
        }
    }
}

/// A link seen from one of its lots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Neighbour {
    pub(crate) slot: Slot,
    pub(crate) quantity: Kilograms,
    pub(crate) method: LinkMethod,
}

impl Genealogy {
    /// Adds a link between two lots.
    pub(crate) fn add(&mut self, parent: Slot, child: Slot, link: &Link) {
        let Ok(n) = u32::try_from(self.links.len()) else {
            return;
        };
        let row = Row {
            ends: [parent, child],
            next: [NONE; 2],
        };
        self.links.push(row);
        self.shares.push((link.quantity_kg, link.method));
        self.append(parent, End::Parent, n);
        self.append(child, End::Child, n);
    }

    fn append(&mut self, slot: Slot, end: End, link: u32) {
        let slot = slot as usize;
        if self.first.len() <= slot {
            self.first.resize(slot + 1, [NONE; 2]);
            self.last.resize(slot + 1, [NONE; 2]);
        }
        let (Some(first), Some(last)) = (self.first.get_mut(slot), self.last.get_mut(slot)) else {
            return;
        };
        let before = core::mem::replace(end.of_mut(last), link);
        if before == NONE {
            *end.of_mut(first) = link;
        } else if let Some(row) = self.links.get_mut(before as usize) {
            *end.of_mut(&mut row.next) = link;
        }
    }

    /// The links of a lot by number, with the lot at their other end.
    fn links_of(&self, slot: Slot, end: End) -> impl Iterator<Item = (usize, Slot)> {
        let mut at = self
            .first
            .get(slot as usize)
            .map_or(NONE, |first| end.of(*first));
        core::iter::from_fn(move || {
            let link = at as usize;
            let row = self.links.get(link)?;
            at = end.of(row.next);
            Some((link, end.other().of(row.ends)))
        })
    }

    fn neighbours(&self, slot: Slot, end: End) -> impl Iterator<Item = Neighbour> {
        self.links_of(slot, end).filter_map(|(link, slot)| {
            let (quantity, method) = *self.shares.get(link)?;
            Some(Neighbour {
                slot,
                quantity,
                method,
            })
        })
    }

    /// A lot's children alone, once for every link.
    pub(super) fn child_slots(&self, slot: Slot) -> impl Iterator<Item = Slot> {
        self.links_of(slot, End::Parent).map(|(_, child)| child)
    }

    /// A lot's parents alone, once for every link.
    pub(super) fn parent_slots(&self, slot: Slot) -> impl Iterator<Item = Slot> {
        self.links_of(slot, End::Child).map(|(_, parent)| parent)
    }

    /// The links to a lot's children, in the order they came about.
    pub(crate) fn children(&self, slot: Slot) -> impl Iterator<Item = Neighbour> {
        self.neighbours(slot, End::Parent)
    }

    /// The links to a lot's parents, in the order they came about.
    pub(crate) fn parents(&self, slot: Slot) -> impl Iterator<Item = Neighbour> {
        self.neighbours(slot, End::Child)
    }

    /// How many links there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.links.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.links.is_empty()
    }
}
