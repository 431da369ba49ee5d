//! Transactions: a group that writes, a snapshot that only reads, a check that is undone.
use super::{Run, conn::Conn, local, pool::Pooled, queries};
use crate::{
    answer::{Job, Verdict},
    error::Error,
    setting::Setting,
    stable::Stable,
    work::{Found, Read},
};
use diesel::sql_query;
use diesel_async::AsyncConnection;
use futures_util::try_join;
use wms_core::{error::Rejection, world::Claim};

/// Decides and writes a group.
pub(super) async fn write(
    c: &mut Conn,
    setting: &Setting,
    jobs: &mut [Job],
    extra: &[Claim],
) -> Result<Vec<Verdict>, Error> {
    c.transaction(async |c| {
        let c: &Conn = c;
        let execute = queries::execute(c, setting, jobs, extra);
        let ((), verdicts) = try_join!(local::set(c, setting), execute)?;
        Ok(verdicts)
    })
    .await
}

/// A connection for one question, in a transaction that the driver knows nothing of: so it begins in the trip of the
/// question's first statements, and ends when the answer is on its way already.
pub(super) struct Snapshot(Option<Pooled>);

impl Snapshot {
    pub(super) const fn on(c: Pooled) -> Self {
        Self(Some(c))
    }

    /// Answers a question, and leaves nothing behind.
    pub(super) async fn read(&self, setting: &Setting, read: Read) -> Result<Found, Error> {
        let Some(c) = &self.0 else {
            return Err(Rejection::Internal {}.into());
        };
        let begin = match read {
            // A check takes locks, which a transaction that only reads must not.
            Read::Check(_) => "BEGIN",
            _ => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        };
        let begin = Stable(sql_query(begin)).execute(c);
        let begin = async { begin.await.map_err(Error::from) };
        let set = local::set(c, setting);
        let (_, (), found) = try_join!(begin, set, queries::read(c, setting, read))?;
        Ok(found)
    }

    /// Ends the transaction; the connection goes back to its pool.
    pub(super) async fn end(mut self) {
        if let Some(c) = &self.0
            && Stable(sql_query("ROLLBACK")).execute(c).await.is_ok()
        {
            drop(self.0.take());
        }
    }

    /// The connection as it is.
    pub(super) fn into_connection(mut self) -> Option<Pooled> {
        self.0.take()
    }
}

/// Whatever happened, a connection whose transaction did not end is nobody's any more.
impl Drop for Snapshot {
    fn drop(&mut self) {
        drop(self.0.take().map(Pooled::take));
    }
}
