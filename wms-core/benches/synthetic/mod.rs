//! A plant that works day after day: real commands, realistic genealogy, ids that repeat.
//!
//! A day is one run of 20 batches; a batch makes 27 lots out of two deliveries, and 2 links per lot. A kilogram of
//! mix is carried over from batch to batch, and one ambient lot of seasoning goes into every batch there ever is,
//! so a trace of it visits three quarters of the plant.
#![allow(dead_code, reason = "every bench uses a part of it")]

use std::error::Error;
use uuid::Uuid;
use wms_core::{
    actor::{Actor, Role},
    amount::{Celsius, Kilograms},
    command::{
        Act, AdvanceRun, ApproveVersion, CreateBuffer, CreateFlow, CreateRun, DefineSite,
        DispatchLot, GraphText, Input, Loss, NewConsignee, NewLot, NewReading, NewSupplier, Output,
        ReceiveStock, RecordInspection, RegisterLot, StartRun, SubmitVersion, Transform,
    },
    event::Event,
    flow::FlowGraph,
    ids::{BufferId, FlowId, LotId, RunId, UserId, VersionId},
    lot::{LossKind, LotType, Species, Storage},
    plant::{Applied, ManualClock, Plant, SequentialIds},
    quality::{Decision, ReadingKind},
    run::Step,
    site::SiteCode,
    text::Text,
    time::{Instant, TimeZone},
};

pub(crate) type Tried<T> = Result<T, Box<dyn Error>>;

const BATCHES_A_DAY: usize = 20;
const DAY_MINUTES: i64 = 24 * 60;

/// A factory at work.
pub(crate) struct Factory {
    pub(crate) plant: Plant,
    clock: ManualClock,
    now: Instant,
    last_id: u128,
    pub(crate) operator: Actor,
    pub(crate) manager: Actor,
    pub(crate) site: SiteCode,
    version: VersionId,
    /// The run of the day.
    pub(crate) run: RunId,
    pub(crate) cold_store: BufferId,
    pub(crate) second_store: BufferId,
    freezer: BufferId,
    pallets: BufferId,
    pub(crate) seasoning: LotId,
    /// The mix that the next batch carries over.
    carried: Option<LotId>,
    /// How many commands it ran.
    pub(crate) commands: usize,
    /// All lots in the order they came about.
    pub(crate) lots: Vec<LotId>,
    /// All links, parent and child.
    pub(crate) links: Vec<(LotId, LotId)>,
    /// The deliveries, oldest first.
    pub(crate) deliveries: Vec<LotId>,
    /// The shipments, oldest first.
    pub(crate) shipments: Vec<LotId>,
}

impl Factory {
    /// A factory that has made at least so many lots.
    pub(crate) fn with_lots(count: usize) -> Tried<Self> {
        let mut factory = Self::open()?;
        while factory.lots.len() < count {
            factory.work_a_day()?;
        }
        Ok(factory)
    }

