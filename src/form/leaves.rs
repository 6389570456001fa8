//! The leaves of a file: its texts, days and other single values, each with its place.
//!
//! In goes the tree of a file; out come the leaves that its form defines. Whoever goes over them (a roll, what is
//! left over, questions) asks here and nowhere else, so that no key can be forgotten by one of them.

use std::sync::Arc;

use super::common_type::CommonType;
use super::definition::{Form, Key};
use super::key_type::KeyType;
use super::name::KeyName;
use super::roll_rule::RollRule;
use super::structure::{texts_of_appendices, texts_of_parts};
use crate::yaml::{Entry, Node, Value};

/// A place in a document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Locus {
    /// The value of a key.
    Key(KeyName),
    /// An item of a list, from 1.
    Item(KeyName, usize),
    /// A value of a row of a list, from 1.
    Row(KeyName, usize, KeyName),
    /// A task.
    Task {
        /// Its id.
        id: String,
        /// Its item, from 1, when it has several.
        item: Option<usize>,
    },
    /// A place that a question of an earlier roll names.
    Other(String),
}

impl Locus {
    /// As the data name it: `bases.1`, `tasks.launch`, `tasks.commend.items.2`.
    pub fn path(&self) -> String {
        match self {
            Self::Key(name) => name.key.to_string(),
            Self::Item(name, number) => format!("{}.{number}", name.key),
            Self::Row(name, number, column) => format!("{}.{number}.{}", name.key, column.key),
            Self::Other(path) => path.clone(),
            Self::Task { id, item: None } => format!("tasks.{id}"),
            Self::Task { id, item: Some(number) } => format!("tasks.{id}.items.{number}"),
        }
    }

    /// The task that it is, or is part of.
    pub(crate) fn task(&self) -> Option<&str> {
        match self {
            Self::Task { id, .. } => Some(id),
            Self::Key(_) | Self::Item(..) | Self::Row(..) | Self::Other(_) => None,
        }
    }
}

/// A value of a file that no other value is part of.
pub(crate) struct Leaf<'n> {
    /// Where it stands.
    pub(crate) at: Locus,
    /// The scalar.
    pub(crate) node: &'n Node,
    /// The entry whose value it is; none for an item of a list.
    pub(crate) entry: Option<&'n Entry>,
    /// What it is.
    pub(crate) is: LeafType,
    /// What a roll does with it.
    pub(crate) roll: RollRule,
    /// What the paper prints before it.
    pub(crate) before: Arc<str>,
}

/// What a leaf is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LeafType {
    /// A text.
    Text,
    /// A day.
    Day,
    /// A moment, a number, a word, an id.
    Other,
}

impl Leaf<'_> {
    /// Whether a roll goes over it as a running text.
    pub(crate) fn is_running_text(&self) -> bool {
        self.is == LeafType::Text && self.roll == RollRule::Rewrite
    }
}

impl Form {
    /// The place that a path names, as [`Locus::path`] does; none that the form does not have.
    pub(crate) fn locus(&self, path: &str) -> Option<Locus> {
        let parts: Vec<&str> = path.split('.').collect();
        let (first, within) = parts.split_first()?;
        let key = self.key(first)?;
        let task = |id: &str, item| Some(Locus::Task { id: id.to_owned(), item });
        match *within {
            [] => Some(Locus::Key(key.name.clone())),
            [id] if key.is.holds_tasks() => task(id, None),
            [id, "items", item] if key.is.holds_tasks() => task(id, Some(item.parse().ok()?)),
            [item] => Some(Locus::Item(key.name.clone(), item.parse().ok()?)),
            [row, column] => {
                let column = key.rows.iter().find(|known| known.key() == column)?;
                let row = row.parse().ok()?;
                Some(Locus::Row(key.name.clone(), row, column.name.clone()))
            }
            _ => None,
        }
    }

