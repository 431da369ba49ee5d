//! What the library tells of itself: metrics over the `metrics` facade, spans over `tracing`.
//!
//! Every name stands here, once. Nothing personal is told: no user, no reason, no text; ids of tenants and keys
//! of commands stand in spans only, so that the number of time series stays small.
use crate::{
    answer::{Done, Job, Verdict},
    error::Error,
};
use metrics::{Unit, counter, describe_counter, describe_gauge, describe_histogram, histogram};
use std::time::Instant;
use tracing::{Instrument, Span, field::Empty, info_span};
use wms_core::{
    error::Rejection,
    event::Event,
    ids::TenantId,
    lot::LotStatus,
    query::{Query, QueryType},
};

const COMMANDS: &str = "wms_commands_total";
const COMMAND_SECONDS: &str = "wms_command_seconds";
const COMMAND_ROUNDS: &str = "wms_command_rounds";
const BATCH_SECONDS: &str = "wms_batch_seconds";
const GROUP_COMMANDS: &str = "wms_group_commands";
const RETRIES: &str = "wms_retries_total";
const AUDIT_EVENTS: &str = "wms_audit_events_total";
const LOT_TRANSITIONS: &str = "wms_lot_transitions_total";
const LOTS: &str = "wms_lots";
const QUERIES: &str = "wms_queries_total";
const QUERY_SECONDS: &str = "wms_query_seconds";
const POOL_CONNECTIONS: &str = "wms_pool_connections";
const POOL_WAITING: &str = "wms_pool_waiting";
const POOL_WAIT_SECONDS: &str = "wms_pool_wait_seconds";

/// Describes every metric to the recorder that is installed; to be called once it is.
pub fn describe_metrics() {
    let counters = [
        (
            COMMANDS,
            "commands by type and answer: applied, replayed or an error code",
        ),
        (
            RETRIES,
            "transactions that began again, some with fewer commands, by the reason",
        ),
        (AUDIT_EVENTS, "events recorded, by type"),
        (
            LOT_TRANSITIONS,
            "lots put into a status, a second hold included",
        ),
        (
            QUERIES,
            "queries by type and answer: answered or an error code; checks of commands are of type check",
        ),
    ];
    for (name, what) in counters {
        describe_counter!(name, Unit::Count, what);
    }
    let seconds = [
        (
            COMMAND_SECONDS,
            "from the call to the answer of a single command, by type",
        ),
        (
            BATCH_SECONDS,
            "from the call to the answers of a transaction of execute_many",
        ),
        (
            QUERY_SECONDS,
            "from the call to the answer of a query, by type",
        ),
        (
            POOL_WAIT_SECONDS,
            "how long a transaction waited for a connection",
        ),
    ];
    for (name, what) in seconds {
        describe_histogram!(name, Unit::Seconds, what);
    }
    describe_histogram!(
        COMMAND_ROUNDS,
        Unit::Count,
        "rounds of loading until a command was decided"
    );
    describe_histogram!(
        GROUP_COMMANDS,
        Unit::Count,
        "commands that shared a transaction"
    );
    describe_gauge!(
        LOTS,
        Unit::Count,
        "lots by status, as of the last `Tenant::count_lots`"
    );
    describe_gauge!(
        POOL_CONNECTIONS,
        Unit::Count,
        "connections of the pool by state: busy or idle"
    );
    describe_gauge!(
        POOL_WAITING,
        Unit::Count,
        "transactions that wait for a connection"
    );
}

/// Watches commands from the call to the answers.
pub(crate) async fn commands(
    tenant: TenantId,
    jobs: Vec<Job>,
    execute: impl AsyncFnOnce(Vec<Job>) -> Vec<Verdict>,
) -> Vec<Verdict> {
    let began = Instant::now();
    let [job] = jobs.as_slice() else {
        let span = info_span!("wms.batch", %tenant, commands = jobs.len(), duration_ms = Empty);
        let verdicts = execute(jobs).instrument(span.clone()).await;
        histogram!(BATCH_SECONDS).record(began.elapsed());
        record_duration(&span, began);
        return verdicts;
    };
    let command = job.envelope.command.command_type().as_str();
    let key = job.envelope.key;
    let span =
        info_span!("wms.command", %tenant, %key, command, answer = Empty, duration_ms = Empty);
    let verdicts = execute(jobs).instrument(span.clone()).await;
    histogram!(COMMAND_SECONDS, "type" => command).record(began.elapsed());
    span.record("answer", verdicts.first().map_or("none", answer));
    record_duration(&span, began);
    verdicts
}

/// Counts what became of a group of commands, whether anybody still waits for the answers or not.
pub(crate) fn settled(jobs: &[Job], verdicts: &[Verdict]) {
    histogram!(GROUP_COMMANDS).record(u32::try_from(jobs.len()).unwrap_or(u32::MAX));
    for (job, verdict) in jobs.iter().zip(verdicts) {
        let command = job.envelope.command.command_type().as_str();
        counter!(COMMANDS, "type" => command, "answer" => answer(verdict)).increment(1);
        if let Ok(Done {
            replayed: false,
            events,
            ..
        }) = verdict
        {
            events.iter().for_each(happened);
        }
    }
}

