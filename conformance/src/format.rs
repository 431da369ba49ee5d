//! How a script is written: a line per field, a line per step.

use serde_json::Value;

/// The text of a script in the suite's form, ending with a newline.
///
/// The order of all fields is kept: names are numbered by it.
#[must_use]
pub fn script(value: &Value) -> String {
    let mut text = String::from("{");
    for (index, (name, field)) in value.as_object().into_iter().flatten().enumerate() {
        text.push_str(if index == 0 { "\n " } else { ",\n " });
        text.push_str(&Value::from(name.as_str()).to_string());
        text.push_str(": ");
        match field {
            Value::Array(steps) if name == "steps" && !steps.is_empty() => list(&mut text, steps),
            other => line(&mut text, other),
        }
    }
    text.push_str("\n}\n");
    text
}

fn list(text: &mut String, steps: &[Value]) {
    text.push('[');
    for (index, step) in steps.iter().enumerate() {
        text.push_str(if index == 0 { "\n  " } else { ",\n  " });
        line(text, step);
    }
    text.push_str("\n ]");
}

/// A value on one line, with a space after every comma and colon.
fn line(text: &mut String, value: &Value) {
    match value {
        Value::Array(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                text.push_str(if index == 0 { "" } else { ", " });
                line(text, item);
            }
            text.push(']');
        }
        Value::Object(fields) => {
            text.push('{');
            for (index, (name, field)) in fields.iter().enumerate() {
                text.push_str(if index == 0 { "" } else { ", " });
                text.push_str(&Value::from(name.as_str()).to_string());
                text.push_str(": ");
                line(text, field);
            }
            text.push('}');
        }
        other => text.push_str(&other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_has_a_line_per_field_and_per_step() {
        let text = "{\n \"name\": \"n\",\n \"policy\": {},\n \"steps\": [\n  {\"do\": {\"b\": [1, {}], \"a\": \"á\\n\"}},\n  {\"goto_step\": 1}\n ]\n}\n";
        let value: Value = serde_json::from_str(text).unwrap();
        assert_eq!(script(&value), text);
        assert_eq!(
            script(&serde_json::json!({"steps": []})),
            "{\n \"steps\": []\n}\n"
        );
    }
}
