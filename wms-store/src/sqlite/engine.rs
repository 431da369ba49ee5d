use super::{
    conn::Conn,
    migrate, queries,
    worker::{Readers, Work, open, spawn},
};
use crate::{
    answer::{Job, Verdict},
    error::{Error, OpenError},
    options::Options,
    retry::Backoff,
    setting::Setting,
    telemetry,
    work::{Heard, Read, Request},
};
use futures_executor::block_on;
use std::sync::mpsc::{Receiver, Sender, channel};
use tokio::sync::oneshot;
use wms_core::{error::Rejection, ids::TenantId};

/// How many commands share one transaction at most.
const GROUP: usize = 256;

/// What the writer does next.
enum Task {
    Execute(Request),
    Call(Work),
}

/// A SQLite database: its writer and its readers.
#[derive(Clone)]
pub(crate) struct Engine {
    writer: Sender<Task>,
    /// None for a database in memory, which has one connection.
    readers: Option<Readers>,
    pub(super) options: Options,
}

impl Engine {
    /// Opens the database at a path, which is made if it is not there; `:memory:` lives as long as the handle.
    pub(crate) fn open(path: &str, options: &Options) -> Result<Self, OpenError> {
        let writer = open(path, options.busy_timeout)?;
        let readers = if path == ":memory:" {
            None
        } else {
            let connections =
                (0..options.connections.max(1)).map(|_| open(path, options.busy_timeout));
            Some(Readers::start(connections.collect::<Result<_, _>>()?)?)
        };
        let (sender, receiver) = channel();
        let settings = options.clone();
        spawn("wms-writer", move || {
            Writer {
                c: writer,
                options: settings,
            }
            .serve(&receiver);
        })?;
        Ok(Self {
            writer: sender,
            readers,
            options: options.clone(),
        })
    }

    /// Sends commands to the writer and waits for their verdicts.
    pub(crate) async fn execute(&self, tenant: TenantId, jobs: Vec<Job>) -> Vec<Verdict> {
        let (reply, answer) = oneshot::channel();
        let count = jobs.len();
        let request = Request {
            tenant,
            jobs,
            reply,
        };
        drop(self.writer.send(Task::Execute(request)));
        let gone = |_| (0..count).map(|_| Err(Rejection::StoreUnavailable {}));
        answer.await.unwrap_or_else(|error| gone(error).collect())
    }

    /// Answers from one snapshot.
    pub(crate) async fn read(&self, tenant: TenantId, read: Read) -> Heard {
        let options = self.options.clone();
        self.call(move |c| {
            let setting = Setting::of(&options, tenant);
            snapshot(c, async |c| queries::read(c, &setting, read).await)
                .map_err(Error::into_rejection)
        })
        .await
        .unwrap_or(Err(Rejection::StoreUnavailable {}))
    }

    /// The newest migration the database went through.
    pub(crate) async fn schema_version(&self) -> Result<Option<String>, OpenError> {
        self.write(migrate::applied).await
    }

    /// The newest migration of this library.
    pub(crate) fn known_version() -> Result<String, OpenError> {
        migrate::known()
    }

    /// Brings the database up to date.
    pub(crate) async fn migrate(&self) -> Result<(), OpenError> {
        self.write(migrate::up).await
    }

    /// Takes every migration back, with everything in it.
    pub(crate) async fn unmigrate(&self) -> Result<(), OpenError> {
        self.write(migrate::down).await
    }

    async fn write<T: Send + 'static>(
        &self,
        run: impl FnOnce(&Conn) -> Result<T, OpenError> + Send + 'static,
    ) -> Result<T, OpenError> {
        let gone = || Err(OpenError::Unavailable("its thread is gone".to_owned()));
        self.on_writer(run).await.unwrap_or_else(gone)
    }

    /// Runs on the thread that writes; none: it is gone.
    pub(super) async fn on_writer<T: Send + 'static>(
        &self,
        run: impl FnOnce(&Conn) -> T + Send + 'static,
    ) -> Option<T> {
        let (reply, answer) = oneshot::channel();
        let work: Work = Box::new(move |c| drop(reply.send(run(c))));
        drop(self.writer.send(Task::Call(work)));
        answer.await.ok()
    }

    /// Runs on a thread that reads; none: it is gone.
    pub(super) async fn call<T: Send + 'static>(
        &self,
        run: impl FnOnce(&Conn) -> T + Send + 'static,
    ) -> Option<T> {
        let (reply, answer) = oneshot::channel();
        let work: Work = Box::new(move |c| drop(reply.send(run(c))));
        match &self.readers {
            Some(readers) => readers.run(work),
            None => drop(self.writer.send(Task::Call(work))),
        }
        answer.await.ok()
    }
}

