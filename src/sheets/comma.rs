//! CSV files, each one sheet.
//!
//! A stray quotation mark makes one cell of several rows, and nobody would miss them. So whatever a
//! spreadsheet would not have written is a mistake, with its line: a mark that is never closed, letters
//! behind a closing one, a cell over several lines that holds just what makes rows.

use std::ops::ControlFlow;
use std::path::Path;

use super::sheet::{Budget, Cell, CellContent, ReadStop, Sheet, is_blank, says_nothing};
use crate::diag::Code;

/// What programs put between the cells of a row; which one hangs on the system's language.
const DELIMITERS: [char; 3] = [';', ',', '\t'];

/// How the first line begins that tells a program the delimiter: "sep=;".
const HINT: &str = "sep=";

/// What stands around a cell that holds delimiters or line ends.
const QUOTE: char = '"';

/// Reads a text as a sheet of a name; `titles` tells which row of it, of those with cells, holds the first titles.
///
/// # Errors
/// When it goes beyond the limits.
pub(crate) fn sheet(
    text: &str,
    name: &str,
    path: &Path,
    titles: impl Fn(&Sheet) -> usize,
) -> Result<ParsedSheet, ReadStop> {
    let mut budget = Budget::new(path);
    let mut reader = CommaReader { text, at: 0, line: 1, delimiter: delimiter(text) };
    let (mut cells, mut shapes, mut fault) = (Vec::new(), Vec::new(), None);
    let mut row = 0_u32;
    while fault.is_none() && reader.at < text.len() {
        let mut shape = Shape { row, columns: 0, wrapped: None };
        loop {
            let field = reader.field();
            let at = (row, shape.columns);
            shape.columns += 1;
            if field.wrapped.breaks > 0 {
                shape.wrapped.get_or_insert((at.1, field.wrapped));
            }
            let column = budget.take(name, at, field.text.len());
            let is_hint = at == (0, 0) && field.text.to_lowercase().starts_with(HINT);
            if !is_hint && (!says_nothing(&field.text) || field.fault.is_some()) {
                let content = CellContent::of_text(&field.text);
                cells.push(Cell { row, column: column?, content, is_spread: false });
            }
            if let Some(code) = field.fault {
                fault = Some(CommaFault { at, line: field.wrapped.line, code });
                break;
            }
            if field.next.is_break() {
                break;
            }
        }
        shapes.push(shape);
        row += 1;
    }
    let sheet = Sheet { name: name.to_owned(), cells };
    let fault =
        fault.or_else(|| swallowed(&sheet, titles(&sheet), &shapes, text, reader.delimiter));
    Ok(ParsedSheet { sheet, fault })
}

/// A sheet, and the first thing in it that no spreadsheet would have written.
#[derive(Debug)]
pub(crate) struct ParsedSheet {
    /// The sheet, up to that.
    pub(crate) sheet: Sheet,
    /// What is wrong, if anything is: then rows may be missing.
    pub(crate) fault: Option<CommaFault>,
}

/// What is wrong with the marks of a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct CommaFault {
    /// Row and column of the cell, from 0.
    pub(crate) at: (u32, u32),
    /// The line of the text in which it begins, from 1.
    pub(crate) line: usize,
    /// What is wrong.
    pub(crate) code: Code,
}

/// How a row is made up.
struct Shape {
    row: u32,
    columns: u32,
    /// The first cell with line ends in it.
    wrapped: Option<(u32, Wrapped)>,
}

/// What stands in one cell between quotation marks.
#[derive(Debug, Clone, Copy)]
struct Wrapped {
    /// The line in which it begins.
    line: usize,
    breaks: usize,
    /// Marks that are written twice: whoever did so knows how.
    doubled: usize,
}

