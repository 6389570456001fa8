//! Plain text: a paragraph a line, as programs save a text without its looks.

use super::model::{Manuscript, Paragraph, Part};

/// Reads a plain text.
pub(super) fn read(text: &str) -> Manuscript {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let parts = lines.map(|line| Part::Paragraph(Paragraph::of(line))).collect();
    Manuscript { parts, ..Manuscript::default() }
}
