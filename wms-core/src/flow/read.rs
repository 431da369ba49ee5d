//! Reading: from the JSON text to nodes, edges and gates. Nothing here recurses, however the text nests.
use super::{Edge, Issue, IssueCode, Node, NodeType, gate_config};
use crate::{quality::Gate, run::Step};
use core::marker::PhantomData;
use serde::{Deserialize, Deserializer, de};
use serde_json::value::RawValue;

/// The longest text of a graph.
const MAX_BYTES: usize = 2 * 1024 * 1024;
/// As deep as the JSON readers of every host go.
const MAX_DEPTH: usize = 127;

/// Why a text is no graph at all. What is wrong with one that is, its [`Issue`]s tell.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GraphError {
    /// Beyond 2 MiB.
    #[error("a graph has at most {MAX_BYTES} bytes; this one has {bytes}")]
    TooLarge {
        /// Its length.
        bytes: usize,
    },
    /// No JSON.
    #[error("the graph is no JSON: {why}")]
    NotJson {
        /// What is wrong, and in which line and column.
        why: String,
    },
    /// JSON without a list of `nodes`, a node without `id`, an edge without `source` or `target`, one of these in
    /// the wrong type, or a field the library reads twice in one object.
    #[error("the JSON is no graph: {why}")]
    NotAGraph {
        /// What is wrong, and in which line and column.
        why: String,
    },
    /// Lists and objects within each other beyond what every host can read.
    #[error("a graph nests at most {MAX_DEPTH} lists and objects within each other")]
    TooDeep,
    /// A text or a field's name with U+0000, which no database keeps.
    #[error("the texts of a graph contain no U+0000")]
    Nul,
    /// A text or a field's name with half of a surrogate pair, which is no character.
    #[error("the texts of a graph contain no lone surrogates")]
    LoneSurrogate,
}

/// What was read, and what could not be: issues by the place of their node.
pub(super) struct Parts {
    pub(super) nodes: Vec<Node>,
    pub(super) edges: Vec<Edge>,
    pub(super) gates: Vec<Gate>,
    pub(super) misread: Vec<(usize, Issue)>,
}

#[derive(Deserialize)]
struct GraphJson<'a> {
    #[serde(borrow)]
    nodes: Vec<Object<NodeJson<'a>>>,
    edges: Option<Vec<Object<EdgeJson>>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct NodeJson<'a> {
    #[serde(deserialize_with = "id")]
    id: Box<str>,
    #[serde(borrow)]
    r#type: Option<&'a RawValue>,
    parent_id: Option<Box<str>>,
    #[serde(borrow)]
    data: Option<Object<DataJson<'a>>>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase")]
struct DataJson<'a> {
    #[serde(borrow)]
    node_type: Option<&'a RawValue>,
    #[serde(borrow)]
    step_index: Option<&'a RawValue>,
    #[serde(borrow)]
    config: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct EdgeJson {
    id: Option<Box<str>>,
    source: Box<str>,
    target: Box<str>,
}

/// Reads the text of a graph.
pub(super) fn graph(text: &str) -> Result<Parts, GraphError> {
    if text.len() > MAX_BYTES {
        return Err(GraphError::TooLarge { bytes: text.len() });
    }
    let Object(json) = serde_json::from_str::<Object<GraphJson<'_>>>(text).map_err(|error| {
        let why = error.to_string();
        if error.is_data() {
            GraphError::NotAGraph { why }
        } else {
            GraphError::NotJson { why }
        }
    })?;
    check_depth_and_escapes(text)?;

    let edges = json
        .edges
        .into_iter()
        .flatten()
        .map(|Object(EdgeJson { id, source, target })| {
            let id = id.filter(|id| !id.is_empty());
            Edge { id, source, target }
        });
    let nodes = Vec::with_capacity(json.nodes.len());
    let mut parts = Parts {
        nodes,
        edges: edges.collect(),
        gates: Vec::new(),
        misread: Vec::new(),
    };
    json.nodes
        .into_iter()
        .for_each(|Object(node)| parts.read(node));
    Ok(parts)
}

