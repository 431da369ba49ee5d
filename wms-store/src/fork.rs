//! A process that forks while it has SQLite databases open.
//!
//! SQLite keeps book of the files that a process has open and of its locks on them. A forked child has the book, but
//! not the locks: it would write to files that its parent takes away, and lose what it wrote. And a thread that is
//! inside SQLite while another one forks leaves locks held in the child for ever. So a host that forks tells:
//!
//! - [`before`], in the thread that forks, waits until no thread of the library is inside SQLite, lets none in any
//!   more, and closes every connection to a file.
//! - [`after`], in the same thread of the parent, lets them in again; each opens its connection anew when it next has
//!   work. In the child there is nothing to do: what it opens is its own.
//!
//! Waiting takes as long as the piece of work that is under way: a transaction, a question, a backup. A database in
//! memory has no file and stays as it is. A thread that calls back into the host from within such a piece, to tell its
//! progress, should not fork there: the connection it works on is left open.
//!
//! ```
//! wms_store::fork::before();
//! // Here the process forks; the parent goes on with:
//! wms_store::fork::after();
//! ```
use crate::per_process::PerProcess;
use std::{
    cell::Cell,
    convert::Infallible,
    sync::{Condvar, Mutex, MutexGuard, PoisonError, Weak},
};

/// A connection to a file.
pub(crate) trait Connection: Send + Sync {
    /// Closes it until it is needed again; one that is in use stays.
    fn close(&self);
}

/// Where threads pass that go into SQLite, and forks.
#[derive(Default)]
struct Gate {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// How many threads are inside SQLite.
    inside: usize,
    /// How many forks wait for them: a fork goes before whoever comes later.
    waiting: usize,
    forking: bool,
    connections: Vec<Weak<dyn Connection>>,
}

thread_local! {
    /// Whether this thread is inside.
    static INSIDE: Cell<bool> = const { Cell::new(false) };
}

impl Gate {
    /// A child's is its own: of its parent's threads none is there to leave.
    fn of_this_process() -> &'static Self {
        static GATE: PerProcess<Gate> = PerProcess::new();
        let Ok(gate) = GATE.get_or_try_init(|| Ok::<_, Infallible>(Self::default()));
        gate
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The state as soon as it is as wanted.
    fn once(&self, mut wanted: impl FnMut(&State) -> bool) -> MutexGuard<'_, State> {
        let waited = self
            .changed
            .wait_while(self.state(), |state| !wanted(state));
        waited.unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state());
        self.changed.notify_all();
    }
}

/// To be called before a fork, in the thread that forks: waits until no thread of the library is inside SQLite, lets
/// none in any more, and closes all connections to files.
pub fn before() {
    let gate = Gate::of_this_process();
    let own = usize::from(INSIDE.get());
    gate.change(|state| state.waiting += 1);
    let mut state = gate.once(|state| !state.forking && state.inside <= own);
    state.waiting -= 1;
    state.forking = true;
    let connections: Vec<_> = state.connections.iter().filter_map(Weak::upgrade).collect();
    drop(state);
    for connection in connections {
        connection.close();
    }
}

/// To be called after a fork, in the thread of the parent that forked: everything goes on.
pub fn after() {
    Gate::of_this_process().change(|state| state.forking = false);
}

/// Does what must not be under way in a fork: whatever calls SQLite.
pub(crate) fn inside<T>(run: impl FnOnce() -> T) -> T {
    if INSIDE.get() {
        return run();
    }
    let _stay = Stay::begin();
    run()
}

/// Adds a connection to those that a fork closes.
pub(crate) fn closes(connection: Weak<dyn Connection>) {
    Gate::of_this_process().change(|state| {
        state.connections.retain(|one| one.strong_count() > 0);
        state.connections.push(connection);
    });
}

/// A thread inside SQLite; it leaves also when it panics.
struct Stay(&'static Gate);

impl Stay {
    fn begin() -> Self {
        let gate = Gate::of_this_process();
        let mut state = gate.once(|state| !state.forking && state.waiting == 0);
        state.inside += 1;
        INSIDE.set(true);
        Self(gate)
    }
}

impl Drop for Stay {
    fn drop(&mut self) {
        INSIDE.set(false);
        self.0.change(|state| state.inside -= 1);
    }
}
