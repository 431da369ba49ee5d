#[cfg(feature = "postgres")]
use crate::postgres;
#[cfg(feature = "sqlite")]
use crate::sqlite;
use crate::{error::OpenError, options::Options, tenant::Tenant};
use wms_core::ids::TenantId;

/// A database with the plants of any number of tenants; clones share it.
#[derive(Clone)]
pub struct Database {
    engine: Engine,
}

/// Which database it is.
#[derive(Clone)]
pub(crate) enum Engine {
    #[cfg(feature = "sqlite")]
    Sqlite(sqlite::Engine),
    #[cfg(feature = "postgres")]
    Postgres(postgres::Engine),
}

/// The same call on whichever engine there is.
macro_rules! on {
    ($engine:expr, $name:ident => $call:expr) => {
        match $engine {
            #[cfg(feature = "sqlite")]
            crate::database::Engine::Sqlite($name) => $call,
            #[cfg(feature = "postgres")]
            crate::database::Engine::Postgres($name) => $call,
        }
    };
}
pub(crate) use on;

impl core::fmt::Debug for Database {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Database").finish_non_exhaustive()
    }
}

impl Database {
    /// Opens `sqlite:PATH`, `sqlite::memory:` or `postgres://…`, and refuses one that a newer library wrote.
    ///
    /// Works from any async runtime and from none. A new database has no tables yet: see [`Database::migrate`].
    ///
    /// # Errors
    /// [`OpenError`]: the URL is of no database of this build, the database cannot be reached, or it is newer
    /// than the library.
    pub async fn connect(url: &str, options: Options) -> Result<Self, OpenError> {
        let (scheme, rest) = url.split_once(':').unwrap_or((url, ""));
        let engine = match scheme {
            #[cfg(feature = "sqlite")]
            "sqlite" => Engine::Sqlite(sqlite::Engine::open(rest, &options)?),
            #[cfg(feature = "postgres")]
            "postgres" | "postgresql" => {
                Engine::Postgres(postgres::Engine::open(url, &options).await?)
            }
            _ => {
                let _ = (rest, options);
                let url = scheme.to_owned();
                return Err(OpenError::UnknownUrl { url });
            }
        };
        let database = Self { engine };
        let (found, known) = database.versions().await?;
        match found {
            Some(found) if found > known => return Err(OpenError::Newer { found, known }),
            Some(found) if found == known => database.prepare().await?,
            _ => {}
        }
        Ok(database)
    }

    /// Brings the tables up to date; processes that do so at the same time wait for each other.
    ///
    /// # Errors
    /// [`OpenError`]: the database cannot be reached, is newer than the library, or a migration fails.
    pub async fn migrate(&self) -> Result<(), OpenError> {
        self.refuse_newer().await?;
        on!(&self.engine, engine => engine.migrate().await)?;
        self.prepare().await
    }

    /// Takes every migration back: the tables are gone, with everything in them.
    ///
    /// # Errors
    /// [`OpenError`]: the database cannot be reached, or a migration fails.
    pub async fn unmigrate(&self) -> Result<(), OpenError> {
        on!(&self.engine, engine => engine.unmigrate().await)
    }

    /// The newest migration the database went through; none: it has no tables yet.
    ///
    /// # Errors
    /// [`OpenError`]: the database cannot be reached.
    pub async fn schema_version(&self) -> Result<Option<String>, OpenError> {
        on!(&self.engine, engine => engine.schema_version().await)
    }

    /// Whether the database answers and its tables are those of this library.
    ///
    /// # Errors
    /// [`OpenError`]: it does not answer, or its tables are older or newer.
    pub async fn health(&self) -> Result<(), OpenError> {
        let (found, known) = self.versions().await?;
        match found {
            Some(found) if found == known => Ok(()),
            Some(found) if found > known => Err(OpenError::Newer { found, known }),
            _ => Err(OpenError::Migration(
                "the database is not up to date: call `migrate`".to_owned(),
            )),
        }
    }

    /// The plant of a tenant. Nothing of another tenant is visible through it.
    #[must_use]
    pub fn tenant(&self, id: TenantId) -> Tenant {
        Tenant::new(self.engine.clone(), id)
    }

    /// What is done to a database that is up to date before it is used.
    async fn prepare(&self) -> Result<(), OpenError> {
        match &self.engine {
            #[cfg(feature = "sqlite")]
            Engine::Sqlite(_) => Ok(()),
            #[cfg(feature = "postgres")]
            Engine::Postgres(engine) => engine.prepare().await,
        }
    }

    pub(crate) const fn engine(&self) -> &Engine {
        &self.engine
    }

    async fn versions(&self) -> Result<(Option<String>, String), OpenError> {
        let found = self.schema_version().await?;
        let known = match &self.engine {
            #[cfg(feature = "sqlite")]
            Engine::Sqlite(_) => sqlite::Engine::known_version()?,
            #[cfg(feature = "postgres")]
            Engine::Postgres(_) => postgres::Engine::known_version()?,
        };
        Ok((found, known))
    }

    async fn refuse_newer(&self) -> Result<(), OpenError> {
        match self.versions().await? {
            (Some(found), known) if found > known => Err(OpenError::Newer { found, known }),
            _ => Ok(()),
        }
    }
}
