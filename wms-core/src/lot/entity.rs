use super::{HoldCause, LossKind, LotStatus, LotType, Sku, Species, Storage};
use crate::{
    amount::{Celsius, Kilograms},
    audit::Head,
    event::Stamp,
    ids::{BufferId, DeviationId, HoldId, LotId, ReadingId, RunId, UserId},
    quality::ReadingKind,
    run::Step,
    site::SiteCode,
    text::Metadata,
    time::{Day, Instant},
};
use serde::{Deserialize, Serialize};

/// A quantity of one material with a code, a type, a weight and a status.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Lot {
    /// The caller's id of it.
    pub id: LotId,
    /// What stands on its label; unique within the tenant.
    pub code: Box<str>,
    /// What it is.
    pub lot_type: LotType,
    /// How it is kept.
    pub storage: Storage,
    /// The animal it comes from, where one is known.
    pub species: Option<Species>,
    /// The size of its rods; a pallet has that of its contents.
    pub sku: Option<Sku>,
    /// The plant it belongs to.
    pub site: SiteCode,
    /// Where it stands in its life.
    pub status: LotStatus,
    /// Made by mistake: keeps its code, leaves every list.
    pub voided: bool,
    /// Whether it has been RELEASED at some time: the end of a hold leads back there.
    pub was_released: bool,
    /// The run that made or received it.
    pub run_id: Option<RunId>,
    /// The whole of it.
    pub weight: Kilograms,
    /// What went into children.
    pub used: Kilograms,
    /// What left to consignees.
    pub dispatched: Kilograms,
    /// What went into no child, by kind.
    pub lost: Losses,
    /// How many pieces it counts.
    pub pieces: Option<u32>,
    /// The day it was made.
    pub production_day: Day,
    /// The last day it may be used.
    pub best_before: Option<Day>,
    /// What came with a delivery.
    pub note: Option<Box<DeliveryNote>>,
    // INVARIANT: one of them is open exactly while the status is HOLD (I11).
    /// Every hold it ever had, in the order they were opened.
    pub holds: Vec<Hold>,
    // INVARIANT: no quantity is zero, and their sum is at most what is left (I9).
    /// Where it lies, oldest entry first.
    pub positions: Vec<Position>,
    /// The latest reading of each kind.
    pub latest_readings: Vec<LatestReading>,
    /// When and by whom it was created.
    pub created: Stamp,
    /// When the goods were here.
    pub registered_at: Option<Instant>,
    /// When it last entered QUARANTINE.
    pub quarantined_at: Option<Instant>,
    /// The head of its audit stream.
    pub head: Head,
}

/// What came with a delivery or was noted when the lot was made; never judged.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct DeliveryNote {
    /// Who delivered it.
    pub supplier: Option<Supplier>,
    /// The temperature on the delivery's note.
    pub temperature: Option<Celsius>,
    /// Whatever the host keeps with the lot.
    pub metadata: Option<Metadata>,
}

/// Who delivered a lot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Supplier {
    /// The supplier's name.
    pub name: String,
    /// The supplier's own code of the lot.
    pub lot_code: Option<String>,
    /// The approval number of the establishment (Regulation (EC) 853/2004, article 4).
    pub establishment_no: Option<String>,
}

/// One reason why a lot is stopped, from its opening to its end; history is never overwritten.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Hold {
    /// The id of what opened it: the inspection, the reading, else the command's key.
    pub id: HoldId,
    /// Why.
    pub cause: HoldCause,
    /// The inspection, the reading, else the command's key.
    pub cause_id: HoldId,
    /// In words; a reading gives none.
    pub reason: Option<Box<str>>,
    /// The deviation that must be closed before it ends, where there is one.
    pub deviation_id: Option<DeviationId>,
    /// When it was opened.
    pub opened_at: Instant,
    /// By whom.
    pub opened_by: UserId,
    /// How it ended, once it has.
    pub release: Option<Box<HoldRelease>>,
}

