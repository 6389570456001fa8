//! The leaves of a file: its running texts, each with its place.
//!
//! In goes the tree of a file; out come the texts that its form defines. Whoever goes over texts (a roll,
//! what is left over, questions) asks here and nowhere else, so that no key can be forgotten by one of them.

use std::sync::Arc;

use super::definition::{Form, Key};
use super::key_type::KeyType;
use super::name::KeyName;
use super::roll_rule::RollRule;
use crate::yaml::{Node, Value};

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
}

/// A running text of a file.
pub(crate) struct Leaf<'n> {
    /// Where it stands.
    pub(crate) at: Locus,
    /// The scalar.
    pub(crate) node: &'n Node,
    /// What the paper prints before it.
    pub(crate) before: Arc<str>,
}

impl Form {
    /// The running texts of a file that a roll goes over. Single texts come first, then lists, then those
    /// within maps; tasks come last.
    pub(crate) fn texts<'n>(&self, root: &'n Node) -> Vec<Leaf<'n>> {
        let mut found: Vec<(u8, Leaf<'n>)> = Vec::new();
        for key in self.keys.iter().filter(|key| key.is_running_text()) {
            let Some(node) = root.entry(key.key()) else { continue };
            for (at, node) in texts_of(key, node) {
                let before = key.before.clone();
                found.push((rank(key.is), Leaf { at, node, before }));
            }
        }
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, leaf)| leaf).collect()
    }

    /// The places of a file that a question can be about: its keys, and what lies in their values.
    /// `value` gives the value of a key.
    pub(crate) fn places<'n>(
        &self,
        value: impl Fn(&str) -> Option<&'n Node>,
    ) -> impl Iterator<Item = String> {
        self.keys.iter().flat_map(move |key| {
            let within = value(key.key()).map(|node| texts_of(key, node)).unwrap_or_default();
            let within = within.into_iter().map(|(at, _)| at.path());
            std::iter::once(key.key().to_owned()).chain(within)
        })
    }
}

impl Key {
    /// Whether its value holds texts that a roll goes over.
    fn is_running_text(&self) -> bool {
        match self.is {
            KeyType::Text | KeyType::Rich | KeyType::Texts => self.roll == RollRule::Rewrite,
            KeyType::Rows => self.rows.iter().any(Self::is_running_text),
            KeyType::Targets
            | KeyType::Criteria
            | KeyType::Stages
            | KeyType::Tasks
            | KeyType::UnitTasks => true,
            KeyType::Day
            | KeyType::Period
            | KeyType::Moment
            | KeyType::Count
            | KeyType::Money
            | KeyType::Choice
            | KeyType::Flag
            | KeyType::Agency
            | KeyType::Citations
            | KeyType::Deadlines
            | KeyType::Years
            | KeyType::DocumentType
            | KeyType::Common(_) => false,
        }
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

/// The texts of a key's value.
fn texts_of<'n>(key: &Key, node: &'n Node) -> Vec<(Locus, &'n Node)> {
    let item = |number: usize| Locus::Item(key.name.clone(), number);
    match key.is {
        KeyType::Text | KeyType::Rich => vec![(Locus::Key(key.name.clone()), node)],
        KeyType::Tasks | KeyType::UnitTasks => {
            node.items().iter().flat_map(texts_of_task).collect()
        }
        KeyType::Targets => {
            let Value::Map(entries) = &node.value else {
                return items(node).map(|(number, node)| (item(number), node)).collect();
            };
            let all = entries.iter().flat_map(|entry| entry.node.items()).enumerate();
            all.map(|(at, node)| (item(at + 1), node)).collect()
        }
        KeyType::Rows => items(node)
            .flat_map(|(number, row)| {
                let texts = key.rows.iter().filter(|column| column.is_running_text());
                texts.filter_map(move |column| {
                    let at = Locus::Row(key.name.clone(), number, column.name.clone());
                    Some((at, row.entry(column.key())?))
                })
            })
            .collect(),
        // Maps of which one value is text; or that text alone.
        KeyType::Criteria | KeyType::Stages => items(node)
            .map(|(number, node)| (item(number), node.entry("text").unwrap_or(node)))
            .collect(),
        _ => items(node).map(|(number, node)| (item(number), node)).collect(),
    }
}

/// The running texts of one task.
pub(crate) fn texts_of_task(task: &Node) -> Vec<(Locus, &Node)> {
    let id = || task.scalar_of("id").unwrap_or_default().to_owned();
    let text = task
        .entry("text")
        .map(|text| (Locus::Task { id: id(), item: None }, text));
    let items = task.entry("items").into_iter().flat_map(items);
    let items =
        items.map(|(number, item)| (Locus::Task { id: id(), item: Some(number) }, item));
    text.into_iter().chain(items).collect()
}

/// The items of a list, from 1.
fn items(list: &Node) -> impl Iterator<Item = (usize, &Node)> {
    list.items().iter().enumerate().map(|(at, item)| (at + 1, item))
}
