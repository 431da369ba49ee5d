// The run at work, or else the newest: how far it is, and how well it goes.

import { html } from "./element.js";
import { label, percent, text } from "./labels.js";
import { ask } from "./service.js";

/** The run with its steps and its summary; null where there is none. */
export async function loadRun() {
  const run = (await first("?status=RUNNING&limit=1")) ?? (await first("?limit=1"));
  if (run === null) {
    return null;
  }
  const [steps, summary] = await Promise.all([ask(`/runs/${run.id}/steps`), ask(`/runs/${run.id}/summary`)]);
  return { run, steps, summary };
}

async function first(query) {
  return (await ask(`/runs${query}`)).items[0] ?? null;
}

/** What stands of a run on the page. */
export function drawRun(found) {
  if (found === null) {
    return [html("p", { class: "nothing" }, label("noRun"))];
  }
  const { run, steps, summary } = found;
  const code = html("p", { class: "code" }, run.code, " ", status(run.status));
  const at = html("p", { class: "at" }, `${label("step", run.step + 1)} · ${text(steps[run.step].name)}`);
  return [code, at, line(steps, summary), facts(steps, summary)];
}

function status(name) {
  const words = label(name === "HOLD" ? "run_HOLD" : name);
  return html("span", { class: `state run-${name.toLowerCase()}` }, words);
}

function line(steps, summary) {
  const places = steps.map((step) => {
    const share = summary.steps[step.step].yield;
    const place = html("li", { class: step.status.toLowerCase() }, html("span", { class: "name" }, text(step.name)));
    place.append(html("span", { class: "share" }, share === null ? "" : percent(share)));
    if (step.status === "IN_PROGRESS") {
      place.setAttribute("aria-current", "step");
    }
    return place;
  });
  return html("ol", { class: "line" }, ...places);
}

function facts(steps, summary) {
  const last = summary.steps.findLast((step) => step.yield !== null);
  const open = summary.open_deviations;
  const made = summary.lots.reduce((sum, some) => sum + some.count, 0);
  return html(
    "dl",
    { class: "facts" },
    fact("openDeviations", String(open), "", open > 0 ? "bad" : "good"),
    fact("yield", last ? percent(last.yield) : "–", last ? text(steps[last.step].name) : label("noYield")),
    fact("made", String(made), ""),
  );
}

function fact(name, value, more, mood = "") {
  const figure = html("dd", {}, html("b", {}, value));
  if (more) {
    figure.append(" ", html("small", {}, more));
  }
  return html("div", { id: `fact-${name}`, class: mood }, html("dt", {}, label(name)), figure);
}
