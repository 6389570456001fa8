//! The running texts of a document and their places.

use super::super::Locus;
use crate::yaml::{Node, Value};

/// Lists of running text.
const LISTS: [&str; 14] = [
    "bases",
    "purpose",
    "requirements",
    "opening",
    "aims",
    "participants",
    "content",
    "targets",
    "measures",
    "reviews",
    "awards",
    "arrangements",
    "to",
    "recipients",
];

/// Single running texts.
const TEXTS: [&str; 3] = ["subject", "scope", "closing"];

/// All running texts of a document, tasks last.
pub(crate) fn texts(root: &Node) -> Vec<(Locus, &Node)> {
    let mut found = Vec::new();
    for key in TEXTS {
        found.extend(root.entry(key).map(|node| (Locus::Key(key), node)));
    }
    for key in LISTS {
        found.extend(items(root, key).map(|(number, item)| (Locus::Item(key, number), item)));
    }
    // Maps of which one value is text.
    for key in ["criteria", "stages"] {
        for (number, item) in items(root, key) {
            let text = item.entry("text").unwrap_or(item);
            found.push((Locus::Item(key, number), text));
        }
    }
    if let Some(Value::Map(entries)) = root.entry("targets").map(|node| &node.value) {
        let all = entries.iter().flat_map(|entry| entry.node.items()).enumerate();
        found.extend(all.map(|(at, item)| (Locus::Item("targets", at + 1), item)));
    }
    for (_, task) in items(root, "tasks") {
        found.extend(texts_of_task(task));
    }
    found
}

/// The running texts of one task.
pub(super) fn texts_of_task(task: &Node) -> Vec<(Locus, &Node)> {
    let id = || task.scalar_of("id").unwrap_or_default().to_owned();
    let text = task
        .entry("text")
        .map(|text| (Locus::Task { id: id(), item: None }, text));
    let items = items(task, "items")
        .map(|(number, item)| (Locus::Task { id: id(), item: Some(number) }, item));
    text.into_iter().chain(items).collect()
}

/// The items of a list, from 1.
fn items<'n>(node: &'n Node, key: &str) -> impl Iterator<Item = (usize, &'n Node)> {
    let items = node.entry(key).map(Node::items).unwrap_or_default();
    items.iter().enumerate().map(|(at, item)| (at + 1, item))
}
