// How many lots there are of each status.

import { html } from "./element.js";
import { label } from "./labels.js";
import { ask } from "./service.js";

export function loadCounts() {
  return ask("/lots/by-status");
}

/** A tile for each status; no meaning hangs on its colour alone. */
export function drawCounts(counts) {
  return Object.entries(counts).map(([status, count]) =>
    html(
      "li",
      { class: `status ${status.toLowerCase()}`, "data-status": status },
      html("b", {}, String(count)),
      html("span", {}, label(status)),
    ),
  );
}
