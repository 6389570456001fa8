//! A text at a place that questions name.
//!
//! In goes a value and its place as a question names it; out comes the text, marked where somebody has still to decide.

use crate::papers::Text;
use crate::values::{Context, text};
use crate::yaml::Node;

/// A text that stands at a place, marked where a question about it is open.
pub(super) fn text_at(at: &str, node: &Node, cx: &mut Context<'_>) -> Option<Text> {
    let read = text(node, cx)?;
    let is_open = cx.known().open.contains(at);
    Some(if is_open { read.in_question() } else { read })
}
