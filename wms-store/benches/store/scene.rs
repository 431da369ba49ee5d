//! A plant with lots to take from, on either database.
use super::shell;
use futures_executor::block_on;
use tempfile::TempDir;
use uuid::Uuid;
use wms_conformance::{
    plant::{self, SetUp},
    script::PlantKind,
};
use wms_core::{
    actor::{Actor, Role},
    amount::{Celsius, Kilograms},
    command::{
        AdvanceRun, Command, Envelope, Input, NewLot, NewReading, Output, RecordInspection,
        RegisterLot, Transform,
    },
    ids::{CommandKey, InspectionId, LotId, ReadingId, RunId, TenantId, UserId},
    lot::LotType,
    quality::{Decision, ReadingKind},
    site::SiteCode,
};
use wms_store::{Database, Options, Tenant};

/// A migrated database and the plant of a new tenant in it, whose run makes DEB from RAW.
pub(crate) struct Scene {
    pub(crate) url: String,
    pub(crate) tenant: Tenant,
    pub(crate) run: RunId,
    _folder: Option<TempDir>,
}

impl Scene {
    pub(crate) fn sqlite(options: Options) -> Self {
        let folder = TempDir::new().unwrap();
        let url = format!("sqlite:{}", folder.path().join("plant.db").display());
        Self::of(url, options, Some(folder))
    }

    /// On the server that `scripts/pg-cluster` started.
    pub(crate) fn postgres(options: Options) -> Self {
        let url = std::env::var("DATABASE_URL")
            .unwrap_or_else(|_| panic!("run it with scripts/pg-cluster"));
        Self::of(url, options, None)
    }

    fn of(url: String, options: Options, folder: Option<TempDir>) -> Self {
        let tenant = block_on(async {
            let database = Database::connect(&url, options).await.unwrap();
            database.migrate().await.unwrap();
            database.tenant(TenantId::new(Uuid::now_v7()))
        });
        let names = [
            "LK", "MIX", "SKW15", "SKW30", "FRZ", "PAL", "flow", "version", "run",
        ];
        for SetUp { role, command } in plant::commands(PlantKind::Canonical) {
            let command = (1..)
                .zip(names)
                .fold(command.to_string(), |text, (n, name)| {
                    text.replace(&format!("\"${name}\""), &format!("\"{}\"", named(n)))
                });
            let user = if role == "MANAGER" { 2 } else { 1 };
            let user = Uuid::from_u128(user);
            let envelope = format!(
                r#"{{"key": "{}", "actor": {{"user_id": "{user}", "role": "{role}"}}, "command": {command}}}"#,
                Uuid::now_v7()
            );
            let answer = block_on(tenant.execute_json(&envelope));
            assert!(answer.starts_with(r#"{"status":"applied""#), "{answer}");
        }
        let scene = Self {
            url,
            tenant,
            run: RunId::new(named(9)),
            _folder: folder,
        };
        for _ in 0..2 {
            scene.must(AdvanceRun::new(scene.run));
        }
        scene
    }

    /// RELEASED lots of 10 t; the n-th has the decimal number n at the end of its id.
    pub(crate) fn parents(&self, count: usize) -> Vec<LotId> {
        self.parents_from(0, count)
    }

    /// The same, from the n-th on.
    pub(crate) fn parents_from(&self, first: usize, count: usize) -> Vec<LotId> {
        (first..first + count).map(|n| self.parent(n)).collect()
    }

    fn parent(&self, n: usize) -> LotId {
        let lot: LotId = format!("00000000-0000-7000-9000-{n:012}").parse().unwrap();
        let raw = NewLot::new(LotType::Raw, Kilograms::from_kg(10_000));
        let site: SiteCode = "DUNA".parse().unwrap();
        self.must(RegisterLot::new(lot, self.run, site, raw));
        let inspection = InspectionId::new(Uuid::now_v7());
        let mut pass = RecordInspection::new(inspection, lot, "receipt", Decision::Pass);
        pass.readings = vec![NewReading::new(
            ReadingId::new(Uuid::now_v7()),
            ReadingKind::Surface,
            "2".parse::<Celsius>().unwrap(),
        )];
        self.must(pass);
        lot
    }

    /// Brings PostgreSQL's statistics up to date, as its own daemon does once a minute.
    pub(crate) fn analyze(&self) {
        if !self.url.starts_with("sqlite:") {
            shell::psql(&self.url, "ANALYZE");
        }
    }

    /// Runs a command that has to be applied.
    pub(crate) fn must(&self, command: impl Into<Command>) {
        block_on(self.tenant.execute(&envelope(command))).unwrap();
    }

    /// A transform of 100 g a child: a lot, a link, two events with three links of chains.
    pub(crate) fn transform(&self, parent: LotId, children: usize) -> Envelope {
        let grams = |count: usize| Kilograms::from_grams(100 * i64::try_from(count).unwrap());
        let outputs = (0..children).map(|_| {
            let new = NewLot::new(LotType::Deb, grams(1));
            Output::new(LotId::new(Uuid::now_v7()), new)
        });
        envelope(Transform::new(
            self.run,
            vec![Input::new(parent, grams(children))],
            outputs.collect::<Vec<_>>(),
        ))
    }
}

fn envelope(command: impl Into<Command>) -> Envelope {
    let actor = Actor::new(UserId::new(Uuid::from_u128(2)), Role::Manager);
    Envelope::new(CommandKey::new(Uuid::now_v7()), actor, command)
}

fn named(n: u32) -> Uuid {
    Uuid::from_u128(0x0000_0000_0000_7000_8000_0000_0000_0000 + u128::from(n))
}
