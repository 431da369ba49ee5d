use super::{Command, CommandType};
use crate::{
    actor::Role,
    error::Rejection,
    event::Event,
    policy::PlantPolicy,
    world::{Claim, Draft, Stop, World},
};

/// A typed command: what it is on the wire, and what its caller wants next.
pub trait Act: Into<Command> + Clone + core::fmt::Debug {
    /// What an applied command tells its caller: the code, the state, the step.
    type Outcome;

    /// Its type on the wire.
    const TYPE: CommandType;

    /// Reads the outcome off the World after the command, and off its events.
    ///
    /// # Errors
    /// [`Stop::Missing`] for what a partial World did not load.
    fn outcome(&self, world: &World, events: &[Event]) -> Result<Self::Outcome, Stop>;
}

/// How a command is judged: every check has its place in the order that wire.md fixes.
pub(crate) trait Decide {
    /// Input shape: what is the same in every plant.
    fn check_shape(&self) -> Result<(), Rejection>;

    /// Input shape: what hangs on the plant's policy.
    fn check_policy(&self, policy: &PlantPolicy) -> Result<(), Rejection>;

    /// The roles this very command is held to, beyond the table; none: the table alone.
    fn held_to(&self) -> &'static [Role] {
        &Role::ALL
    }

    /// The first guess of what the command touches; a wrong guess costs a round, never an answer.
    fn footprint(&self) -> Vec<Claim>;

    /// Existence, the guards in their order, and what happened.
    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop>;
}

/// The parts of [`Decide`] that follow from a record's fields; `shape` adds what holds between them.
macro_rules! shaped {
    () => {
        shaped!(|_command| Ok(()));
    };
    (|$command:ident| $shape:expr) => {
        fn check_shape(&self) -> Result<(), crate::error::Rejection> {
            self.check_fields(&crate::wire::Place::ROOT)?;
            let $command = self;
            $shape
        }
        fn check_policy(
            &self,
            policy: &crate::policy::PlantPolicy,
        ) -> Result<(), crate::error::Rejection> {
            self.check_fields_policy(&crate::wire::Place::ROOT, policy)
        }
    };
}
pub(crate) use shaped;

/// Commands about one thing, whose outcome is what that thing is afterwards.
macro_rules! outcome_by {
    ($outcome:ident by $field:ident: $($name:ident),+ $(,)?) => {$(
        impl crate::command::Act for $name {
            type Outcome = $outcome;
            const TYPE: crate::command::CommandType = crate::command::CommandType::$name;
            fn outcome(
                &self,
                world: &crate::world::World,
                _: &[crate::event::Event],
            ) -> Result<$outcome, crate::world::Stop> {
                $outcome::of(world, self.$field)
            }
        }
    )+};
}
pub(crate) use outcome_by;
