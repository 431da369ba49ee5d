use super::{GraphError, Issue, drawing, read, validate, well_formed};
use crate::{
    audit::Digest,
    quality::{Gate, GateKind},
    run::Step,
    vocabulary::vocabulary,
};
use std::sync::{Arc, LazyLock};

vocabulary! {
    /// What a node stands for (rule book, section 5).
    pub enum NodeType {
        /// Where the flow starts.
        Start = "start", hu "kezdet", en "start";
        /// Where the flow ends.
        End = "end", hu "vége", en "end";
        /// Work on lots.
        Process = "process", hu "művelet", en "process";
        /// A QC gate.
        QcGate = "qc_gate", hu "minőségkapu", en "QC gate";
        /// A storage place.
        Buffer = "buffer", hu "puffer", en "buffer";
        /// A swimlane around other nodes.
        Group = "group", hu "sáv", en "swimlane";
    }
}

/// What the library reads of a node; the rest stays in the text alone.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Node {
    /// Its id, not empty.
    pub id: Box<str>,
    /// What it stands for; nothing where the library does not know the type.
    pub node_type: Option<NodeType>,
    /// Its canonical step; nothing where none is given, or none from 0 to 10.
    pub step: Option<Step>,
    /// The group it is drawn in.
    pub parent_id: Option<Box<str>>,
}

/// What the library reads of an edge.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Edge {
    /// Its id, where it has one.
    pub id: Option<Box<str>>,
    /// The id of the node it starts at.
    pub source: Box<str>,
    /// The id of the node it ends at.
    pub target: Box<str>,
}

/// The graph of a flow version: the JSON text of a node-graph editor, and what the rules read of it.
///
/// The text is kept byte for byte: fields the library does not know, their order and the spelling of
/// numbers included. Two graphs are equal when their texts are.
///
/// ```
/// use wms_core::{flow::FlowGraph, run::Step};
/// let canonical = FlowGraph::canonical();
/// assert!(canonical.issues(true).is_empty());
/// assert!(canonical.has_blocking_gate(Step::FREEZING) && !canonical.has_blocking_gate(Step::SKU_SPLIT));
/// ```
#[derive(Debug, Clone)]
pub struct FlowGraph {
    text: Box<str>,
    sha256: Digest,
    nodes: Box<[Node]>,
    edges: Box<[Edge]>,
    gates: Box<[Gate]>,
    malformed: Box<[Issue]>,
}

impl FlowGraph {
    /// Reads a graph, however malformed: what is wrong with it is told by [`FlowGraph::issues`].
    ///
    /// # Errors
    /// [`GraphError`] where the text is no graph at all.
    pub fn parse(text: &str) -> Result<Self, GraphError> {
        let read::Parts {
            nodes,
            edges,
            gates,
            misread,
        } = read::graph(text)?;
        let malformed = well_formed::issues(&nodes, &edges, misread);
        Ok(Self {
            text: text.into(),
            sha256: Digest::of(text.as_bytes()),
            nodes: nodes.into(),
            edges: edges.into(),
            gates: gates.into(),
            malformed: malformed.into(),
        })
    }

    /// The graph of a new flow to which none was given.
    #[must_use]
    pub fn empty() -> Self {
        const TEXT: &str = r#"{"nodes":[],"edges":[],"viewport":{"x":0,"y":0,"zoom":1}}"#;
        Self {
            text: TEXT.into(),
            sha256: Digest::of(TEXT.as_bytes()),
            nodes: Box::default(),
            edges: Box::default(),
            gates: Box::default(),
            malformed: Box::default(),
        }
    }

    /// The canonical flow (rule book, section 2) with its gates and the default buffers (section 9).
    #[must_use]
    pub fn canonical() -> Arc<Self> {
        static CANONICAL: LazyLock<Arc<FlowGraph>> = LazyLock::new(|| {
            // A test sees that the drawing is read: the empty graph never stands in for it.
            Arc::new(FlowGraph::parse(&drawing::canonical()).unwrap_or_else(|_| FlowGraph::empty()))
        });
        Arc::clone(&CANONICAL)
    }

    /// The JSON text, byte for byte as it was given.
    #[must_use]
    pub const fn text(&self) -> &str {
        &self.text
    }

    /// The hash of the text's bytes.
    #[must_use]
    pub const fn sha256(&self) -> Digest {
        self.sha256
    }

    /// The nodes, in their order.
    #[must_use]
    pub const fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The edges, in their order.
    #[must_use]
    pub const fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// The gates in the order of their nodes; of a malformed graph only those that could be read.
    #[must_use]
    pub const fn gates(&self) -> &[Gate] {
        &self.gates
    }

    /// The gates of a step.
    pub fn gates_at(&self, step: Step) -> impl Iterator<Item = &Gate> {
        self.gates.iter().filter(move |gate| gate.step == step)
    }

    /// Whether a run may leave the step only when every lot of it has passed.
    #[must_use]
    pub fn has_blocking_gate(&self, step: Step) -> bool {
        self.gates_at(step)
            .any(|gate| gate.kind == GateKind::Blocking)
    }

    /// Why it is not well-formed, so that no draft is saved with it; empty when it is.
    #[must_use]
    pub fn malformed(&self) -> Vec<Issue> {
        self.malformed.to_vec()
    }

    /// Whether a draft may be saved with it.
    #[must_use]
    pub const fn is_well_formed(&self) -> bool {
        self.malformed.is_empty()
    }

    /// Everything wrong with it: only what makes it malformed, else errors and warnings together, by node, by
    /// edge, then those of the whole graph. `strict_canonical` is the plant's policy.
    #[must_use]
    pub fn issues(&self, strict_canonical: bool) -> Vec<Issue> {
        if self.is_well_formed() {
            validate::issues(self, strict_canonical)
        } else {
            self.malformed()
        }
    }
}

impl PartialEq for FlowGraph {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for FlowGraph {}
