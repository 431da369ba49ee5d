use super::Role;
use crate::{command::CommandType, error::Rejection};
use std::collections::BTreeSet;

use Role::{Admin, Auditor, Manager, Operator};

const ADMINS: &[Role] = &[Admin];
const MANAGERS: &[Role] = &[Admin, Manager];
const WORKERS: &[Role] = &[Admin, Manager, Operator];
const CORRECTORS: &[Role] = &[Admin, Manager, Auditor];
const INSPECTORS: &[Role] = &[Admin, Manager, Auditor, Operator];

impl CommandType {
    /// The roles that may: the table of the rule book, section 3.
    ///
    /// Two rights stand beside it: `discard_draft` is further held to the draft's author (or ADMIN), and
    /// `update_buffer` with a temperature limit to MANAGER and ADMIN.
    #[must_use]
    pub const fn allowed(self) -> &'static [Role] {
        match self {
            Self::DefineSite | Self::SetPolicy | Self::DeprecateVersion | Self::VoidLot => ADMINS,
            Self::ApproveVersion
            | Self::RejectVersion
            | Self::ResumeRun
            | Self::AbortRun
            | Self::RollBackRun
            | Self::ArchiveRun
            | Self::ResolveHold
            | Self::ConfirmReject
            | Self::RecallHold
            | Self::LiftBufferHold => MANAGERS,
            Self::CreateFlow
            | Self::SaveDraft
            | Self::ForkVersion
            | Self::SubmitVersion
            | Self::DiscardDraft
            | Self::CreateRun
            | Self::StartRun
            | Self::AdvanceRun
            | Self::HoldRun
            | Self::CompleteRun
            | Self::CreateLot
            | Self::RegisterLot
            | Self::Transform
            | Self::FinishLot
            | Self::WriteOff
            | Self::DispatchLot
            | Self::LeaseCodes
            | Self::CreateBuffer
            | Self::UpdateBuffer
            | Self::ReceiveStock
            | Self::TransferStock
            | Self::ConsumeStock => WORKERS,
            Self::RecordCorrectiveAction => CORRECTORS,
            Self::RecordInspection | Self::HoldLot | Self::RecordReading => INSPECTORS,
        }
    }
}

/// What a host lets its roles do: the table of the rule book, narrowed.
///
/// ```
/// use wms_core::{actor::{Permissions, Role}, command::CommandType};
/// let permissions = Permissions::default().without(Role::Operator, CommandType::WriteOff);
/// assert!(!permissions.allow(Role::Operator, CommandType::WriteOff));
/// assert!(permissions.allow(Role::Manager, CommandType::WriteOff));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Permissions {
    // INVARIANT: only takes away, so a host can narrow the table and never widen it.
    withdrawn: BTreeSet<(Role, CommandType)>,
}

impl Permissions {
    /// Takes a right away from a role.
    #[must_use]
    pub fn without(mut self, role: Role, command: CommandType) -> Self {
        self.withdrawn.insert((role, command));
        self
    }

    /// Whether a role may.
    #[must_use]
    pub fn allow(&self, role: Role, command: CommandType) -> bool {
        command.allowed().contains(&role) && !self.withdrawn.contains(&(role, command))
    }

    /// The right, further held to some roles by what the command asks for.
    pub(crate) fn require_one_of(
        &self,
        role: Role,
        command: CommandType,
        among: &[Role],
    ) -> Result<(), Rejection> {
        let may = |role: Role| among.contains(&role) && self.allow(role, command);
        if may(role) {
            return Ok(());
        }
        let allowed = Role::ALL.into_iter().filter(|role| may(*role)).collect();
        Err(Rejection::Forbidden {
            action: command.as_str(),
            role,
            allowed,
        })
    }
}
