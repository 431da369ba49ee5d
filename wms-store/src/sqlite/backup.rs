//! A copy of the file while it is in use.
use super::{
    conn::{Conn, Run},
    engine::{Engine, snapshot},
    queries,
};
use crate::{
    backup::{Backup, BackupError},
    error::Error,
    options::Options,
    schema::commands,
    setting::Setting,
    sql::IdValue,
    work::{Found, Read},
};
use diesel::{Connection, QueryDsl, SqliteConnection, sql_query, sql_types::Text};
use futures_executor::block_on;
use std::{cell::RefCell, fs, path::Path, sync::Arc};
use wms_core::{
    error::Rejection,
    ids::TenantId,
    query::{AuditVerification, VerifyAudit},
};

impl Engine {
    /// Copies the database to a new file, and reads what was copied.
    pub(crate) async fn backup(&self, path: &Path) -> Result<Backup, BackupError> {
        let failed = |why: String| BackupError::Failed {
            path: path.to_owned(),
            why,
        };
        // Absolute, so that no path is taken for a URI.
        let target = std::path::absolute(path).map_err(|error| failed(error.to_string()))?;
        if fs::symlink_metadata(&target).is_ok() {
            return Err(BackupError::Exists {
                path: path.to_owned(),
            });
        }
        let Some(text) = target.to_str().map(str::to_owned) else {
            return Err(failed("its name is no text".to_owned()));
        };
        let options = self.options.clone();
        let copied = self
            .call(move |c| {
                let copied = copy(c, &text);
                if copied.is_err() {
                    // What there is of the copy is of no use; there may be nothing.
                    drop(fs::remove_file(&text));
                }
                copied?;
                Ok(verify(&text, &options))
            })
            .await;
        match copied {
            None => Err(failed("the library's thread is gone".to_owned())),
            Some(Err(why)) => Err(failed(why)),
            Some(Ok(verified)) => Ok(Backup {
                tenants: verified
                    .map_err(|error| BackupError::Unreadable(error.into_rejection()))?,
                bytes: fs::metadata(&target)
                    .map_err(|error| failed(error.to_string()))?
                    .len(),
            }),
        }
    }
}

/// One moment of the database, without gaps; on disk when it is done.
fn copy(c: &Conn, target: &str) -> Result<(), String> {
    let vacuum = sql_query("VACUUM INTO ?1").bind::<Text, _>(target);
    let copied = diesel::RunQueryDsl::execute(vacuum, &mut *c.0.borrow_mut());
    copied.map_err(|error| error.to_string())?;
    let synced = fs::File::open(target).and_then(|file| file.sync_all());
    synced.map_err(|error| error.to_string())
}

/// Verifies the log of each tenant in a copy, which stays as it is.
fn verify(path: &str, options: &Options) -> Result<Vec<(TenantId, AuditVerification)>, Error> {
    let connection = SqliteConnection::establish(path);
    let connection = connection.map_err(|_| Rejection::StoreUnavailable {})?;
    let c = Conn(RefCell::new(connection));
    block_on(snapshot(&c, async |c| {
        let query = commands::table.select(commands::tenant_id).distinct();
        let tenants: Vec<IdValue> = query.load(c).await?;
        let (mut verified, graphs) = (Vec::with_capacity(tenants.len()), Arc::default());
        for tenant in tenants {
            let tenant = TenantId::new(tenant.0);
            let read = Read::Verify(VerifyAudit::new(), Box::new(|_| {}));
            match queries::read(c, &Setting::of(options, &graphs, tenant), read).await? {
                Found::Verified(found) => verified.push((tenant, found)),
                _ => return Err(Rejection::Internal {}.into()),
            }
        }
        Ok(verified)
    }))
}
