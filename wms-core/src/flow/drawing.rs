//! The canonical flow drawn as a graph: three swimlanes one below the other, each step's work, gate and buffers
//! in columns from left to right.
//!
//! The field order of these types is the order in the text, so that the hash of the graph never moves.
use super::{
    NodeType,
    canonical::{BUFFERS, Ceiling, GATES, GatePlan, Words},
};
use crate::{
    amount::Celsius,
    lot::Storage,
    quality::{GateKind, ReadingKind},
    run::{Step, Stream},
    text::Text,
    vocabulary::Language,
};
use serde::Serialize;

const COLUMN_WIDTH: i32 = 240;
const LANE_HEIGHT: i32 = 300;
const LANE_GAP: i32 = 40;
/// Where a column's nodes begin within their lane.
const MARGIN: i32 = 40;
/// Half the distance of two nodes in one column.
const HALF_ROW: i32 = 70;
const MIDDLE_ROW: i32 = 120;

#[derive(Serialize, Default)]
struct Drawing {
    nodes: Vec<DrawnNode>,
    edges: Vec<DrawnEdge>,
    viewport: Viewport,
    /// What the next column hangs on.
    #[serde(skip)]
    tails: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DrawnNode {
    id: String,
    r#type: NodeType,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent_id: Option<String>,
    position: Position,
    #[serde(skip_serializing_if = "Option::is_none")]
    style: Option<Size>,
    data: Data,
}

#[derive(Serialize)]
struct DrawnEdge {
    id: String,
    source: String,
    target: String,
}

#[derive(Serialize)]
struct Viewport {
    x: i32,
    y: i32,
    zoom: i32,
}

impl Default for Viewport {
    fn default() -> Self {
        Self {
            x: 0,
            y: 0,
            zoom: 1,
        }
    }
}

/// Within its lane, where it has one.
#[derive(Serialize, Clone, Copy)]
struct Position {
    x: i32,
    y: i32,
}

#[derive(Serialize)]
struct Size {
    width: i32,
    height: i32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Data {
    label: Text,
    node_type: NodeType,
    #[serde(skip_serializing_if = "Option::is_none")]
    step_index: Option<Step>,
    #[serde(skip_serializing_if = "Option::is_none")]
    config: Option<Config>,
}

#[derive(Serialize)]
#[serde(untagged, rename_all_fields = "camelCase")]
enum Config {
    Gate {
        gate_number: &'static str,
        name: Text,
        gate_type: GateKind,
        #[serde(rename = "isCCP")]
        is_ccp: bool,
        limits: Vec<DrawnLimit>,
        checklist: Vec<DrawnItem>,
    },
    Buffer {
        buffer_type: &'static str,
    },
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DrawnLimit {
    kind: ReadingKind,
    max_c: Celsius,
    #[serde(skip_serializing_if = "Option::is_none")]
    storage: Option<Storage>,
}

#[derive(Serialize)]
struct DrawnItem {
    id: &'static str,
    label: Text,
    required: bool,
}

/// The text of the canonical flow's graph.
pub(super) fn canonical() -> String {
    let mut drawing = Drawing::default();
    let mut lane_top = 0;
    let middle = |lane_top| lane_top + MIDDLE_ROW;

    drawing.put(
        "start".to_owned(),
        None,
        Position {
            x: -COLUMN_WIDTH,
            y: middle(0),
        },
        step_data(Step::START, NodeType::Start),
    );
    drawing.tails.push("start".to_owned());
    let mut right = 0;
    for stream in Stream::ALL {
        right = drawing.lane(stream, lane_top);
        lane_top += LANE_HEIGHT + LANE_GAP;
    }
    let last_top = lane_top - LANE_HEIGHT - LANE_GAP;
    let end = Position {
        x: right + MARGIN,
        y: middle(last_top),
    };
    let label = text(("Vége", "End"));
    drawing.put(
        "end".to_owned(),
        None,
        end,
        Data {
            label,
            ..step_data(Step::SHIPMENT, NodeType::End)
        },
    );
    drawing.connect(vec!["end".to_owned()]);
    // Texts and whole numbers: nothing that could not be written. A text of nothing would not pass the tests.
    serde_json::to_string(&drawing).unwrap_or_default()
}

impl Drawing {
    /// Draws a lane with its steps and answers where it ends on the right.
    fn lane(&mut self, stream: Stream, top: i32) -> i32 {
        let lane = format!("lane-{stream}");
        let columns: Vec<_> = Step::all()
            .filter(|step| step.stream() == Some(stream))
            .flat_map(columns)
            .collect();
        // A group stands before the nodes in it, or the editor draws it over them.
        let width = columns.iter().fold(MARGIN, |width, _| width + COLUMN_WIDTH);
        let label = Text::of(Language::ALL.map(|language| {
            (
                language.tag(),
                format!("{stream} – {}", stream.label(language)),
            )
        }));
        self.nodes.push(DrawnNode {
            id: lane.clone(),
            r#type: NodeType::Group,
            parent_id: None,
            position: Position { x: 0, y: top },
            style: Some(Size {
                width,
                height: LANE_HEIGHT,
            }),
            data: Data {
                label,
                node_type: NodeType::Group,
                step_index: None,
                config: None,
            },
        });
        let mut x = MARGIN;
        for column in columns {
            let mut y = if column.len() > 1 {
                MIDDLE_ROW - HALF_ROW
            } else {
                MIDDLE_ROW
            };
            let ids = column.iter().map(|(id, _)| id.clone()).collect();
            for (id, data) in column {
                self.put(id, Some(lane.clone()), Position { x, y }, data);
                y += 2 * HALF_ROW;
            }
            self.connect(ids);
            x += COLUMN_WIDTH;
        }
        width
    }

