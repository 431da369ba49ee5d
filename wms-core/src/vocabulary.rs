//! One macro for every closed set of names: the wire's spelling, `ALL`, parsing and the labels people read.

/// The text was none of the names of a closed set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is none of {expected}")]
pub struct UnknownName {
    /// What was given.
    pub found: String,
    /// The names that would be accepted, separated by commas.
    pub expected: String,
}

impl UnknownName {
    pub(crate) fn new(found: &str, expected: &[&str]) -> Self {
        Self {
            found: found.chars().take(40).collect(),
            expected: expected.join(", "),
        }
    }
}

/// The languages every label and message exists in (rule book, section 12). Others come from host catalogues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// Hungarian.
    Hu,
    /// English.
    En,
}

impl Language {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Hu, Self::En];

    /// The language tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Hu => "hu",
            Self::En => "en",
        }
    }
}

/// Declares a fieldless enum with its wire names and, where people see it, its labels.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $vis:vis enum $name:ident {
        $($(#[$vdoc:meta])* $variant:ident = $text:literal $(, hu $hu:literal, en $en:literal)?;)+
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        $vis enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every value, in the order of the rule book.
            pub const ALL: [Self; [$($text),+].len()] = [$(Self::$variant),+];
            const NAMES: [&'static str; Self::ALL.len()] = [$($text),+];

            /// The name on the wire and in the database.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            $crate::vocabulary::labels!($name; $($variant $(, $hu, $en)?;)+);
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl core::str::FromStr for $name {
            type Err = $crate::vocabulary::UnknownName;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($text => Ok(Self::$variant),)+
                    _ => Err($crate::vocabulary::UnknownName::new(text, &Self::NAMES)),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        $crate::vocabulary::read_as_text!($name);
    };
}

/// `label(language)`, for enums whose every variant has one.
macro_rules! labels {
    ($name:ident; $($variant:ident, $hu:literal, $en:literal;)+) => {
        /// What people read.
        #[must_use]
        pub const fn label(self, language: $crate::vocabulary::Language) -> &'static str {
            match (language, self) {
                $(
                    ($crate::vocabulary::Language::Hu, Self::$variant) => $hu,
                    ($crate::vocabulary::Language::En, Self::$variant) => $en,
                )+
            }
        }
    };
    ($name:ident; $($variant:ident;)+) => {};
}
pub(crate) use labels;
pub(crate) use vocabulary;

/// Serde forms of a type that is `Display` and `FromStr`: a JSON text.
macro_rules! text_forms {
    ($name:ty) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        $crate::vocabulary::read_as_text!($name);
    };
}

/// The reading half of [`text_forms`].
macro_rules! read_as_text {
    ($name:ty) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Text;
                impl serde::de::Visitor<'_> for Text {
                    type Value = $name;
                    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                        f.write_str("a text")
                    }
                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$name, E> {
                        text.parse().map_err(E::custom)
                    }
                }
                deserializer.deserialize_str(Text)
            }
        }
    };
}
pub(crate) use read_as_text;
pub(crate) use text_forms;
