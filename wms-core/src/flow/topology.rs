//! Who leads to whom: reachability and circles, without recursion, in time linear in nodes and edges.
#![expect(
    clippy::indexing_slicing,
    reason = "every index is the place of a node, given out by `Topology::of`"
)]

/// The successors of every node, one list after the other.
pub(super) struct Topology {
    starts: Vec<usize>,
    ends: Vec<usize>,
}

impl Topology {
    /// Of `nodes` nodes and edges between their places.
    pub(super) fn of(nodes: usize, edges: impl Iterator<Item = (usize, usize)> + Clone) -> Self {
        let mut starts = vec![0; nodes + 1];
        edges
            .clone()
            .for_each(|(source, _)| starts[source + 1] += 1);
        (0..nodes).for_each(|node| starts[node + 1] += starts[node]);
        let (mut free, mut ends) = (starts.clone(), vec![0; starts[nodes]]);
        for (source, target) in edges {
            ends[free[source]] = target;
            free[source] += 1;
        }
        Self { starts, ends }
    }

    fn len(&self) -> usize {
        self.starts.len() - 1
    }

    fn successors(&self, node: usize) -> &[usize] {
        &self.ends[self.starts[node]..self.starts[node + 1]]
    }

    /// For every node, whether one of `from` leads to it; each leads to itself.
    pub(super) fn reached(&self, from: impl Iterator<Item = usize>) -> Vec<bool> {
        let mut reached = vec![false; self.len()];
        let mut open: Vec<usize> = from.collect();
        while let Some(node) = open.pop() {
            if !core::mem::replace(&mut reached[node], true) {
                open.extend(self.successors(node).iter().filter(|next| !reached[**next]));
            }
        }
        reached
    }

    /// The strongly connected sets of more than one node: each in node order, by their first node.
    pub(super) fn circles(&self) -> Vec<Vec<usize>> {
        let mut search = Search::over(self);
        (0..self.len()).for_each(|root| search.from(root));
        search.circles.sort_unstable();
        search.circles
    }
}

/// Tarjan's search, its call stack kept on the heap: a flow of 100 000 nodes in a row is as deep as it is long.
struct Search<'a> {
    topology: &'a Topology,
    /// When a node was entered, from 1 on; 0: not yet.
    entered: Vec<usize>,
    /// The earliest entered node known to be in its set.
    earliest: Vec<usize>,
    /// Whether it stands on `unsettled`.
    waits: Vec<bool>,
    /// Entered nodes whose set is not complete.
    unsettled: Vec<usize>,
    /// The path to the node at hand, each with its successors seen so far.
    path: Vec<(usize, usize)>,
    clock: usize,
    circles: Vec<Vec<usize>>,
}

impl<'a> Search<'a> {
    fn over(topology: &'a Topology) -> Self {
        let zeros = vec![0; topology.len()];
        Self {
            topology,
            entered: zeros.clone(),
            earliest: zeros,
            waits: vec![false; topology.len()],
            unsettled: Vec::new(),
            path: Vec::new(),
            clock: 0,
            circles: Vec::new(),
        }
    }

    fn from(&mut self, root: usize) {
        if self.entered[root] == 0 {
            self.enter(root);
        }
        while let Some((node, seen)) = self.path.last_mut() {
            let node = *node;
            let Some(&next) = self.topology.successors(node).get(*seen) else {
                self.leave(node);
                continue;
            };
            *seen += 1;
            if self.entered[next] == 0 {
                self.enter(next);
            } else if self.waits[next] {
                self.earliest[node] = self.earliest[node].min(self.entered[next]);
            }
        }
    }

    fn enter(&mut self, node: usize) {
        self.clock += 1;
        self.entered[node] = self.clock;
        self.earliest[node] = self.clock;
        self.waits[node] = true;
        self.unsettled.push(node);
        self.path.push((node, 0));
    }

    fn leave(&mut self, node: usize) {
        self.path.pop();
        if let Some(&(before, _)) = self.path.last() {
            self.earliest[before] = self.earliest[before].min(self.earliest[node]);
        }
        if self.earliest[node] == self.entered[node] {
            // Everything entered since, and not settled, is the set of this node.
            let first = self
                .unsettled
                .iter()
                .rposition(|&other| other == node)
                .unwrap_or(0);
            let mut set = self.unsettled.split_off(first);
            set.iter().for_each(|&member| self.waits[member] = false);
            set.sort_unstable();
            if set.len() > 1 {
                self.circles.push(set);
            }
        }
    }
}