/// How a hold ended.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct HoldRelease {
    /// When.
    pub at: Instant,
    /// By whom.
    pub by: UserId,
    /// The manager's words.
    pub resolution: Box<str>,
}

impl Hold {
    /// Whether it still stops the lot.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.release.is_none()
    }
}

/// Kilograms of a lot in a buffer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Position {
    /// Where.
    pub buffer_id: BufferId,
    /// How much.
    pub quantity: Kilograms,
    /// When its first kilograms came in; topping up keeps it.
    pub entered_at: Instant,
}

/// The latest reading of one kind: by the time taken, ties by record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct LatestReading {
    /// What was measured.
    pub kind: ReadingKind,
    /// The reading.
    pub reading_id: ReadingId,
    /// What it showed.
    pub temperature: Celsius,
    /// When it was taken.
    pub taken_at: Instant,
}

/// Kilograms that went into no child, by kind, in the order of the rule book; only kinds that occurred.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Losses(Vec<(LossKind, Kilograms)>);

impl Losses {
    /// Adds a loss to its kind.
    pub fn add(&mut self, kind: LossKind, quantity: Kilograms) {
        match self.0.binary_search_by_key(&kind, |entry| entry.0) {
            Ok(found) => {
                if let Some(entry) = self.0.get_mut(found) {
                    entry.1 += quantity;
                }
            }
            Err(place) => self.0.insert(place, (kind, quantity)),
        }
    }

    /// The losses by kind.
    pub fn iter(&self) -> impl Iterator<Item = (LossKind, Kilograms)> {
        self.0.iter().copied()
    }

    /// All of them.
    #[must_use]
    pub fn total(&self) -> Kilograms {
        self.iter().map(|(_, quantity)| quantity).sum()
    }
}

impl FromIterator<(LossKind, Kilograms)> for Losses {
    fn from_iter<I: IntoIterator<Item = (LossKind, Kilograms)>>(losses: I) -> Self {
        let mut all = Self::default();
        losses
            .into_iter()
            .for_each(|(kind, quantity)| all.add(kind, quantity));
        all
    }
}

impl Lot {
    /// The step where lots of its type are made.
    #[must_use]
    pub const fn step(&self) -> Step {
        self.lot_type.step()
    }

    /// What is left: weight − used − lost − dispatched.
    #[must_use]
    pub fn remaining(&self) -> Kilograms {
        Self::left_of(self.weight, self.used, self.lost.total(), self.dispatched)
    }

    /// What is left of a weight once these are gone.
    #[must_use]
    pub fn left_of(
        weight: Kilograms,
        used: Kilograms,
        lost: Kilograms,
        dispatched: Kilograms,
    ) -> Kilograms {
        weight - used - lost - dispatched
    }

    /// What lies in buffers.
    #[must_use]
    pub fn stored(&self) -> Kilograms {
        self.positions
            .iter()
            .map(|position| position.quantity)
            .sum()
    }

    /// What is left and in no buffer.
    #[must_use]
    pub fn at_the_line(&self) -> Kilograms {
        self.remaining() - self.stored()
    }

    /// What lies in one buffer.
    #[must_use]
    pub fn stored_in(&self, buffer: BufferId) -> Kilograms {
        self.positions
            .iter()
            .find(|position| position.buffer_id == buffer)
            .map_or(Kilograms::ZERO, |found| found.quantity)
    }

    /// Its holds that have not ended.
    pub fn open_holds(&self) -> impl Iterator<Item = &Hold> {
        self.holds.iter().filter(|hold| hold.is_open())
    }

    /// The latest reading of a kind.
    #[must_use]
    pub fn latest_reading(&self, kind: ReadingKind) -> Option<&LatestReading> {
        self.latest_readings
            .iter()
            .find(|latest| latest.kind == kind)
    }

    /// Whether it is past its best-before on the given day.
    #[must_use]
    pub fn is_expired(&self, today: Day) -> bool {
        self.best_before.is_some_and(|last| last < today)
    }
}
