use crate::{lot::LotType, site::SiteCode, time::Day, vocabulary::UnknownName};

/// What a code begins with: a creatable lot type, or `RUN`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Prefix {
    /// A lot of this type; MIX lots say `MIXLOT`.
    Lot(LotType),
    /// A run.
    Run,
}

impl Prefix {
    /// Every prefix: those of the creatable types, and `RUN`.
    pub fn all() -> impl Iterator<Item = Self> {
        LotType::CREATABLE
            .into_iter()
            .map(Self::Lot)
            .chain([Self::Run])
    }

    /// What the codes are on: the name of the lot type, or `RUN`.
    pub(crate) const fn made(self) -> &'static str {
        match self {
            Self::Lot(lot_type) => lot_type.as_str(),
            Self::Run => "RUN",
        }
    }

    /// The text.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Lot(LotType::Mix) => "MIXLOT",
            Self::Lot(lot_type) => lot_type.as_str(),
            Self::Run => "RUN",
        }
    }
}

impl core::fmt::Display for Prefix {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl core::str::FromStr for Prefix {
    type Err = UnknownName;
    fn from_str(text: &str) -> Result<Self, UnknownName> {
        Self::all()
            .find(|prefix| prefix.as_str() == text)
            .ok_or_else(|| {
                let names: Vec<_> = Self::all().map(Self::as_str).collect();
                UnknownName::new(text, &names)
            })
    }
}

crate::vocabulary::text_forms!(Prefix);

/// The text has not the shape of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a code is `TYPE-YYYYMMDD-SITE-NNNN`, its number from 0001 on")]
pub struct NotACode;

/// A code of canonical shape. Codes of one prefix, day and site stand in the order of their numbers.
///
/// ```
/// use wms_core::code::CanonicalCode;
/// let code: CanonicalCode = "MIXLOT-20260115-DUNA-0007".parse()?;
/// assert_eq!(code.number, 7);
/// assert_eq!(code.to_string(), "MIXLOT-20260115-DUNA-0007");
/// assert!("MIX-20260115-DUNA-0007".parse::<CanonicalCode>().is_err());
/// # Ok::<(), wms_core::code::NotACode>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CanonicalCode {
    /// What it is on.
    pub prefix: Prefix,
    /// The production day.
    pub day: Day,
    /// The plant.
    pub site: SiteCode,
    /// Its number in the sequence of (tenant, prefix, day, site), from 1 on.
    pub number: u64,
}

impl core::fmt::Display for CanonicalCode {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let day = self.day.to_date();
        use chrono::Datelike;
        write!(
            f,
            "{}-{:04}{:02}{:02}-{}-{:04}",
            self.prefix,
            day.year(),
            day.month(),
            day.day(),
            self.site,
            self.number
        )
    }
}

impl core::str::FromStr for CanonicalCode {
    type Err = NotACode;
    fn from_str(text: &str) -> Result<Self, NotACode> {
        let mut parts = text.split('-');
        let (Some(prefix), Some(day), Some(site), Some(number), None) = (
            parts.next(),
            parts.next(),
            parts.next(),
            parts.next(),
            parts.next(),
        ) else {
            return Err(NotACode);
        };
        Ok(Self {
            prefix: prefix.parse().map_err(|_| NotACode)?,
            day: compact_day(day)?,
            site: site.parse().map_err(|_| NotACode)?,
            number: sequence_number(number)?,
        })
    }
}

fn compact_day(text: &str) -> Result<Day, NotACode> {
    if text.len() != 8 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(NotACode);
    }
    let digits: u32 = text.parse().map_err(|_| NotACode)?;
    let year = i32::try_from(digits / 10_000).map_err(|_| NotACode)?;
    Day::from_ymd(year, digits / 100 % 100, digits % 100).map_err(|_| NotACode)
}

/// Four digits up to 9999, growing past it without leading zeros; never 0.
fn sequence_number(text: &str) -> Result<u64, NotACode> {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    let padded = text.len() == 4 || (text.len() > 4 && !text.starts_with('0'));
    match text.parse() {
        // A sequence that reached i64::MAX could not be stored, nor go on.
        Ok(number) if digits && padded && number > 0 && number < i64::MAX.unsigned_abs() => {
            Ok(number)
        }
        _ => Err(NotACode),
    }
}

/// The order of codes: as texts, but the numbers of canonical ones count as numbers (9999 before 10000).
pub(crate) fn order(a: &str, b: &str) -> core::cmp::Ordering {
    order_key(a).cmp(&order_key(b))
}

/// What stands in that order: what comes before the number, how long it is, the number, the whole.
pub(crate) fn order_key(code: &str) -> (&str, usize, &str, &str) {
    match code.rsplit_once('-') {
        Some((stem, number)) if code.parse::<CanonicalCode>().is_ok() => {
            let number = number.trim_start_matches('0');
            (stem, number.len(), number, code)
        }
        _ => (code, 0, "", code),
    }
}
