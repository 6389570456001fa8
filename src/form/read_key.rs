//! One key of a definition, with its attributes; and what readers of definitions share.
//!
//! In goes an entry of `keys`; out comes a [`Key`], or none when something in it is wrong, which is told with its
//! place.

use std::sync::Arc;

use super::common_type::CommonType;
use super::definition::Key;
use super::key_type::KeyType;
use super::name::{KeyName, Names};
use super::need::Need;
use super::roll_rule::RollRule;
use crate::diag::{Arg, Code, Diagnostic, Placed};
use crate::yaml::{
    Entry, Fields, Node, Printable, Problems, Reader, Reading, Value, flag, list, normalised,
    one_of, parsed, scalar, unprintable,
};

/// The most keys of a map and items of a list in a definition.
const MOST_ENTRIES: usize = 200;

/// The surroundings of a definition while it is read.
pub(super) struct Definitions<'a> {
    pub(super) problems: Problems,
    /// What the fonts can print.
    printable: Printable<'a>,
}

impl<'a> Definitions<'a> {
    pub(super) fn new(printable: Printable<'a>) -> Self {
        Self { problems: Problems::new(MOST_ENTRIES), printable }
    }
}

impl Reading for Definitions<'_> {
    fn problems(&mut self) -> &mut Problems {
        &mut self.problems
    }

    fn is_draft(&self) -> bool {
        false
    }
}

/// Whose keys are read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum KeysOf {
    /// Common ones.
    Papers,
    /// Those of a kind that computes.
    Computing,
    /// Those of any other form.
    Form,
    /// Those of rows.
    Rows,
}

impl KeysOf {
    /// The types that such keys can have.
    fn types(self) -> Vec<KeyType> {
        let own = KeyType::OWN.into_iter();
        match self {
            Self::Papers => own.chain(CommonType::ALL.map(KeyType::Common)).collect(),
            Self::Computing => own.collect(),
            Self::Form => own.filter(|is| !is.is_computed()).collect(),
            Self::Rows => own.filter(|is| is.fits_in_rows()).collect(),
        }
    }
}

/// One key with its attributes, which depend on whose it is and on its type. `groups` are those of the switch,
/// none where there is no switch.
pub(super) fn key(
    entry: &Entry,
    groups: Option<&[Arc<str>]>,
    of: KeysOf,
    cx: &mut Definitions<'_>,
) -> Option<Key> {
    if !is_key(&entry.key) {
        let problem = Diagnostic::error(Code::InvalidValue, &entry.key_place);
        cx.problems
            .report(problem.with("expected", Arg::Message("expected-key".into())));
        return None;
    }
    let mut fields = Fields::of(&entry.node, cx)?;
    let is = fields
        .required_node(cx, "is")
        .and_then(|node| one_of(node, cx, &of.types(), KeyType::name));
    let needs = match of {
        KeysOf::Papers => Some(Vec::new()),
        KeysOf::Computing | KeysOf::Form | KeysOf::Rows => fields
            .required_node(cx, "need")
            .and_then(|node| needs(node, groups, cx)),
    };
    let (words, rows) = words_and_rows(is, &mut fields, cx);
    let asked = fields.node("roll");
    let roll = is.and_then(|is| roll_rule(is, asked, cx));
    let looks = looks(is, of, &mut fields, cx);
    let at_most = match is {
        Some(is) if is.is_ordered() => fields.sound(cx, "at_most", key_letters),
        _ => Some(None),
    };
    let titles = match of {
        KeysOf::Rows => fields.sound(cx, "titles", plain_words),
        KeysOf::Papers | KeysOf::Computing | KeysOf::Form => Some(None),
    };
    let name = fields.required(cx, "name", names);
    let help = fields.required(cx, "help", help);
    let place = fields.place_of("need");
    fields.finish(cx);
    // Next year's paper then begins without it.
    let is_emptied = matches!(roll, Some(RollRule::Empty | RollRule::Await));
    if is_emptied && needs.as_ref().is_some_and(|needs| needs.contains(&Need::Required)) {
        let problem = Diagnostic::error(Code::RequiredAndEmptied, &place);
        cx.problems.report(problem.with("key", entry.key.as_str()));
        return None;
    }
    let (diff, is_within, before) = looks;
    let (values, value_names) = words?;
    Some(Key {
        name: KeyName { key: entry.key.as_str().into(), names: name? },
        is: is?,
        rows: rows?,
        values,
        value_names,
        titles: titles?.unwrap_or_default(),
        needs: needs?,
        roll: roll?,
        diff,
        is_within,
        before,
        at_most: at_most?,
        is_own: of != KeysOf::Papers,
        help: help?,
    })
}

