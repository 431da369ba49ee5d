// A genealogy as a picture: boxes are lots and links to their own pictures, lines are kilograms.

import { svg } from "./element.js";
import { kilograms, label } from "./labels.js";
import { BOX, GAP, layout } from "./layout.js";

/** The picture of a trace. */
export function draw({ lots, links }, traced) {
  const { places, heads, width, height } = layout(lots, links, traced);
  const size = { width, height, viewBox: `0 0 ${width} ${height}`, class: "genealogy", role: "group" };
  return svg(
    "svg",
    size,
    ...heads.map(head),
    ...links.map((link) => line(places.get(link.parent), places.get(link.child))),
    ...lots.map((lot) => box(lot, places.get(lot.lot_id), lot.lot_id === traced)),
    // Last, so that no box hides them.
    ...links.map((link) => amount(link, places.get(link.parent), places.get(link.child))),
  );
}

/** The address of a lot's picture. */
export function address(code) {
  return `#lot=${encodeURIComponent(code)}`;
}

function head({ number, x }) {
  const words = number === 0 ? label("itself") : label(number < 0 ? "before" : "after", Math.abs(number));
  return svg("text", { class: "head", x, y: 22 }, words);
}

/** A line bends in the gap behind the parent; one that goes on past other columns is drawn so that it shows. */
function line(parent, child) {
  const { from, to } = ends(parent, child);
  const bend = from.x + GAP.x / 2;
  const curve = `M${from.x} ${from.y}C${bend} ${from.y} ${bend} ${to.y} ${from.x + GAP.x} ${to.y}`;
  const far = to.x > from.x + GAP.x;
  return svg("path", { class: far ? "link far" : "link", d: far ? `${curve}H${to.x}` : curve });
}

/** Kilograms stand nearer to the parent: there the lines into one child have not met yet. */
function amount({ quantity_kg }, parent, child) {
  const { from, to } = ends(parent, child);
  const along = 0.35;
  const x = from.x + GAP.x * (1.5 * along * (1 - along) + along ** 3);
  const y = from.y + (to.y - from.y) * (3 * along ** 2 - 2 * along ** 3);
  return svg("text", { class: "amount", x, y: y - 5 }, kilograms(quantity_kg));
}

function ends(parent, child) {
  const middle = BOX.height / 2;
  return { from: { x: parent.x + BOX.width, y: parent.y + middle }, to: { x: child.x, y: child.y + middle } };
}

function box(lot, { x, y }, isTraced) {
  const words = `${lot.code}, ${lot.lot_type}, ${kilograms(lot.weight_kg)}, ${label(lot.status)}`;
  const look = `lot ${lot.status.toLowerCase()}${isTraced ? " traced" : ""}`;
  const link = svg("a", { href: address(lot.code), class: look, "aria-label": words, "data-lot": lot.lot_id });
  if (isTraced) {
    link.setAttribute("aria-current", "true");
  }
  link.append(
    svg("rect", { class: "paper", x, y, width: BOX.width, height: BOX.height, rx: 8 }),
    svg("rect", { class: "mark", x, y: y + 8, width: 5, height: BOX.height - 16, rx: 2.5 }),
    svg("text", { class: "code", x: x + 16, y: y + 23, ...fitted(lot.code) }, lot.code),
    svg("text", { class: "kind", x: x + 16, y: y + 43 }, `${lot.lot_type} · ${kilograms(lot.weight_kg)}`),
    svg("text", { class: "status", x: x + 16, y: y + 62 }, label(lot.status)),
  );
  return link;
}

/** A plant with free codes may have longer ones than a box is wide. */
function fitted(code) {
  return code.length > 26 ? { textLength: BOX.width - 28, lengthAdjust: "spacingAndGlyphs" } : {};
}
