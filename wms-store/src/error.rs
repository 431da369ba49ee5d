//! What goes wrong beneath the rules, and what callers hear of it.
use crate::audit::AuditError;
use diesel::result::{DatabaseErrorKind, Error as Diesel};
use wms_core::{error::Rejection, world::Claim};

/// Why a database cannot be opened or brought up to date.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The URL names no database this build knows.
    #[error(
        "`{url}` is no database of this build: `sqlite:PATH`, `sqlite::memory:` or `postgres://…`"
    )]
    UnknownUrl {
        /// The part of the URL before its `:`.
        url: String,
    },
    /// The URL is of a database of this build, but no address of one.
    #[error("the URL names no database: {why}")]
    InvalidUrl {
        /// What is wrong with it.
        why: String,
    },
    /// The database cannot be reached or read.
    #[error("the database cannot be opened: {0}")]
    Unavailable(String),
    /// The database was written by a newer version of the library.
    #[error(
        "the database's schema is `{found}`, this library knows up to `{known}`: update the library"
    )]
    Newer {
        /// The newest migration the database went through.
        found: String,
        /// The newest migration this library knows.
        known: String,
    },
    /// Row-level security was asked for, and the role is not bound by it.
    #[error(
        "row-level security does not bind this role: connect as one that is no superuser and has no BYPASSRLS"
    )]
    NoRowSecurity,
    /// A migration failed; what it had done is undone.
    #[error("the migration failed: {0}")]
    Migration(String),
}

/// How a transaction ended without an answer.
#[derive(Debug)]
pub(crate) enum Error {
    /// The command or the query is refused.
    Rejected(Box<Rejection>),
    /// A log to rebuild from is not as it should be.
    Stream(Box<AuditError>),
    /// A row that no version of the library wrote.
    Corrupt { table: &'static str, id: String },
    /// Locks are needed that come before some already held: begin again with all of them.
    Again(Vec<Claim>),
    /// A command is too large to share a transaction.
    Large,
    /// The database refused or is gone.
    Database(Diesel),
    /// Somebody else was quicker: what was decided no longer holds, decide again.
    Overtaken,
}

impl From<Rejection> for Error {
    fn from(rejection: Rejection) -> Self {
        Self::Rejected(Box::new(rejection))
    }
}

impl From<AuditError> for Error {
    fn from(error: AuditError) -> Self {
        Self::Stream(Box::new(error))
    }
}

impl From<Diesel> for Error {
    fn from(error: Diesel) -> Self {
        Self::Database(error)
    }
}

impl Error {
    /// Whether the same command may well succeed a moment later.
    ///
    /// A key that is in the way (somebody wrote the same id or code meanwhile) counts: decided again, the
    /// command sees it. So does what the driver cannot name, a deadlock among them: a key makes repeats safe.
    pub(crate) fn is_transient(&self) -> bool {
        match self {
            Self::Again(_) | Self::Overtaken => true,
            Self::Database(Diesel::DatabaseError(kind, _)) => match kind {
                DatabaseErrorKind::UniqueViolation
                | DatabaseErrorKind::SerializationFailure
                | DatabaseErrorKind::ExclusionViolation
                | DatabaseErrorKind::UnableToSendCommand
                | DatabaseErrorKind::ClosedConnection => true,
                // Retried, but not for long: see `is_named`.
                DatabaseErrorKind::Unknown => true,
                _ => false,
            },
            Self::Rejected(_)
            | Self::Large
            | Self::Stream(_)
            | Self::Corrupt { .. }
            | Self::Database(_) => false,
        }
    }

    /// Whether it is known that the database was busy.
    ///
    /// The driver names few states of PostgreSQL, and neither a deadlock nor a lock that was waited for too long is
    /// among them. SQLite's words never change, PostgreSQL's follow `lc_messages`: they decide how long a command
    /// is tried again and what the caller hears in the end, never whether it is tried again at all.
    pub(crate) fn is_named(&self) -> bool {
        match self {
            Self::Database(Diesel::DatabaseError(DatabaseErrorKind::Unknown, info)) => {
                let message = info.message();
                [
                    "deadlock",
                    "locked",
                    "busy",
                    "lock timeout",
                    "statement timeout",
                ]
                .iter()
                .any(|word| message.contains(word))
            }
            _ => true,
        }
    }

    /// Whether the connection is of no more use.
    pub(crate) fn is_disconnect(&self) -> bool {
        matches!(
            self,
            Self::Database(Diesel::DatabaseError(
                DatabaseErrorKind::UnableToSendCommand | DatabaseErrorKind::ClosedConnection,
                _
            ))
        )
    }

    /// What a rebuild comes to.
    pub(crate) fn into_audit_error(self) -> AuditError {
        match self {
            Self::Stream(error) => *error,
            other => AuditError::Store(other.into_rejection()),
        }
    }

    /// What the caller hears, once nothing more is tried.
    pub(crate) fn into_rejection(self) -> Rejection {
        let unavailable = self.is_disconnect();
        match self {
            Self::Rejected(rejection) => *rejection,
            Self::Corrupt { table, id } => Rejection::StoreCorrupt {
                table: table.to_owned(),
                id,
            },
            _ if unavailable => Rejection::StoreUnavailable {},
            Self::Again(_) | Self::Large | Self::Stream(_) => Rejection::Internal {},
            Self::Overtaken => Rejection::StoreBusy {},
            Self::Database(_) if !self.is_named() => Rejection::StoreUnavailable {},
            Self::Database(_) if self.is_transient() => Rejection::StoreBusy {},
            Self::Database(_) => Rejection::Internal {},
        }
    }
}
