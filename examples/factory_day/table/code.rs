//! The codes that stand on labels.
use core::fmt;
use wms_core::{
    code::{CanonicalCode, GivenCode, Prefix},
    lot::LotType,
    site::SiteCode,
    time::Day,
};

/// The code on a lot's label; its prefix says what the lot is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct LotCode {
    pub(crate) lot_type: LotType,
    code: CanonicalCode,
}

impl LotCode {
    /// The code with this number of a type's sequence on a day at a site.
    pub(crate) fn numbered(lot_type: LotType, day: Day, site: SiteCode, number: u64) -> Self {
        let prefix = Prefix::Lot(lot_type);
        let code = CanonicalCode {
            prefix,
            day,
            site,
            number,
        };
        Self { lot_type, code }
    }

    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let code: CanonicalCode = text.parse().map_err(|error| format!("`{text}`: {error}"))?;
        match code.prefix {
            Prefix::Lot(lot_type) => Ok(Self { lot_type, code }),
            Prefix::Run => Err(format!("`{text}` is the code of a run, not of a lot")),
        }
    }

    pub(crate) fn given(self) -> GivenCode {
        self.code.into()
    }
}

impl fmt::Display for LotCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.code.fmt(f)
    }
}

/// The code of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct RunCode(CanonicalCode);

impl RunCode {
    /// The code with this number of the runs of a day at a site.
    pub(crate) fn numbered(day: Day, site: SiteCode, number: u64) -> Self {
        let prefix = Prefix::Run;
        Self(CanonicalCode {
            prefix,
            day,
            site,
            number,
        })
    }

    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let code: CanonicalCode = text.parse().map_err(|error| format!("`{text}`: {error}"))?;
        match code.prefix {
            Prefix::Run => Ok(Self(code)),
            Prefix::Lot(_) => Err(format!("`{text}` is the code of a lot, not of a run")),
        }
    }

    pub(crate) fn given(self) -> GivenCode {
        self.0.into()
    }
}

impl fmt::Display for RunCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
