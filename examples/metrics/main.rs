//! Shows what a host's Prometheus would read: runs a few commands and prints the metrics as text.
//!
//! ```text
//! cargo run -q --example metrics -- [URL]
//! ```
//! `URL` is `sqlite::memory:` unless told. A host serves the text itself, at whatever address it likes: the library
//! only speaks to the `metrics` facade, and any recorder for it will do.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program that prints"
)]

use metrics_exporter_prometheus::PrometheusBuilder;
use std::{error::Error, process::ExitCode};
use uuid::Uuid;
use wms_core::{
    actor::{Actor, Role},
    amount::Kilograms,
    command::{CreateLot, DefineSite, NewLot},
    ids::{LotId, TenantId, UserId},
    lot::LotType,
    query::GetLot,
    site::SiteCode,
    text::Text,
    time::TimeZone,
};
use wms_store::{Options, blocking::Database};

fn main() -> ExitCode {
    match show(std::env::args().nth(1).as_deref()) {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

/// The metrics after a few commands.
fn show(url: Option<&str>) -> Result<String, Box<dyn Error>> {
    let seconds = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5];
    let recorder = PrometheusBuilder::new()
        .set_buckets(&seconds)?
        .install_recorder()?;
    wms_store::describe_metrics();

    let database = Database::connect(url.unwrap_or("sqlite::memory:"), Options::default())?;
    database.migrate()?;
    let plant = database.tenant(TenantId::new(Uuid::now_v7()));
    let site: SiteCode = "DUNA".parse()?;
    let name = Text::new("Dunai üzem", "Danube plant");
    let actor = |role| Actor::new(UserId::new(Uuid::now_v7()), role);
    let zone: TimeZone = "Europe/Budapest".parse()?;
    let defined = DefineSite::new(site, name, zone);
    plant.session(&actor(Role::Admin)).run(defined)?;
    let lot = LotId::new(Uuid::now_v7());
    let raw = || {
        CreateLot::new(
            lot,
            site,
            NewLot::new(LotType::Raw, Kilograms::from_kg(500)),
        )
    };
    let mut operator = plant.session(&actor(Role::Operator));
    operator.run(raw())?;
    // The same lot again is refused, and counted as that.
    if operator.run(raw()).is_ok() {
        return Err("a lot was made twice".into());
    }
    plant.ask(&GetLot::new(lot))?;
    plant.count_lots()?;
    Ok(recorder.render())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_text_names_commands_and_lots() {
        let text = super::show(None);
        let text = text.unwrap_or_else(|problem| unreachable!("{problem}"));
        for line in [
            r#"wms_commands_total{type="create_lot",answer="applied"} 1"#,
            r#"wms_commands_total{type="create_lot",answer="ALREADY_EXISTS"} 1"#,
            r#"wms_lots{status="CREATED"} 1"#,
        ] {
            assert!(text.contains(line), "no {line} in\n{text}");
        }
    }
}
