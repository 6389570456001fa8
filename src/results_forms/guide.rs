//! The sheet for people: how the others are filled in, and what the unit recorded before.

use rust_xlsxwriter::{FormatAlign, Worksheet, XlsxError};

use super::form::{ResultsForm, SIZE};
use crate::records::GUIDE;
use crate::xlsx::{A4, plain};

/// How wide its columns are, letters.
const WIDTHS: [f64; 2] = [90.0, 18.0];

/// Writes it.
pub(super) fn write(sheet: &mut Worksheet, form: &ResultsForm<'_>) -> Result<(), XlsxError> {
    sheet.set_name(GUIDE)?;
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let bold = plain(SIZE).set_bold();
    let wrapped = plain(SIZE).set_text_wrap().set_align(FormatAlign::Top);
    sheet.write_with_format(0, 0, &form.words.title, &bold.clone().set_font_size(14.0))?;
    sheet.write_with_format(1, 0, form.unit, &bold)?;
    let mut row = 3;
    for line in &form.words.guide {
        sheet.write_with_format(row, 0, line, &wrapped)?;
        row += 1;
    }
    for last in form.last {
        row += 1;
        sheet.write_with_format(row, 0, &last.title, &bold)?;
        row += 1;
        for (name, figure) in &last.figures {
            sheet.write_with_format(row, 0, name, &plain(SIZE))?;
            #[expect(
                clippy::cast_precision_loss,
                reason = "counts and money are far below 2^53"
            )]
            sheet.write_with_format(
                row,
                1,
                *figure as f64,
                &plain(SIZE).set_num_format("#,##0"),
            )?;
            row += 1;
        }
    }
    sheet.set_portrait();
    sheet.set_paper_size(A4);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.protect();
    Ok(())
}
