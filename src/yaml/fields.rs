//! From YAML trees to values: a small decoder that goes on after a mistake.
//!
//! A reader of a value is a function `fn(&Node, &mut C) -> Option<T>`: it reports what is wrong in its
//! surroundings ([`Reading`]) and gives none. A [`Fields`] hands out the values of a map by key, and at
//! its end reports the keys that nobody asked for, with the nearest one that somebody did.

use std::collections::HashMap;

use super::normal::normalised;
use super::problems::Reading;
use super::tree::{Entry, Node, Value};
use crate::diag::{Code, Diagnostic, Place, Placed};

/// Reads a value, reporting what is wrong.
pub(crate) type Reader<T, C> = fn(&Node, &mut C) -> Option<T>;

/// The entries of one map while they are being read.
pub(crate) struct Fields<'a> {
    place: Place,
    entries: &'a [Entry],
    wanted: Vec<&'a str>,
}

impl<'a> Fields<'a> {
    /// The entries of `node`, when it is a map. Doubled keys are reported here.
    pub(crate) fn of<C: Reading>(node: &'a Node, cx: &mut C) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            cx.problems().wrong_type(node, "expected-map");
            return None;
        };
        if cx.problems().is_too_long(entries.len(), node) {
            return None;
        }
        let mut firsts: HashMap<&str, &Entry> = HashMap::with_capacity(entries.len());
        for entry in entries {
            let first = *firsts.entry(entry.key.as_str()).or_insert(entry);
            if !std::ptr::eq(first, entry) {
                cx.problems().report(
                    Diagnostic::error(Code::DuplicateKey, &entry.key_place)
                        .with("key", entry.key.as_str())
                        .related(&first.key_place),
                );
            }
        }
        Some(Self {
            place: node.place.clone(),
            entries,
            wanted: Vec::new(),
        })
    }

    /// The value of a key; an empty one counts as not given.
    pub(crate) fn node(&mut self, key: &'a str) -> Option<&'a Node> {
        let given = self.given(key)?;
        (given.value != Value::Null).then_some(given)
    }

    /// The value of a key, empty or not.
    fn given(&mut self, key: &'a str) -> Option<&'a Node> {
        self.wanted.push(key);
        self.entries
            .iter()
            .find(|entry| entry.key == key)
            .map(|entry| &entry.node)
    }

    /// The letters of a key's value, for a look ahead: it does not count as asked for.
    pub(crate) fn peek(&self, key: &str) -> Option<&'a str> {
        self.peek_entry(key)?.node.scalar()
    }

    /// A key with its value, for a look ahead.
    pub(crate) fn peek_entry(&self, key: &str) -> Option<&'a Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// The value of a key, for a look ahead.
    pub(crate) fn peek_node(&self, key: &str) -> Option<&'a Node> {
        self.peek_entry(key).map(|entry| &entry.node)
    }

    /// The place of a key's value, or of the map when the key is not given.
    pub(crate) fn place_of(&self, key: &str) -> Place {
        self.entries
            .iter()
            .find(|entry| entry.key == key)
            .map_or_else(|| self.place.clone(), |entry| entry.node.place.clone())
    }

    /// A value that may be left out.
    pub(crate) fn optional<T, C: Reading>(
        &mut self,
        cx: &mut C,
        key: &'a str,
        read: Reader<T, C>,
    ) -> Option<T> {
        self.node(key).and_then(|node| read(node, cx))
    }

    /// A value that may be left out. The outer none says that one was given and is wrong, which a reader
    /// must not take for one that is not there.
    #[expect(clippy::option_option, reason = "given or not, and sound or not, are two things")]
    pub(crate) fn sound<T, C: Reading>(
        &mut self,
        cx: &mut C,
        key: &'a str,
        read: Reader<T, C>,
    ) -> Option<Option<T>> {
        match self.node(key) {
            None => Some(None),
            Some(node) => read(node, cx).map(Some),
        }
    }

    /// A value that must be there.
    pub(crate) fn required<T, C: Reading>(
        &mut self,
        cx: &mut C,
        key: &'a str,
        read: Reader<T, C>,
    ) -> Option<T> {
        match self.required_node(cx, key) {
            Some(node) => read(node, cx),
            None => None,
        }
    }

    /// A value that must be there, except in a draft, which prints `blank` in its stead.
    pub(crate) fn required_or_blank<T, C: Reading>(
        &mut self,
        cx: &mut C,
        key: &'a str,
        read: Reader<T, C>,
        blank: impl FnOnce(&str) -> T,
    ) -> Option<T> {
        if cx.is_draft() && !self.has(key) {
            self.wanted.push(key);
            return Some(blank(key));
        }
        self.required(cx, key, read)
    }

    /// Whether the key is given and not empty.
    fn has(&self, key: &str) -> bool {
        self.entries
            .iter()
            .any(|entry| entry.key == key && entry.node.value != Value::Null)
    }

    /// The value of a key that must be there, for a reader that is no plain function.
    pub(crate) fn required_node<C: Reading>(
        &mut self,
        cx: &mut C,
        key: &'a str,
    ) -> Option<&'a Node> {
        match self.given(key) {
            Some(node) if node.value == Value::Null => {
                cx.problems().missing(key, &self.place, Some(&node.place));
                None
            }
            Some(node) => Some(node),
            None => {
                cx.problems().missing(key, &self.place, None);
                None
            }
        }
    }

    /// Reports keys that are a near miss of one that is missing, when nothing else can be said of
    /// the map.
    pub(crate) fn misspelt<C: Reading>(&self, cx: &mut C, wanted: &str) {
        for entry in self.entries {
            let diagnostic = Diagnostic::error(Code::UnknownKey, &entry.key_place)
                .with("key", entry.key.as_str())
                .with("known", vec![wanted.to_owned()])
                .suggest(&entry.key, [wanted]);
            if diagnostic.has("suggestion") {
                cx.problems().report(diagnostic);
            }
        }
    }

    /// Reports every key that was not asked for.
    pub(crate) fn finish<C: Reading>(self, cx: &mut C) {
        for entry in self.entries {
            if !self.wanted.contains(&entry.key.as_str()) {
                let free = self.wanted.iter().copied().filter(|key| !self.has(key));
                let known = self.wanted.iter().map(|&key| key.to_owned()).collect::<Vec<_>>();
                cx.problems().report(
                    Diagnostic::error(Code::UnknownKey, &entry.key_place)
                        .with("key", entry.key.as_str())
                        .with("known", known)
                        .suggest(&entry.key, free),
                );
            }
        }
    }
}

