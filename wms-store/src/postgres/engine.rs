use super::{
    migrate,
    pool::{Pool, Pooled},
    queue::{Arrival, Look, PATIENCE, Queue},
    runtime,
    server::Server,
    statistics::{self, Written},
    transaction::{self, Snapshot},
};
use crate::{
    answer::{Job, Verdict},
    error::{Error, OpenError},
    graphs::Graphs,
    group::{self, Writer},
    options::Options,
    setting::Setting,
    telemetry,
    work::{Heard, Read, Request},
};
use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::sync::oneshot;
use wms_core::{error::Rejection, ids::TenantId, world::Claim};

/// A PostgreSQL database behind a pool.
#[derive(Clone)]
pub(crate) struct Engine {
    pub(super) inner: Arc<Inner>,
}

pub(super) struct Inner {
    server: Server,
    pub(super) pool: Pool,
    pub(super) options: Options,
    pub(super) graphs: Arc<Graphs>,
    queue: Mutex<Queue>,
    written: Written,
}

impl Engine {
    /// Opens a pool; connections are made as they are needed.
    pub(crate) async fn open(url: &str, options: &Options) -> Result<Self, OpenError> {
        let server = Server::parse(url, options)?;
        let pool = Pool::new(&server, options)?;
        let inner = Arc::new(Inner {
            server,
            pool,
            options: options.clone(),
            graphs: Arc::default(),
            queue: Mutex::new(Queue::new(options.connections)),
            written: Written::default(),
        });
        Ok(Self { inner })
    }

    /// Hands commands to a writer and waits for their verdicts.
    pub(crate) async fn execute(&self, tenant: TenantId, jobs: Vec<Job>) -> Vec<Verdict> {
        let (reply, answer) = oneshot::channel();
        let count = jobs.len();
        let request = Request {
            tenant,
            jobs,
            reply,
        };
        self.inner.enqueue(request);
        let gone = |_| (0..count).map(|_| Err(Rejection::StoreUnavailable {}));
        answer.await.unwrap_or_else(|error| gone(error).collect())
    }

    /// Answers from one snapshot.
    pub(crate) async fn read(&self, tenant: TenantId, read: Read) -> Heard {
        let inner = Arc::clone(&self.inner);
        let heard = on_runtime(async move {
            let setting = Setting::of(&inner.options, &inner.graphs, tenant);
            let snapshot = Snapshot::on(inner.connection().await?);
            let found = snapshot.read(&setting, read).await;
            match found {
                Err(error) if error.is_disconnect() => {
                    if let Some(c) = snapshot.into_connection() {
                        inner.pool.discard(&error, c);
                    }
                    Err(error.into_rejection())
                }
                found => {
                    // Nobody waits for that.
                    drop(tokio::spawn(snapshot.end()));
                    found.map_err(Error::into_rejection)
                }
            }
        });
        heard.await.unwrap_or(Err(Rejection::StoreUnavailable {}))
    }

    /// The newest migration the database went through.
    pub(crate) async fn schema_version(&self) -> Result<Option<String>, OpenError> {
        let server = self.inner.server.clone();
        on_runtime(async move { migrate::applied(&server).await })
            .await
            .unwrap_or_else(no_runtime)
    }

    /// The newest migration of this library.
    pub(crate) fn known_version() -> Result<String, OpenError> {
        migrate::known()
    }

    /// Brings the database up to date.
    pub(crate) async fn migrate(&self) -> Result<(), OpenError> {
        let server = self.inner.server.clone();
        on_runtime(async move { migrate::up(&server).await })
            .await
            .unwrap_or_else(no_runtime)
    }

    /// Makes an up-to-date database ready for use.
    pub(crate) async fn prepare(&self) -> Result<(), OpenError> {
        let (server, rls) = (self.inner.server.clone(), self.inner.options.rls);
        on_runtime(async move { migrate::prepare(&server, rls).await })
            .await
            .unwrap_or_else(no_runtime)
    }

