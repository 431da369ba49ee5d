//! The library's own runtime: a command runs to its end on it, whatever becomes of the future that waits.
use std::{
    process,
    sync::{PoisonError, RwLock},
};
use tokio::runtime::{Builder, Handle, Runtime};

/// The runtime of a process, never stopped. A forked child has the memory of its parent's, but none of its threads.
struct Started {
    process: u32,
    runtime: &'static Runtime,
}

static RUNTIME: RwLock<Option<Started>> = RwLock::new(None);

/// The runtime; none where the system gives no threads.
pub(super) fn handle() -> Option<&'static Handle> {
    let process = process::id();
    let of_this = |started: &Started| (started.process == process).then_some(started.runtime);
    let found = RUNTIME.read().unwrap_or_else(PoisonError::into_inner);
    if let Some(runtime) = found.as_ref().and_then(of_this) {
        return Some(runtime.handle());
    }
    drop(found);
    let mut slot = RUNTIME.write().unwrap_or_else(PoisonError::into_inner);
    if let Some(runtime) = slot.as_ref().and_then(of_this) {
        return Some(runtime.handle());
    }
    let runtime: &'static Runtime = Box::leak(Box::new(start()?));
    *slot = Some(Started { process, runtime });
    Some(runtime.handle())
}

fn start() -> Option<Runtime> {
    Builder::new_multi_thread()
        .worker_threads(2)
        .thread_name("wms-store")
        .enable_all()
        .build()
        .ok()
}
