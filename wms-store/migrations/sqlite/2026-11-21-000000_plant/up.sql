-- Tables of a plant on SQLite; `migrations/postgres` has the same. The tenant stands first in every key.
-- Ids are 16 bytes, instants milliseconds since 1970, days `YYYY-MM-DD`, truth values 0 and 1.

-- What a plant sets for itself; a tenant without a row has the defaults of the rule book.
CREATE TABLE policies (
    tenant_id BLOB NOT NULL,
    policy TEXT NOT NULL,
    head_version INTEGER NOT NULL CHECK (head_version > 0),
    head_hash BLOB NOT NULL CHECK (length(head_hash) = 32),
    PRIMARY KEY (tenant_id)
) STRICT;

CREATE TABLE sites (
    tenant_id BLOB NOT NULL,
    code TEXT NOT NULL CHECK (length(code) = 4),
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    day_starts_at TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    created_by BLOB NOT NULL,
    head_version INTEGER NOT NULL CHECK (head_version > 0),
    head_hash BLOB NOT NULL CHECK (length(head_hash) = 32),
    PRIMARY KEY (tenant_id, code)
) STRICT;

CREATE TABLE flows (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    description TEXT,
    last_number INTEGER NOT NULL CHECK (last_number > 0),
    in_work BLOB,
    published BLOB,
    created_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    created_by BLOB NOT NULL,
    head_version INTEGER NOT NULL CHECK (head_version > 0),
    head_hash BLOB NOT NULL CHECK (length(head_hash) = 32),
    PRIMARY KEY (tenant_id, id)
) STRICT;

-- Graphs never change: each is kept once, under the hash of its text.
CREATE TABLE graphs (
    tenant_id BLOB NOT NULL,
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    graph TEXT NOT NULL,
    PRIMARY KEY (tenant_id, sha256)
) STRICT;

CREATE TABLE flow_versions (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    place INTEGER NOT NULL,
    flow_id BLOB NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    status TEXT NOT NULL CHECK (status IN ('DRAFT', 'REVIEW', 'PUBLISHED', 'DEPRECATED')),
    discarded INTEGER NOT NULL,
    graph_sha256 BLOB NOT NULL,
    editors TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    created_by BLOB NOT NULL,
    submitted_at INTEGER,
    decided_by BLOB,
    published_at INTEGER,
    head_version INTEGER NOT NULL CHECK (head_version > 0),
    head_hash BLOB NOT NULL CHECK (length(head_hash) = 32),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, flow_id, number),
    FOREIGN KEY (tenant_id, flow_id) REFERENCES flows (tenant_id, id),
    FOREIGN KEY (tenant_id, graph_sha256) REFERENCES graphs (tenant_id, sha256)
) STRICT;
CREATE INDEX flow_versions_by_graph ON flow_versions (tenant_id, graph_sha256);
-- At most one version of a flow is in force, and at most one in work.
CREATE UNIQUE INDEX flow_versions_one_published ON flow_versions (tenant_id, flow_id) WHERE status = 'PUBLISHED';
CREATE UNIQUE INDEX flow_versions_one_in_work ON flow_versions (tenant_id, flow_id)
    WHERE status IN ('DRAFT', 'REVIEW') AND NOT discarded;

CREATE TABLE runs (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    place INTEGER NOT NULL,
    code TEXT NOT NULL,
    stray_code INTEGER NOT NULL,
    flow_id BLOB NOT NULL,
    version_id BLOB NOT NULL,
    site TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('IDLE', 'RUNNING', 'HOLD', 'COMPLETED', 'ABORTED', 'ARCHIVED')),
    step INTEGER NOT NULL CHECK (step BETWEEN 0 AND 10),
    daily_target INTEGER CHECK (daily_target > 0),
    steps TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    created_by BLOB NOT NULL,
    started_at INTEGER,
    ended_at INTEGER,
    archived_at INTEGER,
    head_version INTEGER NOT NULL CHECK (head_version > 0),
    head_hash BLOB NOT NULL CHECK (length(head_hash) = 32),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, code),
    FOREIGN KEY (tenant_id, flow_id) REFERENCES flows (tenant_id, id),
    FOREIGN KEY (tenant_id, version_id) REFERENCES flow_versions (tenant_id, id),
    FOREIGN KEY (tenant_id, site) REFERENCES sites (tenant_id, code)
) STRICT;
CREATE INDEX runs_by_flow ON runs (tenant_id, flow_id);
CREATE INDEX runs_by_version ON runs (tenant_id, version_id, status);
CREATE INDEX runs_by_site ON runs (tenant_id, site);
CREATE INDEX runs_newest ON runs (tenant_id, recorded_at, place);
CREATE INDEX runs_with_stray_codes ON runs (tenant_id, code) WHERE stray_code;

