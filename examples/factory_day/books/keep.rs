//! A day's commands into a database.
//!
//! The day ran in memory first. So every command is known before the first is sent, those too that hang on
//! what others brought about: they go a thousand to a transaction, and a day with a mistake leaves nothing.
use crate::day::Told;
use crate::problem::Failure;
use futures_executor::block_on;
use indicatif::ProgressBar;
use std::time::{Duration, Instant as Stopwatch};
use wms_core::{error::Rejection, plant::Answer, plant::ManualClock, time::Instant};
use wms_store::Tenant;

/// How many commands share a transaction.
const BATCH: usize = 1_000;

/// What a transaction spans at most: it has one time of record, and `max_backdate_hours` looks back from it.
const SPAN_MINUTES: i64 = 12 * 60;

/// What was sent to a database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Kept {
    /// Commands that are in the books now.
    pub(crate) commands: u64,
    /// Those of them that were there before.
    pub(crate) replayed: u64,
    pub(crate) took: Duration,
}

/// Sends every command; the database knows those again that it has, and answers as it did then.
pub(super) fn keep(
    tenant: &Tenant,
    clock: &ManualClock,
    told: &[Told],
    progress: &ProgressBar,
) -> Result<Kept, Failure> {
    let watch = Stopwatch::now();
    progress.set_length(u64::try_from(told.len()).unwrap_or(u64::MAX));
    let mut kept = Kept::default();
    let mut rest = told;
    while let Some((batch, later, now)) = next_batch(rest) {
        clock.set(now);
        let envelopes = batch.iter().map(|told| told.envelope.clone());
        let answers = block_on(tenant.execute_many(envelopes, |_| ()));
        for (told, answer) in batch.iter().zip(&answers) {
            check(told, answer)?;
            kept.commands += u64::from(answer.is_ok());
            kept.replayed += u64::from(answer.as_ref().is_ok_and(|answer| answer.replayed));
        }
        progress.inc(u64::try_from(batch.len()).unwrap_or_default());
        rest = later;
    }
    progress.finish_and_clear();
    kept.took = watch.elapsed();
    Ok(kept)
}

/// The next commands to be sent together, what comes after them, and the time they are recorded at.
fn next_batch(told: &[Told]) -> Option<(&[Told], &[Told], Instant)> {
    let at = |told: &Told| told.envelope.at;
    let ends = told.first().and_then(at)?.plus_minutes(SPAN_MINUTES);
    let within = |told: &&Told| at(told).is_some_and(|at| at <= ends);
    let count = told.iter().take(BATCH).take_while(within).count();
    let (batch, later) = told.split_at_checked(count)?;
    Some((batch, later, batch.last().and_then(at)?))
}

/// The database must say what the plant in memory said.
fn check(told: &Told, answer: &Result<Answer, Rejection>) -> Result<(), Failure> {
    let verdict = answer.as_ref().map(|answer| answer.events.len());
    if verdict == told.verdict.as_ref().copied() {
        return Ok(());
    }
    let command = told.envelope.command.command_type();
    let said = |verdict: Result<usize, &Rejection>| match verdict {
        Ok(events) => format!("applied with {events} events"),
        Err(rejection) => format!("{}: {rejection}", rejection.code()),
    };
    let expected = said(told.verdict.as_ref().copied());
    Err(Failure::Store(format!(
        "{command} with key {}: {}; in memory: {expected}",
        told.envelope.key,
        said(verdict)
    )))
}
