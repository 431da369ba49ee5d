//! Lots: their labels, their receipt, their end (rule book, sections 4 and 6).
use super::{
    CommandType, Decide, LotOutcome, NewLot,
    act::{outcome_by, shaped},
    codes::{Wanted, lot_codes},
};
use crate::{
    error::Rejection,
    event::{LotFinished, LotRegistered, LotVoided},
    ids::{LotId, RunId},
    lot::{LotTransition, LotType, guard, refusal},
    policy::PlantPolicy,
    run::{Run, RunStatus},
    site::SiteCode,
    text::Reason,
    wire::{FieldInfo, Fields, Place, record},
    world::{Claim, Draft, Key, Stop, ensure},
};

outcome_by!(LotOutcome by lot_id: CreateLot, RegisterLot, FinishLot, VoidLot);

/// Creates a lot: a label exists, the goods perhaps not yet.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct CreateLot {
    /// The lot's new id.
    pub lot_id: LotId,
    /// Where.
    pub site: SiteCode,
    /// What it is.
    #[serde(flatten)]
    pub lot: NewLot,
}

impl CreateLot {
    /// Its fields as wire.md names them, beside those of [`NewLot`].
    pub const FIELDS: &'static [FieldInfo] = &[LOT_ID, SITE];

    /// A label for a lot.
    #[must_use]
    pub fn new(lot_id: impl Into<LotId>, site: impl Into<SiteCode>, lot: NewLot) -> Self {
        Self {
            lot_id: lot_id.into(),
            site: site.into(),
            lot,
        }
    }

    pub(super) fn take_from(fields: &mut Fields<'_>) -> Result<Self, Rejection> {
        Ok(Self {
            lot_id: fields.required("lot_id")?,
            site: fields.required("site")?,
            lot: NewLot::take_from(fields)?,
        })
    }
}

const LOT_ID: FieldInfo = FieldInfo {
    name: "lot_id",
    kind: "id",
    required: true,
};
const SITE: FieldInfo = FieldInfo {
    name: "site",
    kind: "site",
    required: true,
};
const RUN_ID: FieldInfo = FieldInfo {
    name: "run_id",
    kind: "id",
    required: true,
};

impl Decide for CreateLot {
    fn check_shape(&self) -> Result<(), Rejection> {
        self.lot.check_shape(&Place::ROOT)
    }

    fn check_policy(&self, policy: &PlantPolicy) -> Result<(), Rejection> {
        self.lot.check_fields_policy(&Place::ROOT, policy)
    }

    fn footprint(&self) -> Vec<Claim> {
        vec![
            Claim::rely(Key::Site(self.site)),
            Claim::change(Key::Lot(self.lot_id)),
        ]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let today = plant.site(self.site)?.production_day(plant.ctx.at);
        ensure!(
            plant.find_lot(self.lot_id)?.is_none(),
            Rejection::already_exists("lot", self.lot_id)
        );

        create(plant, self.lot_id, self.site, &self.lot, today)
    }
}

/// Gives a new lot its code, and records that its label exists.
fn create(
    plant: &mut Draft<'_>,
    lot_id: LotId,
    site: SiteCode,
    lot: &NewLot,
    today: crate::time::Day,
) -> Result<(), Stop> {
    let wanted = [Wanted {
        given: lot.code.as_ref(),
        sequence: lot.sequence(site, today),
    }];
    let codes = lot_codes(plant, &wanted)?;
    codes
        .into_iter()
        .try_for_each(|code| plant.record(lot.created(lot_id, site, today, code)))
}

/// Registers a lot: its goods are here and wait for their inspection.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct RegisterLot {
    /// The lot: a CREATED one, or a new id.
    pub lot_id: LotId,
    /// The run that receives it.
    pub run_id: RunId,
    /// What it is, when it does not exist yet.
    #[serde(flatten)]
    pub new: Option<SitedLot>,
}

/// A lot to be made, with its site.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct SitedLot {
    /// Where.
    pub site: SiteCode,
    /// What it is.
    #[serde(flatten)]
    pub lot: NewLot,
}

impl RegisterLot {
    /// Its fields as wire.md names them, beside those of [`NewLot`] and the site of a new lot.
    pub const FIELDS: &'static [FieldInfo] = &[LOT_ID, RUN_ID];

    /// A lot whose label exists.
    #[must_use]
    pub fn created(lot_id: impl Into<LotId>, run_id: impl Into<RunId>) -> Self {
        Self {
            lot_id: lot_id.into(),
            run_id: run_id.into(),
            new: None,
        }
    }

    /// A lot that does not exist yet.
    #[must_use]
    pub fn new(
        lot_id: impl Into<LotId>,
        run_id: impl Into<RunId>,
        site: impl Into<SiteCode>,
        lot: NewLot,
    ) -> Self {
        let new = Some(SitedLot {
            site: site.into(),
            lot,
        });
        Self {
            lot_id: lot_id.into(),
            run_id: run_id.into(),
            new,
        }
    }

