//! Traces, recalls, a lot and a page in a plant of 10⁶ lots, beside the statements of a hand.
use super::{
    bulk::Bulk,
    day,
    plant::Plant,
    raw::{self, Driver, median, timed},
    scene::Scene,
    shell,
};
use futures_executor::block_on;
use std::{hint::black_box, time::Duration};
use wms_core::{
    genealogy::Direction,
    ids::LotId,
    query::{Cursor, GetLot, ListLots, Page, Query},
};
use wms_store::Options;

/// Library and hand take turns; of each the median counts.
const TURNS: usize = 5;
/// Small questions are asked this often in a turn.
const REPEATED: u32 = 200;

/// Prints how long questions take.
pub(crate) fn table() {
    println!("| question | lots | links | library | by hand | ratio | aim |");
    println!("|---|---:|---:|---:|---:|---:|---:|");
    for name in ["PostgreSQL", "SQLite"] {
        let scene = match name {
            "SQLite" => Scene::sqlite(Options::default()),
            _ => Scene::postgres(Options::default()),
        };
        let (took, plant) = timed(|| Plant::in_scene(scene));
        eprintln!("{name}: {} lots in {:.0?}", plant.lots, took);
        let table = Table {
            name,
            bulk: Bulk::of(&plant.scene.url, plant.scene.tenant.id().as_uuid()),
            plant: &plant,
        };
        table.traces();
        table.recall();
        table.a_lot();
        table.a_page();
    }
}

/// The lines of one database.
struct Table<'p> {
    name: &'static str,
    plant: &'p Plant,
    bulk: Bulk<'p>,
}

