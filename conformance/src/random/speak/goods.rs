use wms_core::{
    amount::Kilograms,
    code::{GivenCode, Prefix},
    command::{
        Command, CreateLot, FinishLot, LeaseCodes, NewLot, NewSupplier, RegisterLot, VoidLot,
        WriteOff,
    },
    ids::{DeviceId, LotId},
    lot::{LossKind, LotStatus, LotType, Species, Storage},
    run::RunStatus,
    site::SiteCode,
};

use super::Speaker;

impl Speaker<'_> {
    pub(super) fn register(&mut self) -> Command {
        let run_id = self.run(|run| run.status == RunStatus::Running && run.step >= 1);
        if self.dice.one_in(5) {
            let label = self.lot(|lot| {
                lot.status == LotStatus::Created && lot.lot_type == LotType::Raw && !lot.voided
            });
            return RegisterLot::created(label, run_id).into();
        }
        let site = match self.ledger.runs.get(&run_id) {
            Some(run) if !self.wild => run.site,
            _ => self.site(),
        };
        let lot_type = if self.wild {
            self.dice.one_of(LotType::ALL)
        } else {
            LotType::Raw
        };
        let lot = self.new_lot(lot_type, site);
        let lot_id = self.new_lot_id();
        RegisterLot::new(lot_id, run_id, site, lot).into()
    }

    pub(super) fn create_lot(&mut self) -> Command {
        let (site, lot_type) = (self.site(), self.dice.one_of(LotType::CREATABLE));
        let lot = self.new_lot(lot_type, site);
        CreateLot::new(self.new_lot_id(), site, lot).into()
    }

    pub(super) fn new_lot_id(&mut self) -> LotId {
        let taken = self.ledger.lots.keys().next().map(|id| id.as_uuid());
        LotId::new(self.id_for_new(taken))
    }

    fn new_lot(&mut self, lot_type: LotType, site: SiteCode) -> NewLot {
        let grams = if self.dice.one_in(3) {
            self.dice.number(1000)
        } else {
            0
        };
        let kilograms = 1 + self.dice.number(400);
        let weight = Kilograms::from_grams(kilograms * 1000 + grams);
        let lot = self.described(NewLot::new(lot_type, weight), site);
        if lot_type != LotType::Raw {
            return lot;
        }
        let lot = match self.dice.throw(8) {
            6 => lot.with_storage(Storage::Frozen),
            7 => lot.with_storage(Storage::Ambient),
            _ => lot,
        };
        match self.dice.throw(4) {
            2 => lot.with_species(Species::Turkey),
            3 => lot.with_supplier(NewSupplier::new("Bács-Tejker Kft.").with_lot_code("B-7")),
            _ => lot.with_species(Species::Chicken),
        }
    }

    /// A code, a day, a best-before of its own, now and then.
    pub(super) fn described(&mut self, lot: NewLot, site: SiteCode) -> NewLot {
        let mut lot = lot;
        if self.dice.one_in(8) {
            let day = self.today().to_date().format("%Y%m%d");
            let prefix = Prefix::Lot(lot.lot_type);
            let number = 1 + self.dice.number(30);
            let code = format!("{}-{day}-{site}-{number:04}", prefix.as_str());
            lot = lot.with_code(GivenCode::new(code));
        }
        if self.dice.one_in(10) {
            lot = lot.with_production_day(self.near_day(8, 1));
        }
        if self.dice.one_in(4) {
            lot = lot.with_best_before(self.near_day(1, 12));
        }
        lot
    }

    pub(super) fn write_off(&mut self) -> Command {
        let lot_id = self.lot(|lot| !lot.left().is_zero() && lot.status != LotStatus::Created);
        let kind = self.dice.one_of(LossKind::ALL);
        let write_off = WriteOff::new(lot_id, kind, self.reason());
        if self.dice.one_in(3) {
            return write_off.into();
        }
        let left = self.ledger.lots.get(&lot_id).map(|lot| lot.left());
        let quantity = self.some_of(left.unwrap_or_default());
        write_off.with_quantity_kg(quantity).into()
    }

    pub(super) fn finish(&mut self) -> Command {
        FinishLot::new(self.lot(|lot| lot.status == LotStatus::Consumed)).into()
    }

    pub(super) fn void(&mut self) -> Command {
        let lot_id = self.lot(|lot| lot.status == LotStatus::Created && !lot.voided);
        VoidLot::new(lot_id, self.reason()).into()
    }

    pub(super) fn lease(&mut self) -> Command {
        let prefix = if self.dice.one_in(4) {
            Prefix::Run
        } else {
            Prefix::Lot(self.dice.one_of(LotType::CREATABLE))
        };
        let count = 1 + u32::try_from(self.dice.number(20)).unwrap_or_default();
        let (site, day) = (self.site(), self.today());
        LeaseCodes::new(prefix, site, day, count, DeviceId::new(self.new_id())).into()
    }
}
