//! Futures that are dropped: a command once begun runs to its end, a question leaves nothing behind, and no lock
//! is held for somebody who is gone.

mod common;

use common::{Plant, envelope, label, new_lot, pg::Client, server};
use futures_executor::block_on;
use std::{
    pin::Pin,
    task::{Context, Waker},
    thread,
    time::{Duration, Instant},
};
use wms_core::{
    actor::Role,
    ids::LotId,
    query::{GetLot, ListLots},
};

/// Polls once, waits a while, and drops: the future was under way, and nobody wants to know any more.
fn give_up<T>(mut waiting: Pin<Box<dyn Future<Output = T> + '_>>, after: Duration) {
    let mut context = Context::from_waker(Waker::noop());
    if waiting.as_mut().poll(&mut context).is_pending() {
        thread::sleep(after);
        let _ = waiting.as_mut().poll(&mut context);
    }
}

fn wait_until(happens: impl Fn() -> bool, what: &str) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !happens() {
        assert!(Instant::now() < deadline, "{what}");
        thread::sleep(Duration::from_millis(20));
    }
}

/// How many of a plant's connections are in a transaction; SQLite shows it by taking the next command.
fn in_transactions(plant: &Plant) -> usize {
    plant.connections().map_or(0, |connections| {
        Client::connect(&server()).connections(&connections, "state <> 'idle'")
    })
}

#[test]
fn a_command_runs_to_its_end_when_nobody_waits_for_it() {
    for plant in Plant::each() {
        let lots: Vec<LotId> = (0..40).map(|_| new_lot()).collect();
        for (n, lot) in (0_u64..).zip(&lots) {
            let command = envelope(Role::Operator, label(*lot));
            let after = Duration::from_micros((n * 397) % 6_000);
            give_up(Box::pin(plant.tenant.execute(&command)), after);
        }
        // Whoever comes later is served, and what nobody waited for is there.
        let last = envelope(Role::Operator, label(new_lot()));
        block_on(plant.tenant.execute(&last)).unwrap();
        for lot in lots {
            let is_there = || block_on(plant.tenant.ask(&GetLot::new(lot))).is_ok();
            wait_until(is_there, "a command was dropped with its caller");
        }
        wait_until(|| in_transactions(&plant) == 0, "a lock is held for nobody");
        plant.verify();
    }
}

#[test]
fn a_question_nobody_waits_for_leaves_nothing_behind() {
    for plant in Plant::each() {
        for n in 0..40 {
            let asked = ListLots::new();
            let after = Duration::from_micros((n * 397) % 6_000);
            give_up(Box::pin(plant.tenant.ask(&asked)), after);
            // Each time: whoever takes the connection from the pool next would clear it up.
            wait_until(
                || in_transactions(&plant) == 0,
                "a transaction is open for nobody",
            );
        }
        // Every connection is free again: as many questions as ever are answered.
        for _ in 0..10 {
            block_on(plant.tenant.ask(&ListLots::new())).unwrap();
        }
    }
}