    /// The running texts of a file that a roll goes over. Single texts come first, then lists, then those
    /// within maps; tasks come last.
    pub(crate) fn texts<'n>(&self, root: &'n Node) -> Vec<Leaf<'n>> {
        let mut found: Vec<(u8, Leaf<'n>)> = Vec::new();
        for key in &self.keys {
            let entry = root.entry_of(key.key()).into_iter();
            let leaves = entry.flat_map(|entry| key.leaves(entry));
            let texts = leaves.filter(Leaf::is_running_text);
            found.extend(texts.map(|leaf| (rank(key.is), leaf)));
        }
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, leaf)| leaf).collect()
    }

    /// The places of a file that a question can be about: its keys, and the leaves of their values. `given`
    /// gives the entry of a key.
    pub(crate) fn places<'n>(
        &self,
        given: impl Fn(&str) -> Option<&'n Entry>,
    ) -> impl Iterator<Item = String> {
        let can_be_asked = |key: &&Key| {
            !matches!(key.is, KeyType::Common(CommonType::Kind | CommonType::Questions))
        };
        self.keys.iter().filter(can_be_asked).flat_map(move |key| {
            let leaves = given(key.key()).map(|entry| key.leaves(entry)).unwrap_or_default();
            let within = leaves.into_iter().map(|leaf| leaf.at.path());
            std::iter::once(key.key().to_owned()).chain(within)
        })
    }
}

/// The order in which texts are gone over.
fn rank(is: KeyType) -> u8 {
    match is {
        KeyType::Text | KeyType::Rich => 0,
        KeyType::Texts => 1,
        KeyType::Tasks | KeyType::UnitTasks => 3,
        _ => 2,
    }
}

impl Key {
    /// The leaves of its value, in the order of the file.
    pub(crate) fn leaves<'n>(&self, entry: &'n Entry) -> Vec<Leaf<'n>> {
        let value = &entry.node;
        let item = |number: usize| Locus::Item(self.name.clone(), number);
        let own = || Locus::Key(self.name.clone());
        match self.is {
            KeyType::Text | KeyType::Rich => vec![self.leaf(own(), entry, LeafType::Text)],
            KeyType::Day => vec![self.leaf(own(), entry, LeafType::Day)],
            KeyType::Moment
            | KeyType::Count
            | KeyType::Money
            | KeyType::Reward
            | KeyType::Choice
            | KeyType::Flag
            | KeyType::Agency
            | KeyType::Award => vec![self.leaf(own(), entry, LeafType::Other)],
            KeyType::Texts => self.texts_of(items(value)),
            KeyType::Targets => match &value.value {
                Value::Map(entries) => {
                    let all = entries.iter().flat_map(|entry| entry.node.items());
                    self.texts_of(all.enumerate().map(|(at, node)| (at + 1, node)))
                }
                _ => self.texts_of(items(value)),
            },
            // Maps of which one value is text; or that text alone.
            KeyType::Criteria => self.texts_of(
                items(value)
                    .map(|(number, node)| (number, node.entry("text").unwrap_or(node))),
            ),
            KeyType::Clauses => self.texts_of(counted(texts_of_parts(value))),
            KeyType::Common(CommonType::Appendices) => {
                self.texts_of(counted(texts_of_appendices(value)))
            }
            KeyType::Period => self.days(value, own),
            KeyType::Stages => {
                let of_stage = |(number, stage): (usize, &'n Node)| {
                    let text = stage.entry_of("text").into_iter();
                    let text = text.map(move |entry| self.text(item(number), entry));
                    self.days(stage, || item(number)).into_iter().chain(text)
                };
                items(value).flat_map(of_stage).collect()
            }
            KeyType::Deadlines => {
                let day = value.entry_of("unit_plans").into_iter();
                day.map(|entry| self.day(own(), entry)).collect()
            }
            KeyType::Rows => self.cells(value),
            KeyType::Tasks | KeyType::UnitTasks => {
                value.items().iter().flat_map(texts_of_task).collect()
            }
            // Rolled by rules of their own.
            KeyType::Citations
            | KeyType::Years
            | KeyType::DocumentType
            | KeyType::LeftOut
            | KeyType::Common(_) => Vec::new(),
        }
    }

    /// The values of rows, row by row.
    fn cells<'n>(&self, value: &'n Node) -> Vec<Leaf<'n>> {
        let of_row = |(number, row): (usize, &'n Node)| {
            let columns = self.rows.iter().filter_map(move |column| {
                let leaves = column.leaves(row.entry_of(column.key())?);
                let at = Locus::Row(self.name.clone(), number, column.name.clone());
                Some(leaves.into_iter().map(move |leaf| Leaf { at: at.clone(), ..leaf }))
            });
            columns.flatten()
        };
        items(value).flat_map(of_row).collect()
    }

    /// The value of the key itself.
    fn leaf<'n>(&self, at: Locus, entry: &'n Entry, is: LeafType) -> Leaf<'n> {
        Leaf {
            at,
            node: &entry.node,
            entry: Some(entry),
            is,
            roll: self.roll,
            before: self.before.clone(),
        }
    }

    /// A day within its value: it moves, unless the definition keeps it.
    fn day<'n>(&self, at: Locus, entry: &'n Entry) -> Leaf<'n> {
        let roll = if self.roll == RollRule::Keep { RollRule::Keep } else { RollRule::Move };
        Leaf { roll, ..self.leaf(at, entry, LeafType::Day) }
    }

    /// A running text within its value.
    fn text<'n>(&self, at: Locus, entry: &'n Entry) -> Leaf<'n> {
        Leaf {
            roll: RollRule::Rewrite,
            ..self.leaf(at, entry, LeafType::Text)
        }
    }

    /// The first and the last day of something.
    fn days<'n>(&self, map: &'n Node, at: impl Fn() -> Locus) -> Vec<Leaf<'n>> {
        let days = ["from", "until"].into_iter().filter_map(|key| map.entry_of(key));
        days.map(|entry| self.day(at(), entry)).collect()
    }

    /// The texts of a list.
    fn texts_of<'n>(&self, texts: impl Iterator<Item = (usize, &'n Node)>) -> Vec<Leaf<'n>> {
        let leaf = |(number, node)| Leaf {
            at: Locus::Item(self.name.clone(), number),
            node,
            entry: None,
            is: LeafType::Text,
            roll: self.roll,
            before: self.before.clone(),
        };
        texts.map(leaf).collect()
    }
}

