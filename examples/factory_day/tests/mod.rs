//! The day, from files to answers; and files that are not in order.
mod bad_files;
mod day;
mod kept;

use crate::plan::PlantFiles;
use crate::problem::Failure;
use std::path::{Path, PathBuf};

/// A folder of a test's own, gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = format!("factory_day-{}-{name}", std::process::id());
        let folder = std::env::temp_dir().join(folder);
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    /// A folder with a copy of the committed files.
    fn with_committed_data(name: &str) -> Self {
        let folder = Self::new(name);
        for file in std::fs::read_dir(crate::committed_data()).unwrap() {
            let file = file.unwrap();
            std::fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
        }
        folder
    }

    fn path(&self) -> &Path {
        &self.0
    }

    /// Changes one line, counted from 1.
    fn edit(&self, file: &str, line: usize, change: impl Fn(&str) -> String) {
        let path = self.0.join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines[line - 1] = change(&lines[line - 1]);
        std::fs::write(path, lines.join("\n") + "\n").unwrap();
    }

    /// Takes a line out.
    fn remove(&self, file: &str, line: usize) {
        let path = self.0.join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        let mut lines: Vec<&str> = text.lines().collect();
        lines.remove(line - 1);
        std::fs::write(path, lines.join("\n") + "\n").unwrap();
    }

    /// The problems that reading it finds, as they are printed.
    fn problems(&self) -> Vec<String> {
        match PlantFiles::read(&self.0) {
            Ok(_) => Vec::new(),
            Err(Failure::Files(problems)) => problems.iter().map(ToString::to_string).collect(),
            Err(other) => panic!("{other}"),
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
