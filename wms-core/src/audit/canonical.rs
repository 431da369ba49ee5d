//! RFC 8785 (JSON Canonicalization Scheme) for what events hold: texts, whole numbers, booleans, lists, objects.
use serde::ser::{self, Impossible, Serialize};

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
    let mut out = String::with_capacity(384);
    value.serialize(Canonical {
        out: &mut out,
        tag: Some((kind, version)),
        nests_json: version == 0,
    })?;
    Ok(out)
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
    text.bytes().all(|b| b >= b' ' && b != b'"' && b != b'\\')
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

/// The newtype that says: this text is JSON. An event holds it as a text, so that nothing in it can make the
/// event's own text less canonical; a command or query holds it as the JSON it is.
pub(crate) const JSON_TEXT: &str = "$wms_core::JsonText";

struct Canonical<'a> {
    out: &'a mut String,
    tag: Option<(&'static str, u32)>,
    nests_json: bool,
}

impl Canonical<'_> {
    const fn inside(out: &mut String, nests_json: bool) -> Canonical<'_> {
        Canonical {
            out,
            tag: None,
            nests_json,
        }
    }
}

macro_rules! whole_numbers {
    ($($method:ident: $type:ty),+) => {$(
        fn $method(self, number: $type) -> Result<(), NotCanonical> {
            use core::fmt::Write;
            write!(self.out, "{number}").map_err(ser::Error::custom)
        }
    )+};
}

impl<'a> ser::Serializer for Canonical<'a> {
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
        write_text(text, self.out);
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
            escape(&text, self.out);
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
        let mut text = String::new();
        value.serialize(Canonical::inside(&mut text, false))?;
        let json: String = serde_json::from_str(&text).map_err(ser::Error::custom)?;
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
            out: self.out,
            first: true,
            nests_json: self.nests_json,
        })
    }
    fn serialize_tuple(self, len: usize) -> Result<List<'a>, NotCanonical> {
        self.serialize_seq(Some(len))
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Object<'a>, NotCanonical> {
        Ok(Object::open(self))
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Object<'a>, NotCanonical> {
        Ok(Object::open(self))
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

struct List<'a> {
    out: &'a mut String,
    first: bool,
    nests_json: bool,
}

impl ser::SerializeSeq for List<'_> {
    type Ok = ();
    type Error = NotCanonical;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotCanonical> {
        if !core::mem::take(&mut self.first) {
            self.out.push(',');
        }
        value.serialize(Canonical::inside(self.out, self.nests_json))
    }
    fn end(self) -> Result<(), NotCanonical> {
        self.out.push(']');
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

/// An object under way: its fields are written as they come and put in order at the end, if they need it.
struct Object<'a> {
    out: &'a mut String,
    nests_json: bool,
    start: usize,
    /// Name, and where `"name":value` begins and ends in `out`.
    fields: Vec<(std::borrow::Cow<'static, str>, core::ops::Range<usize>)>,
}

impl<'a> Object<'a> {
    fn open(canonical: Canonical<'a>) -> Self {
        let Canonical {
            out,
            tag,
            nests_json,
        } = canonical;
        let mut object = Self {
            start: out.len(),
            out,
            nests_json,
            fields: Vec::with_capacity(16),
        };
        if let Some((kind, version)) = tag {
            let start = object.out.len();
            object.out.push_str("\"type\":");
            write_text(kind, object.out);
            object.fields.push(("type".into(), start..object.out.len()));
            if version > 0 {
                let start = object.out.len();
                object.out.push_str("\"v\":");
                object.out.push_str(&version.to_string());
                object.fields.push(("v".into(), start..object.out.len()));
            }
        }
        object
    }

    fn field<T: Serialize + ?Sized>(
        &mut self,
        name: std::borrow::Cow<'static, str>,
        value: &T,
    ) -> Result<(), NotCanonical> {
        let start = self.out.len();
        write_text(&name, self.out);
        self.out.push(':');
        value.serialize(Canonical::inside(self.out, self.nests_json))?;
        self.fields.push((name, start..self.out.len()));
        Ok(())
    }

    /// Puts the fields in order behind themselves, then drops them where they were written.
    fn close(mut self) {
        self.fields.sort_unstable_by(|(a, _), (b, _)| order(a, b));
        let written = self.start..self.out.len();
        self.out.push('{');
        for (n, (_, field)) in self.fields.into_iter().enumerate() {
            if n > 0 {
                self.out.push(',');
            }
            self.out.extend_from_within(field);
        }
        self.out.push('}');
        self.out.drain(written);
    }
}

/// RFC 8785, section 3.2.3: names in the order of their UTF-16 code units; ASCII names in that of their bytes.
fn order(a: &str, b: &str) -> core::cmp::Ordering {
    if a.is_ascii() && b.is_ascii() {
        a.cmp(b)
    } else {
        a.encode_utf16().cmp(b.encode_utf16())
    }
}

impl ser::SerializeStruct for Object<'_> {
    type Ok = ();
    type Error = NotCanonical;
    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), NotCanonical> {
        self.field(name.into(), value)
    }
    fn end(self) -> Result<(), NotCanonical> {
        self.close();
        Ok(())
    }
}

impl ser::SerializeMap for Object<'_> {
    type Ok = ();
    type Error = NotCanonical;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, _: &T) -> Result<(), NotCanonical> {
        Err(ser::Error::custom("a field without its value"))
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, _: &T) -> Result<(), NotCanonical> {
        Err(ser::Error::custom("a value without its field"))
    }
    fn serialize_entry<K: Serialize + ?Sized, V: Serialize + ?Sized>(
        &mut self,
        key: &K,
        value: &V,
    ) -> Result<(), NotCanonical> {
        let mut name = String::new();
        key.serialize(Canonical::inside(&mut name, false))?;
        let name: String = serde_json::from_str(&name).map_err(ser::Error::custom)?;
        self.field(name.into(), value)
    }
    fn end(self) -> Result<(), NotCanonical> {
        self.close();
        Ok(())
    }
}