impl Parts {
    fn read(&mut self, json: NodeJson<'_>) {
        let data = json.data.map(|Object(data)| data).unwrap_or_default();
        let spelled = data.node_type.or(json.r#type);
        let node_type = spelled.and_then(|raw| serde_json::from_str::<NodeType>(raw.get()).ok());
        let step = data
            .step_index
            .and_then(|raw| Step::new(raw.get().parse().ok()?));
        let node = Node {
            id: json.id,
            node_type,
            step,
            parent_id: json.parent_id,
        };

        if node_type.is_none() {
            self.misread(
                &node,
                |issue| issue.with("found", shown(spelled)),
                IssueCode::NodeTypeUnknown,
            );
        }
        if step.is_none() && data.step_index.is_some() {
            self.misread(
                &node,
                |issue| issue.with("found", shown(data.step_index)),
                IssueCode::StepOutOfRange,
            );
        }
        if node_type == Some(NodeType::QcGate) {
            // A step out of range is told once: the rest of the gate is judged as if at any other.
            let at = if data.step_index.is_some() {
                step.or(Some(Step::START))
            } else {
                None
            };
            match gate_config::read(data.config, at) {
                Ok(gate) if step.is_some() => self.gates.push(gate),
                Ok(_) => {}
                Err(fault) => self.misread(
                    &node,
                    |issue| fault.tell(issue),
                    IssueCode::GateConfigInvalid,
                ),
            }
        }
        self.nodes.push(node);
    }

    fn misread(&mut self, node: &Node, tell: impl FnOnce(Issue) -> Issue, code: IssueCode) {
        self.misread.push((
            self.nodes.len(),
            tell(Issue::new(code, false).at_node(node)),
        ));
    }
}

/// A value as a message shows it: the start of its JSON; a text without its quotes.
fn shown(raw: Option<&RawValue>) -> Option<String> {
    let json = raw?.get();
    let text = serde_json::from_str::<String>(json).unwrap_or_else(|_| json.to_owned());
    Some(text.chars().take(40).collect())
}

fn id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Box<str>, D::Error> {
    let id = Box::<str>::deserialize(deserializer)?;
    if id.is_empty() {
        Err(de::Error::custom("the `id` of a node is not empty"))
    } else {
        Ok(id)
    }
}

/// An object read into `T`; serde by itself would take a list of its fields too.
pub(super) struct Object<T>(pub(super) T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Fields<T> {
            type Value = Object<T>;
            fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Object<T>, A::Error> {
                T::deserialize(de::value::MapAccessDeserializer::new(map)).map(Object)
            }
        }
        deserializer.deserialize_map(Fields(PhantomData))
    }
}

/// Looks through JSON that is well-formed for what serde passes over in fields it does not read.
fn check_depth_and_escapes(json: &str) -> Result<(), GraphError> {
    let mut bytes = json.bytes();
    let mut depth = 0_usize;
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => check_text(&mut bytes)?,
            b'[' | b'{' if depth == MAX_DEPTH => return Err(GraphError::TooDeep),
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    Ok(())
}

/// The rest of a text after its opening quote.
fn check_text(bytes: &mut core::str::Bytes<'_>) -> Result<(), GraphError> {
    while let Some(b'\\') = bytes.find(|byte| matches!(byte, b'"' | b'\\')) {
        check_escape(bytes)?;
    }
    Ok(())
}

/// What follows a backslash: only `\u` can spell U+0000 or a surrogate.
fn check_escape(bytes: &mut core::str::Bytes<'_>) -> Result<(), GraphError> {
    if bytes.next() != Some(b'u') {
        return Ok(());
    }
    match code_unit(bytes) {
        0 => Err(GraphError::Nul),
        0xD800..=0xDBFF => {
            let low = (bytes.next(), bytes.next()) == (Some(b'\\'), Some(b'u'));
            if low && (0xDC00..=0xDFFF).contains(&code_unit(bytes)) {
                Ok(())
            } else {
                Err(GraphError::LoneSurrogate)
            }
        }
        0xDC00..=0xDFFF => Err(GraphError::LoneSurrogate),
        _ => Ok(()),
    }
}

fn code_unit(bytes: &mut core::str::Bytes<'_>) -> u32 {
    let digits = bytes
        .by_ref()
        .take(4)
        .filter_map(|byte| char::from(byte).to_digit(16));
    digits.fold(0, |unit, digit| unit << 4 | digit)
}
