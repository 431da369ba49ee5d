use std::collections::BTreeMap;

/// The rows of one kind that a draft made or changed, over those of the World.
#[derive(Debug)]
pub(super) struct Overlay<I, T> {
    rows: BTreeMap<I, (usize, T)>,
}

impl<I, T> Default for Overlay<I, T> {
    fn default() -> Self {
        Self {
            rows: BTreeMap::new(),
        }
    }
}

impl<I: Ord + Copy, T> Overlay<I, T> {
    pub(super) fn get(&self, id: &I) -> Option<&T> {
        self.rows.get(id).map(|(_, row)| row)
    }

    pub(super) fn get_mut(&mut self, id: &I) -> Option<&mut T> {
        self.rows.get_mut(id).map(|(_, row)| row)
    }

    pub(super) fn put(&mut self, id: I, row: T) {
        let order = self.rows.len();
        match self.rows.get_mut(&id) {
            Some((_, place)) => *place = row,
            None => {
                self.rows.insert(id, (order, row));
            }
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        self.rows.values().map(|(_, row)| row)
    }

    /// The rows in the order they were first touched: new ones come about in the order of their events.
    pub(super) fn into_rows(self) -> Vec<T> {
        let mut rows: Vec<_> = self.rows.into_values().collect();
        rows.sort_by_key(|(order, _)| *order);
        rows.into_iter().map(|(_, row)| row).collect()
    }
}
