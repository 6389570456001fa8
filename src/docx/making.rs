//! What blocks are made into parts with: the measures of pages, and what is gathered on the way.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::lines::Ruler;
use super::look::Look;
use super::media::Media;
use super::model::{Indents, Inline, Letters, Paragraph, Source};
use super::names::Names;
use super::style::Style;
use crate::blocks::{Item, Looks, Measures, Open, PaperBlocks, Run};
use crate::compile::{self, Face};

/// The width of a space, in ems of Times New Roman.
const SPACE: f64 = 0.25;

/// How wide and high a page of A4 is.
pub(super) const A4: (f64, f64) = (595.3, 841.9);

/// What blocks are made into parts with.
pub(super) struct Making<'p> {
    pub(super) looks: &'p Looks,
    pub(super) measures: &'p Measures,
    pub(super) letters: &'p compile::Letters,
    /// Pictures of the workspace, by their paths.
    pub(super) pictures: &'p BTreeMap<String, Arc<[u8]>>,
    /// Whether what is to be filled in is shown.
    pub(super) is_draft: bool,
    /// Whether the pages of this section are lying.
    pub(super) is_lying: bool,
    pub(super) media: Media,
    names: Names,
}

impl<'p> Making<'p> {
    pub(super) fn new(
        paper: &'p PaperBlocks,
        letters: &'p compile::Letters,
        pictures: &'p BTreeMap<String, Arc<[u8]>>,
    ) -> Self {
        Self {
            looks: &paper.looks,
            measures: &paper.measures,
            letters,
            pictures,
            is_draft: paper.draft.is_some(),
            is_lying: paper.lying,
            media: Media::default(),
            names: Names::default(),
        }
    }

    /// How wide the text is.
    pub(super) fn room(&self) -> f64 {
        let (width, height) = A4;
        let width = if self.is_lying { height } else { width };
        width - self.looks.margins.left - self.looks.margins.right
    }

    /// How high the text of a page is.
    pub(super) fn page_room(&self) -> f64 {
        let (width, height) = A4;
        let height = if self.is_lying { width } else { height };
        height - self.looks.margins.top - self.looks.margins.bottom
    }

    /// How a style looks.
    pub(super) fn look(&self, style: Style) -> Look {
        style.look(self.looks, self.measures)
    }

    /// What letters of a style are measured with.
    pub(super) fn ruler(&self, style: Style) -> Ruler<'p> {
        let look = self.look(style);
        self.ruler_of(Face { bold: look.bold, italic: look.italic }, look.size)
    }

    /// What letters are measured with.
    pub(super) fn ruler_of(&self, face: Face, size: f64) -> Ruler<'p> {
        Ruler { letters: self.letters, face, size }
    }

    /// A paragraph of runs, found again by its key; `before` stands before them, as a mark or a number does.
    pub(super) fn paragraph(
        &mut self,
        style: Style,
        before: &[Letters],
        runs: &[Run],
    ) -> Paragraph {
        let look = self.look(style);
        let before = before.iter().filter(|letters| !letters.text.is_empty());
        let mut inlines: Vec<Inline> = before.cloned().map(Inline::Letters).collect();
        inlines.extend(runs.iter().map(|run| Inline::Letters(self.letters_of(run, &look))));
        Paragraph {
            bookmark: self.names.of(runs),
            ..Paragraph::new(style, inlines)
        }
    }

    /// A paragraph of an item, with its label and its mark.
    pub(super) fn item(&mut self, style: Style, item: &Item) -> Paragraph {
        let label = item.label.iter().map(|label| Letters {
            bold: (!self.look(style).bold).then_some(true),
            ..Letters::mark(label)
        });
        let mark = item.mark.iter().map(|mark| Letters::mark(mark));
        let before: Vec<Letters> = label.chain(mark).collect();
        self.paragraph(style, &before, &item.body)
    }

    /// The letters of a run within a style. Italic letters within italic ones are upright.
    fn letters_of(&self, run: &Run, look: &Look) -> Letters {
        let text = match &run.is {
            Some(Open::Gap(what)) => self.gap(what),
            _ => run.text.clone(),
        };
        Letters {
            text,
            bold: (run.bold && !look.bold).then_some(true),
            italic: run.italic.then_some(!look.italic),
            is_open: run.asked
                || matches!(run.is, Some(Open::Blank(_)))
                || self.shows_gap(run),
            source: run.place.clone().map_or(Source::Template, Source::Value),
            ..Letters::default()
        }
    }

    fn shows_gap(&self, run: &Run) -> bool {
        self.is_draft && matches!(run.is, Some(Open::Gap(_)))
    }

    /// The spaces that a person types a number or a day over.
    fn gap(&self, what: &str) -> String {
        let width =
            if what == "number" { self.measures.number_gap } else { self.measures.day_gap };
        let mut spaces = String::new();
        let mut filled = 0.0;
        while filled < width {
            spaces.push(' ');
            filled += SPACE;
        }
        spaces
    }

    /// A value, or the gap for it.
    pub(super) fn given(&self, value: Option<&str>, what: &str) -> Letters {
        let source = Source::Key(if what == "number" { "number" } else { "date" });
        match value {
            Some(value) => Letters {
                text: value.to_owned(),
                source,
                ..Letters::default()
            },
            None => Letters {
                text: self.gap(what),
                is_open: self.is_draft,
                source,
                ..Letters::default()
            },
        }
    }

    /// A line that stands for what a draft still lacks.
    pub(super) fn blank(style: Style, what: &str) -> Paragraph {
        let letters = Letters {
            text: format!("[{what}]"),
            is_open: true,
            source: Source::Blank,
            ..Letters::default()
        };
        Paragraph::new(style, vec![Inline::Letters(letters)])
    }

    /// A line of the header block or a title, broken by measure where it is too long; and how wide its last line is.
    pub(super) fn title(&self, style: Style, title: &str, limit: f64) -> (Paragraph, f64) {
        let (lines, last) = self.ruler(style).even(title, limit, self.measures);
        let mut inlines = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            inlines.extend((at > 0).then_some(Inline::Break));
            inlines.push(Inline::letters(line));
        }
        (Paragraph::new(style, inlines), last)
    }

    /// A rule of so much length in the middle of a room.
    pub(super) fn rule(room: f64, length: f64) -> Paragraph {
        let beside = ((room - length) / 2.0).max(0.0);
        Paragraph {
            indents: Some(Indents { left: beside, right: beside, first: 0.0 }),
            ..Paragraph::new(Style::Rule, Vec::new())
        }
    }
}

/// The letters of runs, without their looks.
pub(super) fn text_of(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// How many letters runs have.
#[expect(clippy::cast_precision_loss, reason = "letters of a paragraph")]
pub(super) fn letters_in(runs: &[Run]) -> f64 {
    runs.iter().map(|run| run.text.chars().count()).sum::<usize>() as f64
}
