//! One lot, one link and its audit per command, beside the same rows written by hand.
use super::{pgbench, scene::Scene, sqlite_loop, template::Template};
use futures_executor::block_on;
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::runtime::Builder;
use wms_core::ids::LotId;
use wms_store::Options;

/// How many callers send at the same time.
pub(crate) const CALLERS: [usize; 3] = [1, 8, 64];

/// How long each figure is taken, and how often: library and hand take turns.
pub(crate) const LASTS: Duration = Duration::from_secs(4);
const TURNS: usize = 3;

/// Prints transforms per second.
pub(crate) fn table() {
    println!("| transform 1 → 1, a second | callers | library | by hand | ratio | aim |");
    println!("|---|---:|---:|---:|---:|---:|");
    let scene = Arc::new(Scene::postgres(
        Options::default().with_connections(connections()),
    ));
    let parents = scene.parents(64);
    let template = Template::of(&scene, parents[0]);
    for (callers, aim) in CALLERS.into_iter().zip(["0.8", "0.8", "3"]) {
        let by_hand = || pgbench::transforms(&scene.url, &template, callers, LASTS);
        row("PostgreSQL", &scene, &parents, callers, aim, by_hand);
    }
    let scene = Arc::new(Scene::sqlite(Options::default()));
    let parents = scene.parents(64);
    let template = Template::of(&scene, parents[0]);
    for (callers, aim) in CALLERS.into_iter().zip(["0.8", "–", "5"]) {
        let by_hand = || sqlite_loop::transforms(&scene.url, &template, parents[0], LASTS);
        row("SQLite", &scene, &parents, callers, aim, by_hand);
    }
}

fn connections() -> usize {
    let given = std::env::var("WMS_BENCH_CONNECTIONS");
    given.map_or(Options::default().connections, |given| {
        given.parse().unwrap()
    })
}

/// The best of a few turns each.
fn row(
    name: &str,
    scene: &Arc<Scene>,
    parents: &[LotId],
    callers: usize,
    aim: &str,
    mut by_hand: impl FnMut() -> f64,
) {
    let (mut ours, mut theirs) = (0.0_f64, 0.0_f64);
    for _ in 0..TURNS {
        scene.analyze();
        ours = ours.max(transforms(scene, parents, callers));
        theirs = theirs.max(by_hand());
    }
    let ratio = ours / theirs;
    println!("| {name} | {callers} | {ours:.0} | {theirs:.0} | {ratio:.2} | {aim} |");
}

/// Transforms per second; each caller is a task, as in a service, and takes from a lot of its own.
fn transforms(scene: &Arc<Scene>, parents: &[LotId], callers: usize) -> f64 {
    let runtime = Builder::new_multi_thread()
        .worker_threads(2)
        .build()
        .unwrap();
    let begun = Instant::now();
    let tasks = parents[..callers].iter().map(|parent| {
        let (scene, parent) = (Arc::clone(scene), *parent);
        runtime.spawn(async move {
            let mut done = 0_u32;
            while begun.elapsed() < LASTS {
                scene
                    .tenant
                    .execute(&scene.transform(parent, 1))
                    .await
                    .unwrap();
                done += 1;
            }
            done
        })
    });
    let tasks: Vec<_> = tasks.collect();
    let done: u32 = tasks.into_iter().map(|task| block_on(task).unwrap()).sum();
    f64::from(done) / begun.elapsed().as_secs_f64()
}
