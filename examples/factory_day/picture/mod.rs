//! The genealogy of one shipment as a page: a picture, a table, Mermaid text.
mod boxes;
mod describe;
mod escape;
mod geometry;
mod html;
mod mermaid;
mod model;
mod order;
mod style;
mod svg;
mod tables;

use crate::problem::Failure;
use crate::report::Answers;
use chrono_tz::Tz;
use model::Picture;
use std::path::{Path, PathBuf};

/// Writes the page of the drawn shipment; nothing, if there is none.
pub(crate) fn write(
    answers: &Answers,
    out: Option<&Path>,
    zone: Tz,
) -> Result<Option<PathBuf>, Failure> {
    let Some(picture) = Picture::of(answers, zone) else {
        return Ok(None);
    };
    let name = format!("genealogy-{}.html", picture.code);
    let path = match out {
        None => PathBuf::from(name),
        Some(folder) if folder.is_dir() => folder.join(name),
        Some(file) => file.to_owned(),
    };
    let written = std::fs::write(&path, html::page(&picture));
    written.map_err(|error| Failure::Write(format!("{}: {error}", path.display())))?;
    Ok(Some(path))
}

/// The page of the drawn shipment.
#[cfg(test)]
pub(crate) fn page(answers: &Answers, zone: Tz) -> Option<String> {
    Picture::of(answers, zone).map(|picture| html::page(&picture))
}
