//! Traces beside a plain breadth-first search of petgraph over the same links, in the same run.
use crate::synthetic::{Factory, Tried};
use petgraph::{
    graph::{DiGraph, NodeIndex},
    visit::{Bfs, IntoNeighbors, Reversed, Visitable},
};
use std::{
    collections::HashMap,
    hint::black_box,
    time::{Duration, Instant},
};
use wms_core::{genealogy::Direction, ids::LotId, query::Trace};

/// Odd, so that there is one in the middle.
const ROUNDS: usize = 31;

pub(crate) fn table(lots: usize) -> Tried<()> {
    let began = Instant::now();
    let factory = Factory::with_lots(lots)?;
    let (graph, nodes) = graph(&factory)?;
    println!(
        "Traces in a plant of {} lots and {} links, made by {} commands' events in {:.1} s; median of {ROUNDS} rounds in turns",
        graph.node_count(),
        graph.edge_count(),
        factory.plant.log().len(),
        began.elapsed().as_secs_f64()
    );
    println!();
    println!(
        "| trace | lots | BFS, count | BFS, lots and distances | walk | walk × | whole answer | answer × |"
    );
    println!("|---|---:|---:|---:|---:|---:|---:|---:|");
    let middle = |lots: &[LotId]| lots.get(lots.len() / 2).copied().ok_or("no lots");
    let cases = [
        (
            "forward, seasoning of every batch",
            factory.seasoning,
            Direction::Forward,
        ),
        (
            "forward, a delivery",
            middle(&factory.deliveries)?,
            Direction::Forward,
        ),
        (
            "backward, a shipment",
            middle(&factory.shipments)?,
            Direction::Backward,
        ),
    ];
    for (name, lot, direction) in cases {
        let node = *nodes.get(&lot).ok_or("a lot without a node")?;
        let [bare, full, walk, answer] = measured(&factory, &graph, (lot, node), direction)
            .map_err(|found| format!("{name}: not the same lots: {found:?}"))?;
        println!(
            "| {name} | {} | {} | {} | {} | {:.2} | {} | {:.1} |",
            bare.lots,
            shown(bare.time),
            shown(full.time),
            shown(walk.time),
            ratio(walk.time, full.time),
            shown(answer.time),
            ratio(answer.time, full.time)
        );
    }
    println!();
    Ok(())
}

/// The plant's links as a graph of petgraph, its nodes in the order of the lots.
fn graph(factory: &Factory) -> Tried<(DiGraph<(), ()>, HashMap<LotId, NodeIndex>)> {
    let mut graph = DiGraph::with_capacity(factory.lots.len(), factory.links.len());
    let nodes: HashMap<LotId, NodeIndex> = factory
        .lots
        .iter()
        .map(|lot| (*lot, graph.add_node(())))
        .collect();
    for (parent, child) in &factory.links {
        let node = |lot| nodes.get(lot).copied().ok_or("a link without a lot");
        graph.add_edge(node(parent)?, node(child)?, ());
    }
    Ok((graph, nodes))
}

/// The bare search: how many nodes it reaches.
fn count<G: IntoNeighbors<NodeId = NodeIndex> + Visitable>(graph: G, from: NodeIndex) -> usize {
    let mut search = Bfs::new(graph, from);
    let mut found = 0;
    while search.next(graph).is_some() {
        found += 1;
    }
    found
}

/// The search with what a walk gives: every node with its distance, level by level.
fn collect<G: IntoNeighbors<NodeId = NodeIndex> + Visitable>(
    graph: G,
    from: NodeIndex,
) -> Vec<(NodeIndex, u32)> {
    let mut search = Bfs::new(graph, from);
    let (mut found, mut distance) = (Vec::new(), 0);
    while !search.stack.is_empty() {
        for _ in 0..search.stack.len() {
            found.extend(search.next(graph).map(|node| (node, distance)));
        }
        distance += 1;
    }
    found
}

/// A search: how long it took, and how many lots it found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Searched {
    time: Duration,
    lots: usize,
}

/// The four searches of a row: the bare one, the one that collects, the walk, the whole answer.
///
/// They take turns, so that a burst of other work falls on all of them; of each the median counts.
fn measured(
    factory: &Factory,
    graph: &DiGraph<(), ()>,
    (lot, node): (LotId, NodeIndex),
    direction: Direction,
) -> Result<[Searched; 4], Vec<Searched>> {
    let plant = &factory.plant;
    let query = Trace::new(lot, direction);
    let forward = direction == Direction::Forward;
    let mut rounds: [Vec<Searched>; 4] = Default::default();
    for _ in 0..ROUNDS {
        let searched = [
            timed(|| match forward {
                true => count(graph, node),
                false => count(Reversed(graph), node),
            }),
            timed(|| match forward {
                true => collect(graph, node).len(),
                false => collect(Reversed(graph), node).len(),
            }),
            timed(|| {
                plant
                    .world()
                    .walk(lot, direction, None)
                    .map_or(0, |walk| walk.lots.len())
            }),
            timed(|| plant.ask(&query).map_or(0, |view| view.lots.len())),
        ];
        let [first, others @ ..] = &searched;
        if others.iter().any(|other| other.lots != first.lots) {
            return Err(searched.to_vec());
        }
        for (round, one) in rounds.iter_mut().zip(searched) {
            round.push(one);
        }
    }
    Ok(rounds.map(median))
}

/// The second of two searches in a row: each begins with what it reads in the caches, as far as it fits.
fn timed(search: impl Fn() -> usize) -> Searched {
    black_box(search());
    let began = Instant::now();
    let lots = black_box(search());
    Searched {
        time: began.elapsed(),
        lots,
    }
}

fn median(mut rounds: Vec<Searched>) -> Searched {
    rounds.sort_unstable();
    let middle = rounds.get(rounds.len() / 2).copied();
    middle.unwrap_or(Searched {
        time: Duration::ZERO,
        lots: 0,
    })
}

fn ratio(ours: Duration, theirs: Duration) -> f64 {
    ours.as_secs_f64() / theirs.as_secs_f64()
}

fn shown(time: Duration) -> String {
    format!("{:.1} µs", time.as_secs_f64() * 1e6)
}
