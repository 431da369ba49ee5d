//! SQLite on a disk that is full, or on a file that may only be read: a clear answer, nothing lost, and the next
//! command works once there is room again.
#![expect(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{Plant, envelope, label, new_lot, options};
use futures_executor::block_on;
use std::process::Command;
use wms_core::{
    actor::Role,
    command::Envelope,
    error::Rejection,
    query::{GetLot, GetPolicy, VerifyAudit},
};
use wms_store::Database;

/// Set in the process that this test starts of itself, with its files limited in size.
const CHILD: &str = "WMS_DISK_CHILD";

/// How large the files of this process may become.
fn limit_files(limit: &str) {
    let own = std::process::id().to_string();
    let limited = Command::new("prlimit")
        .args(["--pid", &own, &format!("--fsize={limit}:unlimited")])
        .status();
    assert!(limited.unwrap().success());
}

/// Runs commands until the disk is full, and says which were applied.
fn fill(plant: &Plant) -> (Vec<Envelope>, Envelope) {
    let mut applied = Vec::new();
    for _ in 0..10_000 {
        let next = envelope(Role::Operator, label(new_lot()));
        match block_on(plant.tenant.execute(&next)) {
            Ok(_) => applied.push(next),
            Err(refused) => {
                assert_eq!(refused, Rejection::StoreUnavailable {});
                return (applied, next);
            }
        }
    }
    unreachable!("the disk never got full")
}

#[test]
fn a_full_disk_loses_nothing_and_works_again() {
    if std::env::var_os(CHILD).is_none() {
        // A process dies of its first write beyond the limit unless it ignores the signal, as a shell can tell it.
        let child = Command::new("sh")
            .args(["-c", "trap '' XFSZ; exec \"$@\"", "sh"])
            .arg(std::env::current_exe().unwrap())
            .args(["--exact", "a_full_disk_loses_nothing_and_works_again"])
            .env(CHILD, "1")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&child.stdout);
        assert!(
            child.status.success() && said.contains("1 passed"),
            "{said}"
        );
        return;
    }
    let plant = Plant::sqlite();
    limit_files("3000000");
    let (applied, refused) = fill(&plant);
    assert!(applied.len() > 10, "{}", applied.len());
    // It stays full, and what there is can be read.
    let again = block_on(plant.tenant.execute(&refused));
    assert_eq!(again.unwrap_err(), Rejection::StoreUnavailable {});
    block_on(plant.tenant.ask(&GetPolicy::new())).unwrap();
    limit_files("unlimited");
    assert!(!block_on(plant.tenant.execute(&refused)).unwrap().replayed);
    for one in &applied {
        assert!(block_on(plant.tenant.execute(one)).unwrap().replayed);
    }
    plant.verify();
}

#[test]
fn a_file_that_may_only_be_read_answers_and_is_not_written() {
    let plant = Plant::sqlite();
    let lot = new_lot();
    let made = envelope(Role::Operator, label(lot));
    block_on(plant.tenant.execute(&made)).unwrap();
    let path = plant.url.strip_prefix("sqlite:").unwrap();
    let url = format!("sqlite:file:{path}?mode=ro");
    let database = block_on(Database::connect(&url, options())).unwrap();
    let tenant = database.tenant(plant.tenant.id());
    block_on(tenant.ask(&GetLot::new(lot))).unwrap();
    block_on(tenant.ask(&VerifyAudit::new())).unwrap();
    let next = envelope(Role::Operator, label(new_lot()));
    let refused = block_on(tenant.execute(&next));
    assert_eq!(refused.unwrap_err(), Rejection::StoreUnavailable {});
    // The very command goes through where the file may be written.
    assert!(!block_on(plant.tenant.execute(&next)).unwrap().replayed);
}
