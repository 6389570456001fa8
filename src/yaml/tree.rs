//! YAML into a tree in which every key and value knows its place.
//!
//! serde-saphyr parses; this module keeps its events as a tree instead of a Rust type, for one
//! reason: a derived type stops at the first mistake, and a clerk wants all of them at once. The
//! tree keeps doubled keys, so that they can be reported with both places, and keeps scalars as
//! written, so that `01` and `2024-01` mean what they say.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{DuplicateKeyPolicy, Error, MergeKeyPolicy, NonFiniteFloatPolicy, Spanned};

use crate::diag::{Code, Diagnostic, FileId, Place};

/// The deepest nesting that is read. The data contract needs five.
const MAX_DEPTH: usize = 32;

/// The most values that are read: keys, lists, maps, scalars.
const MAX_VALUES: usize = 250_000;

/// A value of a YAML file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    /// Where it stands.
    pub(crate) place: Place,
    /// What it is.
    pub(crate) value: Value,
}

/// The kinds of values.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    /// `~`, `null` or nothing.
    Null,
    /// What nobody can read, which was said. A YAML file has no such value, a table may.
    Wrong,
    /// Text, a number, a date: as written, without quotes.
    Scalar(String),
    /// A list.
    List(Vec<Node>),
    /// Keys and values in the order of the file.
    Map(Vec<Entry>),
}

impl Node {
    /// A key of a map with its value.
    pub(crate) fn entry_of(&self, key: &str) -> Option<&Entry> {
        let Value::Map(entries) = &self.value else { return None };
        entries.iter().find(|entry| entry.key == key)
    }

    /// The value of a key of a map.
    pub(crate) fn entry(&self, key: &str) -> Option<&Self> {
        self.entry_of(key).map(|entry| &entry.node)
    }

    /// The items of a list; none of anything else.
    pub(crate) fn items(&self) -> &[Self] {
        match &self.value {
            Value::List(items) => items,
            Value::Null | Value::Wrong | Value::Scalar(_) | Value::Map(_) => &[],
        }
    }

    /// Its letters, when it is a scalar.
    pub(crate) fn scalar(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(text) => Some(text),
            Value::Null | Value::Wrong | Value::List(_) | Value::Map(_) => None,
        }
    }

    /// The letters of the value of a key, when it is a scalar.
    pub(crate) fn scalar_of(&self, key: &str) -> Option<&str> {
        self.entry(key)?.scalar()
    }
}

/// A key with its value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    /// The key.
    pub(crate) key: String,
    /// Where the key stands.
    pub(crate) key_place: Place,
    /// The value.
    pub(crate) node: Node,
}

/// Reads one YAML document.
///
/// # Errors
/// With what is wrong when the text is no YAML, holds more than one document, uses anchors or
/// tags, or is nested too deep.
pub(super) fn parse(text: &str, file: FileId) -> Result<Node, Box<Diagnostic>> {
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_depth: MAX_DEPTH,
            max_nodes: MAX_VALUES,
            flow_nesting_limit: MAX_DEPTH,
            max_anchors: 0,
            max_aliases: 0,
        },
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::AsOrdinary,
        strict_booleans: true,
        reject_unsupported_tags: true,
        non_finite_float_policy: NonFiniteFloatPolicy::AsString,
        with_snippet: false,
    };
    let node = serde_saphyr::from_str_with_options::<Spanned<Raw>>(text, options)
        .map(|raw| node(raw, text, file))
        .map_err(|error| Box::new(diagnostic(&error, text, file)))?;
    if node.value == Value::Null {
        let place = Place::new(file, first_line(0, text));
        return Err(Box::new(Diagnostic::error(Code::EmptyFile, &place)));
    }
    Ok(node)
}

