//! What stops a submit, and what only warns: the second and third list of section 5 of the rule book.
use super::{
    FlowGraph, Issue, IssueCode, Node, NodeType, canonical, topology::Topology, well_formed,
};
use crate::{run::Step, vocabulary::Language};
use serde_json::Value;
use std::collections::HashSet;

/// Everything wrong with a well-formed graph: by node, by edge, then of the whole graph.
pub(super) fn issues(graph: &FlowGraph, strict_canonical: bool) -> Vec<Issue> {
    let view = View::of(graph, strict_canonical);
    let mut issues = view.of_nodes();
    issues.extend(view.of_edges());
    issues.extend(view.of_graph());
    issues
}

/// A graph with its edges resolved to the places of their ends.
struct View<'a> {
    graph: &'a FlowGraph,
    strict_canonical: bool,
    ends: Vec<(usize, usize)>,
}

/// Where a node lies in the flow.
#[derive(Clone, Copy)]
struct Position {
    has_edge: bool,
    is_reached: bool,
    reaches_end: bool,
}

impl<'a> View<'a> {
    fn of(graph: &'a FlowGraph, strict_canonical: bool) -> Self {
        let places = well_formed::places(graph.nodes());
        let place = |id: &str| places.get(id).copied();
        // Well-formed: both ends of every edge are there.
        let ends = graph
            .edges()
            .iter()
            .filter_map(|edge| Some((place(&edge.source)?, place(&edge.target)?)));
        Self {
            graph,
            strict_canonical,
            ends: ends.collect(),
        }
    }

    fn issue(&self, code: IssueCode) -> Issue {
        Issue::new(code, self.strict_canonical)
    }

    fn of_nodes(&self) -> Vec<Issue> {
        let nodes = self.graph.nodes();
        let forward = Topology::of(nodes.len(), self.ends.iter().copied());
        let mut circles = forward.circles().into_iter().peekable();
        let mut gates = self.graph.gates().iter();
        let mut numbers = HashSet::new();
        let mut issues = Vec::new();

        for (place, (node, position)) in nodes.iter().zip(self.positions(&forward)).enumerate() {
            let issue = |code| self.issue(code).at_node(node);
            if let Some(circle) = circles.next_if(|circle| circle.first() == Some(&place)) {
                issues.push(issue(IssueCode::Circle).with("nodes", ids(nodes, &circle)));
            }
            issues.extend(
                off_the_flow(node, position)
                    .into_iter()
                    .flatten()
                    .map(issue),
            );
            if node.node_type == Some(NodeType::QcGate)
                && let Some(gate) = gates.next()
                && !numbers.insert((gate.step, &gate.number))
            {
                let issue = issue(IssueCode::GateDuplicate).with("number", &*gate.number);
                issues.push(issue.with("step", gate.step.number()));
            }
            if node.node_type == Some(NodeType::Buffer) && !position.has_edge {
                issues.push(issue(IssueCode::BufferUnused));
            }
        }
        issues
    }

    fn positions(&self, forward: &Topology) -> impl Iterator<Item = Position> {
        let nodes = self.graph.nodes();
        let of_type = |wanted| {
            let typed = nodes
                .iter()
                .enumerate()
                .filter(move |(_, node)| node.node_type == Some(wanted));
            typed.map(|(place, _)| place)
        };
        let backward = Topology::of(
            nodes.len(),
            self.ends.iter().map(|&(source, target)| (target, source)),
        );
        let reached = forward.reached(of_type(NodeType::Start));
        let reaching = backward.reached(of_type(NodeType::End));
        let with_edge: HashSet<usize> = self
            .ends
            .iter()
            .flat_map(|&(source, target)| [source, target])
            .collect();
        reached.into_iter().zip(reaching).enumerate().map(
            move |(place, (is_reached, reaches_end))| Position {
                has_edge: with_edge.contains(&place),
                is_reached,
                reaches_end,
            },
        )
    }

    fn of_edges(&self) -> impl Iterator<Item = Issue> {
        self.graph
            .edges()
            .iter()
            .zip(&self.ends)
            .filter_map(|(edge, &(source, target))| {
                let issue = |code| self.issue(code).at_edge(edge);
                if source == target {
                    return Some(issue(IssueCode::SelfLoop).with("node", &*edge.source));
                }
                let step = |place: usize| self.graph.nodes().get(place)?.step;
                let (from, to) = (step(source)?, step(target)?);
                (to < from).then(|| {
                    issue(IssueCode::StepGoesBack)
                        .with("from", from.number())
                        .with("to", to.number())
                })
            })
    }

    fn of_graph(&self) -> impl Iterator<Item = Issue> {
        let nodes = self.graph.nodes();
        let lacks = |wanted| !nodes.iter().any(|node| node.node_type == Some(wanted));
        // Any node stands for its step: a gate or a buffer too.
        let steps: HashSet<Step> = nodes.iter().filter_map(|node| node.step).collect();
        let missing = Step::all().filter(move |step| !steps.contains(step));
        let unguarded = canonical::critical_steps()
            .filter(|step| !self.graph.gates_at(*step).any(|gate| gate.is_ccp));
        let about = |code| {
            move |step: Step| {
                let issue = self.issue(code).with("step", step.number());
                issue.with_words("name", |language: Language| step.label(language).to_owned())
            }
        };
        let no_start = lacks(NodeType::Start).then(|| self.issue(IssueCode::NoStart));
        let no_end = lacks(NodeType::End).then(|| self.issue(IssueCode::NoEnd));
        let by_step = missing
            .map(about(IssueCode::StepMissing))
            .chain(unguarded.map(about(IssueCode::CcpStepWithoutGate)));
        no_start.into_iter().chain(no_end).chain(by_step)
    }
}

/// A swimlane is never on the flow, a buffer without an edge has an issue of its own.
fn off_the_flow(node: &Node, position: Position) -> [Option<IssueCode>; 2] {
    let flows = match node.node_type {
        Some(NodeType::Group) => false,
        Some(NodeType::Buffer) => position.has_edge,
        _ => true,
    };
    [
        (flows && !position.is_reached).then_some(IssueCode::Unreachable),
        (flows && !position.reaches_end).then_some(IssueCode::DeadEnd),
    ]
}

fn ids(nodes: &[Node], places: &[usize]) -> Vec<Value> {
    places
        .iter()
        .filter_map(|&place| nodes.get(place))
        .map(|node| Value::from(&*node.id))
        .collect()
}
