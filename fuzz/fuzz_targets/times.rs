//! Runs [`wms_fuzz::times`] under cargo-fuzz, or on the files named on the command line.
#![cfg_attr(fuzzing, no_main)]

wms_fuzz::target!(times);
