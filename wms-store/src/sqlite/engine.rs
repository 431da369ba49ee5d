use super::{
    conn::Conn,
    kept::Kept,
    migrate, queries,
    worker::{Readers, Work, spawn},
};
use crate::{
    answer::{Job, Verdict},
    error::{Error, OpenError},
    graphs::Graphs,
    group::{self, Group},
    options::Options,
    setting::Setting,
    work::{Heard, Read, Request},
};
use futures_executor::block_on;
use std::{
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
    time::Duration,
};
use tokio::sync::oneshot;
use wms_core::{error::Rejection, ids::TenantId};

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
    graphs: Arc<Graphs>,
}

impl Engine {
    /// Opens the database at a path, which is made if it is not there; `:memory:` lives as long as the handle.
    pub(crate) fn open(path: &str, options: &Options) -> Result<Self, OpenError> {
        let open = || Kept::open(path, options.busy_timeout);
        let writer = open()?;
        let readers = if path == ":memory:" {
            None
        } else {
            let connections = (0..options.connections.max(1)).map(|_| open());
            Some(Readers::start(connections.collect::<Result<_, _>>()?)?)
        };
        let (sender, receiver) = channel();
        let settings = options.clone();
        let graphs: Arc<Graphs> = Arc::default();
        let known = Arc::clone(&graphs);
        spawn("wms-writer", move || {
            serve(&writer, &settings, &known, &receiver);
        })?;
        Ok(Self {
            writer: sender,
            readers,
            options: options.clone(),
            graphs,
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
        let graphs = Arc::clone(&self.graphs);
        self.call(move |c| {
            let setting = Setting::of(&options, &graphs, tenant);
            let found = snapshot(c, async |c| queries::read(c, &setting, read).await);
            block_on(found).map_err(Error::into_rejection)
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
///
/// It takes whatever waits together into one transaction: nobody waits for company, but whoever comes while the disk
/// is at work shares the next commit.
fn serve(kept: &Kept, options: &Options, graphs: &Arc<Graphs>, tasks: &Receiver<Task>) {
    let mut next = tasks.recv().ok();
    while let Some(task) = next.take() {
        match task {
            Task::Call(work) => kept.run(work),
            Task::Execute(first) => {
                let mut group = Group::of(first);
                next = gather(&mut group, tasks);
                kept.run(|c| {
                    let writer = Writer { c, options, graphs };
                    block_on(group::run(&writer, group));
                });
            }
        }
        next = next.or_else(|| tasks.recv().ok());
    }
}

/// Adds what waits and fits, and gives back the first that does not.
fn gather(group: &mut Group, tasks: &Receiver<Task>) -> Option<Task> {
    loop {
        match tasks.try_recv() {
            Ok(Task::Execute(more)) if group.fits(&more) => group.push(more),
            other => return other.ok(),
        }
    }
}

/// What writes a group.
struct Writer<'w> {
    c: &'w Conn,
    options: &'w Options,
    graphs: &'w Arc<Graphs>,
}

impl group::Writer for Writer<'_> {
    async fn transaction(&self, tenant: TenantId, jobs: &mut [Job]) -> Result<Vec<Verdict>, Error> {
        let setting = Setting::of(self.options, self.graphs, tenant);
        within(self.c, "BEGIN IMMEDIATE", "COMMIT", async |c| {
            queries::execute(c, &setting, jobs, &[]).await
        })
        .await
    }

    async fn pause(&self, pause: Duration) {
        std::thread::sleep(pause);
    }

    fn options(&self) -> &Options {
        self.options
    }
}

/// Runs in a transaction that sees one state of the database and leaves nothing behind.
pub(super) async fn snapshot<T>(
    c: &Conn,
    run: impl AsyncFnOnce(&Conn) -> Result<T, Error>,
) -> Result<T, Error> {
    within(c, "BEGIN", "ROLLBACK", run).await
}

pub(super) async fn within<T>(
    c: &Conn,
    begin: &str,
    end: &str,
    run: impl AsyncFnOnce(&Conn) -> Result<T, Error>,
) -> Result<T, Error> {
    c.batch(begin)?;
    let open = Open(c);
    let found = run(c).await?;
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
