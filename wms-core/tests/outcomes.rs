//! What a typed command gives back beside its events: the code, the state, the step that the caller wants next.
#![expect(clippy::unwrap_used, reason = "a test")]

use uuid::Uuid;
use wms_core::{
    actor::{Actor, Role},
    amount::{Celsius, Kilograms},
    code::Prefix,
    command::*,
    flow::{FlowGraph, VersionStatus},
    ids::{BufferId, FlowId, LotId, RunId, UserId, VersionId},
    lot::{LossKind, LotStatus, LotType},
    plant::{ManualClock, Plant, SequentialIds},
    policy::PolicyChange,
    quality::{Badge, Decision, DeviationStatus, ReadingKind},
    run::{RunStatus, Step},
    site::SiteCode,
    text::{Reason, Text},
    time::TimeZone,
};

const WHY: &str = "as the shift book says";

fn id<T: From<Uuid>>(n: u128) -> T {
    T::from(Uuid::from_u128(n))
}

fn kg(kilograms: i32) -> Kilograms {
    Kilograms::from_kg(kilograms)
}

fn actor(role: Role) -> Actor {
    let number = 100 + role.as_str().len() as u128;
    Actor::new(UserId::new(Uuid::from_u128(number)), role)
}

struct Day {
    plant: Plant,
}

const FLOW: u128 = 1;
const VERSION: u128 = 2;
const RUN: u128 = 3;
const BUFFER: u128 = 4;

impl Day {
    /// A plant with a site and nothing else.
    fn new() -> Self {
        let clock = ManualClock::at("2026-01-15T06:00:00Z".parse().unwrap());
        let mut day = Self {
            plant: Plant::new(clock, SequentialIds::default()),
        };
        let zone: TimeZone = "Europe/Budapest".parse().unwrap();
        day.run(DefineSite::new(Self::site(), Text::hu("Üzem"), zone));
        day
    }

    /// With a run that stands at a step.
    fn at_step(step: u8) -> Self {
        let mut day = Self::new();
        day.draft();
        day.run(SubmitVersion::new(id::<VersionId>(VERSION)));
        day.as_role(Role::Manager, ApproveVersion::new(id::<VersionId>(VERSION)));
        day.run(CreateRun::new(
            id::<RunId>(RUN),
            id::<VersionId>(VERSION),
            Self::site(),
        ));
        day.run(StartRun::new(id::<RunId>(RUN)));
        for _ in 0..step {
            day.run(AdvanceRun::new(id::<RunId>(RUN)));
        }
        day
    }

    fn site() -> SiteCode {
        "DUNA".parse().unwrap()
    }

    fn draft(&mut self) -> VersionOutcome {
        let graph: GraphText = FlowGraph::canonical().as_ref().into();
        let name = Text::new("Folyamat", "Flow");
        let create = CreateFlow::new(id::<FlowId>(FLOW), id::<VersionId>(VERSION), name);
        self.run(create.with_graph(graph))
    }

    fn run<C: Act>(&mut self, command: C) -> C::Outcome {
        self.as_role(Role::Admin, command)
    }

    fn as_role<C: Act>(&mut self, role: Role, command: C) -> C::Outcome {
        let applied = self.plant.session(&actor(role)).run(command);
        applied
            .unwrap_or_else(|refused| unreachable!("{refused}"))
            .outcome
    }

    fn register(&mut self, n: u128, kilograms: i32) -> LotOutcome {
        let lot = NewLot::new(LotType::Raw, kg(kilograms));
        self.run(RegisterLot::new(
            id::<LotId>(n),
            id::<RunId>(RUN),
            Self::site(),
            lot,
        ))
    }

    fn inspect(&mut self, n: u128, decision: Decision, tenths: i16) -> InspectionOutcome {
        let reading = NewReading::new(
            id::<wms_core::ids::ReadingId>(n + 2000),
            ReadingKind::Surface,
            Celsius::from_tenths(tenths).unwrap(),
        );
        let inspection = id::<wms_core::ids::InspectionId>(n + 1000);
        let inspect = RecordInspection::new(inspection, id::<LotId>(n), "receipt", decision);
        self.run(
            inspect
                .with_readings(vec![reading])
                .with_notes(Reason::new(WHY)),
        )
    }

    fn buffer(&mut self) -> BufferOutcome {
        self.run(CreateBuffer::new(
            id::<BufferId>(BUFFER),
            "LK",
            "LK",
            Self::site(),
            vec![LotType::Raw],
            kg(1000),
            Celsius::from_tenths(40).unwrap(),
        ))
    }
}

#[test]
fn a_policy_comes_back_whole() {
    let mut day = Day::new();
    let policy = day.run(SetPolicy::new(PolicyChange::default().retention_days(7)));
    assert_eq!((policy.retention_days, policy.max_backdate_hours), (7, 72));
}

