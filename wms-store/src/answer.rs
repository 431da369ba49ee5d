//! What a transaction gives back.
use wms_core::{
    command::Envelope,
    error::{Rejection, Warning},
    event::Event,
    plant::Answer,
    wire::applied_json,
    world::{Stop, World},
};

/// An applied command: its events with their texts, and its warnings.
#[derive(Debug, Clone)]
pub(crate) struct Done {
    pub(crate) replayed: bool,
    pub(crate) events: Vec<Event>,
    pub(crate) texts: Vec<Box<str>>,
    pub(crate) warnings: Vec<Warning>,
}

impl Done {
    pub(crate) fn into_answer(self) -> Answer {
        Answer {
            replayed: self.replayed,
            events: self.events,
            warnings: self.warnings,
        }
    }

    pub(crate) fn to_json(&self) -> String {
        applied_json(
            self.replayed,
            self.texts.iter().map(|text| &**text),
            &self.warnings,
        )
    }
}

/// How one command of a transaction ended.
pub(crate) type Verdict = Result<Done, Rejection>;

/// Reads a typed outcome off the World after the command.
pub(crate) type ReadOutcome = Box<dyn FnMut(&World, &[Event]) -> Result<(), Stop> + Send>;

/// A command under way.
pub(crate) struct Job {
    pub(crate) envelope: Envelope,
    pub(crate) outcome: Option<ReadOutcome>,
}
