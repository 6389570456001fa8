//! What a text that came in says, whatever file it came in.

/// A text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Manuscript {
    /// Its paragraphs and tables, in reading order.
    pub(crate) parts: Vec<Part>,
    /// Changes that nobody has accepted or rejected yet.
    pub(crate) changes: Vec<Change>,
    /// What somebody wrote at the edge.
    pub(crate) comments: Vec<Comment>,
    /// What stands beside the text.
    pub(crate) asides: Vec<Aside>,
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    Paragraph(Paragraph),
    Table(Table),
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Paragraph {
    /// The bookmarks that begin in it, or just before.
    pub(crate) bookmarks: Vec<String>,
    /// The number or dash that the program counts before it: `1.`, `-`.
    pub(crate) number: Option<String>,
    /// Its letters.
    pub(crate) runs: Vec<Run>,
}

/// Letters of one look.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Run {
    /// The letters. A tab is a tab, a new line within the paragraph a line feed.
    pub(crate) text: String,
    /// Whether they are bold where the style of the paragraph is not, or the other way round.
    pub(crate) bold: bool,
    /// The same of italic letters.
    pub(crate) italic: bool,
    /// The font that they are set in, where it is one of the past.
    pub(crate) font: Option<OldFont>,
}

/// A font of the past, whose letters say something else than they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OldFont {
    /// TCVN3 (ABC); some of its fonts show small letters as capitals.
    Tcvn3 { in_capitals: bool },
    /// VNI.
    Vni,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Table {
    pub(crate) rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Row {
    pub(crate) cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Cell {
    /// Over how many columns it goes.
    pub(crate) columns: usize,
    /// Whether it goes on from the row above.
    pub(crate) goes_on: bool,
    pub(crate) parts: Vec<Part>,
}

/// A change that nobody has accepted or rejected yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) kind: ChangeKind,
    /// Who made it.
    pub(crate) by: String,
    /// The letters that came in or are to go.
    pub(crate) text: String,
    /// The paragraph that it is in, as it counts.
    pub(crate) within: String,
}

/// What a change does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ChangeKind {
    Added,
    Removed,
}

/// What somebody wrote at the edge of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Comment {
    pub(crate) by: String,
    pub(crate) text: String,
    /// The letters that it is about.
    pub(crate) about: String,
}

/// What stands beside a text: the head or foot of pages, a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Aside {
    /// Whether it is a note to the text; else it stands on every page.
    pub(crate) is_note: bool,
    pub(crate) text: String,
}

impl ChangeKind {
    /// Its name in machine-readable output.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
        }
    }
}

impl Manuscript {
    /// Whether nothing is said in it.
    pub(super) fn is_empty(&self) -> bool {
        let mut said = false;
        self.parts.iter().for_each(|part| {
            part.each(&mut |paragraph| said |= !paragraph.text().trim().is_empty());
        });
        !said && self.changes.is_empty()
    }

    /// Goes over all paragraphs, those of cells too, in reading order.
    pub(super) fn each_mut(&mut self, visit: &mut dyn FnMut(&mut Paragraph)) {
        for part in &mut self.parts {
            part.each_mut(visit);
        }
    }
}

impl Part {
    /// Goes over the paragraphs of a part, in reading order.
    pub(crate) fn each<'p>(&'p self, visit: &mut dyn FnMut(&'p Paragraph)) {
        match self {
            Self::Paragraph(paragraph) => visit(paragraph),
            Self::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                for part in cells.flat_map(|cell| &cell.parts) {
                    part.each(visit);
                }
            }
        }
    }

    fn each_mut(&mut self, visit: &mut dyn FnMut(&mut Paragraph)) {
        match self {
            Self::Paragraph(paragraph) => visit(paragraph),
            Self::Table(table) => {
                let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
                for part in cells.flat_map(|cell| &mut cell.parts) {
                    part.each_mut(visit);
                }
            }
        }
    }
}

impl Paragraph {
    /// A paragraph of letters without a look.
    pub(crate) fn of(text: &str) -> Self {
        let run = Run { text: text.to_owned(), ..Run::default() };
        Self { runs: vec![run], ..Self::default() }
    }

    /// Its letters, without the number before them.
    pub(crate) fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// Adds letters; those that look like the last ones are one run with them.
    pub(super) fn push(&mut self, run: Run) {
        match self.runs.last_mut() {
            Some(last)
                if (last.bold, last.italic, last.font) == (run.bold, run.italic, run.font) =>
            {
                last.text.push_str(&run.text);
            }
            _ => self.runs.push(run),
        }
    }

    /// Takes up what another paragraph says, as when the mark between both goes.
    pub(super) fn join(&mut self, next: Self) {
        self.bookmarks.extend(next.bookmarks);
        if self.runs.is_empty() && self.number.is_none() {
            self.number = next.number;
        }
        for run in next.runs {
            self.push(run);
        }
    }
}