    /// A factory with a site, a published flow, buffers, and seasoning for years.
    pub(crate) fn open() -> Tried<Self> {
        let now: Instant = "2020-01-15T06:00:00Z".parse()?;
        let clock = ManualClock::at(now);
        let plant = Plant::new(clock.clone(), SequentialIds::default());
        let user = |n, role| Actor::new(UserId::new(Uuid::from_u128(n)), role);
        let mut factory = Self {
            plant,
            clock,
            now,
            last_id: 0x0190_0000_0000_7000_8000_0000_0000_0000,
            operator: user(1, Role::Operator),
            manager: user(2, Role::Manager),
            site: "DUNA".parse()?,
            version: VersionId::new(Uuid::nil()),
            run: RunId::new(Uuid::nil()),
            cold_store: BufferId::new(Uuid::nil()),
            second_store: BufferId::new(Uuid::nil()),
            freezer: BufferId::new(Uuid::nil()),
            pallets: BufferId::new(Uuid::nil()),
            seasoning: LotId::new(Uuid::nil()),
            carried: None,
            commands: 0,
            lots: Vec::new(),
            links: Vec::new(),
            deliveries: Vec::new(),
            shipments: Vec::new(),
        };
        factory.publish(user(3, Role::Admin))?;
        let deb = [LotType::Deb, LotType::Bulk];
        factory.cold_store = factory.buffer("LK", &deb, (10, 40))?;
        factory.second_store = factory.buffer("LK2", &deb, (10, 40))?;
        factory.freezer = factory.buffer("FRZ", &[LotType::Frz15, LotType::Frz30], (-250, -180))?;
        factory.pallets = factory.buffer("PAL", &[LotType::Pal], (-220, -180))?;
        factory.begin_a_day()?;
        factory.seasoning = factory.deliver(
            NewLot::new(LotType::Raw, Kilograms::from_kg(10_000)).with_storage(Storage::Ambient),
        )?;
        let seasoning = factory.seasoning;
        factory.pass(seasoning, None)?;
        Ok(factory)
    }

    fn publish(&mut self, admin: Actor) -> Tried<()> {
        let zone: TimeZone = "Europe/Budapest".parse()?;
        let site = DefineSite::new(self.site, Text::new("Dunai üzem", "Danube plant"), zone);
        self.plant.session(&admin).run(site)?;
        let flow: FlowId = self.id();
        self.version = self.id();
        let graph = GraphText::from(&*FlowGraph::canonical());
        let name = Text::new("Kanonikus folyamat", "Canonical flow");
        let create = CreateFlow::new(flow, self.version, name).with_graph(graph);
        self.plant.session(&admin).run(create)?;
        let submit = SubmitVersion::new(self.version);
        self.plant.session(&admin).run(submit)?;
        let approve = ApproveVersion::new(self.version);
        self.plant.session(&self.manager).run(approve)?;
        Ok(())
    }

    fn buffer(
        &mut self,
        code: &str,
        accepts: &[LotType],
        (min, max): (i16, i16),
    ) -> Tried<BufferId> {
        let id: BufferId = self.id();
        let (min, max) = (Celsius::from_tenths(min)?, Celsius::from_tenths(max)?);
        let capacity = Kilograms::from_kg(1_000_000);
        let create = CreateBuffer::new(id, code, code, self.site, accepts, capacity, max);
        self.run(create.with_temp_min_c(min))?;
        Ok(id)
    }

    /// An id that was never given out, in the shape of UUIDv7.
    pub(crate) fn id<I: From<Uuid>>(&mut self) -> I {
        self.last_id += 1;
        Uuid::from_u128(self.last_id).into()
    }

    /// Runs a command of the operator.
    pub(crate) fn run<C: Act>(&mut self, command: C) -> Tried<Applied<C::Outcome>> {
        let applied = self.plant.session(&self.operator).run(command)?;
        self.commands += 1;
        for event in &applied.events {
            match event {
                Event::LotCreated(created) => self.lots.push(created.lot_id),
                Event::LotsTransformed(made) => self
                    .links
                    .extend(made.links.iter().map(|link| (link.parent, link.child))),
                _ => {}
            }
        }
        Ok(applied)
    }

    /// A new day with a run of its own, on which every step has begun.
    fn begin_a_day(&mut self) -> Tried<()> {
        self.now = self.now.plus_minutes(DAY_MINUTES);
        self.clock.set(self.now);
        self.carried = None;
        self.run = self.start_run()?;
        for _ in 0..10 {
            self.run(AdvanceRun::new(self.run))?;
        }
        Ok(())
    }

    /// A run that has started.
    pub(crate) fn start_run(&mut self) -> Tried<RunId> {
        let run: RunId = self.id();
        self.run(CreateRun::new(run, self.version, self.site))?;
        self.run(StartRun::new(run))?;
        Ok(run)
    }

