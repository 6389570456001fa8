//! What parts of a file say in words, for questions and their proposals.
//!
//! In goes the tree of a task or of the whole file; out come its texts.

use super::super::propose;
use crate::form::{Form, Leaf, words_of_task};
use crate::yaml::{Node, normalised};

/// What a leaf says.
fn letters(leaf: &Leaf<'_>) -> Option<String> {
    leaf.node.scalar().map(normalised)
}

/// The texts of a task.
fn texts(task: &Node) -> Vec<String> {
    words_of_task(task).iter().filter_map(letters).collect()
}

/// What a task says, as one text.
pub(super) fn said(task: &Node) -> String {
    texts(task).join(" ")
}

/// The only text of a task that names anniversaries.
pub(super) fn occasion(task: &Node) -> Option<String> {
    let mut texts = texts(task).into_iter().filter(|text| propose::is_occasion(text));
    texts.next().filter(|_| texts.next().is_none())
}

/// The text that names the days for which a paper is.
pub(super) fn days_named(root: &Node, form: &Form) -> String {
    let subject = root.scalar_of("subject").map(normalised).unwrap_or_default();
    let texts = form.texts(root);
    let texts = texts.iter().filter_map(letters);
    let mut all = std::iter::once(subject.clone()).chain(texts);
    all.find(|text| propose::names_days(text)).unwrap_or(subject)
}

/// The id of a commemoration, given alone or with what is believed of it.
pub(super) fn id_of(item: &Node) -> Option<&str> {
    item.scalar().or_else(|| item.scalar_of("id"))
}