CREATE TABLE code_sequences (
    tenant_id BLOB NOT NULL,
    prefix TEXT NOT NULL,
    day TEXT NOT NULL,
    site TEXT NOT NULL,
    last_number INTEGER NOT NULL CHECK (last_number > 0),
    PRIMARY KEY (tenant_id, prefix, day, site),
    FOREIGN KEY (tenant_id, site) REFERENCES sites (tenant_id, code)
) STRICT;
CREATE INDEX code_sequences_by_site ON code_sequences (tenant_id, site);

-- Kilograms are whole grams.
CREATE TABLE lots (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    place INTEGER NOT NULL,
    code TEXT NOT NULL,
    stray_code INTEGER NOT NULL,
    lot_type TEXT NOT NULL,
    step INTEGER NOT NULL CHECK (step BETWEEN 0 AND 10),
    storage TEXT NOT NULL CHECK (storage IN ('CHILLED', 'FROZEN', 'AMBIENT')),
    species TEXT,
    sku TEXT CHECK (sku IN ('15', '30')),
    site TEXT NOT NULL,
    status TEXT NOT NULL
        CHECK (status IN ('CREATED', 'QUARANTINE', 'RELEASED', 'HOLD', 'REJECTED', 'CONSUMED', 'FINISHED')),
    voided INTEGER NOT NULL CHECK (NOT voided OR status = 'CREATED'),
    was_released INTEGER NOT NULL,
    run_id BLOB,
    run_place INTEGER,
    weight INTEGER NOT NULL CHECK (weight > 0),
    used INTEGER NOT NULL CHECK (used >= 0),
    dispatched INTEGER NOT NULL CHECK (dispatched >= 0),
    lost INTEGER NOT NULL CHECK (lost >= 0),
    pieces INTEGER CHECK (pieces > 0),
    production_day TEXT NOT NULL,
    best_before TEXT,
    details TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    created_by BLOB NOT NULL,
    registered_at INTEGER,
    quarantined_at INTEGER,
    head_version INTEGER NOT NULL CHECK (head_version > 0),
    head_hash BLOB NOT NULL CHECK (length(head_hash) = 32),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, code),
    CHECK (used + dispatched + lost <= weight),
    CHECK ((used + dispatched + lost = weight) = (status IN ('CONSUMED', 'FINISHED')) OR status = 'REJECTED'),
    CHECK ((run_id IS NULL) = (run_place IS NULL)),
    FOREIGN KEY (tenant_id, site) REFERENCES sites (tenant_id, code),
    FOREIGN KEY (tenant_id, run_id) REFERENCES runs (tenant_id, id)
) STRICT;
CREATE INDEX lots_by_site ON lots (tenant_id, site, lot_type, status);
CREATE INDEX lots_by_run ON lots (tenant_id, run_id, step, status);
CREATE INDEX lots_newest ON lots (tenant_id, recorded_at, place);
CREATE INDEX lots_by_status ON lots (tenant_id, status, recorded_at, place);
CREATE INDEX lots_by_day ON lots (tenant_id, production_day, recorded_at, place);
CREATE INDEX lots_with_stray_codes ON lots (tenant_id, code) WHERE stray_code;

CREATE TABLE lot_holds (
    tenant_id BLOB NOT NULL,
    lot_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 0),
    cause TEXT NOT NULL CHECK (cause IN ('INSPECTION', 'TEMPERATURE', 'UPSTREAM', 'RECALL', 'MANUAL')),
    cause_id BLOB NOT NULL,
    reason TEXT,
    deviation_id BLOB,
    opened_at INTEGER NOT NULL,
    opened_by BLOB NOT NULL,
    released_at INTEGER,
    released_by BLOB,
    resolution TEXT,
    PRIMARY KEY (tenant_id, lot_id, id),
    CHECK ((released_at IS NULL) = (released_by IS NULL) AND (released_at IS NULL) = (resolution IS NULL)),
    FOREIGN KEY (tenant_id, lot_id) REFERENCES lots (tenant_id, id)
) STRICT;
CREATE INDEX lot_holds_by_id ON lot_holds (tenant_id, id);

