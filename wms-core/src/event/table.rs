use super::{apply::Apply, flows::*, inventory::*, lots::*, quality::*, runs::*};
use crate::{
    audit::{EntityRef, NotCanonical, Writer},
    vocabulary::vocabulary,
    world::Draft,
};
use serde::Deserialize;

/// The text is no event this library knows.
#[derive(Debug, thiserror::Error)]
pub enum UnreadableEvent {
    /// No JSON object of the event's fields.
    #[error("the event's text cannot be read: {0}")]
    Malformed(#[from] serde_json::Error),
    /// A type or version of a newer library.
    #[error("an event `{kind}` of version {version} is not known")]
    Unknown {
        /// The type it names.
        kind: String,
        /// The version of its form.
        version: u32,
    },
}

/// Declares the structs of some events: each derives what an event needs.
macro_rules! events {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $type:ty),* $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
        pub struct $name { $($(#[$fdoc])* pub $field: $type),* }

        impl $name {
            /// The names and types of its fields.
            pub const FIELDS: &'static [(&'static str, &'static str)] = &[$((stringify!($field), stringify!($type))),*];
        }
    )+};
}
pub(crate) use events;

macro_rules! event_table {
    ($($(#[$doc:meta])* $name:ident = $text:literal v $version:literal, |$event:ident| $subjects:expr;)+) => {
        vocabulary! {
            /// The types of events.
            pub enum EventType { $($(#[$doc])* $name = $text;)+ }
        }

        /// Something that happened.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
        pub enum Event { $($(#[$doc])* $name($name)),+ }

        impl Event {
            /// Its type.
            #[must_use]
            pub const fn event_type(&self) -> EventType {
                match self { $(Self::$name(_) => EventType::$name),+ }
            }

            /// Its canonical text (RFC 8785), with `v` and `type`.
            ///
            /// # Errors
            /// A field holds what has no canonical text; none of the library's does.
            pub fn to_text(&self) -> Result<String, NotCanonical> {
                let mut writer = Writer::new();
                self.write(&mut writer)?;
                Ok(writer.into_text())
            }

            /// The same text, in a writer's memory.
            pub(crate) fn write<'w>(&self, writer: &'w mut Writer) -> Result<&'w str, NotCanonical> {
                match self { $(Self::$name(event) => writer.tagged($text, $version, event)),+ }
            }

            /// Reads an event from its text, in any version of its form this library knows.
            ///
            /// # Errors
            /// [`UnreadableEvent`] for what is no event, or one of a newer library.
            pub fn from_text(text: &str) -> Result<Self, UnreadableEvent> {
                #[derive(Deserialize)]
                struct Tag<'a> {
                    #[serde(rename = "type", borrow)]
                    kind: std::borrow::Cow<'a, str>,
                    v: u32,
                }
                let tag: Tag<'_> = serde_json::from_str(text)?;
                match (tag.kind.as_ref(), tag.v) {
                    $(($text, $version) => Ok(Self::$name(serde_json::from_str(text)?)),)+
                    (kind, version) => Err(UnreadableEvent::Unknown { kind: kind.to_owned(), version }),
                }
            }

            /// Applies it to a draft.
            pub(crate) fn apply(&self, plant: &mut Draft<'_>) {
                match self { $(Self::$name(event) => event.apply(plant)),+ }
            }

            /// The entities whose state it changes, in the order of the rule book, section 10.
            #[must_use]
            pub fn subjects(&self) -> Vec<EntityRef> {
                match self { $(Self::$name($event) => $subjects),+ }
            }
        }

        impl EventType {
            /// The version of the form in which events of this type are written today.
            #[must_use]
            pub const fn version(self) -> u32 {
                match self { $(Self::$name => $version),+ }
            }

            /// The names and types of its fields.
            #[must_use]
            pub const fn fields(self) -> &'static [(&'static str, &'static str)] {
                match self { $(Self::$name => $name::FIELDS),+ }
            }
        }

        $(
            impl From<$name> for Event {
                fn from(event: $name) -> Self {
                    Self::$name(event)
                }
            }
        )+
    };
}

event_table! {
    /// A site was defined.
    SiteDefined = "site_defined" v 1, |e| vec![EntityRef::Site(e.site)];
    /// The plant's policy was changed.
    PolicyChanged = "policy_changed" v 1, |e| vec![EntityRef::Policy(e.tenant_id)];
    /// A flow was created.
    FlowCreated = "flow_created" v 1, |e| vec![EntityRef::Flow(e.flow_id)];
    /// A version was drafted, with its flow or as a fork.
    VersionDrafted = "version_drafted" v 1, |e| vec![EntityRef::Version(e.version_id)];
    /// A draft's graph was saved.
    DraftSaved = "draft_saved" v 1, |e| vec![EntityRef::Version(e.version_id)];
    /// A draft was submitted for approval.
    VersionSubmitted = "version_submitted" v 1, |e| vec![EntityRef::Version(e.version_id)];
    /// A version was approved and is in force.
    VersionPublished = "version_published" v 1, |e| vec![EntityRef::Version(e.version_id)];
    /// A version went back to its author.
    VersionRejected = "version_rejected" v 1, |e| vec![EntityRef::Version(e.version_id)];
    /// A version is no longer in force.
    VersionDeprecated = "version_deprecated" v 1, |e| vec![EntityRef::Version(e.version_id)];
    /// A draft was removed.
    DraftDiscarded = "draft_discarded" v 1, |e| vec![EntityRef::Version(e.version_id)];
    /// A run was created.
    RunCreated = "run_created" v 1, |e| vec![EntityRef::Run(e.run_id)];
    /// A run was started.
    RunStarted = "run_started" v 1, |e| vec![EntityRef::Run(e.run_id)];
    /// A run went on to its next step.
    RunAdvanced = "run_advanced" v 1, |e| vec![EntityRef::Run(e.run_id)];
    /// A run went back a step.
    RunRolledBack = "run_rolled_back" v 1, |e| vec![EntityRef::Run(e.run_id)];
    /// A run was stopped.
    RunHeld = "run_held" v 1, |e| vec![EntityRef::Run(e.run_id)];
    /// A run goes on.
    RunResumed = "run_resumed" v 1, |e| vec![EntityRef::Run(e.run_id)];
    /// A run ended as planned.
    RunCompleted = "run_completed" v 1, |e| vec![EntityRef::Run(e.run_id)];
    /// A run ended early.
    RunAborted = "run_aborted" v 1, |e| vec![EntityRef::Run(e.run_id)];
    /// A run was put away.
    RunArchived = "run_archived" v 1, |e| vec![EntityRef::Run(e.run_id)];
    /// A lot's label exists.
    LotCreated = "lot_created" v 1, |e| vec![EntityRef::Lot(e.lot_id)];
    /// A lot's goods are here.
    LotRegistered = "lot_registered" v 1, |e| vec![EntityRef::Lot(e.lot_id)];
    /// Lots were made out of lots.
    LotsTransformed = "lots_transformed" v 1, |e| {
        let inputs = e.inputs.iter().map(|input| input.lot_id);
        inputs.chain(e.outputs.iter().map(|output| output.lot_id)).map(EntityRef::Lot).collect()
    };
    /// Nothing is left of a lot.
    LotConsumed = "lot_consumed" v 1, |e| vec![EntityRef::Lot(e.lot_id)];
    /// Kilograms of a lot went into no child.
    LotWrittenOff = "lot_written_off" v 1, |e| vec![EntityRef::Lot(e.lot_id)];
    /// Kilograms of a lot left to a consignee.
    LotDispatched = "lot_dispatched" v 1, |e| vec![EntityRef::Lot(e.lot_id)];
    /// A consumed lot, and all that came of it, is done with.
    LotFinished = "lot_finished" v 1, |e| vec![EntityRef::Lot(e.lot_id)];
    /// A label was made by mistake.
    LotVoided = "lot_voided" v 1, |e| vec![EntityRef::Lot(e.lot_id)];
    /// An inspection was made.
    InspectionRecorded = "inspection_recorded" v 1, |e| vec![EntityRef::Inspection(e.inspection_id), EntityRef::Lot(e.lot_id)];
    /// A lot is free to be used.
    LotReleased = "lot_released" v 1, |e| vec![EntityRef::Lot(e.lot_id)];
    /// A lot is unfit.
    LotRejected = "lot_rejected" v 1, |e| vec![EntityRef::Lot(e.lot_id)];
    /// A hold was opened on a lot.
    LotHeld = "lot_held" v 1, |e| vec![EntityRef::Lot(e.lot_id)];
    /// A hold of a lot ended.
    HoldResolved = "hold_resolved" v 1, |e| vec![EntityRef::Lot(e.lot_id)];
    /// A lot waits for its inspection again.
    LotRequarantined = "lot_requarantined" v 1, |e| vec![EntityRef::Lot(e.lot_id)];
    /// A temperature was measured.
    ReadingRecorded = "reading_recorded" v 1, |e| {
        let about = e.lot_id.map(EntityRef::Lot).into_iter().chain(e.buffer_id.map(EntityRef::Buffer));
        core::iter::once(EntityRef::Reading(e.reading_id)).chain(about).collect()
    };
    /// Something was not as it should be.
    DeviationOpened = "deviation_opened" v 1, |e| vec![EntityRef::Deviation(e.deviation_id)];
    /// Something was done about a deviation.
    CorrectiveActionRecorded = "corrective_action_recorded" v 1, |e| vec![EntityRef::Deviation(e.deviation_id)];
    /// A deviation needs no further action.
    DeviationClosed = "deviation_closed" v 1, |e| vec![EntityRef::Deviation(e.deviation_id)];
    /// A buffer was created.
    BufferCreated = "buffer_created" v 1, |e| vec![EntityRef::Buffer(e.buffer_id)];
    /// A buffer was changed.
    BufferUpdated = "buffer_updated" v 1, |e| vec![EntityRef::Buffer(e.buffer_id)];
    /// A buffer was stopped by a reading.
    BufferHeld = "buffer_held" v 1, |e| vec![EntityRef::Buffer(e.buffer_id)];
    /// A buffer is open again.
    BufferHoldLifted = "buffer_hold_lifted" v 1, |e| vec![EntityRef::Buffer(e.buffer_id)];
    /// Kilograms entered or left a buffer.
    StockMoved = "stock_moved" v 1, |e| {
        let buffers = e.from_buffer_id.into_iter().chain(e.to_buffer_id).map(EntityRef::Buffer);
        core::iter::once(EntityRef::Lot(e.lot_id)).chain(buffers).collect()
    };
    /// A device leased a block of code numbers.
    CodesLeased = "codes_leased" v 1, |e| vec![EntityRef::Site(e.site)];
}