/// Whether differences tell of a key, whether it stands within a sentence, and what stands before it. A key of
/// another type, and a column, has none of that.
fn looks(
    is: Option<KeyType>,
    of: KeysOf,
    fields: &mut Fields<'_>,
    cx: &mut Definitions<'_>,
) -> (bool, bool, Arc<str>) {
    let mut found = (false, false, "".into());
    if of == KeysOf::Rows {
        return found;
    }
    found.0 = fields.optional(cx, "diff", flag).unwrap_or(false);
    if is.is_some_and(KeyType::is_one_text) {
        found.1 = fields.optional(cx, "within", flag).unwrap_or(false);
    }
    if is.is_some_and(|is| is.is_one_text() || is == KeyType::Texts) {
        found.2 = fields.optional(cx, "before", letters).unwrap_or(found.2);
    }
    found
}

/// What a roll does with values of a type, where the definition says it or leaves it to the type.
fn roll_rule(is: KeyType, asked: Option<&Node>, cx: &mut Definitions<'_>) -> Option<RollRule> {
    let (default, others) = is.roll();
    let Some(node) = asked else { return Some(default) };
    let can: Vec<RollRule> = RollRule::GIVEN
        .into_iter()
        .filter(|rule| *rule == default || others.contains(rule))
        .collect();
    one_of(node, cx, &can, RollRule::name)
}

/// Words with what people call them, in the same order.
type NamedWords = (Vec<Arc<str>>, Vec<Arc<str>>);

/// The words of a choice, and the keys of rows; none of what a key of this type does not have.
fn words_and_rows(
    is: Option<KeyType>,
    fields: &mut Fields<'_>,
    cx: &mut Definitions<'_>,
) -> (Option<NamedWords>, Option<Vec<Key>>) {
    match is {
        Some(KeyType::Choice | KeyType::LeftOut) => {
            let words = fields.required_node(cx, "values");
            (words.and_then(|node| named_words(node, cx)), Some(Vec::new()))
        }
        Some(KeyType::Rows) => {
            let keys = fields.required_node(cx, "keys");
            (Some(NamedWords::default()), keys.and_then(|node| keys_of_rows(node, cx)))
        }
        _ => (Some(NamedWords::default()), Some(Vec::new())),
    }
}

/// Words, or a map of words to what people call them in a table.
fn named_words(node: &Node, cx: &mut Definitions<'_>) -> Option<NamedWords> {
    let Value::Map(entries) = &node.value else {
        return Some((plain_words(node, cx)?, Vec::new()));
    };
    Fields::of(node, cx)?;
    let names: Vec<_> = entries.iter().map(|entry| placed(&entry.node, cx)).collect();
    let names: Vec<_> = names.into_iter().collect::<Option<_>>()?;
    let words = entries.iter().map(|entry| entry.key.as_str().into()).collect();
    differ(&names, cx).then(|| (words, names.into_iter().map(|name| name.value).collect()))
}

/// Words, each once.
fn plain_words(node: &Node, cx: &mut Definitions<'_>) -> Option<Vec<Arc<str>>> {
    let words = list(node, cx, placed)?;
    differ(&words, cx).then(|| words.into_iter().map(|word| word.value).collect())
}

/// Whether no two words are the same.
pub(super) fn differ(words: &[Placed<Arc<str>>], cx: &mut Definitions<'_>) -> bool {
    let twice: Vec<Diagnostic> = words
        .iter()
        .enumerate()
        .filter_map(|(at, word)| {
            let first = words[..at].iter().find(|first| first.value == word.value)?;
            let problem = Diagnostic::error(Code::DuplicateWord, &word.place);
            Some(problem.with("word", word.value.to_string()).related(&first.place))
        })
        .collect();
    let differ = twice.is_empty();
    twice.into_iter().for_each(|problem| cx.problems.report(problem));
    differ
}

/// The entries of a map, one at least.
pub(super) fn entries<'n>(node: &'n Node, cx: &mut Definitions<'_>) -> Option<&'n [Entry]> {
    Fields::of(node, cx)?;
    let Value::Map(entries) = &node.value else { return None };
    if entries.is_empty() {
        cx.problems.report(Diagnostic::error(Code::EmptyList, &node.place));
        return None;
    }
    Some(entries)
}

