//! What is said: a command of a kind, about things that suit it, mostly.

mod goods;
mod plans;
mod quality;
mod runs;
mod stock;
mod transform;

use std::collections::BTreeMap;

use uuid::Uuid;
use wms_core::{
    amount::Kilograms,
    command::Command,
    ids::{BufferId, LotId, RunId, VersionId},
    site::SiteCode,
    text::Reason,
    time::{Day, Instant},
};

use super::{BufferLine, Kind, Ledger, LotLine, RunLine, VersionLine, dice::Dice};

/// Somebody in the plant, about to say one thing.
pub(super) struct Speaker<'a> {
    ledger: &'a Ledger,
    now: Instant,
    ids: &'a mut u64,
    dice: Dice<'a>,
    /// Whether things are picked that need not suit.
    wild: bool,
    /// Whether something was looked for that the plant has not.
    lacking: bool,
}

/// What a plant does when there is nothing to do what was planned with.
const INSTEAD: [Kind; 6] = [
    Kind::Inspect,
    Kind::Transform,
    Kind::Register,
    Kind::Advance,
    Kind::StartRun,
    Kind::CreateRun,
];

impl<'a> Speaker<'a> {
    pub(super) fn new(
        ledger: &'a Ledger,
        now: Instant,
        ids: &'a mut u64,
        dice: Dice<'a>,
        wild: bool,
    ) -> Self {
        Self {
            ledger,
            now,
            ids,
            dice,
            wild,
            lacking: false,
        }
    }

    /// A command of a kind; where the plant lacks what it is about, mostly another that has something to do.
    pub(super) fn say(&mut self, kind: Kind) -> Command {
        let mut command = self.say_just(kind);
        for instead in INSTEAD {
            if !self.lacking || self.wild {
                break;
            }
            self.lacking = false;
            command = self.say_just(instead);
        }
        command
    }

    fn say_just(&mut self, kind: Kind) -> Command {
        match kind {
            Kind::Register | Kind::Repeat => self.register(),
            Kind::CreateLot => self.create_lot(),
            Kind::Transform => self.transform(),
            Kind::WriteOff => self.write_off(),
            Kind::Finish => self.finish(),
            Kind::Void => self.void(),
            Kind::Lease => self.lease(),
            Kind::Inspect => self.inspect(),
            Kind::Reading => self.reading(),
            Kind::CorrectiveAction => self.corrective_action(),
            Kind::ResolveHold => self.resolve_hold(),
            Kind::HoldLot => self.hold_lot(),
            Kind::ConfirmReject => self.confirm_reject(),
            Kind::RecallHold => self.recall_hold(),
            Kind::Receive => self.receive(),
            Kind::Transfer => self.transfer(),
            Kind::Consume => self.consume(),
            Kind::Dispatch => self.dispatch(),
            Kind::CreateBuffer => self.create_buffer(),
            Kind::UpdateBuffer => self.update_buffer(),
            Kind::LiftHold => self.lift_hold(),
            Kind::CreateRun => self.create_run(),
            Kind::StartRun => self.start_run(),
            Kind::Advance => self.advance(),
            Kind::RollBack => self.roll_back(),
            Kind::HoldRun => self.hold_run(),
            Kind::ResumeRun => self.resume_run(),
            Kind::CompleteRun => self.complete_run(),
            Kind::AbortRun => self.abort_run(),
            Kind::ArchiveRun => self.archive_run(),
            Kind::CreateFlow => self.create_flow(),
            Kind::SaveDraft => self.save_draft(),
            Kind::Fork => self.fork(),
            Kind::Submit => self.submit(),
            Kind::Approve => self.approve(),
            Kind::RejectVersion => self.reject_version(),
            Kind::Deprecate => self.deprecate(),
            Kind::Discard => self.discard(),
            Kind::SetPolicy => self.set_policy(),
            Kind::DefineSite => self.define_site(),
        }
    }

    /// An id nothing has yet.
    fn new_id(&mut self) -> Uuid {
        *self.ids += 1;
        Uuid::from_u128(0x0000_0000_0000_7000_8000_0000_0000_0000 + u128::from(*self.ids))
    }

    /// A thing's new id; now and then one that is taken.
    fn id_for_new(&mut self, taken: Option<Uuid>) -> Uuid {
        match taken {
            Some(taken) if self.wild && self.dice.one_in(3) => taken,
            _ => self.new_id(),
        }
    }

    fn lot(&mut self, suits: impl Fn(&LotLine) -> bool) -> LotId {
        self.thing(&self.ledger.lots, suits)
    }

    fn run(&mut self, suits: impl Fn(&RunLine) -> bool) -> RunId {
        self.thing(&self.ledger.runs, suits)
    }

    fn version(&mut self, suits: impl Fn(&VersionLine) -> bool) -> VersionId {
        self.thing(&self.ledger.versions, suits)
    }

    fn buffer(&mut self, suits: impl Fn(&BufferLine) -> bool) -> BufferId {
        self.thing(&self.ledger.buffers, suits)
    }

    /// Something that suits; when wild, anything.
    fn thing<I, L>(&mut self, things: &'a BTreeMap<I, L>, suits: impl Fn(&L) -> bool) -> I
    where
        I: Copy + From<Uuid>,
    {
        let wild = self.wild;
        let suiting = things.iter().filter(|(_, line)| wild || suits(line));
        let suiting: Vec<I> = suiting.map(|(id, _)| *id).collect();
        self.one_or_new(&suiting)
    }

    /// One of them; where there is none, an id of nothing.
    fn one_or_new<I: Copy + From<Uuid>>(&mut self, things: &[I]) -> I {
        match self.dice.pick(things) {
            Some(thing) => thing,
            None => {
                self.lacking = true;
                I::from(self.new_id())
            }
        }
    }

    fn site(&mut self) -> SiteCode {
        let sites: Vec<SiteCode> = self.ledger.sites.iter().copied().collect();
        let place = if self.dice.one_in(8) {
            self.dice.throw(sites.len())
        } else {
            0
        };
        let known = sites.get(place).copied();
        known.unwrap_or_else(|| site_code("DUNA"))
    }

    /// Words that are long enough, mostly.
    fn reason(&mut self) -> Reason {
        Reason::new(match self.dice.throw(24) {
            22 => "  short  ",
            23 => "",
            _ => "as the shift book says",
        })
    }

    /// Some of what there is: all of it mostly; now and then nothing, or more.
    fn some_of(&mut self, there: Kilograms) -> Kilograms {
        let grams = there.grams().max(1);
        Kilograms::from_grams(match self.dice.throw(20) {
            0..=7 => grams,
            8..=13 => (grams / 2).max(1),
            14..=17 => 1 + self.dice.number(u16::MAX) % grams,
            18 => 1,
            _ if self.wild => 0,
            _ => grams + 1,
        })
    }

    fn today(&self) -> Day {
        day_of(self.now)
    }

    /// A day near today.
    fn near_day(&mut self, back: u16, ahead: u16) -> Day {
        let days = self.dice.number(back + ahead + 1) - i64::from(back);
        day_of(self.now.plus_minutes(days * 24 * 60))
    }
}

fn day_of(at: Instant) -> Day {
    at.to_utc()
        .date_naive()
        .to_string()
        .parse()
        .unwrap_or_else(|error| unreachable!("a date is a day: {error}"))
}

fn site_code(text: &str) -> SiteCode {
    text.parse()
        .unwrap_or_else(|error| unreachable!("four letters: {error}"))
}
