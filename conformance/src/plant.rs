//! What a script starts with, told to the host as ordinary commands.
//!
//! The plant comes first, then the script's policy: so a strict policy judges
//! the script's steps, never the set-up. The keys of these commands have spaces
//! of their own (`…-7000-b000-…` the plant, `…-7000-b001-…` the policy), which
//! neither a step's key (`a000`) nor a name's id (`8000`) can meet.

use serde_json::{Value, json};
use wms_core::flow::FlowGraph;

use crate::script::PlantKind;

/// A command of the set-up, and the role that gives it.
#[derive(Debug, Clone, PartialEq)]
pub struct SetUp {
    /// The role (its first user) that gives the command.
    pub role: &'static str,
    /// The command; `$names` as in a script.
    pub command: Value,
}

/// The commands that make a plant, in order.
#[must_use]
pub fn commands(plant: PlantKind) -> Vec<SetUp> {
    match plant {
        PlantKind::Empty => Vec::new(),
        PlantKind::Canonical => canonical(),
    }
}

fn canonical() -> Vec<SetUp> {
    let mut commands = vec![SetUp {
        role: "ADMIN",
        command: json!({"type": "define_site", "site": "DUNA",
            "name": {"hu": "Duna", "en": "Duna"}, "time_zone": "Europe/Budapest"}),
    }];
    commands.extend(BUFFERS.iter().map(Buffer::create));
    let as_role = |role, command| SetUp { role, command };
    commands.extend([
        as_role(
            "ADMIN",
            json!({"type": "create_flow", "flow_id": "$flow", "version_id": "$version",
                "name": {"hu": "Kanonikus folyamat", "en": "Canonical flow"}, "graph": FlowGraph::canonical().text()}),
        ),
        as_role("ADMIN", json!({"type": "submit_version", "version_id": "$version"})),
        as_role("MANAGER", json!({"type": "approve_version", "version_id": "$version"})),
        as_role(
            "OPERATOR",
            json!({"type": "create_run", "run_id": "$run", "version_id": "$version", "site": "DUNA"}),
        ),
        as_role("OPERATOR", json!({"type": "start_run", "run_id": "$run"})),
    ]);
    commands
}

/// A default buffer (section 9 of the rule book); its type is its code.
struct Buffer {
    buffer_type: &'static str,
    accepts: &'static [&'static str],
    min_c: &'static str,
    max_c: &'static str,
    capacity_kg: &'static str,
}

const BUFFERS: [Buffer; 6] = [
    Buffer::new("LK", &["DEB", "BULK"], "1", "4", "1000"),
    Buffer::new("MIX", &["MIX"], "2", "4", "500"),
    Buffer::new("SKW15", &["SKW15"], "2", "4", "300"),
    Buffer::new("SKW30", &["SKW30"], "2", "4", "300"),
    Buffer::new("FRZ", &["FRZ15", "FRZ30"], "-25", "-18", "800"),
    Buffer::new("PAL", &["PAL"], "-22", "-18", "2000"),
];

impl Buffer {
    const fn new(
        buffer_type: &'static str,
        accepts: &'static [&'static str],
        min_c: &'static str,
        max_c: &'static str,
        capacity_kg: &'static str,
    ) -> Self {
        Self {
            buffer_type,
            accepts,
            min_c,
            max_c,
            capacity_kg,
        }
    }

    fn create(&self) -> SetUp {
        SetUp {
            role: "ADMIN",
            command: json!({"type": "create_buffer", "buffer_id": format!("${}", self.buffer_type),
                "code": self.buffer_type, "buffer_type": self.buffer_type, "site": "DUNA",
                "accepts": self.accepts, "capacity_kg": self.capacity_kg,
                "temp_min_c": self.min_c, "temp_max_c": self.max_c}),
        }
    }
}
