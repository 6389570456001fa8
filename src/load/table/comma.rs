//! CSV files, each one sheet.

use std::path::Path;

use csv::{ByteRecord, ReaderBuilder};

use super::kind::Kind;
use super::sheet::{Budget, Cell, Content, Sheet, Stop, is_blank};

/// What programs put between the cells of a row; which one hangs on the system's language.
const DELIMITERS: [u8; 3] = [b';', b',', b'\t'];

/// A line that ends the text. If it does not come out as a row of its own, a quotation mark
/// before it was left open.
const LAST_LINE: &str = "\n\u{1E}";

/// Reads a text as the sheet of a table.
///
/// # Errors
/// When it goes beyond the limits.
pub(super) fn sheet(text: &str, kind: Kind, path: &Path) -> Result<Parsed, Stop> {
    let mut budget = Budget::new(path);
    let whole = [text, LAST_LINE].concat();
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter(text))
        .has_headers(false)
        .flexible(true)
        .from_reader(whole.as_bytes());
    let mut cells: Vec<Cell> = Vec::new();
    let (mut record, mut row, mut start) = (ByteRecord::new(), 0_u32, 0);
    let mut is_closed = false;
    // Reading from memory cannot fail, and a field may hold any bytes.
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        row += empty_lines(whole.as_bytes(), start);
        start = usize::try_from(reader.position().byte()).unwrap_or(whole.len());
        if start >= whole.len() && record == [LAST_LINE.trim_start()][..] {
            is_closed = true;
            break;
        }
        for (column, field) in (0_u32..).zip(&record) {
            let text = String::from_utf8_lossy(field);
            if is_blank(&text) {
                continue;
            }
            let column = budget.take(kind.title(), (row, column), text.len())?;
            let text = text.strip_suffix(LAST_LINE).unwrap_or(&text).to_owned();
            cells.push(Cell { row, column, content: Content::Text(text) });
        }
        row += 1;
    }
    let last = cells.last().map(|cell| (cell.row, cell.column));
    Ok(Parsed {
        sheet: Sheet { kind, name: kind.title().to_owned(), cells },
        unclosed: last.filter(|_| !is_closed),
    })
}

/// A sheet, with row and column of the cell whose quotation mark is never closed.
#[derive(Debug)]
pub(super) struct Parsed {
    /// The sheet.
    pub(super) sheet: Sheet,
    /// That cell, if there is one.
    pub(super) unclosed: Option<(u32, u16)>,
}

/// How many empty lines begin at an offset: the reader skips them, spreadsheets count them.
fn empty_lines(bytes: &[u8], start: usize) -> u32 {
    let mut before = start.checked_sub(1).map(|at| bytes[at]);
    let mut count = 0;
    for byte in &bytes[start..] {
        match (before, byte) {
            // The second half of a line end.
            (Some(b'\r'), b'\n') => {}
            (_, b'\r' | b'\n') => count += 1,
            _ => break,
        }
        before = Some(*byte);
    }
    count
}

/// What stands most often between the titles, outside quotation marks.
fn delimiter(text: &str) -> u8 {
    let line = text.lines().find(|line| !is_blank(line)).unwrap_or_default();
    let bare: Vec<u8> = line.split('"').step_by(2).flat_map(str::bytes).collect();
    let count = |delimiter: &u8| bare.iter().filter(|byte| *byte == delimiter).count();
    // Of equals the first one, as `max_by_key` would take the last.
    DELIMITERS.into_iter().rev().max_by_key(count).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Row, column and text of each cell.
    fn cells(text: &str) -> Vec<(u32, u16, String)> {
        let parsed = sheet(text, Kind::Fund, Path::new("quy.csv")).expect("small");
        assert_eq!(parsed.unclosed, None, "{text}");
        let show = |cell: Cell| (cell.row, cell.column, cell.content.shown());
        parsed.sheet.cells.into_iter().map(show).collect()
    }

    fn cell(row: u32, column: u16, text: &str) -> (u32, u16, String) {
        (row, column, text.to_owned())
    }

    #[test]
    fn the_titles_tell_the_delimiter() {
        for text in ["a;b;c,d\n1;2;3", "a,b,\"c;;;d\"\n1,2,3", "a\tb\tc, d\n1\t2\t3"] {
            assert_eq!(cells(text)[3..], [cell(1, 0, "1"), cell(1, 1, "2"), cell(1, 2, "3")]);
        }
        assert_eq!(delimiter("a"), b';');
        assert_eq!(delimiter("\n \na,b;c"), b';');
    }

    #[test]
    fn rows_count_as_spreadsheets_count_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["", "", "a;b", "", "\"c\nd\";e", ";;", " ; ", "", "", "f;g"].join(end);
            let rows: Vec<u32> = cells(&text).iter().map(|cell| cell.0).collect();
            assert_eq!(rows, [2, 2, 4, 4, 9, 9], "{end:?}");
        }
    }

    #[test]
    fn quotation_marks_hold_delimiters_lines_and_themselves() {
        let text = "a;b\n\"x;\"\"y\"\"\nz\";\"\"\n";
        assert_eq!(cells(text)[2..], [cell(1, 0, "x;\"y\"\nz")]);
        assert_eq!(cells("a;b\n5\" x;7")[2..], [cell(1, 0, "5\" x"), cell(1, 1, "7")]);
        assert_eq!(cells(""), []);
        assert_eq!(cells("\u{1E}\na"), [cell(0, 0, "\u{1E}"), cell(1, 0, "a")]);
    }

    #[test]
    fn a_quotation_mark_left_open_is_found() {
        for text in ["a;b\n1;\"Chi\n2;3\n", "a;b\n1;\"", "a;b\n1;\"x\"\"\n2;3"] {
            let parsed = sheet(text, Kind::Fund, Path::new("quy.csv")).expect("small");
            assert_eq!(parsed.unclosed, Some((1, 1)), "{text}");
        }
    }

    #[test]
    fn limits_hold_for_text_files_too() {
        let wide = ";".repeat(64) + "x";
        let long = "\n".repeat(20_000) + "x";
        for text in [wide, long] {
            assert!(matches!(
                sheet(&text, Kind::Fund, Path::new("quy.csv")),
                Err(Stop::Sheet(_))
            ));
        }
        let many = "x;".repeat(40) + "\n";
        let many = many.repeat(5_001);
        assert!(matches!(sheet(&many, Kind::Fund, Path::new("quy.csv")), Err(Stop::File(_))));
    }
}
