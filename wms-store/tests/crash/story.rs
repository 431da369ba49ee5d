//! One caller: the database is where a plant in memory is after as many commands.
use crate::{
    child::{Killed, Order, done, ready},
    common::{
        questions,
        story::{Telling, open_at},
    },
};
use futures_executor::block_on;
use wms_core::plant::{Plant, SequentialIds};
use wms_store::Tenant;

/// More than a child lives to say.
const LENGTH: usize = 3_000;

/// The child's part.
pub(crate) fn play(order: &Order) {
    let mut telling = Telling::of(order.seed, LENGTH);
    let tenant = open_at(&order.url, &telling.clock).tenant(order.tenant);
    telling.set_up(|envelope| block_on(tenant.execute(envelope)));
    ready();
    while telling
        .turn(|envelope| block_on(tenant.execute(envelope)))
        .is_some()
    {
        done("");
    }
}

/// The parent's part.
pub(crate) fn check(killed: &Killed) {
    let mut telling = Telling::of(killed.order.seed, LENGTH);
    let clock = telling.clock.clone();
    let mut memory = Plant::of_tenant(killed.order.tenant, clock.clone(), SequentialIds::default());
    telling.set_up(|envelope| memory.execute(envelope));
    let tenant = open_at(&killed.order.url, &clock).tenant(killed.order.tenant);
    for _ in &killed.acknowledged {
        telling.turn(|envelope| memory.execute(envelope));
    }
    let known = difference(&telling, &memory, &tenant);
    let Some(known) = known else {
        // One more that changed nothing may be remembered: no question shows it, but it is answered as a replay.
        hear_one_more(&mut telling, &mut memory, &tenant);
        return go_on(&mut telling, &mut memory, &tenant);
    };
    // The one that was under way was written, but its answer was not heard.
    telling.turn(|envelope| memory.execute(envelope));
    let one_more = difference(&telling, &memory, &tenant);
    assert!(
        one_more.is_none(),
        "{known}, and with one more command {one_more:?}"
    );
    go_on(&mut telling, &mut memory, &tenant);
}

/// The command that was under way, told once more: as it is answered now, or as it was then.
fn hear_one_more(telling: &mut Telling, memory: &mut Plant, tenant: &Tenant) {
    telling.turn(|envelope| {
        let expected = memory.execute(envelope);
        let mut found = block_on(tenant.execute(envelope));
        if let (Ok(expected), Ok(found)) = (&expected, &mut found)
            && expected.events.is_empty()
        {
            found.replayed = expected.replayed;
        }
        assert_eq!(found, expected);
        expected
    });
}

fn difference(telling: &Telling, memory: &Plant, tenant: &Tenant) -> Option<String> {
    questions::about(&telling.teller.ledger)
        .iter()
        .find_map(|first| {
            let expected = questions::pages(first, |asked| memory.ask_json(asked));
            let found = questions::pages(first, |asked| block_on(tenant.ask_json(asked)));
            questions::difference(&expected, &found, "").map(|parts| format!("{first}: {parts}"))
        })
}

/// The plant works on as if nothing had happened.
fn go_on(telling: &mut Telling, memory: &mut Plant, tenant: &Tenant) {
    for _ in 0..5 {
        telling.turn(|envelope| {
            let expected = memory.execute(envelope);
            assert_eq!(block_on(tenant.execute(envelope)), expected);
            expected
        });
    }
}
