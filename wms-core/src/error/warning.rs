use crate::{amount::Kilograms, ids::BufferId, time::Instant, vocabulary::vocabulary};
use serde_json::{Map, Value, json};

vocabulary! {
    /// The stable codes of warnings.
    pub enum WarningCode {
        /// The buffer holds more than it should.
        OverCapacity = "OVER_CAPACITY";
        /// Less came out than the plant expects.
        YieldLow = "YIELD_LOW";
        /// The caller's clock is off: the store's time was used.
        ClockSkew = "CLOCK_SKEW";
    }
}

/// Something an applied command wants to be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub enum Warning {
    /// The buffer holds more than it should.
    OverCapacity {
        /// The buffer.
        buffer_id: BufferId,
        /// What it should hold at most.
        capacity_kg: Kilograms,
        /// What it holds now.
        would_hold_kg: Kilograms,
    },
    /// Less came out than the plant expects.
    YieldLow {
        /// What went in, less losses.
        inputs_kg: Kilograms,
        /// What came out.
        outputs_kg: Kilograms,
        /// What was expected, rounded up to the gram.
        expected_kg: Kilograms,
    },
    /// The caller's clock is off: the store's time was used.
    ClockSkew {
        /// What the caller said.
        at: Instant,
        /// The store's time.
        now: Instant,
    },
}

impl WarningCode {
    /// The names of the facts that come with it, as wire.md has them.
    #[must_use]
    pub const fn detail_names(self) -> &'static [&'static str] {
        match self {
            Self::OverCapacity => &["buffer_id", "capacity_kg", "would_hold_kg"],
            Self::YieldLow => &["inputs_kg", "outputs_kg", "expected_kg"],
            Self::ClockSkew => &["at", "now"],
        }
    }
}

impl Warning {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> WarningCode {
        match self {
            Self::OverCapacity { .. } => WarningCode::OverCapacity,
            Self::YieldLow { .. } => WarningCode::YieldLow,
            Self::ClockSkew { .. } => WarningCode::ClockSkew,
        }
    }

    /// The warning that was written with this code and these facts: a store keeps both.
    ///
    /// Returns nothing where a fact is missing or is not what it should be.
    #[must_use]
    pub fn from_parts(code: WarningCode, details: &Map<String, Value>) -> Option<Self> {
        fn fact<T: serde::de::DeserializeOwned>(
            details: &Map<String, Value>,
            name: &str,
        ) -> Option<T> {
            serde_json::from_value(details.get(name)?.clone()).ok()
        }
        Some(match code {
            WarningCode::OverCapacity => Self::OverCapacity {
                buffer_id: fact(details, "buffer_id")?,
                capacity_kg: fact(details, "capacity_kg")?,
                would_hold_kg: fact(details, "would_hold_kg")?,
            },
            WarningCode::YieldLow => Self::YieldLow {
                inputs_kg: fact(details, "inputs_kg")?,
                outputs_kg: fact(details, "outputs_kg")?,
                expected_kg: fact(details, "expected_kg")?,
            },
            WarningCode::ClockSkew => Self::ClockSkew {
                at: fact(details, "at")?,
                now: fact(details, "now")?,
            },
        })
    }

    /// The facts, by the names of wire.md.
    #[must_use]
    pub fn details(&self) -> Map<String, Value> {
        let facts = match self {
            Self::OverCapacity {
                buffer_id,
                capacity_kg,
                would_hold_kg,
            } => {
                json!({"buffer_id": buffer_id, "capacity_kg": capacity_kg, "would_hold_kg": would_hold_kg})
            }
            Self::YieldLow {
                inputs_kg,
                outputs_kg,
                expected_kg,
            } => {
                json!({"inputs_kg": inputs_kg, "outputs_kg": outputs_kg, "expected_kg": expected_kg})
            }
            Self::ClockSkew { at, now } => json!({"at": at, "now": now}),
        };
        match facts {
            Value::Object(facts) => facts,
            _ => Map::new(),
        }
    }
}