/// The thread that writes.
struct Writer {
    c: Conn,
    options: Options,
}

impl Writer {
    /// Takes whatever waits together into one transaction: nobody waits for company, but whoever comes while
    /// the disk is at work shares the next commit.
    fn serve(&self, tasks: &Receiver<Task>) {
        let mut next = tasks.recv().ok();
        while let Some(task) = next.take() {
            match task {
                Task::Call(work) => work(&self.c),
                Task::Execute(first) => {
                    let mut size = first.jobs.len();
                    let mut group = vec![first];
                    while size < GROUP {
                        match tasks.try_recv() {
                            Ok(Task::Execute(more)) if fits(&group, &more) => {
                                size += more.jobs.len();
                                group.push(more);
                            }
                            Ok(other) => {
                                next = Some(other);
                                break;
                            }
                            Err(_) => break,
                        }
                    }
                    self.run_group(group);
                }
            }
            next = next.or_else(|| tasks.recv().ok());
        }
    }

    fn run_group(&self, group: Vec<Request>) {
        let Some(tenant) = group.first().map(|request| request.tenant) else {
            return;
        };
        let (mut jobs, mut replies) = (Vec::new(), Vec::new());
        for request in group {
            replies.push((request.jobs.len(), request.reply));
            jobs.extend(request.jobs);
        }
        let verdicts = self.verdicts(tenant, &mut jobs);
        telemetry::settled(&jobs, &verdicts);
        let mut verdicts = verdicts.into_iter();
        for (count, reply) in replies {
            // A caller that went away wants no answer; what it sent was done all the same.
            drop(reply.send(verdicts.by_ref().take(count).collect()));
        }
    }

    /// A group that fails for another reason than a rule runs one by one: each has its own fate.
    fn verdicts(&self, tenant: TenantId, jobs: &mut [Job]) -> Vec<Verdict> {
        if jobs.len() > 1
            && let Ok(verdicts) = self.transaction(tenant, jobs)
        {
            return verdicts;
        }
        let each = jobs.chunks_mut(1).map(|job| self.alone(tenant, job));
        each.collect()
    }

    fn alone(&self, tenant: TenantId, job: &mut [Job]) -> Verdict {
        let mut backoff = Backoff::new(&self.options);
        loop {
            match self.transaction(tenant, job) {
                Ok(mut verdicts) => {
                    return verdicts.pop().unwrap_or(Err(Rejection::Internal {}));
                }
                Err(error) if error.is_transient() => match backoff.next_pause() {
                    Some(pause) => {
                        telemetry::retried(&error);
                        std::thread::sleep(pause);
                    }
                    None => return Err(error.into_rejection()),
                },
                Err(error) => return Err(error.into_rejection()),
            }
        }
    }

    fn transaction(&self, tenant: TenantId, jobs: &mut [Job]) -> Result<Vec<Verdict>, Error> {
        let setting = Setting::of(&self.options, tenant);
        within(&self.c, "BEGIN IMMEDIATE", "COMMIT", async |c| {
            queries::execute(c, &setting, jobs, &[]).await
        })
    }
}

/// Requests of one tenant share a transaction.
fn fits(group: &[Request], more: &Request) -> bool {
    group
        .first()
        .is_some_and(|first| first.tenant == more.tenant && more.jobs.len() < GROUP)
}

/// Runs in a transaction that sees one state of the database and leaves nothing behind.
pub(super) fn snapshot<T>(
    c: &Conn,
    run: impl AsyncFnOnce(&Conn) -> Result<T, Error>,
) -> Result<T, Error> {
    within(c, "BEGIN", "ROLLBACK", run)
}

pub(super) fn within<T>(
    c: &Conn,
    begin: &str,
    end: &str,
    run: impl AsyncFnOnce(&Conn) -> Result<T, Error>,
) -> Result<T, Error> {
    c.batch(begin)?;
    let open = Open(c);
    let found = block_on(run(c))?;
    c.batch(end)?;
    core::mem::forget(open);
    Ok(found)
}

/// An open transaction: dropped, it is rolled back, also when what ran in it panicked.
struct Open<'c>(&'c Conn);

impl Drop for Open<'_> {
    fn drop(&mut self) {
        // After a failed COMMIT the transaction may be gone already.
        drop(self.0.batch("ROLLBACK"));
    }
}
