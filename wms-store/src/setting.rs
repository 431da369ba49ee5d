use crate::{graphs::Graphs, options::Options};
use std::sync::Arc;
#[cfg(feature = "postgres")]
use std::time::Duration;
use wms_core::{actor::Permissions, ids::TenantId, plant::Clock, time::Instant};

/// What surrounds a transaction.
#[derive(Clone)]
pub(crate) struct Setting {
    pub(crate) tenant: TenantId,
    pub(crate) permissions: Permissions,
    clock: Arc<dyn Clock + Sync>,
    /// The graphs that this database's connections read before.
    pub(crate) graphs: Arc<Graphs>,
    #[cfg(feature = "postgres")]
    pub(crate) lock_timeout: Option<Duration>,
    #[cfg(feature = "postgres")]
    pub(crate) statement_timeout: Option<Duration>,
    /// Whether the answers are all that is wanted.
    pub(crate) check: bool,
}

impl Setting {
    pub(crate) fn of(options: &Options, graphs: &Arc<Graphs>, tenant: TenantId) -> Self {
        Self {
            tenant,
            permissions: options.permissions.clone(),
            clock: Arc::clone(&options.clock),
            graphs: Arc::clone(graphs),
            #[cfg(feature = "postgres")]
            lock_timeout: options.lock_timeout,
            #[cfg(feature = "postgres")]
            statement_timeout: options.statement_timeout,
            check: false,
        }
    }

    /// The same, but nothing is written.
    pub(crate) fn to_check(&self) -> Self {
        Self {
            check: true,
            ..self.clone()
        }
    }

    /// The store's time.
    pub(crate) fn now(&self) -> Instant {
        self.clock.now()
    }
}
