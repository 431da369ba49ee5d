//! A group of commands in one transaction: loaded and locked together, decided one after the other against
//! the growing World, written at the end. A refused one refuses only itself.
use super::{
    super::draw_numbers,
    Conn, ROW_LOCKS, key,
    load::Loader,
    write::{Batch, rows_of},
};
use crate::{
    answer::{Done, Job, Verdict},
    error::Error,
    rows::{id, time},
    schema::CommandRow,
    setting::Setting,
    sql::Time,
    telemetry,
};
use core::future::ready;
use futures_util::try_join;
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

/// How often a group looks what its later commands lack, too, when one lacks something: what hangs on a command
/// before them shows only then.
const LOOKS_AHEAD: usize = 3;

/// A command that writes more rows than this shares its transaction with none: nobody waits for its disk.
const LARGE: usize = 1_000;

/// Decides and writes a group inside the transaction that the caller opened, one verdict per job: of all of them,
/// or of the first few where a large command follows or is the first.
///
/// `extra` are claims that an earlier try of this group turned out to need.
pub(crate) async fn execute(
    c: &Conn,
    setting: &Setting,
    jobs: &mut [Job],
    extra: &[Claim],
) -> Result<Vec<Verdict>, Error> {
    let footprints = jobs.iter().flat_map(|job| job.envelope.footprint());
    let mut claims: Vec<Claim> = footprints.chain(extra.iter().cloned()).collect();
    claims.sort_unstable();
    claims.dedup();
    let keys = jobs.iter().map(|job| id(job.envelope.key)).collect();
    let mut loader = Loader::new(c, setting.tenant, &setting.graphs);
    // Behind the locks the keys count, and so does the time.
    let count = jobs.len();
    let behind = async {
        try_join!(
            key::commands_of(c, setting.tenant, keys),
            draw_numbers(c, setting.tenant, count)
        )
    };
    let (known, (numbers, last)) = loader.load(&claims, behind).await?;
    let mut group = Group {
        setting,
        loader,
        known,
        own: HashMap::new(),
        numbers: numbers.into_iter(),
        // The time of record never goes back, whatever the clock does.
        now: last.map_or(setting.now(), |last| last.max(setting.now())),
        batch: Batch::new(setting.tenant),
        looks: LOOKS_AHEAD,
        full: false,
        doomed: false,
    };
    let verdicts = group.run_all(jobs).await?;
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
    /// How often it may still look ahead.
    looks: usize,
    /// Whether a large command was met: nothing comes behind it.
    full: bool,
    /// Whether the transaction begins again: its verdicts are nobody's.
    doomed: bool,
}

impl Group<'_> {
    async fn run_all(&mut self, jobs: &mut [Job]) -> Result<Vec<Verdict>, Error> {
        let mut verdicts = Vec::with_capacity(jobs.len());
        let mut again = Vec::new();
        let mut rest = jobs;
        while let Some((job, later)) = rest.split_first_mut() {
            match self.run(job, later).await {
                Ok(verdict) => verdicts.push(verdict),
                // It begins the next transaction, and is alone in it.
                Err(Error::Large) => break,
                // What the others lack is found in the same try.
                Err(Error::Again(claims)) => {
                    self.doomed = true;
                    again.extend(claims);
                }
                Err(error) => return Err(error),
            }
            if self.full {
                break;
            }
            rest = later;
        }
        if again.is_empty() {
            Ok(verdicts)
        } else {
            Err(Error::Again(again))
        }
    }

    async fn run(&mut self, job: &mut Job, later: &mut [Job]) -> Result<Verdict, Error> {
        for round in 1..=MAX_ROUNDS {
            match self.decide(&job.envelope)? {
                Ok(Decision::Replay) => return self.replay(job).await.map(Ok),
                Ok(Decision::Apply(changes)) => {
                    self.full = rows_of(&changes) > LARGE;
                    if self.full && !self.batch.is_empty() {
                        return Err(Error::Large);
                    }
                    telemetry::decided(round);
                    return self.apply(job, *changes).await.map(Ok);
                }
                Err(Stop::Missing(claims)) => self.load_more(claims, later).await?,
                Err(Stop::Rejected(rejection)) => {
                    if !self.was_applied_meanwhile(job.envelope.key).await? {
                        return Ok(Err(*rejection));
                    }
                }
            }
        }
        Ok(Err(Rejection::Internal {}))
    }

    /// What a command lacks, and with it what those behind it lack.
    async fn load_more(&mut self, mut claims: Vec<Claim>, later: &mut [Job]) -> Result<(), Error> {
        if self.looks > 0 {
            self.looks -= 1;
            for job in later.iter() {
                if let Err(Stop::Missing(more)) = self.decide(&job.envelope)? {
                    claims.extend(more);
                }
            }
            claims.sort_unstable();
            claims.dedup();
        }
        if !ROW_LOCKS {
            return self.loader.load(&claims, ready(Ok(()))).await;
        }
        // Whoever held a lock that this round waits for has a lower number, and an earlier time.
        let (c, tenant) = (self.loader.c, self.setting.tenant);
        let drawn = draw_numbers(c, tenant, later.len() + 1);
        let (numbers, last) = self.loader.load(&claims, drawn).await?;
        self.numbers = numbers.into_iter();
        self.now = last.map_or(self.now, |last| last.max(self.now));
        Ok(())
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
        let known = self.known.contains_key(&key) || self.own.contains_key(&key);
        if !ROW_LOCKS || self.doomed || known {
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

    async fn apply(&mut self, job: &mut Job, changes: Changes) -> Result<Done, Error> {
        let envelope = &job.envelope;
        let number = self.numbers.next().ok_or(Rejection::Internal {})?;
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
                Err(Stop::Missing(claims)) => self.loader.load(&claims, ready(Ok(()))).await?,
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
