//! Tables and pictures between the parts of a text.
//!
//! A table is typed, a list of rows the first of which holds the titles; or it is a file of `data/<year>/tables/`. Both give the
//! same table. A row that holds sums is set apart.

use super::named_files::{sheet_named, table_named};
use crate::diag::{Code, Diagnostic, FileId};
use crate::numbers::grouped;
use crate::papers::{PaperTable, TableColumn, Text};
use crate::sheets::{
    Cell, CellContent, Sheet, bare_title, is_numbered, is_numbering, is_total, place, whole,
};
use crate::values::{Context, TableFile, text};
use crate::yaml::{Node, Value, list};

/// The most rows of a table.
const MOST_ROWS: usize = 2_000;
/// The most columns of a table.
const MOST_COLUMNS: usize = 16;
/// The smallest number of a spreadsheet that is parted into groups: years have four digits.
const LEAST_GROUPED: f64 = 10_000.0;

/// Reads a text of a table that is typed.
pub(super) type CellText<'r> = dyn FnMut(&Node, &mut Context<'_>) -> Option<Text> + 'r;

/// The cells of a row; an empty one is none.
type Row = Vec<Option<Text>>;

/// Reads a table that is typed, or that a value names.
pub(super) fn table(
    node: &Node,
    sheet: Option<&str>,
    text: &mut CellText<'_>,
    cx: &mut Context<'_>,
) -> Option<PaperTable> {
    let rows = match &node.value {
        Value::Scalar(_) => match table_named(node, cx)? {
            TableFile::Sheets(sheets) => {
                let (sheet, file) = sheet_named(sheets, sheet, node, cx)?;
                cx.in_file(*file, None, |cx| rows_of_sheet(sheet, *file, cx))?
            }
            TableFile::List(rows) => {
                let read = &mut |node: &Node, cx: &mut Context<'_>| self::text(node, cx);
                cx.in_file(rows.place.file, None, |cx| typed_rows(rows, read, cx))?
            }
        },
        _ => typed_rows(node, text, cx)?,
    };
    made(rows, node, cx)
}

/// A table of rows, the first of which holds the titles.
fn made(mut rows: Vec<Row>, node: &Node, cx: &mut Context<'_>) -> Option<PaperTable> {
    let about = |code| Diagnostic::error(code, &node.place);
    if rows.len() < 2 {
        cx.report(about(Code::TableWithoutRows));
        return None;
    }
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let limit = [(rows.len(), MOST_ROWS), (width, MOST_COLUMNS)];
    if let Some((_, limit)) = limit.into_iter().find(|(count, limit)| count > limit) {
        cx.report(about(Code::TooMuch).with("limit", limit));
        return None;
    }
    let head = rows.remove(0);
    if let Some(row) = rows.iter().find(|row| row.len() > head.len()) {
        let place = row.iter().flatten().find_map(Text::place).map(|found| &found.place);
        let problem = Diagnostic::error(Code::RowTooLong, place.unwrap_or(&node.place));
        cx.report(problem.with("columns", head.len()));
        return None;
    }
    for row in &mut rows {
        row.resize(head.len(), None);
    }
    let says = |row: &Row, is: fn(&str) -> bool| {
        row.iter().flatten().next().is_some_and(|text| is(&text.letters()))
    };
    let is_sum = rows.last().is_some_and(|row| says(row, is_total));
    let mut total = (is_sum && rows.len() > 1).then(|| rows.pop()).flatten();
    let columns: Vec<TableColumn> =
        (0..head.len()).map(|at| column(at, &head, &rows)).collect();
    // "Tổng cộng" stands in the wide column beside the numbers.
    if let (Some(TableColumn::Number), Some([number, next, ..])) =
        (columns.first(), total.as_deref_mut())
        && next.is_none()
    {
        std::mem::swap(number, next);
    }
    Some(PaperTable { caption: None, columns, head, rows, total })
}

