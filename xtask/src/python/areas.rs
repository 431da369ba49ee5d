//! Which methods of a plant stand in which file.

/// Commands and queries that belong together.
pub(super) struct Area {
    /// The file.
    pub(super) module: &'static str,
    /// The class in it.
    pub(super) class: &'static str,
    pub(super) doc: &'static str,
    /// Their names on the wire.
    words: &'static [&'static str],
}

/// In the order of the wire.
pub(super) const AREAS: [Area; 8] = [
    Area {
        module: "plant",
        class: "PlantMethods",
        doc: "Sites and policy.",
        words: &["define_site", "set_policy", "get_site", "get_policy"],
    },
    Area {
        module: "flows",
        class: "FlowMethods",
        doc: "Flows and their versions.",
        words: &[
            "create_flow",
            "save_draft",
            "fork_version",
            "submit_version",
            "approve_version",
            "deprecate_version",
            "discard_draft",
            "reject_version",
            "list_flows",
            "get_version",
            "list_versions",
        ],
    },
    Area {
        module: "runs",
        class: "RunMethods",
        doc: "Production runs, step by step.",
        words: &[
            "create_run",
            "start_run",
            "complete_run",
            "archive_run",
            "advance_run",
            "roll_back_run",
            "hold_run",
            "abort_run",
            "resume_run",
            "get_run",
            "run_steps",
            "run_summary",
            "run_report",
            "list_runs",
        ],
    },
    Area {
        module: "lots",
        class: "LotMethods",
        doc: "Lots: made, transformed, ended, and their codes.",
        words: &[
            "create_lot",
            "register_lot",
            "transform",
            "write_off",
            "finish_lot",
            "void_lot",
            "lease_codes",
            "get_lot",
            "list_lots",
        ],
    },
    Area {
        module: "quality",
        class: "QualityMethods",
        doc: "Inspections, readings, holds, deviations.",
        words: &[
            "confirm_reject",
            "resolve_hold",
            "recall_hold",
            "record_inspection",
            "hold_lot",
            "record_reading",
            "record_corrective_action",
            "list_inspections",
            "list_readings",
            "list_deviations",
            "pending_inspections",
            "get_inspection",
            "get_deviation",
        ],
    },
    Area {
        module: "inventory",
        class: "InventoryMethods",
        doc: "Buffers, and what lies in them.",
        words: &[
            "create_buffer",
            "update_buffer",
            "lift_buffer_hold",
            "receive_stock",
            "consume_stock",
            "transfer_stock",
            "dispatch_lot",
            "list_buffers",
            "buffer_contents",
            "buffer_summary",
            "run_buffers",
            "list_moves",
            "pick",
        ],
    },
    Area {
        module: "genealogy",
        class: "GenealogyMethods",
        doc: "Where lots came from, where they went, and how many kilograms.",
        words: &["trace", "recall", "mass_balance"],
    },
    Area {
        module: "audit",
        class: "AuditMethods",
        doc: "The log.",
        words: &["audit_events", "changes"],
    },
];

/// What is written by hand, for it takes more than its query has.
const BY_HAND: [&str; 1] = ["verify_audit"];

impl Area {
    pub(super) fn has(&self, word: &str) -> bool {
        self.words.contains(&word)
    }
}

/// Each command and query stands in one area, or is written by hand.
pub(super) fn check<'w>(words: impl Iterator<Item = &'w str>) {
    for word in words {
        let areas = AREAS.iter().filter(|area| area.has(word)).count();
        let by_hand = usize::from(BY_HAND.contains(&word));
        assert!(
            areas + by_hand == 1,
            "`{word}` belongs into one area of xtask/src/python/areas.rs"
        );
    }
}