/// The keys of rows.
fn keys_of_rows(node: &Node, cx: &mut Definitions<'_>) -> Option<Vec<Key>> {
    let keys = entries(node, cx)?
        .iter()
        .map(|entry| key(entry, None, KeysOf::Rows, cx));
    let keys: Vec<Option<Key>> = keys.collect();
    let keys: Vec<Key> = keys.into_iter().collect::<Option<_>>()?;
    are_comparable(&keys, cx).then_some(keys)
}

/// Whether each key that is held against another has that one, of its own type, beside it.
pub(super) fn are_comparable(keys: &[Key], cx: &mut Definitions<'_>) -> bool {
    let mut are = true;
    for key in keys {
        let Some(limit) = &key.at_most else { continue };
        let is_other = |other: &&Key| other.is == key.is && other.key() != key.key();
        let others: Vec<&str> = keys.iter().filter(is_other).map(Key::key).collect();
        if !others.contains(&&*limit.value) {
            let known: Vec<String> = others.iter().map(ToString::to_string).collect();
            cx.problems.report(
                Diagnostic::error(Code::UnknownKey, &limit.place)
                    .with("key", limit.value.to_string())
                    .with("known", known)
                    .suggest(&limit.value, others),
            );
            are = false;
        }
    }
    are
}

/// One need for all groups, or a need for some: the others have no place for the key.
fn needs(
    node: &Node,
    groups: Option<&[Arc<str>]>,
    cx: &mut Definitions<'_>,
) -> Option<Vec<Need>> {
    let (Value::Map(_), Some(groups)) = (&node.value, groups) else {
        // Where there are no groups, nothing can be absent.
        let needs: &[Need] = if groups.is_some() { &Need::ALL } else { &Need::GIVEN };
        let need = one_of(node, cx, needs, Need::name)?;
        return Some(vec![need; groups.map_or(1, <[_]>::len)]);
    };
    let entries = entries(node, cx)?;
    let mut needs = vec![Need::Absent; groups.len()];
    let mut is_sound = true;
    for entry in entries {
        let need = one_of(&entry.node, cx, &Need::ALL, Need::name);
        match groups.iter().position(|group| **group == *entry.key) {
            Some(at) => needs[at] = need.unwrap_or(Need::Absent),
            None => {
                let known: Vec<String> = groups.iter().map(ToString::to_string).collect();
                cx.problems.report(
                    Diagnostic::error(Code::UnknownKey, &entry.key_place)
                        .with("key", entry.key.as_str())
                        .with("known", known)
                        .suggest(&entry.key, groups.iter().map(|group| &**group)),
                );
                is_sound = false;
            }
        }
        is_sound &= need.is_some();
    }
    is_sound.then_some(needs)
}

/// What people call something, in both languages: sheets print it.
pub(super) fn names(node: &Node, cx: &mut Definitions<'_>) -> Option<Names> {
    in_both(node, cx, letters)
}

/// What to write somewhere, in both languages: a screen shows it, no paper.
pub(super) fn help(node: &Node, cx: &mut Definitions<'_>) -> Option<Names> {
    in_both(node, cx, |node, cx| scalar(node, cx, "expected-text").map(Arc::from))
}

fn in_both<'a>(
    node: &Node,
    cx: &mut Definitions<'a>,
    read: Reader<Arc<str>, Definitions<'a>>,
) -> Option<Names> {
    let mut fields = Fields::of(node, cx)?;
    let (vi, en) = (fields.required(cx, "vi", read), fields.required(cx, "en", read));
    fields.finish(cx);
    Some(Names { vi: vi?, en: en? })
}

/// Letters that a paper or a sheet prints.
pub(super) fn letters(node: &Node, cx: &mut Definitions<'_>) -> Option<Arc<str>> {
    let text = normalised(scalar(node, cx, "expected-text")?);
    if text.is_empty() {
        cx.problems.report(Diagnostic::error(Code::EmptyText, &node.place));
        return None;
    }
    let found = unprintable(&text, cx.printable, |_| node.place.clone());
    let is_sound = found.is_empty();
    found.into_iter().for_each(|problem| cx.problems.report(problem));
    is_sound.then(|| text.into())
}

/// The same with their place.
pub(super) fn placed(node: &Node, cx: &mut Definitions<'_>) -> Option<Placed<Arc<str>>> {
    Some(Placed::new(letters(node, cx)?, node.place.clone()))
}

/// The name of a key.
pub(super) fn key_letters(node: &Node, cx: &mut Definitions<'_>) -> Option<Placed<Arc<str>>> {
    let key = parsed(node, cx, "expected-key", |text| is_key(text).then(|| text.into()))?;
    Some(Placed::new(key, node.place.clone()))
}

/// Whether a text has the form of a key: small letters, digits and low lines.
fn is_key(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}
