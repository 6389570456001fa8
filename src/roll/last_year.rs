//! A paper against that of the year before: what was to be changed and stands as it stood.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use super::compare::likeness;
use super::left_over::left_over;
use super::rolled::Frame;
use super::superior;
use crate::diag::{Code, Diagnostic, Place};
use crate::form::{CommonType, Form, Key, KeyType, Leaf, Locus, RollRule};
use crate::values::LONGEST_TEXT;
use crate::yaml::{Alignment, Node, Value, normalised};

/// What a document has left over from the one of the same name a year before. Only the values of that
/// one count; its places mean nothing. `source` is the text of this one.
pub(crate) fn against_last_year(
    this: &Node,
    last: &Node,
    form: &Form,
    frame: Frame,
    source: &str,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let questions = this.entry("questions").map(Node::items).unwrap_or_default();
    let is_asked =
        |key: &Key| questions.iter().any(|one| one.scalar_of("at") == Some(key.key()));
    for key in form.keys.iter().filter(|key| !is_asked(key)) {
        found.extend(value_of_last_year(key, this, last, frame));
    }
    let before = Before::new(form.texts(last));
    for Leaf { at, node, .. } in form.texts(this) {
        let Some(text) = said(node) else { continue };
        if let Some(last) = before.counterpart(&at, &text) {
            found.extend(in_text(node, &text, last, frame, source));
        }
    }
    found
}

/// Values of a key that are never those of the year before, and are.
fn value_of_last_year(key: &Key, this: &Node, last: &Node, frame: Frame) -> Vec<Diagnostic> {
    let (Some(this), Some(last)) = (this.entry_of(key.key()), last.entry_of(key.key())) else {
        return Vec::new();
    };
    match key.is {
        KeyType::Common(CommonType::IssueDate | CommonType::Number) => {
            same(key.key(), &this.node, &last.node).into_iter().collect()
        }
        // What belonged to the year before is judged as `roll` judges it.
        KeyType::Citations => {
            let from = i32::from(frame.from.get());
            let old = yearly_numbers(&last.node, from);
            let kept = |number: &&Node| old.iter().any(|old| old.value == number.value);
            let numbers = yearly_numbers(&this.node, from).into_iter().filter(kept);
            numbers.filter_map(|number| same(key.key(), number, number)).collect()
        }
        _ => {
            let is_new_each_year = |leaf: &Leaf<'_>| match leaf.roll {
                RollRule::Empty | RollRule::Await | RollRule::Move => true,
                RollRule::Keep | RollRule::Rewrite | RollRule::Own => false,
            };
            let old = key.leaves(last);
            let name = |leaf: &Leaf<'_>| leaf.entry.map(|entry| entry.key.clone());
            let leaves = key.leaves(this).into_iter().filter(is_new_each_year);
            leaves
                .filter_map(|leaf| {
                    let is_it =
                        |old: &&Leaf<'_>| old.at == leaf.at && name(old) == name(&leaf);
                    same(key.key(), leaf.node, old.iter().find(is_it)?.node)
                })
                .collect()
        }
    }
}

/// The texts of the year before.
struct Before {
    texts: Vec<(Locus, String)>,
    at: BTreeMap<Locus, usize>,
    /// By kind of place and word: the texts that hold it.
    holding: HashMap<(String, String), Vec<usize>>,
}

/// A word that more texts hold says nothing about which of them is meant.
const MOST_HOLDING: usize = 64;

/// How many texts are compared word by word.
const MOST_COMPARED: usize = 8;

impl Before {
    fn new(texts: Vec<Leaf<'_>>) -> Self {
        let texts: Vec<(Locus, String)> = texts
            .into_iter()
            .filter_map(|leaf| Some((leaf.at, said(leaf.node)?)))
            .collect();
        let mut holding: HashMap<(String, String), Vec<usize>> = HashMap::new();
        for (number, (at, text)) in texts.iter().enumerate() {
            for word in distinct(text) {
                holding.entry((kind(at), word.to_owned())).or_default().push(number);
            }
        }
        let at = texts
            .iter()
            .enumerate()
            .map(|(number, (at, _))| (at.clone(), number))
            .collect();
        Self { texts, at, holding }
    }