CREATE TABLE buffers (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    place INTEGER NOT NULL,
    code TEXT NOT NULL,
    buffer_type TEXT NOT NULL,
    site TEXT NOT NULL,
    accepts TEXT NOT NULL,
    capacity INTEGER NOT NULL CHECK (capacity > 0),
    temp_min INTEGER,
    temp_max INTEGER NOT NULL CHECK (temp_min <= temp_max),
    active INTEGER NOT NULL,
    hold_reading_id BLOB,
    hold_deviation_id BLOB,
    hold_at INTEGER,
    hold_by BLOB,
    unsized_lots INTEGER NOT NULL CHECK (unsized_lots >= 0),
    unsized_quantity INTEGER NOT NULL CHECK (unsized_quantity >= 0),
    kg15_lots INTEGER NOT NULL CHECK (kg15_lots >= 0),
    kg15_quantity INTEGER NOT NULL CHECK (kg15_quantity >= 0),
    kg30_lots INTEGER NOT NULL CHECK (kg30_lots >= 0),
    kg30_quantity INTEGER NOT NULL CHECK (kg30_quantity >= 0),
    created_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    created_by BLOB NOT NULL,
    head_version INTEGER NOT NULL CHECK (head_version > 0),
    head_hash BLOB NOT NULL CHECK (length(head_hash) = 32),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, site, code),
    FOREIGN KEY (tenant_id, site) REFERENCES sites (tenant_id, code)
) STRICT;

-- A lot that has left a buffer keeps its row there, with 0 g.
CREATE TABLE lot_positions (
    tenant_id BLOB NOT NULL,
    lot_id BLOB NOT NULL,
    buffer_id BLOB NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 0),
    quantity INTEGER NOT NULL CHECK (quantity >= 0),
    entered_at INTEGER NOT NULL,
    -- Where the lot stands among those that entered.
    entry INTEGER NOT NULL CHECK (entry >= 0),
    PRIMARY KEY (tenant_id, lot_id, buffer_id),
    FOREIGN KEY (tenant_id, lot_id) REFERENCES lots (tenant_id, id),
    FOREIGN KEY (tenant_id, buffer_id) REFERENCES buffers (tenant_id, id)
) STRICT;
CREATE INDEX lot_positions_by_buffer ON lot_positions (tenant_id, buffer_id, quantity);

CREATE TABLE genealogy_links (
    tenant_id BLOB NOT NULL,
    parent_id BLOB NOT NULL,
    child_id BLOB NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity >= 0),
    method TEXT NOT NULL CHECK (method IN ('ALLOCATED', 'MEASURED')),
    PRIMARY KEY (tenant_id, parent_id, child_id),
    CHECK (parent_id <> child_id),
    FOREIGN KEY (tenant_id, parent_id) REFERENCES lots (tenant_id, id),
    FOREIGN KEY (tenant_id, child_id) REFERENCES lots (tenant_id, id)
) STRICT;
CREATE INDEX genealogy_links_by_child ON genealogy_links (tenant_id, child_id, parent_id);

CREATE TABLE stock_moves (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('RECEIVE', 'TRANSFER', 'CONSUME', 'SHIP')),
    lot_id BLOB NOT NULL,
    from_buffer_id BLOB,
    to_buffer_id BLOB,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    consignee TEXT,
    cause BLOB,
    created_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    created_by BLOB NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, lot_id) REFERENCES lots (tenant_id, id),
    FOREIGN KEY (tenant_id, from_buffer_id) REFERENCES buffers (tenant_id, id),
    FOREIGN KEY (tenant_id, to_buffer_id) REFERENCES buffers (tenant_id, id)
) STRICT;
CREATE INDEX stock_moves_by_lot ON stock_moves (tenant_id, lot_id);
CREATE INDEX stock_moves_by_source ON stock_moves (tenant_id, from_buffer_id);
CREATE INDEX stock_moves_by_target ON stock_moves (tenant_id, to_buffer_id);
CREATE INDEX stock_moves_newest ON stock_moves (tenant_id, recorded_at, place);