/// A cell that holds line ends where it should not: with it the row has another number of cells than
/// the titles, or each of its lines has as many delimiters as a row.
fn swallowed(
    sheet: &Sheet,
    titles: usize,
    shapes: &[Shape],
    text: &str,
    delimiter: char,
) -> Option<CommaFault> {
    let titles = sheet.rows().nth(titles)?.first()?.row;
    let columns = shapes.iter().find(|shape| shape.row == titles)?.columns;
    let between = usize::try_from(columns).unwrap_or(usize::MAX) - 1;
    let wraps = |shape: &&Shape| shape.row >= titles && shape.wrapped.is_some();
    let mut wrapping = shapes.iter().filter(wraps).peekable();
    wrapping.peek()?;
    let unified = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = unified.split('\n').collect();
    let fault = |shape: &Shape| {
        let (column, wrapped) = shape.wrapped?;
        let first = wrapped.line - 1;
        let own = lines.get(first..=first + wrapped.breaks)?;
        let is_row = |line: &&str| line.matches(delimiter).count() == between;
        let code = if shape.columns != columns {
            Code::BrokenRow
        } else if between > 0 && wrapped.doubled == 0 && own.iter().all(is_row) {
            Code::RowsInCell
        } else {
            return None;
        };
        Some(CommaFault { at: (shape.row, column), line: wrapped.line, code })
    };
    wrapping.find_map(fault)
}

/// Reads a text cell by cell.
struct CommaReader<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    delimiter: char,
}

/// A cell.
struct Field {
    text: String,
    wrapped: Wrapped,
    fault: Option<Code>,
    /// Whether the row goes on behind it.
    next: ControlFlow<()>,
}

impl CommaReader<'_> {
    /// The next cell, with what ends it.
    fn field(&mut self) -> Field {
        let mut wrapped = Wrapped { line: self.line, breaks: 0, doubled: 0 };
        let (mut text, mut fault) = (String::new(), None);
        if self.text[self.at..].starts_with(QUOTE) {
            self.at += QUOTE.len_utf8();
            let is_closed = self.quoted(&mut text, &mut wrapped);
            let rest = self.bare();
            if !is_closed {
                fault = Some(Code::UnclosedQuote);
            } else if !is_blank(rest) {
                fault = Some(Code::LettersAfterQuote);
            }
        } else {
            text.push_str(self.bare());
        }
        Field { text, wrapped, fault, next: self.end() }
    }

    /// What stands up to the closing mark; a mark that is written twice is one. Tells whether there is
    /// a closing one.
    fn quoted(&mut self, text: &mut String, wrapped: &mut Wrapped) -> bool {
        let rest = &self.text[self.at..];
        let mut letters = rest.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            match letter {
                QUOTE if letters.next_if(|(_, next)| *next == QUOTE).is_some() => {
                    wrapped.doubled += 1;
                }
                QUOTE => {
                    self.at += at + QUOTE.len_utf8();
                    self.line += wrapped.breaks;
                    return true;
                }
                '\n' => wrapped.breaks += 1,
                '\r' if letters.peek().is_none_or(|(_, next)| *next != '\n') => {
                    wrapped.breaks += 1;
                }
                _ => {}
            }
            text.push(letter);
        }
        self.at = self.text.len();
        self.line += wrapped.breaks;
        false
    }

    /// What stands up to the end of the cell.
    fn bare(&mut self) -> &str {
        let rest = &self.text[self.at..];
        let end = rest.find([self.delimiter, '\n', '\r']).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// Goes over what ends a cell; breaks off at the end of its row.
    fn end(&mut self) -> ControlFlow<()> {
        let rest = &self.text[self.at..];
        if rest.starts_with(self.delimiter) {
            self.at += self.delimiter.len_utf8();
            return ControlFlow::Continue(());
        }
        let end = ["\r\n", "\n", "\r"].into_iter().find(|end| rest.starts_with(end));
        self.at += end.map_or(0, str::len);
        self.line += usize::from(end.is_some());
        ControlFlow::Break(())
    }
}

/// The most lines in which the delimiter is looked for.
const MOST_LINES: usize = 20;

