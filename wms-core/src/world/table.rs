use crate::genealogy::Slot;
use std::{collections::HashMap, hash::Hash};

/// Entities of one kind by id, in the order they came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table<I: Eq + Hash, T> {
    slots: HashMap<I, Slot>,
    /// `None`: looked for, and not there. Not in `slots`: never looked for.
    rows: Vec<Option<T>>,
}

impl<I: Eq + Hash, T> Default for Table<I, T> {
    fn default() -> Self {
        Self {
            slots: HashMap::new(),
            rows: Vec::new(),
        }
    }
}

impl<I: Eq + Hash + Copy, T> Table<I, T> {
    /// `None`: never looked for; `Some(None)`: not there.
    pub(crate) fn look(&self, id: &I) -> Option<Option<&T>> {
        self.slots.get(id).map(|slot| self.at(*slot))
    }

    pub(crate) fn get(&self, id: &I) -> Option<&T> {
        self.look(id).flatten()
    }

    pub(crate) fn at(&self, slot: Slot) -> Option<&T> {
        self.rows.get(slot as usize).and_then(Option::as_ref)
    }

    pub(crate) fn slot(&self, id: &I) -> Option<Slot> {
        self.slots.get(id).copied()
    }

    /// Puts a row in its place, or behind the others.
    pub(crate) fn put(&mut self, id: I, row: Option<T>) -> Option<T> {
        if let Some(slot) = self.slots.get(&id) {
            return self
                .rows
                .get_mut(*slot as usize)
                .and_then(|place| core::mem::replace(place, row));
        }
        // INVARIANT: fewer than 2^32 entities of a kind; a plant in memory ends long before.
        if let Ok(slot) = Slot::try_from(self.rows.len()) {
            self.slots.insert(id, slot);
            self.rows.push(row);
        }
        None
    }

    /// Loads a row unless something is known already: that may have changed in this very transaction.
    pub(crate) fn load(&mut self, id: I, row: Option<T>) {
        if !self.slots.contains_key(&id) {
            self.put(id, row);
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The rows in the order they came about.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.rows.iter().filter_map(Option::as_ref)
    }

    /// The rows that came about before a slot, or all of them, newest first.
    pub(crate) fn newest_first(&self, before: Option<Slot>) -> impl Iterator<Item = &T> {
        let end = before.map_or(self.rows.len(), |slot| slot as usize);
        self.rows.iter().take(end).rev().filter_map(Option::as_ref)
    }
}
