//! Thirty-two callers at one lot, one buffer, one run: totals hold to the gram, nobody hears of a deadlock, and the
//! audit chain verifies.
#![expect(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{Plant, envelope, kg, label, new_lot, register, run_id};
use futures_executor::block_on;
use serde_json::{Value, json};
use std::{collections::HashSet, sync::Barrier, thread};
use wms_core::{
    actor::Role,
    amount::{Celsius, Kilograms},
    command::{
        AdvanceRun, Command, CreateLot, CreateRun, NewLot, NewReading, ReceiveStock,
        RecordInspection, RegisterLot, StartRun, TransferStock, WriteOff,
    },
    error::{Code, Rejection},
    ids::{BufferId, InspectionId, LotId, ReadingId, RunId, VersionId},
    lot::{LossKind, LotType},
    plant::Answer,
    quality::{Decision, ReadingKind},
    query::{BufferSummary, GetLot},
    text::Reason,
};

const CALLERS: usize = 32;

/// How often an advance races against lots that join: each time has its chance to go wrong.
const RACES: usize = 12;

fn send(plant: &Plant, command: impl Into<Command>) -> Result<Answer, Rejection> {
    block_on(plant.tenant.execute(&envelope(Role::Operator, command)))
}

/// Everybody at once, each with a number of their own.
fn crowd<T: Send>(act: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let (act, begin) = (&act, &Barrier::new(CALLERS));
    thread::scope(|scope| {
        let callers: Vec<_> = (0..CALLERS)
            .map(|n| {
                scope.spawn(move || {
                    begin.wait();
                    act(n)
                })
            })
            .collect();
        let heard = callers.into_iter().map(|caller| caller.join().unwrap());
        heard.collect()
    })
}

fn pass(lot: LotId) -> RecordInspection {
    let id = InspectionId::new(new_lot().as_uuid());
    let mut pass = RecordInspection::new(id, lot, "receipt", Decision::Pass);
    let reading = ReadingId::new(new_lot().as_uuid());
    let cold = "2".parse::<Celsius>().unwrap();
    pass.readings = vec![NewReading::new(reading, ReadingKind::Surface, cold)];
    pass
}

fn released(plant: &Plant) -> LotId {
    let lot = new_lot();
    send(plant, label(lot)).unwrap();
    send(plant, register(lot)).unwrap();
    send(plant, pass(lot)).unwrap();
    lot
}

#[test]
fn a_hot_lot_gives_out_what_it_has_and_no_gram_more() {
    for plant in Plant::each() {
        send(&plant, AdvanceRun::new(run_id())).unwrap();
        let lot = released(&plant);
        let taken: usize = crowd(|_| {
            let reasons = (0..18).map(|_| Reason::new("taken as a sample"));
            let commands = reasons.map(|reason| {
                let mut command = WriteOff::new(lot, LossKind::Sample, reason);
                command.quantity_kg = Some(kg(1));
                command
            });
            let heard = commands.map(|command| send(&plant, command).map_err(|e| e.code()));
            let taken = heard.map(|one| match one {
                Ok(_) => 1,
                // The last kilogram ends the lot.
                Err(Code::InsufficientQuantity | Code::InvalidTransition) => 0,
                Err(other) => unreachable!("{other}"),
            });
            taken.sum::<usize>()
        })
        .into_iter()
        .sum();
        assert_eq!(taken, 500);
        let left = block_on(plant.tenant.ask(&GetLot::new(lot))).unwrap();
        assert_eq!(left.remaining_kg, Kilograms::ZERO);
        plant.verify();
    }
}

#[test]
fn a_hot_buffer_holds_what_came_less_what_left() {
    for plant in Plant::each() {
        let [hot, other] = ["HOT", "SIDE"].map(|code| {
            let buffer = BufferId::new(new_lot().as_uuid());
            let made = wms_core::command::CreateBuffer::new(
                buffer,
                code,
                "COLD",
                common::site(),
                vec![LotType::Raw],
                kg(9_000),
                "4".parse::<Celsius>().unwrap(),
            );
            send(&plant, made).unwrap();
            buffer
        });
        crowd(|n| {
            let lot = new_lot();
            let new = NewLot::new(LotType::Raw, kg(100));
            send(&plant, CreateLot::new(lot, common::site(), new)).unwrap();
            for _ in 0..3 {
                send(&plant, ReceiveStock::new(lot, hot, kg(20))).unwrap();
                if n % 2 == 0 {
                    send(&plant, TransferStock::new(lot, hot, other, kg(15))).unwrap();
                }
            }
        });
        let stock = |buffer| {
            block_on(plant.tenant.ask(&BufferSummary::new(buffer)))
                .unwrap()
                .stock_kg
        };
        assert_eq!(stock(hot), kg(32 * 60 - 16 * 45));
        assert_eq!(stock(other), kg(16 * 45));
        plant.verify();
    }
}