CREATE TABLE dispatches (
    tenant_id BLOB NOT NULL,
    lot_id BLOB NOT NULL,
    place INTEGER NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    consignee TEXT NOT NULL,
    vehicle TEXT,
    created_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    created_by BLOB NOT NULL,
    PRIMARY KEY (tenant_id, lot_id, place),
    FOREIGN KEY (tenant_id, lot_id) REFERENCES lots (tenant_id, id)
) STRICT;

CREATE TABLE inspections (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    place INTEGER NOT NULL,
    lot_id BLOB NOT NULL,
    run_id BLOB,
    step INTEGER NOT NULL CHECK (step BETWEEN 0 AND 10),
    gates TEXT NOT NULL,
    inspection_type TEXT NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('PASS', 'HOLD', 'FAIL')),
    notes TEXT CHECK (notes IS NOT NULL OR decision = 'PASS'),
    checklist TEXT NOT NULL,
    readings TEXT NOT NULL,
    signature TEXT,
    created_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    created_by BLOB NOT NULL,
    head_version INTEGER NOT NULL CHECK (head_version > 0),
    head_hash BLOB NOT NULL CHECK (length(head_hash) = 32),
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, lot_id) REFERENCES lots (tenant_id, id),
    FOREIGN KEY (tenant_id, run_id) REFERENCES runs (tenant_id, id)
) STRICT;
CREATE INDEX inspections_by_lot ON inspections (tenant_id, lot_id);
CREATE INDEX inspections_by_run ON inspections (tenant_id, run_id);
CREATE INDEX inspections_newest ON inspections (tenant_id, recorded_at, place);

-- Temperatures are whole tenths of a degree Celsius.
CREATE TABLE readings (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    place INTEGER NOT NULL,
    lot_id BLOB,
    buffer_id BLOB,
    kind TEXT NOT NULL CHECK (kind IN ('SURFACE', 'CORE', 'AMBIENT')),
    temperature INTEGER NOT NULL CHECK (temperature BETWEEN -500 AND 1000),
    limit_min INTEGER,
    limit_max INTEGER,
    violation INTEGER NOT NULL,
    deviation_id BLOB,
    badge TEXT CHECK (badge IN ('OK', 'WARNING', 'CRITICAL')),
    taken_at INTEGER NOT NULL,
    instrument TEXT,
    created_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    created_by BLOB NOT NULL,
    head_version INTEGER NOT NULL CHECK (head_version > 0),
    head_hash BLOB NOT NULL CHECK (length(head_hash) = 32),
    PRIMARY KEY (tenant_id, id),
    CHECK ((lot_id IS NULL) <> (buffer_id IS NULL)),
    FOREIGN KEY (tenant_id, lot_id) REFERENCES lots (tenant_id, id),
    FOREIGN KEY (tenant_id, buffer_id) REFERENCES buffers (tenant_id, id)
) STRICT;
CREATE INDEX readings_by_lot ON readings (tenant_id, lot_id);
CREATE INDEX readings_by_buffer ON readings (tenant_id, buffer_id);
CREATE INDEX readings_newest ON readings (tenant_id, recorded_at, place);

CREATE TABLE deviations (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    place INTEGER NOT NULL,
    cause TEXT NOT NULL CHECK (cause IN ('READING', 'INSPECTION')),
    kind TEXT CHECK (kind IN ('SURFACE', 'CORE', 'AMBIENT')),
    lot_id BLOB,
    buffer_id BLOB,
    created_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    created_by BLOB NOT NULL,
    closed_at INTEGER,
    actions TEXT NOT NULL,
    head_version INTEGER NOT NULL CHECK (head_version > 0),
    head_hash BLOB NOT NULL CHECK (length(head_hash) = 32),
    PRIMARY KEY (tenant_id, id),
    CHECK ((lot_id IS NULL) <> (buffer_id IS NULL)),
    FOREIGN KEY (tenant_id, lot_id) REFERENCES lots (tenant_id, id),
    FOREIGN KEY (tenant_id, buffer_id) REFERENCES buffers (tenant_id, id)
) STRICT;
CREATE INDEX deviations_by_lot ON deviations (tenant_id, lot_id);
CREATE INDEX deviations_by_buffer ON deviations (tenant_id, buffer_id);
CREATE INDEX deviations_newest ON deviations (tenant_id, recorded_at, place);
CREATE INDEX deviations_open ON deviations (tenant_id, recorded_at, place) WHERE closed_at IS NULL;
-- While one of a kind is open, a further violation joins it.
CREATE UNIQUE INDEX deviations_one_open_of_lot ON deviations (tenant_id, lot_id, kind)
    WHERE closed_at IS NULL AND kind IS NOT NULL AND lot_id IS NOT NULL;
