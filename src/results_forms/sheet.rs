//! A table to be filled in: titles, cells with what may stand in them, and the list of awards that they choose from.

use rust_xlsxwriter::{
    DataValidation, DataValidationRule, ExcelDateTime, Format, FormatAlign, Formula,
    ProtectionOptions, Worksheet, XlsxError,
};

use super::form::{ResultsForm, SIZE};
use crate::records::{FormColumn, FormHolds, FormTable};
use crate::xlsx::{A4, framed, head, plain};

/// How many rows can be filled in where the tasks do not say it.
const ROWS: u32 = 200;
/// The sheet with the names of awards; it is hidden, and not read.
const AWARDS: &str = "Danh mục";
/// How many letters of a task stand on a line, and how high a line is, points.
const LETTERS: u32 = 52;
const LINE: f64 = 16.0;
/// The last year of a day that may come later.
const LATER: u16 = 5;

/// Writes a table.
pub(super) fn write(
    sheet: &mut Worksheet,
    table: &FormTable,
    form: &ResultsForm<'_>,
) -> Result<(), XlsxError> {
    sheet.set_name(table.title)?;
    let has_tasks = table.columns.iter().any(|column| column.holds == FormHolds::Task);
    let rows = if has_tasks { count(form.tasks.len()) } else { ROWS };
    let head = head(SIZE);
    for (at, column) in (0_u16..).zip(&table.columns) {
        sheet.write_with_format(0, at, column.title, &head)?;
        sheet.set_column_width(at, width(&column.holds))?;
        cells(sheet, at, (column, rows), form)?;
    }
    sheet.set_row_height(0, 34.0)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape();
    sheet.set_paper_size(A4);
    sheet.set_print_fit_to_pages(1, 0);
    let options = ProtectionOptions {
        format_columns: true,
        format_rows: true,
        sort: true,
        ..ProtectionOptions::new()
    };
    sheet.protect_with_options(&options);
    Ok(())
}

/// The cells of a column, below its title.
fn cells(
    sheet: &mut Worksheet,
    at: u16,
    (column, rows): (&FormColumn, u32),
    form: &ResultsForm<'_>,
) -> Result<(), XlsxError> {
    if rows == 0 {
        return Ok(());
    }
    let look = look(&column.holds);
    for row in 1..=rows {
        let task = form.tasks.get(index(row - 1));
        match (&column.holds, task) {
            (FormHolds::Task, Some(task)) => {
                sheet.set_row_height(row, height(task))?;
                let locked = cell().set_text_wrap().set_locked();
                sheet.write_with_format(row, at, task, &locked)?;
            }
            _ => {
                sheet.write_blank(row, at, &look)?;
            }
        }
    }
    if let Some(check) = check(column, form)? {
        sheet.add_data_validation(1, at, rows, at, &check)?;
    }
    Ok(())
}

/// What may stand in the cells of a column.
fn check(
    column: &FormColumn,
    form: &ResultsForm<'_>,
) -> Result<Option<DataValidation>, XlsxError> {
    let words = form.words;
    let year = form.year.get();
    let check = DataValidation::new();
    let (check, message) = match &column.holds {
        FormHolds::Task | FormHolds::Text => return Ok(None),
        FormHolds::Words(list) => (check.allow_list_strings(list)?, &words.wrong_word),
        FormHolds::Award => {
            let last = form.awards.len().max(1);
            let list = Formula::new(format!("'{AWARDS}'!$A$1:$A${last}"));
            (check.allow_list_formula(list), &words.wrong_word)
        }
        FormHolds::Day | FormHolds::LastDay => {
            let later = if column.holds == FormHolds::LastDay { LATER } else { 0 };
            let first = ExcelDateTime::from_ymd(year, 1, 1)?;
            let last = ExcelDateTime::from_ymd(year + later, 12, 31)?;
            (check.allow_date(DataValidationRule::Between(first, last)), &words.wrong_day)
        }
        FormHolds::Count | FormHolds::Money => (
            check.allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0)),
            &words.wrong_number,
        ),
    };
    let check = check.set_error_title(&words.wrong)?.set_error_message(message)?;
    // What stands beside the cell while it is filled in.
    let check = match column.is_needed {
        true => check
            .set_input_title(column.title)?
            .set_input_message(&words.needed)?,
        false => check,
    };
    Ok(Some(check))
}

/// Writes the names of awards, which cells choose from.
pub(super) fn awards(sheet: &mut Worksheet, form: &ResultsForm<'_>) -> Result<(), XlsxError> {
    sheet.set_name(AWARDS)?;
    for (row, award) in (0..).zip(form.awards) {
        sheet.write_with_format(row, 0, award, &plain(SIZE))?;
    }
    sheet.set_hidden(true);
    Ok(())
}

/// A cell to be filled in.
fn look(holds: &FormHolds) -> Format {
    let look = cell().set_unlocked();
    match holds {
        FormHolds::Day | FormHolds::LastDay => look.set_num_format("dd/mm/yyyy"),
        FormHolds::Money => look.set_num_format("#,##0"),
        FormHolds::Count => look.set_num_format("0"),
        FormHolds::Task | FormHolds::Award | FormHolds::Words(_) | FormHolds::Text => {
            look.set_text_wrap()
        }
    }
}

/// A cell, its letters at the top.
fn cell() -> Format {
    framed(SIZE).set_align(FormatAlign::Top)
}

/// How wide a column is, letters.
fn width(holds: &FormHolds) -> f64 {
    match holds {
        FormHolds::Task => 60.0,
        FormHolds::Text => 40.0,
        FormHolds::Award => 38.0,
        FormHolds::Words(_) | FormHolds::Money => 18.0,
        FormHolds::Day | FormHolds::LastDay => 14.0,
        FormHolds::Count => 12.0,
    }
}

/// How high a row is that holds a task, points.
fn height(task: &str) -> f64 {
    let letters = u32::try_from(task.chars().count()).unwrap_or(u32::MAX);
    f64::from(letters.div_ceil(LETTERS).max(1)) * LINE
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn index(row: u32) -> usize {
    usize::try_from(row).unwrap_or(usize::MAX)
}
