//! Between Python's threads and the library's futures: a call that waits, and a call that is called back.
use crate::{
    engine::Reply,
    error::{defect, raise},
};
use pyo3::prelude::*;
use std::{
    io,
    sync::mpsc::{self, RecvTimeoutError},
    time::Duration,
};
use tokio::runtime::{Builder, Runtime};
use wms_core::error::Rejection;
use wms_store::PerProcess;

/// How often a call that waits looks for Ctrl-C.
const LOOK: Duration = Duration::from_millis(100);

/// Never stopped.
static RUNTIME: PerProcess<Runtime> = PerProcess::new();

fn runtime() -> io::Result<&'static Runtime> {
    RUNTIME.get_or_try_init(|| {
        Builder::new_multi_thread()
            .worker_threads(2)
            .thread_name("foodwms")
            .enable_all()
            .build()
    })
}

/// Waits for an answer while other threads go on, and looks for Ctrl-C; what was begun runs to its end all the same.
///
/// The answer is worked out on the runtime, and waited for outside it: so a signal handler may ask something, too.
pub(crate) fn wait<T: Send + 'static>(
    py: Python<'_>,
    answer: impl Future<Output = T> + Send + 'static,
) -> PyResult<T> {
    let (tell, mut told) = mpsc::sync_channel(1);
    let task = runtime()?.spawn(async move { drop(tell.send(answer.await)) });
    loop {
        let heard;
        (told, heard) = py.detach(move || {
            let heard = told.recv_timeout(LOOK);
            (told, heard)
        });
        match heard {
            Ok(answer) => return Ok(answer),
            // What is under way comes to its end; of many commands, those after it are not begun.
            Err(RecvTimeoutError::Timeout) => {
                py.check_signals().inspect_err(|_| task.abort())?;
            }
            // It panicked.
            Err(RecvTimeoutError::Disconnected) => return Err(defect("an answer was lost")),
        }
    }
}

/// Calls Python from within an answer: whatever it does there, other answers go on.
pub(crate) fn call_back(run: impl FnOnce(Python<'_>)) {
    tokio::task::block_in_place(|| Python::try_attach(run));
}

/// Starts to answer, and calls `done(value, error)` from another thread when it is there.
pub(crate) fn start(
    done: Py<PyAny>,
    answer: impl Future<Output = Result<Reply, Rejection>> + Send + 'static,
) -> PyResult<()> {
    let runtime = runtime()?;
    // A task of its own: should it panic, whoever waits hears so.
    let answer = runtime.spawn(answer);
    runtime.spawn(async move {
        let answered = answer.await;
        // None: the interpreter is gone, and with it whoever waited.
        call_back(|py| {
            let answered = answered.map_err(|panic| defect(&panic.to_string()));
            let answered = answered.and_then(|answer| to_py(py, answer));
            let told = match answered {
                Ok(value) => done.call1(py, (value, py.None())),
                Err(error) => done.call1(py, (py.None(), error.into_value(py))),
            };
            // The loop of whoever waited is closed.
            if let Err(error) = told {
                error.write_unraisable(py, Some(done.bind(py)));
            }
        });
    });
    Ok(())
}

/// The answer in Python's terms.
pub(crate) fn to_py(py: Python<'_>, answer: Result<Reply, Rejection>) -> PyResult<Py<PyAny>> {
    match answer {
        Ok(reply) => reply(py),
        Err(rejection) => Err(raise(&rejection)),
    }
}
