use super::Group;
use crate::{
    answer::{Job, Verdict},
    error::Error,
    options::Options,
    retry::Backoff,
    telemetry,
};
use core::time::Duration;
use wms_core::{error::Rejection, ids::TenantId};

/// What a database does for a group.
pub(crate) trait Writer {
    /// Decides and writes jobs of a tenant together. One verdict per job: of all of them, or of the first few
    /// where the next one wants a transaction of its own.
    async fn transaction(&self, tenant: TenantId, jobs: &mut [Job]) -> Result<Vec<Verdict>, Error>;

    /// Waits before the next try.
    async fn pause(&self, pause: Duration);

    /// How long, and how often, it is tried.
    fn options(&self) -> &Options;
}

/// Writes a group, then tells each caller what became of its commands.
pub(crate) async fn run(writer: &impl Writer, group: Group) {
    if let Some(tenant) = group.tenant() {
        let (mut jobs, replies) = group.open();
        let verdicts = verdicts(writer, tenant, &mut jobs).await;
        telemetry::settled(&jobs, &verdicts);
        replies.send(verdicts);
    }
}

/// The verdicts of all, in as few transactions as it takes.
async fn verdicts(writer: &impl Writer, tenant: TenantId, jobs: &mut [Job]) -> Vec<Verdict> {
    let mut verdicts = Vec::with_capacity(jobs.len());
    let mut portion = Portion::all(jobs.len());
    let mut left = jobs;
    while !left.is_empty() {
        let tried = portion.of(left);
        let count = tried.len();
        let done = if count == 1 {
            vec![alone(writer, tenant, tried).await]
        } else {
            match writer.transaction(tenant, tried).await {
                Ok(done) => done,
                // Without a connection none of them runs: they do not wait for one in turn.
                Err(Error::Rejected(no)) if no.is_retryable() => {
                    verdicts.extend(left.iter().map(|_| Err((*no).clone())));
                    return verdicts;
                }
                Err(error) => {
                    telemetry::retried(&error);
                    portion.failed(count, error.is_transient());
                    continue;
                }
            }
        };
        portion.succeeded();
        left = left.split_at_mut(done.len().min(left.len())).1;
        verdicts.extend(done);
    }
    verdicts
}

async fn alone(writer: &impl Writer, tenant: TenantId, job: &mut [Job]) -> Verdict {
    let mut backoff = Backoff::new(writer.options());
    loop {
        match writer.transaction(tenant, job).await {
            Ok(mut verdicts) => return verdicts.pop().unwrap_or(Err(Rejection::Internal {})),
            Err(error) if error.is_transient() => match backoff.next_pause(&error) {
                Some(pause) => {
                    telemetry::retried(&error);
                    writer.pause(pause).await;
                }
                None => return Err(error.into_rejection()),
            },
            Err(error) => return Err(error.into_rejection()),
        }
    }
}

/// How many of a group's commands go into the next transaction: all, until one fails for another reason than a
/// rule. Then it is tried with half of them, down to one alone; each has its own fate, and its neighbours get
/// back together behind it.
#[derive(Debug)]
struct Portion {
    size: usize,
    again: bool,
}

impl Portion {
    const fn all(count: usize) -> Self {
        Self {
            size: count,
            again: true,
        }
    }

