//! The parts of a Word text, as far as a paper needs them. Lengths are in points.
//!
//! Blocks become these parts (`body` and the files beside it), and `text` writes them as `WordprocessingML`
//! (ISO/IEC 29500-1, 17). In between, gaps are settled and sections are closed.

use super::style::Style;
pub(super) use super::style::{Align, Indents};
use crate::blocks::DataPlace;

/// The parts of a section, and its pages.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SectionText {
    pub(super) section: Section,
    pub(super) parts: Vec<Part>,
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Part {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Paragraph {
    /// What it is.
    pub(super) style: Style,
    /// The letters in it.
    pub(super) inlines: Vec<Inline>,
    /// By what name it is found again.
    pub(super) bookmark: Option<String>,
    /// The room above and below it; none where it is its style's.
    pub(super) above: Option<f64>,
    pub(super) below: Option<f64>,
    /// Indents, where they are not its style's.
    pub(super) indents: Option<Indents>,
    /// Whether it stays on a page with what follows, beyond what its style says.
    pub(super) keep_next: bool,
    /// Whether its lines stay on one page.
    pub(super) keep_lines: bool,
    /// The size of the letters of a paragraph without any, where it is not its style's: an empty cell is so high.
    pub(super) size: Option<f64>,
    /// Where the lines stand, when that is not as its style says.
    pub(super) align: Option<Align>,
}

/// What stands within a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Inline {
    /// Letters of one look.
    Letters(Letters),
    /// A new line.
    Break,
    /// The next tab stop.
    Tab,
    /// The number of the page.
    PageNumber,
    /// A picture.
    Picture(Picture),
    /// What lies behind every page of a draft.
    Watermark(String),
}

/// Letters of one look, where it differs from the style of their paragraph.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Letters {
    pub(super) text: String,
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    pub(super) size: Option<f64>,
    /// As six digits.
    pub(super) colour: Option<String>,
    /// Whether somebody has still to decide about them, or to fill them in.
    pub(super) is_open: bool,
    /// Whether a box is drawn around them.
    pub(super) is_boxed: bool,
    /// Where they come from.
    pub(super) source: Source,
}

/// Where letters come from, for those who lead what was changed in Word back to the data.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Source {
    /// The template, or what is counted and decided.
    #[default]
    Template,
    /// A number or a dash before a paragraph.
    Mark,
    /// What a draft shows where a line is missing that a final paper goes without.
    Blank,
    /// A value of the data.
    Value(DataPlace),
    /// The value of a key of the paper, which the header block or a title says in its own way.
    Key(&'static str),
}

/// A picture in its size.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Picture {
    /// The media that it is of: of an SVG the pixels that stand in for it.
    pub(super) media: usize,
    /// The SVG.
    pub(super) vector: Option<usize>,
    pub(super) width: f64,
    pub(super) height: f64,
    /// What it shows, in words.
    pub(super) alt: String,
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Table {
    /// The widths of its columns.
    pub(super) widths: Vec<f64>,
    /// The lines around its cells; none in a table that only puts things side by side.
    pub(super) border: Option<Border>,
    /// Beside the letters of a cell, and above and below them.
    pub(super) inset: (f64, f64),
    /// The room above and below it.
    pub(super) above: f64,
    pub(super) below: f64,
    /// Whether it stands in the middle.
    pub(super) is_centred: bool,
    pub(super) rows: Vec<Row>,
}

/// The lines around cells.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Border {
    /// How thick they are.
    pub(super) width: f64,
    /// As six digits; black where there is none.
    pub(super) colour: Option<String>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
    /// Whether it stands again on every page that the table goes on on.
    pub(super) is_head: bool,
    /// Whether it stays on one page.
    pub(super) is_whole: bool,
    /// Its height.
    pub(super) height: Option<RowHeight>,
}

