//! What keeps a draft from being saved: the first list of section 5 of the rule book.
use super::{Edge, Issue, IssueCode, Node, NodeType, topology::Topology};
use std::collections::{HashMap, HashSet};

/// Why a graph is not well-formed, by node, then by edge. `misread` holds what could not be read of the nodes.
pub(super) fn issues(nodes: &[Node], edges: &[Edge], misread: Vec<(usize, Issue)>) -> Vec<Issue> {
    let places = places(nodes);
    let parents = parents(nodes, &places);
    let in_circle = in_circle(&parents);
    let mut misread = misread.into_iter().peekable();
    let mut issues = Vec::new();

    for (place, ((node, parent), in_circle)) in
        nodes.iter().zip(&parents).zip(in_circle).enumerate()
    {
        let issue = |code| Issue::new(code, false).at_node(node);
        if places.get(&*node.id) != Some(&place) {
            issues.push(issue(IssueCode::NodeIdDuplicate));
        }
        if let Some(parent_id) = &node.parent_id {
            let about_parent = |code| issue(code).with("parent", &**parent_id);
            match parent.and_then(|place| nodes.get(place)) {
                None => issues.push(about_parent(IssueCode::ParentMissing)),
                Some(parent) if parent.node_type != Some(NodeType::Group) => {
                    issues.push(about_parent(IssueCode::ParentNotGroup));
                }
                Some(_) => {}
            }
            if in_circle {
                issues.push(about_parent(IssueCode::ParentCircle));
            }
        }
        while let Some((_, issue)) = misread.next_if(|(of, _)| *of == place) {
            issues.push(issue);
        }
    }
    issues.extend(of_edges(edges, &places));
    issues
}

/// Where each id stands first.
pub(super) fn places(nodes: &[Node]) -> HashMap<&str, usize> {
    let mut places = HashMap::with_capacity(nodes.len());
    for (place, node) in nodes.iter().enumerate() {
        places.entry(&*node.id).or_insert(place);
    }
    places
}

fn of_edges<'a>(edges: &'a [Edge], places: &HashMap<&str, usize>) -> impl Iterator<Item = Issue> {
    let mut seen = HashSet::with_capacity(edges.len());
    edges.iter().flat_map(move |edge| {
        let issue = |code| Issue::new(code, false).at_edge(edge);
        let missing =
            |code, end: &'a str| (!places.contains_key(end)).then(|| issue(code).with("node", end));
        let twice = edge.id.as_deref().is_some_and(|id| !seen.insert(id));
        [
            twice.then(|| issue(IssueCode::EdgeIdDuplicate)),
            missing(IssueCode::EdgeSourceMissing, &edge.source),
            missing(IssueCode::EdgeTargetMissing, &edge.target),
        ]
        .into_iter()
        .flatten()
    })
}

/// For every node the place of its parent, where there is one.
fn parents(nodes: &[Node], places: &HashMap<&str, usize>) -> Vec<Option<usize>> {
    nodes
        .iter()
        .map(|node| places.get(node.parent_id.as_deref()?).copied())
        .collect()
}

/// For every node whether its parents lead back to it.
fn in_circle(parents: &[Option<usize>]) -> Vec<bool> {
    let up = parents
        .iter()
        .enumerate()
        .filter_map(|(node, parent)| Some((node, (*parent)?)));
    let mut in_circle: Vec<bool> = parents
        .iter()
        .enumerate()
        .map(|(node, parent)| *parent == Some(node))
        .collect();
    for node in Topology::of(parents.len(), up)
        .circles()
        .into_iter()
        .flatten()
    {
        in_circle
            .get_mut(node)
            .into_iter()
            .for_each(|flag| *flag = true);
    }
    in_circle
}
