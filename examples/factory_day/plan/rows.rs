//! The files' rows; `data/README.md` says the same for people.
use crate::table::{Cell, LotCode, RunCode, csv_row};
use chrono_tz::Tz;
use wms_core::{
    amount::{Celsius, Kilograms},
    lot::{LossKind, LotType, Species, Storage},
    quality::{Decision, ReadingKind},
    run::Step,
    site::SiteCode,
    time::{Day, DayStart, Instant, TimeZone},
};

csv_row! {
    /// The plant.
    SiteRow in "site.csv" {
        site: SiteCode,
        name_hu: String,
        name_en: String,
        time_zone: TimeZone,
        day_starts_at: DayStart,
    }
}

csv_row! {
    /// A storage place.
    BufferRow in "buffers.csv" {
        buffer: String,
        buffer_type: String,
        accepts: Vec<LotType>,
        capacity_kg: Kilograms,
        temp_min_c: Option<Celsius>,
        temp_max_c: Celsius,
    }
}

csv_row! {
    /// A run reached a step; step 0 creates and starts it.
    RunRow in "runs.csv" {
        reached_at: Instant,
        run: RunCode,
        step: Step,
        daily_target_kg: Option<Kilograms>,
    }
}

csv_row! {
    /// Raw material came in: one label, one lot.
    DeliveryRow in "deliveries.csv" {
        received_at: Instant,
        run: RunCode,
        lot: LotCode,
        material: String,
        species: Option<Species>,
        storage: Storage,
        weight_kg: Kilograms,
        pieces: Option<u32>,
        best_before: Option<Day>,
        supplier: String,
        supplier_lot: Option<String>,
        establishment_no: Option<String>,
        note_temperature_c: Option<Celsius>,
    }
}

csv_row! {
    /// One line of a weighing: what went in, what came out, what was lost of what went in.
    WeighingRow in "weighings.csv" {
        weighed_at: Instant,
        weighing: String,
        run: RunCode,
        line: WeighingLine,
        lot: LotCode,
        weight_kg: Kilograms,
        loss_kind: Option<LossKind>,
        pieces: Option<u32>,
        best_before: Option<Day>,
        product: Option<String>,
    }
}

csv_row! {
    /// Kilograms moved between the line and the buffers.
    MoveRow in "moves.csv" {
        moved_at: Instant,
        lot: LotCode,
        from_buffer: Option<String>,
        to_buffer: Option<String>,
        weight_kg: Kilograms,
    }
}

csv_row! {
    /// A probe was read, in a lot or in a buffer.
    ProbeRow in "probes.csv" {
        measured_at: Instant,
        lot: Option<LotCode>,
        buffer: Option<String>,
        kind: ReadingKind,
        temperature_c: Celsius,
        instrument: Option<String>,
    }
}

csv_row! {
    /// Quality decided about a lot.
    InspectionRow in "inspections.csv" {
        inspected_at: Instant,
        lot: LotCode,
        inspection_type: String,
        decision: Decision,
        inspector: String,
        notes: Option<String>,
    }
}

csv_row! {
    /// What a manager did about something that was not as it should be.
    ActionRow in "actions.csv" {
        done_at: Instant,
        act: Act,
        lot: Option<LotCode>,
        buffer: Option<String>,
        manager: String,
        words: String,
        document: Option<String>,
    }
}

csv_row! {
    /// Goods left to a consignee.
    ShipmentRow in "shipments.csv" {
        dispatched_at: Instant,
        lot: LotCode,
        consignee: String,
        address: Option<String>,
        order_no: Option<String>,
        vehicle: Option<String>,
        weight_kg: Option<Kilograms>,
    }
}

/// Closed sets of words that only these files know.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(crate) enum $name { $($(#[$vdoc])* $variant),+ }

        impl Cell for $name {
            fn read(text: &str) -> Result<Self, String> {
                match text {
                    $($text => Ok(Self::$variant),)+
                    _ => Err(format!("`{text}` is none of {}", [$($text),+].join(", "))),
                }
            }
            fn write(&self, _: Tz) -> String {
                match self { $(Self::$variant => $text.to_owned()),+ }
            }
        }
    };
}

words! {
    /// What a line of a weighing says.
    WeighingLine {
        /// Kilograms used of a lot, losses included.
        In = "IN",
        /// A lot that was made.
        Out = "OUT",
        /// Kilograms of an input that went into no output.
        Loss = "LOSS",
    }
}

words! {
    /// What a manager may do.
    Act {
        /// Records what was done about the open deviations of a lot or a buffer.
        Correct = "CORRECTIVE_ACTION",
        /// Ends the holds of a lot.
        Resolve = "RESOLVE_HOLD",
        /// Opens a buffer again.
        LiftHold = "LIFT_HOLD",
        /// Rejects a lot in hold for good.
        Reject = "CONFIRM_REJECT",
        /// Writes off all that is left of a lot.
        WriteOff = "WRITE_OFF",
    }
}