/// How high a row is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum RowHeight {
    Least(f64),
    Exact(f64),
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cell {
    /// Over how many columns.
    pub(super) columns: usize,
    /// How it stands to the cells above and below it.
    pub(super) down: Down,
    pub(super) vertical: Vertical,
    /// Beside its letters, where that is not as in the table.
    pub(super) inset: Option<(f64, f64)>,
    /// Its paragraphs and tables; the last one is a paragraph.
    pub(super) parts: Vec<Part>,
}

/// Whether a cell goes over several rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Down {
    One,
    Begins,
    GoesOn,
}

/// Where what a cell holds stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Vertical {
    Top,
    Middle,
}

/// The pages of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Section {
    /// Whether they are lying.
    pub(super) lying: bool,
    /// Whether they are numbered from the second on.
    pub(super) numbered: bool,
    /// Whether it is the first of the paper, which address and telephone stand below.
    pub(super) is_first: bool,
}

impl Paragraph {
    /// A paragraph that is all as its style says.
    pub(super) fn new(style: Style, inlines: Vec<Inline>) -> Self {
        Self {
            style,
            inlines,
            bookmark: None,
            above: None,
            below: None,
            indents: None,
            keep_next: false,
            keep_lines: false,
            size: None,
            align: None,
        }
    }

    /// Its letters, without their looks.
    pub(super) fn text(&self) -> String {
        let letters = self.inlines.iter().map(|inline| match inline {
            Inline::Letters(letters) => letters.text.as_str(),
            Inline::Break | Inline::Tab => " ",
            Inline::PageNumber | Inline::Picture(_) | Inline::Watermark(_) => "",
        });
        letters.collect()
    }

    /// The same with bold letters.
    #[must_use]
    pub(super) fn bold(mut self) -> Self {
        for inline in &mut self.inlines {
            if let Inline::Letters(letters) = inline {
                letters.bold = Some(true);
            }
        }
        self
    }

    /// The same of which all letters come from a key of the paper.
    #[must_use]
    pub(super) fn keyed(mut self, key: &'static str) -> Self {
        for inline in &mut self.inlines {
            if let Inline::Letters(letters) = inline {
                letters.source = Source::Key(key);
            }
        }
        self
    }

    /// A paragraph of letters without a look of their own.
    pub(super) fn of(style: Style, text: &str) -> Self {
        Self::new(style, vec![Inline::letters(text)])
    }
}

impl Inline {
    /// Letters without a look of their own.
    pub(super) fn letters(text: &str) -> Self {
        Self::Letters(Letters { text: text.to_owned(), ..Letters::default() })
    }
}

impl Letters {
    /// A number or a dash before a paragraph.
    pub(super) fn mark(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            source: Source::Mark,
            ..Self::default()
        }
    }
}

impl From<Paragraph> for Part {
    fn from(paragraph: Paragraph) -> Self {
        Self::Paragraph(paragraph)
    }
}

impl Table {
    /// A table that only puts things side by side.
    pub(super) fn bare(widths: Vec<f64>, rows: Vec<Row>) -> Self {
        Self {
            widths,
            border: None,
            inset: (0.0, 0.0),
            above: 0.0,
            below: 0.0,
            is_centred: false,
            rows,
        }
    }
}

impl Row {
    /// Makes it stay on a page with what follows.
    pub(super) fn keep_next(&mut self) {
        for part in self.cells.iter_mut().flat_map(|cell| &mut cell.parts) {
            if let Part::Paragraph(paragraph) = part {
                paragraph.keep_next = true;
            }
        }
    }
}

impl Cell {
    /// A cell of one column and one row.
    pub(super) fn new(vertical: Vertical, parts: Vec<Part>) -> Self {
        Self {
            columns: 1,
            down: Down::One,
            vertical,
            inset: None,
            parts,
        }
    }

    /// The same over so many columns.
    #[must_use]
    pub(super) fn over(self, columns: usize) -> Self {
        Self { columns, ..self }
    }
}
