//! Why a script did not pass.

use std::fmt;

/// Where a script failed, and on what.
///
/// Displays as `step 3: expected "HOLD", got "QUARANTINE" (at ok.status)`. Steps
/// count from 0, as the keys of their commands do; what goes wrong while the
/// plant is set up has no step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    step: Option<usize>,
    path: String,
    expected: String,
    got: String,
}

/// Longer parts of an answer are cut: a failure is one readable line.
const SHOWN_CHARS: usize = 300;

impl Failure {
    /// A difference at `path` between what was expected and what came.
    #[must_use]
    pub fn new(
        path: impl Into<String>,
        expected: impl Into<String>,
        got: impl Into<String>,
    ) -> Self {
        Self {
            step: None,
            path: path.into(),
            expected: shorten(expected.into()),
            got: shorten(got.into()),
        }
    }

    /// The same failure, said to be that of the step at this position.
    #[must_use]
    pub fn at_step(mut self, position: usize) -> Self {
        self.step = Some(position);
        self
    }

    /// The position of the step, from 0; `None` while the plant was set up.
    #[must_use]
    pub fn step(&self) -> Option<usize> {
        self.step
    }

    /// Where in the answer the difference is, such as `ok.events[1].type`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.step {
            Some(step) => write!(f, "step {step}: ")?,
            None => f.write_str("set-up: ")?,
        }
        write!(f, "expected {}, got {}", self.expected, self.got)?;
        if self.path.is_empty() {
            Ok(())
        } else {
            write!(f, " (at {})", self.path)
        }
    }
}

impl std::error::Error for Failure {}

fn shorten(text: String) -> String {
    match text.char_indices().nth(SHOWN_CHARS) {
        None => text,
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_one_line_that_names_step_and_path() {
        let failure = Failure::new("ok.status", "\"HOLD\"", "\"QUARANTINE\"").at_step(3);
        assert_eq!(
            failure.to_string(),
            "step 3: expected \"HOLD\", got \"QUARANTINE\" (at ok.status)"
        );
        assert_eq!(
            Failure::new("", "a", "b").to_string(),
            "set-up: expected a, got b"
        );
    }

    #[test]
    fn a_long_answer_is_cut() {
        let failure = Failure::new("", "á".repeat(5000), "b");
        assert!(failure.to_string().chars().count() < 400);
    }
}
