//! The locks of a transaction: what is held need not be locked again, and nothing is waited for against the order.
use super::super::{
    ROW_LOCKS,
    claims::{Claims, Class, Wanted},
};
use crate::{error::Error, sql::IdValue};
use std::collections::{HashMap, HashSet};
use wms_core::{
    ids::LotId,
    world::{Claim, Intent, Key},
};

/// The rows that are locked, or known not to be there, each with the strength of its lock.
#[derive(Debug, Default)]
pub(super) struct Held {
    rows: HashMap<Key, Intent>,
    last: Option<Class>,
}

impl Held {
    /// The last class that was locked.
    pub(super) const fn last(&self) -> Option<Class> {
        self.last
    }

    /// Takes out of a round what is held as strongly as it is wanted: it was loaded with its lock.
    pub(super) fn leave_out(&self, wanted: &mut Claims) {
        let held = |key, intent| self.rows.get(&key).map(|held| Some(*held)) >= Some(intent);
        wanted.links = wanted
            .links
            .filter(|intent| !held(Key::Links, Some(*intent)));
        wanted.policy = wanted
            .policy
            .filter(|intent| !held(Key::Policy, Some(*intent)));
        fn rest<T: Ord + Copy>(
            wanted: &mut Wanted<T>,
            held: impl Fn(Key, Option<Intent>) -> bool,
            key: impl Fn(T) -> Key,
        ) {
            let intent = wanted.intent;
            wanted.ids.retain(|id| !held(key(*id), intent));
        }
        rest(&mut wanted.sites, held, Key::Site);
        rest(&mut wanted.flows, held, Key::Flow);
        rest(&mut wanted.versions, held, Key::Version);
        rest(&mut wanted.runs, held, Key::Run);
        rest(&mut wanted.lots, held, Key::Lot);
        rest(&mut wanted.buffers, held, Key::Buffer);
        rest(&mut wanted.deviations, held, Key::Deviation);
    }

    /// Lets a round of locks in, unless one of them comes before one that is held.
    pub(super) fn admit(&mut self, wanted: &Claims, claims: &[Claim]) -> Result<(), Error> {
        let first = wanted.classes().min();
        if first.is_some_and(|first| self.is_past(first)) {
            return Err(Error::Again(claims.to_vec()));
        }
        self.last = wanted.classes().max().max(self.last);
        self.note(Key::Links, wanted.links);
        self.note(Key::Policy, wanted.policy);
        fn all<T: Ord + Copy>(held: &mut Held, wanted: &Wanted<T>, key: impl Fn(T) -> Key) {
            let ids = wanted.ids.iter();
            ids.for_each(|id| held.note(key(*id), wanted.intent));
        }
        all(self, &wanted.sites, Key::Site);
        all(self, &wanted.flows, Key::Flow);
        all(self, &wanted.versions, Key::Version);
        all(self, &wanted.runs, Key::Run);
        all(self, &wanted.lots, Key::Lot);
        all(self, &wanted.buffers, Key::Buffer);
        all(self, &wanted.deviations, Key::Deviation);
        Ok(())
    }

    /// The lots that were found and are still to be locked.
    pub(super) fn admit_found(
        &mut self,
        found: &HashSet<IdValue>,
        intent: Option<Intent>,
        held_before: Option<Class>,
    ) -> Result<Vec<IdValue>, Error> {
        let key = |id: &IdValue| Key::Lot(LotId::new(id.0));
        let mut new: Vec<IdValue> = found.iter().copied().collect();
        new.retain(|id| self.rows.get(&key(id)).copied() < intent);
        if new.is_empty() {
            return Ok(new);
        }
        if ROW_LOCKS && held_before >= Some(Class::Lots) {
            // Found again the same way they would be too late again: they are asked for by name.
            let intent = intent.unwrap_or(Intent::RelyOn);
            let named = new.iter().map(|id| Claim::from(key(id)));
            let named = named.map(|claim| match intent {
                Intent::RelyOn => Claim::rely(claim.key),
                Intent::Change => Claim::change(claim.key),
            });
            return Err(Error::Again(named.collect()));
        }
        self.last = self.last.max(Some(Class::Lots));
        new.iter().for_each(|id| self.note(key(id), intent));
        Ok(new)
    }

    /// Remembers a lock.
    pub(super) fn note(&mut self, key: Key, intent: Option<Intent>) {
        if let Some(intent) = intent {
            let held = self.rows.entry(key).or_insert(intent);
            *held = (*held).max(intent);
        }
    }

    fn is_past(&self, first: Class) -> bool {
        ROW_LOCKS && self.last.is_some_and(|held| first <= held)
    }
}
