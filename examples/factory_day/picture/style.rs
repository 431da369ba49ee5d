//! Colours and weights of the picture. No meaning hangs on colour alone: words say the same.
use super::model::Concern;
use wms_core::{
    amount::Kilograms,
    lot::LotStatus,
    run::{Step, Stream},
};

/// The class of a step's stream.
pub(super) const fn stream(step: Step) -> &'static str {
    match step.stream() {
        Some(Stream::Preparation) => "a",
        Some(Stream::Production) => "b",
        Some(Stream::Service) => "c",
        None => "n",
    }
}

/// The class of a status.
pub(super) const fn status(status: LotStatus) -> &'static str {
    match status {
        LotStatus::Created => "created",
        LotStatus::Quarantine => "quarantine",
        LotStatus::Released => "released",
        LotStatus::Hold => "hold",
        LotStatus::Rejected => "rejected",
        LotStatus::Consumed => "consumed",
        LotStatus::Finished => "finished",
    }
}

/// The class of what a recall has to do with it.
pub(super) const fn concern(concern: Concern) -> &'static str {
    match concern {
        Concern::Recalled => " recalled",
        Concern::Concerned => " concerned",
        Concern::None => "",
    }
}

/// Pixels of a link: thin for a sack of spice, thick for a pallet.
pub(super) fn thickness(weight: Kilograms) -> i64 {
    let from = [30_000, 120_000, 300_000, 600_000];
    let passed = from.into_iter().filter(|grams| weight.grams() >= *grams);
    passed.fold(1, |thickness, _| thickness + 1)
}

/// The page's style sheet.
pub(super) const CSS: &str = "\
:root{--ink:#1c2733;--soft:#586675;--line:#d5dce3;--recall:#c2185b;--paper:#f6f7f9;
--a:#2f7d4f;--a-fill:#e3f3e8;--a-band:#f0f8f2;--b:#b4631a;--b-fill:#fdebd9;--b-band:#fdf6ee;
--c:#2667a8;--c-fill:#deecf9;--c-band:#eff6fc}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);
font:15px/1.5 system-ui,'Segoe UI',Roboto,'DejaVu Sans',sans-serif}
main{max-width:1720px;margin:0 auto;padding:24px 20px 48px}
h1{font-size:26px;line-height:1.25;margin:0 0 2px;overflow-wrap:anywhere}
h2{font-size:18px;margin:32px 0 10px}
.plant{color:var(--soft);margin:0 0 16px}
.facts{display:flex;flex-wrap:wrap;gap:10px;margin:0 0 18px;padding:0}
.facts div{background:#fff;border:1px solid var(--line);border-radius:10px;padding:8px 14px;min-width:0}
.facts dt{color:var(--soft);font-size:12px}
.facts dd{margin:0;font-weight:600;overflow-wrap:anywhere}
.legend{display:flex;flex-wrap:wrap;gap:6px 18px;margin:10px 0;padding:0;list-style:none;font-size:13px;color:var(--soft)}
.legend i{display:inline-block;width:12px;height:12px;border-radius:3px;margin-right:6px;vertical-align:-1px;border:1.5px solid}
.legend i.a{background:var(--a-fill);border-color:var(--a)}
.legend i.b{background:var(--b-fill);border-color:var(--b)}
.legend i.c{background:var(--c-fill);border-color:var(--c)}
.legend i.recalled{background:#fdeaf2;border:3px solid var(--recall)}
.legend i.concerned{background:#fff;border:2px solid var(--recall)}
.scroll{overflow-x:auto;background:#fff;border:1px solid var(--line);border-radius:12px;padding:6px;-webkit-overflow-scrolling:touch}
svg{display:block;width:100%;min-width:1180px;height:auto}
svg text{font-family:system-ui,'Segoe UI',Roboto,'DejaVu Sans',sans-serif;fill:var(--ink)}
.band.a{fill:var(--a-band)}.band.b{fill:var(--b-band)}.band.c{fill:var(--c-band)}.band.n{fill:#f3f4f6}
.step{font-size:14px;font-weight:700;text-anchor:middle}
svg .hu{font-size:12px;text-anchor:middle;fill:var(--soft);font-style:italic}
svg .sum{font-size:11px;text-anchor:middle;fill:var(--soft)}
.lot{fill:#fff;stroke-width:1.5}
.lot.a{fill:var(--a-fill);stroke:var(--a)}.lot.b{fill:var(--b-fill);stroke:var(--b)}.lot.c{fill:var(--c-fill);stroke:var(--c)}
.lot.many{stroke-dasharray:5 4}
.lot.concerned{stroke:var(--recall);stroke-width:2.25}
.lot.recalled{stroke:var(--recall);stroke-width:4.5;fill:#fdeaf2}
.code{font-size:13px;font-weight:700}
.weight{font-size:12.5px}
svg .caption{font-size:11.5px;fill:var(--soft)}
.link{fill:none;stroke:#8796a6;stroke-opacity:.55}
.link.carry{stroke:#b4631a;stroke-dasharray:5 3;stroke-opacity:.9}
.link.concerned{stroke:var(--recall);stroke-opacity:.6}
.tip{fill:#66758a}
svg .kg{font-size:11px;text-anchor:end;fill:#2d3a48;font-variant-numeric:tabular-nums;paint-order:stroke;stroke:#fff;stroke-width:3.5px;stroke-linejoin:round}
svg .status{font-size:11px;fill:var(--soft)}
.created{fill:#9aa5b1;background:#9aa5b1}.quarantine{fill:#e0a100;background:#e0a100}
.released{fill:#2e9e4f;background:#2e9e4f}.hold{fill:#d6540b;background:#d6540b}
.rejected{fill:#b3261e;background:#b3261e}.consumed{fill:#5b7fb0;background:#5b7fb0}
.finished{fill:#384656;background:#384656}
table{border-collapse:collapse;width:100%;background:#fff;font-size:14px}
.frame{border:1px solid var(--line);border-radius:12px;overflow-x:auto;background:#fff}
th,td{text-align:left;padding:7px 12px;border-bottom:1px solid #e8ecf0;vertical-align:top}
tr:last-child td{border-bottom:0}
th{font-size:12px;color:var(--soft);font-weight:600;white-space:nowrap}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td.nowrap{white-space:nowrap}
tr.recalled td{background:#fdeaf2}
.mark{display:inline-block;width:10px;height:10px;border-radius:50%;margin-right:7px}
details{margin:12px 0;background:#fff;border:1px solid var(--line);border-radius:12px}
summary{cursor:pointer;padding:11px 14px;font-weight:600}
details .frame{border:0;border-top:1px solid var(--line);border-radius:0 0 12px 12px}
pre{margin:0;padding:14px;overflow:auto;max-height:420px;font:12.5px/1.45 ui-monospace,'DejaVu Sans Mono',monospace;border-top:1px solid var(--line)}
.hint{display:none;color:var(--soft);font-size:13px;margin:0 0 6px}
@media (max-width:1200px){.hint{display:block}}
@media (max-width:640px){main{padding:16px 12px 40px}h1{font-size:20px}
.facts{display:grid;grid-template-columns:1fr 1fr;gap:8px}.facts .long{grid-column:1/-1}
th,td{padding:6px 9px}.wide{display:none}}
@media print{body{background:#fff}.scroll{overflow:visible;border:0}svg{min-width:0}}
";
