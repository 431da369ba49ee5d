//! Many callers, whose commands share transactions: each is acknowledged for good, or can be sent again.
use crate::{
    child::{Killed, Order, done, ready},
    common::site,
};
use futures_executor::block_on;
use std::{collections::BTreeSet, thread};
use uuid::Uuid;
use wms_core::{
    actor::{Actor, Role},
    amount::Kilograms,
    command::{Command, CreateLot, DefineSite, Envelope, NewLot, VoidLot},
    ids::{CommandKey, LotId, UserId},
    lot::LotType,
    query::{GetLot, VerifyAudit},
    text::Reason,
};
use wms_store::{Database, Options, Tenant};

const CALLERS: u32 = 8;

fn open(order: &Order) -> Tenant {
    block_on(async {
        let database = Database::connect(&order.url, Options::default())
            .await
            .unwrap();
        database.migrate().await.unwrap();
        database.tenant(order.tenant)
    })
}

/// An id of this caller's, the same in both processes.
fn named(order: &Order, caller: u32, n: u32, what: u32) -> Uuid {
    let own = order.tenant.as_uuid().as_u128() & !0xffff_ffff_ffff;
    let parts = (u128::from(caller) << 40) | (u128::from(n) << 8) | u128::from(what);
    Uuid::from_u128(own | parts)
}

/// The n-th command of a caller: a lot is made, then voided.
fn nth(order: &Order, caller: u32, n: u32) -> Envelope {
    let lot = LotId::new(named(order, caller, n / 2, 1));
    let command = if n.is_multiple_of(2) {
        let new = NewLot::new(LotType::Raw, Kilograms::from_kg(10));
        Command::from(CreateLot::new(lot, site(), new))
    } else {
        VoidLot::new(lot, Reason::new("only made for a test")).into()
    };
    sent(named(order, caller, n, 2), command)
}

fn sent(key: Uuid, command: impl Into<Command>) -> Envelope {
    let admin = Actor::new(UserId::new(Uuid::from_u128(1)), Role::Admin);
    Envelope::new(CommandKey::new(key), admin, command)
}

/// The child's part.
pub(crate) fn call(order: &Order) {
    let tenant = open(order);
    let define = DefineSite::new(
        site(),
        wms_core::text::Text::hu("Duna"),
        "Europe/Budapest"
            .parse::<wms_core::time::TimeZone>()
            .unwrap(),
    );
    block_on(tenant.execute(&sent(Uuid::now_v7(), define))).unwrap();
    ready();
    thread::scope(|scope| {
        for caller in 0..CALLERS {
            let tenant = &tenant;
            scope.spawn(move || {
                for n in 0..3_000 {
                    block_on(tenant.execute(&nth(order, caller, n))).unwrap();
                    done(&format!("{caller} {n}"));
                }
            });
        }
    });
}

/// The parent's part.
pub(crate) fn check(killed: &Killed) {
    let tenant = open(&killed.order);
    let known: BTreeSet<&str> = killed.acknowledged.iter().map(String::as_str).collect();
    for caller in 0..CALLERS {
        let said = (0..).take_while(|n| known.contains(format!("{caller} {n}").as_str()));
        let said = u32::try_from(said.count()).unwrap();
        for n in 0..said {
            let again = block_on(tenant.execute(&nth(&killed.order, caller, n))).unwrap();
            assert!(
                again.replayed,
                "command {n} of caller {caller} was acknowledged and lost"
            );
        }
        finish(&tenant, &killed.order, caller, said);
    }
    let found = block_on(tenant.ask(&VerifyAudit::new())).unwrap();
    assert_eq!(found.first_broken, None);
}

/// Whatever was under way is sent again, and what follows goes on from there.
fn finish(tenant: &Tenant, order: &Order, caller: u32, said: u32) {
    let end = (said + 2).next_multiple_of(2);
    for n in said..end {
        block_on(tenant.execute(&nth(order, caller, n))).unwrap();
    }
    for n in (0..end).step_by(2) {
        let lot = LotId::new(named(order, caller, n / 2, 1));
        let lot = block_on(tenant.ask(&GetLot::new(lot))).unwrap();
        assert!(lot.voided, "half of what was sent is there");
    }
}
