//! Many commands by `execute_many`.
use super::scene::Scene;
use futures_executor::block_on;
use std::time::Instant;
use wms_store::Options;

const LOTS: usize = 10_000;

/// Prints lots per second, in transforms of several shapes.
pub(crate) fn table() {
    println!("| execute_many, {LOTS} lots with links and audit | lots a command | lots/s | aim |");
    println!("|---|---:|---:|---:|");
    for name in ["PostgreSQL", "SQLite"] {
        let scene = match name {
            "SQLite" => Scene::sqlite(Options::default()),
            _ => Scene::postgres(Options::default()),
        };
        for children in [1, 10, 100] {
            println!(
                "| {name} | {children} | {:.0} | 20 000 |",
                best(&scene, children)
            );
        }
    }
}

/// The best of three runs, on tables whose statistics PostgreSQL has looked at, as it does within a minute.
fn best(scene: &Scene, children: usize) -> f64 {
    let parents = scene.parents_from(children * 10, 10);
    let rates = (0..3).map(|_| {
        scene.analyze();
        let commands = (0..LOTS / children).map(|n| scene.transform(parents[n % 10], children));
        let commands: Vec<_> = commands.collect();
        let begun = Instant::now();
        let answers = block_on(scene.tenant.execute_many(commands, |_| ()));
        let took = begun.elapsed().as_secs_f64();
        for answer in &answers {
            assert!(answer.is_ok(), "{answer:?}");
        }
        f64::from(u32::try_from(LOTS).unwrap()) / took
    });
    rates.fold(0.0, f64::max)
}
