//! The blocking doors, with and without somebody else's runtime around them.
#![expect(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{Plant, actor, label, new_lot};
use wms_core::{actor::Role, query::GetLot};
use wms_store::blocking::{Database, Tenant};

fn work(tenant: &Tenant) {
    let lot = new_lot();
    let mut session = tenant.session(&actor(Role::Operator));
    session.run(label(lot)).unwrap();
    assert_eq!(tenant.ask(&GetLot::new(lot)).unwrap().id, lot);
}

#[test]
fn calls_block_their_thread_and_need_no_runtime() {
    for plant in Plant::each() {
        let tenant = Database::from(plant.database.clone()).tenant(plant.tenant.id());
        work(&tenant);
        let (text, _) = tenant.export_audit(Vec::new()).unwrap();
        assert!(!text.is_empty());
    }
}

#[test]
fn calls_inside_any_runtime_do_not_panic() {
    for plant in Plant::each() {
        let tenant = Tenant::from(plant.tenant.clone());
        futures_executor::block_on(async { work(&tenant) });
        let current = tokio::runtime::Builder::new_current_thread().build();
        current.unwrap().block_on(async { work(&tenant) });
        let many = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .build()
            .unwrap();
        many.block_on(async {
            let tenant = tenant.clone();
            tokio::spawn(async move { work(&tenant) }).await.unwrap();
        });
    }
}
