use super::{Session, wait};
use crate::{AuditError, Moved, Question};
use std::{
    collections::BTreeMap,
    io::{BufRead, Write},
};
use wms_core::{
    actor::Actor,
    command::{Envelope, Outcome},
    error::Rejection,
    ids::TenantId,
    lot::LotStatus,
    plant::{Answer, Applied},
    query::AuditVerification,
};

/// [`crate::Tenant`], blocking.
#[derive(Debug, Clone)]
pub struct Tenant(crate::Tenant);

impl From<crate::Tenant> for Tenant {
    fn from(tenant: crate::Tenant) -> Self {
        Self(tenant)
    }
}

impl Tenant {
    /// Which tenant it is.
    #[must_use]
    pub const fn id(&self) -> TenantId {
        self.0.id()
    }

    /// The door for typed commands.
    #[must_use]
    pub fn session(&self, actor: &Actor) -> Session {
        self.0.session(actor).into()
    }

    /// As [`crate::Tenant::execute`].
    ///
    /// # Errors
    /// The same.
    pub fn execute(&self, envelope: &Envelope) -> Result<Answer, Rejection> {
        wait(self.0.execute(envelope))
    }

    /// As [`crate::Tenant::run`].
    ///
    /// # Errors
    /// The same.
    pub fn run(&self, envelope: &Envelope) -> Result<Applied<Outcome>, Rejection> {
        wait(self.0.run(envelope))
    }

    /// As [`crate::Tenant::execute_many`].
    pub fn execute_many(
        &self,
        envelopes: impl IntoIterator<Item = Envelope>,
        progress: impl FnMut(usize),
    ) -> Vec<Result<Answer, Rejection>> {
        wait(self.0.execute_many(envelopes, progress))
    }

    /// As [`crate::Tenant::check`].
    ///
    /// # Errors
    /// The same.
    pub fn check(&self, envelope: &Envelope) -> Result<Answer, Rejection> {
        wait(self.0.check(envelope))
    }

    /// As [`crate::Tenant::execute_json`].
    #[must_use]
    pub fn execute_json(&self, envelope: &str) -> String {
        wait(self.0.execute_json(envelope))
    }

    /// As [`crate::Tenant::check_json`].
    #[must_use]
    pub fn check_json(&self, envelope: &str) -> String {
        wait(self.0.check_json(envelope))
    }

    /// As [`crate::Tenant::ask`].
    ///
    /// # Errors
    /// The same.
    pub fn ask<Q: Question>(&self, query: &Q) -> Result<Q::Answer, Rejection> {
        wait(self.0.ask(query))
    }

    /// As [`crate::Tenant::ask_json`].
    ///
    /// # Errors
    /// The same.
    pub fn ask_json(&self, query: &str) -> Result<String, String> {
        wait(self.0.ask_json(query))
    }

    /// As [`crate::Tenant::verify_audit`].
    ///
    /// # Errors
    /// The same.
    pub fn verify_audit(
        &self,
        checkpoint: Option<&str>,
        progress: impl FnMut(u64) + Send + 'static,
    ) -> Result<AuditVerification, Rejection> {
        wait(self.0.verify_audit(checkpoint, progress))
    }

    /// As [`crate::Tenant::export_audit`].
    ///
    /// # Errors
    /// The same.
    pub fn export_audit<W: Write + Send + 'static>(&self, to: W) -> Result<(W, Moved), AuditError> {
        wait(self.0.export_audit(to))
    }

    /// As [`crate::Tenant::rebuild_from_audit`].
    ///
    /// # Errors
    /// The same.
    pub fn rebuild_from_audit<R: BufRead + Send + 'static>(
        &self,
        from: R,
    ) -> Result<Moved, AuditError> {
        wait(self.0.rebuild_from_audit(from))
    }

    /// As [`crate::Tenant::count_lots`].
    ///
    /// # Errors
    /// The same.
    pub fn count_lots(&self) -> Result<BTreeMap<LotStatus, u64>, Rejection> {
        wait(self.0.count_lots())
    }
}
