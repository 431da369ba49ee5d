//! Queries.
use crate::{input, once::every_field_stands_once, plant::WatchedPlant};
use serde_json::Value;
use wms_core::query::Query;

/// A day's work: a chain from deboning to dispatch with holds, readings and inspections on the way.
const DAY: &str = include_str!("day.json");

thread_local! {
    static PLANT: WatchedPlant = WatchedPlant::after(DAY);
}

/// Reads a query and asks it of a plant in which things have happened.
///
/// * An accepted query, written as JSON, is read back to an equal one; a malformed one is refused with
///   category `invalid`.
/// * The answer is JSON, and the same when asked again; an error is one of the wire.
/// * A page's cursor leads to a page with other things on it.
pub fn query(data: &[u8]) {
    let Some(text) = input::text(data) else {
        return;
    };
    let query = Query::from_json(text);
    if let Ok(query) = &query {
        every_field_stands_once(text);
        comes_back(query);
    }
    PLANT.with(|plant| match plant.ask(text) {
        Ok(answer) => {
            assert!(query.is_ok(), "answered, though it is no query: {text}");
            goes_on(plant, text, &answer);
        }
        Err(error) if query.is_err() => {
            assert_eq!(error.get("category"), Some(&Value::from("invalid")));
        }
        Err(_) => {}
    });
}

fn comes_back(query: &Query) {
    let json = query.to_text().unwrap_or_default();
    assert_eq!(Query::from_json(&json).as_ref(), Ok(query), "{json}");
}

/// Follows the cursor of a page, with the query as it was given but for the cursor.
fn goes_on(plant: &WatchedPlant, query: &str, answer: &Value) {
    let next = answer.get("next").filter(|next| next.is_string());
    let (Some(next), Ok(Value::Object(mut query))) = (next, serde_json::from_str(query)) else {
        return;
    };
    if query.get("type").and_then(Value::as_str) == Some("changes") {
        query.insert("after".to_owned(), next.clone());
    } else {
        let page = query
            .entry("page")
            .or_insert_with(|| Value::Object(<_>::default()));
        if let Some(page) = page.as_object_mut() {
            page.insert("after".to_owned(), next.clone());
        }
    }
    let query = Value::Object(query).to_string();
    match plant.ask(&query) {
        Ok(more) => {
            let items = |page: &Value| page.get("items").and_then(Value::as_array).cloned();
            let (here, there) = (items(answer).unwrap_or_default(), items(&more));
            let twice = here
                .iter()
                .find(|item| there.iter().flatten().any(|other| other == *item));
            assert_eq!(twice, None, "on two pages: {query}");
        }
        Err(error) => unreachable!("a cursor given out is refused: {query}: {error}"),
    }
}
