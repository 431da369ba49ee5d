//! Where everything stands, in whole pixels.
use super::model::{Arrow, BoxId, LotBox, Picture};
use std::collections::HashMap;
use wms_core::lot::LotType;
use wms_core::run::Step;

/// A box's width; deliveries and shipments have something to say of themselves.
const NARROW: i64 = 112;
const WIDE: i64 = 170;
/// Between columns: room for a link's kilograms.
const GAP: i64 = 74;
/// Between boxes of a column.
const BETWEEN: i64 = 12;
/// A line of a box, and the room above and below its lines.
pub(super) const LINE_HEIGHT: i64 = 15;
const PADDING: i64 = 10;
/// What an arriving link needs of a box's height.
const PORT: i64 = 14;
/// Around the picture, and above the boxes for the names of the steps.
pub(super) const MARGIN: i64 = 16;
const HEAD: i64 = 74;

/// A box in its place.
#[derive(Debug)]
pub(super) struct Placed<'a> {
    pub(super) lot_box: &'a LotBox,
    pub(super) step: Step,
    pub(super) x: i64,
    pub(super) y: i64,
    pub(super) width: i64,
    pub(super) height: i64,
}

/// A link from the side of one box to the side of another.
#[derive(Debug)]
pub(super) struct Curve<'a> {
    pub(super) arrow: &'a Arrow,
    pub(super) from: (i64, i64),
    pub(super) to: (i64, i64),
    /// Within one column: carry-over from mix to mix.
    pub(super) is_carry_over: bool,
}

/// A column's band.
#[derive(Debug)]
pub(super) struct Band {
    pub(super) place: usize,
    pub(super) x: i64,
    pub(super) width: i64,
}

/// The picture in its places.
#[derive(Debug)]
pub(super) struct Layout<'a> {
    pub(super) width: i64,
    pub(super) height: i64,
    pub(super) bands: Vec<Band>,
    pub(super) boxes: Vec<Placed<'a>>,
    pub(super) curves: Vec<Curve<'a>>,
}

impl<'a> Layout<'a> {
    pub(super) fn of(picture: &'a Picture) -> Self {
        let arriving = arriving(&picture.links);
        let mut bands = Vec::new();
        let mut boxes = Vec::new();
        let mut x = MARGIN;
        let tallest = picture.columns.iter().map(|column| {
            let heights = column
                .boxes
                .iter()
                .map(|lot_box| height(lot_box, &arriving));
            heights.map(|height| height + BETWEEN).sum::<i64>()
        });
        let tallest = tallest.max().unwrap_or(0);
        for (place, column) in picture.columns.iter().enumerate() {
            let width = if is_wide(column.step) { WIDE } else { NARROW };
            bands.push(Band { place, x, width });
            let heights = column
                .boxes
                .iter()
                .map(|lot_box| height(lot_box, &arriving));
            let own: i64 = heights.map(|height| height + BETWEEN).sum();
            // Short columns spread out over half of what is free: links stay flat, boxes stay together.
            let count = i64::try_from(column.boxes.len()).unwrap_or(1).max(1);
            let spread = (tallest - own) / (count + 1) / 2;
            let mut y = MARGIN + HEAD + (tallest - own - spread * (count - 1)) / 2;
            for lot_box in &column.boxes {
                let height = height(lot_box, &arriving);
                let step = column.step;
                boxes.push(Placed {
                    lot_box,
                    step,
                    x,
                    y,
                    width,
                    height,
                });
                y += height + BETWEEN + spread;
            }
            x += width + GAP;
        }
        let curves = curves(&picture.links, &boxes);
        Self {
            width: x - GAP + MARGIN,
            height: MARGIN + HEAD + tallest + MARGIN,
            bands,
            boxes,
            curves,
        }
    }
}

/// How many links arrive at a box.
fn arriving(links: &[Arrow]) -> HashMap<BoxId, i64> {
    let mut counts = HashMap::new();
    for link in links {
        *counts.entry(link.child).or_default() += 1;
    }
    counts
}

fn is_wide(step: Step) -> bool {
    [LotType::Raw.step(), LotType::Ship.step()].contains(&step)
}

fn height(lot_box: &LotBox, arriving: &HashMap<BoxId, i64>) -> i64 {
    let lines = 2 + i64::from(lot_box.caption.is_some()) + i64::from(lot_box.status.is_some());
    let ports = arriving.get(&lot_box.id).copied().unwrap_or(0);
    (lines * LINE_HEIGHT + PADDING).max(ports * PORT + 6)
}

/// Links leave a box in the middle of its right side and arrive at a port of their own on the left.
fn curves<'a>(links: &'a [Arrow], boxes: &[Placed<'_>]) -> Vec<Curve<'a>> {
    let places: HashMap<BoxId, &Placed<'_>> = boxes
        .iter()
        .map(|placed| (placed.lot_box.id, placed))
        .collect();
    let mut by_child: HashMap<BoxId, Vec<(&Arrow, &Placed<'_>)>> = HashMap::new();
    for arrow in links {
        if let Some(parent) = places.get(&arrow.parent) {
            by_child
                .entry(arrow.child)
                .or_default()
                .push((arrow, parent));
        }
    }
    let mut curves = Vec::new();
    for child in boxes {
        let mut arriving = by_child.remove(&child.lot_box.id).unwrap_or_default();
        // In the order of their parents' places, so that arriving links do not cross.
        arriving.sort_by_key(|(_, parent)| (parent.y + parent.height / 2, parent.x));
        let count = i64::try_from(arriving.len()).unwrap_or(0);
        let first = child.y + child.height / 2 - (count - 1) * PORT / 2;
        for ((arrow, parent), n) in arriving.into_iter().zip(0_i64..) {
            let is_carry_over = parent.x == child.x;
            let side = if is_carry_over {
                parent.x
            } else {
                parent.x + parent.width
            };
            curves.push(Curve {
                arrow,
                from: (
                    side,
                    parent.y + parent.height / 2 + if is_carry_over { 14 } else { 0 },
                ),
                to: (child.x, first + n * PORT),
                is_carry_over,
            });
        }
    }
    curves
}
