//! The configuration of a gate: `data.config` of a `qc_gate` node (rule book, section 5).
use super::{Issue, canonical::Words, read::Object};
use crate::{
    amount::Celsius,
    lot::Storage,
    quality::{ChecklistItem, Gate, GateKind, Limit, Range, ReadingKind},
    run::Step,
    text::{MAX_NAME_CHARS, MAX_TEXT_CHARS, Text},
    vocabulary::Language,
};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::value::RawValue;

/// What may be wrong with a part of a gate.
#[derive(Clone, Copy)]
enum Why {
    Missing,
    Twice,
    FieldTwice,
    NotAnObject,
    NotAList,
    NotAText,
    NotWords,
    Blank,
    NameTooLong,
    TextTooLong,
    NotABoolean,
    NoneOf,
    NotATemperature,
    NoEnd,
    MinAboveMax,
    NoLimit,
}

impl Why {
    /// Hungarian and English, after the name of the part.
    #[rustfmt::skip]
    const fn words(self) -> Words {
        match self {
            Self::Missing => ("hiányzik, meg kell adni", "is missing, it has to be given"),
            Self::Twice => ("kétszer szerepel, csak egyszer adható meg", "is given twice, it can be given once"),
            Self::FieldTwice => ("egyik mezője kétszer szerepel", "has one of its fields twice"),
            Self::NotAnObject => ("nem JSON-objektum", "is no JSON object"),
            Self::NotAList => ("nem lista", "is no list"),
            Self::NotAText => ("nem szöveg", "is no text"),
            Self::NotWords => (
                "nem nyelvenként megadott szöveg, például `{\"hu\": \"…\", \"en\": \"…\"}`",
                "is no text by language like `{\"hu\": \"…\", \"en\": \"…\"}`",
            ),
            Self::Blank => ("üres", "is blank"),
            Self::NameTooLong => ("100 karakternél hosszabb", "is longer than 100 characters"),
            Self::TextTooLong => ("2000 karakternél hosszabb", "is longer than 2000 characters"),
            Self::NotABoolean => ("csak `true` vagy `false` lehet", "has to be `true` or `false`"),
            Self::NoneOf => ("csak ezek egyike lehet", "has to be one of"),
            Self::NotATemperature => (
                "nem hőmérséklet: −50 és 100 °C közötti szám kell, legfeljebb egy tizedesjeggyel",
                "is no temperature: a number from −50 to 100 °C with at most one decimal",
            ),
            Self::NoEnd => (
                "alsó (`minC`) és felső (`maxC`) határ nélkül áll, legalább az egyik kell",
                "has neither `minC` nor `maxC`, it needs one of them",
            ),
            Self::MinAboveMax => ("alsó határa (`minC`) magasabb a felsőnél (`maxC`)", "has a `minC` above its `maxC`"),
            Self::NoLimit => (
                "üres, pedig kritikus szabályozási ponthoz (CCP) legalább egy határérték kell",
                "is empty, but a critical control point needs at least one limit",
            ),
        }
    }
}

/// The part of a gate that is wrong, and why.
pub(super) struct Fault {
    /// Its path from the outside in, like `limits[0].maxC`.
    part: String,
    why: Why,
    accepted: String,
}

impl From<Why> for Fault {
    fn from(why: Why) -> Self {
        Self {
            part: String::new(),
            why,
            accepted: String::new(),
        }
    }
}

impl Fault {
    fn within(mut self, outer: impl core::fmt::Display) -> Self {
        let dot = if self.part.is_empty() || self.part.starts_with('[') {
            ""
        } else {
            "."
        };
        self.part = format!("{outer}{dot}{}", self.part);
        self
    }

    /// Puts it into the issue, in every language.
    pub(super) fn tell(&self, issue: Issue) -> Issue {
        let (hu, en) = self.why.words();
        let words = |language| match language {
            Language::Hu => format!("{hu}{}", self.accepted),
            Language::En => format!("{en}{}", self.accepted),
        };
        issue
            .with("part", self.part.as_str())
            .with_words("why", words)
    }
}

/// Names the part only when it is wrong: most gates are not.
trait At<T> {
    fn at(self, part: &str) -> Result<T, Fault>;
}

impl<T, E: Into<Fault>> At<T> for Result<T, E> {
    fn at(self, part: &str) -> Result<T, Fault> {
        self.map_err(|fault| fault.into().within(part))
    }
}

type Raw<'a> = Option<&'a RawValue>;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ConfigJson<'a> {
    #[serde(borrow)]
    gate_number: Raw<'a>,
    #[serde(borrow)]
    name: Raw<'a>,
    #[serde(borrow)]
    gate_type: Raw<'a>,
    #[serde(borrow, rename = "isCCP")]
    is_ccp: Raw<'a>,
    #[serde(borrow)]
    limits: Raw<'a>,
    #[serde(borrow)]
    checklist: Raw<'a>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct LimitJson<'a> {
    #[serde(borrow)]
    kind: Raw<'a>,
    #[serde(borrow)]
    min_c: Raw<'a>,
    #[serde(borrow)]
    max_c: Raw<'a>,
    #[serde(borrow)]
    storage: Raw<'a>,
}

#[derive(Deserialize)]
struct ItemJson<'a> {
    #[serde(borrow)]
    id: Raw<'a>,
    #[serde(borrow)]
    label: Raw<'a>,
    #[serde(borrow)]
    required: Raw<'a>,
}

