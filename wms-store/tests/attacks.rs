//! What must hold against any client: each constraint and trigger is attacked by plain SQL on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{Plant, label, named, new_lot};
use futures_executor::block_on;
use wms_core::actor::Role;

/// Runs every attack on a plant with a lot in it; none may succeed.
fn all_refused(plant: &Plant) {
    let lot = new_lot();
    let made = common::envelope(Role::Operator, label(lot));
    block_on(plant.tenant.execute(&made)).unwrap();
    let tenant = plant.literal(plant.tenant.id().as_uuid());
    let (lot, version, run) = (
        plant.literal(lot.as_uuid()),
        plant.literal(named(8)),
        plant.literal(named(9)),
    );
    let mine = format!("WHERE tenant_id = {tenant}");
    let attacks = [
        format!("UPDATE audit_events SET event = '{{}}' {mine}"),
        format!("DELETE FROM audit_events {mine}"),
        format!("UPDATE audit_chain SET version = version + 1 {mine}"),
        format!("DELETE FROM audit_chain {mine}"),
        format!("UPDATE commands SET warnings = '' {mine}"),
        format!("DELETE FROM commands {mine}"),
        format!("UPDATE graphs SET graph = '' {mine}"),
        format!("DELETE FROM graphs {mine}"),
        format!("UPDATE flow_versions SET number = 7 {mine} AND id = {version}"),
        format!("UPDATE flow_versions SET status = 'DRAFT' {mine} AND id = {version}"),
        format!("UPDATE flow_versions SET status = 'SECRET' {mine} AND id = {version}"),
        format!("UPDATE runs SET step = 11 {mine} AND id = {run}"),
        format!("UPDATE runs SET status = 'LOST' {mine} AND id = {run}"),
        format!("UPDATE lots SET weight = 0 {mine} AND id = {lot}"),
        format!("UPDATE lots SET used = -1 {mine} AND id = {lot}"),
        format!("UPDATE lots SET used = weight + 1 {mine} AND id = {lot}"),
        format!("UPDATE lots SET used = weight {mine} AND id = {lot}"),
        format!("UPDATE lots SET status = 'CONSUMED' {mine} AND id = {lot}"),
        format!("UPDATE lots SET status = 'GONE' {mine} AND id = {lot}"),
        format!("UPDATE lots SET site = 'NONE' {mine} AND id = {lot}"),
        format!("UPDATE lots SET head_version = 0 {mine} AND id = {lot}"),
        format!("UPDATE buffers SET kg15_quantity = -1 {mine}"),
        format!("UPDATE buffers SET code = 'LK' {mine}"),
        format!("UPDATE buffers SET capacity = 0 {mine}"),
        format!("INSERT INTO genealogy_links VALUES ({tenant}, {lot}, {lot}, 1, 'MEASURED')"),
        format!("INSERT INTO genealogy_links VALUES ({tenant}, {lot}, {run}, 1, 'MEASURED')"),
        format!("DELETE FROM runs {mine}"),
        format!("DELETE FROM sites {mine}"),
    ];
    for attack in &attacks {
        assert!(
            plant.attack(attack).is_err(),
            "{attack} on {}",
            plant.tenant.id()
        );
    }
    plant.verify();
}

#[test]
fn sqlite_refuses_what_no_client_may_do() {
    all_refused(&Plant::sqlite());
}

#[test]
fn postgres_refuses_what_no_client_may_do() {
    all_refused(&Plant::postgres());
}

#[test]
fn at_most_one_version_of_a_flow_is_in_force() {
    for plant in Plant::each() {
        let (tenant, version) = (
            plant.literal(plant.tenant.id().as_uuid()),
            plant.literal(named(8)),
        );
        let second = plant.literal(named(99));
        let copied = format!(
            "INSERT INTO flow_versions SELECT tenant_id, {second}, place + 1, flow_id, number + 1, status, discarded, \
             graph_sha256, editors, created_at, recorded_at, created_by, submitted_at, decided_by, published_at, \
             head_version, head_hash FROM flow_versions WHERE tenant_id = {tenant} AND id = {version}"
        );
        assert!(plant.attack(&copied).is_err());
    }
}