/// A list, each item read by `read`. Items that fail are reported and left out; the list then is
/// none, so that nothing is made from half of it.
pub(crate) fn list<T, C: Reading>(
    node: &Node,
    cx: &mut C,
    mut read: impl FnMut(&Node, &mut C) -> Option<T>,
) -> Option<Vec<T>> {
    let Value::List(items) = &node.value else {
        cx.problems().wrong_type(node, "expected-list");
        return None;
    };
    if items.is_empty() {
        cx.problems().report(Diagnostic::error(Code::EmptyList, &node.place));
        return None;
    }
    if cx.problems().is_too_long(items.len(), node) {
        return None;
    }
    let read: Vec<Option<T>> = items.iter().map(|item| read(item, cx)).collect();
    read.into_iter().collect()
}

/// A list of records, which may well be empty: then there are none.
pub(crate) fn records<T, C: Reading>(
    node: &Node,
    cx: &mut C,
    read: Reader<T, C>,
) -> Option<Vec<T>> {
    match &node.value {
        Value::List(items) if items.is_empty() => Some(Vec::new()),
        Value::List(_) | Value::Null | Value::Wrong | Value::Scalar(_) | Value::Map(_) => {
            list(node, cx, read)
        }
    }
}

/// A list, or one item that stands for a list of itself.
pub(crate) fn one_or_more<T, C: Reading>(
    node: &Node,
    cx: &mut C,
    read: Reader<T, C>,
) -> Option<Vec<T>> {
    match &node.value {
        Value::List(_) => list(node, cx, read),
        Value::Null | Value::Wrong | Value::Scalar(_) | Value::Map(_) => {
            Some(vec![read(node, cx)?])
        }
    }
}

/// The letters of a scalar, as written. `expected` names the message that says what should stand
/// here when it is something else.
pub(crate) fn scalar<'n, C: Reading>(
    node: &'n Node,
    cx: &mut C,
    expected: &'static str,
) -> Option<&'n str> {
    match &node.value {
        Value::Scalar(text) => Some(text),
        Value::Null | Value::Wrong | Value::List(_) | Value::Map(_) => {
            cx.problems().wrong_type(node, expected);
            None
        }
    }
}

/// A scalar in a form that `parse` understands; `expected` describes the form.
pub(crate) fn parsed<T, C: Reading>(
    node: &Node,
    cx: &mut C,
    expected: &'static str,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    let text = scalar(node, cx, expected)?;
    let value = parse(text);
    if value.is_none() {
        cx.problems().invalid(node, expected);
    }
    value
}

/// One of a few words. The words are named when another is given.
pub(crate) fn one_of<T: Copy, C: Reading>(
    node: &Node,
    cx: &mut C,
    all: &[T],
    key: fn(T) -> &'static str,
) -> Option<T> {
    let known: Vec<&str> = all.iter().map(|value| key(*value)).collect();
    let at = word_of(node, cx, &known)?;
    all.get(at).copied()
}

/// Which of some words stands there, that only the data know. They are named when another is given.
pub(crate) fn word_of<C: Reading>(node: &Node, cx: &mut C, known: &[&str]) -> Option<usize> {
    let text = scalar(node, cx, "expected-word")?;
    let position = |text: &str| known.iter().position(|word| *word == text);
    let at = position(text).or_else(|| position(&normalised(text)));
    if at.is_none() {
        let names: Vec<String> = known.iter().map(|&word| word.to_owned()).collect();
        cx.problems().report(
            Diagnostic::error(Code::UnknownWord, &node.place)
                .with("word", text)
                .with("known", names)
                .suggest(text, known.iter().copied()),
        );
    }
    at
}

/// An id: small letters without marks, digits and hyphens, so that it can be a file name too.
pub(crate) fn id<C: Reading>(node: &Node, cx: &mut C) -> Option<Placed<String>> {
    let id = parsed(node, cx, "expected-id", |text| is_id(text).then(|| text.to_owned()))?;
    Some(Placed::new(id, node.place.clone()))
}

/// Whether a text has the form of an id.
pub(crate) fn is_id(text: &str) -> bool {
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text.chars().all(letters)
        && !text.ends_with('-')
        && text.len() <= 64
}

/// `true` or `false`.
pub(crate) fn flag<C: Reading>(node: &Node, cx: &mut C) -> Option<bool> {
    parsed(node, cx, "expected-flag", |text| text.parse().ok())
}
