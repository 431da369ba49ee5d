//! Pairs of commands that could break a rule together, each sent at the same time over two database handles.
#![expect(clippy::unwrap_used, reason = "tests")]

#[path = "../common/mod.rs"]
mod common;
mod gate;
mod order;

use common::{Plant, envelope, kg, label, named, new_lot, register, run_id, site};
use futures_executor::block_on;
use gate::Gate;
use std::thread;
use wms_core::{
    actor::Role,
    amount::Celsius,
    code::GivenCode,
    command::{
        AdvanceRun, Command, CreateLot, CreateRun, DeprecateVersion, Envelope, ForkVersion,
        HoldLot, NewLot, ReceiveStock, RecordInspection, SetPolicy, WriteOff,
    },
    error::{Code, Rejection},
    ids::{BufferId, InspectionId, LotId, ReadingId, RunId, VersionId},
    lot::{LossKind, LotType},
    plant::Answer,
    policy::PolicyChange,
    quality::Decision,
    query::{GetLot, GetRun},
    text::Reason,
};

const ROUNDS: usize = 4;

type Heard = Result<Answer, Rejection>;

/// Sends both at once, each over a handle of its own.
fn together(plant: &Plant, one: &Envelope, other: &Envelope) -> (Heard, Heard) {
    let beside = plant.beside();
    let gate = Gate::before(plant);
    let heard = thread::scope(|scope| {
        let first = scope.spawn(|| block_on(plant.tenant.execute(one)));
        let second = scope.spawn(|| block_on(beside.execute(other)));
        (first.join().unwrap(), second.join().unwrap())
    });
    gate.passed();
    heard
}

fn must(plant: &Plant, role: Role, command: impl Into<Command>) -> Answer {
    block_on(plant.tenant.execute(&envelope(role, command))).unwrap()
}

fn code_of(heard: &Heard) -> Option<Code> {
    heard.as_ref().err().map(Rejection::code)
}

/// Exactly one of two was applied, and the other was refused with this code.
fn one_of_two(heard: &(Heard, Heard), code: Code) {
    let codes = (code_of(&heard.0), code_of(&heard.1));
    assert!(
        codes == (None, Some(code)) || codes == (Some(code), None),
        "{codes:?}"
    );
}

fn released(plant: &Plant) -> LotId {
    let lot = new_lot();
    must(plant, Role::Operator, label(lot));
    if block_on(plant.tenant.ask(&GetRun::new(run_id())))
        .unwrap()
        .step
        .number()
        == 0
    {
        must(plant, Role::Operator, AdvanceRun::new(run_id()));
    }
    must(plant, Role::Operator, register(lot));
    let inspection = InspectionId::new(new_lot().as_uuid());
    let mut pass = RecordInspection::new(inspection, lot, "receipt", Decision::Pass);
    let reading = wms_core::command::NewReading::new(
        ReadingId::new(new_lot().as_uuid()),
        wms_core::quality::ReadingKind::Surface,
        "2".parse::<Celsius>().unwrap(),
    );
    pass.readings = vec![reading];
    must(plant, Role::Operator, pass);
    lot
}

#[test]
fn the_same_key_at_once_acts_once() {
    for plant in Plant::each() {
        for _ in 0..ROUNDS {
            let command = envelope(Role::Operator, label(new_lot()));
            let (one, other) = together(&plant, &command, &command);
            let (one, other) = (one.unwrap(), other.unwrap());
            assert_ne!(one.replayed, other.replayed);
            assert_eq!(one.events, other.events);
        }
        plant.verify();
    }
}

#[test]
fn two_explicit_codes_alike_are_given_once() {
    for plant in Plant::each() {
        for n in 0..ROUNDS {
            let lot = |code: &str| {
                let new =
                    NewLot::new(LotType::Raw, kg(1)).with_code(GivenCode::from(code.to_owned()));
                CreateLot::new(new_lot(), site(), new)
            };
            let code = format!("RAW-20260115-DUNA-{:04}", 500 + n);
            let pair = (
                envelope(Role::Operator, lot(&code)),
                envelope(Role::Operator, lot(&code)),
            );
            one_of_two(&together(&plant, &pair.0, &pair.1), Code::DuplicateCode);
        }
    }
}

#[test]
fn drawn_codes_are_never_given_twice() {
    for plant in Plant::each() {
        for _ in 0..ROUNDS {
            let (one, other) = (new_lot(), new_lot());
            let pair = (
                envelope(Role::Operator, label(one)),
                envelope(Role::Operator, label(other)),
            );
            let (a, b) = together(&plant, &pair.0, &pair.1);
            a.unwrap();
            b.unwrap();
            let code = |lot: LotId| block_on(plant.tenant.ask(&GetLot::new(lot))).unwrap().code;
            assert_ne!(code(one), code(other));
        }
    }
}

