//! Threads with a connection each that run what is sent to them.
use super::{conn::Conn, kept::Kept};
use crate::error::OpenError;
use std::{
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, Sender, channel},
    },
    thread,
};

/// One piece of work for whichever thread is free.
pub(super) type Work = Box<dyn FnOnce(&Conn) + Send>;

/// Threads that answer questions beside the writer.
#[derive(Clone)]
pub(super) struct Readers(Sender<Work>);

impl Readers {
    /// Starts a thread for each connection.
    pub(super) fn start(connections: Vec<Kept>) -> Result<Self, OpenError> {
        let (sender, receiver) = channel::<Work>();
        let receiver = Arc::new(Mutex::new(receiver));
        for connection in connections {
            let receiver = Arc::clone(&receiver);
            spawn("wms-reader", move || {
                while let Some(work) = next(&receiver) {
                    connection.run(work);
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

/// Starts a named thread.
pub(super) fn spawn(name: &str, run: impl FnOnce() + Send + 'static) -> Result<(), OpenError> {
    thread::Builder::new()
        .name(name.to_owned())
        .spawn(run)
        .map(drop)
        .map_err(|error| OpenError::Unavailable(error.to_string()))
}