    /// The text of the year before that a text comes from: that of the same task, else the most like
    /// it of its kind, since paragraphs and tasks come and go.
    fn counterpart(&self, at: &Locus, text: &str) -> Option<&str> {
        let in_place = self.at.get(at).map(|number| self.texts[*number].1.as_str());
        let is_it = |old: &&str| matches!(at, Locus::Task { .. }) || alike(old, text);
        in_place.filter(is_it).or_else(|| self.most_like(&kind(at), text))
    }

    fn most_like(&self, kind: &str, text: &str) -> Option<&str> {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for word in distinct(text) {
            let holding = self.holding.get(&(kind.to_owned(), word.to_owned()));
            for number in holding.into_iter().flatten().take(MOST_HOLDING) {
                *shared.entry(*number).or_default() += 1;
            }
        }
        let mut near: Vec<(usize, usize)> =
            shared.into_iter().map(|(number, words)| (words, number)).collect();
        // Of equals the first one.
        near.sort_by_key(|(words, number)| (std::cmp::Reverse(*words), *number));
        near.into_iter()
            .take(MOST_COMPARED)
            .map(|(_, number)| (likeness(&self.texts[number].1, text), number))
            .filter(|(likeness, _)| *likeness > LEAST_LIKENESS)
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))
            .map(|(_, number)| self.texts[number].1.as_str())
    }
}

/// The kind of a place.
fn kind(at: &Locus) -> String {
    match at {
        Locus::Key(name) | Locus::Item(name, _) => name.key.to_string(),
        Locus::Row(name, _, column) => format!("{}.{}", name.key, column.key),
        Locus::Task { .. } | Locus::Other(_) => "tasks".to_owned(),
    }
}

/// The words of a text, each once.
fn distinct(text: &str) -> BTreeSet<&str> {
    text.split_whitespace().collect()
}

/// From when on two texts are taken for one.
const LEAST_LIKENESS: f64 = 0.6;

fn alike(one: &str, other: &str) -> bool {
    likeness(one, other) > LEAST_LIKENESS
}

/// What a scalar says; none when it is longer than any text may be.
fn said(node: &Node) -> Option<String> {
    match &node.value {
        Value::Scalar(text) if text.len() > LONGEST_TEXT => None,
        Value::Scalar(text) => Some(normalised(text)),
        Value::Null | Value::Wrong | Value::List(_) | Value::Map(_) => None,
    }
}

/// The numbers of the superior documents that the paper of a year has, and that of the next must not.
fn yearly_numbers(implements: &Node, year: i32) -> Vec<&Node> {
    let all = superior::documents(implements);
    let yearly = all.into_iter().filter(|one| superior::is_yearly(one, year));
    yearly.filter_map(|one| one.entry("number")).collect()
}

/// A value that is the one of the year before.
fn same(key: &str, this: &Node, last: &Node) -> Option<Diagnostic> {
    let Value::Scalar(text) = &this.value else { return None };
    (this.value == last.value).then(|| {
        Diagnostic::warning(Code::SameAsLastYear, &this.place)
            .with("key", key)
            .with("old", text.as_str())
    })
}

/// Expressions of time in a text that stand as they stood in the year before.
fn in_text(
    this: &Node,
    text: &str,
    last: &str,
    frame: Frame,
    source: &str,
) -> Vec<Diagnostic> {
    let alignment = Alignment::new(source, this.place.range.clone(), text);
    let place = |range: &Range<usize>| {
        let found = alignment.as_ref().and_then(|alignment| alignment.find(range));
        found.map_or_else(|| this.place.clone(), |found| Place::new(this.place.file, found))
    };
    left_over(last, text, frame)
        .into_iter()
        .map(|left| {
            Diagnostic::warning(Code::LeftOver, &place(&left.range))
                .with("old", left.old)
                .with("new", left.new)
        })
        .collect()
}