impl Table<'_> {
    fn traces(&self) {
        use Direction::{Backward, Forward};
        let day = &self.plant.day;
        let url = &self.plant.scene.url;
        let sql = raw::trace(&self.bulk, day.seasoning, Forward);
        self.trace(
            "forward, seasoning of every batch",
            day.seasoning,
            Forward,
            1,
            || raw::in_shell(url, &sql),
        );
        let mut driver = Driver::connect(url);
        let small = [
            ("forward, a delivery", day.delivery, Forward),
            ("backward, a shipment", day.shipment, Backward),
        ];
        for (what, lot, direction) in small {
            let prepared = driver.prepare(&raw::trace(&self.bulk, lot, direction));
            let expected = self.plant.trace(lot, direction);
            let expected = expected.lots.len() + expected.links.len();
            self.trace(what, lot, direction, REPEATED, || {
                let repeated = || {
                    for _ in 0..REPEATED {
                        assert_eq!(driver.rows(&prepared, None), expected);
                    }
                };
                timed(repeated).0 / REPEATED
            });
        }
    }

    /// A trace in turns with its counterpart.
    fn trace(
        &self,
        what: &str,
        lot: LotId,
        direction: Direction,
        repeated: u32,
        by_hand: impl FnMut() -> Duration,
    ) {
        let ask = || self.plant.trace(lot, direction);
        let view = ask();
        let ours = || timed(|| (0..repeated).for_each(|_| drop(black_box(ask())))).0 / repeated;
        let found = (view.lots.len(), view.links.len());
        drop(view);
        self.line(what, found, in_turns(ours, by_hand), "1.3 ×");
    }

    fn recall(&self) {
        let took: Vec<Duration> = (0..TURNS)
            .map(|_| timed(|| self.plant.recall(self.plant.day.spice)).0)
            .collect();
        let lots = self.plant.recall(self.plant.day.spice).lots.len();
        let worst = took.iter().max().copied().unwrap_or_default();
        let what = format!("recall with kilograms, slowest of {TURNS} {:.0?}", worst);
        println!(
            "| {}: {what} | {lots} | – | {:.1?} | – | – | 2 s |",
            self.name,
            median(took)
        );
    }

    /// Lots from all over the plant, one by one.
    fn a_lot(&self) {
        let days = u64::try_from(self.plant.days).unwrap();
        let lots: Vec<LotId> = (0..u64::from(REPEATED))
            .map(|n| day::lot_id(n * 7919 % days, 3 + n * 104_729 % 500))
            .collect();
        let ours = || {
            let ask = |lot: &LotId| block_on(self.plant.scene.tenant.ask(&GetLot::new(*lot)));
            timed(|| lots.iter().for_each(|lot| drop(ask(lot).unwrap()))).0 / REPEATED
        };
        let mut driver = Driver::connect(&self.plant.scene.url);
        let tenant = self.bulk.tenant();
        let sql = format!("SELECT * FROM lots WHERE tenant_id = {tenant} AND id = {{id}}");
        let prepared = driver.prepare(&sql);
        let by_hand = || {
            let mut ask = |lot: &LotId| driver.rows(&prepared, Some(lot.as_uuid()));
            timed(|| lots.iter().for_each(|lot| assert_eq!(ask(lot), 1))).0 / REPEATED
        };
        self.line("get_lot", (1, 0), in_turns(ours, by_hand), "1.5 ×");
    }

    /// The hundred lots behind one in the middle of the plant's life.
    fn a_page(&self) {
        let middle = day::lot_id(u64::try_from(self.plant.days / 2).unwrap(), 99);
        let query: Query = ListLots::new().into();
        let page = Page::new().with_after(Cursor::behind(&query, middle.as_uuid()));
        let query = ListLots::new().with_page(page);
        let ours = || {
            let ask = || block_on(self.plant.scene.tenant.ask(&query)).unwrap();
            timed(|| (0..REPEATED).for_each(|_| assert_eq!(ask().items.len(), 100))).0 / REPEATED
        };
        let (tenant, id) = (self.bulk.tenant(), self.bulk.id(middle.as_uuid()));
        let of = format!("FROM lots WHERE tenant_id = {tenant} AND id = {id}");
        let (at, place) = match self.plant.scene.url.strip_prefix("sqlite:") {
            Some(path) => (
                shell::sqlite(path, &format!("SELECT recorded_at {of}")),
                shell::sqlite(path, &format!("SELECT place {of}")),
            ),
            None => {
                let url = &self.plant.scene.url;
                let sql = format!("SELECT quote_literal(recorded_at) {of}");
                (
                    shell::psql(url, &sql),
                    shell::psql(url, &format!("SELECT place {of}")),
                )
            }
        };
        let (at, place) = (at.trim(), place.trim());
        let mut driver = Driver::connect(&self.plant.scene.url);
        let prepared = driver.prepare(&format!(
            "SELECT * FROM lots WHERE tenant_id = {tenant} AND NOT voided \
             AND (recorded_at, place) < ({at}, {place}) ORDER BY recorded_at DESC, place DESC LIMIT 101"
        ));
        let by_hand = || {
            let mut ask = || driver.rows(&prepared, None);
            timed(|| (0..REPEATED).for_each(|_| assert_eq!(ask(), 101))).0 / REPEATED
        };
        self.line(
            "list_lots, a page of 100 in the middle",
            (100, 0),
            in_turns(ours, by_hand),
            "1.5 ×",
        );
    }

    fn line(&self, what: &str, (lots, links): (usize, usize), took: [Duration; 2], aim: &str) {
        let [ours, by_hand] = took;
        println!(
            "| {}: {what} | {lots} | {links} | {ours:.1?} | {by_hand:.1?} | {:.2} | {aim} |",
            self.name,
            ours.as_secs_f64() / by_hand.as_secs_f64()
        );
    }
}

fn in_turns(
    mut ours: impl FnMut() -> Duration,
    mut by_hand: impl FnMut() -> Duration,
) -> [Duration; 2] {
    let turns: Vec<[Duration; 2]> = (0..TURNS).map(|_| [ours(), by_hand()]).collect();
    let of = |n: usize| median(turns.iter().map(|turn| turn[n]).collect());
    [of(0), of(1)]
}
