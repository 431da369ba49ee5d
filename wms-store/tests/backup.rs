//! Copies of whole databases: of a file while it is in use, of a server by its own tools.
#![expect(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{
    Plant, envelope, label, new_lot, open,
    pg::{Client, Cluster, new_database},
    story::dump,
};
use futures_executor::block_on;
use std::{path::Path, process::Command};
use tempfile::TempDir;
use wms_core::{
    actor::Role,
    command::Envelope,
    query::{Changes, VerifyAudit},
};
use wms_store::{BackupError, Tenant};

fn labels(tenant: &Tenant, count: usize) -> Vec<Envelope> {
    let labels = (0..count).map(|_| envelope(Role::Operator, label(new_lot())));
    let labels: Vec<Envelope> = labels.collect();
    for one in &labels {
        block_on(tenant.execute(one)).unwrap();
    }
    labels
}

#[test]
fn a_file_is_copied_while_it_is_written_and_the_copy_is_whole() {
    let plant = Plant::sqlite();
    let before = labels(&plant.tenant, 20);
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("copy.db");
    let tenant = plant.tenant.clone();
    let writing = std::thread::spawn(move || labels(&tenant, 50));
    let copy = block_on(plant.database.backup(&path)).unwrap();
    writing.join().unwrap();
    assert!(copy.is_whole() && copy.bytes > 0);
    assert_eq!(copy.bytes, std::fs::metadata(&path).unwrap().len());
    let [(id, verified)] = copy.tenants.as_slice() else {
        unreachable!("one tenant: {copy:?}");
    };
    assert_eq!(*id, plant.tenant.id());
    // The copy's checkpoint is in the history of the plant that went on.
    let mut later = VerifyAudit::new();
    later.checkpoint = Some(verified.checkpoint.clone());
    let later = block_on(plant.tenant.ask(&later)).unwrap();
    assert_eq!(later.first_broken, None);

    let database = open(&format!("sqlite:{}", path.display()));
    let copied = database.tenant(plant.tenant.id());
    // What was verified is the copy, not the file that was written to meanwhile.
    let again = block_on(copied.ask(&VerifyAudit::new())).unwrap();
    assert_eq!(again, *verified);
    for one in &before {
        assert!(block_on(copied.execute(one)).unwrap().replayed);
    }
    labels(&copied, 1);
}

#[test]
fn a_backup_overwrites_nothing_and_says_what_is_broken() {
    let plant = Plant::sqlite();
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("copy.db");
    std::fs::write(&path, "").unwrap();
    let refused = block_on(plant.database.backup(&path));
    assert!(matches!(refused, Err(BackupError::Exists { .. })));
    let nowhere = folder.path().join("missing/copy.db");
    let refused = block_on(plant.database.backup(nowhere));
    assert!(matches!(refused, Err(BackupError::Failed { .. })));

    plant
        .attack("DROP TRIGGER audit_chain_never_change; UPDATE audit_chain SET hash = zeroblob(32) WHERE rowid = 3")
        .unwrap();
    std::fs::remove_file(&path).unwrap();
    let copy = block_on(plant.database.backup(&path)).unwrap();
    assert!(!copy.is_whole());

    let postgres = Plant::postgres();
    let refused = block_on(postgres.database.backup(folder.path().join("none")));
    assert!(matches!(refused, Err(BackupError::NotAFile)));
}

fn tool(name: &str, arguments: &[&str]) {
    let ran = Command::new(name).args(arguments).output().unwrap();
    let said = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{name}: {said}");
}

/// The recipe of the book.
fn dump_and_restore(from: &str, file: &Path, to: &str) {
    let file = file.to_str().unwrap();
    tool(
        "pg_dump",
        &["--format=custom", "--file", file, "--dbname", from],
    );
    let restored = [
        "--exit-on-error",
        "--single-transaction",
        "--dbname",
        to,
        file,
    ];
    tool("pg_restore", &restored);
}

/// Everything recorded after a cursor, by key, and where to go on.
fn changes(
    tenant: &Tenant,
    after: Option<wms_core::query::Cursor>,
) -> (Vec<String>, wms_core::query::Cursor) {
    let mut all = Changes::new();
    all.limit = 1000;
    all.after = after;
    let page = block_on(tenant.ask(&all)).unwrap();
    let keys = page.items.iter().map(|event| event.id.to_string());
    (keys.collect(), page.next)
}

#[test]
fn a_database_that_is_dumped_and_restored_elsewhere_is_whole_and_goes_on() {
    // Servers of its own: any transaction at work on a server holds back what is settled.
    let here = Cluster::start();
    let old = new_database(&here.url);
    let plant = Plant::in_database(open(&old), &old);
    labels(&plant.tenant, 3);
    let (first, cursor) = changes(&plant.tenant, None);
    labels(&plant.tenant, 2);
    let mut client = Client::connect(&old);
    client
        .run("DO $$ BEGIN FOR i IN 1..3000 LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$")
        .unwrap();
    labels(&plant.tenant, 1);
    let verified = block_on(plant.tenant.ask(&VerifyAudit::new())).unwrap();

    let elsewhere = Cluster::start();
    let new = new_database(&elsewhere.url);
    let folder = TempDir::new().unwrap();
    dump_and_restore(&old, &folder.path().join("plant.dump"), &new);
    let id = plant.tenant.id();
    assert_eq!(dump(&old, id), dump(&new, id));
    let xid = "SELECT pg_current_xact_id()::text AS line";
    let number = |url: &str| -> u64 {
        let found = Client::connect(url).lines(xid).unwrap();
        found.first().unwrap().parse().unwrap()
    };
    assert!(number(&new) < number(&old), "the new server is not behind");

    let restored = open(&new).tenant(id);
    let again = block_on(restored.ask(&VerifyAudit::new())).unwrap();
    assert_eq!(again, verified);
    // Whoever follows the log goes on with the cursor of the old server, and misses nothing.
    labels(&restored, 2);
    let (rest, _) = changes(&restored, Some(cursor));
    let (all, _) = changes(&restored, None);
    assert_eq!(rest.len(), 5);
    assert_eq!([first, rest].concat(), all);
    let checked = restored.verify_audit(Some(&verified.checkpoint), |_| {});
    assert_eq!(block_on(checked).unwrap().first_broken, None);
}
