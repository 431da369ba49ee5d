//! PostgreSQL is stopped at once and started again while callers are at work: what was acknowledged is there,
//! what was not can be sent again, and the library finds the server again by itself.
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "tests")]

mod common;

use common::{Plant, envelope, label, new_lot, register};
use futures_executor::block_on;
use std::{
    process::Command,
    sync::atomic::{AtomicBool, AtomicU64, Ordering},
    thread,
    time::{Duration, Instant},
};
use wms_core::{
    actor::Role, command::Envelope, error::Rejection, ids::LotId, plant::Answer, query::GetLot,
};
use wms_store::Tenant;

/// How often the server is stopped.
fn cycles() -> u32 {
    std::env::var("CYCLES").map_or(5, |text| text.parse().unwrap())
}

fn stop_and_start() {
    let restart = std::env::var("WMS_PG_RESTART");
    let restart = restart.expect("a server that can be stopped: scripts/pg-cluster cargo test");
    assert!(Command::new(restart).status().unwrap().success());
}

/// What all callers heard, and whether they may stop.
#[derive(Debug, Default)]
struct Heard {
    answers: AtomicU64,
    failures: AtomicU64,
    enough: AtomicBool,
}

impl Heard {
    /// Waits until so many more commands were acknowledged.
    fn wait_for(&self, more: u64) {
        let enough = self.answers.load(Ordering::Relaxed) + more;
        let deadline = Instant::now() + Duration::from_secs(60);
        while self.answers.load(Ordering::Relaxed) < enough {
            assert!(
                Instant::now() < deadline,
                "the server was never found again"
            );
            thread::sleep(Duration::from_millis(1));
        }
    }
}

/// Sends until it is heard, as a host would; the key makes it safe.
fn insist(tenant: &Tenant, command: &Envelope, heard: &Heard) -> Answer {
    let deadline = Instant::now() + Duration::from_secs(120);
    loop {
        match block_on(tenant.execute(command)) {
            Ok(answer) => {
                heard.answers.fetch_add(1, Ordering::Relaxed);
                return answer;
            }
            Err(refused) => {
                let outage = matches!(
                    refused,
                    Rejection::StoreUnavailable {} | Rejection::StoreBusy {}
                );
                assert!(outage && refused.is_retryable(), "{refused:?}");
                assert!(
                    Instant::now() < deadline,
                    "the server was never found again"
                );
                heard.failures.fetch_add(1, Ordering::Relaxed);
                thread::sleep(Duration::from_millis(20));
            }
        }
    }
}

/// Makes lots and registers them, until there is no more need to.
fn work(plant: &Plant, heard: &Heard) -> Vec<(LotId, [Envelope; 2])> {
    let mut made = Vec::new();
    while !heard.enough.load(Ordering::Relaxed) {
        let lot = new_lot();
        let commands = [
            envelope(Role::Operator, label(lot)),
            envelope(Role::Operator, register(lot)),
        ];
        for command in &commands {
            insist(&plant.tenant, command, heard);
        }
        made.push((lot, commands));
    }
    made
}

#[test]
fn what_was_acknowledged_survives_the_server() {
    let plant = Plant::postgres();
    let first = wms_core::command::AdvanceRun::new(common::run_id());
    block_on(plant.tenant.execute(&envelope(Role::Operator, first))).unwrap();
    let heard = Heard::default();
    let made: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| work(&plant, &heard)))
            .collect();
        for _ in 0..cycles() {
            heard.wait_for(40);
            stop_and_start();
        }
        heard.wait_for(40);
        heard.enough.store(true, Ordering::Relaxed);
        let made = workers
            .into_iter()
            .flat_map(|worker| worker.join().unwrap());
        made.collect()
    });
    println!("{} stops of the server: {heard:?}", cycles());
    for (lot, commands) in &made {
        let found = block_on(plant.tenant.ask(&GetLot::new(*lot))).unwrap();
        assert_eq!(found.status.as_str(), "QUARANTINE");
        for command in commands {
            assert!(block_on(plant.tenant.execute(command)).unwrap().replayed);
        }
    }
    plant.verify();
}