/// Reads a gate at a step; the first part that is wrong answers.
pub(super) fn read(config: Raw<'_>, step: Option<Step>) -> Result<Gate, Fault> {
    let json: ConfigJson<'_> = required(config).and_then(object).at("config")?;
    let gate = Gate {
        number: required(json.gate_number).and_then(text).at("gateNumber")?,
        name: required(json.name)
            .and_then(|raw| words(raw, MAX_NAME_CHARS))
            .at("name")?,
        kind: one_of(json.gate_type, &GateKind::ALL).at("gateType")?,
        step: step.ok_or(Why::Missing).at("stepIndex")?,
        is_ccp: flag(json.is_ccp).at("isCCP")?,
        limits: list(json.limits, limit).at("limits")?,
        checklist: list(json.checklist, item).at("checklist")?,
    };
    if gate.is_ccp && gate.limits.is_empty() {
        return Err(Why::NoLimit).at("limits");
    }
    // An answer names its item by id, so two of one id could never be told apart.
    let mut ids: Vec<_> = gate.checklist.iter().map(|item| &item.id).collect();
    ids.sort_unstable();
    match ids
        .windows(2)
        .find_map(|pair| pair.first().filter(|id| Some(*id) == pair.last()))
    {
        Some(id) => Err(Why::Twice).at(id).at("checklist"),
        None => Ok(gate),
    }
}

fn limit(raw: &RawValue) -> Result<Limit, Fault> {
    let json: LimitJson<'_> = object(raw)?;
    let kind = one_of(json.kind, &ReadingKind::ALL).at("kind")?;
    let min_c = json.min_c.map(celsius).transpose().at("minC")?;
    let max_c = json.max_c.map(celsius).transpose().at("maxC")?;
    let storage = json
        .storage
        .map(|raw| one_of(Some(raw), &Storage::ALL))
        .transpose()
        .at("storage")?;
    match (min_c, max_c) {
        (None, None) => Err(Why::NoEnd.into()),
        (Some(min), Some(max)) if min > max => Err(Why::MinAboveMax.into()),
        _ => Ok(Limit {
            kind,
            range: Range { min_c, max_c },
            storage,
        }),
    }
}

fn item(raw: &RawValue) -> Result<ChecklistItem, Fault> {
    let json: ItemJson<'_> = object(raw)?;
    Ok(ChecklistItem {
        id: required(json.id).and_then(text).at("id")?,
        label: required(json.label)
            .and_then(|raw| words(raw, MAX_TEXT_CHARS))
            .at("label")?,
        required: flag(json.required).at("required")?,
    })
}

fn required(raw: Raw<'_>) -> Result<&RawValue, Why> {
    raw.ok_or(Why::Missing)
}

fn object<'a, T: Deserialize<'a>>(raw: &'a RawValue) -> Result<T, Why> {
    if !raw.get().starts_with('{') {
        return Err(Why::NotAnObject);
    }
    // Its fields take any value, so only one that stands twice is refused here.
    value(raw)
        .map(|Object(fields)| fields)
        .ok_or(Why::FieldTwice)
}

/// Absent is empty.
fn list<T>(raw: Raw<'_>, read: impl Fn(&RawValue) -> Result<T, Fault>) -> Result<Vec<T>, Fault> {
    let Some(raw) = raw else {
        return Ok(Vec::new());
    };
    let items: Vec<&RawValue> = value(raw).ok_or(Why::NotAList)?;
    let item = |(n, raw)| read(raw).map_err(|fault| fault.within(format_args!("[{n}]")));
    items.into_iter().enumerate().map(item).collect()
}

/// A number or an id: a text that says something.
fn text(raw: &RawValue) -> Result<Box<str>, Why> {
    let text: Box<str> = value(raw).ok_or(Why::NotAText)?;
    match text.chars().count() {
        _ if text.trim().is_empty() => Err(Why::Blank),
        0..=MAX_NAME_CHARS => Ok(text),
        _ => Err(Why::NameTooLong),
    }
}

fn words(raw: &RawValue, max_chars: usize) -> Result<Text, Why> {
    let words: Text = value(raw).ok_or(Why::NotWords)?;
    if words.is_blank() {
        return Err(Why::Blank);
    }
    if words
        .iter()
        .any(|(_, words)| words.chars().count() > max_chars)
    {
        return Err(if max_chars == MAX_NAME_CHARS {
            Why::NameTooLong
        } else {
            Why::TextTooLong
        });
    }
    Ok(words)
}

fn one_of<T: DeserializeOwned + core::fmt::Display>(raw: Raw<'_>, all: &[T]) -> Result<T, Fault> {
    value(required(raw)?).ok_or_else(|| {
        let names: Vec<_> = all.iter().map(|name| format!("`{name}`")).collect();
        Fault {
            accepted: format!(": {}", names.join(", ")),
            ..Why::NoneOf.into()
        }
    })
}

/// Absent is false.
fn flag(raw: Raw<'_>) -> Result<bool, Why> {
    raw.map_or(Ok(false), |raw| value(raw).ok_or(Why::NotABoolean))
}

/// A text, or a number as it is spelled: `4`, `4.0`, never by way of a floating point number.
fn celsius(raw: &RawValue) -> Result<Celsius, Why> {
    value::<Celsius>(raw)
        .or_else(|| raw.get().parse().ok())
        .ok_or(Why::NotATemperature)
}

fn value<'a, T: Deserialize<'a>>(raw: &'a RawValue) -> Option<T> {
    serde_json::from_str(raw.get()).ok()
}
