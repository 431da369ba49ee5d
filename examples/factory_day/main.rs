//! A day of a döner plant, from its files through the library to a report and a picture.
//!
//! ```text
//! cargo run --release --example factory_day
//! cargo run --release --example factory_day -- --help
//! ```
//! Reads deliveries, weighings, probes, inspections and shipments as CSV (`data/README.md` has the columns),
//! runs every row as a command, keeps them in `factory_day.db` (or `--store URL`), and asks what a plant is asked: where did this lot go, does the mass balance,
//! what did quality find, what is picked next, is the audit log whole.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program that prints its report"
)]

mod args;
mod books;
mod day;
mod generate;
mod picture;
mod plan;
mod problem;
mod report;
mod table;
#[cfg(test)]
mod tests;

use args::{Args, STORE, USAGE};
use books::Store;
use indicatif::{ProgressBar, ProgressStyle};
use plan::PlantFiles;
use problem::Failure;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant as Stopwatch;

fn main() -> ExitCode {
    let done = Args::read(std::env::args().skip(1)).and_then(|args| run(&args));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure @ Failure::Usage(_)) => {
            eprintln!("{failure}\n\n{USAGE}");
            ExitCode::from(2)
        }
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &Args) -> Result<(), Failure> {
    if args.help {
        println!("{USAGE}");
        return Ok(());
    }
    if let Some(folder) = &args.write {
        let files = generate::generate(args.lots.unwrap_or(generate::COMMITTED_LOTS))?;
        files.write(folder)?;
        println!("{} lots written to {}", files.lots(), folder.display());
        return Ok(());
    }

    let watch = Stopwatch::now();
    let files = files(args)?;
    let reading = watch.elapsed();
    let store = Store::open(args.store.as_deref().unwrap_or(STORE))?;
    let watch = Stopwatch::now();
    let mut factory = day::run_day(&files, &progress_bar("rows"))?;
    let closed = day::close(&mut factory, files.ends_at())?;
    let day = watch.elapsed();
    let (books, kept) = store.keep(&factory, &progress_bar("commands"))?;

    let asked = report::Asked {
        recall: args.recall.clone(),
        shipment: args.shipment.clone(),
    };
    let answers = report::ask(&books, factory.site, closed, &asked)?;
    let timing = report::Timing { reading, day, kept };
    report::print(&answers, factory.tally, timing, files.zone());
    if let Some(page) = picture::write(&answers, args.out.as_deref(), files.zone())? {
        println!("\nGENEALOGY\n  {}", page.display());
    }
    Ok(())
}

/// The files the arguments ask for: a folder's, a generated day's, else the committed ones.
fn files(args: &Args) -> Result<PlantFiles, Failure> {
    match (&args.data, args.lots) {
        (Some(folder), _) => PlantFiles::read(folder),
        (None, Some(lots)) => generate::generate(lots),
        (None, None) => PlantFiles::read(&committed_data()),
    }
}

/// The folder of the committed day, wherever the workspace lies.
fn committed_data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("factory_day/data")
}

fn progress_bar(what: &str) -> ProgressBar {
    let bar = ProgressBar::new(0);
    let template = format!("  {{bar:40}} {{pos}}/{{len}} {what}, {{elapsed}}");
    let style = ProgressStyle::with_template(&template);
    style.map_or(bar.clone(), |style| bar.with_style(style))
}
