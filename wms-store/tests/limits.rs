//! Timeouts, and what callers hear of a database that is busy, slow or gone.
#![expect(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{
    Plant, envelope, label, new_lot, options,
    pg::{Client, Cluster, new_database},
    server,
};
use futures_executor::block_on;
use std::time::{Duration, Instant};
use wms_core::{
    actor::Role,
    error::Rejection,
    query::{GetPolicy, VerifyAudit},
};
use wms_store::{Database, OpenError, Options, Tenant};

const SHORT: Duration = Duration::from_millis(300);

/// The same plant through a handle with other options.
fn beside(plant: &Plant, options: Options) -> Tenant {
    let database = block_on(Database::connect(&plant.url, options)).unwrap();
    database.tenant(plant.tenant.id())
}

/// Holds a lock on every lot until it is dropped.
fn locked() -> Client {
    let mut client = Client::connect(&server());
    let lock = "BEGIN; LOCK TABLE lots IN ACCESS EXCLUSIVE MODE";
    client.run(lock).unwrap();
    client
}

#[test]
fn a_lock_that_is_held_too_long_makes_a_command_busy_and_the_next_try_succeeds() {
    let plant = Plant::postgres();
    let hasty = options().with_lock_timeout(SHORT).with_deadline(SHORT);
    let tenant = beside(&plant, hasty);
    let made = envelope(Role::Operator, label(new_lot()));
    let held = locked();
    let busy = block_on(tenant.execute(&made));
    assert_eq!(busy.unwrap_err(), Rejection::StoreBusy {});
    drop(held);
    assert!(!block_on(tenant.execute(&made)).unwrap().replayed);
    plant.verify();
}

#[test]
fn a_statement_that_runs_too_long_is_busy() {
    let plant = Plant::postgres();
    let hasty = options()
        .with_statement_timeout(SHORT)
        .with_lock_timeout(None);
    let tenant = beside(&plant, hasty);
    let _held = locked();
    let busy = block_on(tenant.count_lots());
    assert_eq!(busy.unwrap_err(), Rejection::StoreBusy {});
}

#[test]
fn an_exhausted_pool_is_busy_before_the_deadline() {
    let plant = Plant::postgres();
    let few = options()
        .with_connections(1)
        .with_lock_timeout(None)
        .with_acquire_timeout(SHORT);
    let tenant = beside(&plant, few);
    let held = locked();
    let waiting = std::thread::spawn({
        let tenant = tenant.clone();
        move || block_on(tenant.count_lots())
    });
    std::thread::sleep(SHORT / 3);
    let began = Instant::now();
    let busy = block_on(tenant.ask(&GetPolicy::new()));
    assert_eq!(busy.unwrap_err(), Rejection::StoreBusy {});
    assert!(began.elapsed() >= SHORT / 2);
    drop(held);
    waiting.join().unwrap().unwrap();
    block_on(tenant.ask(&GetPolicy::new())).unwrap();
}

#[test]
fn a_url_that_names_no_database_is_told_from_a_database_that_is_away() {
    let urls = [
        "postgres://[",
        "postgres://",
        "postgres://u@h:x/d",
        "postgres://u@h/d?no_such_setting=1",
        "sqlite:\0",
        "sqlite:plant\0.db",
    ];
    for url in urls {
        let refused = block_on(Database::connect(url, options()));
        assert!(
            matches!(refused, Err(OpenError::InvalidUrl { .. })),
            "{url:?}: {refused:?}"
        );
    }
    let away = block_on(Database::connect(
        "sqlite:/no/such/folder/plant.db",
        options(),
    ));
    assert!(matches!(away, Err(OpenError::Unavailable(_))), "{away:?}");
}

#[test]
fn nobody_at_the_address_is_an_error_of_opening() {
    let nobody = "postgres://nobody:nothing@127.0.0.1:1/none";
    let refused = block_on(Database::connect(nobody, options()));
    let Err(OpenError::Unavailable(why)) = refused else {
        unreachable!("{refused:?}");
    };
    assert!(why.contains("refused"), "{why}");
}

#[test]
fn a_server_that_never_answers_is_given_up() {
    // It accepts, and says nothing.
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("postgres://a:b@{}/c", silent.local_addr().unwrap());
    let refused = block_on(Database::connect(
        &url,
        options().with_connect_timeout(SHORT),
    ));
    assert!(matches!(refused, Err(OpenError::Unavailable(why)) if why.contains("no answer")));
}

#[test]
fn a_server_that_stops_is_unavailable() {
    let cluster = Cluster::start();
    let database = common::open(&cluster.url);
    let plant = Plant::in_database(database, &cluster.url);
    drop(cluster);
    let made = envelope(Role::Operator, label(new_lot()));
    let command = block_on(plant.tenant.execute(&made));
    assert_eq!(command.unwrap_err(), Rejection::StoreUnavailable {});
    let question = block_on(plant.tenant.ask(&VerifyAudit::new()));
    assert_eq!(question.unwrap_err(), Rejection::StoreUnavailable {});
    let many = (0..20).map(|_| envelope(Role::Operator, label(new_lot())));
    let answers = block_on(plant.tenant.execute_many(many, |_| {}));
    let gone =
        |answer: &Result<_, Rejection>| matches!(answer, Err(Rejection::StoreUnavailable {}));
    assert!(answers.iter().all(gone));
    let health = block_on(plant.database.health());
    assert!(matches!(health, Err(OpenError::Unavailable(_))));
}

#[test]
fn connections_that_die_are_replaced_and_the_command_goes_through() {
    let url = new_database(&server());
    let plant = Plant::in_database(common::open(&url), &url);
    let lots = || envelope(Role::Operator, label(new_lot()));
    block_on(plant.tenant.execute(&lots())).unwrap();
    Client::connect(&url)
        .run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")
        .unwrap();
    block_on(plant.tenant.execute(&lots())).unwrap();
    plant.verify();
}

#[cfg(not(feature = "tls"))]
#[test]
fn encryption_that_this_build_lacks_is_an_error() {
    for wish in [
        "sslmode=require",
        "sslmode=verify-full",
        "sslrootcert=/etc/ca.pem",
    ] {
        let url = format!("{}?{wish}", server());
        let refused = block_on(Database::connect(&url, options()));
        assert!(
            matches!(refused, Err(OpenError::Unavailable(why)) if why.contains("feature `tls`"))
        );
    }
}

/// Another process that writes to the file.
fn writing(plant: &Plant) -> diesel::SqliteConnection {
    use diesel::{Connection, connection::SimpleConnection};
    let path = plant.url.strip_prefix("sqlite:").unwrap();
    let mut c = diesel::SqliteConnection::establish(path).unwrap();
    c.batch_execute("PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE")
        .unwrap();
    c
}

#[test]
fn a_file_that_another_process_writes_to_is_busy_and_then_it_is_not() {
    let plant = Plant::sqlite();
    let hasty = options().with_busy_timeout(SHORT).with_deadline(SHORT);
    let tenant = beside(&plant, hasty);
    let made = envelope(Role::Operator, label(new_lot()));
    let other = writing(&plant);
    let busy = block_on(tenant.execute(&made));
    assert_eq!(busy.unwrap_err(), Rejection::StoreBusy {});
    // Who reads does not wait for who writes.
    block_on(tenant.count_lots()).unwrap();
    drop(other);
    assert!(!block_on(tenant.execute(&made)).unwrap().replayed);
    plant.verify();
}
