//! The titles: which column is which, and which are not read.

use std::collections::BTreeSet;

use super::super::results::RecordKind;
use super::kind::{Column, Need};
use super::titles::{Meaning, Title, all, titles};
use crate::diag::{Code, Diagnostic, FileId, Place, Sources};
use crate::sheets::{Cell, bare_title, suggest};
use crate::values::Context;
use crate::yaml::normalised;

/// Columns that are for people, in any table that does not have them.
const FOR_PEOPLE: [&str; 1] = ["ghi chú"];

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
    /// Reads the rows of titles. None when a column is missing: then no row can be read.
    pub(super) fn read(
        rows: &[&[Cell]],
        (kind, unit): (RecordKind, UnitColumn),
        (file, sources): (FileId, &Sources),
        cx: &mut Context<'_>,
    ) -> Option<Self> {
        let place = |cell: &Cell| {
            let range = sources.get(file).cell_range(cell.row, cell.column);
            Place::new(file, range.unwrap_or_default())
        };
        let row = rows.first()?;
        let (first, last) = (place(row.first()?), place(row.last()?));
        let mut header = Self {
            columns: Vec::new(),
            numbering: BTreeSet::new(),
            untitled: BTreeSet::new(),
            place: Place::new(file, first.range.start..last.range.end),
        };
        let mut places: Vec<(Column, Place)> = Vec::new();
        let mut unknown = Vec::new();
        for title in titles(rows, kind) {
            let is_other = title.is_other();
            let Title { cell, meaning } = title;
            let column = match meaning {
                Some(Meaning::Column(column)) => column,
                Some(Meaning::Numbering) => {
                    header.numbering.insert(cell.column);
                    continue;
                }
                None => {
                    header.untitled.insert(cell.column);
                    unknown.push((cell.content.shown(), place(cell)));
                    continue;
                }
            };
            let place = place(cell);
            if let Some((_, first)) = places.iter().find(|(known, _)| *known == column) {
                header.untitled.insert(cell.column);
                if is_other {
                    unknown.push((cell.content.shown(), place));
                    continue;
                }
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
        header.report_unknown(unknown, kind, cx);
        header.is_whole((kind, unit), cx).then_some(header)
    }

    /// Reports titles that the table does not have. One that is near to a column that is not there
    /// is a slip; the others are told together, and their columns are not read.
    fn report_unknown(
        &self,
        mut unknown: Vec<(String, Place)>,
        kind: RecordKind,
        cx: &mut Context<'_>,
    ) {
        unknown.retain(|(shown, _)| !FOR_PEOPLE.contains(&bare_title(shown).as_str()));
        let free: Vec<&str> = all(kind)
            .filter(|column| !self.has(*column))
            .map(Column::title)
            .collect();
        unknown.retain(|(shown, place)| {
            let problem = Diagnostic::error(Code::UnknownColumn, place)
                .with("column", shown.as_str())
                .with("known", titles_of(kind));
            let problem = suggest(problem, &bare_title(shown), &free);
            let is_slip = problem.has("suggestion");
            if is_slip {
                cx.report(problem);
            }
            !is_slip
        });
        if let Some((_, place)) = unknown.first() {
            // A title may go over several lines.
            let columns =
                unknown.iter().map(|(shown, _)| format!("\"{}\"", normalised(shown)));
            cx.report(
                Diagnostic::warning(Code::ColumnsNotRead, place)
                    .with("count", unknown.len())
                    .with("columns", columns.collect::<Vec<_>>()),
            );
        }
    }

    /// Whether every column is there that must be; reports the others together.
    fn is_whole(&self, (kind, unit): (RecordKind, UnitColumn), cx: &mut Context<'_>) -> bool {
        let missing: Vec<&str> = needed(kind, unit)
            .filter(|column| !self.has(*column))
            .map(Column::title)
            .collect();
        if !missing.is_empty() {
            cx.report(
                Diagnostic::error(Code::MissingColumn, &self.place)
                    .with("column", missing.join("\", \""))
                    .with("known", titles_of(kind)),
            );
        }
        missing.is_empty()
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

    /// The column that is at a place, when it is known.
    pub(super) fn column_at(&self, at: u16) -> Option<Column> {
        self.columns()
            .find(|(known, _)| *known == at)
            .map(|(_, column)| column)
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
            && self.column_at(column).is_none()
    }
}

fn titles_of(kind: RecordKind) -> Vec<String> {
    // A title may hold a comma, and these are joined with commas.
    all(kind).map(|column| format!("\"{}\"", column.title())).collect()
}

fn needed(kind: RecordKind, unit: UnitColumn) -> impl Iterator<Item = Column> {
    let unit = (unit == UnitColumn::Must).then_some(Column::Unit);
    let must = kind.columns().iter().filter(|(_, need)| *need == Need::Must);
    unit.into_iter().chain(must.map(|(column, _)| *column))
}