/// The running texts of one task, as its paper prints them.
fn texts_of_task(task: &Node) -> Vec<Leaf<'_>> {
    let text = task
        .entry("text")
        .into_iter()
        .map(|text| leaf_of_task(task, None, text));
    let items = task.entry("items").into_iter().flat_map(items);
    let items = items.map(|(number, item)| leaf_of_task(task, Some(number), item));
    text.chain(items).collect()
}

/// What every other paper says of a task: its corrected words, where it has some.
pub(crate) fn words_of_task(task: &Node) -> Vec<Leaf<'_>> {
    let Some(corrected) = task.entry("corrected") else { return texts_of_task(task) };
    match &corrected.value {
        Value::List(_) => items(corrected)
            .map(|(number, item)| leaf_of_task(task, Some(number), item))
            .collect(),
        _ => vec![leaf_of_task(task, None, corrected)],
    }
}

fn leaf_of_task<'n>(task: &'n Node, item: Option<usize>, node: &'n Node) -> Leaf<'n> {
    let id = task.scalar_of("id").unwrap_or_default();
    Leaf {
        at: Locus::Task { id: id.to_owned(), item },
        node,
        entry: None,
        is: LeafType::Text,
        roll: RollRule::Rewrite,
        before: "".into(),
    }
}

/// Nodes, counted from 1.
fn counted(nodes: Vec<&Node>) -> impl Iterator<Item = (usize, &Node)> {
    nodes.into_iter().enumerate().map(|(at, node)| (at + 1, node))
}

/// The items of a list, from 1.
fn items(list: &Node) -> impl Iterator<Item = (usize, &Node)> {
    list.items().iter().enumerate().map(|(at, item)| (at + 1, item))
}