    /// A day of 20 batches.
    pub(crate) fn work_a_day(&mut self) -> Tried<()> {
        self.begin_a_day()?;
        (0..BATCHES_A_DAY).try_for_each(|_| self.make_a_batch())
    }

    /// From two deliveries to one shipment: 27 lots.
    fn make_a_batch(&mut self) -> Tried<()> {
        let cold = Some((ReadingKind::Surface, 20));
        let deep = Some((ReadingKind::Core, -200));
        let raw = self.deliveries(2)?;
        for lot in &raw {
            self.pass(*lot, cold)?;
        }
        self.deliveries.extend(&raw);

        let waste = raw.iter().map(|lot| bone(*lot, 150)).collect::<Vec<_>>();
        let raw = raw.into_iter().map(|lot| kg(lot, 500));
        let deb = self.make(raw.collect(), waste, LotType::Deb, 3, 230, None)?;
        self.store(&deb, self.cold_store, 230)?;
        let deb = deb.into_iter().map(|lot| kg(lot, 230)).collect();
        let bulk = self.make(deb, Vec::new(), LotType::Bulk, 1, 690, None)?;

        let bulk = bulk.into_iter().map(|lot| kg(lot, 690));
        let seasoning = Input::new(self.seasoning, Kilograms::from_grams(100));
        let carried = self.carried.map(|lot| kg(lot, 1));
        let into_mix = bulk.chain([seasoning]).chain(carried).collect();
        let mix = self.make(into_mix, Vec::new(), LotType::Mix, 2, 340, None)?;
        self.carried = mix.last().copied();

        let mix = mix.iter().zip([340, 339]).map(|(lot, used)| kg(*lot, used));
        let skewers = self.make(mix.collect(), Vec::new(), LotType::Skw15, 4, 169, None)?;
        let mut packed = Vec::new();
        for lot in skewers {
            let skewers = vec![kg(lot, 169)];
            let frozen = self.make(skewers, Vec::new(), LotType::Frz15, 1, 168, deep)?;
            self.store(&frozen, self.freezer, 168)?;
            let frozen = frozen.into_iter().map(|lot| kg(lot, 168)).collect();
            packed.extend(self.make(frozen, Vec::new(), LotType::Fg15, 2, 84, None)?);
        }
        let packed = packed.into_iter().map(|lot| kg(lot, 84)).collect();
        let pallets = self.make(packed, Vec::new(), LotType::Pal, 2, 336, None)?;
        self.store(&pallets, self.pallets, 336)?;
        let pallets = pallets.into_iter().map(|lot| kg(lot, 336)).collect();
        let air = Some((ReadingKind::Ambient, -200));
        let shipments = self.make(pallets, Vec::new(), LotType::Ship, 1, 672, air)?;
        for lot in shipments {
            self.shipments.push(lot);
            self.run(DispatchLot::new(lot, consignee()))?;
        }
        Ok(())
    }

    /// Deliveries of chilled meat that wait for their inspection.
    pub(crate) fn deliveries(&mut self, count: usize) -> Tried<Vec<LotId>> {
        (0..count).map(|_| self.deliver(meat())).collect()
    }

    fn deliver(&mut self, lot: NewLot) -> Tried<LotId> {
        let id: LotId = self.id();
        self.run(RegisterLot::new(id, self.run, self.site, lot))?;
        Ok(id)
    }

    /// Released deliveries.
    pub(crate) fn released(&mut self, count: usize) -> Tried<Vec<LotId>> {
        let lots = self.deliveries(count)?;
        for lot in &lots {
            self.pass(*lot, Some((ReadingKind::Surface, 20)))?;
        }
        Ok(lots)
    }

