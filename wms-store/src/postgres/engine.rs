use super::{conn::Conn, migrate, runtime, transaction};
use crate::{
    answer::{Job, Verdict},
    error::{Error, OpenError},
    graphs::Graphs,
    group::{Group, Portion},
    options::Options,
    retry::Backoff,
    setting::Setting,
    work::{Heard, Read, Request},
};
use diesel_async::pooled_connection::{
    AsyncDieselConnectionManager, ManagerConfig, RecyclingMethod,
    deadpool::{Object, Pool},
};
use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::oneshot;
use wms_core::{error::Rejection, ids::TenantId, world::Claim};

/// A PostgreSQL database behind a pool.
#[derive(Clone)]
pub(crate) struct Engine {
    inner: Arc<Inner>,
}

struct Inner {
    url: String,
    pool: Pool<Conn>,
    options: Options,
    graphs: Arc<Graphs>,
    queue: Mutex<Queue>,
}

/// Commands that wait for a writer, and how many writers there are.
#[derive(Default)]
struct Queue {
    waiting: VecDeque<Request>,
    writers: usize,
}

impl Engine {
    /// Opens a pool; connections are made as they are needed.
    pub(crate) async fn open(url: &str, options: &Options) -> Result<Self, OpenError> {
        let mut config = ManagerConfig::default();
        // A dead connection shows with its first statement, and the command is tried again.
        config.recycling_method = RecyclingMethod::Fast;
        let manager = AsyncDieselConnectionManager::<Conn>::new_with_config(url, config);
        let pool = Pool::builder(manager)
            .max_size(options.connections.max(1))
            .build()
            .map_err(|error| OpenError::Unavailable(error.to_string()))?;
        let inner = Arc::new(Inner {
            url: url.to_owned(),
            pool,
            options: options.clone(),
            graphs: Arc::default(),
            queue: Mutex::default(),
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
            let mut c = inner.connection().await?;
            let found = transaction::read(&mut c, &setting, read).await;
            found.map_err(|error| {
                inner.discard(&error, c);
                error.into_rejection()
            })
        });
        heard.await.unwrap_or(Err(Rejection::StoreUnavailable {}))
    }

    /// The newest migration the database went through.
    pub(crate) async fn schema_version(&self) -> Result<Option<String>, OpenError> {
        let url = self.inner.url.clone();
        on_runtime(async move { migrate::applied(&url).await })
            .await
            .unwrap_or_else(no_runtime)
    }

    /// The newest migration of this library.
    pub(crate) fn known_version() -> Result<String, OpenError> {
        migrate::known()
    }

    /// Brings the database up to date.
    pub(crate) async fn migrate(&self) -> Result<(), OpenError> {
        let url = self.inner.url.clone();
        on_runtime(async move { migrate::up(&url).await })
            .await
            .unwrap_or_else(no_runtime)
    }

    /// Takes every migration back, with everything in it.
    pub(crate) async fn unmigrate(&self) -> Result<(), OpenError> {
        let url = self.inner.url.clone();
        on_runtime(async move { migrate::down(&url).await })
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
async fn on_runtime<T: Send + 'static>(run: impl Future<Output = T> + Send + 'static) -> Option<T> {
    runtime::handle()?.spawn(run).await.ok()
}

impl Inner {
    async fn connection(&self) -> Result<Object<Conn>, Rejection> {
        let connection = self.pool.get().await;
        connection.map_err(|_| Rejection::StoreUnavailable {})
    }

    /// A connection that is of no more use does not go back to the pool; those that wait there have most likely
    /// gone the same way, so that whoever tries again gets a new one.
    fn discard(&self, error: &Error, c: Object<Conn>) {
        if error.is_disconnect() {
            drop(Object::take(c));
            self.pool.retain(|_, _| false);
        }
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whoever comes while a writer is free is written at once; the others share the next transaction.
    fn enqueue(self: &Arc<Self>, request: Request) {
        let mut queue = self.queue();
        queue.waiting.push_back(request);
        if queue.writers < self.options.connections.max(1) {
            queue.writers += 1;
            let inner = Arc::clone(self);
            match runtime::handle() {
                Some(runtime) => drop(runtime.spawn(inner.write())),
                None => {
                    queue.writers -= 1;
                    queue.waiting.clear();
                }
            }
        }
    }

    async fn write(self: Arc<Self>) {
        while let Some(group) = self.next_group() {
            self.run_group(group).await;
        }
    }

    /// The commands of one tenant that wait; none: this writer ends.
    fn next_group(&self) -> Option<Group> {
        let mut queue = self.queue();
        let group = Group::take(&mut queue.waiting);
        if group.is_none() {
            queue.writers -= 1;
        }
        group
    }

    async fn run_group(&self, group: Group) {
        if let Some(tenant) = group.tenant() {
            let (mut jobs, replies) = group.open();
            replies.send(self.verdicts(tenant, &mut jobs).await);
        }
    }

    /// The verdicts of all, in as few transactions as it takes.
    async fn verdicts(&self, tenant: TenantId, jobs: &mut [Job]) -> Vec<Verdict> {
        let mut verdicts = Vec::with_capacity(jobs.len());
        let mut portion = Portion::all(jobs.len());
        let mut left = jobs;
        while !left.is_empty() {
            let tried = portion.of(left);
            let count = tried.len();
            let done = if count == 1 {
                vec![self.alone(tenant, tried).await]
            } else {
                match self.with_locks(tenant, tried).await {
                    Ok(done) => done,
                    Err(error) => {
                        portion.failed(count, error.is_transient());
                        continue;
                    }
                }
            };
            portion.succeeded();
            left = left.split_at_mut(done.len().min(left.len())).1;
            verdicts.extend(done);
        }
        verdicts
    }

    async fn alone(&self, tenant: TenantId, job: &mut [Job]) -> Verdict {
        let mut backoff = Backoff::new(&self.options);
        loop {
            match self.with_locks(tenant, job).await {
                Ok(mut verdicts) => {
                    return verdicts.pop().unwrap_or(Err(Rejection::Internal {}));
                }
                Err(error) if error.is_transient() => match backoff.next_pause(&error) {
                    Some(pause) => tokio::time::sleep(pause).await,
                    None => return Err(error.into_rejection()),
                },
                Err(error) => return Err(error.into_rejection()),
            }
        }
    }

    /// Begins again as long as the group turns out to need locks that come before some it holds.
    async fn with_locks(&self, tenant: TenantId, jobs: &mut [Job]) -> Result<Vec<Verdict>, Error> {
        let setting = Setting::of(&self.options, &self.graphs, tenant);
        let mut extra: Vec<Claim> = Vec::new();
        for _ in 0..MAX_RESTARTS {
            let mut c = self.connection().await?;
            match transaction::write(&mut c, &setting, jobs, &extra).await {
                Err(Error::Again(claims)) => extra.extend(claims),
                Err(error) => {
                    self.discard(&error, c);
                    return Err(error);
                }
                done => return done,
            }
        }
        Err(Error::Again(extra))
    }
}

/// How often a group begins again before it is given up as a defect.
const MAX_RESTARTS: usize = 16;
