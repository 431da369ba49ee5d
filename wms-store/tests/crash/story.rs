//! One caller: the database is where a plant in memory is after as many commands.
use crate::{
    chance::Chance,
    child::{Killed, Order, done, ready},
    questions,
};
use futures_executor::block_on;
use wms_conformance::random::{Roll, Teller};
use wms_core::{
    command::Envelope,
    error::Rejection,
    plant::{Answer, ManualClock, Plant, SequentialIds},
};
use wms_store::{Database, Options, Tenant};

/// More than a child lives to say.
const LENGTH: usize = 3_000;

/// A story being told to somebody.
struct Telling {
    teller: Teller,
    clock: ManualClock,
    rolls: std::vec::IntoIter<Roll>,
    first_step: u8,
}

impl Telling {
    fn of(seed: u64) -> Self {
        let (teller, story) = (Teller::default(), Chance::of(seed).story(LENGTH));
        Self {
            clock: ManualClock::at(teller.now()),
            teller,
            rolls: story.rolls.into_iter(),
            first_step: story.first_step,
        }
    }

    fn set_up(&mut self, mut listener: impl FnMut(&Envelope) -> Result<Answer, Rejection>) {
        for envelope in self.teller.set_up(self.first_step) {
            let answer = listener(&envelope).unwrap();
            self.teller.learn(&answer.events);
        }
    }

    /// The next command; false: the story is over.
    fn turn(&mut self, listener: impl FnOnce(&Envelope) -> Result<Answer, Rejection>) -> bool {
        let Some(roll) = self.rolls.next() else {
            return false;
        };
        let turn = self.teller.turn(&roll);
        self.clock.set(self.teller.now());
        let answer = listener(&turn.envelope);
        self.teller.hear(&turn.envelope, &answer);
        true
    }
}

fn open(order: &Order, clock: &ManualClock) -> Tenant {
    block_on(async {
        let options = Options::default().with_clock(clock.clone());
        let database = Database::connect(&order.url, options).await.unwrap();
        database.migrate().await.unwrap();
        database.tenant(order.tenant)
    })
}

/// The child's part.
pub(crate) fn play(order: &Order) {
    let mut telling = Telling::of(order.seed);
    let tenant = open(order, &telling.clock);
    telling.set_up(|envelope| block_on(tenant.execute(envelope)));
    ready();
    while telling.turn(|envelope| block_on(tenant.execute(envelope))) {
        done("");
    }
}

/// The parent's part.
pub(crate) fn check(killed: &Killed) {
    let mut telling = Telling::of(killed.order.seed);
    let clock = telling.clock.clone();
    let mut memory = Plant::of_tenant(killed.order.tenant, clock.clone(), SequentialIds::default());
    telling.set_up(|envelope| memory.execute(envelope));
    let tenant = open(&killed.order, &clock);
    for _ in &killed.acknowledged {
        telling.turn(|envelope| memory.execute(envelope));
    }
    let known = difference(&telling, &memory, &tenant);
    if known.is_some() {
        // The one that was under way may have been written, but its answer not have been heard.
        telling.turn(|envelope| memory.execute(envelope));
        let one_more = difference(&telling, &memory, &tenant);
        assert!(
            one_more.is_none(),
            "{known:?}, and with one more command {one_more:?}"
        );
    }
    go_on(&mut telling, &mut memory, &tenant);
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
