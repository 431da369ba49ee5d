use super::{
    Field, Given, Kind, Model, Record, Word,
    grammar::{ById, Frame, Framed, Policy, Records, Refusals, Table, Vocabulary, doc},
};
use std::{collections::BTreeMap, error::Error, fs, path::Path};
use syn::{Fields, Item, ItemEnum, ItemMacro, ItemStruct, Visibility};

/// Reads every file of the core, in the order of their names.
pub(super) fn read_core(model: &mut Model, folder: &Path) -> Result<(), Box<dyn Error>> {
    read_folder(model, folder, "")
}

/// Reads a folder; what it declares is public in a module of the core, or in that of its own name.
fn read_folder(model: &mut Model, folder: &Path, home: &str) -> Result<(), Box<dyn Error>> {
    let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let mut paths: Vec<_> = entries.iter().map(fs::DirEntry::path).collect();
    paths.sort();
    for path in paths {
        let own = path
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned());
        let home = own.filter(|_| home.is_empty()).unwrap_or(home.to_owned());
        if path.is_dir() {
            read_folder(model, &path, &home)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let read = read_file(model, &fs::read_to_string(&path)?, &home);
            read.map_err(|error| format!("{}: {error}", path.display()))?;
        }
    }
    Ok(())
}

fn read_file(model: &mut Model, text: &str, home: &str) -> syn::Result<()> {
    let mut part = Model::default();
    let mut frames = BTreeMap::new();
    for item in syn::parse_file(text)?.items {
        match item {
            Item::Struct(declared) => part.take_struct(declared),
            Item::Enum(declared) => part.take_enum(declared),
            Item::Macro(called) => part.take_macro(called, &mut frames)?,
            _ => {}
        }
    }
    model.take_over(part, home);
    Ok(())
}

impl Model {
    /// Takes over what a file declares. Some public structs never stand on the wire; where one of them has the name
    /// of an object that does, that one counts.
    fn take_over(&mut self, part: Self, home: &str) {
        for (name, record) in part.records {
            if !self.records.contains_key(&name) || part.on_wire.contains(&name) {
                self.homes.insert(name.clone(), home.to_owned());
                self.records.insert(name, record);
            }
        }
        let sets = part.sets.keys();
        let sets = sets.map(|name| (name.clone(), home.to_owned()));
        self.homes.extend(sets);
        self.sets.extend(part.sets);
        self.about_sets.extend(part.about_sets);
        self.facts.extend(part.facts);
        self.policy.extend(part.policy);
    }

    fn put_all(&mut self, records: impl IntoIterator<Item = Record>) {
        for record in records {
            self.on_wire.insert(record.name.clone());
            self.records.insert(record.name.clone(), record);
        }
    }

    /// A public struct whose fields are public, and said something of.
    fn take_struct(&mut self, declared: ItemStruct) {
        let Fields::Named(named) = declared.fields else {
            return;
        };
        let fields: Vec<Field> = named.named.iter().filter_map(field).collect();
        if matches!(declared.vis, Visibility::Public(_)) && fields.len() == named.named.len() {
            let name = declared.ident.to_string();
            let doc = doc(&declared.attrs);
            let record = Record { name, doc, fields };
            let known = self.records.entry(record.name.clone());
            known.or_insert(record);
        }
    }

    /// Warnings: each variant has facts of its own.
    fn take_enum(&mut self, declared: ItemEnum) {
        if declared.ident != "Warning" {
            return;
        }
        for variant in declared.variants {
            let facts = variant.fields.iter().filter_map(fact).collect();
            self.facts.insert(variant.ident.to_string(), facts);
        }
    }

    fn take_macro(
        &mut self,
        called: ItemMacro,
        frames: &mut BTreeMap<String, Frame>,
    ) -> syn::Result<()> {
        let Some(name) = called.mac.path.get_ident().map(ToString::to_string) else {
            return Ok(());
        };
        let tokens = called.mac.tokens;
        match name.as_str() {
            "record" | "views" | "events" | "outcomes" => {
                self.put_all(syn::parse2::<Records>(tokens)?.0);
            }
            "queries_by_id" => self.put_all(syn::parse2::<ById>(tokens)?.0),
            "command_table" => self.take_table("CommandType", syn::parse2(tokens)?),
            "query_table" => self.take_table("QueryType", syn::parse2(tokens)?),
            "event_table" => self.take_table("EventType", syn::parse2(tokens)?),
            "vocabulary" => {
                let Vocabulary { doc, name, words } = syn::parse2(tokens)?;
                self.about_sets.insert(name.clone(), doc);
                self.sets.insert(name, words);
            }
            "rejections" => self.take_refusals(syn::parse2(tokens)?),
            "policy" => self.policy = syn::parse2::<Policy>(tokens)?.0,
            "macro_rules" => {
                let frame = called.ident.zip(Frame::of(tokens));
                frames.extend(frame.map(|(ident, frame)| (ident.to_string(), frame)));
            }
            framed => {
                if let Some(frame) = frames.get(framed) {
                    for (name, doc, inner) in syn::parse2::<Framed>(tokens)?.0 {
                        let fields = frame.around(inner)?;
                        self.put_all([Record { name, doc, fields }]);
                    }
                }
            }
        }
        Ok(())
    }

    fn take_table(&mut self, name: &str, Table(words): Table) {
        self.sets.insert(name.to_owned(), words);
    }

    fn take_refusals(&mut self, Refusals(refusals): Refusals) {
        let (words, facts): (Vec<Word>, Vec<Vec<Field>>) = refusals.into_iter().unzip();
        let names = words.iter().map(|word| word.variant.clone());
        self.facts.extend(names.zip(facts));
        self.sets.insert("Code".to_owned(), words);
    }
}

/// A public field with a comment.
fn field(declared: &syn::Field) -> Option<Field> {
    matches!(declared.vis, Visibility::Public(_)).then(|| fact(declared))?
}

fn fact(declared: &syn::Field) -> Option<Field> {
    let doc = doc(&declared.attrs);
    let serde = |word: &str| {
        let attributes = declared.attrs.iter();
        let mut lists = attributes.filter(|one| one.path().is_ident("serde"));
        lists.any(|one| {
            let list = one.meta.require_list();
            list.is_ok_and(|list| list.tokens.to_string().contains(word))
        })
    };
    (!doc.is_empty()).then_some(Field {
        name: syn::ext::IdentExt::unraw(declared.ident.as_ref()?).to_string(),
        doc,
        kind: Kind::of(&declared.ty),
        given: if serde("skip_serializing_if") {
            Given::Optional
        } else {
            Given::Required
        },
        flat: serde("flatten"),
    })
}
