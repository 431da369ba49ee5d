// The lot in the address, and its picture.

import { label } from "./labels.js";
import { draw } from "./picture.js";
import { ask } from "./service.js";

/** More boxes than this are no picture any more. */
const MOST_LOTS = 400;

/** The lot that the address names; null: none. */
export function lotInAddress() {
  return new URLSearchParams(location.hash.slice(1)).get("lot");
}

/** Where a lot came from, and where it went. */
export function loadTrace(lot) {
  return ask(`/genealogy/${encodeURIComponent(lot)}/tree`);
}

/** The picture of a trace, and a word about it. */
export function drawTrace(trace) {
  const [traced] = trace.lots;
  const drawn = nearest(trace);
  const size = [trace.lots.length, trace.links.length, drawn.lots.length];
  const some = drawn.lots.length < trace.lots.length;
  const note = trace.links.length === 0 ? label("alone") : label(some ? "part" : "whole", ...size);
  return { traced, note, picture: draw(drawn, traced.lot_id) };
}

/** The lots of a trace stand in the order of their distance. */
function nearest({ lots, links }) {
  const kept = lots.slice(0, MOST_LOTS);
  const ids = new Set(kept.map((lot) => lot.lot_id));
  return { lots: kept, links: links.filter((link) => ids.has(link.parent) && ids.has(link.child)) };
}

/** Brings the traced lot into the middle of its frame. */
export function centre(frame) {
  const box = frame.querySelector(".traced .paper").getBoundingClientRect();
  const around = frame.getBoundingClientRect();
  frame.scrollLeft += box.left + box.width / 2 - around.left - around.width / 2;
  frame.scrollTop += box.top + box.height / 2 - around.top - around.height / 2;
}