CREATE UNIQUE INDEX deviations_one_open_of_buffer ON deviations (tenant_id, buffer_id, kind)
    WHERE closed_at IS NULL AND kind IS NOT NULL AND buffer_id IS NOT NULL;

-- Applied commands: their keys are claimed for ever.
CREATE TABLE commands (
    tenant_id BLOB NOT NULL,
    key BLOB NOT NULL,
    number INTEGER NOT NULL,
    user_id BLOB NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('ADMIN', 'MANAGER', 'AUDITOR', 'OPERATOR', 'VIEWER')),
    device_id BLOB,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    acted_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    warnings TEXT NOT NULL,
    PRIMARY KEY (tenant_id, key),
    UNIQUE (tenant_id, number)
) STRICT;
CREATE INDEX commands_by_user ON commands (tenant_id, user_id);
CREATE INDEX commands_by_time ON commands (tenant_id, recorded_at);

-- What happened: the text that is hashed, once.
CREATE TABLE audit_events (
    tenant_id BLOB NOT NULL,
    key BLOB NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 0),
    event_type TEXT NOT NULL,
    event TEXT NOT NULL,
    -- One writer at a time: the sequence is the order of commits.
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    written_by INTEGER NOT NULL DEFAULT 0,
    UNIQUE (tenant_id, key, number),
    FOREIGN KEY (tenant_id, key) REFERENCES commands (tenant_id, key)
) STRICT;
CREATE INDEX audit_events_by_type ON audit_events (tenant_id, event_type, sequence);
CREATE UNIQUE INDEX audit_events_in_order ON audit_events (tenant_id, sequence);

-- A link for each entity that an event changed. A site's id is its four letters, filled up with zeros.
CREATE TABLE audit_chain (
    tenant_id BLOB NOT NULL,
    entity_type TEXT NOT NULL CHECK (entity_type IN
        ('site', 'policy', 'flow', 'version', 'run', 'lot', 'inspection', 'reading', 'deviation', 'buffer')),
    entity_id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    key BLOB NOT NULL,
    number INTEGER NOT NULL,
    place INTEGER NOT NULL CHECK (place >= 0),
    PRIMARY KEY (tenant_id, entity_type, entity_id, version),
    UNIQUE (tenant_id, key, number, place),
    FOREIGN KEY (tenant_id, key, number) REFERENCES audit_events (tenant_id, key, number)
) STRICT;

