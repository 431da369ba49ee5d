//! Makes a race certain on PostgreSQL: nobody writes until both have decided, or wait for each other.
use crate::common::{Plant, server};
use diesel::{
    QueryableByName, sql_query,
    sql_types::{BigInt, Text},
};
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection};
use std::{
    sync::mpsc::{Sender, channel},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};
use tokio::runtime::Builder;

/// How long two commands have to come to the gate; one that is refused never does.
const PATIENCE: Duration = Duration::from_millis(600);

#[derive(QueryableByName)]
struct Waiting {
    #[diesel(sql_type = BigInt)]
    waiting: i64,
}

/// Closed until two connections of the plant wait for a lock.
pub(crate) struct Gate(Option<JoinHandle<()>>);

impl Gate {
    /// A gate before the writes of a plant; SQLite's commands take turns as wholes and need none.
    pub(crate) fn before(plant: &Plant) -> Self {
        let Some(connections) = plant.connections() else {
            return Self(None);
        };
        let (closed, is_closed) = channel();
        let keeper = thread::spawn(move || {
            let runtime = Builder::new_current_thread().enable_all().build();
            runtime.unwrap().block_on(keep(closed, connections));
        });
        is_closed.recv().unwrap();
        Self(Some(keeper))
    }

    /// Waits until it is open again.
    pub(crate) fn passed(self) {
        if let Some(keeper) = self.0 {
            keeper.join().unwrap();
        }
    }
}

async fn keep(closed: Sender<()>, connections: String) {
    let mut c = AsyncPgConnection::establish(&server()).await.unwrap();
    // Commands read this table, but cannot write to it; rows of other tables are locked as ever.
    c.batch_execute("BEGIN; LOCK TABLE commands IN EXCLUSIVE MODE")
        .await
        .unwrap();
    closed.send(()).unwrap();
    let until = Instant::now() + PATIENCE;
    while Instant::now() < until {
        let waiting = "SELECT count(*) AS waiting FROM pg_stat_activity
            WHERE application_name = $1 AND wait_event_type = 'Lock'";
        let waiting = sql_query(waiting).bind::<Text, _>(&connections);
        let found: Waiting = waiting.get_result(&mut c).await.unwrap();
        if found.waiting >= 2 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    c.batch_execute("COMMIT").await.unwrap();
}
