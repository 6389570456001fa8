//! Changes of a file's text, and what the file should say once they are made.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::super::yaml::{self, Node, Value};
use crate::diag::FileId;

/// How an empty value is written.
const EMPTY: &str = "~";

/// Changes that were decided on, by the place of what they change.
#[derive(Debug, Default)]
pub(super) struct Edits {
    /// Bytes and what takes their place.
    replacements: Vec<(Range<usize>, String)>,
    /// What scalars are to say, by where they begin; none for an emptied value.
    values: BTreeMap<usize, Option<String>>,
    /// Items of lists and entries of maps that go, by where they begin.
    removed: BTreeSet<usize>,
}

impl Edits {
    /// Replaces parts of a scalar, which then says `value`.
    pub(super) fn rewrite(
        &mut self,
        node: &Node,
        parts: Vec<(Range<usize>, String)>,
        value: String,
    ) {
        self.replacements.extend(parts);
        self.values.insert(node.place.range.start, Some(value));
    }

    /// Replaces a whole scalar.
    pub(super) fn replace(&mut self, node: &Node, value: &str) {
        let range = node.place.range.clone();
        self.rewrite(node, vec![(range, value.to_owned())], value.to_owned());
    }

    /// Empties the value of a key, however many lines it takes.
    pub(super) fn empty(&mut self, key_end: usize, node: &Node) {
        let text = format!(": {EMPTY}");
        self.replacements.push((key_end..end_of(node), text));
        self.values.insert(node.place.range.start, None);
    }

    /// Removes an item of a list or an entry of a map that stands on lines of its own.
    pub(super) fn remove(&mut self, start: usize, node: &Node, source: &str) {
        let from = source[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let end = end_of(node);
        let to = source[end..]
            .find('\n')
            .map_or(source.len(), |newline| end + newline + 1);
        self.replacements.push((from..to, String::new()));
        self.removed.insert(start);
    }

    /// The text with all changes made; none when it does not say what it should.
    pub(super) fn apply(mut self, source: &str, root: &Node, file: FileId) -> Option<String> {
        self.replacements.sort_by_key(|(range, _)| range.start);
        let mut text = String::with_capacity(source.len());
        let mut at = 0;
        for (range, replacement) in &self.replacements {
            text.push_str(source.get(at..range.start)?);
            text.push_str(replacement);
            at = range.end;
        }
        text.push_str(source.get(at..)?);
        let read = yaml::parse(&text, file).ok()?;
        let (mut wanted, mut found) = (Vec::new(), Vec::new());
        self.tell(root, &mut wanted);
        Self::default().tell(&read, &mut found);
        (wanted == found).then_some(text)
    }

    /// What a tree says, in order, with the changes made.
    fn tell(&self, node: &Node, said: &mut Vec<String>) {
        match self.values.get(&node.place.range.start) {
            Some(Some(value)) if matches!(node.value, Value::Scalar(_)) => {
                return said.push(format!("= {value}"));
            }
            Some(None) if !matches!(node.value, Value::Null) => {
                return said.push("nothing".to_owned());
            }
            Some(_) | None => {}
        }
        match &node.value {
            Value::Null => said.push("nothing".to_owned()),
            Value::Scalar(text) => said.push(format!("= {text}")),
            Value::List(items) => {
                for item in items {
                    if !self.removed.contains(&item.place.range.start) {
                        said.push("-".to_owned());
                        self.tell(item, said);
                    }
                }
            }
            Value::Map(entries) => {
                for entry in entries {
                    if !self.removed.contains(&entry.key_place.range.start) {
                        said.push(format!("{}:", entry.key));
                        self.tell(&entry.node, said);
                    }
                }
            }
        }
    }
}

/// Where a value ends in the file.
fn end_of(node: &Node) -> usize {
    match &node.value {
        Value::Null | Value::Scalar(_) => node.place.range.end,
        Value::List(items) => items.last().map_or(node.place.range.end, end_of),
        Value::Map(entries) => entries
            .last()
            .map_or(node.place.range.end, |entry| end_of(&entry.node)),
    }
}
