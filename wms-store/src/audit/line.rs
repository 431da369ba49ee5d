//! The lines of an exported log. Texts that are hashed or compared stand in them as they are kept.
use crate::{
    rows::{Of, id, time},
    schema::{ChainRow, CommandRow},
    sql::IdValue,
};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use uuid::Uuid;
use wms_core::{
    audit::{ChainEntry, Digest, Head},
    ids::TenantId,
    time::Instant,
};

/// What the first line calls the stream.
pub(super) const FORMAT: &str = "wms-audit";
/// The version of its form.
pub(super) const VERSION: u32 = 1;

/// Any line; which one it is, its fields say.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Line {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) format: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) v: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) tenant: Option<String>,
    /// A graph's text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) graph: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) command: Option<CommandLine>,
    /// The event's number within its command.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) n: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) event: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) chain: Option<Vec<LinkLine>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) end: Option<EndLine>,
}

/// An applied command: what stands around its events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CommandLine {
    pub(crate) key: Uuid,
    pub(crate) number: i64,
    user_id: Uuid,
    role: String,
    device_id: Option<Uuid>,
    digest: String,
    at: String,
    recorded_at: String,
    /// The JSON text of its warnings.
    warnings: String,
}

/// A link of an entity's stream.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LinkLine {
    entity: String,
    version: u64,
    hash: String,
}

/// The last line: how much there was, and the SHA-256 of all lines before it.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EndLine {
    pub(super) commands: u64,
    pub(super) events: u64,
    pub(super) sha256: String,
}

impl CommandLine {
    pub(super) fn of(row: &CommandRow) -> Result<Self, crate::error::Error> {
        let of = Of::new("commands", &row.key.0);
        Ok(Self {
            key: row.key.0,
            number: row.number,
            user_id: row.user_id.0,
            role: row.role.clone(),
            device_id: row.device_id.map(|one| one.0),
            digest: of.digest(&row.digest)?.to_string(),
            at: of.instant(row.acted_at)?.to_string(),
            recorded_at: of.instant(row.recorded_at)?.to_string(),
            warnings: row.warnings.clone(),
        })
    }

    /// The row it was; none: one of its texts is not what a row holds.
    pub(super) fn into_row(self, tenant: TenantId) -> Option<CommandRow> {
        let at: Instant = self.at.parse().ok()?;
        let recorded_at: Instant = self.recorded_at.parse().ok()?;
        let digest: Digest = self.digest.parse().ok()?;
        Some(CommandRow {
            tenant_id: id(tenant),
            key: IdValue(self.key),
            number: self.number,
            user_id: IdValue(self.user_id),
            role: self.role,
            device_id: self.device_id.map(IdValue),
            digest: digest.as_bytes().to_vec(),
            acted_at: time(at),
            recorded_at: time(recorded_at),
            warnings: self.warnings,
        })
    }
}

impl LinkLine {
    pub(super) fn of(row: ChainRow) -> Result<Self, crate::error::Error> {
        let entry = row.into_entry()?;
        Ok(Self {
            entity: entry.entity.to_string(),
            version: entry.head.version,
            hash: entry.head.hash.to_string(),
        })
    }

    pub(super) fn into_entry(self) -> Option<ChainEntry> {
        let entity = self.entity.parse().ok()?;
        let head = Head::from_parts(self.version, self.hash.parse().ok()?);
        Some(ChainEntry::from_parts(entity, head))
    }
}
