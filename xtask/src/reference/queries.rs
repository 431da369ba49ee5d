//! The page of the queries.

use super::{commands::fields, declared, markdown::table, views::answered_with};
use crate::model::Model;
use wms_core::query::{Page, QueryType};

pub(super) fn page(model: &Model) -> String {
    let mut page = String::from(INTRODUCTION);
    let doc = |query: QueryType| &declared(model, "QueryType", query.as_str()).doc;
    let rows = QueryType::ALL.map(|query| [format!("[`{query}`](#{query})"), doc(query).clone()]);
    page += &table(["query", "what it answers"], &rows);
    for query in QueryType::ALL {
        let answer = answered_with(query);
        page += &format!("\n## {query}\n\n{} Answer: {answer}.\n\n", doc(query));
        page += &fields(model, &format!("{query:?}"), query.fields());
    }
    page += "\n## page\n\n";
    page += &fields(model, "Page", Page::FIELDS);
    page
}

const INTRODUCTION: &str = "\
# Queries

Every role may ask; a host that narrows this does so before it asks. Lists with a `page` answer \
`{items, next}`: `next` is the cursor for the next page's `after`, or null when nothing follows. A cursor belongs to \
the query it was given out for, its filters included; only the limit may change on the way.

";
