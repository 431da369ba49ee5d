//! The day in lots, and where one of them went.
use super::answers::{Answers, PICKED};
use super::figures::{count, counted, kg, share, wall_clock};
use super::table::Table;
use chrono_tz::Tz;
use std::collections::{BTreeMap, HashMap};
use wms_core::{
    amount::Kilograms,
    ids::BufferId,
    lot::{LotStatus, LotType},
    query::{LotBalance, LotView, RecallView, RecalledLot},
    vocabulary::Language,
};

/// Lots by type, and where they stand in their lives.
pub(super) fn lots(answers: &Answers) -> Table {
    let shown = [
        LotStatus::Quarantine,
        LotStatus::Released,
        LotStatus::Hold,
        LotStatus::Rejected,
        LotStatus::Finished,
    ];
    let mut table = Table::new(&[
        "type",
        "what",
        ">lots",
        ">kg",
        ">left kg",
        ">quarantine",
        ">released",
        ">hold",
        ">rejected",
        ">consumed",
        ">finished",
    ]);
    let row = |name: &str, what: &str, lots: &[&LotView]| {
        let of = |status| lots.iter().filter(|lot| lot.status == status).count();
        let [quarantine, released, hold, rejected, finished] = shown.map(of).map(count);
        vec![
            name.to_owned(),
            what.to_owned(),
            count(lots.len()),
            kg(lots.iter().map(|lot| lot.weight_kg).sum()),
            kg(lots.iter().map(|lot| lot.remaining_kg).sum()),
            quarantine,
            released,
            hold,
            rejected,
            count(of(LotStatus::Consumed)),
            finished,
        ]
    };
    for lot_type in LotType::CREATABLE {
        let of_type = answers.lots.iter().filter(|lot| lot.lot_type == lot_type);
        let of_type: Vec<&LotView> = of_type.collect();
        if !of_type.is_empty() {
            table.row(row(
                lot_type.as_str(),
                lot_type.label(Language::En),
                &of_type,
            ));
        }
    }
    let mut sum = row("", "", &answers.lots.iter().collect::<Vec<_>>());
    // Kilograms of one lot stand in its children again: only what is left may be added up.
    sum.splice(3..4, [String::new()]);
    table.sum(sum);
    table
}

/// What a recall found, in words and by type.
pub(super) fn recall_by_type(recall: &RecallView) -> Table {
    let mut table = Table::new(&[
        "type",
        ">lots",
        ">weight kg",
        ">concerned kg",
        ">left kg",
        "status",
    ]);
    for lot_type in LotType::CREATABLE {
        let of_type = recall
            .lots
            .iter()
            .filter(|found| found.lot.lot_type == lot_type);
        let of_type: Vec<&RecalledLot> = of_type.collect();
        if of_type.is_empty() {
            continue;
        }
        let mut statuses: BTreeMap<LotStatus, usize> = BTreeMap::new();
        for found in &of_type {
            *statuses.entry(found.lot.status).or_default() += 1;
        }
        let statuses = statuses.iter();
        let statuses = statuses.map(|(status, n)| format!("{n} {}", status.label(Language::En)));
        table.row([
            lot_type.as_str().to_owned(),
            count(of_type.len()),
            kg(of_type.iter().map(|found| found.lot.weight_kg).sum()),
            kg(of_type.iter().map(|found| found.concerned_kg).sum()),
            kg(of_type.iter().map(|found| found.lot.remaining_kg).sum()),
            statuses.collect::<Vec<_>>().join(", "),
        ]);
    }
    table
}

/// Whom to call: every dispatch of a concerned lot.
pub(super) fn recall_by_consignee(recall: &RecallView, zone: Tz) -> Table {
    let mut table = Table::new(&[
        "consignee",
        "address",
        "order",
        "vehicle",
        "left at",
        "lot",
        ">sent kg",
        ">concerned kg",
    ]);
    let (mut sent, mut concerned) = (Kilograms::ZERO, Kilograms::ZERO);
    for found in &recall.lots {
        for dispatch in &found.dispatches {
            let part = share(
                found.concerned_kg,
                dispatch.quantity_kg,
                found.lot.weight_kg,
            );
            sent += dispatch.quantity_kg;
            concerned += part;
            let to = &dispatch.consignee;
            table.row([
                to.name.clone(),
                to.address.clone().unwrap_or_default(),
                to.order_no.clone().unwrap_or_default(),
                dispatch.vehicle.as_deref().unwrap_or_default().to_owned(),
                wall_clock(dispatch.at, zone),
                found.lot.code.to_string(),
                kg(dispatch.quantity_kg),
                kg(part),
            ]);
        }
    }
    let blank = String::new;
    table.sum([
        blank(),
        blank(),
        blank(),
        blank(),
        blank(),
        blank(),
        kg(sent),
        kg(concerned),
    ]);
    table
}

