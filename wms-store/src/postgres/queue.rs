//! Commands that wait for a writer: which share a transaction, and how many transactions a tenant has at once.
//!
//! One, as a rule. What comes while it is under way shares the next: so there are few commits, and no transaction waits
//! for another of the same plant's code sequences. A second is begun where many wait, or one waits long: its tenant's
//! transaction may itself be waiting for somebody's lock.
use crate::{group::Group, work::Request};
use std::{
    collections::{HashMap, VecDeque},
    time::{Duration, Instant},
};
use wms_core::ids::TenantId;

/// So many that wait are a transaction of their own.
const COMPANY: usize = 64;

/// Who waits longer is not left to the transaction that is under way.
pub(super) const PATIENCE: Duration = Duration::from_millis(100);

/// What a command that came needs to be written.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Arrival {
    /// A writer, to be started for its tenant.
    Writer,
    /// Nobody new, but somebody who looks after its tenant again while there are some who wait.
    Watch,
    /// Nothing: whoever writes takes it along.
    Nothing,
}

/// What somebody finds who looks after a tenant.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// One waits too long, and there may be another writer: it is to be started.
    Writer,
    /// Some wait.
    Again,
    /// Nobody waits.
    Enough,
}

/// Commands that wait, and who writes.
pub(super) struct Queue {
    lanes: HashMap<TenantId, Lane>,
    /// Whose commands wait, each once, in the order of their turns.
    turns: VecDeque<TenantId>,
    writers: usize,
    most: usize,
}

/// The commands of a tenant.
#[derive(Default)]
struct Lane {
    waiting: VecDeque<Request>,
    /// Since when the first of them waits.
    since: Option<Instant>,
    /// How many writers write for it, or were started to.
    writing: usize,
    watched: bool,
}

// INVARIANT: a lane in which commands wait is in `turns`. Its commands are taken by a writer of its own when that is
// done with what it writes; a lane without one is the next of whichever writer comes free, and of a new one if there
// may be more.
impl Queue {
    /// With so many writers at most.
    pub(super) fn new(most: usize) -> Self {
        Self {
            lanes: HashMap::new(),
            turns: VecDeque::new(),
            writers: 0,
            most: most.max(1),
        }
    }

    /// Adds commands.
    pub(super) fn push(&mut self, request: Request) -> Arrival {
        let tenant = request.tenant;
        let lane = self.lanes.entry(tenant).or_default();
        if lane.waiting.is_empty() {
            lane.since = Some(Instant::now());
            self.turns.push_back(tenant);
        }
        lane.waiting.push_back(request);
        let alone = lane.writing == 0;
        if self.writers < self.most && (alone || lane.waiting.len().is_multiple_of(COMPANY)) {
            lane.writing += 1;
            self.writers += 1;
            return Arrival::Writer;
        }
        if alone || lane.watched {
            return Arrival::Nothing;
        }
        lane.watched = true;
        Arrival::Watch
    }

    /// Looks whether commands of a tenant wait too long.
    pub(super) fn look(&mut self, tenant: TenantId) -> Look {
        let Some(lane) = self.lanes.get_mut(&tenant) else {
            return Look::Enough;
        };
        if lane.waiting.is_empty() {
            lane.watched = false;
            self.forget(tenant);
            return Look::Enough;
        }
        let long = lane.since.is_some_and(|since| since.elapsed() >= PATIENCE);
        if !long || self.writers >= self.most {
            return Look::Again;
        }
        lane.writing += 1;
        self.writers += 1;
        Look::Writer
    }

    /// What a writer that was started for a tenant writes first; none: it ends.
    pub(super) fn first(&mut self, tenant: TenantId) -> Option<Group> {
        match self.take(tenant) {
            // Another writer was quicker.
            None => self.after(tenant),
            group => group,
        }
    }

    /// What a writer that wrote for a tenant writes next; none: it ends.
    pub(super) fn after(&mut self, tenant: TenantId) -> Option<Group> {
        if let Some(lane) = self.lanes.get_mut(&tenant) {
            lane.writing -= 1;
        }
        self.forget(tenant);
        let next = self
            .turns
            .iter()
            .copied()
            .find(|tenant| self.may_begin(*tenant));
        let Some(next) = next else {
            self.writers -= 1;
            return None;
        };
        if let Some(lane) = self.lanes.get_mut(&next) {
            lane.writing += 1;
        }
        self.take(next)
    }

    /// Nobody can be started to write for a tenant: its commands are dropped, and those who wait hear so.
    pub(super) fn give_up(&mut self, tenant: TenantId) {
        self.lanes.remove(&tenant);
        self.turns.retain(|turn| *turn != tenant);
        self.writers -= 1;
    }

    fn may_begin(&self, tenant: TenantId) -> bool {
        let lane = self.lanes.get(&tenant);
        lane.is_some_and(|lane| lane.writing == 0 || lane.waiting.len() >= COMPANY)
    }

    fn take(&mut self, tenant: TenantId) -> Option<Group> {
        let lane = self.lanes.get_mut(&tenant)?;
        let group = Group::take(&mut lane.waiting)?;
        self.turns.retain(|turn| *turn != tenant);
        lane.since = None;
        if !lane.waiting.is_empty() {
            // Behind the others, and not as one who waited long.
            lane.since = Some(Instant::now());
            self.turns.push_back(tenant);
        }
        Some(group)
    }

