//! Programs that show the library at work: see the folders `replay` and `factory_day`.
