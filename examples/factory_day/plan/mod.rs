//! A plant's files: what is in them, whether they agree, and the day they tell, in order.
mod files;
mod references;
mod rows;
mod timeline;
mod weighing;

pub(crate) use files::{PlantFiles, numbered};
pub(crate) use rows::{
    Act, ActionRow, BufferRow, DeliveryRow, InspectionRow, MoveRow, ProbeRow, RunRow, ShipmentRow,
    SiteRow, WeighingLine, WeighingRow,
};
pub(crate) use timeline::{Entry, Happening, Timeline};
pub(crate) use weighing::Weighing;
