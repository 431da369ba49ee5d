//! The library's own runtime: a command runs to its end on it, whatever becomes of the future that waits.
use crate::per_process::PerProcess;
use std::io;
use tokio::runtime::{Builder, Handle, Runtime};

/// Never stopped.
static RUNTIME: PerProcess<Runtime> = PerProcess::new();

/// The runtime; none where the system gives no threads.
pub(super) fn handle() -> Option<&'static Handle> {
    RUNTIME.get_or_try_init(start).ok().map(Runtime::handle)
}

fn start() -> io::Result<Runtime> {
    Builder::new_multi_thread()
        .worker_threads(2)
        .thread_name("wms-store")
        .enable_all()
        .build()
}
