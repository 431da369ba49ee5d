//! A host's code that panics inside the library takes nothing with it.
#![expect(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{Plant, envelope, label, new_lot, options};
use futures_executor::block_on;
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};
use wms_core::{
    actor::Role,
    error::Rejection,
    plant::Clock,
    query::{GetPolicy, VerifyAudit},
    time::Instant,
};
use wms_store::{Database, Options, Tenant};

/// A clock that panics as long as it is broken.
#[derive(Clone, Default)]
struct Broken(Arc<AtomicBool>);

impl Clock for Broken {
    fn now(&self) -> Instant {
        assert!(!self.0.load(Ordering::SeqCst), "the clock is broken");
        options().clock.now()
    }
}

/// As few connections and writers as can be: one that is lost would be missed.
fn beside(plant: &Plant, clock: &Broken) -> Tenant {
    let options = Options::default()
        .with_clock(clock.clone())
        .with_connections(1)
        .with_acquire_timeout(Duration::from_secs(5));
    let database = block_on(Database::connect(&plant.url, options)).unwrap();
    database.tenant(plant.tenant.id())
}

fn lots(tenant: &Tenant) -> u64 {
    block_on(tenant.count_lots()).unwrap().values().sum()
}

#[test]
fn a_command_or_query_that_panics_is_unavailable_and_the_next_ones_are_answered() {
    for plant in Plant::each() {
        let clock = Broken::default();
        let tenant = beside(&plant, &clock);
        let before = lots(&tenant);
        for _ in 0..3 {
            clock.0.store(true, Ordering::SeqCst);
            let callers = (0..8).map(|_| {
                let tenant = tenant.clone();
                let made = envelope(Role::Operator, label(new_lot()));
                thread::spawn(move || block_on(tenant.execute(&made)))
            });
            for caller in callers.collect::<Vec<_>>() {
                let refused = caller.join().unwrap().unwrap_err();
                assert_eq!(refused, Rejection::StoreUnavailable {});
            }
            let refused = block_on(tenant.ask(&GetPolicy::new())).unwrap_err();
            assert_eq!(refused, Rejection::StoreUnavailable {});
            clock.0.store(false, Ordering::SeqCst);
            let made = envelope(Role::Operator, label(new_lot()));
            assert!(!block_on(tenant.execute(&made)).unwrap().replayed);
            block_on(tenant.ask(&GetPolicy::new())).unwrap();
        }
        assert_eq!(lots(&tenant), before + 3);
        plant.verify();
    }
}

#[test]
fn a_progress_that_panics_ends_its_verification_alone() {
    for plant in Plant::each() {
        let tenant = beside(&plant, &Broken::default());
        let panics = |_| panic!("the progress bar is gone");
        let refused = block_on(tenant.verify_audit(None, panics)).unwrap_err();
        assert_eq!(refused, Rejection::StoreUnavailable {});
        let found = block_on(tenant.ask(&VerifyAudit::new())).unwrap();
        assert_eq!(found.first_broken, None);
    }
}
