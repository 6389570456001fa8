//! One row of a table, which becomes the same tree as an entry in YAML.

use super::cell::Filled;
use super::header::Header;
use super::kind::Column;
use super::known::Known;
use super::names::fold;
use super::sheet::{Cell, CellContent};
use crate::diag::{Code, Diagnostic, FileId, Place, Source};
use crate::values::Context;
use crate::yaml::{Entry, Node, Value};

/// What stands before sums.
const TOTALS: [&str; 4] = ["tổng", "cộng", "tổng cộng", "tổng số"];

/// A row.
#[derive(Debug, Clone, Copy)]
pub(super) struct TableRow<'a> {
    /// What its columns are.
    pub(super) header: &'a Header,
    /// Its cells; one at least.
    pub(super) cells: &'a [Cell],
    /// The text of its sheet.
    pub(super) file: FileId,
    /// The same.
    pub(super) source: &'a Source,
}

impl TableRow<'_> {
    /// The whole row, from its first cell to its last.
    pub(super) fn place(&self) -> Place {
        let of = |cell: Option<&Cell>| cell.map(|cell| self.place_at(cell.column).range);
        let first = of(self.cells.first()).unwrap_or_default();
        let last = of(self.cells.last()).unwrap_or_default();
        Place::new(self.file, first.start..last.end)
    }

    /// A cell of this row, empty or not.
    fn place_at(&self, column: u16) -> Place {
        let row = self.cells.first().map_or(0, |cell| cell.row);
        Place::new(self.file, self.source.cell_range(row, column).unwrap_or_default())
    }

    /// Whether nothing but its number is given.
    pub(super) fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| self.header.is_numbering(cell.column))
    }

    /// Reports cells that belong to no column.
    pub(super) fn report_strays(&self, cx: &mut Context<'_>) {
        for cell in self.cells.iter().filter(|cell| self.header.is_bare(cell.column)) {
            let place = self.place_at(cell.column);
            cx.report(Diagnostic::error(Code::CellWithoutColumn, &place));
        }
    }

    /// Whether it holds sums: they are no record, and that is told.
    pub(super) fn is_total(&self, cx: &mut Context<'_>) -> bool {
        let first = self.cells.first();
        let named = self.cells.iter().find(|cell| !self.header.is_numbering(cell.column));
        let total = first.into_iter().chain(named).find(|cell| match &cell.content {
            CellContent::Text(text) => {
                TOTALS.contains(&fold(text).trim_end_matches([':', ' ', '.']))
            }
            _ => false,
        });
        if let Some(cell) = total {
            let place = self.place_at(cell.column);
            cx.report(Diagnostic::warning(Code::TotalRow, &place));
        }
        total.is_some()
    }

    /// The cell of a column, if it is not empty.
    pub(super) fn cell(&self, column: Column) -> Option<Filled<'_>> {
        let at = self.header.at(column)?;
        let cell = self.cells.iter().find(|cell| cell.column == at)?;
        Some(Filled { content: &cell.content, place: self.place_at(at) })
    }

    /// The row as an entry of a list in YAML: a map with the values of its cells. Every column has
    /// its key, so that an empty cell is a value that is missing in this place.
    pub(super) fn node(&self, known: &Known<'_>, cx: &mut Context<'_>) -> Node {
        let columns = self.header.columns().filter(|(_, column)| *column != Column::Unit);
        let entries = columns.map(|(at, column)| {
            let place = self.place_at(at);
            let node = match self.cell(column) {
                Some(cell) => cell.node(column, known, cx),
                None => Node { place: place.clone(), value: Value::Null },
            };
            Entry {
                key: column.key().to_owned(),
                key_place: place,
                node,
            }
        });
        Node {
            value: Value::Map(entries.collect()),
            place: self.place(),
        }
    }

    /// Reports an empty cell.
    pub(super) fn report_missing(&self, column: Column, cx: &mut Context<'_>) {
        let place = self
            .header
            .at(column)
            .map_or_else(|| self.place(), |at| self.place_at(at));
        cx.report(Diagnostic::error(Code::MissingCell, &place).with("column", column.title()));
    }
}
