use crate::{run::Step, vocabulary::vocabulary};

vocabulary! {
    /// The lot types of the canonical flow, and those without a size in data of older systems.
    pub enum LotType {
        /// Raw material.
        Raw = "RAW", hu "alapanyag", en "raw material";
        /// Deboned meat.
        Deb = "DEB", hu "csontozott hús", en "deboned meat";
        /// Meat in the bulk buffer.
        Bulk = "BULK", hu "ömlesztett hús", en "bulk meat";
        /// A mix: seasoned meat of one mixer load.
        Mix = "MIX", hu "keverék", en "mix";
        /// Skewers of 15 kg.
        Skw15 = "SKW15", hu "15 kg-os nyárs", en "15 kg skewer";
        /// Skewers of 30 kg.
        Skw30 = "SKW30", hu "30 kg-os nyárs", en "30 kg skewer";
        /// Frozen skewers of 15 kg.
        Frz15 = "FRZ15", hu "15 kg-os fagyasztott nyárs", en "15 kg frozen skewer";
        /// Frozen skewers of 30 kg.
        Frz30 = "FRZ30", hu "30 kg-os fagyasztott nyárs", en "30 kg frozen skewer";
        /// Packed skewers of 15 kg.
        Fg15 = "FG15", hu "15 kg-os késztermék", en "15 kg finished good";
        /// Packed skewers of 30 kg.
        Fg30 = "FG30", hu "30 kg-os késztermék", en "30 kg finished good";
        /// A pallet of one size.
        Pal = "PAL", hu "raklap", en "pallet";
        /// A shipment.
        Ship = "SHIP", hu "szállítmány", en "shipment";
        /// Skewers of an older system, without a size: readable, never creatable.
        Skw = "SKW", hu "nyárs (régi rendszerből)", en "skewer (older system)";
        /// Frozen skewers of an older system, without a size.
        Frz = "FRZ", hu "fagyasztott nyárs (régi rendszerből)", en "frozen skewer (older system)";
        /// Finished goods of an older system, without a size.
        Fg = "FG", hu "késztermék (régi rendszerből)", en "finished good (older system)";
    }
}

impl LotType {
    /// The twelve types that can be created (rule book, section 2).
    pub const CREATABLE: [Self; 12] = [
        Self::Raw,
        Self::Deb,
        Self::Bulk,
        Self::Mix,
        Self::Skw15,
        Self::Skw30,
        Self::Frz15,
        Self::Frz30,
        Self::Fg15,
        Self::Fg30,
        Self::Pal,
        Self::Ship,
    ];

    /// Whether the type is one of older systems: readable and importable, never creatable.
    #[must_use]
    pub const fn is_legacy(self) -> bool {
        matches!(self, Self::Skw | Self::Frz | Self::Fg)
    }

    /// The one step where lots of this type are made.
    #[must_use]
    pub const fn step(self) -> Step {
        match self {
            Self::Raw => Step::RECEIPT,
            Self::Deb => Step::DEBONING,
            Self::Bulk => Step::BULK_BUFFER,
            Self::Mix => Step::MIXING,
            Self::Skw15 | Self::Skw30 | Self::Skw => Step::SKEWERING,
            Self::Frz15 | Self::Frz30 | Self::Frz => Step::FREEZING,
            Self::Fg15 | Self::Fg30 | Self::Fg => Step::PACKAGING,
            Self::Pal => Step::PALLETIZING,
            Self::Ship => Step::SHIPMENT,
        }
    }

    /// The size of a rod that follows from the type; a pallet has that of its contents.
    #[must_use]
    pub const fn sku(self) -> Option<Sku> {
        match self {
            Self::Skw15 | Self::Frz15 | Self::Fg15 => Some(Sku::Kg15),
            Self::Skw30 | Self::Frz30 | Self::Fg30 => Some(Sku::Kg30),
            _ => None,
        }
    }

