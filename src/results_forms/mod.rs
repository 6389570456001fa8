//! Workbooks in which units write down their results (XLSX).
//!
//! In go the tables of results as the reader of results knows them, the unit's tasks and the awards there are; out comes a
//! workbook with a sheet for each table: titles, cells to fill in, lists to choose from, days and numbers that Excel
//! checks, everything else protected; and a sheet that says how. What a unit fills in is read without an edit.
//!
//! `form` is what it is made of; `guide` writes the sheet for people, `sheet` the tables, in the letters of other workbooks (`xlsx`).

mod form;
mod guide;
mod sheet;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

pub(crate) use form::{FormWords, LastFigures, ResultsForm};

/// Makes a workbook. The same unit, tasks and figures give the same bytes.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn workbook(form: &ResultsForm<'_>) -> Result<Vec<u8>, String> {
    write(form).map_err(|error| error.to_string())
}

fn write(form: &ResultsForm<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let date = ExcelDateTime::from_ymd(form.year.get(), 1, 1)?;
    let properties = DocProperties::new()
        .set_title(&form.words.title)
        .set_author(form.unit)
        .set_creation_datetime(&date);
    workbook.set_properties(&properties);
    guide::write(workbook.add_worksheet(), form)?;
    for table in form.tables {
        sheet::write(workbook.add_worksheet(), table, form)?;
    }
    sheet::awards(workbook.add_worksheet(), form)?;
    workbook.save_to_buffer()
}
