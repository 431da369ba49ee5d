//! One macro for everything that is an object on the wire's way in.

/// A field of a command or query, for the generated tables and schemas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct FieldInfo {
    /// Its name.
    pub name: &'static str,
    /// The name of its type.
    pub kind: &'static str,
    /// Whether it must be given.
    pub required: bool,
}

/// Declares a struct whose fields are read from a JSON object: what must be given, what may be (with the
/// name of its `with_…`), and what has a default. `new` takes the first.
macro_rules! record {
    ($(#[$doc:meta])* pub struct $name:ident {
        $($(#[$rdoc:meta])* $req:ident: $rty:ty,)*
        $(; optional $($(#[$odoc:meta])* $opt:ident ($with:ident): $oty:ty,)*)?
        $(; default $($(#[$ddoc:meta])* $def:ident ($dwith:ident): $dty:ty = $dval:expr,)*)?
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
        #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
        pub struct $name {
            $($(#[$rdoc])* pub $req: $rty,)*
            $($($(#[$odoc])* #[serde(skip_serializing_if = "Option::is_none")] pub $opt: Option<$oty>,)*)?
            $($($(#[$ddoc])* pub $def: $dty,)*)?
        }

        impl $name {
            /// With what must be given.
            #[must_use]
            #[allow(clippy::too_many_arguments, reason = "as many as wire.md asks for")]
            #[allow(clippy::new_without_default, reason = "what has no fields is still asked for by name")]
            pub fn new($($req: impl Into<$rty>),*) -> Self {
                Self { $($req: $req.into(),)* $($($opt: None,)*)? $($($def: $dval,)*)? }
            }

            $($(
                $(#[$odoc])*
                #[must_use]
                pub fn $with(mut self, value: impl Into<$oty>) -> Self {
                    self.$opt = Some(value.into());
                    self
                }
            )*)?

            $($(
                $(#[$ddoc])*
                #[must_use]
                pub fn $dwith(mut self, value: impl Into<$dty>) -> Self {
                    self.$def = value.into();
                    self
                }
            )*)?

            /// Its fields as wire.md names them.
            pub const FIELDS: &'static [$crate::wire::FieldInfo] = &[
                $($crate::wire::FieldInfo { name: stringify!($req), kind: <$rty as $crate::wire::Field>::KIND, required: true },)*
                $($($crate::wire::FieldInfo { name: stringify!($opt), kind: <$oty as $crate::wire::Field>::KIND, required: false },)*)?
                $($($crate::wire::FieldInfo { name: stringify!($def), kind: <$dty as $crate::wire::Field>::KIND, required: false },)*)?
            ];

            #[allow(unused_variables, unused_mut, reason = "some records have no fields")]
            pub(crate) fn take_from(fields: &mut $crate::wire::Fields<'_>) -> Result<Self, $crate::error::Rejection> {
                Ok(Self {
                    $($req: fields.required(stringify!($req))?,)*
                    $($($opt: fields.optional(stringify!($opt))?,)*)?
                    $($($def: fields.or(stringify!($def), $dval)?,)*)?
                })
            }

            #[allow(unused_variables, reason = "some records have no fields")]
            pub(crate) fn check_fields(&self, place: &$crate::wire::Place<'_>) -> Result<(), $crate::error::Rejection> {
                #[allow(unused_imports, reason = "some records have no fields")]
                use $crate::wire::Field;
                $(self.$req.check(&place.field(stringify!($req)))?;)*
                $($(self.$opt.check(&place.field(stringify!($opt)))?;)*)?
                $($(self.$def.check(&place.field(stringify!($def)))?;)*)?
                Ok(())
            }

            #[allow(unused_variables, dead_code, reason = "some records have no fields, some judge them otherwise")]
            pub(crate) fn check_fields_policy(
                &self,
                place: &$crate::wire::Place<'_>,
                policy: &$crate::policy::PlantPolicy,
            ) -> Result<(), $crate::error::Rejection> {
                #[allow(unused_imports, reason = "some records have no fields")]
                use $crate::wire::Field;
                $(self.$req.check_policy(&place.field(stringify!($req)), policy)?;)*
                $($(self.$opt.check_policy(&place.field(stringify!($opt)), policy)?;)*)?
                $($(self.$def.check_policy(&place.field(stringify!($def)), policy)?;)*)?
                Ok(())
            }
        }
    };
}

/// A record that stands inside another: read from an object of its own.
macro_rules! nested {
    ($name:ident, $kind:literal $(, $extra:path)?) => {
        impl $name {
            /// Reads it from a JSON object of its own.
            ///
            /// # Errors
            /// What of category `invalid` its shape breaks, with the path of the field.
            pub fn from_json(json: &str) -> Result<Self, $crate::error::Rejection> {
                $crate::wire::read_alone(json)
            }
        }

        impl $crate::wire::Field for $name {
            const KIND: &'static str = $kind;

            fn read(value: &serde_json::value::RawValue, place: &$crate::wire::Place<'_>) -> Result<Self, $crate::error::Rejection> {
                let mut fields = $crate::wire::Fields::read(value, place)?;
                let record = Self::take_from(&mut fields)?;
                fields.finish()?;
                Ok(record)
            }
            fn check(&self, place: &$crate::wire::Place<'_>) -> Result<(), $crate::error::Rejection> {
                self.check_fields(place)?;
                $($extra(self, place)?;)?
                Ok(())
            }
            fn check_policy(&self, place: &$crate::wire::Place<'_>, policy: &$crate::policy::PlantPolicy) -> Result<(), $crate::error::Rejection> {
                self.check_fields_policy(place, policy)
            }
        }
    };
}

pub(crate) use nested;
pub(crate) use record;
