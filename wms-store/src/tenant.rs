use crate::{
    answer::{Done, Job, Verdict},
    ask::Question,
    database::{Engine, on},
    session::{self, Session},
    telemetry,
    work::{Found, Heard, Read},
};
use std::collections::BTreeMap;
use wms_core::{
    actor::Actor,
    command::{Envelope, Outcome},
    error::Rejection,
    event::Event,
    ids::TenantId,
    lot::LotStatus,
    plant::{Answer, Applied},
    query::{AuditVerification, Query, VerifyAudit},
    wire::{rejected_json, rejection_json},
    world::World,
};

/// The plant of one tenant: a cheap handle, to be cloned at will.
///
/// A command runs to its end even when the future that waits for it is dropped.
#[derive(Clone)]
pub struct Tenant {
    engine: Engine,
    id: TenantId,
}

impl core::fmt::Debug for Tenant {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Tenant")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// How many commands of [`Tenant::execute_many`] share a transaction.
const BATCH: usize = 1_000;

impl Tenant {
    pub(crate) const fn new(engine: Engine, id: TenantId) -> Self {
        Self { engine, id }
    }

    pub(crate) const fn engine(&self) -> &Engine {
        &self.engine
    }

    /// Which tenant it is.
    #[must_use]
    pub const fn id(&self) -> TenantId {
        self.id
    }

    /// The door for typed commands: `tenant.session(&actor).run(command)`.
    #[must_use]
    pub fn session(&self, actor: &Actor) -> Session {
        Session::new(self.clone(), *actor)
    }

    /// Executes a command; the answer comes after the commit.
    ///
    /// # Errors
    /// The first check that failed, in the order of wire.md, and nothing changed; `STORE_BUSY` and
    /// `STORE_UNAVAILABLE`, after which the same envelope may be sent again; `STORE_CORRUPT`, `INTERNAL`.
    pub async fn execute(&self, envelope: &Envelope) -> Result<Answer, Rejection> {
        self.run_one(envelope.clone()).await.map(Done::into_answer)
    }

    /// Executes a command of any type, and tells what its caller wants next, as of the commit.
    ///
    /// # Errors
    /// As for [`Tenant::execute`].
    pub async fn run(&self, envelope: &Envelope) -> Result<Applied<Outcome>, Rejection> {
        let command = envelope.command.clone();
        let outcome = move |world: &World, events: &[Event]| command.outcome(world, events);
        session::run(self, envelope.clone(), outcome).await
    }

    /// Executes many commands, about a thousand in a transaction: a refused one refuses only itself.
    ///
    /// `progress` hears after each commit how many of them are settled.
    pub async fn execute_many(
        &self,
        envelopes: impl IntoIterator<Item = Envelope>,
        mut progress: impl FnMut(usize),
    ) -> Vec<Result<Answer, Rejection>> {
        let mut envelopes = envelopes.into_iter().peekable();
        let mut answers = Vec::new();
        while envelopes.peek().is_some() {
            let batch = envelopes.by_ref().take(BATCH);
            let jobs = batch.map(|envelope| Job {
                envelope,
                outcome: None,
            });
            let verdicts = self.run_jobs(jobs.collect()).await;
            answers.extend(verdicts.into_iter().map(|one| one.map(Done::into_answer)));
            progress(answers.len());
        }
        answers
    }

    /// The same answer as [`Tenant::execute`], and nothing is written.
    ///
    /// # Errors
    /// As for [`Tenant::execute`].
    pub async fn check(&self, envelope: &Envelope) -> Result<Answer, Rejection> {
        self.check_one(envelope.clone())
            .await
            .map(Done::into_answer)
    }

    /// Executes an envelope's JSON and answers in JSON, as wire.md has it.
    pub async fn execute_json(&self, envelope: &str) -> String {
        let verdict = match Envelope::from_json(envelope) {
            Ok(envelope) => self.run_one(envelope).await,
            Err(rejection) => Err(rejection),
        };
        answer_json(&verdict)
    }

    /// The same answer as [`Tenant::execute_json`], and nothing is written.
    pub async fn check_json(&self, envelope: &str) -> String {
        let verdict = match Envelope::from_json(envelope) {
            Ok(envelope) => self.check_one(envelope).await,
            Err(rejection) => Err(rejection),
        };
        answer_json(&verdict)
    }