/// What of the concerned goods is still here, and where.
pub(super) fn recall_in_plant(recall: &RecallView, codes: &Codes<'_>) -> Table {
    let mut table = Table::new(&["lot", "status", "where", ">kg"]);
    let here = recall
        .lots
        .iter()
        .filter(|found| !found.lot.remaining_kg.is_zero());
    for found in here {
        let status = found.lot.status.label(Language::En).to_owned();
        let code = found.lot.code.to_string();
        let mut stored = Kilograms::ZERO;
        for position in &found.positions {
            stored += position.quantity_kg;
            let place = codes.buffer(Some(position.buffer_id));
            table.row([
                code.clone(),
                status.clone(),
                place,
                kg(position.quantity_kg),
            ]);
        }
        let line = found.lot.remaining_kg - stored;
        if !line.is_zero() {
            table.row([code, status, codes.buffer(None), kg(line)]);
        }
    }
    table
}

/// What a lot and its delivery say of themselves.
pub(super) fn recalled_lot(answers: &Answers, recall: &RecallView) -> String {
    let lot = answers.lots.iter().find(|lot| lot.id == recall.lot_id);
    let Some(lot) = lot else {
        return String::new();
    };
    let mut words = vec![lot.code.to_string()];
    words.extend(material(lot));
    words.push(format!("{} kg", kg(lot.weight_kg)));
    if let Some(supplier) = &lot.supplier {
        words.push(supplier.name.clone());
        words.extend(supplier.lot_code.as_ref().map(|code| format!("lot {code}")));
        words.extend(supplier.establishment_no.clone());
    }
    words.join(" · ")
}

/// What a lot is called in the plant.
pub(crate) fn material(lot: &LotView) -> Option<String> {
    let metadata = lot.metadata.as_ref()?;
    let object: serde_json::Value = serde_json::from_str(metadata.as_json()).ok()?;
    let name = object.get("material").or_else(|| object.get("product"))?;
    name.as_str().map(str::to_owned)
}

/// What is picked first: the earliest best-before.
pub(super) fn pick(answers: &Answers, codes: &Codes<'_>) -> (String, Table) {
    let mut table = Table::new(&["lot", "best before", "buffer", ">kg"]);
    let by_id: HashMap<_, _> = answers.lots.iter().map(|lot| (lot.id, lot)).collect();
    for picked in &answers.pick.lots {
        let best_before = by_id.get(&picked.lot_id).and_then(|lot| lot.best_before);
        table.row([
            picked.code.to_string(),
            best_before.map_or_else(|| "none".to_owned(), |day| day.to_string()),
            codes.buffer(picked.buffer_id),
            kg(picked.quantity_kg),
        ]);
    }
    let (lot_type, quantity) = PICKED;
    let missing = answers.pick.missing_kg;
    let missing = if missing.is_zero() {
        "nothing is missing".to_owned()
    } else {
        format!("{} kg are missing", kg(missing))
    };
    let words = format!(
        "{} kg of {lot_type}, earliest best-before first; {missing}",
        kg(quantity)
    );
    (words, table)
}

/// How far the recalled lot went.
pub(super) fn recall_words(recall: &RecallView) -> String {
    let left = recall.lots.iter().flat_map(|found| {
        let parts = found.dispatches.iter();
        parts.map(|sent| share(found.concerned_kg, sent.quantity_kg, found.lot.weight_kg))
    });
    let here = recall.lots.iter();
    let here = here.map(|found| {
        share(
            found.concerned_kg,
            found.lot.remaining_kg,
            found.lot.weight_kg,
        )
    });
    format!(
        "{} concerned: {} kg of it went to {}, {} kg of it are still in the plant",
        counted(recall.totals.lots, "lot"),
        kg(left.sum()),
        counted(recall.totals.consignees, "consignee"),
        kg(here.sum()),
    )
}

/// Where the kilograms of one lot are, as an equation.
pub(super) fn balance_words(balance: &LotBalance) -> String {
    let mut terms = vec![format!("used {}", kg(balance.used_kg))];
    let lost = balance.lost.iter();
    terms.extend(
        lost.map(|lost| format!("{} {}", lost.kind.label(Language::En), kg(lost.quantity_kg))),
    );
    let stored: Kilograms = balance.stock.iter().map(|stock| stock.quantity_kg).sum();
    let others = [
        ("dispatched", balance.dispatched_kg),
        ("in buffers", stored),
        ("at the line", balance.line_kg),
    ];
    let others = others.into_iter().filter(|(_, amount)| !amount.is_zero());
    terms.extend(others.map(|(word, amount)| format!("{word} {}", kg(amount))));
    format!(
        "{} kg = {}; unaccounted {} kg",
        kg(balance.weight_kg),
        terms.join(" + "),
        kg(balance.unaccounted_kg),
    )
}

/// Codes of buffers by their ids.
#[derive(Debug)]
pub(super) struct Codes<'a>(HashMap<BufferId, &'a str>);

impl<'a> Codes<'a> {
    pub(super) fn of(answers: &'a Answers) -> Self {
        let buffers = answers.buffers.iter();
        Self(buffers.map(|buffer| (buffer.id, &*buffer.code)).collect())
    }

    /// The buffer's code; none is the line.
    pub(super) fn buffer(&self, id: Option<BufferId>) -> String {
        let code = id.and_then(|id| self.0.get(&id));
        code.map_or_else(|| "at the line".to_owned(), |code| (*code).to_owned())
    }
}
