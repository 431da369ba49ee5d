//! Threads with a connection each that run what is sent to them.
use super::conn::Conn;
use crate::error::OpenError;
use diesel::{Connection, SqliteConnection};
use std::{
    cell::RefCell,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, Sender, channel},
    },
    thread,
    time::Duration,
};

/// One piece of work for whichever thread is free.
pub(super) type Work = Box<dyn FnOnce(&Conn) + Send>;

/// Threads that answer questions beside the writer.
#[derive(Clone)]
pub(super) struct Readers(Sender<Work>);

impl Readers {
    /// Starts a thread for each connection.
    pub(super) fn start(connections: Vec<Conn>) -> Result<Self, OpenError> {
        let (sender, receiver) = channel::<Work>();
        let receiver = Arc::new(Mutex::new(receiver));
        for connection in connections {
            let receiver = Arc::clone(&receiver);
            spawn("wms-reader", move || {
                while let Some(work) = next(&receiver) {
                    contained(|| work(&connection));
                }
            })?;
        }
        Ok(Self(sender))
    }

    /// Hands work over; it is dropped where every thread is gone.
    pub(super) fn run(&self, work: Work) {
        drop(self.0.send(work));
    }
}

fn next(receiver: &Mutex<Receiver<Work>>) -> Option<Work> {
    let receiver = receiver.lock().unwrap_or_else(PoisonError::into_inner);
    receiver.recv().ok()
}

/// Runs what may call the host's code, its clock or its progress: should that panic, the transaction is undone,
/// whoever waits for the answer hears that there is none, and the thread goes on.
pub(super) fn contained(run: impl FnOnce()) {
    drop(catch_unwind(AssertUnwindSafe(run)));
}

/// Starts a named thread.
pub(super) fn spawn(name: &str, run: impl FnOnce() + Send + 'static) -> Result<(), OpenError> {
    thread::Builder::new()
        .name(name.to_owned())
        .spawn(run)
        .map(drop)
        .map_err(|error| OpenError::Unavailable(error.to_string()))
}

/// What every connection starts with. FULL: an acknowledged command survives a power cut.
const PRAGMAS: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
    PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;";

/// Opens a connection.
pub(super) fn open(path: &str, busy_timeout: Duration) -> Result<Conn, OpenError> {
    let connection = SqliteConnection::establish(path)
        .map_err(|error| OpenError::Unavailable(error.to_string()))?;
    let connection = Conn(RefCell::new(connection));
    connection
        .batch(&format!(
            "PRAGMA busy_timeout = {}; {PRAGMAS}",
            busy_timeout.as_millis()
        ))
        .map_err(|error| OpenError::Unavailable(error.to_string()))?;
    Ok(connection)
}
