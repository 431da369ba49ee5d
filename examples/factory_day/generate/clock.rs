//! The plant's day by the clock: what happens when at the lines.
use wms_core::{run::Step, time::Instant};

/// 2026-01-15 05:00 in Budapest, when the production day begins.
const OPENS_AT_MILLIS: i64 = 1_768_449_600_000;

/// Minutes after opening at which a step is reached, and the window in which its lots are weighed.
struct Phase {
    reached: i64,
    from: i64,
    to: i64,
}

/// Deboning takes the morning, blast freezing the evening; trucks leave before the next day begins.
const PHASES: [Phase; 11] = [
    Phase {
        reached: 1,
        from: 1,
        to: 1,
    },
    Phase {
        reached: 2,
        from: 5,
        to: 95,
    },
    Phase {
        reached: 110,
        from: 112,
        to: 235,
    },
    Phase {
        reached: 255,
        from: 257,
        to: 325,
    },
    Phase {
        reached: 345,
        from: 347,
        to: 465,
    },
    Phase {
        reached: 485,
        from: 487,
        to: 635,
    },
    Phase {
        reached: 655,
        from: 655,
        to: 655,
    },
    Phase {
        reached: 660,
        from: 960,
        to: 1055,
    },
    Phase {
        reached: 1120,
        from: 1122,
        to: 1195,
    },
    Phase {
        reached: 1215,
        from: 1217,
        to: 1255,
    },
    Phase {
        reached: 1275,
        from: 1285,
        to: 1400,
    },
];

/// An instant some seconds after opening.
pub(super) fn after_opening(seconds: i64) -> Instant {
    let opening = Instant::from_millis(OPENS_AT_MILLIS);
    let opening = opening.unwrap_or_else(|_| chrono::DateTime::UNIX_EPOCH.into());
    plus(opening, seconds)
}

/// Some seconds later.
pub(super) fn plus(at: Instant, seconds: i64) -> Instant {
    Instant::from_millis(at.millis() + seconds * 1000).unwrap_or(at)
}

/// When a line reaches a step; lines start two minutes apart, in groups of four.
pub(super) fn reached(step: Step, line: u32) -> Instant {
    let phase = PHASES.get(step.index());
    after_opening(phase.map_or(0, |phase| phase.reached * 60) + stagger(line))
}

/// When the `n`-th of `count` lots of a step is weighed.
pub(super) fn slot(step: Step, line: u32, n: usize, count: usize) -> Instant {
    let (n, count) = (
        i64::try_from(n).unwrap_or(0),
        i64::try_from(count).unwrap_or(1),
    );
    let (from, to) = PHASES
        .get(step.index())
        .map_or((0, 0), |phase| (phase.from * 60, phase.to * 60));
    after_opening(from + (to - from) * n / count.max(1) + stagger(line))
}

const fn stagger(line: u32) -> i64 {
    (line % 4) as i64 * 120
}