    /// Answers a query from one snapshot.
    ///
    /// # Errors
    /// `INVALID_INPUT` for a malformed query or a cursor of another one, `NOT_FOUND` for a thing that is not
    /// there, `STORE_BUSY`, `STORE_UNAVAILABLE`, `STORE_CORRUPT`.
    pub async fn ask<Q: Question>(&self, query: &Q) -> Result<Q::Answer, Rejection> {
        let shape: Query = query.clone().into();
        let answered = async {
            shape.check_shape()?;
            query.ask(self).await
        };
        telemetry::query(self.id, &shape, answered).await
    }

    /// Answers a query's JSON in JSON, as wire.md has it.
    ///
    /// # Errors
    /// The JSON of the error.
    pub async fn ask_json(&self, query: &str) -> Result<String, String> {
        let answered = match Query::from_json(query) {
            Ok(query) => {
                let answered = crate::ask::answer_json(self, &query);
                telemetry::query(self.id, &query, answered).await
            }
            Err(rejection) => Err(rejection),
        };
        answered.map_err(|rejection| rejection_json(&rejection))
    }

    /// Verifies the whole log, as the query `verify_audit` does; `progress` hears how many events were read.
    ///
    /// It reads some thousand events at a time, in one snapshot; in memory it keeps a hash per entity. The
    /// checkpoint covers what no late commit can come before any more.
    ///
    /// # Errors
    /// `STORE_BUSY`, `STORE_UNAVAILABLE`, `STORE_CORRUPT`. A log that is not whole is no error: the answer says so.
    pub async fn verify_audit(
        &self,
        checkpoint: Option<&str>,
        progress: impl FnMut(u64) + Send + 'static,
    ) -> Result<AuditVerification, Rejection> {
        let mut query = VerifyAudit::new();
        query.checkpoint = checkpoint.map(Into::into);
        let verified = crate::ask::verify(self, query.clone(), Box::new(progress));
        telemetry::query(self.id, &query.into(), verified).await
    }

    /// How many lots of each status there are, voided ones left out; sets the gauge `wms_lots`.
    ///
    /// It counts all of them: once a minute, say, not with every command.
    ///
    /// # Errors
    /// `STORE_BUSY`, `STORE_UNAVAILABLE`, `STORE_CORRUPT`.
    pub async fn count_lots(&self) -> Result<BTreeMap<LotStatus, u64>, Rejection> {
        let Found::Lots(counted) = self.read(Read::CountLots).await? else {
            return Err(Rejection::Internal {});
        };
        let mut lots: BTreeMap<_, _> = LotStatus::ALL.iter().map(|one| (*one, 0)).collect();
        lots.extend(counted);
        for (status, count) in &lots {
            telemetry::lots(*status, *count);
        }
        Ok(lots)
    }

    pub(crate) async fn run_job(&self, job: Job) -> Verdict {
        let verdict = self.run_jobs(vec![job]).await.pop();
        verdict.unwrap_or(Err(Rejection::StoreUnavailable {}))
    }

    async fn run_one(&self, envelope: Envelope) -> Verdict {
        let outcome = None;
        self.run_job(Job { envelope, outcome }).await
    }

    async fn run_jobs(&self, jobs: Vec<Job>) -> Vec<Verdict> {
        telemetry::commands(
            self.id,
            jobs,
            async |jobs| on!(&self.engine, engine => engine.execute(self.id, jobs).await),
        )
        .await
    }

    async fn check_one(&self, envelope: Envelope) -> Verdict {
        let outcome = None;
        telemetry::check(self.id, async {
            match self.read(Read::Check(Job { envelope, outcome })).await? {
                Found::Verdict(verdict) => *verdict,
                _ => Err(Rejection::Internal {}),
            }
        })
        .await
    }

    pub(crate) async fn read(&self, read: Read) -> Heard {
        on!(&self.engine, engine => engine.read(self.id, read).await)
    }
}

fn answer_json(verdict: &Verdict) -> String {
    match verdict {
        Ok(done) => done.to_json(),
        Err(rejection) => rejected_json(rejection),
    }
}
