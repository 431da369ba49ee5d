//! The report, section by section.
use super::answers::Answers;
use super::figures::{count, counted, grouped, kg};
use super::goods::{self, Codes};
use super::table::Table;
use super::{balance, quality};
use crate::books::Kept;
use crate::day::Tally;
use chrono_tz::Tz;
use core::fmt::Display;
use std::time::Duration;
use wms_core::vocabulary::Language;

/// How long things took.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Timing {
    pub(crate) reading: Duration,
    /// The day in memory.
    pub(crate) day: Duration,
    /// The day in its books.
    pub(crate) kept: Kept,
}

/// Prints the whole report.
pub(crate) fn print(answers: &Answers, tally: Tally, timing: Timing, zone: Tz) {
    let codes = Codes::of(answers);
    let site = &answers.site;
    let day = answers
        .lots
        .first()
        .map(|lot| lot.production_day.to_string());
    let name = site.name.in_language(Language::Hu);
    title(&format!(
        "{name} ({}) · production day {} · {}",
        site.site,
        day.unwrap_or_default(),
        site.time_zone
    ));

    section("Lots");
    table(&goods::lots(answers));

    section("Runs");
    table(&balance::runs(answers));
    balance::open_runs(answers).iter().for_each(line);

    section("Mass balance of all runs");
    table(&balance::steps(answers));
    line(format!(
        "{} balanced one by one: weight = used + lost + dispatched + in buffers + at the line; unaccounted {} kg",
        counted(answers.lots.len(), "lot"),
        kg(answers.unaccounted),
    ));
    line(balance::of_the_day(answers));

    section("Quality");
    quality::words(answers).iter().for_each(line);
    let deviations = quality::deviations(answers, &codes, zone);
    deviations.iter().for_each(line);

    recall(answers, &codes, zone);

    section("Pick for tomorrow (FEFO)");
    let (words, picked) = goods::pick(answers, &codes);
    line(words);
    table(&picked);

    section("Audit log");
    audit(answers);

    section("Time");
    speed(answers, tally, timing).iter().for_each(line);
}

fn recall(answers: &Answers, codes: &Codes<'_>, zone: Tz) {
    section("Recall");
    let Some(recall) = &answers.recall else {
        line("no delivery of this day has left the plant");
        return;
    };
    line(goods::recalled_lot(answers, recall));
    answers
        .recalled
        .iter()
        .for_each(|balance| line(goods::balance_words(balance)));
    line(goods::recall_words(recall));
    table(&goods::recall_by_type(recall));
    line("sent to");
    table(&goods::recall_by_consignee(recall, zone));
    let here = goods::recall_in_plant(recall, codes);
    if here.is_empty() {
        line("nothing of it is left in the plant");
    } else {
        line("still in the plant");
        table(&here);
    }
}

fn audit(answers: &Answers) {
    let audit = &answers.audit;
    let verdict = match &audit.first_broken {
        None => "verified, nothing changed, removed, inserted or reordered".to_owned(),
        Some(broken) => {
            let stream = broken.stream.as_deref().unwrap_or("the checkpoint");
            format!(
                "BROKEN at {stream}, version {}: {}",
                broken.version, broken.why
            )
        }
    };
    let (events, streams) = (grouped(audit.events), grouped(audit.streams));
    line(format!("{events} events in {streams} streams: {verdict}"));
    line(format!("checkpoint {}", audit.checkpoint));
}

fn speed(answers: &Answers, tally: Tally, timing: Timing) -> Vec<String> {
    let lots = u64::try_from(answers.lots.len()).unwrap_or(u64::MAX);
    let rates = |commands, took| {
        let (commands, lots) = (per_second(commands, took), per_second(lots, took));
        format!("{took:.1?}: {commands} commands/s, {lots} lots/s")
    };
    let mut lines = vec![
        format!("files read in {:.1?}", timing.reading),
        format!(
            "{} commands ({} events, {} warnings) decided in memory in {}",
            grouped(tally.commands),
            count(tally.events),
            count(tally.warnings),
            rates(tally.commands, timing.day),
        ),
    ];
    let kept = timing.kept;
    if kept.commands > 0 {
        lines.push(format!(
            "kept in the database in {}; {} of {} commands replayed",
            rates(kept.commands, kept.took),
            grouped(kept.replayed),
            grouped(kept.commands),
        ));
    }
    let (recall, audit) = (answers.recall_took, answers.audit_took);
    lines.push(format!("recall {recall:.1?} · audit {audit:.1?}"));
    lines
}

fn per_second(number: u64, took: Duration) -> String {
    let rate = u128::from(number) * 1_000_000 / took.as_micros().max(1);
    grouped(u64::try_from(rate).unwrap_or(u64::MAX))
}

fn title(words: &str) {
    println!("{words}\n{}", "═".repeat(words.chars().count()));
}

fn section(name: &str) {
    println!("\n{}", name.to_uppercase());
}

fn line(words: impl Display) {
    println!("  {words}");
}

fn table(table: &Table) {
    if !table.is_empty() {
        print!("{table}");
    }
}
