use wms_core::{error::Rejection, ids::TenantId};

/// Why a log was not exported, or a plant not rebuilt from one. Then nothing was written to the database.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AuditError {
    /// The stream cannot be read or written.
    #[error("the stream: {0}")]
    Io(#[from] std::io::Error),
    /// The database refused.
    #[error("the database: {0}")]
    Store(Rejection),
    /// The tenant has been used already.
    #[error("tenant {tenant} is not empty: a plant is rebuilt where there is none")]
    NotEmpty {
        /// The tenant.
        tenant: TenantId,
    },
    /// The stream is that of another tenant; its id stands in the chains.
    #[error("the stream is of tenant `{found}`, not of {expected}")]
    OtherTenant {
        /// Whose it is.
        found: String,
        /// Whose it should be.
        expected: TenantId,
    },
    /// A line that cannot be read.
    #[error("line {line}: {why}")]
    Unreadable {
        /// Its number, from 1 on.
        line: usize,
        /// Why.
        why: String,
    },
    /// A line that does not follow from those before it, or is not what was recorded.
    #[error("line {line}: {why}")]
    Altered {
        /// Its number, from 1 on.
        line: usize,
        /// What does not fit.
        why: String,
    },
    /// The stream ends before its last line.
    #[error("the stream ends after line {lines}, without its last line")]
    Truncated {
        /// How many lines there are.
        lines: usize,
    },
}
