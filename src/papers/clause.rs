//! The parts of a text that is written in sections, articles, clauses and points.

use super::inset::{Inset, Picture};
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
    /// Its texts; one at least where it has no title and is no table or picture.
    pub texts: Vec<Text>,
    /// The table or the picture that it is.
    pub inset: Option<Inset>,
    /// As a heading, how many headings deep it stands, from 1.
    pub depth: usize,
    /// Whether label and title stand centred, each on lines of its own: phần, chương, and mục in a chapter.
    pub is_centred: bool,
}

impl Clause {
    /// Its running texts, in the order in which they are printed; of a table those of its cells.
    pub(crate) fn running_texts(&self) -> impl Iterator<Item = &Text> {
        let inset: Vec<&Text> = match &self.inset {
            Some(Inset::Table(table)) => {
                let cells = table.head.iter().chain(table.rows.iter().flatten());
                let cells = cells.chain(table.total.iter().flatten());
                table.caption.iter().chain(cells.flatten()).collect()
            }
            Some(Inset::Picture(picture)) => {
                picture.caption.iter().chain([&picture.alt]).collect()
            }
            None => Vec::new(),
        };
        self.title.iter().chain(&self.texts).chain(inset)
    }

    /// The picture that it is.
    pub(crate) fn picture(&self) -> Option<&Picture> {
        match &self.inset {
            Some(Inset::Picture(picture)) => Some(picture),
            Some(Inset::Table(_)) | None => None,
        }
    }
}
