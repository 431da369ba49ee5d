//! Sites and the policy.
use super::{Act, CommandType, Decide, act::shaped};
use crate::{
    error::Rejection,
    event::{Event, PolicyChanged, SiteDefined},
    policy::{PlantPolicy, PolicyChange},
    site::SiteCode,
    text::Text,
    time::{DayStart, TimeZone},
    wire::record,
    world::{Claim, Draft, Key, Stop, World, ensure},
};

record! {
    /// Defines a plant of the tenant, once.
    pub struct DefineSite {
        /// Its code.
        site: SiteCode,
        /// Its name.
        name: Text,
        /// Where its wall clock hangs.
        time_zone: TimeZone,
        ; default
        /// When its production day begins.
        day_starts_at (with_day_starts_at): DayStart = DayStart::default(),
    }
}

impl Decide for DefineSite {
    shaped!();

    fn footprint(&self) -> Vec<Claim> {
        vec![Claim::change(Key::Site(self.site))]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        ensure!(
            plant.find_site(self.site)?.is_none(),
            Rejection::already_exists("site", self.site)
        );

        plant.record(SiteDefined {
            site: self.site,
            name: self.name.clone(),
            time_zone: self.time_zone,
            day_starts_at: self.day_starts_at,
        })
    }
}

impl Act for DefineSite {
    type Outcome = ();
    const TYPE: CommandType = CommandType::DefineSite;
    fn outcome(&self, _: &World, _: &[Event]) -> Result<(), Stop> {
        Ok(())
    }
}

record! {
    /// Changes the plant's policy: what is given replaces, the rest stays.
    pub struct SetPolicy {
        /// What is given.
        policy: PolicyChange,
    }
}

impl Decide for SetPolicy {
    shaped!();

    fn footprint(&self) -> Vec<Claim> {
        vec![Claim::change(Key::Policy)]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        // Nothing is given, so there is nothing to do.
        if self.policy == PolicyChange::default() {
            return Ok(());
        }
        let tenant_id = plant.tenant();
        plant.record(PolicyChanged {
            tenant_id,
            policy: self.policy.clone(),
        })
    }
}

impl Act for SetPolicy {
    /// The whole policy as it is now.
    type Outcome = PlantPolicy;
    const TYPE: CommandType = CommandType::SetPolicy;
    fn outcome(&self, world: &World, _: &[Event]) -> Result<PlantPolicy, Stop> {
        Ok(world.policy()?.policy.clone())
    }
}
