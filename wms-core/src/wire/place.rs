/// Where in the input a value stands, for the error that names it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    parent: Option<&'a Place<'a>>,
    here: Here,
}

#[derive(Debug, Clone, Copy)]
enum Here {
    Root,
    Field(&'static str),
    Item(usize),
}

impl Place<'_> {
    /// The input itself.
    pub(crate) const ROOT: Place<'static> = Place {
        parent: None,
        here: Here::Root,
    };

    /// A field of this object.
    pub(crate) const fn field(&self, name: &'static str) -> Place<'_> {
        Place {
            parent: Some(self),
            here: Here::Field(name),
        }
    }

    /// An item of this list.
    pub(crate) const fn item(&self, n: usize) -> Place<'_> {
        Place {
            parent: Some(self),
            here: Here::Item(n),
        }
    }
}

impl core::fmt::Display for Place<'_> {
    /// `outputs.0.weight_kg`.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(f)?;
            if !matches!(parent.here, Here::Root) {
                f.write_str(".")?;
            }
        }
        match self.here {
            Here::Root => Ok(()),
            Here::Field(name) => f.write_str(name),
            Here::Item(n) => write!(f, "{n}"),
        }
    }
}
