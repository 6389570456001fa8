//! Writing a sheet: cells with their formats, what stays while one scrolls, how it is printed.

use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Worksheet, XlsxError};

use super::look::{self, A4};
use super::table::{HeadSpan, SheetRow, SheetTable};
use super::value::Value;
use crate::blocks::PaperBlocks;

/// The size of letters in tables.
const SIZE: f64 = 11.0;
/// The size of titles.
const TITLE_SIZE: f64 = 13.0;
/// Points of an inch, in which Excel counts margins.
const INCH: f64 = 72.0;
/// The height of a line, in points.
const LINE: f64 = 15.0;

/// Writes a table onto a sheet.
pub(super) fn write(
    sheet: &mut Worksheet,
    table: &SheetTable,
    paper: &PaperBlocks,
) -> Result<(), XlsxError> {
    sheet.set_name(&table.name)?;
    for (at, column) in table.columns.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "letters of a column")]
        sheet.set_column_width(place(at), column.letters as f64)?;
    }
    let last = place(table.columns.len().saturating_sub(1));
    let mut row = 0;
    for title in &table.title {
        across(
            sheet,
            row,
            last,
            title,
            &plain()
                .set_bold()
                .set_font_size(TITLE_SIZE)
                .set_align(FormatAlign::Center),
        )?;
        row += 1;
    }
    if let Some(reference) = &table.reference {
        across(
            sheet,
            row,
            last,
            reference,
            &plain().set_italic().set_align(FormatAlign::Center),
        )?;
        row += 1;
    }
    if let Some(unit) = &table.unit {
        across(sheet, row, last, unit, &plain().set_italic().set_align(FormatAlign::Right))?;
        row += 1;
    }
    let head = row;
    row = self::head(sheet, table, row)?;
    for own in &table.rows {
        match own {
            SheetRow::Title(title) => {
                across(
                    sheet,
                    row,
                    last,
                    title,
                    &framed().set_bold().set_align(FormatAlign::Left),
                )?;
            }
            SheetRow::Cells(cells) => self::cells(sheet, table, row, cells, false)?,
            SheetRow::Total(cells) => self::cells(sheet, table, row, cells, true)?,
        }
        row += 1;
    }
    for note in &table.notes {
        across(sheet, row, last, note, &plain().set_text_wrap())?;
        row += 1;
    }
    printed(sheet, (head, head + count(table.head.len())), paper)
}

/// Writes the head of a table; the row below it.
fn head(sheet: &mut Worksheet, table: &SheetTable, first: u32) -> Result<u32, XlsxError> {
    let look = look::head(SIZE);
    for (at, spans) in table.head.iter().enumerate() {
        let row = first + count(at);
        let lines = |span: &HeadSpan| {
            let own = table.columns.iter().skip(span.column).take(span.columns);
            let letters: usize = own.map(|column| column.letters).sum();
            wrapped(&span.text, letters).div_ceil(span.rows)
        };
        height(sheet, row, spans.iter().map(lines).max().unwrap_or(1))?;
        for span in spans {
            let (left, right) = (place(span.column), place(span.column + span.columns - 1));
            let below = row + count(span.rows) - 1;
            if (left, row) == (right, below) {
                sheet.write_string_with_format(row, left, &span.text, &look)?;
            } else {
                sheet.merge_range(row, left, below, right, &span.text, &look)?;
            }
        }
    }
    Ok(first + count(table.head.len()))
}

fn cells(
    sheet: &mut Worksheet,
    table: &SheetTable,
    row: u32,
    cells: &[Value],
    is_total: bool,
) -> Result<(), XlsxError> {
    let mut lines = 1;
    for (at, (value, column)) in cells.iter().zip(&table.columns).enumerate() {
        let align = if column.is_centred { FormatAlign::Center } else { FormatAlign::Left };
        let look = framed()
            .set_align(align)
            .set_align(FormatAlign::VerticalCenter)
            .set_text_wrap();
        let look = if is_total { look.set_bold() } else { look };
        let at = place(at);
        match value {
            Value::Text(text) => {
                lines = lines.max(wrapped(text, column.letters));
                sheet.write_string_with_format(row, at, text, &look)?;
            }
            Value::Number { number, decimals, is_percent } => {
                let format = number_format(*decimals, *is_percent);
                sheet.write_number_with_format(
                    row,
                    at,
                    *number,
                    &look.set_num_format(format),
                )?;
            }
            Value::Year(year) => {
                sheet.write_number_with_format(row, at, *year, &look.set_num_format("0"))?;
            }
            Value::Day(day) => {
                let part = |number: u32| u8::try_from(number).unwrap_or(1);
                let year = u16::try_from(day.year()).unwrap_or(1900);
                let day = ExcelDateTime::from_ymd(year, part(day.month()), part(day.day()))?;
                sheet.write_datetime_with_format(
                    row,
                    at,
                    &day,
                    &look.set_num_format("dd/mm/yyyy"),
                )?;
            }
        }
    }
    height(sheet, row, lines)
}

/// How many lines a text has in a column of so many letters; words are not parted.
fn wrapped(text: &str, letters: usize) -> usize {
    let line = |line: &str| {
        let (mut lines, mut used) = (1, 0);
        for word in line.split(' ').map(|word| word.chars().count()) {
            if used > 0 && used + 1 + word > letters {
                lines += 1;
                used = word;
            } else {
                used += word + usize::from(used > 0);
            }
        }
        lines
    };
    text.lines().map(line).sum::<usize>().max(1)
}

/// Makes a row as high as so many lines.
fn height(sheet: &mut Worksheet, row: u32, lines: usize) -> Result<(), XlsxError> {
    if lines > 1 {
        #[expect(clippy::cast_precision_loss, reason = "lines of a cell")]
        sheet.set_row_height(row, LINE * lines as f64)?;
    }
    Ok(())
}

/// How a number is shown, by its decimals: Excel puts the marks of its own language between the digits.
fn number_format(decimals: usize, is_percent: bool) -> String {
    let mut format = "#,##0".to_owned();
    if decimals > 0 {
        format.push('.');
        format.push_str(&"0".repeat(decimals));
    }
    if is_percent {
        format.push('%');
    }
    format
}

/// Writes a text over all columns.
fn across(
    sheet: &mut Worksheet,
    row: u32,
    last: u16,
    text: &str,
    look: &Format,
) -> Result<(), XlsxError> {
    if last == 0 {
        sheet.write_string_with_format(row, 0, text, look)?;
    } else {
        sheet.merge_range(row, 0, row, last, text, look)?;
    }
    Ok(())
}

/// How the sheet is printed and scrolled: the rows of its head stand again on every page.
fn printed(
    sheet: &mut Worksheet,
    (head, below): (u32, u32),
    paper: &PaperBlocks,
) -> Result<(), XlsxError> {
    sheet.set_landscape();
    sheet.set_paper_size(A4);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_print_center_horizontally(true);
    let margins = &paper.looks.margins;
    let [left, right, top, bottom] =
        [margins.left, margins.right, margins.top, margins.bottom].map(|margin| margin / INCH);
    sheet.set_margins(left, right, top, bottom, top / 2.0, bottom / 2.0);
    sheet.set_footer("&C&\"Times New Roman,Regular\"&P");
    if below > head {
        sheet.set_repeat_rows(head, below - 1)?;
        sheet.set_freeze_panes(below, 0)?;
    }
    Ok(())
}

fn plain() -> Format {
    look::plain(SIZE)
}

fn framed() -> Format {
    look::framed(SIZE)
}

/// A column as Excel counts it; one that it does not have is refused when it is written.
fn place(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}
