//! Connections that are kept, and how long one is waited for.
use super::{conn::Conn, server::Server};
use crate::{
    error::{Error, OpenError},
    options::Options,
    telemetry,
};
use deadpool::{Runtime, managed::PoolError};
use diesel_async::pooled_connection::{
    AsyncDieselConnectionManager, ManagerConfig, RecyclingMethod, deadpool as pooled,
};
use std::time::Instant;
use wms_core::error::Rejection;

/// A connection of the pool, given back when it is dropped.
pub(super) type Pooled = pooled::Object<Conn>;

/// A pool of connections.
#[derive(Clone)]
pub(super) struct Pool(pooled::Pool<Conn>);

impl Pool {
    /// A pool that makes its connections as they are needed.
    pub(super) fn new(server: &Server, options: &Options) -> Result<Self, OpenError> {
        let mut config = ManagerConfig::default();
        // A dead connection shows with its first statement, and the command is tried again.
        config.recycling_method = RecyclingMethod::Fast;
        let server = server.clone();
        config.custom_setup = Box::new(move |_| {
            let server = server.clone();
            Box::pin(async move { server.connect().await })
        });
        let manager = AsyncDieselConnectionManager::new_with_config("", config);
        let pool = pooled::Pool::builder(manager)
            .max_size(options.connections.max(1))
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(options.acquire_timeout))
            .build()
            .map_err(|error| OpenError::Unavailable(error.to_string()))?;
        Ok(Self(pool))
    }

    /// A connection: `STORE_BUSY` where none gets free in time, `STORE_UNAVAILABLE` where none can be made.
    pub(super) async fn get(&self) -> Result<Pooled, Rejection> {
        let began = Instant::now();
        let connection = self.0.get().await;
        telemetry::pool(&self.0.status(), began.elapsed());
        connection.map_err(|error| match error {
            PoolError::Timeout(_) => Rejection::StoreBusy {},
            error => {
                tracing::warn!(%error, "no connection");
                Rejection::StoreUnavailable {}
            }
        })
    }

    /// A connection that is of no more use does not go back to the pool; those that wait there have most likely
    /// gone the same way, so that whoever tries again gets a new one.
    pub(super) fn discard(&self, error: &Error, c: Pooled) {
        if error.is_disconnect() {
            drop(Pooled::take(c));
            self.0.retain(|_, _| false);
        }
    }
}
