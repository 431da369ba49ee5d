-- Tables of a plant on PostgreSQL; `migrations/sqlite` has the same. The tenant stands first in every key.

-- What a plant sets for itself; a tenant without a row has the defaults of the rule book.
CREATE TABLE policies (
    tenant_id uuid NOT NULL,
    policy text NOT NULL,
    head_version bigint NOT NULL CHECK (head_version > 0),
    head_hash bytea NOT NULL CHECK (length(head_hash) = 32),
    PRIMARY KEY (tenant_id)
);

CREATE TABLE sites (
    tenant_id uuid NOT NULL,
    code text COLLATE "C" NOT NULL CHECK (length(code) = 4),
    place bigint NOT NULL,
    name text NOT NULL,
    time_zone text NOT NULL,
    day_starts_at text NOT NULL,
    created_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    head_version bigint NOT NULL CHECK (head_version > 0),
    head_hash bytea NOT NULL CHECK (length(head_hash) = 32),
    PRIMARY KEY (tenant_id, code)
);

CREATE TABLE flows (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    place bigint NOT NULL,
    name text NOT NULL,
    description text,
    last_number integer NOT NULL CHECK (last_number > 0),
    in_work uuid,
    published uuid,
    created_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    head_version bigint NOT NULL CHECK (head_version > 0),
    head_hash bytea NOT NULL CHECK (length(head_hash) = 32),
    PRIMARY KEY (tenant_id, id)
);

-- Graphs never change: each is kept once, under the hash of its text.
CREATE TABLE graphs (
    tenant_id uuid NOT NULL,
    sha256 bytea NOT NULL CHECK (length(sha256) = 32),
    graph text NOT NULL,
    PRIMARY KEY (tenant_id, sha256)
);

CREATE TABLE flow_versions (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    place bigint NOT NULL,
    flow_id uuid NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    status text NOT NULL CHECK (status IN ('DRAFT', 'REVIEW', 'PUBLISHED', 'DEPRECATED')),
    discarded boolean NOT NULL,
    graph_sha256 bytea NOT NULL,
    editors text NOT NULL,
    created_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    submitted_at timestamptz,
    decided_by uuid,
    published_at timestamptz,
    head_version bigint NOT NULL CHECK (head_version > 0),
    head_hash bytea NOT NULL CHECK (length(head_hash) = 32),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, flow_id, number),
    FOREIGN KEY (tenant_id, flow_id) REFERENCES flows (tenant_id, id),
    FOREIGN KEY (tenant_id, graph_sha256) REFERENCES graphs (tenant_id, sha256),
    -- At most one version of a flow is in force; deferred, since approving one ends another.
    CONSTRAINT flow_versions_one_published EXCLUDE USING btree (tenant_id WITH =, flow_id WITH =)
        WHERE (status = 'PUBLISHED') DEFERRABLE INITIALLY DEFERRED,
    -- At most one is in work.
    CONSTRAINT flow_versions_one_in_work EXCLUDE USING btree (tenant_id WITH =, flow_id WITH =)
        WHERE (status IN ('DRAFT', 'REVIEW') AND NOT discarded) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX flow_versions_by_graph ON flow_versions (tenant_id, graph_sha256);

CREATE TABLE runs (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    place bigint NOT NULL,
    code text COLLATE "C" NOT NULL,
    stray_code boolean NOT NULL,
    flow_id uuid NOT NULL,
    version_id uuid NOT NULL,
    site text COLLATE "C" NOT NULL,
    status text NOT NULL CHECK (status IN ('IDLE', 'RUNNING', 'HOLD', 'COMPLETED', 'ABORTED', 'ARCHIVED')),
    step smallint NOT NULL CHECK (step BETWEEN 0 AND 10),
    daily_target bigint CHECK (daily_target > 0),
    steps text NOT NULL,
    created_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    started_at timestamptz,
    ended_at timestamptz,
    archived_at timestamptz,
    head_version bigint NOT NULL CHECK (head_version > 0),
    head_hash bytea NOT NULL CHECK (length(head_hash) = 32),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, code),
    FOREIGN KEY (tenant_id, flow_id) REFERENCES flows (tenant_id, id),
    FOREIGN KEY (tenant_id, version_id) REFERENCES flow_versions (tenant_id, id),
    FOREIGN KEY (tenant_id, site) REFERENCES sites (tenant_id, code)
);
CREATE INDEX runs_by_flow ON runs (tenant_id, flow_id);
CREATE INDEX runs_by_version ON runs (tenant_id, version_id, status);
CREATE INDEX runs_by_site ON runs (tenant_id, site);
CREATE INDEX runs_newest ON runs (tenant_id, recorded_at, place);
CREATE INDEX runs_with_stray_codes ON runs (tenant_id, code) WHERE stray_code;