    /// Packed goods, released: a whole chain, so that there is something to dispatch.
    pub(crate) fn packed(&mut self, count: u16) -> Tried<Vec<LotId>> {
        let chain = [
            (LotType::Deb, 1, 490, None),
            (LotType::Bulk, 1, 480, None),
            (LotType::Mix, 1, 470, None),
            (LotType::Skw15, 1, 460, None),
            (
                LotType::Frz15,
                1,
                i32::from(count),
                Some((ReadingKind::Core, -200)),
            ),
            (LotType::Fg15, usize::from(count), 1, None),
        ];
        let mut lots = self.released(1)?;
        let mut weight = 500;
        for (lot_type, count, each, reading) in chain {
            let inputs = lots.into_iter().map(|lot| kg(lot, weight)).collect();
            lots = self.make(inputs, Vec::new(), lot_type, count, each, reading)?;
            weight = each;
        }
        Ok(lots)
    }

    /// Makes lots of a type out of others, and releases them.
    fn make(
        &mut self,
        inputs: Vec<Input>,
        losses: Vec<Loss>,
        lot_type: LotType,
        count: usize,
        each_kg: i32,
        reading: Option<(ReadingKind, i16)>,
    ) -> Tried<Vec<LotId>> {
        let made: Vec<LotId> = (0..count).map(|_| self.id()).collect();
        let outputs = outputs(&made, lot_type, each_kg);
        self.run(Transform::new(self.run, inputs, outputs).with_losses(losses))?;
        for lot in &made {
            self.pass(*lot, reading)?;
        }
        Ok(made)
    }

    fn store(&mut self, lots: &[LotId], buffer: BufferId, each_kg: i32) -> Tried<()> {
        let each = Kilograms::from_kg(each_kg);
        lots.iter()
            .try_for_each(|lot| self.run(ReceiveStock::new(*lot, buffer, each)).map(drop))
    }

    /// A passing inspection, with a reading where the lot's step asks for one.
    pub(crate) fn passing(
        &mut self,
        lot: LotId,
        reading: Option<(ReadingKind, i16)>,
    ) -> Tried<RecordInspection> {
        let inspection = self.id::<wms_core::ids::InspectionId>();
        let pass = RecordInspection::new(inspection, lot, "release", Decision::Pass);
        Ok(match reading {
            Some((kind, tenths)) => {
                let id = self.id::<wms_core::ids::ReadingId>();
                let reading = NewReading::new(id, kind, Celsius::from_tenths(tenths)?);
                pass.with_readings([reading.with_instrument("T-104")])
            }
            None => pass,
        })
    }

    fn pass(&mut self, lot: LotId, reading: Option<(ReadingKind, i16)>) -> Tried<()> {
        let pass = self.passing(lot, reading)?;
        self.run(pass)?;
        Ok(())
    }

    /// Moves a run on until it is at a step.
    pub(crate) fn advance_to(&mut self, run: RunId, step: Step) -> Tried<()> {
        while self.run(AdvanceRun::new(run))?.outcome.step < step {}
        Ok(())
    }
}

/// 500 kg of chilled chicken, as a supplier brings them.
pub(crate) fn meat() -> NewLot {
    let supplier = NewSupplier::new("Alföldi Baromfi Kft.").with_lot_code("AB-2020-0115");
    NewLot::new(LotType::Raw, Kilograms::from_kg(500))
        .with_species(Species::Chicken)
        .with_supplier(supplier)
}

/// Somebody who buys.
pub(crate) fn consignee() -> NewConsignee {
    NewConsignee::new("Kebab Ház Kft.").with_address("1095 Budapest, Soroksári út 1.")
}

pub(crate) fn kg(lot: LotId, kilograms: i32) -> Input {
    Input::new(lot, Kilograms::from_kg(kilograms))
}

pub(crate) fn outputs(lots: &[LotId], lot_type: LotType, each_kg: i32) -> Vec<Output> {
    let new = NewLot::new(lot_type, Kilograms::from_kg(each_kg));
    lots.iter()
        .map(|lot| Output::new(*lot, new.clone()))
        .collect()
}

fn bone(lot: LotId, kilograms: i32) -> Loss {
    Loss::new(lot, LossKind::Bone, Kilograms::from_kg(kilograms))
}
