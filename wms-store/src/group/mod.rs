//! Which commands share a transaction, and what becomes of each.
mod fate;

pub(crate) use fate::{Writer, run};

use crate::{
    answer::{Job, Verdict},
    work::Request,
};
use tokio::sync::oneshot;
use wms_core::ids::TenantId;

/// How many commands join a group at most. A request that brings more by itself is a group of its own.
pub(crate) const GROUP: usize = 256;

/// Requests that share a transaction: nobody waits for company, but whoever comes while the database is at work
/// shares the next one.
#[derive(Default)]
pub(crate) struct Group {
    requests: Vec<Request>,
    size: usize,
}

impl Group {
    /// A group of one request.
    pub(crate) fn of(first: Request) -> Self {
        Self {
            size: first.jobs.len(),
            requests: vec![first],
        }
    }

    /// How many commands it has.
    #[cfg(feature = "postgres")]
    pub(crate) const fn size(&self) -> usize {
        self.size
    }

    /// How many callers wait for it.
    #[cfg(all(test, feature = "postgres"))]
    pub(crate) const fn count(&self) -> usize {
        self.requests.len()
    }

    /// Whose commands they are.
    pub(crate) fn tenant(&self) -> Option<TenantId> {
        self.requests.first().map(|first| first.tenant)
    }

    /// Whether a request may join: of the same tenant, and not too many together.
    pub(crate) fn fits(&self, more: &Request) -> bool {
        self.tenant() == Some(more.tenant) && self.size + more.jobs.len() <= GROUP
    }

    /// Adds a request.
    pub(crate) fn push(&mut self, more: Request) {
        self.size += more.jobs.len();
        self.requests.push(more);
    }

    /// All commands in order, and who waits for how many verdicts.
    fn open(self) -> (Vec<Job>, Replies) {
        let (mut jobs, mut replies) = (Vec::with_capacity(self.size), Vec::new());
        for request in self.requests {
            replies.push((request.jobs.len(), request.reply));
            jobs.extend(request.jobs);
        }
        (jobs, Replies(replies))
    }

    /// Takes the first request of a queue, and all behind it that fit.
    #[cfg(feature = "postgres")]
    pub(crate) fn take(waiting: &mut std::collections::VecDeque<Request>) -> Option<Self> {
        let mut group = Self::of(waiting.pop_front()?);
        while waiting.front().is_some_and(|next| group.fits(next)) {
            waiting
                .pop_front()
                .into_iter()
                .for_each(|more| group.push(more));
        }
        Some(group)
    }
}

/// Callers that wait for the commit.
struct Replies(Vec<(usize, oneshot::Sender<Vec<Verdict>>)>);

impl Replies {
    /// Tells each caller what became of its commands.
    fn send(self, verdicts: Vec<Verdict>) {
        let mut verdicts = verdicts.into_iter();
        for (count, reply) in self.0 {
            // A caller that went away wants no answer; what it sent was done all the same.
            drop(reply.send(verdicts.by_ref().take(count).collect()));
        }
    }
}
