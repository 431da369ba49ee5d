use super::Folder;
use crate::books::Books;
use crate::day::{Tally, close, run_day};
use crate::generate::{COMMITTED_LOTS, generate};
use crate::plan::PlantFiles;
use crate::problem::Failure;
use crate::report::{Answers, Asked, ask};
use indicatif::ProgressBar;
use std::sync::LazyLock;
use wms_core::{
    amount::Kilograms,
    lot::{LotStatus, LotType},
    quality::{Decision, DeviationStatus},
    run::RunStatus,
};

fn played(files: &PlantFiles) -> (Tally, Answers) {
    let mut factory = run_day(files, &ProgressBar::hidden()).unwrap();
    let closed = close(&mut factory, files.ends_at()).unwrap();
    let books = Books::Plant(&factory.plant);
    let answers = ask(&books, factory.site, closed, &Asked::default()).unwrap();
    (factory.tally, answers)
}

/// The committed day, played once for all tests that look at it.
static COMMITTED: LazyLock<(PlantFiles, Tally, Answers)> = LazyLock::new(|| {
    let files = PlantFiles::read(&crate::committed_data()).unwrap();
    let (tally, answers) = played(&files);
    (files, tally, answers)
});

fn kg(text: &str) -> Kilograms {
    text.parse().unwrap()
}

#[test]
fn the_committed_files_are_what_the_generator_writes() {
    let folder = Folder::new("drift");
    generate(COMMITTED_LOTS)
        .unwrap()
        .write(folder.path())
        .unwrap();
    let mut compared = 0;
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let file = file.unwrap();
        let made = std::fs::read_to_string(file.path()).unwrap();
        let committed = crate::committed_data().join(file.file_name());
        let committed = std::fs::read_to_string(committed).unwrap();
        // Not assert_eq: nobody reads two whole files in a test's output.
        assert!(
            made == committed,
            "{} differs: run `cargo run --release --example factory_day -- --write examples/factory_day/data`",
            file.file_name().display(),
        );
        compared += 1;
    }
    assert_eq!(compared, 10);
}

#[test]
fn the_committed_day_balances_to_the_gram_and_its_log_is_whole() {
    let (files, tally, answers) = &*COMMITTED;

    assert_eq!(answers.lots.len(), 1001);
    assert_eq!(answers.lots.len(), files.lots());
    assert_eq!(answers.unaccounted, Kilograms::ZERO);
    assert_eq!(answers.audit.first_broken, None);
    assert_eq!(answers.audit.events, u64::try_from(tally.events).unwrap());
    assert_eq!(tally.warnings, 0);

    let sum = |of: fn(&Answers) -> Kilograms| of(answers);
    let received = sum(|a| {
        let raw = a.lots.iter().filter(|lot| lot.lot_type == LotType::Raw);
        raw.map(|lot| lot.weight_kg).sum()
    });
    let gain = sum(|a| a.runs.iter().map(|run| run.balance.totals.gain_kg).sum());
    let lost = sum(|a| a.lots.iter().map(|lot| lot.lost_kg).sum());
    let sent = sum(|a| a.lots.iter().map(|lot| lot.dispatched_kg).sum());
    let left = sum(|a| a.lots.iter().map(|lot| lot.remaining_kg).sum());
    assert_eq!(received + gain, sent + lost + left);
    assert_eq!((received, sent), (kg("62284.1"), kg("32203.47")));
}

#[test]
fn the_committed_day_meets_its_troubles_and_one_stays_open() {
    let (_, _, answers) = &*COMMITTED;

    assert_eq!(
        answers
            .readings
            .iter()
            .filter(|reading| reading.violation)
            .count(),
        3
    );
    let decided = |decision| {
        let found = answers.inspections.iter();
        found
            .filter(|inspection| inspection.decision == decision)
            .count()
    };
    assert_eq!((decided(Decision::Hold), decided(Decision::Fail)), (2, 1));
    let open = answers.deviations.iter();
    let open = open.filter(|deviation| deviation.status == DeviationStatus::Open);
    assert_eq!((answers.deviations.len(), open.count()), (6, 1));
    let of = |status| {
        answers
            .lots
            .iter()
            .filter(|lot| lot.status == status)
            .count()
    };
    assert_eq!((of(LotStatus::Hold), of(LotStatus::Rejected)), (1, 2));
    assert_eq!(of(LotStatus::Quarantine), 0);
    let completed = answers.runs.iter();
    let completed = completed.filter(|answer| answer.run.status == RunStatus::Completed);
    assert_eq!((answers.runs.len(), completed.count()), (4, 3));
}

#[test]
fn a_recalled_delivery_is_traced_to_its_consignees() {
    let (files, _, answers) = &*COMMITTED;

    let recall = answers.recall.as_ref().unwrap();
    assert_eq!(&*recall.lots[0].lot.code, "RAW-20260115-DUNA-0001");
    assert_eq!((recall.totals.lots, recall.totals.consignees), (50, 2));
    assert_eq!(recall.totals.dispatched_kg, kg("4678.6"));
    let page = crate::picture::page(answers, files.zone()).unwrap();
    for part in [
        "<svg",
        "SHIP-20260115-DUNA-0001",
        "RAW-0001",
        "Csirkecomb, csontos",
        "flowchart LR",
    ] {
        assert!(page.contains(part), "the page lacks `{part}`");
    }
    assert!(
        !page.contains("src="),
        "the page takes nothing from elsewhere"
    );
}

#[test]
fn a_generated_day_is_the_same_every_time_and_passes() {
    let files = generate(300).unwrap();
    assert_eq!(files, generate(300).unwrap());
    let (tally, answers) = played(&files);
    assert!(
        (290..=310).contains(&answers.lots.len()),
        "{} lots",
        answers.lots.len()
    );
    assert_eq!(answers.unaccounted, Kilograms::ZERO);
    assert_eq!(answers.audit.first_broken, None);
    assert_eq!(tally.warnings, 0);
}

#[test]
fn what_is_written_is_what_is_read() {
    let folder = Folder::new("round");
    let files = generate(200).unwrap();
    files.write(folder.path()).unwrap();
    assert_eq!(PlantFiles::read(folder.path()).unwrap(), files);
}

#[test]
fn a_row_that_a_rule_refuses_is_named_with_the_librarys_words() {
    // Without its inspection, a deboned lot is in quarantine when its run moves on.
    let folder = Folder::with_committed_data("refused");
    let inspections = std::fs::read_to_string(folder.path().join("inspections.csv")).unwrap();
    let found = inspections
        .lines()
        .position(|line| line.contains(",DEB-20260115-DUNA-0001,"));
    folder.remove("inspections.csv", found.unwrap() + 1);

    let files = PlantFiles::read(folder.path()).unwrap();
    let refused = run_day(&files, &ProgressBar::hidden()).unwrap_err();
    let Failure::Refused(problem) = &refused else {
        panic!("{refused}");
    };
    assert_eq!((problem.file, problem.line > 1), ("runs.csv", true));
    assert!(problem.why.starts_with("QC_PENDING: "), "{}", problem.why);
    assert!(
        problem.why.contains("DEB-20260115-DUNA-0001"),
        "{}",
        problem.why
    );
}
