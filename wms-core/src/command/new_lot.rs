//! The fields of a lot to be made: create_lot, register_lot and the outputs of a transform share them.
use super::Command;
use crate::{
    amount::{Celsius, Kilograms},
    code::{GivenCode, Prefix},
    error::Rejection,
    event::LotCreated,
    flow::FlowGraph,
    ids::LotId,
    lot::{LotType, Species, Storage, Supplier},
    site::SiteCode,
    text::Metadata,
    time::Day,
    wire::{Fields, Place, check_name, nested, record},
    world::{Sequence, ensure},
};
use std::borrow::Cow;

record! {
    /// A lot to be made, but for its id and site.
    pub struct NewLot {
        /// What it is.
        lot_type: LotType,
        /// The whole of it, up to 10 000 kg (SHIP 40 000).
        weight_kg: Kilograms,
        ; optional
        /// Its code; none: the next of its type, day and site.
        code (with_code): GivenCode,
        /// The day it was made; none: the production day of the act.
        production_day (with_production_day): Day,
        /// How it is kept; only RAW may say so.
        storage (with_storage): Storage,
        /// The animal it comes from.
        species (with_species): Species,
        /// How many pieces it counts.
        pieces (with_pieces): u32,
        /// Who delivered it.
        supplier (with_supplier): NewSupplier,
        /// The temperature on the delivery's note; never judged.
        temperature_c (with_temperature_c): Celsius,
        /// The last day it may be used.
        best_before (with_best_before): Day,
        /// The host's own facts: a JSON object up to 16 KiB.
        metadata (with_metadata): Metadata,
    }
}

record! {
    /// Who delivered a lot.
    pub struct NewSupplier {
        /// The supplier's name.
        name: String,
        ; optional
        /// The supplier's own code of the lot.
        lot_code (with_lot_code): String,
        /// The approval number of the establishment.
        establishment_no (with_establishment_no): String,
    }
}
nested!(NewSupplier, "supplier", check_supplier);

fn check_supplier(supplier: &NewSupplier, place: &Place<'_>) -> Result<(), Rejection> {
    check_name(&supplier.name, &place.field("name"))?;
    let code = supplier.lot_code.iter();
    code.map(|code| GivenCode::new(code.as_str()))
        .try_for_each(|code| code.check_printable(place.field("lot_code")))
}

impl NewLot {
    /// The names of its fields: their absence says that a lot exists already.
    fn is_given(fields: &Fields<'_>) -> bool {
        Self::FIELDS.iter().any(|field| fields.has(field.name))
    }

    /// Takes the fields, if any of them is there; those given as null are absent.
    pub(super) fn take_if_given(fields: &mut Fields<'_>) -> Result<Option<Self>, Rejection> {
        if Self::is_given(fields) {
            return Self::take_from(fields).map(Some);
        }
        Self::FIELDS.iter().for_each(|field| {
            fields.take(field.name);
        });
        Ok(None)
    }

    /// Limits that hold between the fields.
    pub(super) fn check_shape(&self, place: &Place<'_>) -> Result<(), Rejection> {
        self.check_fields(place)?;
        ensure!(
            !self.lot_type.is_legacy(),
            Rejection::LegacyLotType {
                lot_type: self.lot_type
            }
        );
        let most = Kilograms::from_kg(if self.lot_type == LotType::Ship {
            40_000
        } else {
            10_000
        });
        super::usage::within(self.weight_kg, most, place.field("weight_kg"))?;
        let storage_fits = self.storage.is_none() || self.lot_type == LotType::Raw;
        ensure!(
            storage_fits,
            Rejection::input(
                place.field("storage"),
                "only RAW lots say how they are kept"
            )
        );
        ensure!(
            self.pieces != Some(0),
            Rejection::input(place.field("pieces"), "at least 1")
        );
        Ok(())
    }

    /// How it is kept, said or not.
    fn storage_or_default(&self) -> Storage {
        self.storage.unwrap_or(self.lot_type.storage())
    }

    /// Says what goes without saying: two ways to say one thing are one content.
    fn fill_defaults(&mut self) {
        self.storage = Some(self.storage_or_default());
    }

    pub(super) fn day_or(&self, today: Day) -> Day {
        self.production_day.unwrap_or(today)
    }

    pub(super) fn sequence(&self, site: SiteCode, today: Day) -> Sequence {
        Sequence {
            prefix: Prefix::Lot(self.lot_type),
            day: self.day_or(today),
            site,
        }
    }

    pub(super) fn created(
        &self,
        lot_id: LotId,
        site: SiteCode,
        today: Day,
        code: Box<str>,
    ) -> LotCreated {
        LotCreated {
            lot_id,
            code,
            lot_type: self.lot_type,
            storage: self.storage_or_default(),
            species: self.species,
            site,
            weight_kg: self.weight_kg,
            pieces: self.pieces,
            production_day: self.day_or(today),
            best_before: self.best_before,
            supplier: self.supplier.as_ref().map(|supplier| Supplier {
                name: supplier.name.clone(),
                lot_code: supplier.lot_code.clone(),
                establishment_no: supplier.establishment_no.clone(),
            }),
            temperature_c: self.temperature_c,
            metadata: self.metadata.clone(),
        }
    }
}

impl Command {
    /// With the defaults that are the same in every plant filled in: saying them makes no other content.
    pub(super) fn with_defaults(&self) -> Cow<'_, Self> {
        match self {
            Self::CreateFlow(command) => filled(command, |command| {
                command
                    .graph
                    .get_or_insert_with(|| (&FlowGraph::empty()).into());
            }),
            Self::CreateLot(command) => filled(command, |command| command.lot.fill_defaults()),
            Self::RegisterLot(command) => filled(command, |command| {
                let new = command.new.iter_mut();
                new.for_each(|new| new.lot.fill_defaults());
            }),
            Self::Transform(command) => filled(command, |command| {
                let outputs = command.outputs.iter_mut();
                let new = outputs.filter_map(|output| output.new.as_mut());
                new.for_each(NewLot::fill_defaults);
            }),
            _ => Cow::Borrowed(self),
        }
    }
}

fn filled<C: Clone + Into<Command>>(
    command: &C,
    fill: impl FnOnce(&mut C),
) -> Cow<'static, Command> {
    let mut command = command.clone();
    fill(&mut command);
    Cow::Owned(command.into())
}
