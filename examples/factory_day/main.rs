//! A day of a döner plant, from its files through the library to a report and a picture.
//!
//! ```text
//! cargo run --release --example factory_day
//! cargo run --release --example factory_day -- --help
//! ```
//! Reads deliveries, weighings, probes, inspections and shipments as CSV (`data/README.md` has the columns),
//! runs every row as a command, and asks what a plant is asked: where did this lot go, does the mass balance,
//! what did quality find, what is picked next, is the audit log whole.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program that prints its report"
)]

mod day;
mod generate;
mod plan;
mod problem;
mod table;

fn main() {
    let n: u32 = std::env::args().nth(1).unwrap().parse().unwrap();
    let t = std::time::Instant::now();
    let files = generate::generate(n).unwrap_or_else(|e| panic!("{e}"));
    println!("{} lots {:?}", files.lots(), t.elapsed());
    files.write(std::path::Path::new("/tmp/fd")).unwrap_or_else(|e| panic!("{e}"));
    let t = std::time::Instant::now();
    let files2 = plan::PlantFiles::read(std::path::Path::new("/tmp/fd")).unwrap_or_else(|e| panic!("{e}"));
    println!("read {:?} {}", t.elapsed(), files == files2);
    let t = std::time::Instant::now();
    let mut f = day::run_day(&files2, &indicatif::ProgressBar::hidden()).unwrap_or_else(|e| panic!("{e}"));
    println!("{:?} {:?}", t.elapsed(), f.tally);
    let at = files2.timeline().entries.last().unwrap().at;
    println!("{:?}", day::close(&mut f, at));
    println!("{:?}", f.deviations);
}