#[test]
fn two_write_offs_never_take_the_last_kilograms_twice() {
    for plant in Plant::each() {
        for _ in 0..ROUNDS / 2 {
            let lot = released(&plant);
            let all = || {
                let reason = Reason::new("taken as a sample");
                let mut command = WriteOff::new(lot, LossKind::Sample, reason);
                command.quantity_kg = Some(kg(300));
                envelope(Role::Operator, command)
            };
            let heard = together(&plant, &all(), &all());
            one_of_two(&heard, Code::InsufficientQuantity);
        }
        plant.verify();
    }
}

#[test]
fn a_run_never_leaves_a_step_while_a_lot_joins_it_unseen() {
    for plant in Plant::each() {
        must(&plant, Role::Operator, AdvanceRun::new(run_id()));
        let lot = new_lot();
        must(&plant, Role::Operator, label(lot));
        let pair = (
            envelope(Role::Operator, register(lot)),
            envelope(Role::Operator, AdvanceRun::new(run_id())),
        );
        let (registered, advanced) = together(&plant, &pair.0, &pair.1);
        // A lot of an earlier step may still join; what must not be is an advance that overlooks it.
        registered.unwrap();
        let step = block_on(plant.tenant.ask(&GetRun::new(run_id())))
            .unwrap()
            .step;
        match advanced {
            Ok(_) => assert_eq!(step.number(), 2),
            Err(refused) => {
                assert_eq!(refused.code(), Code::QcPending);
                assert_eq!(step.number(), 1);
            }
        }
    }
}

#[test]
fn two_receives_see_each_others_kilograms() {
    for plant in Plant::each() {
        let policy = PolicyChange::default().hard_capacity(true);
        must(&plant, Role::Admin, SetPolicy::new(policy));
        // A buffer of 500 kg takes one lot of 500.
        let buffer = BufferId::new(new_lot().as_uuid());
        let store = wms_core::command::CreateBuffer::new(
            buffer,
            "COLD",
            "COLD",
            site(),
            vec![LotType::Raw],
            kg(500),
            "4".parse::<Celsius>().unwrap(),
        );
        must(&plant, Role::Operator, store);
        let lots = [released(&plant), released(&plant)];
        let [one, other] =
            lots.map(|lot| envelope(Role::Operator, ReceiveStock::new(lot, buffer, kg(500))));
        one_of_two(&together(&plant, &one, &other), Code::BufferFull);
    }
}

#[test]
fn a_version_is_not_deprecated_under_a_run_that_begins() {
    for plant in Plant::each() {
        let version = VersionId::new(named(8));
        must(
            &plant,
            Role::Manager,
            wms_core::command::AbortRun::new(run_id(), Reason::new("only a test of locks")),
        );
        let begins = CreateRun::new(RunId::new(new_lot().as_uuid()), version, site());
        let pair = (
            envelope(Role::Operator, begins),
            envelope(Role::Admin, DeprecateVersion::new(version)),
        );
        let codes = together(&plant, &pair.0, &pair.1);
        let codes = (code_of(&codes.0), code_of(&codes.1));
        assert!(
            codes == (None, Some(Code::VersionInUse))
                || codes == (Some(Code::FlowNotPublished), None),
            "{codes:?}"
        );
    }
}

#[test]
fn two_forks_make_one_draft() {
    for plant in Plant::each() {
        let fork = || {
            let draft = VersionId::new(new_lot().as_uuid());
            envelope(
                Role::Operator,
                ForkVersion::new(draft, VersionId::new(named(8))),
            )
        };
        one_of_two(&together(&plant, &fork(), &fork()), Code::DraftExists);
    }
}

#[test]
fn a_hold_and_a_write_off_of_one_lot_take_turns() {
    for plant in Plant::each() {
        for _ in 0..ROUNDS / 2 {
            let lot = released(&plant);
            let pair = (
                envelope(
                    Role::Operator,
                    HoldLot::new(lot, Reason::new("looks strange to me")),
                ),
                envelope(
                    Role::Operator,
                    WriteOff::new(lot, LossKind::Sample, Reason::new("taken as a sample")),
                ),
            );
            let (held, written_off) = together(&plant, &pair.0, &pair.1);
            // All of it is written off either way; only then a hold has nothing to stop.
            written_off.unwrap();
            assert!(held.is_ok() || code_of(&held) == Some(Code::InvalidTransition));
        }
        plant.verify();
    }
}