CREATE TABLE code_sequences (
    tenant_id uuid NOT NULL,
    prefix text NOT NULL,
    day date NOT NULL,
    site text COLLATE "C" NOT NULL,
    last_number bigint NOT NULL CHECK (last_number > 0),
    PRIMARY KEY (tenant_id, prefix, day, site),
    FOREIGN KEY (tenant_id, site) REFERENCES sites (tenant_id, code)
);
CREATE INDEX code_sequences_by_site ON code_sequences (tenant_id, site);

-- Kilograms are whole grams.
CREATE TABLE lots (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    place bigint NOT NULL,
    code text COLLATE "C" NOT NULL,
    stray_code boolean NOT NULL,
    lot_type text NOT NULL,
    step smallint NOT NULL CHECK (step BETWEEN 0 AND 10),
    storage text NOT NULL CHECK (storage IN ('CHILLED', 'FROZEN', 'AMBIENT')),
    species text,
    sku text CHECK (sku IN ('15', '30')),
    site text COLLATE "C" NOT NULL,
    status text NOT NULL
        CHECK (status IN ('CREATED', 'QUARANTINE', 'RELEASED', 'HOLD', 'REJECTED', 'CONSUMED', 'FINISHED')),
    voided boolean NOT NULL CHECK (NOT voided OR status = 'CREATED'),
    was_released boolean NOT NULL,
    run_id uuid,
    run_place bigint,
    weight bigint NOT NULL CHECK (weight > 0),
    used bigint NOT NULL CHECK (used >= 0),
    dispatched bigint NOT NULL CHECK (dispatched >= 0),
    lost bigint NOT NULL CHECK (lost >= 0),
    pieces bigint CHECK (pieces > 0),
    production_day date NOT NULL,
    best_before date,
    details text NOT NULL,
    created_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    registered_at timestamptz,
    quarantined_at timestamptz,
    head_version bigint NOT NULL CHECK (head_version > 0),
    head_hash bytea NOT NULL CHECK (length(head_hash) = 32),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, code),
    CHECK (used + dispatched + lost <= weight),
    CHECK ((used + dispatched + lost = weight) = (status IN ('CONSUMED', 'FINISHED')) OR status = 'REJECTED'),
    CHECK ((run_id IS NULL) = (run_place IS NULL)),
    FOREIGN KEY (tenant_id, site) REFERENCES sites (tenant_id, code),
    FOREIGN KEY (tenant_id, run_id) REFERENCES runs (tenant_id, id)
);
CREATE INDEX lots_by_site ON lots (tenant_id, site, lot_type, status);
CREATE INDEX lots_by_run ON lots (tenant_id, run_id, step, status);
CREATE INDEX lots_newest ON lots (tenant_id, recorded_at, place);
CREATE INDEX lots_by_status ON lots (tenant_id, status, recorded_at, place);
CREATE INDEX lots_by_day ON lots (tenant_id, production_day, recorded_at, place);
CREATE INDEX lots_with_stray_codes ON lots (tenant_id, code) WHERE stray_code;

