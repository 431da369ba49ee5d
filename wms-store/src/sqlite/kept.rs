//! Connections, and how long each is open.
use super::conn::Conn;
use crate::{
    error::OpenError,
    fork::{self, Connection as _},
};
use diesel::{
    Connection, ConnectionError, QueryableByName, RunQueryDsl, SqliteConnection, sql_query,
    sql_types::Text,
};
use std::{
    cell::RefCell,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    time::Duration,
};

/// The connection of a thread. One to a file is closed while the process forks, and opened again when it is needed.
///
/// Its end waits for a fork, too. Until then the fork finds it, and closes it.
pub(super) struct Kept(Arc<Opened>);

struct Opened {
    path: String,
    busy_timeout: Duration,
    connection: Mutex<Option<Conn>>,
}

impl Kept {
    /// Opens a connection.
    pub(super) fn open(path: &str, busy_timeout: Duration) -> Result<Self, OpenError> {
        fork::inside(|| {
            let connection = open(path, busy_timeout)?;
            let file = file_of(&connection)?;
            let opened = Arc::new(Opened {
                // Absolute: the process may go to another folder meanwhile. A URI says more than where the file is.
                path: match path.starts_with("file:") {
                    true => path.to_owned(),
                    false => file.clone(),
                },
                busy_timeout,
                connection: Mutex::new(Some(connection)),
            });
            if !file.is_empty() {
                let weak: Weak<Opened> = Arc::downgrade(&opened);
                fork::closes(weak);
            }
            Ok(Self(opened))
        })
    }

    /// Runs a piece of work; it is dropped where the file cannot be opened again.
    pub(super) fn run(&self, work: impl FnOnce(&Conn)) {
        fork::inside(|| {
            let mut connection = self.0.connection();
            if connection.is_none() {
                match self.0.again() {
                    Ok(opened) => *connection = Some(opened),
                    Err(error) => tracing::warn!(%error, "not open any more after a fork"),
                }
            }
            if let Some(c) = &*connection {
                contained(|| work(c));
            }
        });
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        fork::inside(|| self.0.close());
    }
}

impl Opened {
    /// Opens the file again, if it is still there: a new one is not what anybody meant.
    fn again(&self) -> Result<Conn, OpenError> {
        if !self.path.starts_with("file:") && !Path::new(&self.path).exists() {
            let why = format!("`{}` is not there any more", self.path);
            return Err(OpenError::Unavailable(why));
        }
        open(&self.path, self.busy_timeout)
    }

    fn connection(&self) -> MutexGuard<'_, Option<Conn>> {
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl fork::Connection for Opened {
    fn close(&self) {
        // Locked: the thread that forks is at work on it.
        if let Ok(mut connection) = self.connection.try_lock() {
            drop(connection.take());
        }
    }
}

/// Runs what may call the host's code, its clock or its progress: should that panic, the transaction is undone,
/// whoever waits for the answer hears that there is none, and the thread goes on.
fn contained(run: impl FnOnce()) {
    drop(catch_unwind(AssertUnwindSafe(run)));
}

/// What every connection starts with. FULL: an acknowledged command survives a power cut.
const PRAGMAS: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
    PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;";

fn open(path: &str, busy_timeout: Duration) -> Result<Conn, OpenError> {
    let connection = SqliteConnection::establish(path).map_err(|error| match error {
        // A NUL: the name of no file.
        ConnectionError::InvalidCString(error) => OpenError::InvalidUrl {
            why: error.to_string(),
        },
        error => OpenError::Unavailable(error.to_string()),
    })?;
    let connection = Conn(RefCell::new(connection));
    connection
        .batch(&format!(
            "PRAGMA busy_timeout = {}; {PRAGMAS}",
            busy_timeout.as_millis()
        ))
        .map_err(|error| OpenError::Unavailable(error.to_string()))?;
    Ok(connection)
}

/// Where the file is, in full; empty for a database in memory.
fn file_of(c: &Conn) -> Result<String, OpenError> {
    #[derive(QueryableByName)]
    struct Found {
        #[diesel(sql_type = Text)]
        file: String,
    }
    let query = sql_query("SELECT file FROM pragma_database_list WHERE name = 'main'");
    let found: Result<Found, _> = query.get_result(&mut *c.0.borrow_mut());
    let found = found.map_err(|error| OpenError::Unavailable(error.to_string()))?;
    Ok(found.file)
}
