// Every word of the page, in both languages.

const WORDS = {
  title: ["Lot traceability", "Tételkövetés"],
  signIn: ["Sign in", "Bejelentkezés"],
  signOut: ["Sign out", "Kijelentkezés"],
  username: ["Name", "Név"],
  password: ["Password", "Jelszó"],
  expired: ["Your session has ended. Sign in again.", "A munkamenet lejárt. Jelentkezzen be újra."],
  unreachable: ["The service does not answer.", "A szolgáltatás nem válaszol."],
  again: ["Try again", "Újra"],
  loading: ["Loading …", "Betöltés …"],
  refresh: ["Refresh", "Frissítés"],
  run: ["Run", "Futam"],
  noRun: ["There is no run yet.", "Még nincs futam."],
  step: ["Step {0} of 11", "{0}. lépés a 11-ből"],
  openDeviations: ["Open deviations", "Nyitott eltérések"],
  yield: ["Yield", "Kihozatal"],
  noYield: ["nothing made yet", "még nem készült semmi"],
  made: ["Lots of the run", "A futam tételei"],
  lots: ["Lots by status", "Tételek állapot szerint"],
  genealogy: ["Genealogy", "Származás"],
  lot: ["Code or id of a lot", "Tétel kódja vagy azonosítója"],
  trace: ["Trace", "Követés"],
  picture: ["Genealogy as a picture, scrolls sideways", "A származás képe, oldalra görgethető"],
  whole: ["{0} lots, {1} links.", "{0} tétel, {1} kapcsolat."],
  part: [
    "{0} lots, {1} links; drawn are the {2} nearest.",
    "{0} tétel, {1} kapcsolat; a képen a legközelebbi {2}.",
  ],
  alone: ["This lot came from no other, and nothing was made of it.", "Ez a tétel nem másikból készült, és nem is készült belőle semmi."],
  before: ["{0} back", "{0} vissza"],
  itself: ["the lot", "a tétel"],
  after: ["{0} forward", "{0} előre"],
  CREATED: ["created", "létrehozva"],
  QUARANTINE: ["in quarantine", "karanténban"],
  RELEASED: ["released", "felszabadítva"],
  HOLD: ["on hold", "zárolva"],
  REJECTED: ["rejected", "elutasítva"],
  CONSUMED: ["consumed", "felhasználva"],
  FINISHED: ["finished", "lezárva"],
  IDLE: ["idle", "indításra vár"],
  RUNNING: ["running", "folyamatban"],
  run_HOLD: ["on hold", "felfüggesztve"],
  COMPLETED: ["completed", "befejezve"],
  ABORTED: ["aborted", "megszakítva"],
  ARCHIVED: ["archived", "archiválva"],
};

export const LANGUAGE = navigator.language.toLowerCase().startsWith("hu") ? "hu" : "en";
const PLACE = LANGUAGE === "hu" ? 1 : 0;
const amounts = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 3 });
const shares = new Intl.NumberFormat(LANGUAGE, { style: "percent", maximumFractionDigits: 1 });

/** The words of a name, with values in their places. */
export function label(name, ...values) {
  return WORDS[name][PLACE].replace(/{(\d)}/g, (_, place) => values[Number(place)]);
}

/** A text of the plant, in the page's language where there is one. */
export function text(map) {
  return map[LANGUAGE] || Object.values(map).find(Boolean) || "";
}

/** An amount as people write it. */
export function kilograms(amount) {
  return `${amounts.format(amount)} kg`;
}

/** A yield as people write it. */
export function percent(share) {
  return shares.format(share);
}

/** Writes the words of the page's own elements. */
export function write() {
  document.documentElement.lang = LANGUAGE;
  document.title = label("title");
  for (const element of document.querySelectorAll("[data-label]")) {
    element.textContent = label(element.dataset.label);
  }
  for (const element of document.querySelectorAll("[data-name]")) {
    element.setAttribute("aria-label", label(element.dataset.name));
  }
}