CREATE TABLE lot_holds (
    tenant_id uuid NOT NULL,
    lot_id uuid NOT NULL,
    id uuid NOT NULL,
    number integer NOT NULL CHECK (number >= 0),
    cause text NOT NULL CHECK (cause IN ('INSPECTION', 'TEMPERATURE', 'UPSTREAM', 'RECALL', 'MANUAL')),
    cause_id uuid NOT NULL,
    reason text,
    deviation_id uuid,
    opened_at timestamptz NOT NULL,
    opened_by uuid NOT NULL,
    released_at timestamptz,
    released_by uuid,
    resolution text,
    PRIMARY KEY (tenant_id, lot_id, id),
    CHECK ((released_at IS NULL) = (released_by IS NULL) AND (released_at IS NULL) = (resolution IS NULL)),
    FOREIGN KEY (tenant_id, lot_id) REFERENCES lots (tenant_id, id)
);
CREATE INDEX lot_holds_by_id ON lot_holds (tenant_id, id);

CREATE TABLE buffers (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    place bigint NOT NULL,
    code text COLLATE "C" NOT NULL,
    buffer_type text NOT NULL,
    site text COLLATE "C" NOT NULL,
    accepts text NOT NULL,
    capacity bigint NOT NULL CHECK (capacity > 0),
    temp_min smallint,
    temp_max smallint NOT NULL CHECK (temp_min <= temp_max),
    active boolean NOT NULL,
    hold_reading_id uuid,
    hold_deviation_id uuid,
    hold_at timestamptz,
    hold_by uuid,
    unsized_lots bigint NOT NULL CHECK (unsized_lots >= 0),
    unsized_quantity bigint NOT NULL CHECK (unsized_quantity >= 0),
    kg15_lots bigint NOT NULL CHECK (kg15_lots >= 0),
    kg15_quantity bigint NOT NULL CHECK (kg15_quantity >= 0),
    kg30_lots bigint NOT NULL CHECK (kg30_lots >= 0),
    kg30_quantity bigint NOT NULL CHECK (kg30_quantity >= 0),
    created_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    head_version bigint NOT NULL CHECK (head_version > 0),
    head_hash bytea NOT NULL CHECK (length(head_hash) = 32),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, site, code),
    FOREIGN KEY (tenant_id, site) REFERENCES sites (tenant_id, code)
);

-- A lot that has left a buffer keeps its row there, with 0 g.
CREATE TABLE lot_positions (
    tenant_id uuid NOT NULL,
    lot_id uuid NOT NULL,
    buffer_id uuid NOT NULL,
    number integer NOT NULL CHECK (number >= 0),
    quantity bigint NOT NULL CHECK (quantity >= 0),
    entered_at timestamptz NOT NULL,
    -- Where the lot stands among those that entered.
    entry BIGINT NOT NULL CHECK (entry >= 0),
    PRIMARY KEY (tenant_id, lot_id, buffer_id),
    FOREIGN KEY (tenant_id, lot_id) REFERENCES lots (tenant_id, id),
    FOREIGN KEY (tenant_id, buffer_id) REFERENCES buffers (tenant_id, id)
);
CREATE INDEX lot_positions_by_buffer ON lot_positions (tenant_id, buffer_id, quantity);

CREATE TABLE genealogy_links (
    tenant_id uuid NOT NULL,
    parent_id uuid NOT NULL,
    child_id uuid NOT NULL,
    quantity bigint NOT NULL CHECK (quantity >= 0),
    method text NOT NULL CHECK (method IN ('ALLOCATED', 'MEASURED')),
    PRIMARY KEY (tenant_id, parent_id, child_id),
    CHECK (parent_id <> child_id),
    FOREIGN KEY (tenant_id, parent_id) REFERENCES lots (tenant_id, id),
    FOREIGN KEY (tenant_id, child_id) REFERENCES lots (tenant_id, id)
);
CREATE INDEX genealogy_links_by_child ON genealogy_links (tenant_id, child_id, parent_id);