/// What the parser says a value is, before the text is looked up for it.
#[derive(Debug)]
enum Raw {
    Null,
    Text(String),
    /// A number or boolean; its spelling is taken from the file.
    AsWritten,
    List(Vec<Spanned<Self>>),
    Map(Vec<(Spanned<Self>, Spanned<Self>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any YAML value")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::AsWritten)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::AsWritten)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::AsWritten)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::AsWritten)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::AsWritten)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::AsWritten)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Raw, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Raw::Map(map))
    }
}

/// Gives a raw value its place in the text.
fn node(raw: Spanned<Raw>, text: &str, file: FileId) -> Node {
    let range = byte_range(&raw.referenced, text);
    let value = match raw.value {
        Raw::Null => Value::Null,
        Raw::Text(text) => Value::Scalar(text),
        Raw::AsWritten => Value::Scalar(text[range.clone()].trim().to_owned()),
        Raw::List(items) => {
            Value::List(items.into_iter().map(|item| node(item, text, file)).collect())
        }
        Raw::Map(entries) => Value::Map(
            entries
                .into_iter()
                .map(|(key, value)| entry(key, value, text, file))
                .collect(),
        ),
    };
    // The parser's place of a block ends where it begins; show its first line instead.
    let range = match &value {
        Value::List(_) | Value::Map(_) => first_line(range.start, text),
        Value::Null | Value::Wrong | Value::Scalar(_) => trimmed(range, text),
    };
    Node { place: Place::new(file, range), value }
}

fn entry(key: Spanned<Raw>, value: Spanned<Raw>, text: &str, file: FileId) -> Entry {
    let key = node(key, text, file);
    let mut node = node(value, text, file);
    // An empty value has no place of its own.
    if matches!(node.value, Value::Null) && node.place.range.is_empty() {
        node.place = key.place.clone();
    }
    let spelled = match key.value {
        Value::Scalar(key) => key,
        // No key of the contract looks like this: it will be reported as unknown.
        Value::Null | Value::Wrong | Value::List(_) | Value::Map(_) => {
            text[key.place.range.clone()].to_owned()
        }
    };
    Entry { key: spelled, key_place: key.place, node }
}

/// The bytes of a location, within the text and on character boundaries. Some errors know only
/// line and column; their range is empty.
fn byte_range(location: &serde_saphyr::Location, text: &str) -> Range<usize> {
    let span = location.span();
    let size = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let Some(start) = span.byte_offset() else {
        let before = size(location.line().saturating_sub(1));
        let line: usize = text.split_inclusive('\n').take(before).map(str::len).sum();
        let column = size(location.column().saturating_sub(1));
        let at = text[line..]
            .char_indices()
            .nth(column)
            .map_or(text.len(), |(at, _)| line + at);
        return at..at;
    };
    let start = text.floor_char_boundary(size(start).min(text.len()));
    let length = span.byte_len().map_or(0, size);
    let end = text.ceil_char_boundary(start.saturating_add(length).min(text.len()));
    start..end
}

/// From an offset to the end of its line.
fn first_line(start: usize, text: &str) -> Range<usize> {
    let rest = &text[start..];
    trimmed(start..start + rest.find('\n').unwrap_or(rest.len()), text)
}

/// A range without the white space at its ends.
fn trimmed(range: Range<usize>, text: &str) -> Range<usize> {
    let slice = &text[range.clone()];
    let start = range.start + (slice.len() - slice.trim_start().len());
    start..start + slice.trim().len()
}

/// Puts an error of the parser into a diagnostic of ours.
fn diagnostic(error: &Error, text: &str, file: FileId) -> Diagnostic {
    let error = error.without_snippet();
    let range = error.location().map_or(0..0, |location| byte_range(&location, text));
    let range = if range.is_empty() { first_line(range.start, text) } else { range };
    let place = Place::new(file, range);
    let place = &place;
    match error {
        Error::Eof { .. } => Diagnostic::error(Code::EmptyFile, place),
        Error::MultipleDocuments { .. } => Diagnostic::error(Code::SeveralDocuments, place),
        Error::UnknownAnchor { .. } | Error::AliasError { .. } => {
            Diagnostic::error(Code::Anchor, place)
        }
        Error::UnsupportedTag { tag, .. } => {
            Diagnostic::error(Code::Tag, place).with("tag", tag.as_str())
        }
        Error::Budget { breach, .. } => budget(breach, place),
        other => {
            // The parser's own sentence is English; it stands in brackets after ours.
            let detail = other.render();
            Diagnostic::error(Code::Yaml, place).with("detail", first_sentence(&detail))
        }
    }
}

fn budget(breach: &serde_saphyr::budget::BudgetBreach, place: &Place) -> Diagnostic {
    use serde_saphyr::budget::BudgetBreach as Breach;
    match breach {
        Breach::Aliases { .. } | Breach::Anchors { .. } => {
            Diagnostic::error(Code::Anchor, place)
        }
        Breach::Depth { .. } => {
            Diagnostic::error(Code::TooDeep, place).with("limit", MAX_DEPTH)
        }
        _ => Diagnostic::error(Code::TooMuch, place).with("limit", MAX_VALUES),
    }
}

/// The parser's message without its own location and line breaks.
fn first_sentence(detail: &str) -> String {
    let line = detail.lines().next().unwrap_or_default();
    line.split(" at line ")
        .next()
        .unwrap_or(line)
        .trim_start_matches("error: ")
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Sources;

    fn read(text: &str) -> Result<Node, Code> {
        let file = Sources::default().add("test.yaml", text);
        parse(text, file).map_err(|diagnostic| diagnostic.code)
    }

    fn scalars(text: &str) -> Vec<(String, String)> {
        let Ok(Node { value: Value::Map(entries), .. }) = read(text) else {
            panic!("no map: {text} {:?}", read(text))
        };
        let show = |entry: &Entry| match &entry.node.value {
            Value::Scalar(value) => {
                (value.clone(), text[entry.node.place.range.clone()].to_owned())
            }
            other => (format!("{other:?}"), String::new()),
        };
        entries.iter().map(show).collect()
    }

    #[test]
    fn scalars_are_kept_as_written_and_know_their_place() {
        let text = "a: 01\nb: 2024-01   # day blank\nc: \"05\"\nd: 1e3\ne: true\nf: no\ng: 0x1F\nh: .nan\n";
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(
            scalars(text),
            [
                pair("01", "01"),
                pair("2024-01", "2024-01"),
                pair("05", "\"05\""),
                pair("1e3", "1e3"),
                pair("true", "true"),
                pair("no", "no"),
                pair("0x1F", "0x1F"),
                pair(".nan", ".nan"),
            ]
        );
    }

    #[test]
    fn places_are_bytes_in_vietnamese_text_too() {
        let text = "tên: Ủy ban\nđịa danh: Cao Lộc # ghi chú\n";
        assert_eq!(scalars(text)[1].1, "Cao Lộc");
    }

    #[test]
    fn a_doubled_key_is_kept_twice_for_the_report() {
        let Ok(Node { value: Value::Map(entries), .. }) = read("a: 1\nb: 2\na: 3\n") else {
            panic!("no map")
        };
        let keys: Vec<_> = entries.iter().map(|entry| entry.key.as_str()).collect();
        assert_eq!(keys, ["a", "b", "a"]);
        assert_eq!(entries[2].key_place.range, 10..11);
    }

    #[test]
    fn what_is_no_plain_data_is_refused() {
        let deep = "[".repeat(100_000);
        let nested = format!("{}a", "- ".repeat(5_000));
        let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
        for (text, code) in [
            ("", Code::EmptyFile),
            ("# only a comment\n", Code::EmptyFile),
            ("a: 1\n---\nb: 2\n", Code::SeveralDocuments),
            ("a: *khong\n", Code::Anchor),
            (bomb, Code::Anchor),
            ("a: !include b\n", Code::Tag),
            ("a: [1, 2\nb: 3\n", Code::Yaml),
            ("a: \"mở\n", Code::Yaml),
            (nested.as_str(), Code::TooDeep),
        ] {
            assert_eq!(read(text), Err(code), "{}", &text[..text.len().min(40)]);
        }
        assert!(matches!(read(&deep), Err(Code::TooDeep | Code::Yaml | Code::TooMuch)));
    }
}
