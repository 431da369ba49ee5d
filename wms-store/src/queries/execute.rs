//! A group of commands in one transaction: loaded and locked together, decided one after the other against
//! the growing World, written at the end. A refused one refuses only itself.
use super::{Conn, ROW_LOCKS, key, load::Loader, write::Batch};
use crate::{
    answer::{Done, Job, Verdict},
    error::Error,
    rows::{id, time},
    schema::CommandRow,
    setting::Setting,
    sql::{IdValue, Time},
    telemetry,
};
use std::collections::HashMap;
use wms_core::{
    command::{Claimed, Decision, Envelope, decide, digest},
    error::Rejection,
    ids::CommandKey,
    time::Instant,
    world::{Changes, Claim, Stop},
};

/// How often a command may ask for more before it is given up as a defect.
const MAX_ROUNDS: usize = 16;

/// Decides and writes a group inside the transaction that the caller opened, one verdict per job.
///
/// `extra` are claims that an earlier try of this group turned out to need.
pub(crate) async fn execute(
    c: &Conn,
    setting: &Setting,
    jobs: &mut [Job],
    extra: &[Claim],
) -> Result<Vec<Verdict>, Error> {
    let mut claims: Vec<Claim> = jobs
        .iter()
        .flat_map(|job| job.envelope.footprint())
        .collect();
    claims.extend_from_slice(extra);
    claims.sort_unstable();
    claims.dedup();
    let mut loader = Loader::new(c, setting.tenant);
    loader.load(&claims).await?;
    let keys = jobs.iter().map(|job| id(job.envelope.key)).collect();
    let mut group = Group::begin(setting, loader, keys).await?;
    let mut verdicts = Vec::with_capacity(jobs.len());
    for job in jobs {
        verdicts.push(group.run(job).await?);
    }
    if !setting.check {
        group.batch.write(c, &group.loader.before).await?;
    }
    Ok(verdicts)
}

/// A group at work.
struct Group<'c> {
    setting: &'c Setting,
    loader: Loader<'c>,
    /// Keys applied before, and the answers of those applied in this very transaction.
    known: HashMap<CommandKey, CommandRow>,
    own: HashMap<CommandKey, (Claimed, Done)>,
    numbers: std::vec::IntoIter<i64>,
    now: Instant,
    batch: Batch,
}

impl<'c> Group<'c> {
    /// The locks are held: now the keys count, and so does the time.
    async fn begin(
        setting: &'c Setting,
        loader: Loader<'c>,
        keys: Vec<IdValue>,
    ) -> Result<Self, Error> {
        let count = keys.len();
        let known = key::commands_of(loader.c, setting.tenant, keys).await?;
        let (numbers, last) = super::super::draw_numbers(loader.c, setting.tenant, count).await?;
        Ok(Self {
            setting,
            known,
            own: HashMap::new(),
            numbers: numbers.into_iter(),
            // The time of record never goes back, whatever the clock does.
            now: last.map_or(setting.now(), |last| last.max(setting.now())),
            batch: Batch::new(setting.tenant),
            loader,
        })
    }

    async fn run(&mut self, job: &mut Job) -> Result<Verdict, Error> {
        let number = self.numbers.next().unwrap_or_default();
        for round in 1..=MAX_ROUNDS {
            match self.decide(&job.envelope)? {
                Ok(Decision::Replay) => return self.replay(job).await.map(Ok),
                Ok(Decision::Apply(changes)) => {
                    telemetry::decided(round);
                    return self.apply(job, number, *changes).await.map(Ok);
                }
                Err(Stop::Missing(claims)) => self.loader.load(&claims).await?,
                Err(Stop::Rejected(rejection)) => {
                    if !self.was_applied_meanwhile(job.envelope.key).await? {
                        return Ok(Err(*rejection));
                    }
                }
            }
        }
        Ok(Err(Rejection::Internal {}))
    }

    fn decide(&self, envelope: &Envelope) -> Result<Result<Decision, Stop>, Error> {
        let key = envelope.key;
        let before = self.known.get(&key).map(key::claim).transpose()?;
        let claimed = self.own.get(&key).map(|(claimed, _)| *claimed).or(before);
        Ok(decide(
            &self.loader.world,
            envelope,
            claimed.as_ref(),
            self.now,
            &self.setting.permissions,
        ))
    }

    /// A repeat that waited for its first sending is replayed, not refused.
    async fn was_applied_meanwhile(&mut self, key: CommandKey) -> Result<bool, Error> {
        if !ROW_LOCKS || self.known.contains_key(&key) || self.own.contains_key(&key) {
            return Ok(false);
        }
        let found = key::commands_of(self.loader.c, self.setting.tenant, vec![id(key)]).await?;
        let applied = !found.is_empty();
        self.known.extend(found);
        Ok(applied)
    }

    async fn replay(&mut self, job: &mut Job) -> Result<Done, Error> {
        let key = job.envelope.key;
        let done = match (self.own.get(&key), self.known.get(&key)) {
            (Some((_, done)), _) => Done {
                replayed: true,
                ..done.clone()
            },
            (None, Some(row)) => key::replay(self.loader.c, self.setting.tenant, row).await?,
            (None, None) => return Err(Rejection::Internal {}.into()),
        };
        self.read_outcome(job, &done).await?;
        Ok(done)
    }

    async fn apply(&mut self, job: &mut Job, number: i64, changes: Changes) -> Result<Done, Error> {
        let envelope = &job.envelope;
        let digest = digest(&envelope.command).map_err(|_| Rejection::Internal {})?;
        let at = changes.recorded.first().map_or(self.now, |event| event.at);
        let command = CommandRow::of(
            self.setting.tenant,
            envelope,
            number,
            &digest,
            (at, self.now),
            &changes.warnings,
        );
        self.batch.take(command, &changes, &self.loader.before)?;
        let done = Done {
            replayed: false,
            texts: changes
                .recorded
                .iter()
                .map(|one| one.text.clone())
                .collect(),
            warnings: changes.warnings.clone(),
            events: self.loader.world.put(changes),
        };
        let claimed = Claimed::from_parts(envelope.actor.user_id, digest);
        self.own.insert(envelope.key, (claimed, done.clone()));
        self.read_outcome(job, &done).await?;
        Ok(done)
    }

    /// What a typed caller wants to know next; its entities may have to be loaded for a repeat.
    async fn read_outcome(&mut self, job: &mut Job, done: &Done) -> Result<(), Error> {
        let Some(read) = &mut job.outcome else {
            return Ok(());
        };
        for _ in 0..MAX_ROUNDS {
            match read(&self.loader.world, &done.events) {
                Ok(()) => return Ok(()),
                Err(Stop::Missing(claims)) => self.loader.load(&claims).await?,
                Err(Stop::Rejected(rejection)) => return Err(Error::Rejected(rejection)),
            }
        }
        Err(Rejection::Internal {}.into())
    }
}

/// The last time of record, read with the numbers.
pub(crate) fn last_recorded(at: Option<Time>) -> Option<Instant> {
    at.and_then(|at| Instant::from_millis(at.0).ok())
        .filter(|at| time(*at).0 >= 0)
}
