//! The cells of one sheet, wherever they come from, within limits.

use std::path::Path;

use super::error_cells::is_error;
use super::fold::fold;
use crate::calendar::Date;
use crate::diag::{Code, Diagnostic, Place, cell_name};
use crate::folder::{shown, too_large};

/// The most rows of a sheet.
pub(crate) const MOST_ROWS: u32 = 20_000;
/// The most columns of a sheet.
pub(crate) const MOST_COLUMNS: u16 = 64;
/// The most cells of a file.
pub(crate) const MOST_CELLS: usize = 200_000;
/// The most text in the cells of a file, bytes. A workbook keeps a text once, however many
/// cells have it: a small file can hold an endless table.
pub(crate) const MOST_TEXT: u64 = 8 << 20;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum CellContent {
    /// Letters, as they were typed.
    Text(String),
    /// A number.
    Number(f64),
    /// A whole day.
    Day(Date),
    /// A point in time that is no whole day, or a day that no calendar has, as shown.
    NoDay(String),
    /// An error of the spreadsheet, such as `#REF!`.
    Error(String),
    /// A formula without the value that it has.
    Uncomputed,
}

impl CellContent {
    /// What a cell of text holds: an error, when it looks like one.
    pub(crate) fn of_text(text: &str) -> Self {
        if is_error(text) {
            Self::Error(text.trim().to_owned())
        } else {
            Self::Text(text.to_owned())
        }
    }

    /// What it takes of the budget of a file, bytes.
    pub(crate) fn cost(&self) -> usize {
        match self {
            Self::Text(text) => text.len(),
            _ => size_of::<f64>(),
        }
    }

    /// What is wrong with a cell that stands at a place: an error of the spreadsheet, a formula without its value.
    pub(crate) fn fault(&self, place: &Place) -> Option<Diagnostic> {
        match self {
            Self::Error(error) => {
                Some(Diagnostic::error(Code::CellError, place).with("value", error.as_str()))
            }
            Self::Uncomputed => Some(Diagnostic::error(Code::FormulaWithoutValue, place)),
            Self::Text(_) | Self::Number(_) | Self::Day(_) | Self::NoDay(_) => None,
        }
    }

    /// As a person sees it.
    pub(crate) fn shown(&self) -> String {
        match self {
            Self::Text(text) | Self::NoDay(text) | Self::Error(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.slashed(),
            Self::Uncomputed => "=".to_owned(),
        }
    }
}

/// A cell that is not empty. Rows and columns count from 0.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cell {
    /// Its row.
    pub(crate) row: u32,
    /// Its column.
    pub(crate) column: u16,
    /// What it holds.
    pub(crate) content: CellContent,
    /// Whether it only repeats the cell above, with which it is merged.
    pub(crate) is_spread: bool,
}

/// A sheet.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sheet {
    /// The name by which a person finds it.
    pub(crate) name: String,
    /// Its cells by rows and columns, no two at one place.
    pub(crate) cells: Vec<Cell>,
}

impl Sheet {
    /// Its cells row by row.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &[Cell]> {
        self.cells.chunk_by(|a, b| a.row == b.row)
    }
}

/// What of a file may still be read.
#[derive(Debug)]
pub(crate) struct Budget<'a> {
    path: &'a Path,
    cells: usize,
    text: u64,
}

/// Why reading stops.
#[derive(Debug)]
pub(crate) enum ReadStop {
    /// This sheet cannot be used.
    Sheet(Box<Diagnostic>),
    /// The whole file cannot be used.
    File(Box<Diagnostic>),
}

impl<'a> Budget<'a> {
    /// That of a file.
    pub(crate) fn new(path: &'a Path) -> Self {
        Self { path, cells: MOST_CELLS, text: MOST_TEXT }
    }

    /// Takes the room of a cell in a sheet, with so many bytes of text.
    pub(crate) fn take(
        &mut self,
        sheet: &str,
        (row, column): (u32, u32),
        bytes: usize,
    ) -> Result<u16, ReadStop> {
        let within = u16::try_from(column).ok().filter(|column| *column < MOST_COLUMNS);
        let Some(column) = within.filter(|_| row < MOST_ROWS) else {
            let problem = Diagnostic::unplaced(Code::CellTooFar)
                .with("path", shown(self.path))
                .with("cell", format!("{sheet}!{}", cell_name(row, column)))
                .with("rows", MOST_ROWS as usize)
                .with("columns", usize::from(MOST_COLUMNS));
            return Err(ReadStop::Sheet(Box::new(problem)));
        };
        let Some(cells) = self.cells.checked_sub(1) else {
            let problem = Diagnostic::unplaced(Code::TooManyCells)
                .with("path", shown(self.path))
                .with("limit", MOST_CELLS);
            return Err(ReadStop::File(Box::new(problem)));
        };
        let Some(text) = self.text.checked_sub(bytes as u64) else {
            return Err(ReadStop::File(Box::new(too_large(self.path, MOST_TEXT))));
        };
        (self.cells, self.text) = (cells, text);
        Ok(column)
    }
}

/// What people type into a cell for "nothing".
const DASHES: [char; 6] = ['-', '\u{2010}', '\u{2011}', '–', '—', '−'];

/// Words that say the same.
const NOTHING: [&str; 3] = ["không", "không có", "không phát sinh"];
/// The most bytes of a text that can be one of them.
const LONGEST_NOTHING: usize = 40;

/// Whether a text says that there is nothing: a dash does, "(Không có)" does, and so does one without a letter.
pub(crate) fn says_nothing(text: &str) -> bool {
    let is_word = || NOTHING.contains(&fold(text).trim_matches(['(', ')', '.', ' ']));
    text.chars().all(|c| c.is_whitespace() || DASHES.contains(&c))
        || text.len() <= LONGEST_NOTHING && is_word()
}

/// Whether a text has nothing that a person sees.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(result: Result<u16, ReadStop>) -> Result<u16, (bool, Code)> {
        result.map_err(|stop| match stop {
            ReadStop::Sheet(problem) => (false, problem.code),
            ReadStop::File(problem) => (true, problem.code),
        })
    }

    #[test]
    fn every_limit_stops_the_reading() {
        let mut budget = Budget::new(Path::new("a.xlsx"));
        assert_eq!(code(budget.take("Quỹ", (MOST_ROWS - 1, 63), 10)), Ok(63));
        let far = Err((false, Code::CellTooFar));
        assert_eq!(code(budget.take("Quỹ", (MOST_ROWS, 0), 1)), far);
        assert_eq!(code(budget.take("Quỹ", (0, 64), 1)), far);
        assert_eq!(code(budget.take("Quỹ", (u32::MAX - 1, u32::MAX), 1)), far);
        let much = usize::try_from(MOST_TEXT).unwrap_or(usize::MAX);
        assert_eq!(code(budget.take("Quỹ", (0, 0), much)), Err((true, Code::TooLarge)));
        for _ in 1..MOST_CELLS {
            assert_eq!(code(budget.take("Quỹ", (0, 0), 1)), Ok(0));
        }
        assert_eq!(code(budget.take("Quỹ", (0, 0), 1)), Err((true, Code::TooManyCells)));
    }
}
