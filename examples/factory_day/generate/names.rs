//! Names as they stand on labels and delivery notes. Companies and people are made up.
use wms_core::lot::Species;

/// Somebody who delivers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Supplier {
    pub(super) name: &'static str,
    pub(super) establishment_no: &'static str,
}

/// Somebody who is delivered to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Consignee {
    pub(super) name: &'static str,
    pub(super) address: &'static str,
}

/// What a line works with: one species a day, so that nothing is mixed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Recipe {
    pub(super) species: Species,
    pub(super) meat: &'static str,
    pub(super) fat: &'static str,
    pub(super) product: &'static str,
    pub(super) suppliers: [Supplier; 2],
    pub(super) shelf_life_days: u32,
}

const fn supplier(name: &'static str, establishment_no: &'static str) -> Supplier {
    Supplier {
        name,
        establishment_no,
    }
}

pub(super) const CHICKEN: Recipe = Recipe {
    species: Species::Chicken,
    meat: "Csirkecomb, csontos",
    fat: "Csirkebőr, fagyasztott tömb",
    product: "Fagyasztott csirke döner nyárs",
    suppliers: [
        supplier("Bakonyvölgyi Baromfi Kft.", "HU-5121"),
        supplier("Tiszamenti Csirkefeldolgozó Zrt.", "HU-5874"),
    ],
    shelf_life_days: 365,
};

pub(super) const TURKEY: Recipe = Recipe {
    species: Species::Turkey,
    meat: "Pulykafelsőcomb, csontos",
    fat: "Pulykabőr, fagyasztott tömb",
    product: "Fagyasztott pulyka döner nyárs",
    suppliers: [
        supplier("Sárréti Pulyka Kft.", "HU-5302"),
        supplier("Hortobágyszéli Pulykatenyésztők Szövetkezete", "HU-5977"),
    ],
    shelf_life_days: 330,
};

pub(super) const BEEF: Recipe = Recipe {
    species: Species::Beef,
    meat: "Marhalapocka, csontos",
    fat: "Marhafaggyú, fagyasztott tömb",
    product: "Fagyasztott marha döner nyárs",
    suppliers: [
        supplier("Őrségi Marhavágóhíd Kft.", "HU-4416"),
        supplier("Göcseji Húsüzem Zrt.", "HU-4093"),
    ],
    shelf_life_days: 300,
};

/// What the lines work with, one after the other.
pub(super) const RECIPES: [Recipe; 4] = [CHICKEN, TURKEY, BEEF, CHICKEN];

pub(super) const COLD_STORE: Supplier = supplier("Alföldszéli Hűtőház Zrt.", "HU-3318");
pub(super) const SPICE_MILL: Supplier = supplier("Kalocsavidéki Fűszerőrlő Kft.", "HU-2207");
pub(super) const OIL_MILL: Supplier = supplier("Napmezői Olajgyár Zrt.", "HU-2154");

pub(super) const SPICE: &str = "Döner fűszerkeverék";
pub(super) const OIL: &str = "Finomított napraforgóolaj";

pub(super) const INSPECTORS: [&str; 3] = ["Nagy Eszter", "Tóth Balázs", "Szűcs Réka"];
pub(super) const MANAGERS: [&str; 2] = ["Kővári Ildikó", "Farkas Gergő"];
pub(super) const VEHICLES: [&str; 5] = ["AAHK-412", "AACR-087", "AADT-655", "AAFL-231", "AAGP-908"];

const fn consignee(name: &'static str, address: &'static str) -> Consignee {
    Consignee { name, address }
}

pub(super) const CONSIGNEES: [Consignee; 12] = [
    consignee(
        "Aranynyárs Döner Kft.",
        "1081 Budapest, Népszínház utca 121.",
    ),
    consignee("Bosporus-kapu Gyros Bt.", "6720 Szeged, Kárász utca 109."),
    consignee(
        "Török Ízek Nagykereskedés Kft.",
        "4024 Debrecen, Piac utca 144.",
    ),
    consignee(
        "Pannon Gasztró Ellátó Zrt.",
        "9021 Győr, Bajcsy-Zsilinszky út 138.",
    ),
    consignee(
        "Mecsekaljai Gyorsétterem Kft.",
        "7621 Pécs, Király utca 117.",
    ),
    consignee(
        "Tisza-parti Büfé Kft.",
        "5000 Szolnok, Tiszaliget sétány 104.",
    ),
    consignee(
        "Északi Hűtőlogisztika Kft.",
        "3525 Miskolc, Széchenyi utca 160.",
    ),
    consignee(
        "Kebabkirály Vendéglátó Kft.",
        "1149 Budapest, Fogarasi út 195.",
    ),
    consignee(
        "Balatonfüredi Strandétkeztető Kft.",
        "8230 Balatonfüred, Zákonyi utca 103.",
    ),
    consignee("Őrházi Grill Bt.", "9700 Szombathely, Fő tér 112."),
    consignee(
        "Gyöngyössolymosi Falatozó Kft.",
        "3231 Gyöngyössolymos, Szabadság út 182.",
    ),
    consignee(
        "Süllő és Társa Élelmiszer Kft.",
        "8600 Siófok, Kele utca 107.",
    ),
];