#[test]
fn a_version_says_where_it_stands() {
    let mut day = Day::new();
    let version = id::<VersionId>(VERSION);
    let drafted = day.draft();
    assert_eq!((drafted.version_id, drafted.number), (version, 1));
    assert_eq!(drafted.status, VersionStatus::Draft);

    let saved = day.run(SaveDraft::new(version, &FlowGraph::empty()));
    assert_ne!(saved.graph_sha256, drafted.graph_sha256);
    let saved = day.run(SaveDraft::new(version, FlowGraph::canonical().as_ref()));
    assert_eq!(saved.graph_sha256, drafted.graph_sha256);
    assert_eq!(
        day.run(SubmitVersion::new(version)).status,
        VersionStatus::Review
    );
    assert_eq!(
        day.run(RejectVersion::new(version, Reason::new(WHY)))
            .status,
        VersionStatus::Draft
    );
    day.run(SubmitVersion::new(version));
    let approved = day.as_role(Role::Manager, ApproveVersion::new(version));
    assert_eq!(approved.status, VersionStatus::Published);

    let fork = id::<VersionId>(20);
    let forked = day.run(ForkVersion::new(fork, version));
    assert_eq!((forked.version_id, forked.number), (fork, 2));
    assert_eq!(
        day.run(DeprecateVersion::new(version)).status,
        VersionStatus::Deprecated
    );
}

#[test]
fn a_run_says_its_code_state_and_step() {
    let mut day = Day::at_step(0);
    let run = id::<RunId>(RUN);
    let advanced = day.run(AdvanceRun::new(run));
    assert_eq!(&*advanced.code, "RUN-20260115-DUNA-0001");
    assert_eq!(
        (advanced.run_id, advanced.status),
        (run, RunStatus::Running)
    );
    assert_eq!(advanced.step, Step::RECEIPT);
    assert_eq!(
        day.run(RollBackRun::new(run, Reason::new(WHY))).step,
        Step::START
    );
    assert_eq!(
        day.run(HoldRun::new(run, Reason::new(WHY))).status,
        RunStatus::Hold
    );
    assert_eq!(
        day.run(ResumeRun::new(run, Reason::new(WHY))).status,
        RunStatus::Running
    );
    assert_eq!(
        day.run(AbortRun::new(run, Reason::new(WHY))).status,
        RunStatus::Aborted
    );

    let mut day = Day::at_step(10);
    assert_eq!(day.run(CompleteRun::new(run)).status, RunStatus::Completed);
    day.run(SetPolicy::new(PolicyChange::default().retention_days(0)));
    assert_eq!(day.run(ArchiveRun::new(run)).status, RunStatus::Archived);
}

#[test]
fn a_lot_says_its_code_state_and_what_is_left() {
    let mut day = Day::at_step(1);
    let registered = day.register(7, 500);
    assert_eq!(&*registered.code, "RAW-20260115-DUNA-0001");
    assert_eq!(
        (registered.lot_id, registered.status),
        (id(7), LotStatus::Quarantine)
    );
    let inspected = day.inspect(7, Decision::Pass, 30);
    assert_eq!(inspected.inspection_id, id(1007));
    assert_eq!(inspected.lot.status, LotStatus::Released);

    let lost = WriteOff::new(id::<LotId>(7), LossKind::Trim, Reason::new(WHY));
    assert_eq!(
        day.run(lost.clone().with_quantity_kg(kg(20))).remaining_kg,
        kg(480)
    );
    assert_eq!(day.run(lost).status, LotStatus::Consumed);
    assert_eq!(
        day.run(FinishLot::new(id::<LotId>(7))).status,
        LotStatus::Finished
    );

    let label = NewLot::new(LotType::Mix, kg(9));
    let created = day.run(CreateLot::new(id::<LotId>(8), Day::site(), label));
    assert_eq!(&*created.code, "MIXLOT-20260115-DUNA-0001");
    assert_eq!(
        day.run(VoidLot::new(id::<LotId>(8), Reason::new(WHY)))
            .status,
        LotStatus::Created
    );
}

#[test]
fn a_transform_says_what_it_made() {
    let mut day = Day::at_step(2);
    day.register(7, 100);
    day.inspect(7, Decision::Pass, 30);
    let output =
        |n, kilograms| Output::new(id::<LotId>(n), NewLot::new(LotType::Deb, kg(kilograms)));
    let inputs = vec![Input::new(id::<LotId>(7), kg(100))];
    let made = day.run(Transform::new(
        id::<RunId>(RUN),
        inputs,
        vec![output(8, 40), output(9, 30)],
    ));
    let codes: Vec<_> = made.outputs.iter().map(|lot| &*lot.code).collect();
    assert_eq!(codes, ["DEB-20260115-DUNA-0001", "DEB-20260115-DUNA-0002"]);
    let left: Vec<_> = made
        .outputs
        .iter()
        .map(|lot| (lot.lot_id, lot.remaining_kg))
        .collect();
    assert_eq!(left, [(id(8), kg(40)), (id(9), kg(30))]);
}

