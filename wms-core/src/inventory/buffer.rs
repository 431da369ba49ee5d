use crate::{
    amount::{Celsius, Kilograms},
    audit::Head,
    event::Stamp,
    ids::{BufferId, DeviationId, ReadingId, UserId},
    lot::{LotType, Sku, Storage},
    quality::Range,
    site::SiteCode,
    time::Instant,
};

/// A storage place with accepted lot types, a capacity and a temperature range.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Buffer {
    /// The caller's id of it.
    pub id: BufferId,
    /// Its code; unique within its site.
    pub code: Box<str>,
    /// LK, MIX, SKW15, SKW30, FRZ, PAL or the plant's own word.
    pub buffer_type: Box<str>,
    /// Its site.
    pub site: SiteCode,
    /// The lot types it accepts.
    pub accepts: Vec<LotType>,
    /// What it should hold at most.
    pub capacity: Kilograms,
    /// The lower end of its range.
    pub temp_min: Option<Celsius>,
    /// The upper end of its range.
    pub temp_max: Celsius,
    /// Whether goods may enter.
    pub active: bool,
    /// The reading that stopped it, until a manager lifts the hold.
    pub hold: Option<BufferHold>,
    // INVARIANT: the sums over the positions of all lots in it, by their size.
    /// What it holds.
    pub stock: Stock,
    /// When and by whom it was created.
    pub created: Stamp,
    /// The head of its audit stream.
    pub head: Head,
}

/// Why a buffer is stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct BufferHold {
    /// The reading outside its range.
    pub reading_id: ReadingId,
    /// The deviation that reading opened or joined.
    pub deviation_id: DeviationId,
    /// Since when.
    pub at: Instant,
    /// By whom it was taken.
    pub by: UserId,
}

/// What a buffer holds, by size: enough to judge capacity and the size lock without looking at its lots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Stock {
    /// Lots without a size.
    pub unsized_lots: StockOf,
    /// Lots of 15 kg rods.
    pub kg15: StockOf,
    /// Lots of 30 kg rods.
    pub kg30: StockOf,
}

/// Lots of one size in a buffer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct StockOf {
    /// How many.
    pub lots: u32,
    /// Their kilograms.
    pub quantity: Kilograms,
}

impl Stock {
    const fn of(&mut self, sku: Option<Sku>) -> &mut StockOf {
        match sku {
            None => &mut self.unsized_lots,
            Some(Sku::Kg15) => &mut self.kg15,
            Some(Sku::Kg30) => &mut self.kg30,
        }
    }

    /// A lot's kilograms in the buffer went from one amount to another.
    pub(crate) fn change(&mut self, sku: Option<Sku>, from: Kilograms, to: Kilograms) {
        let stock = self.of(sku);
        stock.quantity += to - from;
        match (from.is_zero(), to.is_zero()) {
            (true, false) => stock.lots = stock.lots.saturating_add(1),
            (false, true) => stock.lots = stock.lots.saturating_sub(1),
            _ => {}
        }
    }

    /// All kilograms in the buffer.
    #[must_use]
    pub fn quantity(&self) -> Kilograms {
        self.unsized_lots.quantity + self.kg15.quantity + self.kg30.quantity
    }

    /// All lots in the buffer.
    #[must_use]
    pub const fn lots(&self) -> u32 {
        self.unsized_lots
            .lots
            .saturating_add(self.kg15.lots)
            .saturating_add(self.kg30.lots)
    }

    /// The sizes in the buffer.
    pub fn sizes(&self) -> impl Iterator<Item = Sku> {
        [(Sku::Kg15, self.kg15), (Sku::Kg30, self.kg30)]
            .into_iter()
            .filter(|(_, stock)| stock.lots > 0)
            .map(|(sku, _)| sku)
    }
}

impl Buffer {
    /// The temperatures it keeps; both ends belong to it.
    #[must_use]
    pub const fn range(&self) -> Range {
        Range {
            min_c: self.temp_min,
            max_c: Some(self.temp_max),
        }
    }

    /// How what it holds is kept, for the badge: FROZEN if everything it accepts is, else CHILLED.
    #[must_use]
    pub fn storage(&self) -> Storage {
        let frozen = self
            .accepts
            .iter()
            .all(|lot_type| lot_type.storage() == Storage::Frozen);
        if frozen {
            Storage::Frozen
        } else {
            Storage::Chilled
        }
    }

    /// How its state is named in a refusal.
    #[must_use]
    pub const fn state(&self) -> &'static str {
        if self.active { "ACTIVE" } else { "INACTIVE" }
    }
}
