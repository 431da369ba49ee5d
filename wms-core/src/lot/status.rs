use crate::vocabulary::vocabulary;

vocabulary! {
    /// The states of a lot (rule book, section 4).
    pub enum LotStatus {
        /// A label exists, the goods perhaps not yet.
        Created = "CREATED", hu "létrehozva", en "created";
        /// The goods are here and wait for their inspection.
        Quarantine = "QUARANTINE", hu "karanténban", en "in quarantine";
        /// Free to be used.
        Released = "RELEASED", hu "felszabadítva", en "released";
        /// Stopped by at least one open hold.
        Hold = "HOLD", hu "zárolva", en "on hold";
        /// Found unfit; final.
        Rejected = "REJECTED", hu "elutasítva", en "rejected";
        /// Used, lost or dispatched to the last gram.
        Consumed = "CONSUMED", hu "felhasználva", en "consumed";
        /// Consumed, and so is all that came of it; final.
        Finished = "FINISHED", hu "lezárva", en "finished";
    }
}

/// What a command, or an event inside one, may do to a lot's state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LotTransition {
    /// `register_lot`.
    Register,
    /// An output of `transform`.
    BecomeOutput,
    /// An input of `transform`.
    BecomeInput,
    /// `record_inspection`, whatever it decides.
    Inspect,
    /// An inspection decides PASS at the lot's own step.
    Release,
    /// A decision HOLD or FAIL that acts on the lot.
    Condemn,
    /// A hold opens: by hand, by a reading, from upstream, by a recall.
    Hold,
    /// `recall_hold` names it: a label without goods has nothing to recall.
    Recall,
    /// `resolve_hold`.
    ResolveHold,
    /// `confirm_reject`.
    ConfirmReject,
    /// `write_off`.
    WriteOff,
    /// `finish_lot`.
    Finish,
    /// `void_lot`.
    Void,
    /// `receive_stock`.
    Receive,
}

impl LotTransition {
    /// Every transition of the table.
    pub const ALL: [Self; 14] = [
        Self::Register,
        Self::BecomeOutput,
        Self::BecomeInput,
        Self::Inspect,
        Self::Release,
        Self::Condemn,
        Self::Hold,
        Self::Recall,
        Self::ResolveHold,
        Self::ConfirmReject,
        Self::WriteOff,
        Self::Finish,
        Self::Void,
        Self::Receive,
    ];

    /// The states a lot may be in for this: the state machine of the rule book, section 4, as one table.
    #[must_use]
    pub const fn from(self) -> &'static [LotStatus] {
        use LotStatus::{Consumed, Created, Finished, Hold, Quarantine, Rejected, Released};
        match self {
            Self::Register | Self::BecomeOutput | Self::Void => &[Created],
            Self::BecomeInput => &[Released],
            Self::Inspect => &[Quarantine, Released, Hold, Consumed, Finished],
            Self::Release => &[Quarantine],
            Self::Condemn => &[Quarantine, Released],
            Self::Hold => &[Quarantine, Released, Hold],
            Self::Recall => &[Quarantine, Released, Hold, Rejected, Consumed, Finished],
            Self::ResolveHold | Self::ConfirmReject => &[Hold],
            Self::WriteOff => &[Quarantine, Released, Hold, Rejected],
            Self::Finish => &[Consumed],
            Self::Receive => &[Created, Quarantine, Released, Hold, Rejected],
        }
    }
}

impl LotStatus {
    /// Whether the table allows it.
    #[must_use]
    pub fn allows(self, transition: LotTransition) -> bool {
        transition.from().contains(&self)
    }

    /// QUARANTINE, RELEASED or HOLD: what a hold can stop.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.allows(LotTransition::Hold)
    }

    /// FINISHED or REJECTED: a child that no longer keeps its parents open.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Finished | Self::Rejected)
    }
}
