//! What has no script: every code, query, command and event must appear in one.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;
use wms_conformance::{files, generate};

/// The codes of wire.md's table, but those that no script can bring about:
/// UNSUPPORTED_VERSION (a script does not write the envelope), those reserved
/// for imports and devices, and those of a store that fails.
const CODES: [&str; 69] = [
    "INVALID_INPUT",
    "INVALID_CODE",
    "INVALID_WEIGHT",
    "INVALID_TEMPERATURE",
    "REASON_TOO_SHORT",
    "TEXT_TOO_LONG",
    "INVALID_GRAPH",
    "LEGACY_LOT_TYPE",
    "NOT_FOUND",
    "FORBIDDEN",
    "INVALID_TRANSITION",
    "ALREADY_EXISTS",
    "IDEMPOTENCY_KEY_REUSED",
    "DUPLICATE_CODE",
    "DRAFT_EXISTS",
    "FLOW_IMMUTABLE",
    "VERSION_IN_USE",
    "STALE_STEP",
    "STALE_DRAFT",
    "RUN_NOT_RUNNING",
    "SELF_APPROVAL",
    "FLOW_NOT_PUBLISHED",
    "RUN_AT_FIRST_STEP",
    "RUN_AT_FINAL_STEP",
    "RUN_NOT_AT_FINAL_STEP",
    "STEP_HAS_LOTS",
    "LOTS_ON_HOLD",
    "QC_PENDING",
    "LOT_NOT_RELEASED",
    "CHILDREN_OPEN",
    "DEVIATION_OPEN",
    "LOT_IN_BUFFER",
    "RETENTION_NOT_ELAPSED",
    "SITE_MISMATCH",
    "WRONG_STEP",
    "PARENTS_REQUIRED",
    "ILLEGAL_PARENT_TYPE",
    "SKU_MIXED",
    "SPECIES_MIXED",
    "MIX_NOT_SAME_DAY",
    "BACKLOG_NOT_ALLOWED",
    "LOT_EXPIRED",
    "INSUFFICIENT_QUANTITY",
    "LOSS_EXCEEDS_INPUT",
    "MASS_BALANCE",
    "ALLOCATION_MISMATCH",
    "CODE_MISMATCH",
    "CHECKLIST_INCOMPLETE",
    "CCP_READING_MISSING",
    "CCP_LIMIT_EXCEEDED",
    "WRONG_LOT_TYPE",
    "BUFFER_INACTIVE",
    "BUFFER_ON_HOLD",
    "BUFFER_TYPE_NOT_ALLOWED",
    "OVER_RECEIVED",
    "BUFFER_FULL",
    // Warnings.
    "OVER_CAPACITY",
    "YIELD_LOW",
    "CLOCK_SKEW",
    // Issues of a graph.
    "NODE_ID_DUPLICATE",
    "EDGE_ID_DUPLICATE",
    "EDGE_SOURCE_MISSING",
    "EDGE_TARGET_MISSING",
    "PARENT_MISSING",
    "PARENT_NOT_GROUP",
    "PARENT_CIRCLE",
    "NODE_TYPE_UNKNOWN",
    "STEP_OUT_OF_RANGE",
    "GATE_CONFIG_INVALID",
];

const ISSUES: [&str; 11] = [
    "NO_START",
    "NO_END",
    "CIRCLE",
    "SELF_LOOP",
    "UNREACHABLE",
    "DEAD_END",
    "GATE_DUPLICATE",
    "STEP_GOES_BACK",
    "STEP_MISSING",
    "CCP_STEP_WITHOUT_GATE",
    "BUFFER_UNUSED",
];

const COMMANDS: [&str; 40] = [
    "define_site",
    "set_policy",
    "create_flow",
    "save_draft",
    "fork_version",
    "submit_version",
    "approve_version",
    "deprecate_version",
    "discard_draft",
    "reject_version",
    "create_run",
    "start_run",
    "complete_run",
    "archive_run",
    "advance_run",
    "roll_back_run",
    "hold_run",
    "abort_run",
    "resume_run",
    "create_lot",
    "register_lot",
    "transform",
    "write_off",
    "finish_lot",
    "void_lot",
    "confirm_reject",
    "resolve_hold",
    "recall_hold",
    "record_inspection",
    "hold_lot",
    "record_reading",
    "record_corrective_action",
    "create_buffer",
    "update_buffer",
    "lift_buffer_hold",
    "receive_stock",
    "consume_stock",
    "transfer_stock",
    "dispatch_lot",
    "lease_codes",
];

