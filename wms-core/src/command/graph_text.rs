use crate::{
    error::Rejection,
    flow::{FlowGraph, GraphError},
    wire::{Field, Place},
    world::ensure,
};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use std::sync::Arc;

/// A graph's JSON text, as it was spelled; read once, when it is taken.
///
/// A text that is no graph is kept too: the command that carries it refuses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GraphText(Result<Arc<FlowGraph>, NoGraph>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct NoGraph {
    text: Box<str>,
    error: GraphError,
}

impl GraphText {
    /// Takes the text as it is.
    #[must_use]
    pub fn new(json: impl Into<Box<str>>) -> Self {
        let text = json.into();
        Self(match FlowGraph::parse(&text) {
            Ok(graph) => Ok(Arc::new(graph)),
            Err(error) => Err(NoGraph { text, error }),
        })
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Ok(graph) => graph.text(),
            Err(none) => &none.text,
        }
    }

    fn graph(&self, place: impl ToString) -> Result<&Arc<FlowGraph>, Rejection> {
        self.0
            .as_ref()
            .map_err(|none| Rejection::input(place, &none.error))
    }

    /// The graph, if it is well-formed.
    pub(super) fn well_formed(&self) -> Result<Arc<FlowGraph>, Rejection> {
        let graph = self.graph("graph")?;
        let issues = graph.malformed();
        ensure!(issues.is_empty(), Rejection::InvalidGraph { issues });
        Ok(Arc::clone(graph))
    }
}

impl From<&FlowGraph> for GraphText {
    fn from(graph: &FlowGraph) -> Self {
        Self(Ok(Arc::new(graph.clone())))
    }
}

impl From<Arc<FlowGraph>> for GraphText {
    fn from(graph: Arc<FlowGraph>) -> Self {
        Self(Ok(graph))
    }
}

impl From<&str> for GraphText {
    fn from(json: &str) -> Self {
        Self::new(json)
    }
}

impl From<String> for GraphText {
    fn from(json: String) -> Self {
        Self::new(json)
    }
}

impl Serialize for GraphText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Field for GraphText {
    const KIND: &'static str = "graph";

    /// The text in a string, or the object itself, whose spelling in the envelope is then kept.
    fn read(value: &RawValue, place: &Place<'_>) -> Result<Self, Rejection> {
        let json = value.get();
        match json.as_bytes().first() {
            Some(b'"') => serde_json::from_str::<Box<str>>(json)
                .map(Self::new)
                .map_err(|error| Rejection::input(place, error)),
            Some(b'{') => Ok(Self::new(json)),
            _ => Err(Rejection::input(
                place,
                "a graph is a JSON object, or its text in a string",
            )),
        }
    }

    fn check(&self, place: &Place<'_>) -> Result<(), Rejection> {
        self.graph(place).map(drop)
    }
}
