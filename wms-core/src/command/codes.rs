//! Codes: given, drawn, leased (rule book, section 6).
use super::{Act, CommandType, Decide, LeaseOutcome, act::shaped};
use crate::{
    code::{CanonicalCode, GivenCode, Prefix},
    error::Rejection,
    event::{CodesLeased, Event},
    ids::DeviceId,
    policy::CodeStyle,
    site::SiteCode,
    time::Day,
    wire::record,
    world::{Claim, Draft, Key, Sequence, Stop, World, ensure},
};
use std::collections::BTreeMap;

/// A code that something new shall have.
pub(super) struct Wanted<'a> {
    pub(super) given: Option<&'a GivenCode>,
    pub(super) sequence: Sequence,
}

/// What codes are unique among.
#[derive(Clone, Copy)]
enum Among {
    Lots,
    Runs,
}

impl Among {
    fn has(self, plant: &Draft<'_>, code: &str) -> Result<bool, Stop> {
        match self {
            Self::Lots => Ok(plant.lot_by_code(code)?.is_some()),
            Self::Runs => Ok(plant.run_by_code(code)?.is_some()),
        }
    }

    fn key(self, code: &str) -> Key {
        match self {
            Self::Lots => Key::LotCode(code.into()),
            Self::Runs => Key::RunCode(code.into()),
        }
    }
}

/// The codes of new lots, in their order.
pub(super) fn lot_codes(plant: &Draft<'_>, wanted: &[Wanted<'_>]) -> Result<Vec<Box<str>>, Stop> {
    assign(plant, wanted, Among::Lots)
}

/// The code of a new run.
pub(super) fn run_code(
    plant: &Draft<'_>,
    given: Option<&GivenCode>,
    day: Day,
    site: SiteCode,
) -> Result<Box<str>, Stop> {
    let wanted = [Wanted {
        given,
        sequence: Sequence {
            prefix: Prefix::Run,
            day,
            site,
        },
    }];
    // One was wanted, so there is one.
    assign(plant, &wanted, Among::Runs)?
        .pop()
        .ok_or_else(|| Rejection::Internal {}.into())
}

/// Given codes are claimed first; the others are the next numbers of their sequences.
fn assign(plant: &Draft<'_>, wanted: &[Wanted<'_>], among: Among) -> Result<Vec<Box<str>>, Stop> {
    let sequences = wanted
        .iter()
        .map(|one| Claim::change(Key::Sequence(one.sequence)));
    let codes = wanted
        .iter()
        .filter_map(|one| one.given)
        .map(|given| Claim::rely(among.key(given.as_str())));
    plant.want(sequences.chain(codes))?;
    if plant.policy()?.code_style == CodeStyle::Canonical {
        wanted.iter().try_for_each(agrees)?;
    }
    let mut claimed: Vec<&str> = Vec::new();
    for given in wanted.iter().filter_map(|one| one.given) {
        let taken = claimed.contains(&given.as_str()) || among.has(plant, given.as_str())?;
        ensure!(
            !taken,
            Rejection::DuplicateCode {
                code: given.as_str().into()
            }
        );
        claimed.push(given.as_str());
    }

    let mut last: BTreeMap<Sequence, u64> = BTreeMap::new();
    for one in wanted {
        let stored = plant.sequence(one.sequence)?;
        let number = last.entry(one.sequence).or_insert(stored);
        if let Some(given) = one
            .given
            .and_then(GivenCode::canonical)
            .filter(|code| Sequence::of(code) == one.sequence)
        {
            *number = (*number).max(given.number);
        }
    }
    wanted
        .iter()
        .map(|one| match one.given {
            Some(given) => Ok(given.as_str().into()),
            None => Ok(draw(plant, one.sequence, &mut last, &claimed)),
        })
        .collect()
}

/// The next number of a sequence whose code nobody took: FREE codes may stand in its way.
fn draw(
    plant: &Draft<'_>,
    sequence: Sequence,
    last: &mut BTreeMap<Sequence, u64>,
    claimed: &[&str],
) -> Box<str> {
    let Sequence { prefix, day, site } = sequence;
    let number = last.entry(sequence).or_default();
    loop {
        *number = number.saturating_add(1);
        let code = CanonicalCode {
            prefix,
            day,
            site,
            number: *number,
        };
        let text = code.to_string();
        if !claimed.contains(&text.as_str()) && !plant.is_taken(&code, &text) {
            return text.into();
        }
    }
}

/// Type, production day and site of a code must agree with what it stands on.
fn agrees(wanted: &Wanted<'_>) -> Result<(), Rejection> {
    let Some((given, code)) = wanted
        .given
        .and_then(|given| Some((given, given.canonical()?)))
    else {
        return Ok(());
    };
    let own = wanted.sequence;
    let mismatch = |field, expected: String| Rejection::CodeMismatch {
        code: given.as_str().into(),
        field,
        expected,
    };
    ensure!(
        code.prefix == own.prefix,
        mismatch("lot_type", own.prefix.made().to_owned())
    );
    ensure!(
        code.day == own.day,
        mismatch("production_day", own.day.to_string())
    );
    ensure!(
        code.site == own.site,
        mismatch("site", own.site.to_string())
    );
    Ok(())
}

record! {
    /// Leases a block of code numbers, so that a device can print labels offline.
    pub struct LeaseCodes {
        /// Of a lot type, or `RUN`.
        prefix: Prefix,
        /// The site of the codes.
        site: SiteCode,
        /// Their day.
        day: Day,
        /// How many, 1–1000.
        count: u32,
        /// The device.
        device_id: DeviceId,
    }
}

impl LeaseCodes {
    fn sequence(&self) -> Sequence {
        Sequence {
            prefix: self.prefix,
            day: self.day,
            site: self.site,
        }
    }
}

impl Decide for LeaseCodes {
    shaped!(|command| {
        ensure!(
            (1..=1000).contains(&command.count),
            Rejection::input("count", "a lease holds 1 to 1000 numbers")
        );
        Ok(())
    });

    fn footprint(&self) -> Vec<Claim> {
        vec![
            Claim::change(Key::Site(self.site)),
            Claim::change(Key::Sequence(self.sequence())),
        ]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        plant.site(self.site)?;

        let first = plant.sequence(self.sequence())?.saturating_add(1);
        let Self {
            prefix,
            site,
            day,
            count,
            device_id,
        } = *self;
        plant.record(CodesLeased {
            site,
            prefix,
            day,
            first,
            count,
            device_id,
        })
    }
}

impl Act for LeaseCodes {
    type Outcome = LeaseOutcome;
    const TYPE: CommandType = CommandType::LeaseCodes;
    fn outcome(&self, _: &World, events: &[Event]) -> Result<LeaseOutcome, Stop> {
        let leased = events.iter().find_map(|event| match event {
            Event::CodesLeased(leased) => Some(LeaseOutcome {
                first: leased.first,
                count: leased.count,
            }),
            _ => None,
        });
        leased.ok_or_else(|| Rejection::Internal {}.into())
    }
}