    /// The next commands to try together.
    fn of<'j>(&self, left: &'j mut [Job]) -> &'j mut [Job] {
        let count = self.size.clamp(1, left.len().max(1)).min(left.len());
        left.split_at_mut(count).0
    }

    /// They are written.
    const fn succeeded(&mut self) {
        self.size = self.size.saturating_mul(2);
        self.again = true;
    }

    /// They are not: what may pass by itself is tried once more, then with fewer.
    const fn failed(&mut self, tried: usize, transient: bool) {
        if transient && self.again {
            self.again = false;
        } else {
            self.size = tried / 2;
            self.again = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{answer::Done, work::Request};
    use diesel::result::{DatabaseErrorKind as Kind, Error as Diesel};
    use futures_executor::block_on;
    use std::{
        cell::{Cell, RefCell},
        collections::VecDeque,
    };
    use tokio::sync::oneshot;
    use uuid::Uuid;
    use wms_core::{
        actor::{Actor, Role},
        command::{CompleteRun, Envelope},
        ids::{CommandKey, RunId, UserId},
    };

    /// A database that fails as it is told, and writes down the keys of what it was given.
    #[derive(Default)]
    struct Scripted {
        options: Options,
        tried: RefCell<Vec<Vec<u128>>>,
        /// Keys whose transactions fail, each as this makes it.
        bad: Vec<(u128, fn() -> Error)>,
        /// Failures of the next transactions, whatever is in them.
        next: RefCell<VecDeque<fn() -> Error>>,
        /// A key that shares its transaction with none before it.
        large: Option<u128>,
        pauses: Cell<u32>,
    }

    impl Writer for Scripted {
        async fn transaction(&self, _: TenantId, jobs: &mut [Job]) -> Result<Vec<Verdict>, Error> {
            let keys: Vec<u128> = jobs.iter().map(key).collect();
            self.tried.borrow_mut().push(keys.clone());
            if let Some(fail) = self.next.borrow_mut().pop_front() {
                return Err(fail());
            }
            if let Some((_, fail)) = self.bad.iter().find(|(bad, _)| keys.contains(bad)) {
                return Err(fail());
            }
            let fits = keys.iter().skip(1).position(|key| Some(*key) == self.large);
            let fits = fits.map_or(keys.len(), |before| before + 1);
            Ok(keys.into_iter().take(fits).map(applied).collect())
        }

        async fn pause(&self, _: Duration) {
            self.pauses.set(self.pauses.get() + 1);
        }

        fn options(&self) -> &Options {
            &self.options
        }
    }

    impl Scripted {
        /// The keys of commands 1 to `count` that were applied, and what the others heard.
        fn write(&self, count: u128) -> (Vec<u128>, Vec<(u128, Rejection)>) {
            let (reply, answer) = oneshot::channel();
            let request = Request {
                tenant: tenant(),
                jobs: (1..=count).map(job).collect(),
                reply,
            };
            block_on(run(self, Group::of(request)));
            let verdicts = block_on(answer).unwrap();
            let (mut applied, mut refused) = (Vec::new(), Vec::new());
            for (key, verdict) in (1..).zip(verdicts) {
                match verdict {
                    Ok(done) => {
                        assert_eq!(done.texts, [key.to_string().into()], "another's verdict");
                        applied.push(key);
                    }
                    Err(rejection) => refused.push((key, rejection)),
                }
            }
            assert_eq!(
                applied.len() + refused.len(),
                usize::try_from(count).unwrap()
            );
            (applied, refused)
        }

        fn tried(&self) -> Vec<Vec<u128>> {
            self.tried.borrow().clone()
        }
    }

    fn tenant() -> TenantId {
        TenantId::new(Uuid::from_u128(1))
    }

    fn job(key: u128) -> Job {
        let actor = Actor::new(UserId::new(Uuid::from_u128(1)), Role::Admin);
        Job {
            envelope: Envelope::new(
                CommandKey::new(Uuid::from_u128(key)),
                actor,
                CompleteRun::new(RunId::new(Uuid::nil())),
            ),
            outcome: None,
        }
    }

    fn key(job: &Job) -> u128 {
        job.envelope.key.as_uuid().as_u128()
    }

    /// A verdict that says whose it is.
    fn applied(key: u128) -> Verdict {
        Ok(Done {
            replayed: false,
            events: Vec::new(),
            texts: vec![key.to_string().into()],
            warnings: Vec::new(),
        })
    }

    fn of_kind(kind: Kind) -> Error {
        Error::Database(Diesel::DatabaseError(kind, Box::new(String::new())))
    }

    fn defect() -> Error {
        of_kind(Kind::CheckViolation)
    }

    fn busy() -> Error {
        of_kind(Kind::SerializationFailure)
    }

    fn lost() -> Error {
        of_kind(Kind::ClosedConnection)
    }

    fn unnamed() -> Error {
        of_kind(Kind::Unknown)
    }

    #[test]
    fn what_goes_well_is_one_transaction() {
        let writer = Scripted::default();
        assert_eq!(writer.write(8), ((1..=8).collect(), vec![]));
        assert_eq!(writer.tried(), [(1..=8).collect::<Vec<_>>()]);
    }

    #[test]
    fn one_that_fails_has_its_own_fate_and_its_neighbours_get_back_together() {
        for bad in 1..=9 {
            let writer = Scripted {
                bad: vec![(bad, defect)],
                ..Scripted::default()
            };
            let (applied, refused) = writer.write(9);
            assert_eq!(refused, [(bad, Rejection::Internal {})]);
            assert_eq!(applied.len(), 8);
        }
        let writer = Scripted {
            bad: vec![(3, defect)],
            ..Scripted::default()
        };
        writer.write(9);
        let together = |from, to| (from..=to).collect::<Vec<u128>>();
        let (one, two) = (vec![3], vec![4, 5]);
        assert_eq!(
            writer.tried(),
            [
                together(1, 9),
                together(1, 4),
                together(1, 2),
                together(3, 6),
                together(3, 4),
                one,
                two,
                together(6, 9)
            ]
        );
    }

    #[test]
    fn what_may_pass_is_tried_once_more_together_and_then_apart() {
        let writer = Scripted {
            next: RefCell::new([busy as fn() -> Error, busy].into()),
            ..Scripted::default()
        };
        assert_eq!(writer.write(4).0, [1, 2, 3, 4]);
        let all = vec![1, 2, 3, 4];
        assert_eq!(writer.tried(), [all.clone(), all, vec![1, 2], vec![3, 4]]);
    }

    #[test]
    fn a_large_command_begins_the_next_transaction() {
        let writer = Scripted {
            large: Some(3),
            ..Scripted::default()
        };
        assert_eq!(writer.write(5).0, [1, 2, 3, 4, 5]);
        assert_eq!(writer.tried(), [vec![1, 2, 3, 4, 5], vec![3, 4, 5]]);
    }

    #[test]
    fn without_a_connection_nobody_waits_in_turn() {
        let writer = Scripted {
            next: RefCell::new([(|| Rejection::StoreBusy {}.into()) as fn() -> Error].into()),
            ..Scripted::default()
        };
        let (applied, refused) = writer.write(3);
        assert!(applied.is_empty());
        assert!(refused.iter().all(|(_, no)| *no == Rejection::StoreBusy {}));
        assert_eq!(writer.tried().len(), 1);
    }

    #[test]
    fn a_command_alone_is_tried_until_its_deadline_or_until_nobody_can_say_why() {
        let tries = |fail: fn() -> Error, deadline| {
            let writer = Scripted {
                bad: vec![(1, fail)],
                options: Options::default().with_deadline(deadline),
                ..Scripted::default()
            };
            let (_, mut refused) = writer.write(1);
            let tries = u32::try_from(writer.tried().len()).unwrap();
            assert_eq!(writer.pauses.get() + 1, tries, "a pause between two tries");
            (tries, refused.remove(0).1)
        };
        let (never, long) = (Duration::ZERO, Duration::from_secs(60));
        assert_eq!(tries(busy, never), (1, Rejection::StoreBusy {}));
        assert_eq!(tries(defect, long), (1, Rejection::Internal {}));
        assert_eq!(tries(lost, long), (2, Rejection::StoreUnavailable {}));
        assert_eq!(tries(unnamed, long), (5, Rejection::StoreUnavailable {}));
    }

    #[test]
    fn a_failure_that_passes_leaves_no_trace() {
        let writer = Scripted {
            next: RefCell::new(
                [[busy as fn() -> Error; 98].as_slice(), &[lost, unnamed]]
                    .concat()
                    .into(),
            ),
            ..Scripted::default()
        };
        assert_eq!(writer.write(1), (vec![1], vec![]));
        assert_eq!(writer.pauses.get(), 100);
    }
}
