//! One row of a table, which becomes the same tree as an entry in YAML.

use super::cell::{Filled, number};
use super::header::Header;
use super::kind::Column;
use super::known::Known;
use crate::diag::{Code, Diagnostic, FileId, Place, Source};
use crate::sheets::Cell;
use crate::values::Context;
use crate::yaml::{Entry, Node, Value};

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

    /// Which row of the sheet it is, from 0.
    pub(super) fn number(&self) -> u32 {
        self.cells.first().map_or(0, |cell| cell.row)
    }

    /// A cell of this row, empty or not.
    pub(super) fn place_at(&self, column: u16) -> Place {
        let range = self.source.cell_range(self.number(), column);
        Place::new(self.file, range.unwrap_or_default())
    }

    /// Its cells but those that only repeat the row above, with which they are merged.
    pub(super) fn own_cells(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(|cell| !cell.is_spread)
    }

    /// Whether nothing but its number is given.
    pub(super) fn is_empty(&self) -> bool {
        self.own_cells().all(|cell| self.header.is_numbering(cell.column))
    }

    /// Reports cells that belong to no column.
    pub(super) fn report_strays(&self, cx: &mut Context<'_>) {
        for cell in self.own_cells().filter(|cell| self.header.is_bare(cell.column)) {
            let place = self.place_at(cell.column);
            cx.report(Diagnostic::error(Code::CellWithoutColumn, &place));
        }
    }

    /// Reports an award that names another level than the column of levels does.
    pub(super) fn report_other_level(&self, known: &Known<'_>, cx: &mut Context<'_>) {
        let (Some(award), Some(level), Some(date)) =
            (self.cell(Column::Award), self.cell(Column::Level), self.cell(Column::Date))
        else {
            return;
        };
        let (name, own) = (award.content.shown(), level.read(Column::Level, known));
        let by = known.names.awards.level_of_grantor(&name);
        if by.is_some() && own.is_some() && by != own.as_deref() {
            let problem = Diagnostic::error(Code::AwardNotOfLevel, &level.place)
                .with("id", name)
                .with("level", level.content.shown())
                .with("date", date.content.shown());
            level.report(problem, cx);
        }
    }

    /// The cell of a column, if it is not empty.
    pub(super) fn cell(&self, column: Column) -> Option<Filled<'_>> {
        let at = self.header.at(column)?;
        let cell = self.cells.iter().find(|cell| cell.column == at)?;
        Some(Filled {
            content: &cell.content,
            place: self.place_at(at),
            is_spread: cell.is_spread,
        })
    }

    /// The row as an entry of a list in YAML: a map with the values of its cells. Every column has
    /// its key, so that an empty cell is a value that is missing in this place.
    pub(super) fn node(&self, known: &Known<'_>, cx: &mut Context<'_>) -> Node {
        let columns = self.header.columns().filter(|(_, column)| *column != Column::Unit);
        let entries = columns.map(|(at, column)| {
            let place = self.place_at(at);
            // Whoever writes 0 beside an amount says that there is no other.
            let other = match column {
                Column::Received => self.cell(Column::Spent),
                Column::Spent => self.cell(Column::Received),
                _ => None,
            };
            let is_given =
                |cell: &Filled<'_>| other.is_none() || number(cell.content, column) != Some(0);
            let node = match self.cell(column).filter(is_given) {
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

/// The numbers of rows, from 0, as people read them: "5, 8–10".
pub(super) fn row_numbers(rows: &[u32]) -> String {
    let runs = rows.chunk_by(|one, next| *next == one + 1);
    let run = |rows: &[u32]| match rows {
        [first, .., last] => Some(format!("{}–{}", first + 1, last + 1)),
        [one] => Some((one + 1).to_string()),
        [] => None,
    };
    runs.filter_map(run).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_follow_each_other_are_told_together() {
        assert_eq!(row_numbers(&[4, 7, 8, 9]), "5, 8–10");
        assert_eq!(row_numbers(&[0, 1]), "1–2");
        assert_eq!(row_numbers(&[]), "");
    }
}
