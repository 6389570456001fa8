//! One row of a table while it is read.

use super::super::context::Context;
use super::header::Header;
use super::kind::Column;
use super::names::fold;
use super::sheet::{Cell, Content};
use super::value::Value;
use crate::diag::{Code, Diagnostic, FileId, Place, Source};

/// What stands before sums.
const TOTALS: [&str; 4] = ["tổng", "cộng", "tổng cộng", "tổng số"];

/// Reads a cell that is not empty.
pub(super) type Reader<T> = fn(&Value<'_>, &mut Context<'_>) -> Option<T>;

/// That a cell was wrong, and that it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reported;

/// A row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    /// What its columns are.
    pub(super) header: &'a Header,
    /// Its cells; one at least.
    pub(super) cells: &'a [Cell],
    /// The text of its sheet.
    pub(super) file: FileId,
    /// The same.
    pub(super) source: &'a Source,
}

impl Row<'_> {
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
            Content::Text(text) => {
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
    pub(super) fn value(&self, column: Column) -> Option<Value<'_>> {
        let at = self.header.at(column)?;
        let cell = self.cells.iter().find(|cell| cell.column == at)?;
        Some(Value { content: &cell.content, place: self.place_at(at) })
    }

    /// Reads a cell that may be empty.
    pub(super) fn optional<T>(
        &self,
        cx: &mut Context<'_>,
        column: Column,
        read: Reader<T>,
    ) -> Result<Option<T>, Reported> {
        let Some(value) = self.value(column) else { return Ok(None) };
        if !value.is_sound(cx) {
            return Err(Reported);
        }
        read(&value, cx).map(Some).ok_or(Reported)
    }

    /// Reads a cell that must be filled.
    pub(super) fn required<T>(
        &self,
        cx: &mut Context<'_>,
        column: Column,
        read: Reader<T>,
    ) -> Option<T> {
        let found = self.optional(cx, column, read).ok()?;
        if found.is_none() {
            self.report_missing(column, cx);
        }
        found
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
