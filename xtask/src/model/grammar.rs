//! What stands inside the core's declaring macros.
use super::{Field, Given, Kind, Record, Word};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{
    Attribute, Expr, ExprLit, Ident, Lit, LitStr, Meta, Result, Token, Type, Visibility, braced,
    ext::IdentExt,
    parenthesized,
    parse::{Parse, ParseStream},
};

/// The comment of a declaration, on one line.
pub(super) fn doc(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| {
        let Meta::NameValue(said) = &attribute.meta else {
            return None;
        };
        match &said.value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) if said.path.is_ident("doc") => Some(text.value().trim().to_owned()),
            _ => None,
        }
    });
    lines.collect::<Vec<_>>().join(" ")
}

/// Parses entries until there are no more.
fn all<T>(input: ParseStream<'_>, one: impl Fn(ParseStream<'_>) -> Result<T>) -> Result<Vec<T>> {
    let mut found = Vec::new();
    while !input.is_empty() {
        found.push(one(input)?);
    }
    Ok(found)
}

fn name(input: ParseStream<'_>) -> Result<String> {
    Ok(input.call(Ident::parse_any)?.unraw().to_string())
}

fn comma(input: ParseStream<'_>) -> Result<()> {
    input.parse::<Option<Token![,]>>().map(drop)
}

/// `name: Type,`, `name (with_name): Type,` or `name (with_name): Type = default,`.
fn field(input: ParseStream<'_>, otherwise: &Given) -> Result<Field> {
    let doc = doc(&input.call(Attribute::parse_outer)?);
    let name = name(input)?;
    if input.peek(syn::token::Paren) {
        let with;
        parenthesized!(with in input);
        with.parse::<TokenStream>()?;
    }
    input.parse::<Token![:]>()?;
    let kind = Kind::of(&input.parse::<Type>()?);
    let given = if input.parse::<Option<Token![=]>>()?.is_some() {
        Given::Default(expression(input)?)
    } else {
        otherwise.clone()
    };
    Ok(Field {
        name,
        doc,
        kind,
        given,
        flat: false,
    })
}

/// An expression as its source has it, up to a comma or semicolon.
fn expression(input: ParseStream<'_>) -> Result<String> {
    let mut text = String::new();
    while !input.is_empty() && !input.peek(Token![,]) && !input.peek(Token![;]) {
        text += &without_spaces(&input.parse()?);
    }
    Ok(text)
}

fn without_spaces(one: &TokenTree) -> String {
    let text = one.to_string();
    text.split_whitespace().collect()
}

/// Fields in sections: what must be given, what may be, what has a default.
fn sections(input: ParseStream<'_>) -> Result<Vec<Field>> {
    let (mut fields, mut given) = (Vec::new(), Given::Required);
    while !input.is_empty() {
        if input.parse::<Option<Token![;]>>()?.is_some() {
            input.call(Ident::parse_any)?;
            given = Given::Optional;
            continue;
        }
        fields.push(field(input, &given)?);
        comma(input)?;
    }
    Ok(fields)
}

/// `Name { … }`, and `pub struct Name { … }`.
fn record(input: ParseStream<'_>) -> Result<Record> {
    let doc = doc(&input.call(Attribute::parse_outer)?);
    input.parse::<Visibility>()?;
    input.parse::<Option<Token![struct]>>()?;
    let name = name(input)?;
    let body;
    braced!(body in input);
    let fields = sections(&body)?;
    Ok(Record { name, doc, fields })
}

/// `record! { pub struct Name { … } }`, `views! { Name { … } … }`, and `events!` and `outcomes!` alike.
pub(super) struct Records(pub(super) Vec<Record>);

impl Parse for Records {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        all(input, record).map(Self)
    }
}

/// `queries_by_id! { Name by field: Type; … }`.
pub(super) struct ById(pub(super) Vec<Record>);

impl Parse for ById {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        all(input, |input| {
            let doc = doc(&input.call(Attribute::parse_outer)?);
            let name = name(input)?;
            input.call(Ident::parse_any)?;
            let mut field = field(input, &Given::Required)?;
            input.parse::<Token![;]>()?;
            "Which one.".clone_into(&mut field.doc);
            let fields = vec![field];
            Ok(Record { name, doc, fields })
        })
        .map(Self)
    }
}

/// `rejections! { Name = "NAME" Category { … } … }`: the words, and the facts of each.
pub(super) struct Refusals(pub(super) Vec<(Word, Vec<Field>)>);

