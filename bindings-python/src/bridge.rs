//! Between Python's threads and the library's futures: a call that waits, and one whose answer is told.
use crate::{
    engine::Reply,
    error::{defect, raise},
};
use pyo3::prelude::*;
use std::{
    io, iter,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc::{self, RecvTimeoutError},
    thread,
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

/// Something to tell Python.
type Told = Box<dyn FnOnce(Python<'_>) + Send>;

/// At most so many answers while nobody else has the interpreter.
const AT_ONCE: usize = 64;

/// The thread that tells Python of answers. One for all: those that come together take the interpreter once, and what
/// is made for Python is made and given back in one place.
static TELLER: PerProcess<mpsc::Sender<Told>> = PerProcess::new();

fn teller() -> io::Result<&'static mpsc::Sender<Told>> {
    TELLER.get_or_try_init(|| {
        let (tell, told) = mpsc::channel();
        let thread = thread::Builder::new().name("foodwms-teller".to_owned());
        thread.spawn(move || tell_all(&told)).map(|_| tell)
    })
}

/// Until the interpreter is gone, and with it whoever waited.
fn tell_all(told: &mpsc::Receiver<Told>) {
    while let Ok(first) = told.recv() {
        let all = Python::try_attach(|py| {
            for tell in iter::once(first).chain(told.try_iter().take(AT_ONCE)) {
                // Of a panic its own caller hears; here it must not stop the others.
                drop(catch_unwind(AssertUnwindSafe(|| tell(py))));
            }
        });
        if all.is_none() {
            return;
        }
    }
}

/// Starts to answer, and calls `done(value, error)` from another thread when it is there. It must not wait: others'
/// answers are behind it.
pub(crate) fn start(
    done: Py<PyAny>,
    answer: impl Future<Output = Result<Reply, Rejection>> + Send + 'static,
) -> PyResult<()> {
    let (runtime, teller) = (runtime()?, teller()?);
    // A task of its own: should it panic, whoever waits hears so.
    let answer = runtime.spawn(answer);
    runtime.spawn(async move {
        let answered = answer.await;
        // An error: the interpreter is gone.
        drop(teller.send(Box::new(move |py| {
            let answered = answered.map_err(|panic| defect(&panic.to_string()));
            let answered = answered.and_then(|answer| {
                let shown = catch_unwind(AssertUnwindSafe(|| to_py(py, answer)));
                shown.unwrap_or_else(|_| Err(defect("an answer could not be shown")))
            });
            settle(py, &done, answered);
        })));
    });
    Ok(())
}

fn settle(py: Python<'_>, done: &Py<PyAny>, answered: PyResult<Py<PyAny>>) {
    let told = match answered {
        Ok(value) => done.call1(py, (value, py.None())),
        Err(error) => done.call1(py, (py.None(), error.into_value(py))),
    };
    // The loop of whoever waited is closed.
    if let Err(error) = told {
        error.write_unraisable(py, Some(done.bind(py)));
    }
}

/// The answer in Python's terms.
pub(crate) fn to_py(py: Python<'_>, answer: Result<Reply, Rejection>) -> PyResult<Py<PyAny>> {
    match answer {
        Ok(reply) => reply(py),
        Err(rejection) => Err(raise(&rejection)),
    }
}