    /// How lots of this type are kept unless told otherwise; only RAW may be told.
    #[must_use]
    pub const fn storage(self) -> Storage {
        match self {
            Self::Raw
            | Self::Deb
            | Self::Bulk
            | Self::Mix
            | Self::Skw15
            | Self::Skw30
            | Self::Skw => Storage::Chilled,
            _ => Storage::Frozen,
        }
    }

    /// The types a lot of this type may come from, in the order of the table of the rule book, section 6.
    #[must_use]
    pub const fn parents(self) -> &'static [Self] {
        match self {
            Self::Raw | Self::Skw | Self::Frz | Self::Fg => &[],
            Self::Deb => &[Self::Raw],
            Self::Bulk => &[Self::Deb, Self::Raw],
            Self::Mix => &[Self::Bulk, Self::Raw, Self::Mix],
            Self::Skw15 | Self::Skw30 => &[Self::Mix],
            Self::Frz15 => &[Self::Skw15],
            Self::Frz30 => &[Self::Skw30],
            Self::Fg15 => &[Self::Frz15],
            Self::Fg30 => &[Self::Frz30],
            Self::Pal => &[Self::Fg15, Self::Fg30],
            Self::Ship => &[Self::Pal],
        }
    }

    /// Whether lots of this type may leave to a consignee.
    #[must_use]
    pub const fn is_dispatched(self) -> bool {
        matches!(self, Self::Fg15 | Self::Fg30 | Self::Pal | Self::Ship)
    }
}

vocabulary! {
    /// The kilograms of a rod.
    pub enum Sku {
        /// Rods of 15 kg.
        Kg15 = "15", hu "15 kg-os", en "15 kg";
        /// Rods of 30 kg.
        Kg30 = "30", hu "30 kg-os", en "30 kg";
    }
}

vocabulary! {
    /// How a lot is kept.
    pub enum Storage {
        /// Chilled.
        Chilled = "CHILLED", hu "hűtött", en "chilled";
        /// Frozen.
        Frozen = "FROZEN", hu "fagyasztott", en "frozen";
        /// At room temperature.
        Ambient = "AMBIENT", hu "szobahőmérsékletű", en "ambient";
    }
}

vocabulary! {
    /// The animal a lot comes from.
    pub enum Species {
        /// Chicken.
        Chicken = "CHICKEN", hu "csirke", en "chicken";
        /// Turkey.
        Turkey = "TURKEY", hu "pulyka", en "turkey";
        /// Beef.
        Beef = "BEEF", hu "marha", en "beef";
        /// Lamb.
        Lamb = "LAMB", hu "bárány", en "lamb";
        /// Pork.
        Pork = "PORK", hu "sertés", en "pork";
        /// Another one.
        Other = "OTHER", hu "egyéb", en "other";
    }
}

vocabulary! {
    /// What became of kilograms that went into no child.
    pub enum LossKind {
        /// Trimmings.
        Trim = "TRIM", hu "nyesedék", en "trim";
        /// Bones.
        Bone = "BONE", hu "csont", en "bone";
        /// Drip.
        Drip = "DRIP", hu "léveszteség", en "drip";
        /// A sample for the laboratory.
        Sample = "SAMPLE", hu "minta", en "sample";
        /// Spilled.
        Spill = "SPILL", hu "kiszóródás", en "spill";
        /// A difference of scales.
        Scale = "SCALE", hu "mérlegelési különbözet", en "scale difference";
        /// Something else.
        Other = "OTHER", hu "egyéb", en "other";
    }
}

vocabulary! {
    /// Why a hold was opened.
    pub enum HoldCause {
        /// An inspection decided HOLD.
        Inspection = "INSPECTION", hu "vizsgálat", en "inspection";
        /// A reading broke a limit.
        Temperature = "TEMPERATURE", hu "hőmérséklet", en "temperature";
        /// A lot it comes from was held, rejected or found outside a limit.
        Upstream = "UPSTREAM", hu "felmenő tétel", en "upstream lot";
        /// A recall.
        Recall = "RECALL", hu "visszahívás", en "recall";
        /// Somebody saw a reason.
        Manual = "MANUAL", hu "kézi zárolás", en "manual";
    }
}
