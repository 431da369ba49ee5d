//! Makes a race certain on PostgreSQL: nobody writes until both have decided, or wait for each other.
use crate::common::{Plant, pg::Client, server};
use std::{
    sync::mpsc::{Sender, channel},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

/// How long two commands have to come to the gate; one that is refused never does.
const PATIENCE: Duration = Duration::from_millis(600);

/// Closed until two connections of the plant wait for a lock.
pub(crate) struct Gate(Option<JoinHandle<()>>);

impl Gate {
    /// A gate before the writes of a plant; SQLite's commands take turns as wholes and need none.
    pub(crate) fn before(plant: &Plant) -> Self {
        let Some(connections) = plant.connections() else {
            return Self(None);
        };
        let (closed, is_closed) = channel();
        let keeper = thread::spawn(move || keep(&closed, &connections));
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

fn keep(closed: &Sender<()>, connections: &str) {
    let mut client = Client::connect(&server());
    // Commands read this table, but cannot write to it; rows of other tables are locked as ever.
    client
        .run("BEGIN; LOCK TABLE commands IN EXCLUSIVE MODE")
        .unwrap();
    closed.send(()).unwrap();
    let until = Instant::now() + PATIENCE;
    while Instant::now() < until && client.connections(connections, "wait_event_type = 'Lock'") < 2
    {
        thread::sleep(Duration::from_millis(5));
    }
    client.run("COMMIT").unwrap();
}
