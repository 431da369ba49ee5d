//! The English messages.

/// The sentence for a code, with the names of its details in braces.
#[expect(clippy::too_many_lines, reason = "a table")]
pub(super) fn template(code: &str) -> Option<&'static str> {
    Some(match code {
        "INVALID_INPUT" => "`{field}` is not acceptable: {why}",
        "UNSUPPORTED_VERSION" => {
            "`{field}` names a form that this version of the library does not know: {why}"
        }
        "INVALID_CODE" => "`{value}` is not an acceptable code for `{field}`: {why}",
        "INVALID_WEIGHT" => "`{value}` is not an acceptable weight for `{field}`: {why}",
        "INVALID_TEMPERATURE" => "`{value}` is not an acceptable temperature for `{field}`: {why}",
        "REASON_TOO_SHORT" => {
            "`{field}` is too short: it has `{length}` characters and needs at least `{min}`"
        }
        "TEXT_TOO_LONG" => {
            "`{field}` is too long: it has `{length}` characters and may have at most `{max}`"
        }
        "INVALID_GRAPH" => {
            "the graph is not acceptable: `{issues}`; mend the errors before you save or submit it"
        }
        "LEGACY_LOT_TYPE" => {
            "lot type `{lot_type}` belongs to older systems: such lots can be read and imported, a new lot needs a type with a size (15 or 30)"
        }
        "NOT_FOUND" => "there is no {entity} `{id}`",
        "FORBIDDEN" => "role `{role}` may not do `{action}`; roles that may: `{allowed}`",
        "INVALID_TRANSITION" => {
            "`{command}` is not possible for {entity} `{id}` in state `{state}`"
        }
        "ALREADY_EXISTS" => "the id `{id}` is already taken by another {entity}: give a new one",
        "IDEMPOTENCY_KEY_REUSED" => {
            "key `{key}` already belongs to another command: only the same command of the same user may repeat it, anything else needs a new key"
        }
        "DUPLICATE_CODE" => "code `{code}` is already taken: give another one",
        "DRAFT_EXISTS" => {
            "the flow already has a version in work, `{version_id}` in state `{status}`: publish or discard that one first"
        }
        "FLOW_IMMUTABLE" => {
            "flow version `{version_id}` cannot be changed in state `{status}`: only a `DRAFT` can be saved"
        }
        "VERSION_IN_USE" => {
            "flow version `{version_id}` in state `{status}` is in use by runs that have not ended: `{runs}`; complete or abort them first"
        }
        "STALE_STEP" => {
            "the run is not at step `{expected}` but at step `{actual}`: look again and name the current step"
        }
        "STALE_DRAFT" => {
            "somebody saved the draft in between: `{expected}` was expected, `{actual}` is stored; load it again and repeat the change on it"
        }
        "RUN_NOT_RUNNING" => {
            "run `{run_id}` is in state `{status}`: it takes lots only while it is `RUNNING`"
        }
        "SELF_APPROVAL" => {
            "flow version `{version_id}` in state `{status}` cannot be approved by its author or an editor: somebody else has to approve it"
        }
        "FLOW_NOT_PUBLISHED" => {
            "flow version `{version_id}` is in state `{status}`: a run needs a `PUBLISHED` one"
        }
        "RUN_AT_FIRST_STEP" => {
            "run `{run_id}` cannot be rolled back: it is at step `{step}`, the first one"
        }
        "RUN_AT_FINAL_STEP" => {
            "run `{run_id}` cannot be advanced: it is at step `{step}`, the final one, where it can be completed"
        }
        "RUN_NOT_AT_FINAL_STEP" => {
            "run `{run_id}` cannot be completed at step `{step}`: it has to be at step 10"
        }
        "STEP_HAS_LOTS" => {
            "the run cannot be rolled back, lots were made at its current step (`{count}`): `{lots}`; all of them have to be `REJECTED`"
        }
        "LOTS_ON_HOLD" => {
            "lots on hold stop the run (`{count}`): `{lots}`; resolve their holds or reject them first"
        }
        "QC_PENDING" => "lots in quarantine stop the run (`{count}`): `{lots}`; inspect them first",
        "LOT_NOT_RELEASED" => {
            "lots are not released (`{count}`): `{lots}`; only `RELEASED` lots can be used, taken out of a buffer to the line or dispatched"
        }
        "CHILDREN_OPEN" => {
            "the lot cannot be finished, lots made from it are still open (`{count}`): `{lots}`; each has to be `FINISHED` or `REJECTED`"
        }
        "DEVIATION_OPEN" => {
            "the hold cannot end while deviations are open: `{deviations}`; record a corrective action for each of them first"
        }
        "LOT_IN_BUFFER" => {
            "the lot cannot be voided, it lies in a buffer: `{buffers}`; only a lot in no buffer can be voided"
        }
        "CODES_EXHAUSTED" => {
            "the leased codes `{prefix}` of site `{site}` for day `{day}` are used up: lease another block"
        }
        "DEPENDS_ON_REJECTED" => {
            "the command names what the rejected command with key `{key}` would have made or changed: settle that one first"
        }
        "RETENTION_NOT_ELAPSED" => {
            "the run ended too recently to be archived: it can be from `{until}` on"
        }
        "SITE_MISMATCH" => "site `{actual}` is not acceptable here: site `{expected}` is needed",
        "WRONG_STEP" => {
            "lots of type `{lot_type}` are made at step `{step}`, the run is at step `{run_step}`: accepted are lots of one step that the run has reached"
        }
        "PARENTS_REQUIRED" => {
            "a lot of type `{lot_type}` needs parents: only `RAW` lots are registered without, all others come out of a transform with at least one input"
        }
        "ILLEGAL_PARENT_TYPE" => {
            "a lot of type `{child}` cannot come from one of type `{parent}`; accepted parents: `{allowed}`"
        }
        "SKU_MIXED" => "sizes would be mixed: `{found}`; only one size at a time is accepted here",
        "SPECIES_MIXED" => {
            "species would be mixed: `{found}`; all inputs and outputs have to be of one species"
        }
        "MIX_NOT_SAME_DAY" => {
            "mix `{lot_id}` has production day `{day}`, the lot made from it `{required_day}`: a mix is used only on its own production day"
        }
        "BACKLOG_NOT_ALLOWED" => {
            "parent `{lot_id}` has an age of `{age_days}` days: accepted are 0 days or more, at most `{max_age_days}` (–: no upper limit)"
        }
        "LOT_EXPIRED" => {
            "lot `{lot_id}` is past its best-before, `{best_before}`: only lots that have not expired can be used or dispatched"
        }
        "INSUFFICIENT_QUANTITY" => {
            "`{requested_kg}` kg of lot `{lot_id}` were asked for, at most `{available_kg}` kg are available (buffer: `{buffer_id}`)"
        }
        "LOSS_EXCEEDS_INPUT" => {
            "losses of `{loss_kg}` kg are more than what was used of lot `{lot_id}`: at most `{input_kg}` kg"
        }
        "MASS_BALANCE" => {
            "outputs of `{outputs_kg}` kg are more than inputs of `{inputs_kg}` kg (less losses) can give: at most `{limit_kg}` kg"
        }
        "ALLOCATION_MISMATCH" => {
            "the allocation of lot `{lot_id}` adds up to `{actual_kg}` kg instead of `{expected_kg}` kg: to the gram it has to cover each input less its losses, and every output needs a parent"
        }
        "CODE_MISMATCH" => {
            "code `{code}` disagrees in `{field}` with what it stands for: expected `{expected}`"
        }
        "GENEALOGY_CYCLE" => {
            "the links would close a circle over the lots `{lots}`: no lot can be its own ancestor"
        }
        "CHECKLIST_INCOMPLETE" => {
            "required checklist items were not answered ok: `{items}`; a `PASS` needs all of them"
        }
        "CCP_READING_MISSING" => {
            "lot `{lot_id}` has no `{kind}` reading for the critical limit of gate `{gate}` at step `{step}`: record one before the release"
        }
        "CCP_LIMIT_EXCEEDED" => {
            "the `{kind}` reading of lot `{lot_id}`, `{temperature_c}` °C, is outside the critical limit (lower: `{min_c}` °C, upper: `{max_c}` °C): `PASS` and release need a reading inside, an inspection can record `HOLD` or `FAIL`"
        }
        "WRONG_LOT_TYPE" => {
            "lots of type `{lot_type}` are not dispatched; accepted types: `{allowed}`"
        }
        "BUFFER_INACTIVE" => {
            "buffer `{buffer_id}` is inactive: choose another one or activate it first"
        }
        "BUFFER_ON_HOLD" => {
            "buffer `{buffer_id}` is on hold: nothing enters or leaves until its hold is lifted, only a `MANAGER` or `ADMIN` may transfer lots out"
        }
        "BUFFER_TYPE_NOT_ALLOWED" => {
            "buffer `{buffer_id}` does not accept lots of type `{lot_type}`; accepted types: `{accepts}`"
        }
        "OVER_RECEIVED" => {
            "`{requested_kg}` kg of lot `{lot_id}` cannot be received: at most the `{line_kg}` kg at the line"
        }
        "BUFFER_FULL" => {
            "buffer `{buffer_id}` would hold `{would_hold_kg}` kg: at most `{capacity_kg}` kg, only a `MANAGER` or `ADMIN` may exceed it"
        }
        "STORE_UNAVAILABLE" => {
            "the store cannot be reached: send the same again later, a command under the same key"
        }
        "STORE_BUSY" => "the store is too busy: send the same again, a command under the same key",
        "STORE_CORRUPT" => {
            "row `{id}` of table `{table}` cannot be read: the stored data are damaged and have to be checked"
        }
        "INTERNAL" => "an internal error, a defect in the library: please report it",

        "OVER_CAPACITY" => {
            "buffer `{buffer_id}` holds `{would_hold_kg}` kg, more than its capacity of `{capacity_kg}` kg"
        }
        "YIELD_LOW" => {
            "the yield is low: `{outputs_kg}` kg came out of `{inputs_kg}` kg (less losses), at least `{expected_kg}` kg were expected"
        }
        "CLOCK_SKEW" => {
            "the time given, `{at}`, is outside the accepted span: the store's time `{now}` was used"
        }

        // Flow issues: `place` is the node or the edge.
        "NODE_ID_DUPLICATE" => "node id `{place}` is used more than once: every node needs its own",
        "EDGE_ID_DUPLICATE" => "edge id `{place}` is used more than once: every edge needs its own",
        "EDGE_SOURCE_MISSING" => {
            "edge `{place}` starts at node `{node}`, which is not in the graph: name one that is"
        }
        "EDGE_TARGET_MISSING" => {
            "edge `{place}` leads to node `{node}`, which is not in the graph: name one that is"
        }
        "PARENT_MISSING" => {
            "node `{place}` is in swimlane `{parent}`, which is not in the graph: name one that is"
        }
        "PARENT_NOT_GROUP" => {
            "node `{place}` is in node `{parent}`, which is no swimlane: name a node of type `group`"
        }
        "PARENT_CIRCLE" => {
            "node `{place}` is, by way of `{parent}`, within itself: swimlanes cannot contain each other in a circle"
        }
        "NODE_TYPE_UNKNOWN" => {
            "node `{place}` is of the unknown type `{found}`; accepted: `start`, `end`, `process`, `qc_gate`, `buffer`, `group`"
        }
        "STEP_OUT_OF_RANGE" => {
            "`{found}` is no step for node `{place}`: it has to be a whole number from 0 to 10"
        }
        "GATE_CONFIG_INVALID" => "gate `{place}` is malformed: `{part}` {why}",
        "NO_START" => "the flow has no start: it needs a node of type `start`",
        "NO_END" => "the flow has no end: it needs a node of type `end`",
        "CIRCLE" => {
            "the flow goes in a circle through these nodes: `{nodes}`; remove or redirect an edge between them"
        }
        "SELF_LOOP" => {
            "edge `{place}` leads from node `{node}` to itself: it has to lead to another one"
        }
        "UNREACHABLE" => "no start leads to node `{place}`: connect it or remove it",
        "DEAD_END" => "node `{place}` leads to no end: connect it or remove it",
        "GATE_DUPLICATE" => {
            "gate `{place}` has the number `{number}` of another gate at step `{step}`: give it another one"
        }
        "STEP_GOES_BACK" => {
            "edge `{place}` goes back from step `{from}` to step `{to}`: it may lead to the same or a later one"
        }
        "STEP_MISSING" => "no node stands for canonical step `{step}` ({name}): add one",
        "CCP_STEP_WITHOUT_GATE" => {
            "step `{step}` ({name}) has a critical limit but no gate that is a critical control point (CCP): add one"
        }
        "BUFFER_UNUSED" => "no edge leads to or from buffer `{place}`: connect it or remove it",
        _ => return None,
    })
}
