use super::*;
use crate::{
    actor::Role,
    error::Rejection,
    event::Event,
    policy::PlantPolicy,
    vocabulary::vocabulary,
    wire::{FieldInfo, Fields, Place},
    world::{Claim, Draft, Stop, World},
};
use serde_json::value::RawValue;

macro_rules! command_table {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)+) => {
        vocabulary! {
            /// The types of commands.
            pub enum CommandType { $($(#[$doc])* $name = $text;)+ }
        }

        /// A command of any type.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
        pub enum Command { $($(#[$doc])* $name($name)),+ }

        impl Command {
            /// Its type.
            #[must_use]
            pub const fn command_type(&self) -> CommandType {
                match self { $(Self::$name(_) => CommandType::$name),+ }
            }

            /// Reads the tag first, then the fields of that type from the original text.
            pub(crate) fn read(value: &RawValue, place: &Place<'_>) -> Result<Self, Rejection> {
                Self::take(Fields::read(value, place)?, place)
            }

            fn take(mut fields: Fields<'_>, place: &Place<'_>) -> Result<Self, Rejection> {
                let kind: String = fields.required("type")?;
                let kind: CommandType = kind.parse().map_err(|error| Rejection::input(place.field("type"), error))?;
                let command = match kind {
                    $(CommandType::$name => Self::$name($name::take_from(&mut fields)?),)+
                };
                fields.finish()?;
                Ok(command)
            }

            /// Reads a command from its JSON text: its fields and its `type`.
            ///
            /// # Errors
            /// What of category `invalid` its shape breaks, with the path of the field.
            pub fn from_json(json: &str) -> Result<Self, Rejection> {
                let root = Place::ROOT;
                Self::take(Fields::from_json(json, &root)?, &root)
            }

            /// What its caller wants next, read off the World after it.
            ///
            /// # Errors
            /// [`Stop::Missing`] for what a partial World did not load.
            pub fn outcome(&self, world: &World, events: &[Event]) -> Result<Outcome, Stop> {
                match self { $(Self::$name(command) => command.outcome(world, events).map(Outcome::from)),+ }
            }

            fn decider(&self) -> &dyn Decide {
                match self { $(Self::$name(command) => command),+ }
            }

            /// Its canonical text: defaults filled in, spellings of one amount the same.
            ///
            /// # Errors
            /// The command holds what has no canonical text; none of the library's does.
            pub fn to_text(&self) -> Result<String, crate::audit::NotCanonical> {
                match self { $(Self::$name(command) => crate::audit::tagged($text, 0, command)),+ }
            }
        }

        impl CommandType {
            /// Its fields as wire.md names them.
            #[must_use]
            pub const fn fields(self) -> &'static [FieldInfo] {
                match self { $(Self::$name => $name::FIELDS),+ }
            }
        }

        $(
            impl From<$name> for Command {
                fn from(command: $name) -> Self {
                    Self::$name(command)
                }
            }
        )+
    };
}

impl Decide for Command {
    fn check_shape(&self) -> Result<(), Rejection> {
        self.decider().check_shape()
    }
    fn check_policy(&self, policy: &PlantPolicy) -> Result<(), Rejection> {
        self.decider().check_policy(policy)
    }
    fn held_to(&self) -> &'static [Role] {
        self.decider().held_to()
    }
    fn footprint(&self) -> Vec<Claim> {
        self.decider().footprint()
    }
    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        self.decider().decide(plant)
    }
}

command_table! {
    /// Defines a site, once.
    DefineSite = "define_site";
    /// Changes the plant's policy.
    SetPolicy = "set_policy";
    /// Creates a flow with its first draft.
    CreateFlow = "create_flow";
    /// Saves a draft's graph.
    SaveDraft = "save_draft";
    /// Drafts a new version from any version.
    ForkVersion = "fork_version";
    /// Submits a draft for approval.
    SubmitVersion = "submit_version";
    /// Approves a version: it is in force.
    ApproveVersion = "approve_version";
    /// Takes a version out of force.
    DeprecateVersion = "deprecate_version";
    /// Removes a draft.
    DiscardDraft = "discard_draft";
    /// Sends a version back to its author.
    RejectVersion = "reject_version";
    /// Creates a run on a published version.
    CreateRun = "create_run";
    /// Starts a run.
    StartRun = "start_run";
    /// Completes a run.
    CompleteRun = "complete_run";
    /// Puts an ended run away.
    ArchiveRun = "archive_run";
    /// Takes a run to its next step.
    AdvanceRun = "advance_run";
    /// Takes a run back a step.
    RollBackRun = "roll_back_run";
    /// Stops a run.
    HoldRun = "hold_run";
    /// Ends a run early.
    AbortRun = "abort_run";
    /// Lets a stopped run go on.
    ResumeRun = "resume_run";
    /// Creates a lot: its label exists.
    CreateLot = "create_lot";
    /// Registers a lot: its goods are here.
    RegisterLot = "register_lot";
    /// Makes lots out of lots.
    Transform = "transform";
    /// Writes kilograms off.
    WriteOff = "write_off";
    /// Finishes a consumed lot.
    FinishLot = "finish_lot";
    /// Voids a label made by mistake.
    VoidLot = "void_lot";
    /// Rejects a lot in hold for good.
    ConfirmReject = "confirm_reject";
    /// Ends holds.
    ResolveHold = "resolve_hold";
    /// Holds a lot and all that came of it.
    RecallHold = "recall_hold";
    /// Records a QC decision.
    RecordInspection = "record_inspection";
    /// Holds a lot.
    HoldLot = "hold_lot";
    /// Records a temperature.
    RecordReading = "record_reading";
    /// Records what was done about a deviation.
    RecordCorrectiveAction = "record_corrective_action";
    /// Creates a buffer.
    CreateBuffer = "create_buffer";
    /// Changes a buffer.
    UpdateBuffer = "update_buffer";
    /// Lifts the hold of a buffer.
    LiftBufferHold = "lift_buffer_hold";
    /// Moves kilograms from the line into a buffer.
    ReceiveStock = "receive_stock";
    /// Moves kilograms from a buffer to the line.
    ConsumeStock = "consume_stock";
    /// Moves kilograms from a buffer into another.
    TransferStock = "transfer_stock";
    /// Sends kilograms to a consignee.
    DispatchLot = "dispatch_lot";
    /// Leases a block of code numbers to a device.
    LeaseCodes = "lease_codes";
}
