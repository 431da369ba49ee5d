// What the page shows, and when.

import { html } from "./element.js";
import { centre, drawTrace, loadTrace, lotInAddress } from "./genealogy.js";
import { label, write } from "./labels.js";
import { drawCounts, loadCounts } from "./lots.js";
import { address } from "./picture.js";
import { drawRun, loadRun } from "./run.js";
import { isSignedIn, Refused, signIn, SignedOut, signOut, Unreachable } from "./service.js";

const byId = (id) => document.getElementById(id);
const trouble = { box: byId("trouble"), text: byId("trouble-text") };
// How often each was asked for.
let asked = { today: 0, trace: 0 };

/** Shows the sign-in form, with the reason where there is one. */
function showSignIn(why = "") {
  asked = { today: asked.today + 1, trace: asked.trace + 1 };
  byId("plant").hidden = byId("sign-out").hidden = trouble.box.hidden = true;
  byId("sign-in").hidden = false;
  say(byId("sign-in-trouble"), why);
  // Nothing of the plant stays behind for who sits down next.
  for (const id of ["run-body", "counts", "frame"]) {
    byId(id).replaceChildren();
  }
  byId(byId("username").value ? "password" : "username").focus();
}

async function showPlant() {
  byId("sign-in").hidden = true;
  byId("plant").hidden = byId("sign-out").hidden = false;
  await Promise.all([showToday(), showTrace()]);
}

const showToday = () =>
  shielded("today", [byId("run"), byId("lots")], async (isWanted) => {
    if (!byId("run-body").hasChildNodes()) {
      byId("run-body").append(html("p", { class: "nothing" }, label("loading")));
    }
    const [run, counts] = await Promise.all([loadRun(), loadCounts()]);
    if (isWanted()) {
      byId("run-body").replaceChildren(...drawRun(run));
      byId("counts").replaceChildren(...drawCounts(counts));
    }
  });

const showTrace = () =>
  shielded("trace", [byId("trace")], async (isWanted) => {
    const lot = lotInAddress();
    clearTrace(lot === null ? "" : label("loading"));
    if (lot === null) {
      return;
    }
    byId("lot").value = lot;
    try {
      const trace = await loadTrace(lot);
      if (isWanted()) {
        putTrace(drawTrace(trace));
      }
    } catch (error) {
      if (isWanted()) {
        clearTrace("");
      }
      throw error;
    }
  });

/** Does a piece of work, and shows what goes wrong: a refusal of the lot beside its field, the rest above. */
async function shielded(what, sections, work) {
  const mine = ++asked[what];
  // Whoever asked again meanwhile wants that answer.
  const isWanted = () => asked[what] === mine;
  trouble.box.hidden = true;
  sections.forEach((section) => section.setAttribute("aria-busy", "true"));
  try {
    await work(isWanted);
  } catch (error) {
    if (isWanted()) {
      tell(what, error);
    }
  }
  if (isWanted()) {
    sections.forEach((section) => section.removeAttribute("aria-busy"));
  }
}

function tell(what, error) {
  if (error instanceof SignedOut) {
    showSignIn(label("expired"));
  } else if (what === "trace" && error instanceof Refused && error.status < 500) {
    say(byId("trace-note"), error.message);
  } else {
    say(trouble.text, error instanceof Refused ? error.message : label("unreachable"));
    trouble.box.hidden = false;
    if (!(error instanceof Refused || error instanceof Unreachable)) {
      throw error;
    }
  }
}

function putTrace({ traced, note, picture }) {
  byId("lot").value = traced.code;
  say(byId("trace-note"), note);
  byId("frame").hidden = false;
  byId("frame").replaceChildren(picture);
  centre(byId("frame"));
}

function clearTrace(note) {
  say(byId("trace-note"), note);
  byId("frame").hidden = true;
  byId("frame").replaceChildren();
}

function say(element, words) {
  element.textContent = words;
  element.hidden = words === "";
}

byId("sign-in").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    await signIn(form.username.value, form.password.value);
    form.reset();
    say(byId("sign-in-trouble"), "");
    await showPlant();
  } catch (error) {
    form.password.value = "";
    showSignIn(error instanceof Refused ? error.message : label("unreachable"));
  } finally {
    button.disabled = false;
  }
});

byId("find").addEventListener("submit", (event) => {
  event.preventDefault();
  const wanted = address(event.target.lot.value.trim());
  // The same lot once more: the address does not change, the plant may have.
  if (location.hash === wanted) {
    showTrace();
  } else {
    location.hash = wanted;
  }
});

byId("sign-out").addEventListener("click", () => {
  signOut();
  showSignIn();
});
byId("refresh").addEventListener("click", showToday);
byId("again").addEventListener("click", showPlant);
window.addEventListener("hashchange", () => {
  if (isSignedIn()) {
    showTrace();
  }
});

write();
if (isSignedIn()) {
  showPlant();
} else {
  showSignIn();
}