const QUERIES: [&str; 30] = [
    "get_site",
    "get_policy",
    "list_flows",
    "get_version",
    "list_versions",
    "get_run",
    "run_steps",
    "run_summary",
    "run_report",
    "list_runs",
    "get_lot",
    "list_lots",
    "list_inspections",
    "list_readings",
    "list_deviations",
    "pending_inspections",
    "get_inspection",
    "get_deviation",
    "list_buffers",
    "buffer_contents",
    "buffer_summary",
    "run_buffers",
    "list_moves",
    "pick",
    "trace",
    "recall",
    "mass_balance",
    "audit_events",
    "changes",
    "verify_audit",
];

const EVENTS: [&str; 43] = [
    "site_defined",
    "policy_changed",
    "flow_created",
    "version_drafted",
    "draft_saved",
    "version_submitted",
    "version_published",
    "version_rejected",
    "version_deprecated",
    "draft_discarded",
    "run_created",
    "run_started",
    "run_advanced",
    "run_rolled_back",
    "run_held",
    "run_resumed",
    "run_completed",
    "run_aborted",
    "run_archived",
    "lot_created",
    "lot_registered",
    "lots_transformed",
    "lot_consumed",
    "lot_written_off",
    "lot_dispatched",
    "lot_finished",
    "lot_voided",
    "inspection_recorded",
    "lot_released",
    "lot_rejected",
    "lot_held",
    "hold_resolved",
    "lot_requarantined",
    "reading_recorded",
    "deviation_opened",
    "corrective_action_recorded",
    "deviation_closed",
    "buffer_created",
    "buffer_updated",
    "buffer_held",
    "buffer_hold_lifted",
    "stock_moved",
    "codes_leased",
];

/// What the suite's steps give, ask and expect.
#[derive(Default)]
struct Seen {
    /// The codes of errors, warnings and graph issues that are expected.
    codes: BTreeSet<String>,
    commands: BTreeSet<String>,
    queries: BTreeSet<String>,
    /// The events that are expected of a command or in the log.
    events: BTreeSet<String>,
}

impl Seen {
    fn of_the_suite() -> Self {
        let mut seen = Self::default();
        for path in files::find(&files::suite()).unwrap() {
            let script: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
            for step in script["steps"].as_array().unwrap() {
                note(&mut seen.commands, &step["do"]["type"]);
                note(&mut seen.queries, &step["ask"]["type"]);
                seen.expectation(&step["ok"]);
                seen.expectation(&step["error"]);
            }
        }
        seen
    }

    fn expectation(&mut self, value: &Value) {
        note(&mut self.codes, &value["code"]);
        note(&mut self.events, &value["type"]);
        note(&mut self.events, &value["event_type"]);
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.expectation(item)),
            Value::Object(fields) => fields.values().for_each(|item| self.expectation(item)),
            _ => {}
        }
    }
}

fn note(words: &mut BTreeSet<String>, value: &Value) {
    if let Value::String(word) = value {
        words.insert(word.clone());
    }
}

fn missing(words: &[&str], seen: &BTreeSet<String>) -> Vec<String> {
    let missing = words.iter().filter(|word| !seen.contains(**word));
    missing.map(ToString::to_string).collect()
}

#[test]
fn every_code_command_query_and_event_has_a_script() {
    let seen = Seen::of_the_suite();
    let missing = [
        missing(&CODES, &seen.codes),
        missing(&ISSUES, &seen.codes),
        missing(&COMMANDS, &seen.commands),
        missing(&QUERIES, &seen.queries),
        missing(&EVENTS, &seen.events),
    ];
    assert_eq!(missing.concat(), [""; 0], "these have no script");
}

#[test]
fn every_state_and_command_has_a_script() {
    let missing: Vec<_> = generate::state_pairs()
        .into_iter()
        .filter(|path| !files::suite().join(path).exists())
        .collect();
    assert_eq!(missing, [""; 0], "run generate-scripts");
}
