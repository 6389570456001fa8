//! From blocks to a workbook of a paper's tables (XLSX).
//!
//! In go blocks; out comes a workbook with a sheet for each table: numbers and days as Excel counts with them, not as letters;
//! heads that stay while one scrolls, and stand again on every printed page; A4 lying, as wide as the page. A paper
//! without tables makes none.
//!
//! `table` gathers what stands on a sheet, `value` reads printed numbers and days, `sheet` writes.

mod look;
mod sheet;
mod table;
mod value;

pub(crate) use look::{A4, framed, head, plain};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::blocks::PaperBlocks;

/// Makes the workbook of a paper's tables; none of a paper that has none. The same paper gives the same bytes.
///
/// # Errors
/// When it cannot be written, as with more rows than Excel has.
pub(crate) fn workbook(paper: &PaperBlocks) -> Result<Option<Vec<u8>>, String> {
    let tables = table::tables(paper);
    if tables.is_empty() {
        return Ok(None);
    }
    let mut workbook = Workbook::new();
    let write = |workbook: &mut Workbook| -> Result<Vec<u8>, XlsxError> {
        workbook.set_properties(&properties(paper)?);
        for table in &tables {
            sheet::write(workbook.add_worksheet(), table, paper)?;
        }
        workbook.save_to_buffer()
    };
    write(&mut workbook).map(Some).map_err(|error| error.to_string())
}

/// Title, author and day of the file, from the paper and not from the clock.
fn properties(paper: &PaperBlocks) -> Result<DocProperties, XlsxError> {
    let own = &paper.properties;
    let [year, month, day] = own.date;
    let part = |number: i64| u8::try_from(number).unwrap_or(1);
    let date =
        ExcelDateTime::from_ymd(u16::try_from(year).unwrap_or(1900), part(month), part(day))?;
    Ok(DocProperties::new()
        .set_title(&own.title)
        .set_author(&own.author)
        .set_subject(&own.description)
        .set_keywords(own.keywords.join("; "))
        .set_creation_datetime(&date))
}
