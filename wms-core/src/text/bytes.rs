use base64::{Engine, engine::general_purpose::STANDARD};

/// Bytes, written as base64 with padding (RFC 4648, section 4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bytes(Box<[u8]>);

/// The text is no base64 with padding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("bytes are a base64 text with padding")]
pub struct NotBase64;

impl Bytes {
    /// Takes the bytes.
    #[must_use]
    pub fn new(bytes: impl Into<Box<[u8]>>) -> Self {
        Self(bytes.into())
    }

    /// The bytes.
    #[must_use]
    pub fn as_slice(&self) -> &[u8] {
        &self.0
    }
}

impl core::str::FromStr for Bytes {
    type Err = NotBase64;
    fn from_str(text: &str) -> Result<Self, NotBase64> {
        STANDARD.decode(text).map(Self::new).map_err(|_| NotBase64)
    }
}

impl core::fmt::Display for Bytes {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&STANDARD.encode(&self.0))
    }
}

crate::vocabulary::text_forms!(Bytes);
