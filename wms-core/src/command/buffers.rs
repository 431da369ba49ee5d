//! Buffers (rule book, sections 3, 7 and 9).
use super::{
    BufferOutcome, CommandType, Decide,
    act::{outcome_by, shaped},
    usage,
};
use crate::{
    actor::Role,
    amount::{Celsius, Kilograms},
    code::GivenCode,
    error::Rejection,
    event::{BufferCreated, BufferHoldLifted, BufferUpdated},
    ids::BufferId,
    lot::LotType,
    policy::PlantPolicy,
    quality::{ReadingKind, Subject},
    site::SiteCode,
    text::Reason,
    wire::{Place, record},
    world::{Claim, Draft, Key, Stop, ensure},
};

outcome_by!(BufferOutcome by buffer_id: CreateBuffer, UpdateBuffer, LiftBufferHold);

fn guard_range(min: Option<Celsius>, max: Celsius) -> Result<(), Rejection> {
    let fits = min.is_none_or(|min| min <= max);
    ensure!(
        fits,
        Rejection::input("temp_min_c", "the lower limit is at most the upper one")
    );
    Ok(())
}

fn guard_code(plant: &Draft<'_>, site: SiteCode, code: &str) -> Result<(), Stop> {
    let taken = plant.buffer_by_code(site, code)?.is_some();
    ensure!(!taken, Rejection::DuplicateCode { code: code.into() });
    Ok(())
}

record! {
    /// Creates a buffer.
    pub struct CreateBuffer {
        /// The buffer's new id.
        buffer_id: BufferId,
        /// Its code; unique within its site.
        code: GivenCode,
        /// LK, MIX, SKW15, SKW30, FRZ, PAL or the plant's own word.
        buffer_type: String,
        /// Where.
        site: SiteCode,
        /// The lot types it accepts.
        accepts: Vec<LotType>,
        /// What it should hold at most.
        capacity_kg: Kilograms,
        /// The upper end of its range.
        temp_max_c: Celsius,
        ; optional
        /// The lower end of its range.
        temp_min_c (with_temp_min_c): Celsius,
    }
}

impl Decide for CreateBuffer {
    fn check_shape(&self) -> Result<(), Rejection> {
        self.check_fields(&Place::ROOT)?;
        let named = !self.buffer_type.trim().is_empty();
        ensure!(
            named,
            Rejection::input("buffer_type", "something must be said")
        );
        usage::large(self.capacity_kg, "capacity_kg")?;
        guard_range(self.temp_min_c, self.temp_max_c)?;
        ensure!(
            !self.accepts.is_empty(),
            Rejection::input("accepts", "at least one lot type")
        );
        let twice = self
            .accepts
            .iter()
            .enumerate()
            .find(|(n, kind)| self.accepts.iter().take(*n).any(|seen| seen == *kind));
        ensure!(
            twice.is_none(),
            Rejection::input("accepts", "each lot type once")
        );
        Ok(())
    }

    /// Buffer codes are the plant's own words: any printable ones, in every plant.
    fn check_policy(&self, _: &PlantPolicy) -> Result<(), Rejection> {
        self.code.check_printable("code")
    }

    fn footprint(&self) -> Vec<Claim> {
        vec![
            Claim::rely(Key::Site(self.site)),
            Claim::change(Key::Buffer(self.buffer_id)),
            Claim::rely(Key::BufferCode(self.site, self.code.as_str().into())),
        ]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        plant.site(self.site)?;
        ensure!(
            plant.find_buffer(self.buffer_id)?.is_none(),
            Rejection::already_exists("buffer", self.buffer_id)
        );
        guard_code(plant, self.site, self.code.as_str())?;

        plant.record(BufferCreated {
            buffer_id: self.buffer_id,
            code: self.code.as_str().into(),
            buffer_type: self.buffer_type.as_str().into(),
            site: self.site,
            accepts: self.accepts.clone(),
            capacity_kg: self.capacity_kg,
            temp_min_c: self.temp_min_c,
            temp_max_c: self.temp_max_c,
        })
    }
}

