//! What a caller hears while a long piece of work goes on.
use crate::bridge;
use pyo3::prelude::*;
use tokio::{sync::mpsc, task::JoinHandle};

/// A function of Python's that hears how far it is; none: nobody wants to know.
pub(crate) struct Progress(pub(crate) Option<Py<PyAny>>);

impl Progress {
    /// Tells it; what goes wrong in it is its own affair.
    pub(crate) fn hear(&self, count: impl for<'py> IntoPyObject<'py>) {
        let Some(hears) = &self.0 else { return };
        bridge::call_back(|py| {
            if let Err(error) = hears.call1(py, (count,)) {
                error.write_unraisable(py, Some(hears.bind(py)));
            }
        });
    }

    /// Tells it from a task of its own: whoever works does not wait for Python. The task ends when nobody tells any
    /// more, and all was heard.
    ///
    /// To be called on the runtime.
    pub(crate) fn apart(self) -> (impl Fn(u64) + Send + 'static, JoinHandle<()>) {
        let (tell, mut told) = mpsc::unbounded_channel();
        let hearing = tokio::spawn(async move {
            while let Some(count) = told.recv().await {
                self.hear(count);
            }
        });
        let tell = move |count| {
            // Nobody hears: what they would be told of goes on.
            tell.send(count).unwrap_or_default();
        };
        (tell, hearing)
    }
}
