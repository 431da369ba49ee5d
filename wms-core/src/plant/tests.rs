use super::*;
use crate::{
    actor::{Actor, Permissions, Role},
    amount::Kilograms,
    command::{CommandType, CreateLot, DefineSite, Envelope, NewLot},
    error::Code,
    ids::{CommandKey, LotId, UserId},
    lot::LotType,
    site::SiteCode,
    text::Text,
    time::Instant,
};
use uuid::Uuid;

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn operator() -> Actor {
    Actor::new(UserId::new(Uuid::from_u128(4)), Role::Operator)
}

fn site() -> SiteCode {
    "DUNA".parse().unwrap()
}

fn plant(clock: ManualClock) -> Plant {
    let mut plant = Plant::new(clock, SequentialIds::default());
    let admin = Actor::new(UserId::new(Uuid::from_u128(1)), Role::Admin);
    let zone: crate::time::TimeZone = "Europe/Budapest".parse().unwrap();
    plant
        .session(&admin)
        .run(DefineSite::new(site(), Text::hu("Dunai üzem"), zone))
        .unwrap();
    plant
}

fn label(n: u128) -> CreateLot {
    CreateLot::new(
        LotId::new(Uuid::from_u128(n)),
        site(),
        NewLot::new(LotType::Raw, Kilograms::from_kg(500)),
    )
}

#[test]
fn a_repeat_is_answered_again_and_does_nothing() {
    let mut plant = plant(ManualClock::at(at("2026-01-15T06:00:00Z")));
    let key = CommandKey::new(Uuid::from_u128(99));
    let first = plant
        .session(&operator())
        .with_key(key)
        .run(label(7))
        .unwrap();
    let (world, events) = (plant.world().clone(), plant.log().len());
    let again = plant
        .session(&operator())
        .with_key(key)
        .at(at("2026-01-15T05:00:00Z"))
        .run(label(7))
        .unwrap();
    assert!(!first.replayed && again.replayed);
    assert_eq!((first.outcome, first.events), (again.outcome, again.events));
    assert_eq!((plant.world(), plant.log().len()), (&world, events));
    let reused = plant
        .session(&operator())
        .with_key(key)
        .run(label(8))
        .unwrap_err();
    assert_eq!(reused.code(), Code::IdempotencyKeyReused);
}

#[test]
fn a_check_gives_the_same_answer_and_writes_nothing() {
    let mut plant = plant(ManualClock::at(at("2026-01-15T06:00:00Z")));
    let envelope = Envelope::new(CommandKey::new(Uuid::from_u128(99)), operator(), label(7));
    let before = plant.world().clone();
    let checked = plant.check(&envelope);
    assert_eq!(plant.world(), &before);
    let json = plant.check_json(&envelope.to_json());
    assert_eq!(checked, plant.execute(&envelope));
    assert_eq!(
        plant.check_json(&envelope.to_json()),
        json.replace("applied", "replayed")
    );
}

#[test]
fn the_time_of_record_never_goes_back() {
    let clock = ManualClock::at(at("2026-01-15T06:00:00Z"));
    let mut plant = plant(clock.clone());
    clock.set(at("2026-01-15T05:00:00Z"));
    plant.session(&operator()).run(label(7)).unwrap();
    assert_eq!(
        plant.log().events().last().unwrap().recorded_at,
        at("2026-01-15T06:00:00Z")
    );
}

#[test]
fn a_host_may_narrow_what_a_role_may() {
    let permissions = Permissions::default().without(Role::Operator, CommandType::CreateLot);
    let mut plant =
        plant(ManualClock::at(at("2026-01-15T06:00:00Z"))).with_permissions(permissions);
    let refused = plant.session(&operator()).run(label(7)).unwrap_err();
    assert_eq!(
        refused.details()["allowed"],
        serde_json::json!(["ADMIN", "MANAGER"])
    );
}

#[test]
fn a_typed_command_is_checked_like_one_that_was_read() {
    let mut plant = plant(ManualClock::at(at("2026-01-15T06:00:00Z")));
    let mut heavy = label(7);
    heavy.lot.weight_kg = Kilograms::from_kg(10_001);
    assert_eq!(
        plant.session(&operator()).run(heavy).unwrap_err().code(),
        Code::InvalidWeight
    );
}
