//! The page around the picture: nothing from elsewhere, readable on a phone.
use super::escape::html;
use super::model::{Concern, Picture};
use super::style::CSS;
use super::{mermaid, svg, tables};
use core::fmt::Write as _;
use std::collections::BTreeSet;
use wms_core::lot::LotStatus;

/// Facts longer than this take a line of their own on a phone.
const LONG: usize = 18;

/// The whole page.
pub(super) fn page(picture: &Picture) -> String {
    let code = html(&picture.code);
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Genealogy of {code}</title>\n<style>\n{CSS}</style>\n</head>\n<body>\n<main>\n\
         <h1>Genealogy of {code}</h1>\n<p class=\"plant\">{}</p>\n",
        html(&picture.plant)
    );
    out.push_str("<dl class=\"facts\">\n");
    for (name, value) in &picture.facts {
        let long = if value.chars().count() > LONG {
            " class=\"long\""
        } else {
            ""
        };
        let _ = writeln!(
            out,
            "<div{long}><dt>{name}</dt><dd>{}</dd></div>",
            html(value)
        );
    }
    out.push_str("</dl>\n");
    out.push_str(&legend(picture));
    out.push_str("<p class=\"hint\">Swipe the picture sideways to follow the goods.</p>\n");
    let _ = writeln!(out, "<div class=\"scroll\">\n{}</div>", svg::svg(picture));
    out.push_str("<h2>By step</h2>\n");
    out.push_str(&tables::summary(picture));
    out.push_str("<h2>In full</h2>\n");
    out.push_str(&tables::lots(picture));
    let _ = writeln!(
        out,
        "<details><summary>The picture as Mermaid text</summary><pre>{}</pre></details>",
        html(&mermaid::flowchart(picture))
    );
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// What colours and lines stand for; only statuses that occur.
fn legend(picture: &Picture) -> String {
    let mut out = String::from(
        "<ul class=\"legend\">\n<li><i class=\"a\"></i>A preparation</li>\
         <li><i class=\"b\"></i>B production</li><li><i class=\"c\"></i>C service</li>\n",
    );
    let statuses: BTreeSet<LotStatus> = picture.lots.iter().map(|lot| lot.status).collect();
    for status in statuses {
        let _ = writeln!(out, "<li>{}</li>", tables::named(status));
    }
    if picture
        .lots
        .iter()
        .any(|lot| lot.recall == Concern::Recalled)
    {
        out.push_str(
            "<li><i class=\"recalled\"></i>recalled lot</li>\
             <li><i class=\"concerned\"></i>came of it</li>\n",
        );
    }
    out.push_str("<li>numbers at links: kilograms of the parent in the child</li>\n");
    if let Some(shared) = &picture.shared {
        let _ = writeln!(
            out,
            "<li>codes are shortened: DEB-0001 is DEB{}0001</li>",
            html(shared)
        );
    }
    out.push_str("</ul>\n");
    out
}