    pub(super) fn take_from(fields: &mut Fields<'_>) -> Result<Self, Rejection> {
        let (lot_id, run_id, site) = (
            fields.required("lot_id")?,
            fields.required("run_id")?,
            fields.optional("site")?,
        );
        let lot = NewLot::take_if_given(fields)?;
        let new = match (site, lot) {
            (None, None) => None,
            (Some(site), Some(lot)) => Some(SitedLot { site, lot }),
            (Some(_), None) => return Err(Rejection::input("lot_type", "is needed for a new lot")),
            (None, Some(_)) => return Err(Rejection::input("site", "is needed for a new lot")),
        };
        Ok(Self {
            lot_id,
            run_id,
            new,
        })
    }

    /// The lot there is, or that will be made: its site and type.
    fn target(&self, plant: &Draft<'_>) -> Result<(SiteCode, LotType), Stop> {
        match (plant.find_lot(self.lot_id)?, &self.new) {
            (None, None) => Err(Rejection::not_found("lot", self.lot_id).into()),
            (Some(_), Some(_)) => Err(Rejection::input(
                "lot_type",
                "the lot exists: the fields of a new one must be absent",
            )
            .into()),
            (None, Some(new)) => Ok((new.site, new.lot.lot_type)),
            (Some(lot), None) => Ok((lot.site, lot.lot_type)),
        }
    }
}

impl Decide for RegisterLot {
    fn check_shape(&self) -> Result<(), Rejection> {
        self.new
            .iter()
            .try_for_each(|new| new.lot.check_shape(&Place::ROOT))
    }

    fn check_policy(&self, policy: &PlantPolicy) -> Result<(), Rejection> {
        self.new
            .iter()
            .try_for_each(|new| new.lot.check_fields_policy(&Place::ROOT, policy))
    }

    fn footprint(&self) -> Vec<Claim> {
        let site = self.new.iter().map(|new| Claim::rely(Key::Site(new.site)));
        [
            Claim::rely(Key::Run(self.run_id)),
            Claim::change(Key::Lot(self.lot_id)),
        ]
        .into_iter()
        .chain(site)
        .collect()
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let run = plant.run(self.run_id)?;
        if let Some(new) = &self.new {
            plant.site(new.site)?;
        }
        let (site, lot_type) = self.target(plant)?;
        if let Some(lot) = plant.find_lot(self.lot_id)? {
            guard(lot, LotTransition::Register, CommandType::RegisterLot)?;
        }
        guard_running(run)?;
        ensure!(
            site == run.site,
            Rejection::SiteMismatch {
                expected: run.site,
                actual: site
            }
        );
        guard_step(lot_type, run)?;
        ensure!(
            lot_type == LotType::Raw,
            Rejection::ParentsRequired { lot_type }
        );

        if let Some(new) = &self.new {
            let today = plant.site(new.site)?.production_day(plant.ctx.at);
            create(plant, self.lot_id, new.site, &new.lot, today)?;
        }
        plant.record(LotRegistered {
            lot_id: self.lot_id,
            run_id: self.run_id,
        })
    }
}

/// Goods come only into a run that is RUNNING.
pub(super) fn guard_running(run: &Run) -> Result<(), Rejection> {
    let running = run.status == RunStatus::Running;
    ensure!(
        running,
        Rejection::RunNotRunning {
            run_id: run.id,
            status: run.status
        }
    );
    Ok(())
}

/// The lot's step is not ahead of the run's.
pub(super) fn guard_step(lot_type: LotType, run: &Run) -> Result<(), Rejection> {
    let step = lot_type.step();
    ensure!(
        step <= run.step,
        Rejection::WrongStep {
            lot_type,
            step,
            run_step: run.step
        }
    );
    Ok(())
}

record! {
    /// Finishes a consumed lot once all that came of it is finished or rejected.
    pub struct FinishLot {
        /// The lot.
        lot_id: LotId,
    }
}

impl Decide for FinishLot {
    shaped!();

    fn footprint(&self) -> Vec<Claim> {
        vec![
            Claim::change(Key::Lot(self.lot_id)),
            Claim::rely(Key::OpenChildren(self.lot_id)),
        ]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        guard(
            plant.lot(self.lot_id)?,
            LotTransition::Finish,
            CommandType::FinishLot,
        )?;
        let mut open = plant.open_children(self.lot_id)?;
        refusal(&mut open, |lots, count| Rejection::ChildrenOpen {
            lots,
            count,
        })?;

        plant.record(LotFinished {
            lot_id: self.lot_id,
        })
    }
}

record! {
    /// Voids a label made by mistake: it keeps its code and leaves every list.
    pub struct VoidLot {
        /// The lot.
        lot_id: LotId,
        /// Why.
        reason: Reason,
    }
}

impl Decide for VoidLot {
    shaped!();

    fn footprint(&self) -> Vec<Claim> {
        vec![Claim::change(Key::Lot(self.lot_id))]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let lot = plant.lot(self.lot_id)?;
        guard(lot, LotTransition::Void, CommandType::VoidLot)?;
        let buffers: Vec<_> = lot
            .positions
            .iter()
            .map(|position| position.buffer_id)
            .collect();
        ensure!(buffers.is_empty(), Rejection::LotInBuffer { buffers });

        plant.record(LotVoided {
            lot_id: self.lot_id,
            reason: self.reason.as_str().into(),
        })
    }
}
