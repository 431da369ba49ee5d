//! A day in a database: once, twice, and after its program was killed.
use super::Folder;
use crate::books::{Kept, Store};
use crate::day::{close, run_day};
use crate::generate::{COMMITTED_LOTS, generate};
use crate::plan::PlantFiles;
use crate::report::{Asked, ask, text};
use futures_executor::block_on;
use indicatif::ProgressBar;
use std::process::{Command, Stdio};
use std::time::Duration;
use wms_core::query::{ListLots, Page, VerifyAudit};

/// How many commands of the day are told; all, unless it is stopped.
type Stop = Option<usize>;

/// Runs a day into a store and reads its report.
fn played(files: &PlantFiles, url: &str, stop: Stop) -> (Kept, String) {
    let store = Store::open(url).unwrap();
    let mut factory = run_day(files, &ProgressBar::hidden()).unwrap();
    let closed = close(&mut factory, files.ends_at()).unwrap();
    factory.told.truncate(stop.unwrap_or(usize::MAX));
    let (books, kept) = store.keep(&factory, &ProgressBar::hidden()).unwrap();
    if stop.is_some() {
        return (kept, String::new());
    }
    let answers = ask(&books, factory.site, closed, &Asked::default()).unwrap();
    (kept, text(&answers, files.zone()))
}

fn file_in(folder: &Folder) -> String {
    format!("sqlite:{}", folder.path().join("day.db").display())
}

#[test]
fn a_day_kept_twice_is_there_once_and_reads_as_in_memory() {
    let (files, folder) = (generate(200).unwrap(), Folder::new("twice"));
    let url = file_in(&folder);

    let (first, report) = played(&files, &url, None);
    let (again, repeated) = played(&files, &url, None);
    let (nowhere, in_memory) = played(&files, "memory", None);

    assert_eq!(first.replayed, 0);
    assert!(first.commands > 500, "{} commands", first.commands);
    assert_eq!(
        (again.commands, again.replayed),
        (first.commands, first.commands)
    );
    assert_eq!(nowhere.commands, 0);
    // With the number of events and the checkpoint of the audit log in them.
    assert!(report.contains("checkpoint "), "{report}");
    assert_eq!(repeated, report);
    assert_eq!(in_memory, report);
}

#[test]
fn other_files_in_the_same_database_are_another_plant() {
    let folder = Folder::new("other");
    let url = file_in(&folder);
    let (_, small) = played(&generate(200).unwrap(), &url, None);
    let (other, larger) = played(&generate(250).unwrap(), &url, None);

    assert_eq!(other.replayed, 0);
    assert_ne!(small, larger);
    assert_eq!(played(&generate(200).unwrap(), &url, None).1, small);
}

#[test]
fn a_day_that_stopped_goes_on_where_it_was() {
    let (files, folder) = (generate(300).unwrap(), Folder::new("stopped"));
    let url = file_in(&folder);

    let (before, _) = played(&files, &url, Some(333));
    let (after, report) = played(&files, &url, None);

    assert_eq!((before.commands, after.replayed), (333, 333));
    assert_eq!(report, played(&files, "sqlite::memory:", None).1);
}

/// Where the child that the test below starts finds its store.
const CHILD: &str = "FACTORY_DAY_TEST_STORE";

/// The test starts itself as the program that it kills.
#[test]
fn a_day_whose_program_was_killed_goes_on_where_it_was() {
    if let Ok(url) = std::env::var(CHILD) {
        played(&generate(COMMITTED_LOTS).unwrap(), &url, None);
        return;
    }
    let (files, folder) = (generate(COMMITTED_LOTS).unwrap(), Folder::new("killed"));
    let url = file_in(&folder);
    let Store::Database { database, .. } = Store::open(&url).unwrap() else {
        panic!("a file is a database");
    };
    let tenant = database.tenant(files.tenant());

    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "tests::kept::a_day_whose_program_was_killed_goes_on_where_it_was",
        ])
        .env(CHILD, &url)
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let lots = || ListLots::new().with_page(Page::new().with_limit(1_u16));
    while block_on(tenant.ask(&lots())).unwrap().items.is_empty() {
        assert_eq!(child.try_wait().unwrap(), None, "the child ended by itself");
        std::thread::sleep(Duration::from_millis(5));
    }
    // SIGKILL on Unix: nothing is tidied up.
    child.kill().unwrap();
    child.wait().unwrap();
    let cut = block_on(tenant.ask(&VerifyAudit::new())).unwrap();
    assert_eq!(cut.first_broken, None);

    let (kept, report) = played(&files, &url, None);
    assert!(
        (1..kept.commands).contains(&kept.replayed),
        "{} of {} commands were there when the child was killed",
        kept.replayed,
        kept.commands
    );
    assert_eq!(report, played(&files, "memory", None).1);
}
