//! RFC 8785 (JSON Canonicalization Scheme) for what events hold: texts, whole numbers, booleans, lists, objects.
use super::object::{Field, Object};
use serde::ser::{self, Impossible, Serialize};
use std::borrow::Cow;

/// A value that has no canonical text: a floating point number, or an object whose fields are no texts.
///
/// Nothing an event holds is such a value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no canonical text: {0}")]
pub struct NotCanonical(String);

impl ser::Error for NotCanonical {
    fn custom<T: core::fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// The canonical text of an object with its `type` and, above 0, its version `v` among the fields.
pub(crate) fn tagged(
    kind: &'static str,
    version: u32,
    value: &impl Serialize,
) -> Result<String, NotCanonical> {
    let mut writer = Writer::new();
    writer.tagged(kind, version, value)?;
    Ok(writer.into_text())
}

/// Writes canonical texts one after the other, in the same memory.
#[derive(Debug)]
pub(crate) struct Writer {
    pub(super) out: String,
    /// The fields of the objects under way, those of the innermost last.
    pub(super) fields: Vec<Field>,
    /// Room to put fields in order.
    pub(super) sorted: String,
    pub(super) tag: Option<(&'static str, u32)>,
    nests_json: bool,
}

impl Writer {
    /// With room for most texts.
    pub(crate) fn new() -> Self {
        Self {
            out: String::with_capacity(512),
            fields: Vec::with_capacity(16),
            sorted: String::with_capacity(512),
            tag: None,
            nests_json: false,
        }
    }

    /// The text that [`tagged`] gives, until the next is written.
    pub(crate) fn tagged(
        &mut self,
        kind: &'static str,
        version: u32,
        value: &impl Serialize,
    ) -> Result<&str, NotCanonical> {
        self.out.clear();
        self.fields.clear();
        self.tag = Some((kind, version));
        self.nests_json = version == 0;
        value.serialize(&mut *self)?;
        Ok(&self.out)
    }

    /// The last text written.
    pub(crate) fn into_text(self) -> String {
        self.out
    }
}

/// A JSON text with the escapes of RFC 8785: the short ones, `\u00xx` for other controls, nothing else.
pub(crate) fn write_text(text: &str, out: &mut String) {
    out.push('"');
    if needs_no_escape(text) {
        out.push_str(text);
    } else {
        escape(text, out);
    }
    out.push('"');
}

fn needs_no_escape(text: &str) -> bool {
    // Every byte is looked at, without a way out between them: so they are looked at many at a time.
    let is_escaped = |b: u8| (b < b' ') | (b == b'"') | (b == b'\\');
    !text.bytes().fold(false, |found, b| found | is_escaped(b))
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            c if c < ' ' => {
                let code = u32::from(c);
                let digit = |n: u32| char::from_digit(n, 16).unwrap_or('0');
                out.extend(['\\', 'u', '0', '0', digit(code >> 4), digit(code & 15)]);
            }
            c => out.push(c),
        }
    }
}

/// What a text that was written says; anything else is none.
pub(super) fn read_text(json: &str) -> Result<Cow<'_, str>, NotCanonical> {
    let plain = json
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .filter(|plain| !plain.contains('\\'));
    match plain {
        Some(plain) => Ok(Cow::Borrowed(plain)),
        None => serde_json::from_str(json)
            .map(Cow::Owned)
            .map_err(ser::Error::custom),
    }
}

/// The newtype that says: this text is JSON. An event holds it as a text, so that nothing in it can make the
/// event's own text less canonical; a command or query holds it as the JSON it is.
pub(crate) const JSON_TEXT: &str = "$wms_core::JsonText";

macro_rules! whole_numbers {
    ($($method:ident: $type:ty),+) => {$(
        fn $method(self, number: $type) -> Result<(), NotCanonical> {
            use core::fmt::Write;
            write!(self.out, "{number}").map_err(ser::Error::custom)
        }
    )+};
}