/// The whole log, oldest first: what happened, and to which lot.
fn log(plant: &Plant) -> Vec<(String, String)> {
    let (mut events, mut after) = (Vec::new(), Value::Null);
    loop {
        let asked = json!({"type": "audit_events", "page": {"limit": 200, "after": after}});
        let page = block_on(plant.tenant.ask_json(&asked.to_string())).unwrap();
        let page: Value = serde_json::from_str(&page).unwrap();
        let text = |event: &Value, at: &str| {
            event
                .pointer(at)
                .and_then(Value::as_str)
                .unwrap()
                .to_owned()
        };
        for event in page.get("items").and_then(Value::as_array).unwrap() {
            let sequence = event.get("sequence").and_then(Value::as_u64).unwrap();
            events.push((
                sequence,
                text(event, "/event_type"),
                text(event, "/entities/0/entity_id"),
            ));
        }
        after = page.get("next").unwrap().clone();
        if after.is_null() {
            break;
        }
    }
    events.sort_unstable();
    events
        .into_iter()
        .map(|(_, what, whose)| (what, whose))
        .collect()
}

/// A run at the step where raw lots join it.
fn new_run(plant: &Plant) -> RunId {
    let run = RunId::new(new_lot().as_uuid());
    let version = VersionId::new(common::named(8));
    send(plant, CreateRun::new(run, version, common::site())).unwrap();
    send(plant, StartRun::new(run)).unwrap();
    send(plant, AdvanceRun::new(run)).unwrap();
    run
}

/// Everybody but one registers a lot, who is left advances the run; then the lots are released.
fn race_for_a_run(plant: &Plant) -> (RunId, Vec<LotId>) {
    let run = new_run(plant);
    let lots: Vec<LotId> = (1..CALLERS).map(|_| new_lot()).collect();
    for lot in &lots {
        send(plant, label(*lot)).unwrap();
    }
    crowd(|n| match n.checked_sub(1).and_then(|n| lots.get(n)) {
        Some(lot) => drop(send(plant, RegisterLot::created(*lot, run)).unwrap()),
        None => {
            if let Err(refused) = send(plant, AdvanceRun::new(run)) {
                assert_eq!(refused.code(), Code::QcPending);
            }
        }
    });
    crowd(|n| {
        if let Some(lot) = lots.get(n) {
            send(plant, pass(*lot)).unwrap();
        }
    });
    send(plant, AdvanceRun::new(run)).unwrap();
    (run, lots)
}

#[test]
fn a_hot_run_leaves_a_step_only_when_every_lot_of_it_is_released() {
    for plant in Plant::each() {
        let races: Vec<_> = (0..RACES).map(|_| race_for_a_run(&plant)).collect();
        let log = log(&plant);
        for (run, lots) in races {
            let (run, lots) = (run.to_string(), lots.iter().map(ToString::to_string));
            let lots: HashSet<String> = lots.collect();
            let (mut waiting, mut advances) = (HashSet::new(), 0);
            for (what, whose) in &log {
                match what.as_str() {
                    "lot_registered" if lots.contains(whose) => drop(waiting.insert(whose)),
                    "lot_released" => drop(waiting.remove(whose)),
                    "run_advanced" if *whose == run => {
                        advances += 1;
                        // Raw meat is of step 1, which the second advance leaves; later ones do not look at it.
                        let overlooked = advances == 2 && !waiting.is_empty();
                        assert!(!overlooked, "{waiting:?} were overlooked");
                    }
                    _ => {}
                }
            }
            assert!(advances >= 2);
        }
        plant.verify();
    }
}
