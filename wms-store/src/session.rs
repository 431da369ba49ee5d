use crate::{answer::Job, tenant::Tenant};
use std::sync::{Arc, Mutex, PoisonError};
use uuid::Uuid;
use wms_core::{
    actor::Actor,
    command::{Act, Envelope},
    error::Rejection,
    event::Event,
    ids::CommandKey,
    plant::Applied,
    time::Instant,
    world::{Stop, World},
};

/// One actor at work in a tenant's plant.
#[derive(Debug, Clone)]
pub struct Session {
    tenant: Tenant,
    actor: Actor,
    key: Option<CommandKey>,
    at: Option<Instant>,
}

impl Session {
    pub(crate) const fn new(tenant: Tenant, actor: Actor) -> Self {
        Self {
            tenant,
            actor,
            key: None,
            at: None,
        }
    }

    /// With the idempotency key of the next command; else a new one is drawn, and a repeat is another command.
    #[must_use]
    pub fn with_key(self, key: impl Into<CommandKey>) -> Self {
        Self {
            key: Some(key.into()),
            ..self
        }
    }

    /// With the time of the act; else it is the store's.
    #[must_use]
    pub fn at(self, at: Instant) -> Self {
        Self {
            at: Some(at),
            ..self
        }
    }

    /// Runs a command; the answer comes after the commit, the outcome is as of it.
    ///
    /// # Errors
    /// As for [`Tenant::execute`].
    pub async fn run<C>(&mut self, command: C) -> Result<Applied<C::Outcome>, Rejection>
    where
        C: Act + Send + 'static,
        C::Outcome: Send + 'static,
    {
        let key = self.key.take();
        let key = key.unwrap_or_else(|| CommandKey::new(Uuid::now_v7()));
        let mut envelope = Envelope::new(key, self.actor, command.clone());
        envelope.at = self.at;
        let outcome = move |world: &World, events: &[Event]| command.outcome(world, events);
        run(&self.tenant, envelope, outcome).await
    }
}

/// Runs an envelope and reads its outcome where it was decided.
pub(crate) async fn run<O: Send + 'static>(
    tenant: &Tenant,
    envelope: Envelope,
    outcome: impl Fn(&World, &[Event]) -> Result<O, Stop> + Send + 'static,
) -> Result<Applied<O>, Rejection> {
    let read = Arc::new(Mutex::new(None));
    let slot = Arc::clone(&read);
    let job = Job {
        envelope,
        outcome: Some(Box::new(move |world, events| {
            let outcome = outcome(world, events)?;
            *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(outcome);
            Ok(())
        })),
    };
    let done = tenant.run_job(job).await?;
    let outcome = read.lock().unwrap_or_else(PoisonError::into_inner).take();
    Ok(Applied {
        outcome: outcome.ok_or(Rejection::Internal {})?,
        events: done.events,
        warnings: done.warnings,
        replayed: done.replayed,
    })
}
