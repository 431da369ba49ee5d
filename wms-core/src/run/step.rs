use crate::vocabulary::{Language, vocabulary};

/// One of the 11 canonical positions, 0–10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Step(u8);

impl Step {
    /// 0, where a run starts.
    pub const START: Self = Self(0);
    /// 1, where raw material is received.
    pub const RECEIPT: Self = Self(1);
    /// 2.
    pub const DEBONING: Self = Self(2);
    /// 3.
    pub const BULK_BUFFER: Self = Self(3);
    /// 4.
    pub const MIXING: Self = Self(4);
    /// 5.
    pub const SKEWERING: Self = Self(5);
    /// 6.
    pub const SKU_SPLIT: Self = Self(6);
    /// 7.
    pub const FREEZING: Self = Self(7);
    /// 8.
    pub const PACKAGING: Self = Self(8);
    /// 9.
    pub const PALLETIZING: Self = Self(9);
    /// 10, where a run ends.
    pub const SHIPMENT: Self = Self(10);
    /// How many there are.
    pub const COUNT: usize = 11;

    /// The step of a number.
    ///
    /// Returns nothing above 10.
    #[must_use]
    pub const fn new(number: u8) -> Option<Self> {
        if number <= 10 {
            Some(Self(number))
        } else {
            None
        }
    }

    /// Its number.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Its place among the 11.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// All of them in order.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> {
        (0..=10).map(Self)
    }

    /// The step after this one.
    #[must_use]
    pub const fn next(self) -> Option<Self> {
        Self::new(self.0 + 1)
    }

    /// The step before this one.
    #[must_use]
    pub const fn previous(self) -> Option<Self> {
        match self.0.checked_sub(1) {
            Some(number) => Some(Self(number)),
            None => None,
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> StepName {
        StepName::ALL
            .get(self.index())
            .copied()
            .unwrap_or(StepName::Start)
    }

    /// What people read.
    #[must_use]
    pub fn label(self, language: Language) -> &'static str {
        self.name().label(language)
    }

    /// The stream it belongs to; the start belongs to none.
    #[must_use]
    pub const fn stream(self) -> Option<Stream> {
        match self.0 {
            1..=3 => Some(Stream::Preparation),
            4..=6 => Some(Stream::Production),
            7..=10 => Some(Stream::Service),
            _ => None,
        }
    }
}

impl core::fmt::Display for Step {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        self.0.fmt(f)
    }
}

impl serde::Serialize for Step {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.0)
    }
}

impl<'de> serde::Deserialize<'de> for Step {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = u8::deserialize(deserializer)?;
        Self::new(number).ok_or_else(|| serde::de::Error::custom("a step is a number from 0 to 10"))
    }
}

vocabulary! {
    /// The names of the 11 steps.
    pub enum StepName {
        /// Step 0.
        Start = "START", hu "Start", en "Start";
        /// Step 1.
        Receipt = "RECEIPT", hu "Átvétel", en "Receipt";
        /// Step 2.
        Deboning = "DEBONING", hu "Csontozás", en "Deboning";
        /// Step 3.
        BulkBuffer = "BULK_BUFFER", hu "Bulk puffer", en "Bulk buffer";
        /// Step 4.
        Mixing = "MIXING", hu "Keverés", en "Mixing";
        /// Step 5.
        Skewering = "SKEWERING", hu "Nyársalás", en "Skewering";
        /// Step 6.
        SkuSplit = "SKU_SPLIT", hu "SKU szétválasztás", en "SKU split";
        /// Step 7.
        Freezing = "FREEZING", hu "Fagyasztás", en "Freezing";
        /// Step 8.
        Packaging = "PACKAGING", hu "Csomagolás", en "Packaging";
        /// Step 9.
        Palletizing = "PALLETIZING", hu "Raklapozás", en "Palletizing";
        /// Step 10.
        Shipment = "SHIPMENT", hu "Kiszállítás", en "Shipment";
    }
}

vocabulary! {
    /// The three streams of the canonical flow.
    pub enum Stream {
        /// Steps 1–3.
        Preparation = "A", hu "előkészítés", en "preparation";
        /// Steps 4–6.
        Production = "B", hu "gyártás", en "production";
        /// Steps 7–10.
        Service = "C", hu "készárukezelés", en "service";
    }
}
