//! What the Python binding is made of, beside what is written by hand: the lists of classes for the macros of its
//! Rust half, and its Python half, which types every command and every query.
mod api;
mod areas;
mod classes;
mod enums;
mod imports;
mod rust;
mod stub;
mod text;
mod types;

use crate::model::Model;
use classes::Classes;

/// All files: path and text.
pub(crate) fn files(model: &Model) -> Vec<(String, String)> {
    let classes = Classes::of(model);
    let mut files = rust::files(model, &classes);
    files.push((package("wms.schema.json"), crate::schema::text(model)));
    files.push((package("__init__.py"), enums::init(&classes)));
    files.push((package("values.py"), enums::values(&classes)));
    files.push((package("unions.py"), enums::unions(&classes)));
    files.push((package("_native.pyi"), stub::file(&classes)));
    let mut parts = enums::files(model);
    parts.extend(api::files(&classes, api::Mode::Async));
    parts.extend(api::files(&classes, api::Mode::Blocking));
    files.extend(parts.into_iter().map(|(name, text)| (package(&name), text)));
    files
}

fn package(name: &str) -> String {
    format!("bindings-python/python/foodwms/{name}")
}
