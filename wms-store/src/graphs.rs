//! Graphs that were read before. A graph never changes and is named by the hash of its text, so what was read
//! once is right for ever, whoever asks.
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};
use wms_core::{audit::Digest, flow::FlowGraph};

/// How many graphs are kept. A plant works by a handful; a graph takes some tens of kilobytes.
const KEPT: usize = 256;

/// Graphs under their hashes, for all connections of a database.
#[derive(Debug, Default)]
pub(crate) struct Graphs(Mutex<HashMap<Digest, Arc<FlowGraph>>>);

impl Graphs {
    /// A graph that was read before.
    pub(crate) fn get(&self, hash: &Digest) -> Option<Arc<FlowGraph>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(hash).map(Arc::clone)
    }

    /// Keeps a graph; when there are too many, all are forgotten and those in use come back one by one.
    pub(crate) fn keep(&self, graph: &Arc<FlowGraph>) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= KEPT {
            known.clear();
        }
        known.insert(graph.sha256(), Arc::clone(graph));
    }
}
