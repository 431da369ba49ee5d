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
    let mut out = Text(text(answers, zone));
    out.section("Time");
    out.lines(speed(answers, tally, timing));
    print!("{}", out.0);
}

/// The report without its times: of one day always the same, wherever it is kept.
pub(crate) fn text(answers: &Answers, zone: Tz) -> String {
    let mut out = Text::default();
    let codes = Codes::of(answers);
    let site = &answers.site;
    let day = answers
        .lots
        .first()
        .map(|lot| lot.production_day.to_string());
    let name = site.name.in_language(Language::Hu);
    out.title(&format!(
        "{name} ({}) · production day {} · {}",
        site.site,
        day.unwrap_or_default(),
        site.time_zone
    ));

    out.section("Lots");
    out.table(&goods::lots(answers));

    out.section("Runs");
    out.table(&balance::runs(answers));
    out.lines(balance::open_runs(answers));

    out.section("Mass balance of all runs");
    out.table(&balance::steps(answers));
    out.line(format!(
        "{} balanced one by one: weight = used + lost + dispatched + in buffers + at the line; unaccounted {} kg",
        counted(answers.lots.len(), "lot"),
        kg(answers.unaccounted),
    ));
    out.line(balance::of_the_day(answers));

    out.section("Quality");
    out.lines(quality::words(answers));
    out.lines(quality::deviations(answers, &codes, zone));

    recall(&mut out, answers, &codes, zone);

    out.section("Pick for tomorrow (FEFO)");
    let (words, picked) = goods::pick(answers, &codes);
    out.line(words);
    out.table(&picked);

    out.section("Audit log");
    audit(&mut out, answers);

    out.0
}

fn recall(out: &mut Text, answers: &Answers, codes: &Codes<'_>, zone: Tz) {
    out.section("Recall");
    let Some(recall) = &answers.recall else {
        out.line("no delivery of this day has left the plant");
        return;
    };
    out.line(goods::recalled_lot(answers, recall));
    out.lines(answers.recalled.iter().map(goods::balance_words));
    out.line(goods::recall_words(recall));
    out.table(&goods::recall_by_type(recall));
    out.line("sent to");
    out.table(&goods::recall_by_consignee(recall, zone));
    let here = goods::recall_in_plant(recall, codes);
    if here.is_empty() {
        out.line("nothing of it is left in the plant");
    } else {
        out.line("still in the plant");
        out.table(&here);
    }
}

fn audit(out: &mut Text, answers: &Answers) {
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
    out.line(format!("{events} events in {streams} streams: {verdict}"));
    out.line(format!("checkpoint {}", audit.checkpoint));
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

/// What is printed, as it grows.
#[derive(Default)]
struct Text(String);

impl Text {
    fn title(&mut self, words: &str) {
        let rule = "═".repeat(words.chars().count());
        self.0.push_str(&format!("{words}\n{rule}\n"));
    }

    fn section(&mut self, name: &str) {
        self.0.push_str(&format!("\n{}\n", name.to_uppercase()));
    }

    fn line(&mut self, words: impl Display) {
        self.0.push_str(&format!("  {words}\n"));
    }

    fn lines(&mut self, all: impl IntoIterator<Item = impl Display>) {
        all.into_iter().for_each(|words| self.line(words));
    }

    fn table(&mut self, table: &Table) {
        if !table.is_empty() {
            self.0.push_str(&table.to_string());
        }
    }
}
