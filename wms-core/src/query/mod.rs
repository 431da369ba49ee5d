//! Queries: what people and hosts ask (wire.md, *Queries*).
use crate::{error::Rejection, plant::Plant};
/// stub
#[derive(Debug)]
pub struct Query;
/// stub
#[derive(Debug)]
pub struct Answer;
impl Query {
    /// x
    pub fn from_json(_: &str) -> Result<Self, Rejection> {
        Ok(Self)
    }
}
impl Answer {
    /// x
    pub fn to_json(&self) -> String {
        String::new()
    }
}
pub(crate) fn ask(_: &Plant, _: &Query) -> Result<Answer, Rejection> {
    Ok(Answer)
}