impl Parse for Refusals {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        all(input, |input| {
            let mut word = word(input)?;
            word.rest = name(input)?;
            let body;
            braced!(body in input);
            Ok((word, sections(&body)?))
        })
        .map(Self)
    }
}

/// `Name = "NAME"`.
fn word(input: ParseStream<'_>) -> Result<Word> {
    let doc = doc(&input.call(Attribute::parse_outer)?);
    let variant = name(input)?;
    input.parse::<Token![=]>()?;
    let wire = input.parse::<LitStr>()?.value();
    Ok(Word {
        doc,
        variant,
        wire,
        labelled: false,
        rest: String::new(),
    })
}

/// Entries that end with a semicolon, and may say more before it.
fn words(input: ParseStream<'_>) -> Result<Vec<Word>> {
    all(input, |input| {
        let mut word = word(input)?;
        while !input.peek(Token![;]) {
            word.rest += &without_spaces(&input.parse()?);
        }
        input.parse::<Token![;]>()?;
        word.labelled = word.rest.starts_with(",hu");
        Ok(word)
    })
}

/// `command_table! { Name = "name"; … }`, and those of queries and events.
pub(super) struct Table(pub(super) Vec<Word>);

impl Parse for Table {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        words(input).map(Self)
    }
}

/// `vocabulary! { pub enum Name { … } }`.
pub(super) struct Vocabulary {
    pub(super) doc: String,
    pub(super) name: String,
    pub(super) words: Vec<Word>,
}

impl Parse for Vocabulary {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let doc = doc(&input.call(Attribute::parse_outer)?);
        input.parse::<Visibility>()?;
        input.parse::<Token![enum]>()?;
        let name = name(input)?;
        let body;
        braced!(body in input);
        let words = words(&body)?;
        Ok(Self { doc, name, words })
    }
}

/// `policy! { field: Type = default; … }`.
pub(super) struct Policy(pub(super) Vec<Field>);

impl Parse for Policy {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        all(input, |input| {
            let field = field(input, &Given::Required)?;
            input.parse::<Token![;]>()?;
            Ok(field)
        })
        .map(Self)
    }
}

/// The fields that a macro puts around those of its caller: what stands in its braces before the first and
/// behind the last of its places.
pub(super) struct Frame {
    before: TokenStream,
    after: TokenStream,
}

impl Frame {
    /// Reads `macro_rules! name { (…) => {$( record! { $(…)* pub struct $name { before $(…)* after } } )+}; }`.
    pub(super) fn of(tokens: TokenStream) -> Option<Self> {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut rest = tokens.iter();
        if rest.any(|one| matches!(one, TokenTree::Ident(word) if word == "struct")) {
            let body: Vec<TokenTree> = rest.find_map(braces)?.into_iter().collect();
            let first = body.windows(2).position(is_repeated)?;
            // `$`, the group, and the sign of repetition.
            return Some(Self {
                before: body.iter().take(first).cloned().collect(),
                after: body.iter().skip(first + 3).cloned().collect(),
            });
        }
        let inner = tokens.into_iter().filter_map(|one| match one {
            TokenTree::Group(group) => Some(group.stream()),
            _ => None,
        });
        inner.filter_map(Self::of).next()
    }

    /// The fields of a caller within the frame.
    pub(super) fn around(&self, inner: TokenStream) -> Result<Vec<Field>> {
        let all = [self.before.clone(), inner, self.after.clone()];
        let all: TokenStream = all.into_iter().collect();
        syn::parse::Parser::parse2(sections, all)
    }
}

fn braces(one: &TokenTree) -> Option<TokenStream> {
    match one {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(group.stream()),
        _ => None,
    }
}

/// `$(…)`.
fn is_repeated(pair: &[TokenTree]) -> bool {
    matches!(pair, [TokenTree::Punct(sign), TokenTree::Group(group)]
        if sign.as_char() == '$' && group.delimiter() == Delimiter::Parenthesis)
}

/// `Name { … }` with what is in the braces left as it is.
pub(super) struct Framed(pub(super) Vec<(String, String, TokenStream)>);

impl Parse for Framed {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        all(input, |input| {
            let doc = doc(&input.call(Attribute::parse_outer)?);
            let name = name(input)?;
            let body;
            braced!(body in input);
            Ok((name, doc, body.parse()?))
        })
        .map(Self)
    }
}
