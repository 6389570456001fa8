//! Sheets of cells: what workbooks (.xlsx) and CSV files hold, whatever it is used for.
//!
//! In go the bytes of a file, which comes from a stranger; out come [`Sheet`]s within limits, with what is wrong with
//! them. `workbook` and `comma` read, `merged` repeats what goes over several rows. A sheet is kept as a text whose line n is
//! its row n (`text`), so that every mistake is shown in its row and named by its cell. `number` and `day` read what
//! people type into cells, `fold` makes texts comparable, `title` knows titles and sums. What the cells mean is told by who reads them: `records` for
//! results, `load` for the tables of papers.

mod comma;
mod day;
mod error_cells;
mod fold;
mod merged;
mod number;
mod sheet;
mod text;
mod title;
mod workbook;

use std::borrow::Cow;
use std::path::Path;

pub(crate) use day::typed_day;
pub(crate) use fold::{fold, name_key, slug, suggest};
pub(crate) use number::{digits, whole};
#[cfg(test)]
pub(crate) use sheet::MOST_CELLS;
pub(crate) use sheet::{Cell, CellContent, Sheet};
pub(crate) use text::kept;
pub(crate) use title::{bare_title, is_numbered, is_numbering, is_total};
pub(crate) use workbook::{SheetWish, workbook};

use crate::diag::{Code, Diagnostic, FileId, Place, Sources};
use crate::folder::{decoded, in_utf8, shown};
use crate::yaml::old_letters;
use sheet::ReadStop;

/// The ending of workbooks.
pub(crate) const WORKBOOK: &str = "xlsx";
/// The ending of text files.
pub(crate) const COMMA: &str = "csv";

/// The ending of a file's name in small letters.
pub(crate) fn ending(path: &Path) -> String {
    let ending = path.extension().unwrap_or_default();
    ending.to_string_lossy().to_lowercase()
}

/// The sheet of a CSV file, by a name; `titles` tells which row of it, of those with cells, holds the first titles.
pub(crate) fn comma_sheet(
    bytes: Vec<u8>,
    (name, path): (&str, &Path),
    sources: &mut Sources,
    titles: impl Fn(&Sheet) -> usize,
) -> (Option<Sheet>, Vec<Diagnostic>) {
    let text = match decoded(path, in_utf8(bytes), sources) {
        Ok(text) => text,
        Err(problem) => return (None, vec![*problem]),
    };
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    match comma::sheet(text, name, path, &titles) {
        Ok(comma::ParsedSheet { sheet, fault: None }) => (Some(sheet), Vec::new()),
        Ok(comma::ParsedSheet { sheet, fault: Some(fault) }) => {
            let at = titles(&sheet);
            let file = kept(&sheet, at..at + 1, path, sources);
            let (row, column) = fault.at;
            let column = u16::try_from(column).unwrap_or(u16::MAX);
            let problem = Diagnostic::error(fault.code, &place(file, row, column, sources));
            (None, vec![problem.with("line", fault.line)])
        }
        Err(ReadStop::Sheet(problem) | ReadStop::File(problem)) => (None, vec![*problem]),
    }
}

/// Where a cell stands in the text of its sheet.
pub(crate) fn place(file: FileId, row: u32, column: u16, sources: &Sources) -> Place {
    let range = sources.get(file).cell_range(row, column);
    Place::new(file, range.unwrap_or_default())
}

/// That sheets are written in letters of an old font (TCVN3, VNI), if they are; each with its text.
pub(crate) fn old_letters_of<'s>(
    sheets: impl Iterator<Item = (&'s Sheet, FileId)>,
    sources: &Sources,
) -> Option<Diagnostic> {
    old_letters(sheets.flat_map(|(sheet, file)| {
        let shown = move |cell: &Cell| {
            let place = place(file, cell.row, cell.column, sources);
            (Cow::Owned(cell.content.shown()), place)
        };
        sheet.cells.iter().map(shown)
    }))
}

/// A file without a cell.
pub(crate) fn empty(path: &Path, sources: &mut Sources) -> Diagnostic {
    let file = sources.add(shown(path), "");
    Diagnostic::error(Code::EmptyFile, &Place::new(file, 0..0))
}
