//! What a fork finds: no connection to a file, and nobody at work.
#![expect(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{Plant, envelope, label, new_lot, options};
use futures_executor::block_on;
use std::{
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError, mpsc::channel},
    thread,
    time::Duration,
};
use wms_core::{actor::Role, error::Rejection};
use wms_store::{Database, Tenant, fork};

const MOMENT: Duration = Duration::from_millis(200);

/// The tests fork one after the other: a fork holds up whatever database the process has.
fn alone() -> MutexGuard<'static, ()> {
    static FORKS: Mutex<()> = Mutex::new(());
    FORKS.lock().unwrap_or_else(PoisonError::into_inner)
}

fn print(tenant: &Tenant) -> Result<(), Rejection> {
    block_on(tenant.execute(&envelope(Role::Operator, label(new_lot())))).map(drop)
}

fn lots(tenant: &Tenant) -> u64 {
    block_on(tenant.count_lots()).unwrap().values().sum()
}

#[test]
fn no_file_is_open_while_the_process_forks_and_then_it_is_again() {
    let _alone = alone();
    let plant = Plant::sqlite();
    print(&plant.tenant).unwrap();
    // Who closes a file last takes its journal away.
    let file = plant.url.strip_prefix("sqlite:").unwrap();
    let journal = format!("{file}-wal");
    assert!(Path::new(&journal).exists());
    fork::before();
    assert!(!Path::new(&journal).exists());
    fork::after();
    print(&plant.tenant).unwrap();
    assert_eq!(lots(&plant.tenant), 2);
    plant.verify();
}

#[test]
fn what_comes_while_the_process_forks_waits_until_it_has() {
    let _alone = alone();
    let plant = Plant::sqlite();
    let (tenant, (tell, told)) = (plant.tenant.clone(), channel());
    fork::before();
    let working = thread::spawn(move || tell.send(print(&tenant)).unwrap());
    assert!(told.recv_timeout(MOMENT).is_err());
    fork::after();
    told.recv().unwrap().unwrap();
    working.join().unwrap();
}

#[test]
fn a_fork_waits_for_the_work_that_is_under_way() {
    let _alone = alone();
    let plant = Plant::sqlite();
    print(&plant.tenant).unwrap();
    let (begun, go_on) = (channel(), channel::<()>());
    let hears = move |_| {
        begun.0.send(()).unwrap();
        go_on.1.recv_timeout(10 * MOMENT).ok();
    };
    let tenant = plant.tenant.clone();
    let verifying = thread::spawn(move || block_on(tenant.verify_audit(None, hears)).unwrap());
    begun.1.recv().unwrap();
    let (tell, forked) = channel();
    let forking = thread::spawn(move || {
        fork::before();
        tell.send(()).unwrap();
        fork::after();
    });
    assert!(forked.recv_timeout(MOMENT).is_err());
    drop(go_on.0);
    forked.recv().unwrap();
    forking.join().unwrap();
    assert_eq!(verifying.join().unwrap().first_broken, None);
}

#[test]
fn a_database_in_memory_is_still_there_after_a_fork() {
    let _alone = alone();
    let database = common::open("sqlite::memory:");
    let plant = Plant::in_database(database, "sqlite::memory:");
    print(&plant.tenant).unwrap();
    fork::before();
    fork::after();
    assert_eq!(lots(&plant.tenant), 1);
}

#[test]
fn a_file_that_is_gone_after_a_fork_is_unavailable_and_not_made_anew() {
    let _alone = alone();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plant.db");
    let url = format!("sqlite:{}", file.display());
    let database = block_on(Database::connect(&url, options())).unwrap();
    block_on(database.migrate()).unwrap();
    let plant = Plant::in_database(database, &url);
    fork::before();
    std::fs::remove_file(&file).unwrap();
    fork::after();
    assert_eq!(print(&plant.tenant), Err(Rejection::StoreUnavailable {}));
    assert!(!file.exists());
}
