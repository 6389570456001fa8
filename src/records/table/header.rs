//! The row of titles: which column is which.

use std::collections::BTreeSet;

use super::super::results::RecordKind;
use super::kind::{Column, Need};
use super::names::{fold, suggest};
use super::sheet::{Cell, CellContent, TableSheet};
use crate::diag::{Code, Diagnostic, FileId, Place, Sources};
use crate::values::Context;

/// Titles of columns that only number the rows.
const NUMBERING: [&str; 2] = ["tt", "stt"];

/// The most rows that are searched for the titles.
const MOST_HEADING: usize = 10;

/// Which row of a sheet holds the titles: a sheet may have a heading of its own above them ("BIỂU
/// TỔNG HỢP …"). Of the rows up to the first one that is no heading, the one with the most titles
/// that are known; the first where none has any.
pub(super) fn titles_at(sheet: &TableSheet) -> usize {
    let mut is_over = false;
    let of_text = sheet.rows().take(MOST_HEADING).take_while(|row| {
        let goes_on = !is_over;
        is_over = !is_heading(row);
        goes_on
    });
    let is_known = |cell: &&Cell| {
        let title = title(&cell.content.shown());
        all(sheet.kind).any(|column| fold(column.title()) == title)
    };
    let known = of_text.map(|row| row.iter().filter(is_known).count()).enumerate();
    known
        .fold((0, 0), |best, found| if found.1 > best.1 { found } else { best })
        .0
}

/// Whether a row can be a heading: a cell or two of several words each. Nothing that could be a
/// record is passed over in silence.
fn is_heading(row: &[Cell]) -> bool {
    let is_of_words = |cell: &Cell| match &cell.content {
        CellContent::Text(text) => {
            let text = text.trim();
            text.contains(' ') && !text.starts_with(|c: char| c.is_ascii_digit())
        }
        _ => false,
    };
    row.len() <= 2 && row.iter().all(is_of_words)
}

/// Whether a row names its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum UnitColumn {
    /// It must: the file holds rows of several units.
    Must,
    /// It may: the file is one unit's.
    May,
}

/// What each column of a sheet is.
#[derive(Debug)]
pub(super) struct Header {
    columns: Vec<(u16, Column)>,
    numbering: BTreeSet<u16>,
    untitled: BTreeSet<u16>,
    /// The whole row.
    pub(super) place: Place,
}

impl Header {
    /// Reads the titles. None when a column is missing: then no row can be read.
    pub(super) fn read(
        cells: &[Cell],
        (kind, unit): (RecordKind, UnitColumn),
        (file, sources): (FileId, &Sources),
        cx: &mut Context<'_>,
    ) -> Option<Self> {
        let place = |cell: &Cell| {
            let range = sources.get(file).cell_range(cell.row, cell.column);
            Place::new(file, range.unwrap_or_default())
        };
        let (first, last) = (place(cells.first()?), place(cells.last()?));
        let mut header = Self {
            columns: Vec::new(),
            numbering: BTreeSet::new(),
            untitled: BTreeSet::new(),
            place: Place::new(file, first.range.start..last.range.end),
        };
        let mut places: Vec<(Column, Place)> = Vec::new();
        for cell in cells {
            let shown = cell.content.shown();
            let place = place(cell);
            let title = title(&shown);
            if NUMBERING.contains(&title.as_str()) {
                header.numbering.insert(cell.column);
                continue;
            }
            let Some(column) = all(kind).find(|column| fold(column.title()) == title) else {
                header.untitled.insert(cell.column);
                cx.report(unknown(&shown, kind, &places, &place));
                continue;
            };
            if let Some((_, first)) = places.iter().find(|(known, _)| *known == column) {
                header.untitled.insert(cell.column);
                cx.report(
                    Diagnostic::error(Code::DuplicateColumn, &place)
                        .with("column", column.title())
                        .related(first),
                );
                continue;
            }
            places.push((column, place));
            header.columns.push((cell.column, column));
        }
        let mut is_whole = true;
        for column in needed(kind, unit).filter(|column| !header.has(*column)) {
            is_whole = false;
            cx.report(
                Diagnostic::error(Code::MissingColumn, &header.place)
                    .with("column", column.title())
                    .with("known", titles(kind)),
            );
        }
        is_whole.then_some(header)
    }

    /// Whether there is such a column.
    fn has(&self, column: Column) -> bool {
        self.at(column).is_some()
    }

    /// The columns that are known, with where they are.
    pub(super) fn columns(&self) -> impl Iterator<Item = (u16, Column)> {
        self.columns.iter().copied()
    }

    /// Where a column is.
    pub(super) fn at(&self, column: Column) -> Option<u16> {
        self.columns
            .iter()
            .find(|(_, known)| *known == column)
            .map(|(at, _)| *at)
    }

    /// Whether the cells of a column only number the rows.
    pub(super) fn is_numbering(&self, column: u16) -> bool {
        self.numbering.contains(&column)
    }

    /// Whether the cells of a column have no title at all. A title that is not known was
    /// reported once and for all.
    pub(super) fn is_bare(&self, column: u16) -> bool {
        !self.numbering.contains(&column)
            && !self.untitled.contains(&column)
            && !self.columns.iter().any(|(at, _)| *at == column)
    }
}

/// A title as it is compared; what stands in brackets is an explanation: "Thu (đồng)".
fn title(shown: &str) -> String {
    let (title, _) = shown.split_once('(').unwrap_or((shown, ""));
    fold(title)
}

/// All columns of a table.
fn all(kind: RecordKind) -> impl Iterator<Item = Column> {
    std::iter::once(Column::Unit).chain(kind.columns().iter().map(|(column, _)| *column))
}

fn titles(kind: RecordKind) -> Vec<String> {
    // A title may hold a comma, and these are joined with commas.
    all(kind).map(|column| format!("\"{}\"", column.title())).collect()
}

fn needed(kind: RecordKind, unit: UnitColumn) -> impl Iterator<Item = Column> {
    let unit = (unit == UnitColumn::Must).then_some(Column::Unit);
    let must = kind.columns().iter().filter(|(_, need)| *need == Need::Must);
    unit.into_iter().chain(must.map(|(column, _)| *column))
}

/// A title that the table does not have, with the nearest one that is still free.
fn unknown(
    shown: &str,
    kind: RecordKind,
    taken: &[(Column, Place)],
    place: &Place,
) -> Diagnostic {
    let is_free = |column: &Column| !taken.iter().any(|(known, _)| known == column);
    let free: Vec<&str> = all(kind).filter(is_free).map(Column::title).collect();
    let problem = Diagnostic::error(Code::UnknownColumn, place)
        .with("column", shown)
        .with("known", titles(kind));
    suggest(problem, &title(shown), &free)
}