impl<'a> ser::Serializer for &'a mut Writer {
    type Ok = ();
    type Error = NotCanonical;
    type SerializeSeq = List<'a>;
    type SerializeTuple = List<'a>;
    type SerializeTupleStruct = Impossible<(), NotCanonical>;
    type SerializeTupleVariant = Impossible<(), NotCanonical>;
    type SerializeMap = Object<'a>;
    type SerializeStruct = Object<'a>;
    type SerializeStructVariant = Impossible<(), NotCanonical>;

    whole_numbers!(
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64
    );

    fn serialize_bool(self, value: bool) -> Result<(), NotCanonical> {
        self.out.push_str(if value { "true" } else { "false" });
        Ok(())
    }
    fn serialize_str(self, text: &str) -> Result<(), NotCanonical> {
        write_text(text, &mut self.out);
        Ok(())
    }
    fn collect_str<T: core::fmt::Display + ?Sized>(self, value: &T) -> Result<(), NotCanonical> {
        // Written in place, then looked at: ids, amounts and times, which need no escape, cost no copy.
        use core::fmt::Write;
        let start = self.out.len() + 1;
        write!(self.out, "\"{value}").map_err(ser::Error::custom)?;
        let written = self.out.get(start..).unwrap_or_default();
        if !needs_no_escape(written) {
            let text = written.to_owned();
            self.out.truncate(start);
            escape(&text, &mut self.out);
        }
        self.out.push('"');
        Ok(())
    }
    fn serialize_none(self) -> Result<(), NotCanonical> {
        self.serialize_unit()
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), NotCanonical> {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result<(), NotCanonical> {
        self.out.push_str("null");
        Ok(())
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<(), NotCanonical> {
        if name != JSON_TEXT || !self.nests_json {
            return value.serialize(self);
        }
        let start = self.out.len();
        value.serialize(&mut *self)?;
        let json = read_text(self.out.get(start..).unwrap_or_default())?.into_owned();
        self.out.truncate(start);
        self.out.push_str(&json);
        Ok(())
    }
    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
    ) -> Result<(), NotCanonical> {
        self.serialize_str(name)
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<List<'a>, NotCanonical> {
        self.out.push('[');
        Ok(List {
            writer: self,
            first: true,
        })
    }
    fn serialize_tuple(self, len: usize) -> Result<List<'a>, NotCanonical> {
        self.serialize_seq(Some(len))
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Object<'a>, NotCanonical> {
        Object::open(self)
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Object<'a>, NotCanonical> {
        Object::open(self)
    }

    fn serialize_f32(self, _: f32) -> Result<(), NotCanonical> {
        Err(ser::Error::custom("a floating point number"))
    }
    fn serialize_f64(self, _: f64) -> Result<(), NotCanonical> {
        Err(ser::Error::custom("a floating point number"))
    }
    fn serialize_char(self, c: char) -> Result<(), NotCanonical> {
        self.collect_str(&c)
    }
    fn serialize_bytes(self, _: &[u8]) -> Result<(), NotCanonical> {
        Err(ser::Error::custom("bytes"))
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result<(), NotCanonical> {
        self.serialize_unit()
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), NotCanonical> {
        Err(ser::Error::custom("an enum with data"))
    }
    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, NotCanonical> {
        Err(ser::Error::custom("a tuple struct"))
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, NotCanonical> {
        Err(ser::Error::custom("an enum with data"))
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, NotCanonical> {
        Err(ser::Error::custom("an enum with data"))
    }
}

pub(crate) struct List<'a> {
    writer: &'a mut Writer,
    first: bool,
}

impl ser::SerializeSeq for List<'_> {
    type Ok = ();
    type Error = NotCanonical;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotCanonical> {
        if !core::mem::take(&mut self.first) {
            self.writer.out.push(',');
        }
        value.serialize(&mut *self.writer)
    }
    fn end(self) -> Result<(), NotCanonical> {
        self.writer.out.push(']');
        Ok(())
    }
}

impl ser::SerializeTuple for List<'_> {
    type Ok = ();
    type Error = NotCanonical;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotCanonical> {
        ser::SerializeSeq::serialize_element(self, value)
    }
    fn end(self) -> Result<(), NotCanonical> {
        ser::SerializeSeq::end(self)
    }
}
