//! What a Word text says, paragraph by paragraph, and where each letter comes from: what an edited file is held against.

use super::model::{Inline, Paragraph, Part, SectionText, Source};

/// A paragraph as the file says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SaidParagraph {
    /// The bookmark that names it.
    pub(crate) bookmark: Option<String>,
    /// Its letters.
    pub(crate) pieces: Vec<Piece>,
    /// The table and the row that it stands in, each by its number in the text.
    pub(crate) row: Option<(usize, usize)>,
    /// Which cell of the row it stands in.
    pub(crate) cell: usize,
}

/// Letters of one look that come from one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) text: String,
    /// Whether they are bold where the style of the paragraph is not, or the other way round.
    pub(crate) bold: bool,
    /// The same of italic letters.
    pub(crate) italic: bool,
    pub(crate) source: Source,
}

/// The paragraphs of a text, those of tables too, in reading order.
pub(super) fn paragraphs(sections: &[SectionText]) -> Vec<SaidParagraph> {
    let (mut found, mut tables) = (Vec::new(), 0);
    for section in sections {
        gather(&section.parts, (None, 0), &mut tables, &mut found);
    }
    found
}

fn gather(
    parts: &[Part],
    (row, cell): (Option<(usize, usize)>, usize),
    tables: &mut usize,
    found: &mut Vec<SaidParagraph>,
) {
    for part in parts {
        match part {
            Part::Paragraph(own) => found.push(SaidParagraph { row, cell, ..paragraph(own) }),
            Part::Table(table) => {
                let number = *tables;
                *tables += 1;
                for (at, own) in table.rows.iter().enumerate() {
                    for (column, cell) in own.cells.iter().enumerate() {
                        gather(&cell.parts, (Some((number, at)), column), tables, found);
                    }
                }
            }
        }
    }
}

fn paragraph(paragraph: &Paragraph) -> SaidParagraph {
    let mut pieces: Vec<Piece> = Vec::new();
    for inline in &paragraph.inlines {
        let piece = match inline {
            Inline::Letters(letters) => Piece {
                text: letters.text.clone(),
                bold: letters.bold.is_some(),
                italic: letters.italic.is_some(),
                source: letters.source.clone(),
            },
            // A line that is broken goes on: the break is of what stands around it.
            Inline::Break => Piece {
                text: " ".to_owned(),
                bold: false,
                italic: false,
                source: pieces.last().map_or(Source::Template, |last| last.source.clone()),
            },
            Inline::Tab => Piece {
                text: " ".to_owned(),
                bold: false,
                italic: false,
                source: Source::Template,
            },
            Inline::PageNumber | Inline::Picture(_) | Inline::Watermark(_) => continue,
        };
        pieces.push(piece);
    }
    SaidParagraph {
        bookmark: paragraph.bookmark.clone(),
        pieces,
        row: None,
        cell: 0,
    }
}
