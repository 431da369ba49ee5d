//! Pages: keyset, never an offset; a cursor belongs to the query it was given out for.
use super::Query;
use crate::{
    audit::Digest,
    error::Rejection,
    wire::{Field, Place, nested, record},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use uuid::Uuid;

record! {
    /// Which part of a list is wanted.
    pub struct Page {
        ; optional
        /// Where the page before ended.
        after (with_after): Cursor,
        ; default
        /// How many items, 1–1000.
        limit (with_limit): u16 = 100,
    }
}
nested!(Page, "page", check_page);

fn check_page(page: &Page, place: &Place<'_>) -> Result<(), Rejection> {
    check_limit(page.limit, &place.field("limit"))
}

pub(crate) fn check_limit(limit: u16, place: &Place<'_>) -> Result<(), Rejection> {
    if (1..=1000).contains(&limit) {
        Ok(())
    } else {
        Err(Rejection::input(place, "a whole number from 1 to 1000"))
    }
}

impl Default for Page {
    fn default() -> Self {
        Self::new()
    }
}

/// Where a page ended: opaque to whoever passes it on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    query: [u8; 8],
    last: Uuid,
}

impl Cursor {
    /// A cursor behind an item of a query's answer.
    #[must_use]
    pub fn behind(query: &Query, last: Uuid) -> Self {
        Self {
            query: fingerprint(query),
            last,
        }
    }

    /// The item it stands behind, if it was given out for this query.
    ///
    /// # Errors
    /// `INVALID_INPUT` for a cursor of another query, or of one with other filters.
    pub fn last_of(self, query: &Query) -> Result<Uuid, Rejection> {
        if self.query == fingerprint(query) {
            Ok(self.last)
        } else {
            Err(not_given_out())
        }
    }
}

/// The refusal of a cursor that no page of this query gave out.
#[must_use]
pub fn not_given_out() -> Rejection {
    Rejection::input("page.after", "a cursor that was given out for this query")
}

/// What a query asks, without the page it wants: the page's size may change on the way.
fn fingerprint(query: &Query) -> [u8; 8] {
    let asked = query.without_page().to_text().unwrap_or_default();
    let digest = Digest::of(asked.as_bytes());
    digest.as_bytes().first_chunk().copied().unwrap_or_default()
}

impl core::fmt::Display for Cursor {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let bytes: Vec<u8> = self
            .query
            .iter()
            .chain(self.last.as_bytes())
            .copied()
            .collect();
        f.write_str(&URL_SAFE_NO_PAD.encode(bytes))
    }
}

impl core::str::FromStr for Cursor {
    type Err = Rejection;
    fn from_str(text: &str) -> Result<Self, Rejection> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| not_given_out())?;
        let (query, last) = bytes.split_first_chunk().ok_or_else(not_given_out)?;
        Ok(Self {
            query: *query,
            last: Uuid::from_slice(last).map_err(|_| not_given_out())?,
        })
    }
}

impl Serialize for Cursor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

crate::vocabulary::read_as_text!(Cursor);

impl Field for Cursor {
    const KIND: &'static str = "cursor";
    fn read(value: &RawValue, place: &Place<'_>) -> Result<Self, Rejection> {
        String::read(value, place)?.parse()
    }
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, serde::Deserialize)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Items<T> {
    /// What is on it.
    pub items: Vec<T>,
    /// Where the next page begins; none when nothing follows.
    pub next: Option<Cursor>,
}

impl<T> Items<T> {
    /// Makes a page of up to `limit` items out of what follows the cursor, given one more to know whether any does.
    #[must_use]
    pub fn of(query: &Query, limit: u16, mut found: Vec<T>, id: impl Fn(&T) -> Uuid) -> Self {
        let limit = usize::from(limit);
        let more = found.len() > limit;
        found.truncate(limit);
        let next = found
            .last()
            .filter(|_| more)
            .map(|last| Cursor::behind(query, id(last)));
        Self { items: found, next }
    }
}