CREATE TABLE stock_moves (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    place bigint NOT NULL,
    kind text NOT NULL CHECK (kind IN ('RECEIVE', 'TRANSFER', 'CONSUME', 'SHIP')),
    lot_id uuid NOT NULL,
    from_buffer_id uuid,
    to_buffer_id uuid,
    quantity bigint NOT NULL CHECK (quantity > 0),
    consignee text,
    cause uuid,
    created_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, lot_id) REFERENCES lots (tenant_id, id),
    FOREIGN KEY (tenant_id, from_buffer_id) REFERENCES buffers (tenant_id, id),
    FOREIGN KEY (tenant_id, to_buffer_id) REFERENCES buffers (tenant_id, id)
);
CREATE INDEX stock_moves_by_lot ON stock_moves (tenant_id, lot_id);
CREATE INDEX stock_moves_by_source ON stock_moves (tenant_id, from_buffer_id);
CREATE INDEX stock_moves_by_target ON stock_moves (tenant_id, to_buffer_id);
CREATE INDEX stock_moves_newest ON stock_moves (tenant_id, recorded_at, place);

CREATE TABLE dispatches (
    tenant_id uuid NOT NULL,
    lot_id uuid NOT NULL,
    place bigint NOT NULL,
    quantity bigint NOT NULL CHECK (quantity > 0),
    consignee text NOT NULL,
    vehicle text,
    created_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    PRIMARY KEY (tenant_id, lot_id, place),
    FOREIGN KEY (tenant_id, lot_id) REFERENCES lots (tenant_id, id)
);

CREATE TABLE inspections (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    place bigint NOT NULL,
    lot_id uuid NOT NULL,
    run_id uuid,
    step smallint NOT NULL CHECK (step BETWEEN 0 AND 10),
    gates text NOT NULL,
    inspection_type text NOT NULL,
    decision text NOT NULL CHECK (decision IN ('PASS', 'HOLD', 'FAIL')),
    notes text CHECK (notes IS NOT NULL OR decision = 'PASS'),
    checklist text NOT NULL,
    readings text NOT NULL,
    signature text,
    created_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    head_version bigint NOT NULL CHECK (head_version > 0),
    head_hash bytea NOT NULL CHECK (length(head_hash) = 32),
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, lot_id) REFERENCES lots (tenant_id, id),
    FOREIGN KEY (tenant_id, run_id) REFERENCES runs (tenant_id, id)
);
CREATE INDEX inspections_by_lot ON inspections (tenant_id, lot_id);
CREATE INDEX inspections_by_run ON inspections (tenant_id, run_id);
CREATE INDEX inspections_newest ON inspections (tenant_id, recorded_at, place);

-- Temperatures are whole tenths of a degree Celsius.
CREATE TABLE readings (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    place bigint NOT NULL,
    lot_id uuid,
    buffer_id uuid,
    kind text NOT NULL CHECK (kind IN ('SURFACE', 'CORE', 'AMBIENT')),
    temperature smallint NOT NULL CHECK (temperature BETWEEN -500 AND 1000),
    limit_min smallint,
    limit_max smallint,
    violation boolean NOT NULL,
    deviation_id uuid,
    badge text CHECK (badge IN ('OK', 'WARNING', 'CRITICAL')),
    taken_at timestamptz NOT NULL,
    instrument text,
    created_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    head_version bigint NOT NULL CHECK (head_version > 0),
    head_hash bytea NOT NULL CHECK (length(head_hash) = 32),
    PRIMARY KEY (tenant_id, id),
    CHECK ((lot_id IS NULL) <> (buffer_id IS NULL)),
    FOREIGN KEY (tenant_id, lot_id) REFERENCES lots (tenant_id, id),
    FOREIGN KEY (tenant_id, buffer_id) REFERENCES buffers (tenant_id, id)
);
CREATE INDEX readings_by_lot ON readings (tenant_id, lot_id);
CREATE INDEX readings_by_buffer ON readings (tenant_id, buffer_id);
CREATE INDEX readings_newest ON readings (tenant_id, recorded_at, place);

