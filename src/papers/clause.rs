//! The parts of a text that is written in sections, articles, clauses and points.

use super::text::Text;
use crate::form::Level;

/// A part of a text, in the order in which parts are printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Its level.
    pub level: Level,
    /// What is printed before it: "Điều 3.", "a)"; nothing before a paragraph.
    pub label: String,
    /// Its title.
    pub title: Option<Text>,
    /// Its texts; one at least where it has no title.
    pub texts: Vec<Text>,
    /// As a heading, how many headings deep it stands, from 1.
    pub depth: usize,
    /// Whether label and title stand centred, each on lines of its own: phần, chương, and mục in a chapter.
    pub is_centred: bool,
}
