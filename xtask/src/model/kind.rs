use syn::{GenericArgument, PathArguments, Type};

/// The type of a field, as far as the wire knows types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A type of that name, whatever module it is from.
    Named(String),
    Option(Box<Self>),
    List(Box<Self>),
    /// Values by names.
    Map(Box<Self>, Box<Self>),
}

impl Kind {
    /// Reads a Rust type; a box is what is in it, a text is `str`.
    pub(crate) fn of(rust: &Type) -> Self {
        match rust {
            Type::Path(path) => {
                let Some(last) = path.path.segments.last() else {
                    return Self::Named(String::new());
                };
                let name = last.ident.to_string();
                let inner = inner(&last.arguments);
                match (name.as_str(), inner.as_slice()) {
                    ("Option", [one]) => Self::Option(Box::new(one.clone())),
                    ("Vec", [one]) => Self::List(Box::new(one.clone())),
                    ("BTreeMap", [key, value]) => {
                        Self::Map(Box::new(key.clone()), Box::new(value.clone()))
                    }
                    ("Box" | "Arc", [one]) => one.clone(),
                    ("String", []) => Self::Named("str".to_owned()),
                    _ => Self::Named(name),
                }
            }
            Type::Slice(slice) => Self::List(Box::new(Self::of(&slice.elem))),
            Type::Reference(reference) => Self::of(&reference.elem),
            _ => Self::Named(String::new()),
        }
    }

    /// The name of the type inside options and lists.
    pub(crate) fn base(&self) -> &str {
        match self {
            Self::Named(name) => name,
            Self::Option(inner) | Self::List(inner) | Self::Map(_, inner) => inner.base(),
        }
    }
}

fn inner(arguments: &PathArguments) -> Vec<Kind> {
    let PathArguments::AngleBracketed(arguments) = arguments else {
        return Vec::new();
    };
    let types = arguments.args.iter().filter_map(|one| match one {
        GenericArgument::Type(rust) => Some(Kind::of(rust)),
        _ => None,
    });
    types.collect()
}
