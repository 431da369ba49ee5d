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

const ROUNDS: usize = 9;

pub(crate) fn table(lots: usize) -> Tried<()> {
    let began = Instant::now();
    let factory = Factory::with_lots(lots)?;
    let (graph, nodes) = graph(&factory)?;
    println!(
        "Traces in a plant of {} lots and {} links, made by {} commands' events in {:.1} s; best of {ROUNDS} rounds",
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
        let forward = direction == Direction::Forward;
        let bare = best(|| {
            if forward {
                count(&graph, node)
            } else {
                count(Reversed(&graph), node)
            }
        });
        let full = best(|| {
            if forward {
                collect(&graph, node).len()
            } else {
                collect(Reversed(&graph), node).len()
            }
        });
        let world = factory.plant.world();
        let walk = best(|| {
            world
                .walk(lot, direction, None)
                .map_or(0, |walk| walk.lots.len())
        });
        let query = Trace::new(lot, direction);
        let answer = best(|| factory.plant.ask(&query).map_or(0, |view| view.lots.len()));
        let found = [bare.1, full.1, walk.1, answer.1];
        if found.iter().any(|lots| *lots != bare.1) {
            return Err(format!("{name}: not the same lots: {found:?}").into());
        }
        println!(
            "| {name} | {} | {} | {} | {} | {:.2} | {} | {:.1} |",
            bare.1,
            shown(bare.0),
            shown(full.0),
            shown(walk.0),
            ratio(walk.0, full.0),
            shown(answer.0),
            ratio(answer.0, full.0)
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

fn best<T>(mut search: impl FnMut() -> T) -> (Duration, T) {
    let mut once = || {
        let began = Instant::now();
        let found = black_box(search());
        (began.elapsed(), found)
    };
    let mut best = once();
    for _ in 1..ROUNDS {
        let next = once();
        if next.0 < best.0 {
            best = next;
        }
    }
    best
}

fn ratio(ours: Duration, theirs: Duration) -> f64 {
    ours.as_secs_f64() / theirs.as_secs_f64()
}

fn shown(time: Duration) -> String {
    format!("{:.1} µs", time.as_secs_f64() * 1e6)
}