-- What only ever grows: no client changes or removes it.
CREATE TRIGGER graphs_never_change BEFORE UPDATE ON graphs
BEGIN SELECT RAISE(ABORT, 'rows of graphs are never changed or removed'); END;
CREATE TRIGGER graphs_never_go BEFORE DELETE ON graphs
BEGIN SELECT RAISE(ABORT, 'rows of graphs are never changed or removed'); END;
CREATE TRIGGER genealogy_links_never_change BEFORE UPDATE ON genealogy_links
BEGIN SELECT RAISE(ABORT, 'rows of genealogy_links are never changed or removed'); END;
CREATE TRIGGER genealogy_links_never_go BEFORE DELETE ON genealogy_links
BEGIN SELECT RAISE(ABORT, 'rows of genealogy_links are never changed or removed'); END;
CREATE TRIGGER stock_moves_never_change BEFORE UPDATE ON stock_moves
BEGIN SELECT RAISE(ABORT, 'rows of stock_moves are never changed or removed'); END;
CREATE TRIGGER stock_moves_never_go BEFORE DELETE ON stock_moves
BEGIN SELECT RAISE(ABORT, 'rows of stock_moves are never changed or removed'); END;
CREATE TRIGGER dispatches_never_change BEFORE UPDATE ON dispatches
BEGIN SELECT RAISE(ABORT, 'rows of dispatches are never changed or removed'); END;
CREATE TRIGGER dispatches_never_go BEFORE DELETE ON dispatches
BEGIN SELECT RAISE(ABORT, 'rows of dispatches are never changed or removed'); END;
CREATE TRIGGER inspections_never_change BEFORE UPDATE ON inspections
BEGIN SELECT RAISE(ABORT, 'rows of inspections are never changed or removed'); END;
CREATE TRIGGER inspections_never_go BEFORE DELETE ON inspections
BEGIN SELECT RAISE(ABORT, 'rows of inspections are never changed or removed'); END;
CREATE TRIGGER readings_never_change BEFORE UPDATE ON readings
BEGIN SELECT RAISE(ABORT, 'rows of readings are never changed or removed'); END;
CREATE TRIGGER readings_never_go BEFORE DELETE ON readings
BEGIN SELECT RAISE(ABORT, 'rows of readings are never changed or removed'); END;
CREATE TRIGGER commands_never_change BEFORE UPDATE ON commands
BEGIN SELECT RAISE(ABORT, 'rows of commands are never changed or removed'); END;
CREATE TRIGGER commands_never_go BEFORE DELETE ON commands
BEGIN SELECT RAISE(ABORT, 'rows of commands are never changed or removed'); END;
CREATE TRIGGER audit_events_never_change BEFORE UPDATE ON audit_events
BEGIN SELECT RAISE(ABORT, 'rows of audit_events are never changed or removed'); END;
CREATE TRIGGER audit_events_never_go BEFORE DELETE ON audit_events
BEGIN SELECT RAISE(ABORT, 'rows of audit_events are never changed or removed'); END;
CREATE TRIGGER audit_chain_never_change BEFORE UPDATE ON audit_chain
BEGIN SELECT RAISE(ABORT, 'rows of audit_chain are never changed or removed'); END;
CREATE TRIGGER audit_chain_never_go BEFORE DELETE ON audit_chain
BEGIN SELECT RAISE(ABORT, 'rows of audit_chain are never changed or removed'); END;

-- What changes is never removed.
CREATE TRIGGER policies_never_go BEFORE DELETE ON policies
BEGIN SELECT RAISE(ABORT, 'rows of policies are never removed'); END;
CREATE TRIGGER sites_never_go BEFORE DELETE ON sites
BEGIN SELECT RAISE(ABORT, 'rows of sites are never removed'); END;
CREATE TRIGGER flows_never_go BEFORE DELETE ON flows
BEGIN SELECT RAISE(ABORT, 'rows of flows are never removed'); END;
CREATE TRIGGER flow_versions_never_go BEFORE DELETE ON flow_versions
BEGIN SELECT RAISE(ABORT, 'rows of flow_versions are never removed'); END;
CREATE TRIGGER runs_never_go BEFORE DELETE ON runs
BEGIN SELECT RAISE(ABORT, 'rows of runs are never removed'); END;
CREATE TRIGGER code_sequences_never_go BEFORE DELETE ON code_sequences
BEGIN SELECT RAISE(ABORT, 'rows of code_sequences are never removed'); END;
CREATE TRIGGER lots_never_go BEFORE DELETE ON lots
BEGIN SELECT RAISE(ABORT, 'rows of lots are never removed'); END;
CREATE TRIGGER lot_holds_never_go BEFORE DELETE ON lot_holds
BEGIN SELECT RAISE(ABORT, 'rows of lot_holds are never removed'); END;
CREATE TRIGGER buffers_never_go BEFORE DELETE ON buffers
BEGIN SELECT RAISE(ABORT, 'rows of buffers are never removed'); END;
CREATE TRIGGER lot_positions_never_go BEFORE DELETE ON lot_positions
BEGIN SELECT RAISE(ABORT, 'rows of lot_positions are never removed'); END;
CREATE TRIGGER deviations_never_go BEFORE DELETE ON deviations
BEGIN SELECT RAISE(ABORT, 'rows of deviations are never removed'); END;

-- The graph of a version that was published is frozen, and so is its number.
CREATE TRIGGER flow_versions_stay_frozen BEFORE UPDATE ON flow_versions
WHEN OLD.status IN ('PUBLISHED', 'DEPRECATED') AND (NEW.graph_sha256 <> OLD.graph_sha256
    OR NEW.number <> OLD.number OR NEW.flow_id <> OLD.flow_id OR NEW.status NOT IN ('PUBLISHED', 'DEPRECATED'))
BEGIN SELECT RAISE(ABORT, 'a published version is frozen'); END;