/// A command needed this many rounds of loading.
pub(crate) fn decided(rounds: usize) {
    histogram!(COMMAND_ROUNDS).record(u32::try_from(rounds).unwrap_or(u32::MAX));
}

/// A transaction begins again.
pub(crate) fn retried(error: &Error) {
    counter!(RETRIES, "why" => why(error)).increment(1);
}

fn why(error: &Error) -> &'static str {
    match error {
        Error::Again(_) => "locks",
        Error::Overtaken => "overtaken",
        _ if error.is_disconnect() => "disconnected",
        _ if error.is_transient() => "busy",
        _ => "failed",
    }
}

/// Watches a question of a tenant from the call to the answer.
pub(crate) async fn query<T>(
    tenant: TenantId,
    query: &Query,
    ask: impl Future<Output = Result<T, Rejection>>,
) -> Result<T, Rejection> {
    let name = query.query_type();
    let name: &'static str = QueryType::as_str(name);
    question(tenant, name, ask).await
}

/// Watches the check of a command.
pub(crate) async fn check<T>(
    tenant: TenantId,
    ask: impl Future<Output = Result<T, Rejection>>,
) -> Result<T, Rejection> {
    question(tenant, "check", ask).await
}

async fn question<T>(
    tenant: TenantId,
    name: &'static str,
    ask: impl Future<Output = Result<T, Rejection>>,
) -> Result<T, Rejection> {
    let began = Instant::now();
    let span = info_span!("wms.query", %tenant, query = name, answer = Empty, duration_ms = Empty);
    let found = ask.instrument(span.clone()).await;
    let answer = match &found {
        Ok(_) => "answered",
        Err(rejection) => rejection.code().as_str(),
    };
    counter!(QUERIES, "type" => name, "answer" => answer).increment(1);
    histogram!(QUERY_SECONDS, "type" => name).record(began.elapsed());
    span.record("answer", answer);
    record_duration(&span, began);
    found
}

/// How many lots of a status a tenant has; the gauge is that of the tenant counted last.
pub(crate) fn lots(status: LotStatus, count: u64) {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    metrics::gauge!(LOTS, "status" => status.as_str()).set(count);
}

/// A transaction got its connection, or none in time.
#[cfg(feature = "postgres")]
pub(crate) fn pool(status: &deadpool::Status, waited: std::time::Duration) {
    let gauge = |state, count: usize| {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        metrics::gauge!(POOL_CONNECTIONS, "state" => state).set(count);
    };
    gauge("busy", status.size.saturating_sub(status.available));
    gauge("idle", status.available);
    let waiting = u32::try_from(status.waiting).unwrap_or(u32::MAX);
    metrics::gauge!(POOL_WAITING).set(waiting);
    histogram!(POOL_WAIT_SECONDS).record(waited);
}

fn answer(verdict: &Verdict) -> &'static str {
    match verdict {
        Ok(done) if done.replayed => "replayed",
        Ok(_) => "applied",
        Err(rejection) => rejection.code().as_str(),
    }
}

/// An event was recorded; what it does to lots is counted by the status they get.
fn happened(event: &Event) {
    counter!(AUDIT_EVENTS, "type" => event.event_type().as_str()).increment(1);
    let (status, lots) = match event {
        Event::LotCreated(_) => (LotStatus::Created, 1),
        Event::LotRegistered(_) | Event::LotRequarantined(_) => (LotStatus::Quarantine, 1),
        Event::LotsTransformed(made) => (LotStatus::Quarantine, made.outputs.len()),
        Event::LotReleased(_) => (LotStatus::Released, 1),
        Event::LotHeld(_) => (LotStatus::Hold, 1),
        Event::LotRejected(_) => (LotStatus::Rejected, 1),
        Event::LotConsumed(_) => (LotStatus::Consumed, 1),
        Event::LotFinished(_) => (LotStatus::Finished, 1),
        _ => return,
    };
    let lots = u64::try_from(lots).unwrap_or(u64::MAX);
    counter!(LOT_TRANSITIONS, "status" => status.as_str()).increment(lots);
}

fn record_duration(span: &Span, began: Instant) {
    let elapsed = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    span.record("duration_ms", elapsed);
}

#[cfg(test)]
mod tests {
    use super::*;
    use diesel::result::{DatabaseErrorKind as Kind, Error as Diesel};

    #[test]
    fn what_will_not_pass_by_itself_is_not_called_busy() {
        let of_kind = |kind| Diesel::DatabaseError(kind, Box::new(String::new())).into();
        let errors = [
            (Error::Again(Vec::new()), "locks"),
            (Error::Overtaken, "overtaken"),
            (of_kind(Kind::ClosedConnection), "disconnected"),
            (of_kind(Kind::SerializationFailure), "busy"),
            (of_kind(Kind::CheckViolation), "failed"),
            (Rejection::Internal {}.into(), "failed"),
        ];
        for (error, expected) in errors {
            assert_eq!(why(&error), expected, "{error:?}");
        }
    }
}
