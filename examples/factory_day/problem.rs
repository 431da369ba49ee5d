//! What is wrong with the input, and what stops the day.
use core::fmt;
use std::collections::HashSet;

/// A fault in a file: where it stands and what would be accepted there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Problem {
    pub(crate) file: &'static str,
    /// The line, from 1 on; 0 says the file as a whole.
    pub(crate) line: u64,
    pub(crate) field: Option<String>,
    pub(crate) why: String,
}

impl Problem {
    pub(crate) fn of_file(file: &'static str, why: impl fmt::Display) -> Self {
        Self::of_line(file, 0, why)
    }

    pub(crate) fn of_line(file: &'static str, line: u64, why: impl fmt::Display) -> Self {
        Self {
            file,
            line,
            field: None,
            why: why.to_string(),
        }
    }

    pub(crate) fn of_field(
        file: &'static str,
        line: u64,
        field: &str,
        why: impl fmt::Display,
    ) -> Self {
        Self {
            field: Some(field.to_owned()),
            ..Self::of_line(file, line, why)
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if let Some(field) = &self.field {
            write!(f, ": {field}")?;
        }
        write!(f, ": {}", self.why)
    }
}

/// Everything that is wrong with a plant's files.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    pub(crate) problems: Vec<Problem>,
    /// The cells of rows that could not be read: who names one of them is not to blame.
    unread: HashSet<String>,
    /// A file is missing: nobody can tell what it would have declared.
    file_missing: bool,
}

impl Findings {
    pub(crate) fn push(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// A row that could not be read, with its cells.
    pub(crate) fn unread<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        self.unread.extend(cells.into_iter().map(str::to_owned));
    }

    pub(crate) fn missing_file(&mut self, problem: Problem) {
        self.file_missing = true;
        self.push(problem);
    }

    /// Whether a row that could not be read may have declared it.
    pub(crate) fn may_be_declared(&self, name: &str) -> bool {
        self.file_missing || self.unread.contains(name)
    }

    /// Everything, by file and line; nothing, if all is in order.
    pub(crate) fn into_result(mut self) -> Result<(), Failure> {
        self.problems.sort();
        if self.problems.is_empty() {
            Ok(())
        } else {
            Err(Failure::Files(self.problems))
        }
    }
}

/// Why the program ends early; nothing was written then.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The arguments make no sense.
    Usage(String),
    /// The files are not in order: everything that is wrong with them.
    Files(Vec<Problem>),
    /// A rule of the plant refused a row.
    Refused(Problem),
    /// The library refused what no row asked for.
    Plant(String),
    /// The database could not be opened, or did not take the day.
    Store(String),
    /// A file could not be written.
    Write(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(why) => f.write_str(why),
            Self::Files(problems) => {
                for problem in problems {
                    writeln!(f, "{problem}")?;
                }
                let (count, rows) = (problems.len(), plural(problems.len(), "problem"));
                write!(f, "{count} {rows}: nothing was done")
            }
            Self::Refused(problem) => {
                writeln!(f, "{problem}")?;
                f.write_str("the day stopped at this row: nothing was written")
            }
            Self::Plant(why) | Self::Store(why) | Self::Write(why) => f.write_str(why),
        }
    }
}

fn plural(count: usize, word: &str) -> String {
    if count == 1 {
        word.to_owned()
    } else {
        format!("{word}s")
    }
}
