//! Every file of the corpus, through its target, on stable.
#![expect(clippy::unwrap_used, reason = "a test")]
use std::{fs, panic, path::Path};

fn replay(target: &str, run: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpus")
        .join(target);
    let mut seeds: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    seeds.sort();
    assert!(!seeds.is_empty(), "no seeds in {}", folder.display());
    let fallen: Vec<_> = seeds
        .iter()
        .filter(|path| {
            let data = fs::read(path).unwrap();
            panic::catch_unwind(|| run(&data)).is_err()
        })
        .collect();
    assert!(fallen.is_empty(), "fallen: {fallen:#?}");
}

macro_rules! targets {
    ($($test:ident = $target:ident;)+) => {
        $(
            #[test]
            fn $test() {
                replay(stringify!($target), wms_fuzz::$target);
            }
        )+

        #[test]
        fn every_folder_of_the_corpus_has_a_target() {
            let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
            for entry in fs::read_dir(corpus).unwrap() {
                let name = entry.unwrap().file_name();
                assert!([$(stringify!($target)),+].iter().any(|target| name == **target), "{name:?}");
            }
        }
    };
}

targets! {
    every_seed_of_graph_passes = graph;
    every_seed_of_envelope_passes = envelope;
    every_seed_of_query_passes = query;
    every_seed_of_codes_passes = codes;
    every_seed_of_decimals_passes = decimals;
    every_seed_of_times_passes = times;
    every_seed_of_scripts_passes = scripts;
}
