//! The canonical flow as tables: its gates (rule book, section 2) and the default buffers (section 9).
use crate::{
    lot::Storage,
    quality::{GateKind, ReadingKind},
    run::Step,
};

/// A gate of the canonical flow; with limits it is a critical control point.
pub(super) struct GatePlan {
    pub(super) step: Step,
    pub(super) number: &'static str,
    pub(super) kind: GateKind,
    pub(super) name: Words,
    pub(super) limits: &'static [Ceiling],
    pub(super) checklist: &'static [(&'static str, Words)],
}

/// Hungarian and English.
pub(super) type Words = (&'static str, &'static str);

/// The warmest that is inside, in whole degrees, and for which storage.
pub(super) type Ceiling = (ReadingKind, i8, Option<Storage>);

/// The gates of section 2, one at each step but the start. Goods kept AMBIENT have no limit at receipt.
#[rustfmt::skip]
pub(super) const GATES: [GatePlan; 10] = [
    GatePlan {
        step: Step::RECEIPT, number: "1", kind: GateKind::Blocking, name: ("Áruátvétel", "Receipt"),
        limits: &[
            (ReadingKind::Surface, 4, Some(Storage::Chilled)),
            (ReadingKind::Surface, -18, Some(Storage::Frozen)),
        ],
        checklist: &[
            ("documents", ("A kísérőokmányok megvannak, és adataik egyeznek az áruval", "The accompanying documents are there and match the goods")),
            ("identification_mark", ("Az azonosító jelölés és a létesítmény engedélyszáma olvasható", "The identification mark and the establishment number are legible")),
            ("best_before", ("A fogyaszthatósági vagy minőségmegőrzési idő nem járt le", "The use-by or best-before date has not passed")),
            ("packaging", ("A csomagolás ép és tiszta", "The packaging is intact and clean")),
            ("senses", ("Az áru színe, szaga és állaga kifogástalan", "Colour, smell and texture of the goods are faultless")),
            ("vehicle", ("A jármű raktere tiszta, szennyeződéstől és idegen szagtól mentes", "The load space of the vehicle is clean and free of foreign smells")),
        ],
    },
    GatePlan {
        step: Step::DEBONING, number: "3", kind: GateKind::Blocking, name: ("Csontozás", "Deboning"), limits: &[],
        checklist: &[
            ("bone_free", ("A hús csontszilánktól, porctól és idegen anyagtól mentes", "The meat is free of bone splinters, cartilage and foreign bodies")),
            ("knives", ("A kések épek, tiszták, fertőtlenítettek", "The knives are whole, clean and disinfected")),
            ("trimming", ("A nyesedék és a csont elkülönítve, lemérve", "Trimmings and bones are set apart and weighed")),
            ("workplace", ("A munkaterület és az eszközök tiszták", "Workplace and tools are clean")),
        ],
    },
    GatePlan {
        step: Step::BULK_BUFFER, number: "4", kind: GateKind::Blocking, name: ("Bulk készenlét", "Bulk readiness"), limits: &[],
        checklist: &[
            ("labels", ("Minden tárolóedény tételcímkével ellátott", "Every container bears its lot label")),
            ("containers", ("A tárolóedények épek, tiszták, letakartak", "The containers are whole, clean and covered")),
            ("senses", ("A hús színe, szaga és állaga kifogástalan", "Colour, smell and texture of the meat are faultless")),
            ("order", ("A felhasználás sorrendje a lejárat szerint kijelölve", "The order of use follows the expiry dates")),
        ],
    },
    GatePlan {
        step: Step::MIXING, number: "5", kind: GateKind::Blocking, name: ("Keverék", "Mix"), limits: &[],
        checklist: &[
            ("recipe", ("Az összetevők a receptúra szerint bemérve és rögzítve", "The ingredients are weighed by the recipe and recorded")),
            ("allergens", ("Az allergén összetevők a receptúrával egyeznek", "The allergens agree with the recipe")),
            ("mixing_time", ("A keverési idő az előírásnak megfelelő", "The mixing time is as prescribed")),
            ("homogeneous", ("A keverék egynemű, idegen anyagtól mentes", "The mix is homogeneous and free of foreign bodies")),
        ],
    },
    GatePlan {
        step: Step::SKEWERING, number: "6", kind: GateKind::Blocking, name: ("Nyársak mérlegelése", "Skewer weigh"), limits: &[],
        checklist: &[
            ("scale", ("A mérleg napi ellenőrzése megtörtént", "The scale has had its daily check")),
            ("weight", ("A nyársak tömege a tűréshatáron belül van", "The weight of the skewers is within tolerance")),
            ("compact", ("A hús tömören, hézagmentesen ül a nyárson", "The meat sits on the rod compactly, without gaps")),
            ("rods", ("A nyársrudak épek és tiszták", "The rods are whole and clean")),
        ],
    },
    GatePlan {
        step: Step::SKU_SPLIT, number: "6.5", kind: GateKind::Checkpoint, name: ("SKU szétválasztás", "SKU split"), limits: &[],
        checklist: &[
            ("apart", ("A 15 és a 30 kg-os nyársak elkülönítve", "Skewers of 15 kg and of 30 kg are kept apart")),
            ("labels", ("A címkén jelölt méret egyezik a termékkel", "The size on the label is that of the product")),
            ("count", ("A darabszám a gyártási lappal egyeztetve", "The count agrees with the production sheet")),
        ],
    },
    GatePlan {
        step: Step::FREEZING, number: "7", kind: GateKind::Blocking, name: ("Fagyasztás", "Freeze"),
        limits: &[(ReadingKind::Core, -18, None)],
        checklist: &[
            ("probe", ("A maghőmérő hitelesített, mérés a legvastagabb ponton", "The core probe is calibrated, measured at the thickest point")),
            ("airflow", ("A nyársak között a levegő szabadon áramlik", "The air flows freely between the skewers")),
            ("duration", ("A fagyasztás kezdete és vége rögzítve", "Start and end of freezing are recorded")),
        ],
    },
    GatePlan {
        step: Step::PACKAGING, number: "8", kind: GateKind::Blocking, name: ("Végső felszabadítás", "Final release"), limits: &[],
        checklist: &[
            ("label", ("A címke adatai helyesek: megnevezés, tömeg, tételszám, minőségmegőrzési idő", "The label is right: name, weight, lot number, best-before date")),
            ("allergens", ("Az összetevők és az allergének jelölése helyes", "Ingredients and allergens are declared correctly")),
            ("seal", ("A csomagolás zárása ép és légmentes", "The packaging is sealed and airtight")),
            ("metal", ("A fémkereső vizsgálat megtörtént, eredménye negatív", "Metal detection has been done, with a negative result")),
        ],
    },
    GatePlan {
        step: Step::PALLETIZING, number: "8", kind: GateKind::Checkpoint, name: ("Végső felszabadítás", "Final release"), limits: &[],
        checklist: &[
            ("one_size", ("A raklapon csak egyféle méret van", "The pallet carries one size only")),
            ("stable", ("A rakat stabil, fóliázott", "The stack is stable and wrapped")),
            ("label", ("A raklapcímke felragasztva, adatai a tartalommal egyeznek", "The pallet label is on and matches the contents")),
            ("pallet", ("A raklap ép és tiszta", "The pallet is whole and clean")),
        ],
    },
    GatePlan {
        step: Step::SHIPMENT, number: "10", kind: GateKind::Blocking, name: ("Árukiadás", "Dispatch"),
        limits: &[(ReadingKind::Ambient, -18, None)],
        checklist: &[
            ("vehicle", ("A jármű raktere tiszta és előhűtött", "The load space of the vehicle is clean and pre-cooled")),
            ("recorder", ("A jármű hőmérséklet-regisztrálója működik", "The temperature recorder of the vehicle works")),
            ("delivery_note", ("A raklapok azonosítói a szállítólevéllel egyeznek", "The pallet numbers agree with the delivery note")),
            ("seal", ("A raktér lezárva, a plombaszám feljegyezve", "The load space is closed and the seal number noted")),
        ],
    },
];

/// The default buffers (rule book, section 9): where each stands, and what it is.
#[rustfmt::skip]
pub(super) const BUFFERS: [(&str, Step, Words); 6] = [
    ("LK", Step::BULK_BUFFER, ("LK – húshűtő", "LK – meat chiller")),
    ("MIX", Step::MIXING, ("MIX – keverékhűtő", "MIX – mix chiller")),
    ("SKW15", Step::SKEWERING, ("SKW15 – 15 kg-os nyársak hűtője", "SKW15 – chiller for 15 kg skewers")),
    ("SKW30", Step::SKEWERING, ("SKW30 – 30 kg-os nyársak hűtője", "SKW30 – chiller for 30 kg skewers")),
    ("FRZ", Step::FREEZING, ("FRZ – fagyasztott tároló", "FRZ – frozen store")),
    ("PAL", Step::PALLETIZING, ("PAL – raklapos mélyhűtő", "PAL – pallet freezer")),
];

/// The steps with a limit in section 2.
pub(super) fn critical_steps() -> impl Iterator<Item = Step> {
    GATES
        .iter()
        .filter(|gate| !gate.limits.is_empty())
        .map(|gate| gate.step)
}
