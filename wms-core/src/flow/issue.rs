use super::{Edge, Node};
use crate::{
    error::Catalogue,
    text::Text,
    vocabulary::{Language, vocabulary},
};
use serde::{Serialize, ser::SerializeStruct};
use serde_json::{Map, Value};

vocabulary! {
    /// What can be wrong with a graph (rule book, section 5), in the order in which the issues of one node stand.
    pub enum IssueCode {
        /// Two nodes with one id.
        NodeIdDuplicate = "NODE_ID_DUPLICATE";
        /// Two edges with one id.
        EdgeIdDuplicate = "EDGE_ID_DUPLICATE";
        /// An edge from a node that is not there.
        EdgeSourceMissing = "EDGE_SOURCE_MISSING";
        /// An edge to a node that is not there.
        EdgeTargetMissing = "EDGE_TARGET_MISSING";
        /// A node in a group that is not there.
        ParentMissing = "PARENT_MISSING";
        /// A node in a node that is no group.
        ParentNotGroup = "PARENT_NOT_GROUP";
        /// Groups within each other.
        ParentCircle = "PARENT_CIRCLE";
        /// A type of node the library does not know.
        NodeTypeUnknown = "NODE_TYPE_UNKNOWN";
        /// A step that is no whole number from 0 to 10.
        StepOutOfRange = "STEP_OUT_OF_RANGE";
        /// A gate whose parts are missing or malformed.
        GateConfigInvalid = "GATE_CONFIG_INVALID";
        /// No start.
        NoStart = "NO_START";
        /// No end.
        NoEnd = "NO_END";
        /// Nodes that lead back to themselves.
        Circle = "CIRCLE";
        /// An edge from a node to itself.
        SelfLoop = "SELF_LOOP";
        /// A node that no start reaches.
        Unreachable = "UNREACHABLE";
        /// A node that reaches no end.
        DeadEnd = "DEAD_END";
        /// Two gates with one number at one step.
        GateDuplicate = "GATE_DUPLICATE";
        /// An edge to an earlier step.
        StepGoesBack = "STEP_GOES_BACK";
        /// A canonical step without a node.
        StepMissing = "STEP_MISSING";
        /// A step with a critical limit and no critical gate.
        CcpStepWithoutGate = "CCP_STEP_WITHOUT_GATE";
        /// A buffer node without an edge.
        BufferUnused = "BUFFER_UNUSED";
    }
}

vocabulary! {
    /// Whether an issue stops the version.
    pub enum Severity {
        /// It does.
        Error = "error", hu "hiba", en "error";
        /// It does not.
        Warning = "warning", hu "figyelmeztetés", en "warning";
    }
}

/// One thing wrong with a graph, at its place.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Issue {
    /// What.
    pub code: IssueCode,
    /// Whether it stops the version.
    pub severity: Severity,
    /// The node, if it is one's.
    pub node_id: Option<Box<str>>,
    /// The edge, if it is one's.
    pub edge_id: Option<Box<str>>,
    /// The facts behind it, for the message: the nodes of a circle, the step that is missing, what a gate lacks.
    pub details: Map<String, Value>,
}

impl IssueCode {
    /// Whether it stops the version; `strict_canonical` is the plant's policy.
    #[must_use]
    pub const fn severity(self, strict_canonical: bool) -> Severity {
        match self {
            Self::BufferUnused => Severity::Warning,
            Self::StepMissing | Self::CcpStepWithoutGate if !strict_canonical => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

impl Issue {
    /// An issue of the whole graph, until a place is given.
    pub(super) fn new(code: IssueCode, strict_canonical: bool) -> Self {
        Self {
            code,
            severity: code.severity(strict_canonical),
            node_id: None,
            edge_id: None,
            details: Map::new(),
        }
    }

    pub(super) fn at_node(self, node: &Node) -> Self {
        Self {
            node_id: Some(node.id.clone()),
            ..self
        }
    }

    /// An edge without an id is named by its ends, in the message only.
    pub(super) fn at_edge(self, edge: &Edge) -> Self {
        match &edge.id {
            Some(id) => Self {
                edge_id: Some(id.clone()),
                ..self
            },
            None => self.with("place", format!("{} → {}", edge.source, edge.target)),
        }
    }

    pub(super) fn with(mut self, fact: &str, value: impl Into<Value>) -> Self {
        self.details.insert(fact.to_owned(), value.into());
        self
    }

    /// A fact with words of its own in each language, of which a message takes its own.
    pub(super) fn with_words(self, fact: &str, words: impl Fn(Language) -> String) -> Self {
        let words =
            Language::ALL.map(|language| (language.tag().to_owned(), Value::from(words(language))));
        self.with(fact, Map::from_iter(words))
    }

    /// What is wrong, and what would be accepted.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let spoken = |fact: &Value| fact.get(language.tag()).unwrap_or(fact).clone();
        let mut facts: Map<_, _> = self
            .details
            .iter()
            .map(|(name, fact)| (name.clone(), spoken(fact)))
            .collect();
        let place = self.node_id.as_deref().or(self.edge_id.as_deref());
        facts.extend(place.map(|id| ("place".to_owned(), Value::from(id))));
        language
            .render(self.code.as_str(), &facts)
            .unwrap_or_else(|| self.code.as_str().to_owned())
    }
}

impl Issue {
    /// What is wrong, and what would be accepted, in every language.
    #[must_use]
    pub fn messages(&self) -> Text {
        Text::of(Language::ALL.map(|language| (language.tag(), self.message(language))))
    }
}

impl Serialize for Issue {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut issue = serializer.serialize_struct("Issue", 6)?;
        issue.serialize_field("code", &self.code)?;
        issue.serialize_field("severity", &self.severity)?;
        issue.serialize_field("node_id", &self.node_id)?;
        issue.serialize_field("edge_id", &self.edge_id)?;
        issue.serialize_field("message", &self.messages())?;
        issue.serialize_field("details", &self.details)?;
        issue.end()
    }
}
