use super::Folder;
use crate::args::Args;

#[test]
fn the_committed_files_are_in_order() {
    assert_eq!(
        Folder::with_committed_data("order").problems(),
        Vec::<String>::new()
    );
}

#[test]
fn every_bad_cell_of_every_file_is_listed() {
    let folder = Folder::with_committed_data("cells");
    let swap = |from: &'static str, to: &'static str| move |line: &str| line.replacen(from, to, 1);
    folder.edit("deliveries.csv", 3, swap("CHICKEN", "CHIKEN"));
    folder.edit("deliveries.csv", 4, |line| {
        let line = line.replacen("+01:00", "", 1);
        line.replacen(",AMBIENT,", ",AMBIENT,-", 1)
    });
    folder.edit("probes.csv", 2, swap("SURFACE", "SURFACED"));
    folder.edit("inspections.csv", 2, swap("PASS", "PASST"));
    folder.edit("shipments.csv", 2, |line| {
        line.replacen("SHIP-20260115", "SHIP-20260230", 1)
    });
    folder.edit("moves.csv", 5, |line| format!("{line},extra"));

    let problems = folder.problems();
    let expected = [
        "deliveries.csv:3: species: `CHIKEN` is none of CHICKEN, TURKEY, BEEF, LAMB, PORK, OTHER",
        "deliveries.csv:4: received_at: ",
        "deliveries.csv:4: weight_kg: ",
        "inspections.csv:2: decision: `PASST` is none of PASS, HOLD, FAIL",
        "moves.csv:5: 6 cells under 5 columns",
        "probes.csv:2: kind: `SURFACED` is none of SURFACE, CORE, AMBIENT",
        "shipments.csv:2: lot: `SHIP-20260230-DUNA-0001`: ",
    ];
    assert_eq!(problems.len(), expected.len(), "{problems:#?}");
    for (problem, expected) in problems.iter().zip(expected) {
        assert!(
            problem.starts_with(expected),
            "`{problem}` should say `{expected}`"
        );
    }
}

#[test]
fn headers_say_which_column_is_unknown_or_missing() {
    let folder = Folder::with_committed_data("header");
    folder.edit("shipments.csv", 1, |line| {
        line.replacen("consignee", "customer", 1)
    });
    assert_eq!(
        folder.problems(),
        [
            "shipments.csv:1: consignee: the column is missing",
            "shipments.csv:1: customer: unknown column; known are dispatched_at, lot, consignee, address, \
             order_no, vehicle, weight_kg",
        ]
    );
}

#[test]
fn a_missing_file_is_named_and_nobody_else_is_blamed() {
    let folder = Folder::with_committed_data("missing");
    std::fs::remove_file(folder.path().join("deliveries.csv")).unwrap();
    let problems = folder.problems();
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert!(
        problems[0].starts_with("deliveries.csv: "),
        "{}",
        problems[0]
    );
}

#[test]
fn what_is_named_must_be_declared_and_what_is_declared_only_once() {
    let folder = Folder::with_committed_data("references");
    let append = |file: &str, row: &str| {
        let path = folder.path().join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(path, format!("{text}{row}\n")).unwrap();
        text.lines().count() + 1
    };
    let at = "2026-01-15T12:00:00+01:00";
    let delivery = append(
        "deliveries.csv",
        &format!(
            "{at},RUN-20260115-DUNA-0009,RAW-20260115-DUNA-0001,Só,,AMBIENT,5,,,Sóbánya Kft.,,,"
        ),
    );
    let moved = append(
        "moves.csv",
        &format!("{at},RAW-20260115-DUNA-0999,,LK-77,5"),
    );
    let weighing = append(
        "weighings.csv",
        &format!("{at},W77777,RUN-20260115-DUNA-0001,LOSS,RAW-20260115-DUNA-0001,5,,,,"),
    );
    let probe = append("probes.csv", &format!("{at},,,CORE,3,"));
    let action = append(
        "actions.csv",
        &format!("{at},LIFT_HOLD,RAW-20260115-DUNA-0001,,Farkas Gergő,Rendben van minden.,"),
    );
    let expected = [
        format!("actions.csv:{action}: buffer: this act is about a buffer"),
        format!(
            "deliveries.csv:{delivery}: lot: `RAW-20260115-DUNA-0001` is a duplicate of deliveries.csv:2"
        ),
        format!(
            "deliveries.csv:{delivery}: run: `RUN-20260115-DUNA-0009` never reaches step 0 in runs.csv"
        ),
        format!(
            "moves.csv:{moved}: lot: `RAW-20260115-DUNA-0999` is neither delivered nor weighed out"
        ),
        format!("moves.csv:{moved}: to_buffer: `LK-77` does not stand in buffers.csv"),
        format!("probes.csv:{probe}: lot: either a lot or a buffer is needed"),
        format!("weighings.csv:{weighing}: line: the weighing has no IN line"),
        format!("weighings.csv:{weighing}: line: the weighing has no OUT line"),
        format!(
            "weighings.csv:{weighing}: loss_kind: a LOSS line has a kind, the others have none"
        ),
        format!("weighings.csv:{weighing}: lot: a loss of something that did not go in"),
    ];
    assert_eq!(folder.problems(), expected);
}

#[test]
fn arguments_that_make_no_sense_are_refused() {
    let read = |given: &[&str]| Args::read(given.iter().map(|&text| text.to_owned()));
    assert_eq!(read(&["--lots", "20000"]).unwrap().lots, Some(20_000));
    for given in [
        &["--lots"][..],
        &["--lots", "12"],
        &["--lot", "5"],
        &["--data", ".", "--lots", "300"],
    ] {
        assert!(read(given).is_err(), "{given:?}");
    }
}
