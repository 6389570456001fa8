//! The letters of a workbook for results, and its paper.

use rust_xlsxwriter::Format;

/// The font of all papers (Decree 30/2020/NĐ-CP, Appendix I, I.4), and its size.
const FONT: &str = "Times New Roman";
const SIZE: f64 = 12.0;

/// The number of A4 among Excel's sizes of paper.
pub(super) const A4: u8 = 9;

/// Letters as all papers have them.
pub(super) fn plain() -> Format {
    Format::new().set_font_name(FONT).set_font_size(SIZE)
}
