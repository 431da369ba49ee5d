//! Before the first delivery: the site, the buffers, the published flow.
use super::factory::Factory;
use crate::plan::{BufferRow, PlantFiles, SiteRow};
use crate::problem::{Failure, Problem};
use crate::table::{CsvRow, Row};
use core::fmt::Display;
use wms_core::{
    command::{ApproveVersion, CreateBuffer, CreateFlow, DefineSite, GraphText, SubmitVersion},
    flow::FlowGraph,
    ids::FlowId,
    text::Text,
    time::Instant,
};

/// A plant with its site, its buffers and the canonical flow in force.
pub(super) fn open(files: &PlantFiles, opens_at: Instant) -> Result<Factory, Failure> {
    let site = files.sites.first();
    let site = site.ok_or_else(|| Failure::Plant("the plant has no site".to_owned()))?;
    let mut factory = Factory::new(files.tenant(), site.data.site, opens_at);

    factory.tell(SiteRow::FILE);
    let name = Text::new(&site.data.name_hu, &site.data.name_en);
    let define = DefineSite::new(site.data.site, name, site.data.time_zone)
        .with_day_starts_at(site.data.day_starts_at);
    let admin = factory.people.admin;
    let defined = factory.act(admin, opens_at, define);
    defined.map_err(|rejection| refused(site, rejection))?;

    for row in &files.buffers {
        factory.tell(format_args!("{}:{}", BufferRow::FILE, row.line));
        let create = new_buffer(&mut factory, row);
        let created = factory.act(admin, opens_at, create);
        created.map_err(|rejection| refused(row, rejection))?;
    }
    factory.tell("flow");
    publish(&mut factory, opens_at).map_err(|rejection| Failure::Plant(rejection.to_string()))?;
    Ok(factory)
}

fn refused<T: CsvRow>(row: &Row<T>, why: impl Display) -> Failure {
    Failure::Refused(Problem::of_line(T::FILE, row.line, why))
}

fn new_buffer(factory: &mut Factory, row: &Row<BufferRow>) -> CreateBuffer {
    let buffer = &row.data;
    let create = CreateBuffer::new(
        factory.buffer(&buffer.buffer),
        buffer.buffer.as_str(),
        buffer.buffer_type.as_str(),
        factory.site,
        buffer.accepts.clone(),
        buffer.capacity_kg,
        buffer.temp_max_c,
    );
    match buffer.temp_min_c {
        Some(min) => create.with_temp_min_c(min),
        None => create,
    }
}

/// The administrator draws the canonical flow, the plant manager approves it: four eyes.
fn publish(factory: &mut Factory, at: Instant) -> Result<(), wms_core::error::Rejection> {
    let (admin, manager) = (factory.people.admin, factory.people.plant_manager);
    let flow: FlowId = factory.ids.next();
    let version = factory.ids.next();
    let name = Text::new("Kanonikus folyamat", "Canonical flow");
    let graph = GraphText::from(&*FlowGraph::canonical());
    let create = CreateFlow::new(flow, version, name).with_graph(graph);
    factory.act(admin, at, create)?;
    factory.act(admin, at, SubmitVersion::new(version))?;
    factory.act(manager, at, ApproveVersion::new(version))?;
    factory.version = Some(version);
    Ok(())
}
