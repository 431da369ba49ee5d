use super::Place;
use crate::{error::Rejection, policy::PlantPolicy, text::MAX_NAME_CHARS};
use serde_json::value::RawValue;

/// What can stand in a field of a command or a query.
///
/// Reading proves the JSON type and the value's own shape. The checks are made again on typed commands,
/// which nobody read: `check` for what never changes, `check_policy` for what the plant decides.
pub(crate) trait Field: Sized {
    /// The name of the type in the generated tables and schemas.
    const KIND: &'static str;

    /// Reads the value.
    fn read(value: &RawValue, place: &Place<'_>) -> Result<Self, Rejection>;

    /// Checks limits that are the same in every plant.
    fn check(&self, place: &Place<'_>) -> Result<(), Rejection> {
        let _ = place;
        Ok(())
    }

    /// Checks limits that the plant's policy sets.
    fn check_policy(&self, place: &Place<'_>, policy: &PlantPolicy) -> Result<(), Rejection> {
        let _ = (place, policy);
        Ok(())
    }
}

/// Reads a value that stands alone from its JSON text.
pub(crate) fn read_alone<T: Field>(json: &str) -> Result<T, Rejection> {
    let root = Place::ROOT;
    let value: &RawValue = serde_json::from_str(json)
        .map_err(|error| Rejection::input(root, format_args!("JSON is needed: {error}")))?;
    T::read(value, &root)
}

impl<T: Field> Field for Option<T> {
    const KIND: &'static str = T::KIND;

    fn read(value: &RawValue, place: &Place<'_>) -> Result<Self, Rejection> {
        if value.get() == "null" {
            Ok(None)
        } else {
            T::read(value, place).map(Some)
        }
    }
    fn check(&self, place: &Place<'_>) -> Result<(), Rejection> {
        self.iter().try_for_each(|value| value.check(place))
    }
    fn check_policy(&self, place: &Place<'_>, policy: &PlantPolicy) -> Result<(), Rejection> {
        self.iter()
            .try_for_each(|value| value.check_policy(place, policy))
    }
}

impl<T: Field> Field for Vec<T> {
    const KIND: &'static str = T::KIND;

    fn read(value: &RawValue, place: &Place<'_>) -> Result<Self, Rejection> {
        let items: Vec<&RawValue> = serde_json::from_str(value.get())
            .map_err(|_| Rejection::input(place, "a list is needed"))?;
        items
            .iter()
            .enumerate()
            .map(|(n, item)| T::read(item, &place.item(n)))
            .collect()
    }
    fn check(&self, place: &Place<'_>) -> Result<(), Rejection> {
        self.iter()
            .enumerate()
            .try_for_each(|(n, item)| item.check(&place.item(n)))
    }
    fn check_policy(&self, place: &Place<'_>, policy: &PlantPolicy) -> Result<(), Rejection> {
        self.iter()
            .enumerate()
            .try_for_each(|(n, item)| item.check_policy(&place.item(n), policy))
    }
}

/// Names contain no U+0000, at most 100 code points, and something that is no blank.
pub(crate) fn check_name(text: &str, place: &Place<'_>) -> Result<(), Rejection> {
    check_chars(text, place, MAX_NAME_CHARS)?;
    if text.trim().is_empty() {
        return Err(Rejection::input(place, "a name is not blank"));
    }
    Ok(())
}

pub(super) fn check_chars(text: &str, place: &Place<'_>, max: usize) -> Result<(), Rejection> {
    if text.contains('\0') {
        return Err(Rejection::input(place, "texts contain no U+0000"));
    }
    // A text has at most as many code points as bytes: most need no counting.
    if text.len() > max {
        let length = text.chars().count();
        if length > max {
            return Err(Rejection::TextTooLong {
                field: place.to_string(),
                length,
                max,
            });
        }
    }
    Ok(())
}
