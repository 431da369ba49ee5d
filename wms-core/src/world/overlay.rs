use std::collections::BTreeMap;

/// The rows of one kind that a draft made or changed, over those of the World.
///
/// The rows stand beside their index: a node of a tree has room for eleven, and a command touches one or two.
#[derive(Debug)]
pub(super) struct Overlay<I, T> {
    places: BTreeMap<I, usize>,
    /// In the order they were first touched: new ones come about in the order of their events.
    rows: Vec<T>,
}

impl<I, T> Default for Overlay<I, T> {
    fn default() -> Self {
        Self {
            places: BTreeMap::new(),
            rows: Vec::new(),
        }
    }
}

impl<I: Ord + Copy, T> Overlay<I, T> {
    /// Room for the first rows: what fits the kilobyte up to which allocators are fast.
    const FIRST: usize = 1024 / size_of::<T>();

    pub(super) fn get(&self, id: &I) -> Option<&T> {
        self.rows.get(*self.places.get(id)?)
    }

    pub(super) fn get_mut(&mut self, id: &I) -> Option<&mut T> {
        self.rows.get_mut(*self.places.get(id)?)
    }

    pub(super) fn put(&mut self, id: I, row: T) {
        match self.get_mut(&id) {
            Some(known) => *known = row,
            None => {
                if self.rows.is_empty() {
                    self.rows.reserve_exact(Self::FIRST);
                }
                self.places.insert(id, self.rows.len());
                self.rows.push(row);
            }
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        self.rows.iter()
    }

    pub(super) fn into_rows(self) -> Vec<T> {
        self.rows
    }
}