/// What a column holds.
fn column(at: usize, head: &Row, rows: &[Row]) -> TableColumn {
    let title = head
        .get(at)
        .and_then(Option::as_ref)
        .map(Text::letters)
        .unwrap_or_default();
    if is_numbering(&bare_title(&title)) {
        return TableColumn::Number;
    }
    let mut cells = rows.iter().filter_map(|row| row.get(at)?.as_ref()).peekable();
    let is_figure = |text: &Text| {
        let letters = text.letters();
        let has_digits = letters.contains(|c: char| c.is_ascii_digit());
        has_digits && letters.chars().all(|c| c.is_ascii_digit() || " .,%-+/".contains(c))
    };
    match cells.peek().is_some() && cells.all(is_figure) {
        true => TableColumn::Figure,
        false => TableColumn::Text,
    }
}

/// The rows of a table that is typed.
fn typed_rows(node: &Node, text: &mut CellText<'_>, cx: &mut Context<'_>) -> Option<Vec<Row>> {
    list(node, cx, |row, cx| list(row, cx, |_, _| Some(())).map(|_| ()))?;
    let mut rows = Vec::new();
    let mut is_sound = true;
    for row in node.items() {
        let mut cells = Vec::new();
        for cell in row.items() {
            let read = match cell.value {
                Value::Null => None,
                _ => {
                    let read = text(cell, cx);
                    is_sound &= read.is_some();
                    read
                }
            };
            cells.push(read);
        }
        rows.push(cells);
    }
    is_sound.then_some(rows)
}

/// The rows of a sheet. A heading above the titles, a cell alone, is told by the paper; a row that numbers the columns is
/// nobody's.
fn rows_of_sheet(sheet: &Sheet, file: FileId, cx: &mut Context<'_>) -> Option<Vec<Row>> {
    let own = |row: &[Cell]| row.iter().filter(|cell| !cell.is_spread).count();
    let rows = sheet
        .rows()
        .skip_while(|row| own(row) < 2)
        .filter(|row| !is_numbered(row));
    let rows: Vec<&[Cell]> = rows.collect();
    let cells = || rows.iter().flat_map(|row| row.iter());
    let first = cells().map(|cell| cell.column).min().unwrap_or_default();
    let last = cells().map(|cell| cell.column).max().unwrap_or_default();
    let mut found = Vec::new();
    let mut is_sound = true;
    for row in rows {
        let cells = (first..=last).map(|column| {
            let cell = row.iter().find(|cell| cell.column == column)?;
            let read = cell_text(cell, file, cx);
            is_sound &= read.is_some();
            read
        });
        found.push(cells.collect());
    }
    is_sound.then_some(found)
}

fn cell_text(cell: &Cell, file: FileId, cx: &mut Context<'_>) -> Option<Text> {
    let place = place(file, cell.row, cell.column, cx.sources());
    if let Some(problem) = cell.content.fault(&place) {
        cx.report(problem);
        return None;
    }
    let shown = match &cell.content {
        CellContent::Number(number) => number_in_words(*number, &cell.content),
        content => content.shown(),
    };
    text(&Node { place, value: Value::Scalar(shown) }, cx)
}

/// A number of a spreadsheet as papers write it: "1.440.000", "72,8".
fn number_in_words(number: f64, content: &CellContent) -> String {
    match whole(content) {
        Some(whole) if number >= LEAST_GROUPED => grouped(whole),
        Some(whole) => whole.to_string(),
        // More digits than these are the machine's, not the writer's.
        None => {
            let digits = format!("{number:.6}");
            digits.trim_end_matches('0').trim_end_matches('.').replace('.', ",")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_papers_write_them() {
        for (number, shown) in [
            (2024.0, "2024"),
            (1_440_000.0, "1.440.000"),
            (72.8, "72,8"),
            (0.1 + 0.2, "0,3"),
            (-1.5, "-1,5"),
        ] {
            assert_eq!(number_in_words(number, &CellContent::Number(number)), shown);
        }
    }
}
