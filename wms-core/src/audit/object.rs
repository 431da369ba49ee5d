//! Objects of a canonical text: fields are written as they come and put in order at the end, if they need it.
use super::canonical::{NotCanonical, Writer, read_text};
use core::cmp::Ordering;
use serde::ser::{self, Serialize};

/// A field that was written: `"name":value`.
#[derive(Debug)]
pub(super) struct Field {
    /// How its name begins: the order of two names, unless they begin alike.
    rank: u64,
    start: usize,
    name_end: usize,
    end: usize,
}

impl Field {
    fn order(&self, other: &Self, text: &str) -> Ordering {
        self.rank.cmp(&other.rank).then_with(|| {
            let name = |field: &Self| {
                let written = text.get(field.start..field.name_end).unwrap_or_default();
                read_text(written).unwrap_or_default().into_owned()
            };
            order(&name(self), &name(other))
        })
    }
}

/// An object under way.
pub(crate) struct Object<'a> {
    writer: &'a mut Writer,
    /// Where its fields begin in the text, and in the writer's list.
    start: usize,
    first: usize,
}

impl<'a> Object<'a> {
    pub(super) fn open(writer: &'a mut Writer) -> Result<Self, NotCanonical> {
        let tag = writer.tag.take();
        writer.out.push('{');
        let mut object = Self {
            start: writer.out.len(),
            first: writer.fields.len(),
            writer,
        };
        if let Some((kind, version)) = tag {
            object.field("type", kind)?;
            if version > 0 {
                object.field("v", &version)?;
            }
        }
        Ok(object)
    }

    /// Writes a field that Rust has a name for: nothing in it needs an escape.
    fn field<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), NotCanonical> {
        let start = self.begin();
        let out = &mut self.writer.out;
        out.push('"');
        out.push_str(name);
        out.push('"');
        self.finish(start, rank(name), value)
    }

    /// Begins a field behind those before it.
    fn begin(&mut self) -> usize {
        if self.writer.fields.len() > self.first {
            self.writer.out.push(',');
        }
        self.writer.out.len()
    }

    /// Writes the value of a field whose name was written.
    fn finish<T: Serialize + ?Sized>(
        &mut self,
        start: usize,
        rank: u64,
        value: &T,
    ) -> Result<(), NotCanonical> {
        let name_end = self.writer.out.len();
        self.writer.out.push(':');
        value.serialize(&mut *self.writer)?;
        let end = self.writer.out.len();
        self.writer.fields.push(Field {
            rank,
            start,
            name_end,
            end,
        });
        Ok(())
    }

    fn close(self) {
        let Writer {
            out,
            fields,
            sorted,
            ..
        } = self.writer;
        let own = fields.get_mut(self.first..).unwrap_or_default();
        if !own.is_sorted_by(|a, b| a.order(b, out).is_le()) {
            own.sort_unstable_by(|a, b| a.order(b, out));
            sorted.clear();
            for field in own {
                sorted.push_str(out.get(field.start..field.end).unwrap_or_default());
                sorted.push(',');
            }
            sorted.pop();
            out.truncate(self.start);
            out.push_str(sorted);
        }
        fields.truncate(self.first);
        out.push('}');
    }
}

/// RFC 8785, section 3.2.3: names stand in the order of their UTF-16 code units.
fn order(a: &str, b: &str) -> Ordering {
    a.bytes().map(in_order).cmp(b.bytes().map(in_order))
}

/// The first eight bytes of a name as a number of the same order.
fn rank(name: &str) -> u64 {
    let mut first = [0; 8];
    for (place, byte) in first.iter_mut().zip(name.bytes()) {
        *place = in_order(byte);
    }
    u64::from_be_bytes(first)
}

/// UTF-8 has the order of code points. That of UTF-16 differs in one thing: U+E000 to U+FFFF, whose first
/// bytes are these two, stand behind all others.
const fn in_order(byte: u8) -> u8 {
    match byte {
        0xEE | 0xEF => byte + 0x10,
        _ => byte,
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
        self.field(name, value)
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
        let start = self.begin();
        key.serialize(&mut *self.writer)?;
        let written = self.writer.out.get(start..).unwrap_or_default();
        let rank = rank(&read_text(written)?);
        self.finish(start, rank, value)
    }
    fn end(self) -> Result<(), NotCanonical> {
        self.close();
        Ok(())
    }
}
