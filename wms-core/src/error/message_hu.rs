//! The Hungarian messages.

/// The sentence for a code, with the names of its details in braces.
#[expect(clippy::too_many_lines, reason = "a table")]
pub(super) fn template(code: &str) -> Option<&'static str> {
    Some(match code {
        "INVALID_INPUT" => {
            "a(z) `{field}` mező értéke hiányzik vagy nem a leírt alakú; a mezők leírása a felületi dokumentációban található"
        }
        "UNSUPPORTED_VERSION" => {
            "az üzenet ennél a programverziónál újabb formátumú (mező: `{field}`); a programot frissíteni kell"
        }
        "INVALID_CODE" => {
            "a megadott `{value}` nem elfogadható kód (mező: `{field}`): legfeljebb 100 nyomtatható karakter, kötött kódolásnál `TÍPUS-ÉÉÉÉHHNN-TELEPHELY-SORSZÁM` alakú"
        }
        "INVALID_WEIGHT" => {
            "a megadott `{value}` nem elfogadható tömeg (mező: `{field}`): 0-nál nagyobb, a megengedett határon belüli kilogramm, legfeljebb 3 tizedesjeggyel, tizedesponttal"
        }
        "INVALID_TEMPERATURE" => {
            "a megadott `{value}` nem elfogadható hőmérséklet (mező: `{field}`): -50 és 100 °C közötti érték, legfeljebb 1 tizedesjeggyel, tizedesponttal"
        }
        "REASON_TOO_SHORT" => {
            "túl rövid szöveg (mező: `{field}`): `{length}` karakter, legalább `{min}` szükséges"
        }
        "TEXT_TOO_LONG" => {
            "túl hosszú szöveg (mező: `{field}`): `{length}` karakter, legfeljebb `{max}` lehet"
        }
        "INVALID_GRAPH" => {
            "a folyamatábra nem fogadható el: `{issues}`; a hibákat mentés, illetve beküldés előtt ki kell javítani"
        }
        "LEGACY_LOT_TYPE" => {
            "régi rendszerből származó tételtípus: `{lot_type}`; az ilyen tétel csak olvasható és importálható, új tételhez méretet is jelölő (15 vagy 30 kg-os) típust kell megadni"
        }
        "NOT_FOUND" => "nem található: `{entity}`, azonosítója vagy kódja: `{id}`",
        "FORBIDDEN" => {
            "`{role}` szerepkörrel ez a művelet nem végezhető el: `{action}`; jogosult szerepkörök: `{allowed}`"
        }
        "INVALID_TRANSITION" => {
            "`{state}` állapotban ez a művelet nem végezhető el: `{command}` (`{entity}`, azonosítója: `{id}`)"
        }
        "ALREADY_EXISTS" => {
            "ez az azonosító már foglalt: `{id}` (`{entity}`); új azonosítót kell megadni"
        }
        "IDEMPOTENCY_KEY_REUSED" => {
            "ez a parancskulcs már egy másik parancshoz tartozik: `{key}`; ismételni csak ugyanazt a parancsot, ugyanazzal a felhasználóval lehet, minden máshoz új kulcs kell"
        }
        "DUPLICATE_CODE" => "ez a kód már foglalt: `{code}`; másik kódot kell megadni",
        "DRAFT_EXISTS" => {
            "a folyamatnak már van szerkesztés vagy jóváhagyás alatt álló verziója: `{version_id}` (állapota: `{status}`); előbb azt kell közzétenni vagy elvetni"
        }
        "FLOW_IMMUTABLE" => {
            "`{version_id}` azonosítójú folyamatverzió `{status}` állapotban nem módosítható; menteni csak `DRAFT` állapotú verziót lehet"
        }
        "VERSION_IN_USE" => {
            "`{version_id}` azonosítójú folyamatverzió (állapota: `{status}`) nem vezethető ki, mert még le nem zárult gyártások használják: `{runs}`; előbb ezeket kell befejezni vagy megszakítani"
        }
        "STALE_STEP" => {
            "a gyártás nem a várt lépésnél tart (várt: `{expected}`, tényleges: `{actual}`); az aktuális lépést kell megadni"
        }
        "STALE_DRAFT" => {
            "a tervezetet időközben valaki elmentette (várt ellenőrző összeg: `{expected}`, tárolt: `{actual}`); újra be kell tölteni, és a módosítást azon kell elvégezni"
        }
        "RUN_NOT_RUNNING" => {
            "`{run_id}` azonosítójú gyártás `{status}` állapotban van; tételt csak `RUNNING` állapotú gyártás fogad"
        }
        "SELF_APPROVAL" => {
            "`{version_id}` azonosítójú folyamatverziót (állapota: `{status}`) nem hagyhatja jóvá az, aki készítette vagy szerkesztette; más jogosult jóváhagyása szükséges"
        }
        "FLOW_NOT_PUBLISHED" => {
            "`{version_id}` azonosítójú folyamatverzió `{status}` állapotban van; gyártás csak `PUBLISHED` állapotú verzió alapján hozható létre"
        }
        "RUN_AT_FIRST_STEP" => {
            "`{run_id}` azonosítójú gyártás nem léptethető vissza, mert az első lépésnél tart: `{step}`"
        }
        "RUN_AT_FINAL_STEP" => {
            "`{run_id}` azonosítójú gyártás nem léptethető tovább, mert az utolsó lépésnél tart: `{step}`; itt már befejezhető"
        }
        "RUN_NOT_AT_FINAL_STEP" => {
            "`{run_id}` azonosítójú gyártás ennél a lépésnél nem fejezhető be: `{step}`; befejezni csak a 10. lépésnél lehet"
        }
        "STEP_HAS_LOTS" => {
            "a gyártás nem léptethető vissza, mert a jelenlegi lépésénél már készültek tételek (`{count}` db): `{lots}`; előbb mindegyiknek `REJECTED` állapotba kell kerülnie"
        }
        "LOTS_ON_HOLD" => {
            "a gyártás zárolt tételek miatt nem folytatható (`{count}` db): `{lots}`; előbb fel kell oldani a zárolásukat, vagy el kell utasítani őket"
        }
        "QC_PENDING" => {
            "a gyártás karanténban lévő tételek miatt nem folytatható (`{count}` db): `{lots}`; előbb el kell végezni a vizsgálatukat"
        }
        "LOT_NOT_RELEASED" => {
            "nem felszabadított tételek (`{count}` db): `{lots}`; felhasználni, pufferből a gyártósorra kiadni és kiszállítani csak `RELEASED` állapotú tételt lehet"
        }
        "CHILDREN_OPEN" => {
            "a tétel nem zárható le, mert a belőle készült tételek között vannak nyitottak (`{count}` db): `{lots}`; előbb mindegyiknek `FINISHED` vagy `REJECTED` állapotba kell kerülnie"
        }
        "DEVIATION_OPEN" => {
            "a zárolás nem oldható fel, amíg nyitott eltérés van: `{deviations}`; előbb mindegyikhez helyesbítő intézkedést kell rögzíteni"
        }
        "LOT_IN_BUFFER" => {
            "a tétel nem érvényteleníthető, mert pufferben van: `{buffers}`; csak pufferen kívüli tétel érvényteleníthető"
        }
        "CODES_EXHAUSTED" => {
            "az eszköznek kiadott kódtartomány elfogyott (előtag: `{prefix}`, telephely: `{site}`, nap: `{day}`); új kódtartományt kell igényelni"
        }
        "DEPENDS_ON_REJECTED" => {
            "a parancs olyasmire hivatkozik, amit egy elutasított parancs hozott volna létre vagy módosított volna (kulcsa: `{key}`); előbb azt kell rendezni"
        }
        "RETENTION_NOT_ELAPSED" => {
            "a gyártás még nem archiválható, mert a megőrzési idő nem telt le; archiválható ettől az időponttól: `{until}`"
        }
        "SITE_MISMATCH" => {
            "nem megfelelő telephely: `{actual}`; itt csak ez fogadható el: `{expected}`"
        }
        "WRONG_STEP" => {
            "`{lot_type}` típusú tétel ennél a lépésnél készül: `{step}`, a gyártás pedig ennél tart: `{run_step}`; csak egyazon, a gyártásban már elért lépés tételei fogadhatók el"
        }
        "PARENTS_REQUIRED" => {
            "`{lot_type}` típusú tételhez szülőtétel szükséges; szülőtétel nélkül csak `RAW` típusú tétel vehető nyilvántartásba, minden más feldolgozással, legalább egy bemenő tételből keletkezik"
        }
        "ILLEGAL_PARENT_TYPE" => {
            "`{child}` típusú tétel nem készülhet `{parent}` típusú tételből; megengedett szülőtípusok: `{allowed}`"
        }
        "SKU_MIXED" => {
            "különböző méretek keverednének (kg): `{found}`; itt egyszerre csak egyféle méret engedélyezett"
        }
        "SPECIES_MIXED" => {
            "különböző állatfajok keverednének: `{found}`; minden bemenő és kimenő tételnek azonos állatfajból kell származnia"
        }
        "MIX_NOT_SAME_DAY" => {
            "`{lot_id}` azonosítójú keverék gyártási napja `{day}`, a belőle készülő tételé `{required_day}`; keverék csak a saját gyártási napján használható fel"
        }
        "BACKLOG_NOT_ALLOWED" => {
            "`{lot_id}` azonosítójú szülőtétel kora nem megfelelő: `{age_days}` nap; legalább 0, legfeljebb `{max_age_days}` nap lehet (–: nincs felső korlát)"
        }
        "LOT_EXPIRED" => {
            "`{lot_id}` azonosítójú tétel minőségmegőrzési ideje lejárt: `{best_before}`; csak le nem járt tétel használható fel és szállítható ki"
        }
        "INSUFFICIENT_QUANTITY" => {
            "`{lot_id}` azonosítójú tételből nincs elegendő mennyiség: a kért `{requested_kg}` kg helyett legfeljebb `{available_kg}` kg érhető el (puffer: `{buffer_id}`)"
        }
        "LOSS_EXCEEDS_INPUT" => {
            "`{lot_id}` azonosítójú bemenő tétel vesztesége `{loss_kg}` kg, ez több a felhasznált mennyiségnél; legfeljebb `{input_kg}` kg lehet"
        }
        "MASS_BALANCE" => {
            "az anyagmérleg nem teljesül: a bemenő, veszteségekkel csökkentett `{inputs_kg}` kg mennyiségből nem keletkezhet `{outputs_kg}` kg, legfeljebb `{limit_kg}` kg"
        }
        "ALLOCATION_MISMATCH" => {
            "`{lot_id}` azonosítójú tétel felosztása `{actual_kg}` kg a várt `{expected_kg}` kg helyett; a felosztásnak grammra ki kell adnia minden bemenő tétel veszteséggel csökkentett mennyiségét, és minden kimenő tételhez szülőtételt kell rendelnie"
        }
        "CODE_MISMATCH" => {
            "a megadott `{code}` kód ellentmond a jelölt tétel vagy gyártás adatainak, eltérő adat: `{field}`, helyes értéke: `{expected}`"
        }
        "GENEALOGY_CYCLE" => {
            "a származási kapcsolatok körbe záródnának ezeknél a tételeknél: `{lots}`; egyetlen tétel sem lehet a saját felmenője"
        }
        "CHECKLIST_INCOMPLETE" => {
            "az ellenőrzőlista kötelező pontjai közül nem mindegyik teljesült: `{items}`; `PASS` döntéshez mindegyiknek rendben kell lennie"
        }
        "CCP_READING_MISSING" => {
            "`{lot_id}` azonosítójú tételhez hiányzik a kritikus szabályozási pont (CCP) előírt mérése: `{kind}` (lépés: `{step}`, minőségkapu: `{gate}`); felszabadítás előtt rögzíteni kell"
        }
        "CCP_LIMIT_EXCEEDED" => {
            "`{lot_id}` azonosítójú tétel mért hőmérséklete (`{kind}`) `{temperature_c}` °C, ez kívül esik a kritikus határértéken (alsó: `{min_c}` °C, felső: `{max_c}` °C); `PASS` döntéshez és felszabadításhoz határértéken belüli mérés kell, a vizsgálat `HOLD` vagy `FAIL` döntéssel rögzíthető"
        }
        "WRONG_LOT_TYPE" => {
            "`{lot_type}` típusú tétel nem szállítható ki; kiszállítható típusok: `{allowed}`"
        }
        "BUFFER_INACTIVE" => {
            "`{buffer_id}` azonosítójú puffer nincs használatban; másik puffert kell választani, vagy előbb újra használatba kell venni"
        }
        "BUFFER_ON_HOLD" => {
            "`{buffer_id}` azonosítójú puffer zárolva van; a zárolás feloldásáig se betárolni, se kitárolni nem lehet, áttárolni belőle csak `MANAGER` vagy `ADMIN` szerepkörrel szabad"
        }
        "BUFFER_TYPE_NOT_ALLOWED" => {
            "`{buffer_id}` azonosítójú puffer nem fogad `{lot_type}` típusú tételt; elfogadott típusok: `{accepts}`"
        }
        "OVER_RECEIVED" => {
            "`{lot_id}` azonosítójú tételből nem tárolható be `{requested_kg}` kg; legfeljebb a gyártósoron lévő `{line_kg}` kg"
        }
        "BUFFER_FULL" => {
            "`{buffer_id}` azonosítójú pufferben `{would_hold_kg}` kg lenne; legfeljebb `{capacity_kg}` kg fér bele, ezt csak `MANAGER` vagy `ADMIN` szerepkörrel szabad túllépni"
        }
        "STORE_UNAVAILABLE" => {
            "az adattár nem érhető el; később ugyanezt kell újra elküldeni, parancsot változatlan kulccsal"
        }
        "STORE_BUSY" => {
            "az adattár túlterhelt; ugyanezt kell újra elküldeni, parancsot változatlan kulccsal"
        }
        "STORE_CORRUPT" => {
            "az adattár egy sora nem olvasható (tábla: `{table}`, azonosító: `{id}`); a tárolt adatok sérültek, ellenőrizni kell őket"
        }
        "INTERNAL" => "belső hiba történt a programban; kérjük, jelentse a fejlesztőknek",

        "OVER_CAPACITY" => {
            "`{buffer_id}` azonosítójú pufferben `{would_hold_kg}` kg van, ez több a `{capacity_kg}` kg befogadóképességnél"
        }
        "YIELD_LOW" => {
            "alacsony kihozatal: a bemenő, veszteségekkel csökkentett `{inputs_kg}` kg mennyiségből `{outputs_kg}` kg keletkezett, a várt legalább `{expected_kg}` kg helyett"
        }
        "CLOCK_SKEW" => {
            "a megadott időpont (`{at}`) kívül esik az elfogadható időszakon; helyette az adattár ideje érvényes: `{now}`"
        }

        // Flow issues: `place` is the node or the edge.
        "NODE_ID_DUPLICATE" => {
            "ez a csomópont-azonosító többször szerepel: `{place}`; minden csomópontnak saját azonosító kell"
        }
        "EDGE_ID_DUPLICATE" => {
            "ez a nyílazonosító többször szerepel: `{place}`; minden nyílnak saját azonosító kell"
        }
        "EDGE_SOURCE_MISSING" => {
            "`{place}` azonosítójú nyíl nem létező csomópontból indul: `{node}`; az ábrán szereplő csomópontot kell megadni"
        }
        "EDGE_TARGET_MISSING" => {
            "`{place}` azonosítójú nyíl nem létező csomópontba vezet: `{node}`; az ábrán szereplő csomópontot kell megadni"
        }
        "PARENT_MISSING" => {
            "`{place}` azonosítójú csomópont nem létező sávban van: `{parent}`; az ábrán szereplő sávot kell megadni"
        }
        "PARENT_NOT_GROUP" => {
            "`{place}` azonosítójú csomópont egy nem sáv típusú csomópontban van: `{parent}`; `group` típusú csomópontot kell megadni"
        }
        "PARENT_CIRCLE" => {
            "`{place}` azonosítójú csomópont a befoglaló sávjain keresztül (`{parent}`) önmagában van; a sávok nem tartalmazhatják körbe egymást"
        }
        "NODE_TYPE_UNKNOWN" => {
            "`{place}` azonosítójú csomópont típusa ismeretlen: `{found}`; elfogadott típusok: `start`, `end`, `process`, `qc_gate`, `buffer`, `group`"
        }
        "STEP_OUT_OF_RANGE" => {
            "`{place}` azonosítójú csomópont lépése nem fogadható el: `{found}`; 0 és 10 közötti egész számot kell megadni"
        }
        "GATE_CONFIG_INVALID" => {
            "`{place}` azonosítójú minőségkapu beállítása hibás: `{part}` {why}"
        }
        "NO_START" => {
            "a folyamatnak nincs kezdete; legalább egy `start` típusú csomópont szükséges"
        }
        "NO_END" => "a folyamatnak nincs vége; legalább egy `end` típusú csomópont szükséges",
        "CIRCLE" => {
            "a folyamat ezeken a csomópontokon keresztül körbe ér: `{nodes}`; legalább egy köztük lévő nyilat törölni vagy máshová kell vezetni"
        }
        "SELF_LOOP" => {
            "`{place}` azonosítójú nyíl ugyanabba a csomópontba vezet, ahonnan indul: `{node}`; másik csomópontba kell vezetnie"
        }
        "UNREACHABLE" => {
            "`{place}` azonosítójú csomóponthoz a folyamat kezdetétől nem vezet út; be kell kötni vagy törölni kell"
        }
        "DEAD_END" => {
            "`{place}` azonosítójú csomóponttól nem vezet út a folyamat végéig; tovább kell vezetni vagy törölni kell"
        }
        "GATE_DUPLICATE" => {
            "`{place}` azonosítójú minőségkapu száma (`{number}`) ennél a lépésnél már foglalt: `{step}`; másik számot kell megadni"
        }
        "STEP_GOES_BACK" => {
            "`{place}` azonosítójú nyíl korábbi lépésbe vezet vissza (honnan: `{from}`, hová: `{to}`); csak azonos vagy későbbi lépésbe vezethet"
        }
        "STEP_MISSING" => {
            "az alapfolyamat {step}. lépéséhez ({name}) nem tartozik csomópont; a lépéshez csomópontot kell felvenni"
        }
        "CCP_STEP_WITHOUT_GATE" => {
            "{step}. lépés ({name}): kritikus határérték tartozik hozzá, de nincs kritikus szabályozási pontként (CCP) megjelölt minőségkapuja; ilyen kaput kell felvenni"
        }
        "BUFFER_UNUSED" => {
            "`{place}` azonosítójú pufferhez nem kapcsolódik nyíl; be kell kötni vagy törölni kell"
        }
        _ => return None,
    })
}