CREATE TABLE deviations (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    place bigint NOT NULL,
    cause text NOT NULL CHECK (cause IN ('READING', 'INSPECTION')),
    kind text CHECK (kind IN ('SURFACE', 'CORE', 'AMBIENT')),
    lot_id uuid,
    buffer_id uuid,
    created_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    closed_at timestamptz,
    actions text NOT NULL,
    head_version bigint NOT NULL CHECK (head_version > 0),
    head_hash bytea NOT NULL CHECK (length(head_hash) = 32),
    PRIMARY KEY (tenant_id, id),
    CHECK ((lot_id IS NULL) <> (buffer_id IS NULL)),
    FOREIGN KEY (tenant_id, lot_id) REFERENCES lots (tenant_id, id),
    FOREIGN KEY (tenant_id, buffer_id) REFERENCES buffers (tenant_id, id)
);
CREATE INDEX deviations_by_lot ON deviations (tenant_id, lot_id);
CREATE INDEX deviations_by_buffer ON deviations (tenant_id, buffer_id);
CREATE INDEX deviations_newest ON deviations (tenant_id, recorded_at, place);
CREATE INDEX deviations_open ON deviations (tenant_id, recorded_at, place) WHERE closed_at IS NULL;
-- While one of a kind is open, a further violation joins it.
CREATE UNIQUE INDEX deviations_one_open_of_lot ON deviations (tenant_id, lot_id, kind)
    WHERE closed_at IS NULL AND kind IS NOT NULL AND lot_id IS NOT NULL;
CREATE UNIQUE INDEX deviations_one_open_of_buffer ON deviations (tenant_id, buffer_id, kind)
    WHERE closed_at IS NULL AND kind IS NOT NULL AND buffer_id IS NOT NULL;

-- Drawn once a command's locks are held: who waited for a lock has a higher number than who held it.
CREATE SEQUENCE command_numbers;

-- Applied commands: their keys are claimed for ever.
CREATE TABLE commands (
    tenant_id uuid NOT NULL,
    key uuid NOT NULL,
    number bigint NOT NULL,
    user_id uuid NOT NULL,
    role text NOT NULL CHECK (role IN ('ADMIN', 'MANAGER', 'AUDITOR', 'OPERATOR', 'VIEWER')),
    device_id uuid,
    digest bytea NOT NULL CHECK (length(digest) = 32),
    acted_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    warnings text NOT NULL,
    PRIMARY KEY (tenant_id, key),
    UNIQUE (tenant_id, number)
);
CREATE INDEX commands_by_user ON commands (tenant_id, user_id);
CREATE INDEX commands_by_time ON commands (tenant_id, recorded_at);

-- Where the log stands among transactions. `audit_events.written_by` is at least the id of the transaction that
-- wrote the event, so nothing new comes below the oldest transaction at work; and it is at least the newest id that
-- had ended when the event was written, so that who waited for a lock stands behind who held it. The upper bits
-- count the servers the database has lived on: a dump that is restored elsewhere meets transaction ids that begin
-- anew. Functions of a constant, which the planner puts in place, since they are called for every row.
CREATE FUNCTION log_epoch() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT 0::bigint';
CREATE FUNCTION log_server() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT 0::bigint';

-- Begins a new epoch where the database is on another server than before. Whoever opens the database calls it.
CREATE FUNCTION settle_log() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    here bigint := (SELECT system_identifier FROM pg_control_system());
BEGIN
    IF log_server() = here THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(7723090118);
    IF log_server() <> here THEN
        EXECUTE format('CREATE OR REPLACE FUNCTION log_epoch() RETURNS bigint LANGUAGE sql STABLE AS %L',
            format('SELECT %s::bigint', log_epoch() + 1));
        EXECUTE format('CREATE OR REPLACE FUNCTION log_server() RETURNS bigint LANGUAGE sql STABLE AS %L',
            format('SELECT %s::bigint', here));
    END IF;
END $$;

-- What happened: the text that is hashed, once.
CREATE TABLE audit_events (
    tenant_id uuid NOT NULL,
    key uuid NOT NULL,
    number integer NOT NULL CHECK (number >= 0),
    event_type text NOT NULL,
    event text NOT NULL,
    sequence bigint GENERATED ALWAYS AS IDENTITY,
    -- Sequence numbers are not commit order: `changes` follows the transactions instead.
    written_by bigint NOT NULL DEFAULT ((log_epoch() << 48) | GREATEST(pg_current_xact_id()::text::bigint,
        pg_snapshot_xmax(pg_current_snapshot())::text::bigint)),
    PRIMARY KEY (tenant_id, key, number),
    FOREIGN KEY (tenant_id, key) REFERENCES commands (tenant_id, key)
);
CREATE INDEX audit_events_by_type ON audit_events (tenant_id, event_type, sequence);
CREATE UNIQUE INDEX audit_events_in_order ON audit_events (tenant_id, sequence);

