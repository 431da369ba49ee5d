//! The scripts that are matrices, made from tables.