record! {
    /// Changes a buffer: what is given replaces. Its temperature range is for managers.
    pub struct UpdateBuffer {
        /// The buffer.
        buffer_id: BufferId,
        ; optional
        /// Its code.
        code (with_code): GivenCode,
        /// What it should hold at most.
        capacity_kg (with_capacity_kg): Kilograms,
        /// The lower end of its range.
        temp_min_c (with_temp_min_c): Celsius,
        /// The upper end of its range.
        temp_max_c (with_temp_max_c): Celsius,
        /// Whether goods may enter.
        active (with_active): bool,
    }
}

impl UpdateBuffer {
    /// Nothing is given, so there is nothing to do.
    fn says_nothing(&self) -> bool {
        *self == Self::new(self.buffer_id)
    }
}

impl Decide for UpdateBuffer {
    fn check_shape(&self) -> Result<(), Rejection> {
        self.check_fields(&Place::ROOT)?;
        self.capacity_kg
            .iter()
            .try_for_each(|capacity| usage::large(*capacity, "capacity_kg"))?;
        match (self.temp_min_c, self.temp_max_c) {
            (Some(min), Some(max)) => guard_range(Some(min), max),
            _ => Ok(()),
        }
    }

    fn check_policy(&self, _: &PlantPolicy) -> Result<(), Rejection> {
        let mut code = self.code.iter();
        code.try_for_each(|code| code.check_printable("code"))
    }

    fn held_to(&self) -> &'static [Role] {
        let sets_range = self.temp_min_c.is_some() || self.temp_max_c.is_some();
        if sets_range {
            &[Role::Admin, Role::Manager]
        } else {
            &Role::ALL
        }
    }

    fn footprint(&self) -> Vec<Claim> {
        vec![Claim::change(Key::Buffer(self.buffer_id))]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let buffer = plant.buffer(self.buffer_id)?;
        guard_range(
            self.temp_min_c.or(buffer.temp_min),
            self.temp_max_c.unwrap_or(buffer.temp_max),
        )?;
        if let Some(code) = self
            .code
            .as_ref()
            .filter(|code| code.as_str() != &*buffer.code)
        {
            guard_code(plant, buffer.site, code.as_str())?;
        }

        if self.says_nothing() {
            return Ok(());
        }
        plant.record(BufferUpdated {
            buffer_id: self.buffer_id,
            code: self.code.as_ref().map(|code| code.as_str().into()),
            capacity_kg: self.capacity_kg,
            temp_min_c: self.temp_min_c,
            temp_max_c: self.temp_max_c,
            active: self.active,
        })
    }
}

record! {
    /// Lifts the hold of a buffer.
    pub struct LiftBufferHold {
        /// The buffer.
        buffer_id: BufferId,
        /// The manager's words.
        resolution: Reason,
    }
}

impl LiftBufferHold {
    /// A buffer's only deviations are those of its air.
    fn deviation(&self) -> (Subject, ReadingKind) {
        (Subject::Buffer(self.buffer_id), ReadingKind::Ambient)
    }
}

impl Decide for LiftBufferHold {
    shaped!();

    fn footprint(&self) -> Vec<Claim> {
        let (subject, kind) = self.deviation();
        vec![
            Claim::change(Key::Buffer(self.buffer_id)),
            Claim::rely(Key::OpenDeviation(subject, kind)),
        ]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let buffer = plant.buffer(self.buffer_id)?;
        ensure!(
            buffer.hold.is_some(),
            Rejection::InvalidTransition {
                entity: "buffer",
                id: buffer.id.to_string(),
                state: buffer.state(),
                command: CommandType::LiftBufferHold.as_str(),
            }
        );
        let (subject, kind) = self.deviation();
        let open = plant.open_deviation(subject, kind)?;
        let deviations: Vec<_> = open.into_iter().collect();
        let settled = deviations.is_empty() || !plant.policy()?.require_corrective_action;
        ensure!(settled, Rejection::DeviationOpen { deviations });

        plant.record(BufferHoldLifted {
            buffer_id: self.buffer_id,
            resolution: self.resolution.as_str().into(),
        })
    }
}
