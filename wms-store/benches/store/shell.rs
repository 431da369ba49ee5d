//! The databases' own tools.
use std::process::Command;

/// Runs a tool to its end and gives what it printed.
pub(crate) fn run(command: &mut Command) -> String {
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let heard = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {heard}");
    String::from_utf8(output.stdout).unwrap()
}

/// A tool of the newest PostgreSQL of this machine; packages keep some off the PATH.
pub(crate) fn postgres(tool: &str) -> Command {
    let versions = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten();
    let folders = versions.flatten().map(|version| version.path().join("bin"));
    let newest = folders.filter(|bin| bin.join(tool).exists()).max();
    Command::new(newest.map_or_else(|| tool.into(), |bin| bin.join(tool)))
}

/// Rows of a query, columns apart by `|`.
pub(crate) fn psql(url: &str, sql: &str) -> String {
    let mut psql = postgres("psql");
    run(psql.args(["-qAtX", "-v", "ON_ERROR_STOP=1", "-d", url, "-c", sql]))
}

/// The same of a SQLite file.
pub(crate) fn sqlite(path: &str, sql: &str) -> String {
    let settings = ".timeout 10000\n.mode list\n";
    run(Command::new("sqlite3").args([path, "-cmd", settings, sql]))
}
