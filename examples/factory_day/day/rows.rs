//! Every row becomes a command; the first that is refused ends the day.
use super::factory::Factory;
use super::setup;
use crate::plan::{Entry, Happening, PlantFiles};
use crate::problem::{Failure, Problem};
use indicatif::ProgressBar;
use wms_core::{
    command::CompleteRun,
    error::{Code, Rejection},
    ids::RunId,
    time::Instant,
};

/// Rows between two steps of the progress bar: drawing is slower than deciding.
const ROWS_PER_TICK: usize = 500;

/// Runs the day in memory; nothing of it is kept anywhere when a row is refused.
pub(crate) fn run_day(files: &PlantFiles, progress: &ProgressBar) -> Result<Factory, Failure> {
    let timeline = files.timeline();
    let entries = &timeline.entries;
    let first = entries.first();
    let first = first.ok_or_else(|| Failure::Plant("the day has no rows".to_owned()))?;
    let mut factory = setup::open(files, first.at)?;

    progress.set_length(u64::try_from(entries.len()).unwrap_or(u64::MAX));
    for rows in entries.chunks(ROWS_PER_TICK) {
        for entry in rows {
            happen(&mut factory, entry).map_err(|rejection| refused(entry, &rejection))?;
        }
        progress.inc(u64::try_from(rows.len()).unwrap_or_default());
    }
    progress.finish_and_clear();
    Ok(factory)
}

fn happen(factory: &mut Factory, entry: &Entry<'_>) -> Result<(), Rejection> {
    let at = entry.at;
    factory.tell(format_args!("{}:{}", entry.file, entry.line));
    match &entry.happening {
        Happening::Run(row) => factory.run_reached(at, row),
        Happening::Delivery(row) => factory.delivered(at, row),
        Happening::Weighing(weighing) => factory.weighed(at, weighing),
        Happening::Move(row) => factory.moved(at, row),
        Happening::Probe(row) => factory.measured(at, row),
        Happening::Inspection(row) => factory.inspected(at, row),
        Happening::Action(row) => factory.acted(at, row),
        Happening::Shipment(row) => factory.shipped(at, row),
    }
}

fn refused(entry: &Entry<'_>, rejection: &Rejection) -> Failure {
    let why = format!("{}: {rejection}", rejection.code());
    Failure::Refused(Problem::of_line(entry.file, entry.line, why))
}

/// A run at the end of the day: complete, or why not.
#[derive(Debug)]
pub(crate) struct Closed {
    pub(crate) id: RunId,
    pub(crate) open: Option<Rejection>,
}

/// The end of the day: every run that may be completed is.
///
/// What stands in the way of the others is for people to look at, not an error.
pub(crate) fn close(factory: &mut Factory, at: Instant) -> Result<Vec<Closed>, Failure> {
    let manager = factory.people.plant_manager;
    let mut closed = Vec::new();
    for (run, id) in factory.runs_by_code() {
        factory.tell(format_args!("close {run}"));
        let open = match factory.act(manager, at, CompleteRun::new(id)) {
            Ok(_) => None,
            Err(rejection) if is_left_open(&rejection) => Some(rejection),
            Err(rejection) => return Err(Failure::Plant(format!("{run}: {rejection}"))),
        };
        closed.push(Closed { id, open });
    }
    Ok(closed)
}

/// Lots that somebody must decide about, or a run that has not come to its last step.
fn is_left_open(rejection: &Rejection) -> bool {
    matches!(
        rejection.code(),
        Code::LotsOnHold | Code::QcPending | Code::RunNotAtFinalStep
    )
}
