//! What a file of `fuzz_targets/` is.

/// The whole of a fuzz target: under cargo-fuzz its entry point; otherwise a program that runs the function
/// on files, so that a failing input can be looked at on stable with any debugger.
#[cfg(fuzzing)]
#[macro_export]
macro_rules! target {
    ($name:ident) => {
        $crate::libfuzzer_sys::fuzz_target!(|data: &[u8]| $crate::$name(data));
    };
}

/// The whole of a fuzz target: under cargo-fuzz its entry point; otherwise a program that runs the function
/// on files, so that a failing input can be looked at on stable with any debugger.
#[cfg(not(fuzzing))]
#[macro_export]
macro_rules! target {
    ($name:ident) => {
        fn main() -> std::io::Result<()> {
            $crate::run_files($crate::$name)
        }
    };
}

/// Runs a target on the files named on the command line.
///
/// # Errors
/// What the file system says where a file cannot be read.
#[cfg(not(fuzzing))]
pub fn run_files(target: fn(&[u8])) -> std::io::Result<()> {
    std::env::args_os()
        .skip(1)
        .try_for_each(|path| std::fs::read(path).map(|data| target(&data)))
}
