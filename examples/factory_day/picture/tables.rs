//! The genealogy as tables: a summary by step, and every lot with its parents.
use super::escape::html;
use super::model::{Concern, Described, Picture};
use super::style;
use crate::report::short_kg;
use core::fmt::Write as _;
use std::collections::BTreeMap;
use wms_core::{lot::LotStatus, vocabulary::Language};

/// Lots and kilograms by step.
pub(super) fn summary(picture: &Picture) -> String {
    let mut out = String::from(
        "<div class=\"frame\"><table><thead><tr><th>Step</th><th class=\"wide\">Lépés</th>\
         <th class=\"n\">Lots</th><th class=\"n\">Weight, kg</th><th>Status</th></tr></thead><tbody>\n",
    );
    for column in &picture.columns {
        let mut statuses: BTreeMap<LotStatus, usize> = BTreeMap::new();
        for lot in picture.lots.iter().filter(|lot| lot.step == column.step) {
            *statuses.entry(lot.status).or_default() += 1;
        }
        let statuses = statuses.into_iter();
        let statuses = statuses.map(|(status, count)| format!("{} {count}", named(status)));
        let _ = writeln!(
            out,
            "<tr><td>{} {}</td><td class=\"wide\">{}</td><td class=\"n\">{}</td>\
             <td class=\"n\">{}</td><td>{}</td></tr>",
            column.step,
            column.step.label(Language::En),
            column.step.label(Language::Hu),
            column.lots,
            short_kg(column.weight),
            statuses.collect::<Vec<_>>().join(" · "),
        );
    }
    out.push_str("</tbody></table></div>\n");
    out
}

/// Every lot, with the kilograms of each parent in it.
pub(super) fn lots(picture: &Picture) -> String {
    let mut out = format!(
        "<details><summary>All {} lots, with their parents</summary>\
         <div class=\"frame\"><table><thead><tr><th>Lot</th><th class=\"wide\">What</th>\
         <th class=\"n\">kg</th><th>Status</th><th>Made of</th></tr></thead><tbody>\n",
        picture.lots.len()
    );
    for lot in &picture.lots {
        out.push_str(&row(lot));
    }
    out.push_str("</tbody></table></div></details>\n");
    out
}

fn row(lot: &Described) -> String {
    let recalled = if lot.recall == Concern::Recalled {
        " class=\"recalled\""
    } else {
        ""
    };
    let mut what = vec![lot.lot_type.label(Language::En).to_owned()];
    what.extend(
        lot.species
            .map(|species| species.label(Language::En).to_owned()),
    );
    what.extend(lot.caption.clone());
    let parents = lot.parents.iter();
    let parents = parents.map(|(code, weight)| format!("{} {} kg", html(code), short_kg(*weight)));
    format!(
        "<tr{recalled}><td class=\"nowrap\">{}</td><td class=\"wide\">{}</td><td class=\"n\">{}</td>\
         <td class=\"nowrap\">{}</td><td>{}</td></tr>\n",
        html(&lot.code),
        html(&what.join(" · ")),
        short_kg(lot.weight),
        named(lot.status),
        parents.collect::<Vec<_>>().join("<br>"),
    )
}

/// A status with its dot.
pub(super) fn named(status: LotStatus) -> String {
    let (class, label) = (style::status(status), status.label(Language::En));
    format!("<span class=\"mark {class}\"></span>{label}")
}