#[test]
fn holds_say_every_lot_they_touched() {
    let mut day = Day::at_step(2);
    day.register(7, 100);
    day.inspect(7, Decision::Pass, 30);
    let output = Output::new(id::<LotId>(8), NewLot::new(LotType::Deb, kg(40)));
    let inputs = vec![Input::new(id::<LotId>(7), kg(50))];
    day.run(Transform::new(id::<RunId>(RUN), inputs, vec![output]));

    let states = |lots: Vec<LotOutcome>| {
        let states = lots.into_iter().map(|lot| (lot.lot_id, lot.status));
        states.collect::<Vec<_>>()
    };
    let key = wms_core::ids::CommandKey::new(Uuid::from_u128(77));
    let mut session = day.plant.session(&actor(Role::Manager)).with_key(key);
    let recalled = session
        .run(RecallHold::new(id::<LotId>(7), Reason::new(WHY)))
        .unwrap();
    let held = [(id(7), LotStatus::Hold), (id(8), LotStatus::Hold)];
    assert_eq!(states(recalled.outcome), held);

    let hold = wms_core::ids::HoldId::new(key.as_uuid());
    let resolved = day.run(ResolveHold::new(Reason::new(WHY)).with_hold_id(hold));
    // In code order: DEB before RAW.
    let ended = [(id(8), LotStatus::Quarantine), (id(7), LotStatus::Released)];
    assert_eq!(states(resolved), ended);

    assert_eq!(
        day.run(HoldLot::new(id::<LotId>(7), Reason::new(WHY)))
            .status,
        LotStatus::Hold
    );
    let rejected = day.run(ConfirmReject::new(id::<LotId>(7), Reason::new(WHY)));
    assert_eq!(rejected.status, LotStatus::Rejected);
}

#[test]
fn a_reading_says_whether_it_broke_a_limit_and_a_deviation_whether_it_is_closed() {
    let mut day = Day::at_step(1);
    day.register(7, 100);
    let reading = RecordReading::new(
        id::<wms_core::ids::ReadingId>(9),
        ReadingKind::Surface,
        Celsius::from_tenths(75).unwrap(),
    );
    let read = day.run(reading.with_lot_id(id::<LotId>(7)));
    assert!(read.violation);
    assert_eq!(
        (read.reading_id, read.badge),
        (id(9), Some(Badge::Critical))
    );
    let deviation = read.deviation_id.unwrap();
    let done = day.run(RecordCorrectiveAction::new(deviation, Reason::new(WHY)));
    assert_eq!(
        (done.deviation_id, done.status),
        (deviation, DeviationStatus::Closed)
    );
}

#[test]
fn a_buffer_says_its_code_and_stock_and_moves_say_what_is_left() {
    let mut day = Day::at_step(1);
    let made = day.buffer();
    assert_eq!(
        (&*made.code, made.stock_kg, made.on_hold),
        ("LK", kg(0), false)
    );
    let renamed = day.run(UpdateBuffer::new(id::<BufferId>(BUFFER)).with_code("LK2"));
    assert_eq!(&*renamed.code, "LK2");

    day.register(7, 100);
    day.inspect(7, Decision::Pass, 30);
    let (lot, buffer) = (id::<LotId>(7), id::<BufferId>(BUFFER));
    let stored = day.run(ReceiveStock::new(lot, buffer, kg(60)));
    assert_eq!((stored.lot_id, stored.remaining_kg), (lot, kg(100)));
    let taken = day.run(ConsumeStock::new(lot, buffer, kg(10)));
    assert_eq!(taken.remaining_kg, kg(100));

    let warm = RecordReading::new(
        id::<wms_core::ids::ReadingId>(9),
        ReadingKind::Ambient,
        Celsius::from_tenths(90).unwrap(),
    );
    let read = day.run(warm.with_buffer_id(buffer));
    day.run(RecordCorrectiveAction::new(
        read.deviation_id.unwrap(),
        Reason::new(WHY),
    ));
    let lifted = day.run(LiftBufferHold::new(buffer, Reason::new(WHY)));
    assert_eq!((lifted.stock_kg, lifted.on_hold), (kg(50), false));
}

#[test]
fn a_lease_says_its_numbers() {
    let mut day = Day::new();
    let today = "2026-01-15".parse::<wms_core::time::Day>().unwrap();
    let device = id::<wms_core::ids::DeviceId>(5);
    let lease = LeaseCodes::new(Prefix::Run, Day::site(), today, 20_u32, device);
    let first = day.run(lease.clone());
    let second = day.run(lease);
    assert_eq!((first.first, first.count), (1, 20));
    assert_eq!((second.first, second.count), (21, 20));
}
