//! Transactions: a group that writes, a snapshot that only reads, a check that is undone.
use super::{conn::Conn, local, queries};
use crate::{
    answer::{Job, Verdict},
    error::Error,
    setting::Setting,
    work::{Found, Read},
};
use diesel::result::Error as Diesel;
use diesel_async::AsyncConnection;
use futures_util::try_join;
use wms_core::world::Claim;

/// How a transaction ends: undone, but with something to say.
enum Undone {
    Found(Box<Found>),
    Failed(Error),
}

impl From<Diesel> for Undone {
    fn from(error: Diesel) -> Self {
        Self::Failed(error.into())
    }
}

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

/// Answers a question from one snapshot, and leaves nothing behind.
pub(super) async fn read(c: &mut Conn, setting: &Setting, read: Read) -> Result<Found, Error> {
    let undone: Result<(), Undone> = match read {
        // A check takes locks, which a transaction that only reads must not.
        Read::Check(_) => {
            c.transaction(async |c| Err(ask(c, setting, read).await))
                .await
        }
        _ => {
            let mut snapshot = c.build_transaction().repeatable_read().read_only();
            snapshot
                .run(async |c| Err(ask(c, setting, read).await))
                .await
        }
    };
    match undone {
        Ok(()) => Err(Error::Overtaken),
        Err(Undone::Found(found)) => Ok(*found),
        Err(Undone::Failed(error)) => Err(error),
    }
}

async fn ask(c: &Conn, setting: &Setting, read: Read) -> Undone {
    match try_join!(local::set(c, setting), queries::read(c, setting, read)) {
        Ok(((), found)) => Undone::Found(Box::new(found)),
        Err(error) => Undone::Failed(error),
    }
}
