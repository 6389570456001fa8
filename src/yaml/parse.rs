//! From the text of a file to the tree that readers get: one whose texts can be read.
//!
//! In goes a text; out comes its tree, or the one mistake for which nothing in it can be read.

use std::borrow::Cow;

use super::old_letters::old_letters;
use super::tree::{self, Node, Value};
use crate::diag::{Diagnostic, FileId, Place};

/// Reads one YAML document.
///
/// # Errors
/// With what is wrong when the text is no YAML, holds more than one document, uses anchors or
/// tags, is nested too deep, or when its texts are in an encoding of the past.
pub(crate) fn parse(text: &str, file: FileId) -> Result<Node, Box<Diagnostic>> {
    let root = tree::parse(text, file)?;
    let mut texts = Vec::new();
    gather(&root, &mut texts);
    match old_letters(texts.into_iter()) {
        Some(problem) => Err(Box::new(problem)),
        None => Ok(root),
    }
}

/// The texts of a tree that hold more than plain letters.
fn gather<'n>(node: &'n Node, found: &mut Vec<(Cow<'n, str>, Place)>) {
    match &node.value {
        Value::Scalar(text) if !text.is_ascii() => {
            found.push((Cow::Borrowed(text.as_str()), node.place.clone()));
        }
        Value::List(items) => items.iter().for_each(|item| gather(item, found)),
        Value::Map(entries) => entries.iter().for_each(|entry| gather(&entry.node, found)),
        Value::Null | Value::Wrong | Value::Scalar(_) => {}
    }
}
