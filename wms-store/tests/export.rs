//! The log out of a database and into another: the same rows, or nothing.
#![expect(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{
    Plant, envelope, label, new_lot, open,
    pg::new_database,
    server,
    story::{dump, tell},
};
use futures_executor::block_on;
use serde_json::Value;
use std::{
    collections::BTreeMap,
    io::{self, Cursor, Write},
};
use tempfile::TempDir;
use uuid::Uuid;
use wms_core::{actor::Role, ids::TenantId, query::VerifyAudit};
use wms_store::{AuditError, Tenant};

fn file(folder: &TempDir, name: &str) -> String {
    format!("sqlite:{}", folder.path().join(name).display())
}

fn exported(tenant: &Tenant) -> String {
    let (text, moved) = block_on(tenant.export_audit(Vec::new())).unwrap();
    let text = String::from_utf8(text).unwrap();
    let commands = text
        .lines()
        .filter(|line| line.contains(r#""n":0,"#))
        .count();
    assert!(moved.commands >= u64::try_from(commands).unwrap() && moved.events > 100);
    text
}

/// The commands of a log with their numbers, which say what comes before what.
fn numbers(text: &str) -> BTreeMap<String, u64> {
    let lines = text.lines().filter_map(|line| {
        let line: Value = serde_json::from_str(line).unwrap();
        let command = line.get("command")?;
        let key = command.get("key")?.as_str()?.to_owned();
        Some((key, command.get("number")?.as_u64()?))
    });
    lines.collect()
}

fn rebuilt(url: &str, id: TenantId, text: &str) -> Result<Tenant, AuditError> {
    let tenant = open(url).tenant(id);
    block_on(tenant.rebuild_from_audit(Cursor::new(text.to_owned())))?;
    Ok(tenant)
}

#[test]
fn a_rebuilt_plant_has_equal_rows_on_both_databases() {
    let folder = TempDir::new().unwrap();
    let databases = [
        (file(&folder, "old.db"), file(&folder, "new.db")),
        (server(), new_database(&server())),
    ];
    for (seed, (old, new)) in (1..).zip(databases) {
        let id = TenantId::new(Uuid::now_v7());
        let tenant = tell(&old, id, seed, 400);
        let before = dump(&old, id);
        assert!(before.len() > 500, "{}", before.len());
        let text = exported(&tenant);
        let again = rebuilt(&new, id, &text).unwrap();
        let after = dump(&new, id);
        for (one, other) in before.iter().zip(&after) {
            assert_eq!(one, other);
        }
        assert_eq!(before.len(), after.len());
        let verified = block_on(again.ask(&VerifyAudit::new())).unwrap();
        assert_eq!(verified.first_broken, None);
        assert_eq!(exported(&again), text);
        // The plant goes on where it stood, behind everything that was rebuilt.
        let next = envelope(Role::Operator, label(new_lot()));
        block_on(again.execute(&next)).unwrap();
        let key = next.key.to_string();
        let (mut known, new): (Vec<_>, Vec<_>) = numbers(&exported(&again))
            .into_iter()
            .partition(|(known, _)| *known != key);
        let [(_, new)] = new[..] else {
            unreachable!("one new command: {new:?}");
        };
        known.retain(|(_, number)| *number >= new);
        assert_eq!(known, [], "the new command is number {new}");
    }
}

#[test]
fn a_log_moves_from_one_kind_of_database_to_the_other_and_back() {
    let folder = TempDir::new().unwrap();
    let id = TenantId::new(Uuid::now_v7());
    let text = exported(&tell(&file(&folder, "a.db"), id, 7, 200));
    let there = rebuilt(&server(), id, &text).unwrap();
    assert_eq!(exported(&there), text);
    let back = rebuilt(&file(&folder, "b.db"), id, &exported(&there)).unwrap();
    assert_eq!(exported(&back), text);
    assert_eq!(
        dump(&file(&folder, "a.db"), id),
        dump(&file(&folder, "b.db"), id)
    );
}

/// The stream with its lines changed.
fn with(text: &str, change: impl FnOnce(&mut Vec<String>)) -> String {
    let mut lines: Vec<String> = text.lines().map(|line| format!("{line}\n")).collect();
    change(&mut lines);
    lines.concat()
}

/// Ways to spoil a stream, each with what is said of it.
fn spoilt(text: &str) -> Vec<(String, &'static str)> {
    let events: Vec<usize> = (text.lines().enumerate())
        .filter(|(_, line)| line.contains("\"lot_created\""))
        .map(|(n, _)| n)
        .collect();
    let [one, .., other] = events.as_slice() else {
        unreachable!("a story with lots");
    };
    let (one, other) = (*one, *other);
    let line = move |lines: &mut Vec<String>, from: &str, to: &str| {
        let changed = lines.get(one).unwrap().replacen(from, to, 1);
        assert_ne!(Some(&changed), lines.get(one));
        *lines.get_mut(one).unwrap() = changed;
    };
    vec![
        (
            with(text, |lines| drop(lines.pop())),
            "without its last line",
        ),
        (
            with(text, |lines| lines.truncate(one)),
            "without its last line",
        ),
        (text.chars().take(text.len() / 2).collect(), "line "),
        (
            with(text, |lines| drop(lines.remove(one))),
            "missing or out of order",
        ),
        (
            with(text, |lines| lines.swap(one, other)),
            "missing or out of order",
        ),
        (
            with(text, |lines| {
                line(lines, "\"weight_kg\":\"", "\"weight_kg\":\"1")
            }),
            "not what was recorded",
        ),
        (
            with(text, |lines| line(lines, "\"role\":\"", "\"role\":\"X")),
            "an event that is none",
        ),
        (
            with(text, |lines| {
                line(lines, "\"user_id\":\"00", "\"user_id\":\"01")
            }),
            "not the one on the line before",
        ),
        (
            with(text, |lines| {
                line(lines, "\"recorded_at\":\"2026", "\"recorded_at\":\"2025")
            }),
            "not the one on the line before",
        ),
        // The chain covers neither who sent a command nor its key's digest; the last line covers everything.
        (
            text.replace("\"user_id\":\"00", "\"user_id\":\"01"),
            "not those that were exported",
        ),
        (
            text.replace("\"digest\":\"0", "\"digest\":\"1"),
            "not those that were exported",
        ),
        (
            with(text, |lines| line(lines, "\"n\":0", "\"n\":1")),
            "missing or out of order",
        ),
        (
            with(text, |lines| drop(lines.remove(0))),
            "not the first line",
        ),
        (
            with(text, |lines| lines.push("{}\n".to_owned())),
            "more follows",
        ),
        (text.replacen("wms-audit", "other", 1), "not the first line"),
        (text.replacen("\"v\":1", "\"v\":2", 1), "not the first line"),
        (String::new(), "ends after line 0"),
    ]
}

#[test]
fn a_spoilt_stream_is_refused_and_nothing_is_written() {
    let folder = TempDir::new().unwrap();
    let id = TenantId::new(Uuid::now_v7());
    let text = exported(&tell(&file(&folder, "old.db"), id, 3, 60));
    for url in [file(&folder, "new.db"), server()] {
        for (nth, (spoilt, why)) in spoilt(&text).into_iter().enumerate() {
            let refused = rebuilt(&url, id, &spoilt).unwrap_err().to_string();
            assert!(refused.contains(why), "{nth}: {refused}");
            assert_eq!(dump(&url, id), Vec::<String>::new(), "{nth}");
        }
        let stranger = TenantId::new(Uuid::now_v7());
        let refused = rebuilt(&url, stranger, &text);
        assert!(matches!(refused, Err(AuditError::OtherTenant { .. })));
        rebuilt(&url, id, &text).unwrap();
        let refused = rebuilt(&url, id, &text);
        assert!(matches!(refused, Err(AuditError::NotEmpty { .. })));
    }
}

/// A disk that gets full.
struct Full(usize);

impl Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self
            .0
            .checked_sub(bytes.len())
            .ok_or(io::ErrorKind::StorageFull)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_writer_that_fails_ends_the_export_with_its_error() {
    for plant in Plant::each() {
        let failed = block_on(plant.tenant.export_audit(Full(5_000)));
        let Err(AuditError::Io(error)) = failed.map(drop) else {
            unreachable!("it was written");
        };
        assert_eq!(error.kind(), io::ErrorKind::StorageFull);
        plant.verify();
    }
}