-- A link for each entity that an event changed. A site's id is its four letters, filled up with zeros.
CREATE TABLE audit_chain (
    tenant_id uuid NOT NULL,
    entity_type text NOT NULL CHECK (entity_type IN
        ('site', 'policy', 'flow', 'version', 'run', 'lot', 'inspection', 'reading', 'deviation', 'buffer')),
    entity_id uuid NOT NULL,
    version bigint NOT NULL CHECK (version > 0),
    hash bytea NOT NULL CHECK (length(hash) = 32),
    key uuid NOT NULL,
    number integer NOT NULL,
    place integer NOT NULL CHECK (place >= 0),
    PRIMARY KEY (tenant_id, entity_type, entity_id, version),
    UNIQUE (tenant_id, key, number, place),
    FOREIGN KEY (tenant_id, key, number) REFERENCES audit_events (tenant_id, key, number)
);

-- What only ever grows: no client changes or removes it.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % stay: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER graphs_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON graphs
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER genealogy_links_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON genealogy_links
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER stock_moves_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON stock_moves
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER dispatches_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON dispatches
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER inspections_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON inspections
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER readings_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON readings
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER commands_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON commands
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_events_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_chain_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_chain
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What changes is never removed.
CREATE TRIGGER policies_never_go BEFORE DELETE OR TRUNCATE ON policies
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sites_never_go BEFORE DELETE OR TRUNCATE ON sites
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER flows_never_go BEFORE DELETE OR TRUNCATE ON flows
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER flow_versions_never_go BEFORE DELETE OR TRUNCATE ON flow_versions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER runs_never_go BEFORE DELETE OR TRUNCATE ON runs
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER code_sequences_never_go BEFORE DELETE OR TRUNCATE ON code_sequences
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER lots_never_go BEFORE DELETE OR TRUNCATE ON lots
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER lot_holds_never_go BEFORE DELETE OR TRUNCATE ON lot_holds
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER buffers_never_go BEFORE DELETE OR TRUNCATE ON buffers
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER lot_positions_never_go BEFORE DELETE OR TRUNCATE ON lot_positions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER deviations_never_go BEFORE DELETE OR TRUNCATE ON deviations
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The graph of a version that was published is frozen, and so is its number.
CREATE FUNCTION refuse_new_graph() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published version is frozen' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER flow_versions_stay_frozen BEFORE UPDATE ON flow_versions
    FOR EACH ROW WHEN (OLD.status IN ('PUBLISHED', 'DEPRECATED') AND (NEW.graph_sha256 <> OLD.graph_sha256
        OR NEW.number <> OLD.number OR NEW.flow_id <> OLD.flow_id OR NEW.status NOT IN ('PUBLISHED', 'DEPRECATED')))
    EXECUTE FUNCTION refuse_new_graph();

CREATE INDEX audit_events_by_transaction ON audit_events (tenant_id, written_by, sequence);

-- A tenant's rows are for transactions that say they are that tenant's, whatever their statements say; where none is
-- said, any statement is an error. It binds the owner of the tables, too; superusers it does not bind.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['policies', 'sites', 'flows', 'graphs', 'flow_versions', 'runs', 'code_sequences', 'lots',
        'lot_holds', 'buffers', 'lot_positions', 'genealogy_links', 'stock_moves', 'dispatches', 'inspections', 'readings',
        'deviations', 'commands', 'audit_events', 'audit_chain']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY own_tenant ON %I USING (tenant_id = current_setting(''wms.tenant'')::uuid)', name);
    END LOOP;
END $$;
