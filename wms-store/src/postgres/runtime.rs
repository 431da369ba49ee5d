//! The library's own runtime: a command runs to its end on it, whatever becomes of the future that waits.
use std::sync::OnceLock;
use tokio::runtime::{Builder, Handle, Runtime};

/// Started with the first database, never stopped.
static RUNTIME: OnceLock<Option<Runtime>> = OnceLock::new();

/// The runtime; none where the system gives no threads.
pub(super) fn handle() -> Option<&'static Handle> {
    let start = || {
        Builder::new_multi_thread()
            .worker_threads(2)
            .thread_name("wms-store")
            .enable_all()
            .build()
            .ok()
    };
    RUNTIME.get_or_init(start).as_ref().map(Runtime::handle)
}
