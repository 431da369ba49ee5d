//! From dice to envelopes.

use uuid::Uuid;
use wms_core::{
    actor::{Actor, Role},
    command::Envelope,
    error::Rejection,
    event::Event,
    ids::{CommandKey, UserId},
    plant::Answer,
    time::Instant,
};

use super::{Kind, Ledger, Roll, dice::Dice, scene, speak::Speaker};

/// A command at its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// How far the clock moves before it, in seconds.
    pub after_s: i64,
    /// The command.
    pub envelope: Envelope,
}

/// Tells a story: every roll becomes an envelope by what the plant is at that moment.
#[derive(Debug)]
pub struct Teller {
    /// What the events said so far.
    pub ledger: Ledger,
    now: Instant,
    ids: u64,
    keys: u64,
    sent: Vec<Envelope>,
}

const MINUTE: i64 = 60;
const DAY: i64 = 24 * 60 * MINUTE;

impl Default for Teller {
    fn default() -> Self {
        let now = scene::CLOCK.parse();
        Self {
            ledger: Ledger::default(),
            now: now.unwrap_or_else(|error| unreachable!("the clock of stories: {error}")),
            ids: 0x1000,
            keys: 0,
            sent: Vec::new(),
        }
    }
}

impl Teller {
    /// The envelopes a story starts with; they are to be executed, and their events learnt, first.
    #[must_use]
    pub fn set_up(&self, first_step: u8) -> Vec<Envelope> {
        scene::envelopes(first_step)
    }

    /// The plant's clock.
    #[must_use]
    pub const fn now(&self) -> Instant {
        self.now
    }

    /// The next turn; the clock has moved.
    pub fn turn(&mut self, roll: &Roll) -> Turn {
        let mut dice = Dice::of(roll);
        let after_s = how_long(roll.kind, &mut dice);
        self.now = later(self.now, after_s);
        let envelope = if roll.kind == Kind::Repeat && !self.sent.is_empty() {
            self.repeat(&mut dice)
        } else {
            self.speak(roll.kind, dice)
        };
        Turn { after_s, envelope }
    }

    /// Hears what came of an envelope.
    pub fn hear(&mut self, envelope: &Envelope, answer: &Result<Answer, Rejection>) {
        if let Ok(answer) = answer
            && !answer.replayed
        {
            self.learn(&answer.events);
            self.sent.push(envelope.clone());
        }
    }

    /// Writes down events that no turn brought about.
    pub fn learn(&mut self, events: &[Event]) {
        events.iter().for_each(|event| self.ledger.learn(event));
    }

    fn speak(&mut self, kind: Kind, mut dice: Dice<'_>) -> Envelope {
        let actor = actor_for(kind, &mut dice);
        let at = time_of_the_act(self.now, &mut dice);
        let wild = dice.one_in(10);
        let mut speaker = Speaker::new(&self.ledger, self.now, &mut self.ids, dice, wild);
        let command = speaker.say(kind);
        self.keys += 1;
        let key = CommandKey::new(Uuid::from_u128(
            0x0000_0000_0000_7000_c000_0000_0000_0000 + u128::from(self.keys),
        ));
        let envelope = Envelope::new(key, actor, command);
        match at {
            Some(at) => envelope.at(at),
            None => envelope,
        }
    }

    /// An earlier envelope again: the same, or with something else under its key.
    fn repeat(&self, dice: &mut Dice<'_>) -> Envelope {
        let pick = |dice: &mut Dice<'_>| self.sent.get(dice.throw(self.sent.len())).cloned();
        let (Some(mut envelope), Some(other)) = (pick(dice), pick(dice)) else {
            unreachable!("something was sent")
        };
        match dice.throw(6) {
            0..=2 => {}
            3 => envelope.at = Some(self.now),
            4 => envelope.actor = user(Role::Manager, 7),
            _ => envelope.command = other.command,
        }
        envelope
    }
}

fn later(now: Instant, seconds: i64) -> Instant {
    Instant::from_millis(now.millis() + 1000 * seconds)
        .unwrap_or_else(|error| unreachable!("stories end long before time does: {error}"))
}

/// Seconds: minutes mostly, a night now and then, a month before an archive.
fn how_long(kind: Kind, dice: &mut Dice<'_>) -> i64 {
    match dice.throw(24) {
        0..=9 => 0,
        10..=19 => dice.number(12) * MINUTE,
        20..=21 => dice.number(20),
        22 if dice.one_in(8) => dice.number(3) * DAY,
        23 if kind == Kind::ArchiveRun => 31 * DAY,
        23 if dice.one_in(4) => 10 * 60 * MINUTE,
        _ => dice.number(90) * MINUTE,
    }
}

fn time_of_the_act(now: Instant, dice: &mut Dice<'_>) -> Option<Instant> {
    match dice.throw(12) {
        9 => Some(later(now, -dice.number(90) * MINUTE)),
        10 => Some(later(now, -dice.number(80) * 60 * MINUTE)),
        11 => Some(later(now, dice.number(7) * MINUTE)),
        _ => None,
    }
}

/// Somebody who may, mostly.
fn actor_for(kind: Kind, dice: &mut Dice<'_>) -> Actor {
    let usual = match kind {
        Kind::SetPolicy | Kind::DefineSite | Kind::Deprecate | Kind::Void => Role::Admin,
        Kind::Approve
        | Kind::RejectVersion
        | Kind::ResumeRun
        | Kind::AbortRun
        | Kind::RollBack
        | Kind::ArchiveRun
        | Kind::ResolveHold
        | Kind::ConfirmReject
        | Kind::RecallHold
        | Kind::LiftHold
        | Kind::CorrectiveAction => Role::Manager,
        _ => Role::Operator,
    };
    let role = match dice.throw(10) {
        8 => Role::Manager,
        9 => dice.one_of(Role::ALL),
        _ => usual,
    };
    user(role, 1 + dice.number(2))
}

/// The n-th user of a role, as scripts name them.
fn user(role: Role, n: i64) -> Actor {
    let place = Role::ALL
        .iter()
        .position(|known| *known == role)
        .unwrap_or_default();
    let number = u128::try_from(place).unwrap_or_default()
        + 1
        + 16 * u128::try_from(n - 1).unwrap_or_default();
    let id = Uuid::from_u128(0x0000_0000_0000_7000_9000_0000_0000_0000 + number);
    Actor::new(UserId::new(id), role)
}