    /// Takes every migration back, with everything in it.
    pub(crate) async fn unmigrate(&self) -> Result<(), OpenError> {
        let server = self.inner.server.clone();
        on_runtime(async move { migrate::down(&server).await })
            .await
            .unwrap_or_else(no_runtime)
    }
}

fn no_runtime<T>() -> Result<T, OpenError> {
    Err(OpenError::Unavailable(
        "the library's runtime did not start".to_owned(),
    ))
}

/// Runs on the library's runtime, to the end; only the waiting can be given up.
pub(super) async fn on_runtime<T: Send + 'static>(
    run: impl Future<Output = T> + Send + 'static,
) -> Option<T> {
    runtime::handle()?.spawn(run).await.ok()
}

impl Inner {
    pub(super) async fn connection(&self) -> Result<Pooled, Rejection> {
        self.pool.get().await
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Hands commands over, and sees to it that somebody writes them.
    fn enqueue(self: &Arc<Self>, request: Request) {
        let tenant = request.tenant;
        let mut queue = self.queue();
        let arrival = queue.push(request);
        let inner = Arc::clone(self);
        match (arrival, runtime::handle()) {
            (Arrival::Writer, Some(runtime)) => drop(runtime.spawn(inner.write(tenant))),
            (Arrival::Watch, Some(runtime)) => drop(runtime.spawn(inner.watch(tenant))),
            (Arrival::Writer, None) => queue.give_up(tenant),
            // Somebody writes already.
            (Arrival::Nothing, _) | (Arrival::Watch, None) => {}
        }
    }

    /// Writes, beginning with a tenant's commands, until there is nothing for it to do.
    async fn write(self: Arc<Self>, tenant: TenantId) {
        let mut next = self.queue().first(tenant);
        while let Some(group) = next {
            let (inner, size) = (Arc::clone(&self), group.size());
            let tenant = group.tenant().unwrap_or(tenant);
            // A task of its own: should it panic, those who wait for it hear so, and this writer goes on.
            on_runtime(async move { group::run(&*inner, group).await }).await;
            if self.written.add(size) {
                self.refresh_statistics().await;
            }
            next = self.queue().after(tenant);
        }
    }

    /// Looks after a tenant's commands while some wait: none waits for a transaction that itself waits long.
    async fn watch(self: Arc<Self>, tenant: TenantId) {
        loop {
            tokio::time::sleep(PATIENCE).await;
            let found = self.queue().look(tenant);
            match found {
                Look::Writer => drop(tokio::spawn(Arc::clone(&self).write(tenant))),
                Look::Again => {}
                Look::Enough => return,
            }
        }
    }

    /// Nobody waits for it, and nobody loses by its failure.
    pub(super) async fn refresh_statistics(&self) {
        let Ok(c) = self.connection().await else {
            return;
        };
        if let Err(error) = statistics::refresh(&c).await {
            tracing::debug!(?error, "the planner's statistics were not refreshed");
            self.pool.discard(&error, c);
        }
    }
}

impl Writer for Inner {
    /// Begins again as long as the group turns out to need locks that come before some it holds.
    async fn transaction(&self, tenant: TenantId, jobs: &mut [Job]) -> Result<Vec<Verdict>, Error> {
        let setting = Setting::of(&self.options, &self.graphs, tenant);
        let mut extra: Vec<Claim> = Vec::new();
        for _ in 0..MAX_RESTARTS {
            let mut c = self.connection().await?;
            match transaction::write(&mut c, &setting, jobs, &extra).await {
                Err(error @ Error::Again(_)) => {
                    telemetry::retried(&error);
                    if let Error::Again(claims) = error {
                        extra.extend(claims);
                    }
                }
                Err(error) => {
                    self.pool.discard(&error, c);
                    return Err(error);
                }
                done => return done,
            }
        }
        Err(Error::Again(extra))
    }

    async fn pause(&self, pause: Duration) {
        tokio::time::sleep(pause).await;
    }

    fn options(&self) -> &Options {
        &self.options
    }
}

/// How often a group begins again before it is given up as a defect.
const MAX_RESTARTS: usize = 16;
