//! What a plant decides for itself (rule book, section 13).
use crate::{amount::Ratio, audit::Head, lot::LotType, vocabulary::vocabulary};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

vocabulary! {
    /// Which codes a plant takes.
    pub enum CodeStyle {
        /// `TYPE-YYYYMMDD-SITE-NNNN`.
        Canonical = "CANONICAL", hu "kötött", en "canonical";
        /// Any 1–100 printable characters.
        Free = "FREE", hu "szabad", en "free";
    }
}

/// Declares the policy once: its fields, their defaults, and the subset that `set_policy` carries.
macro_rules! policy {
    ($($(#[$doc:meta])* $field:ident: $type:ty = $default:expr;)+) => {
        /// The rules a plant sets for itself, with the defaults of the rule book, section 13.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
        #[serde(deny_unknown_fields)]
        pub struct PlantPolicy { $($(#[$doc])* pub $field: $type,)+ }

        impl Default for PlantPolicy {
            fn default() -> Self {
                Self { $($field: $default),+ }
            }
        }

        /// Any subset of the policy: what is given replaces, the rest stays. Per lot type, too.
        #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
        #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
        #[serde(deny_unknown_fields)]
        pub struct PolicyChange {
            $($(#[$doc])* #[serde(default, skip_serializing_if = "Option::is_none")] pub $field: Option<$type>,)+
        }

        impl PolicyChange {
            /// The names of the fields, in the order of the rule book.
            pub const FIELDS: &'static [&'static str] = &[$(stringify!($field)),+];

            $(
                $(#[$doc])*
                #[must_use]
                pub fn $field(mut self, value: $type) -> Self {
                    self.$field = Some(value);
                    self
                }
            )+
        }

        impl PlantPolicy {
            /// Takes a change over.
            pub fn change(&mut self, change: &PolicyChange) {
                $(if let Some(given) = &change.$field { self.$field.take(given); })+
            }
        }

        impl crate::wire::Field for PolicyChange {
            const KIND: &'static str = "policy";

            fn read(value: &serde_json::value::RawValue, place: &crate::wire::Place<'_>) -> Result<Self, crate::error::Rejection> {
                let mut fields = crate::wire::Fields::read(value, place)?;
                let change = Self { $($field: fields.optional(stringify!($field))?),+ };
                fields.finish()?;
                Ok(change)
            }

            fn check(&self, place: &crate::wire::Place<'_>) -> Result<(), crate::error::Rejection> {
                self.ranges(place)
            }
        }
    };
}

policy! {
    /// Author and editors of a version may not approve it.
    four_eyes: bool = true;
    /// Missing canonical steps and critical gates stop a submit.
    strict_canonical: bool = false;
    /// Which codes are taken.
    code_style: CodeStyle = CodeStyle::Canonical;
    /// How many days old a parent may be, per its type; a type without an entry has no upper limit.
    max_age_days: BTreeMap<LotType, u32> = default_ages();
    /// How much more than its inputs a transform may bring, per output type.
    max_gain: BTreeMap<LotType, Ratio> = every_type(Ratio::percent(2));
    /// How much of its inputs a transform should bring, per output type.
    min_yield: BTreeMap<LotType, Ratio> = every_type(Ratio::ZERO);
    /// Species are kept apart.
    species_segregation: bool = true;
    /// Lots past their best-before are neither used nor dispatched.
    refuse_expired: bool = true;
    /// A hold behind a deviation ends only after a corrective action.
    require_corrective_action: bool = true;
    /// What stops a lot stops its descendants.
    hold_descendants: bool = true;
    /// A freezer holds one size at a time.
    buffer_sku_lock: bool = true;
    /// Capacities bind.
    hard_capacity: bool = false;
    /// Days a run stays after its end before it may be archived.
    retention_days: u32 = 30;
    /// Hours an act may lie back.
    max_backdate_hours: u32 = 72;
    /// Code points a reason needs.
    min_reason_chars: u32 = 10;
}

fn default_ages() -> BTreeMap<LotType, u32> {
    let year = [
        LotType::Frz15,
        LotType::Frz30,
        LotType::Fg15,
        LotType::Fg30,
        LotType::Pal,
    ]
    .map(|kind| (kind, 365));
    [(LotType::Raw, 5), (LotType::Deb, 2), (LotType::Bulk, 2)]
        .into_iter()
        .chain(year)
        .collect()
}

fn every_type(share: Ratio) -> BTreeMap<LotType, Ratio> {
    LotType::CREATABLE.map(|kind| (kind, share)).into()
}

/// Given values replace; given lot types replace theirs, others stay.
trait Take {
    fn take(&mut self, given: &Self);
}

macro_rules! replaced {
    ($($type:ty),+) => {$(
        impl Take for $type {
            fn take(&mut self, given: &Self) {
                *self = *given;
            }
        }
    )+};
}
replaced!(bool, u32, CodeStyle);

impl<T: Copy> Take for BTreeMap<LotType, T> {
    fn take(&mut self, given: &Self) {
        self.extend(given);
    }
}

impl PolicyChange {
    fn ranges(&self, place: &crate::wire::Place<'_>) -> Result<(), crate::error::Rejection> {
        let within = |name: &'static str,
                      value: Option<u32>,
                      allowed: core::ops::RangeInclusive<u32>| match value {
            Some(value) if !allowed.contains(&value) => Err(crate::error::Rejection::input(
                place.field(name),
                format_args!(
                    "a whole number from {} to {}",
                    allowed.start(),
                    allowed.end()
                ),
            )),
            _ => Ok(()),
        };
        within("retention_days", self.retention_days, 0..=3650)?;
        within("max_backdate_hours", self.max_backdate_hours, 0..=8760)?;
        within("min_reason_chars", self.min_reason_chars, 1..=200)
    }
}

/// A plant's policy with its audit stream.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct PolicyState {
    /// What holds now.
    pub policy: PlantPolicy,
    /// The head of its audit stream.
    pub head: Head,
}
