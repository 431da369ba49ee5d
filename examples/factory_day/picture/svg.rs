//! The picture as SVG: bands, links, boxes.
use super::escape::{cut, html};
use super::geometry::{Band, Curve, LINE_HEIGHT, Layout, MARGIN, Placed};
use super::model::Picture;
use super::style;
use crate::report::short_kg;
use core::fmt::Write as _;
use wms_core::{lot::LotStatus, vocabulary::Language};

/// Characters of a caption that find room in a box.
const CAPTION: usize = 25;

/// The SVG element.
pub(super) fn svg(picture: &Picture) -> String {
    let layout = Layout::of(picture);
    let (width, height) = (layout.width, layout.height);
    let mut out = format!(
        "<svg viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" \
         aria-label=\"Genealogy of {}\" xmlns=\"http://www.w3.org/2000/svg\">\n",
        html(&picture.code)
    );
    out.push_str(
        "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" \
         markerHeight=\"7\" markerUnits=\"userSpaceOnUse\" orient=\"auto\">\
         <path d=\"M0 1L7 4L0 7z\" class=\"tip\"/></marker></defs>\n",
    );
    for band in &layout.bands {
        out.push_str(&column(picture, band, height));
    }
    // Thick links first, so that thin ones stay to be seen, and what is recalled above all; their kilograms over all of them.
    let mut curves: Vec<&Curve<'_>> = layout.curves.iter().collect();
    curves.sort_by_key(|curve| {
        (
            curve.arrow.concerned,
            core::cmp::Reverse(curve.arrow.weight),
        )
    });
    curves.iter().for_each(|curve| out.push_str(&link(curve)));
    for placed in &layout.boxes {
        out.push_str(&lot(picture, placed));
    }
    curves.iter().for_each(|curve| out.push_str(&amount(curve)));
    out.push_str("</svg>\n");
    out
}

/// A band with the step's name in both languages and what it holds.
fn column(picture: &Picture, band: &Band, height: i64) -> String {
    let Some(column) = picture.columns.get(band.place) else {
        return String::new();
    };
    let class = style::stream(column.step);
    let (x, width) = (band.x - 8, band.width + 16);
    let middle = band.x + band.width / 2;
    let mut out = format!(
        "<rect x=\"{x}\" y=\"{MARGIN}\" width=\"{width}\" height=\"{}\" rx=\"10\" class=\"band {class}\"/>\n",
        height - 2 * MARGIN + 8,
    );
    let words = [
        (
            20,
            "step",
            format!("{} {}", column.step, column.step.label(Language::En)),
        ),
        (36, "hu", column.step.label(Language::Hu).to_owned()),
        (
            53,
            "sum",
            format!("{} · {} kg", counted(column.lots), short_kg(column.weight)),
        ),
    ];
    for (y, class, words) in words {
        let y = MARGIN + y;
        let _ = writeln!(
            out,
            "<text x=\"{middle}\" y=\"{y}\" class=\"{class}\">{}</text>",
            html(&words)
        );
    }
    out
}

fn counted(lots: usize) -> String {
    if lots == 1 {
        "1 lot".to_owned()
    } else {
        format!("{lots} lots")
    }
}

/// A link: as thick as it is heavy, bent so that it leaves and arrives level.
fn link(curve: &Curve<'_>) -> String {
    let ((x1, y1), (x2, y2)) = (curve.from, curve.to);
    let thickness = style::thickness(curve.arrow.weight);
    let (path, carry) = if curve.is_carry_over {
        let path = format!("M{x1} {y1}C{} {y1} {} {y2} {x2} {y2}", x1 - 34, x2 - 34);
        (path, " carry")
    } else {
        let bend = (x2 - x1) / 2;
        let path = format!("M{x1} {y1}C{} {y1} {} {y2} {x2} {y2}", x1 + bend, x2 - bend);
        (path, "")
    };
    let concerned = if curve.arrow.concerned {
        " concerned"
    } else {
        ""
    };
    format!(
        "<path d=\"{path}\" class=\"link{carry}{concerned}\" stroke-width=\"{thickness}\" marker-end=\"url(#tip)\"/>\n"
    )
}

/// The kilograms of a link, above it where it arrives.
fn amount(curve: &Curve<'_>) -> String {
    let (x, y) = (curve.to.0 - 9, curve.to.1 - 2);
    let weight = short_kg(curve.arrow.weight);
    format!("<text x=\"{x}\" y=\"{y}\" class=\"kg\">{weight}</text>\n")
}

/// A box: code, kilograms, status, and what the lot has to say.
fn lot(picture: &Picture, placed: &Placed<'_>) -> String {
    let Placed {
        lot_box,
        x,
        y,
        width,
        height,
        ..
    } = *placed;
    let stream = style::stream(placed.step);
    let many = if lot_box.lots > 1 { " many" } else { "" };
    let recalled = style::concern(lot_box.recall);
    let mut out = format!(
        "<g><title>{}</title><rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"7\" \
         class=\"lot {stream}{many}{recalled}\"/>\n",
        html(&lot_box.tooltip)
    );
    let mut lines = vec![
        ("code", picture.short(&lot_box.code)),
        ("weight", format!("{} kg", short_kg(lot_box.weight))),
    ];
    lines.extend(
        lot_box
            .caption
            .as_ref()
            .map(|words| ("caption", cut(words, CAPTION))),
    );
    let said = lot_box
        .status
        .map(|status| status.label(Language::En).to_owned());
    lines.extend(said.map(|status| ("status", status)));
    let count = i64::try_from(lines.len()).unwrap_or(0);
    let mut baseline = y + (height - count * LINE_HEIGHT) / 2 + 12;
    for (class, words) in lines {
        let mut left = x + 9;
        if let Some(status) = lot_box.status.filter(|_| class == "status") {
            out.push_str(&dot(status, left + 4, baseline - 4));
            left += 13;
        }
        let words = html(&words);
        let _ = writeln!(
            out,
            "<text x=\"{left}\" y=\"{baseline}\" class=\"{class}\">{words}</text>"
        );
        baseline += LINE_HEIGHT;
    }
    out.push_str("</g>\n");
    out
}

/// The colour of a status, beside its name.
fn dot(status: LotStatus, x: i64, y: i64) -> String {
    let class = style::status(status);
    format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"4\" class=\"{class}\"/>\n")
}