/// What stands in most lines outside quotation marks; of several, what stands there most often. A heading above the titles
/// has commas of its own.
fn delimiter(text: &str) -> char {
    let lines: Vec<&str> =
        text.lines().filter(|line| !is_blank(line)).take(MOST_LINES).collect();
    let in_line = |line: &str, delimiter: char| {
        line.split(QUOTE)
            .step_by(2)
            .map(|part| part.matches(delimiter).count())
            .sum::<usize>()
    };
    let count = |delimiter: &char| {
        let counts = lines.iter().map(|line| in_line(line, *delimiter));
        counts
            .fold((0, 0), |(lines, all), count| (lines + usize::from(count > 0), all + count))
    };
    // Of equals the first one, as `max_by_key` would take the last.
    DELIMITERS.into_iter().rev().max_by_key(count).unwrap_or(',')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first row with several cells, or the first of all.
    fn first_of_words(sheet: &Sheet) -> usize {
        sheet.rows().position(|row| row.len() > 1).unwrap_or_default()
    }

    /// Row, column and text of each cell.
    fn cells(text: &str) -> Vec<(u32, u16, String)> {
        let parsed = sheet(text, "Quỹ", Path::new("quy.csv"), first_of_words).expect("small");
        assert_eq!(parsed.fault, None, "{text}");
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
        assert_eq!(cells("sep=;\na;b\n")[..], [cell(1, 0, "a"), cell(1, 1, "b")]);
        assert_eq!(delimiter("a"), ';');
        assert_eq!(delimiter("\n \na,b;c"), ';');
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
    fn what_no_spreadsheet_would_have_written_is_found() {
        use Code::{BrokenRow, LettersAfterQuote, RowsInCell, UnclosedQuote};
        for (text, at, line, code) in [
            ("Ngày;Thu\n1;\"Chi\n2;3\n", (1, 1), 2, UnclosedQuote),
            ("Ngày;Thu\n1;\"", (1, 1), 2, UnclosedQuote),
            ("Ngày;Thu\n1;\"x\"\"\n2;3", (1, 1), 2, UnclosedQuote),
            // A mark that is left open ends at the next one.
            ("Ngày;Thu\n1;\"Chi\n2;3\n4;\"x\"\n", (1, 1), 2, LettersAfterQuote),
            ("Ngày;Thu\n1;\"5\" m\n", (1, 1), 2, LettersAfterQuote),
            // One in the same column of another row closes it.
            ("Ngày;Thu;Chi\n1;\"2;3\n4;5\";6\n", (1, 1), 2, RowsInCell),
            ("Ngày;Thu\n\n1;2\n1;\"Chi\r\n2;3\r\n4;x\"\n", (3, 1), 4, RowsInCell),
            // One in another column, too, but then the cells are too few or too many.
            ("Ngày;Thu;Chi\n1;\"2;3\n4;5;6\"\n7;8;9\n", (1, 1), 2, BrokenRow),
            ("Ngày;Thu\n\"1\n2\";3;4\n", (1, 0), 2, BrokenRow),
            ("Ngày;Thu\n\"1\n2\"\n3;4\n", (1, 0), 2, BrokenRow),
            ("Ngày;Thu\n\"a\nb\";2\n\"c\nd\"\n", (2, 0), 4, BrokenRow),
        ] {
            let parsed =
                sheet(text, "Quỹ", Path::new("quy.csv"), first_of_words).expect("small");
            assert_eq!(parsed.fault, Some(CommaFault { at, line, code }), "{text}");
        }
    }

    #[test]
    fn what_a_spreadsheet_writes_is_read() {
        for text in [
            "Ngày;Thu;Nội dung\n1;2;\"a\nb;c\"\n",
            "\"Bảng\nthu chi\"\nNgày;Thu\n1;2\n",
            "Ngày;\"Thu\n(đồng)\"\n1;2\n",
            "Thu\n\"a\nb\"\n",
            "Ngày;Thu\n\"a\"  ;\"b\" \n",
        ] {
            let parsed =
                sheet(text, "Quỹ", Path::new("quy.csv"), first_of_words).expect("small");
            assert_eq!(parsed.fault, None, "{text}");
        }
    }

    #[test]
    fn limits_hold_for_text_files_too() {
        let wide = ";".repeat(64) + "x";
        let long = "\n".repeat(20_000) + "x";
        for text in [wide, long] {
            assert!(matches!(
                sheet(&text, "Quỹ", Path::new("quy.csv"), first_of_words),
                Err(ReadStop::Sheet(_))
            ));
        }
        let many = "x;".repeat(40) + "\n";
        let many = many.repeat(5_001);
        assert!(matches!(
            sheet(&many, "Quỹ", Path::new("quy.csv"), first_of_words),
            Err(ReadStop::File(_))
        ));
    }
}