    fn forget(&mut self, tenant: TenantId) {
        let idle = |lane: &Lane| lane.waiting.is_empty() && lane.writing == 0 && !lane.watched;
        if self.lanes.get(&tenant).is_some_and(idle) {
            self.lanes.remove(&tenant);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;
    use tokio::sync::oneshot;
    use uuid::Uuid;

    fn tenant(n: u8) -> TenantId {
        TenantId::new(Uuid::from_u128(u128::from(n)))
    }

    /// Somebody's commands; the answer tells them apart.
    fn request(n: u8) -> Request {
        Request {
            tenant: tenant(n),
            jobs: Vec::new(),
            reply: oneshot::channel().0,
        }
    }

    #[test]
    fn the_first_is_written_at_once_and_those_behind_it_share_the_next() {
        let mut queue = Queue::new(4);
        assert_eq!(queue.push(request(1)), Arrival::Writer);
        assert_eq!(queue.push(request(1)), Arrival::Watch);
        assert_eq!(queue.push(request(1)), Arrival::Nothing);
        assert_eq!(queue.first(tenant(1)).unwrap().count(), 3);
        assert_eq!(queue.push(request(1)), Arrival::Nothing);
        assert_eq!(queue.push(request(1)), Arrival::Nothing);
        assert_eq!(queue.after(tenant(1)).unwrap().count(), 2);
        assert!(queue.after(tenant(1)).is_none());
        assert_eq!(queue.writers, 0);
    }

    #[test]
    fn tenants_do_not_wait_for_each_other_while_there_are_writers() {
        let mut queue = Queue::new(2);
        assert_eq!(queue.push(request(1)), Arrival::Writer);
        assert_eq!(queue.push(request(2)), Arrival::Writer);
        assert_eq!(queue.push(request(3)), Arrival::Nothing);
        assert!(queue.first(tenant(1)).is_some() && queue.first(tenant(2)).is_some());
        assert_eq!(queue.after(tenant(1)).unwrap().tenant(), Some(tenant(3)));
    }

    #[test]
    fn many_that_wait_have_a_second_writer() {
        let mut queue = Queue::new(2);
        queue.push(request(1));
        queue.first(tenant(1));
        let arrivals: Vec<_> = (0..COMPANY).map(|_| queue.push(request(1))).collect();
        assert_eq!(arrivals.last(), Some(&Arrival::Writer));
        assert_eq!(queue.first(tenant(1)).unwrap().count(), COMPANY);
    }

    #[test]
    fn one_that_waits_long_has_a_second_writer() {
        let mut queue = Queue::new(2);
        queue.push(request(1));
        queue.first(tenant(1));
        assert_eq!(queue.push(request(1)), Arrival::Watch);
        assert_eq!(queue.look(tenant(1)), Look::Again);
        let lane = queue.lanes.get_mut(&tenant(1)).unwrap();
        lane.since = lane.since.unwrap().checked_sub(PATIENCE);
        assert_eq!(queue.look(tenant(1)), Look::Writer);
        assert_eq!(queue.first(tenant(1)).unwrap().count(), 1);
        assert_eq!(queue.look(tenant(1)), Look::Enough);
    }

    /// What happens to a queue, in any order.
    #[derive(Debug, Clone)]
    enum Step {
        Push(u8),
        Begin(usize),
        End(usize),
        Look(u8),
    }

    fn steps() -> impl Strategy<Value = Vec<Step>> {
        let step = prop_oneof![
            4 => (0..3u8).prop_map(Step::Push),
            2 => any::<usize>().prop_map(Step::Begin),
            2 => any::<usize>().prop_map(Step::End),
            1 => (0..3u8).prop_map(Step::Look),
        ];
        prop::collection::vec(step, 0..400)
    }

    /// Writers as they are started and as they write, and how much they took.
    #[derive(Default)]
    struct Writers {
        started: Vec<TenantId>,
        at_work: Vec<TenantId>,
        taken: BTreeMap<TenantId, usize>,
    }

    impl Writers {
        fn took(&mut self, group: Option<Group>) {
            if let Some(group) = group {
                let tenant = group.tenant().unwrap();
                *self.taken.entry(tenant).or_default() += group.count();
                self.at_work.push(tenant);
            }
        }

        fn step(&mut self, queue: &mut Queue, step: &Step) {
            match step {
                Step::Push(n) => {
                    if queue.push(request(*n)) == Arrival::Writer {
                        self.started.push(tenant(*n));
                    }
                }
                Step::Begin(n) if !self.started.is_empty() => {
                    let tenant = self.started.swap_remove(n % self.started.len());
                    self.took(queue.first(tenant));
                }
                Step::End(n) if !self.at_work.is_empty() => {
                    let tenant = self.at_work.swap_remove(n % self.at_work.len());
                    self.took(queue.after(tenant));
                }
                Step::Look(n) => {
                    if queue.look(tenant(*n)) == Look::Writer {
                        self.started.push(tenant(*n));
                    }
                }
                Step::Begin(_) | Step::End(_) => {}
            }
            assert_eq!(queue.writers, self.started.len() + self.at_work.len());
            assert!(queue.writers <= queue.most);
        }
    }

    proptest! {
        /// Nobody is forgotten, whatever happens in whichever order, without anybody who looks after them.
        #[test]
        fn all_that_came_are_taken_when_the_writers_are_done(steps in steps(), most in 1..5usize) {
            let (mut queue, mut writers) = (Queue::new(most), Writers::default());
            for step in &steps {
                writers.step(&mut queue, step);
            }
            while queue.writers > 0 {
                writers.step(&mut queue, &Step::Begin(0));
                writers.step(&mut queue, &Step::End(0));
            }
            let mut came: BTreeMap<TenantId, usize> = BTreeMap::new();
            for step in &steps {
                if let Step::Push(n) = step {
                    *came.entry(tenant(*n)).or_default() += 1;
                }
            }
            prop_assert_eq!(writers.taken, came);
            prop_assert!(queue.turns.is_empty());
        }
    }
}