    fn put(&mut self, id: String, parent_id: Option<String>, position: Position, data: Data) {
        self.nodes.push(DrawnNode {
            id,
            r#type: data.node_type,
            parent_id,
            position,
            style: None,
            data,
        });
    }

    /// Leads from everything in the last column to everything in the next.
    fn connect(&mut self, heads: Vec<String>) {
        let pairs = self
            .tails
            .iter()
            .flat_map(|source| heads.iter().map(move |target| (source, target)));
        self.edges.extend(pairs.map(|(source, target)| DrawnEdge {
            id: format!("{source}--{target}"),
            source: source.clone(),
            target: target.clone(),
        }));
        self.tails = heads;
    }
}

/// A step's work, then its gate, then its buffers: one above the other where there are two.
fn columns(step: Step) -> Vec<Vec<(String, Data)>> {
    let work = (format!("step-{step}"), step_data(step, NodeType::Process));
    let gates = GATES
        .iter()
        .filter(|gate| gate.step == step)
        .map(|gate| vec![(format!("gate-at-{step}"), gate_data(gate))]);
    let buffers = BUFFERS
        .iter()
        .filter(|(_, at, _)| *at == step)
        .map(|(code, _, name)| {
            let config = Some(Config::Buffer { buffer_type: code });
            let data = Data {
                label: text(*name),
                config,
                ..step_data(step, NodeType::Buffer)
            };
            (format!("buffer-{code}"), data)
        });
    let mut columns = vec![vec![work]];
    columns.extend(gates);
    columns.push(buffers.collect());
    columns.retain(|column| !column.is_empty());
    columns
}

fn step_data(step: Step, node_type: NodeType) -> Data {
    let label = Text::of(Language::ALL.map(|language| (language.tag(), step.label(language))));
    Data {
        label,
        node_type,
        step_index: Some(step),
        config: None,
    }
}

fn gate_data(gate: &GatePlan) -> Data {
    let (number, (hu, en)) = (gate.number, gate.name);
    let config = Config::Gate {
        gate_number: number,
        name: text(gate.name),
        gate_type: gate.kind,
        is_ccp: !gate.limits.is_empty(),
        limits: gate.limits.iter().map(limit).collect(),
        checklist: gate
            .checklist
            .iter()
            .map(|&(id, label)| DrawnItem {
                id,
                label: text(label),
                required: false,
            })
            .collect(),
    };
    let label = Text::new(
        format!("{number}. kapu: {hu}"),
        format!("Gate {number}: {en}"),
    );
    Data {
        label,
        config: Some(config),
        ..step_data(gate.step, NodeType::QcGate)
    }
}

fn limit(&(kind, degrees, storage): &Ceiling) -> DrawnLimit {
    DrawnLimit {
        kind,
        max_c: Celsius::degrees(degrees),
        storage,
    }
}

fn text((hu, en): Words) -> Text {
    Text::new(hu, en)
}
