//! The letters and the frames of workbooks, and their paper.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The font of all papers (Decree 30/2020/NĐ-CP, Appendix I, I.4).
const FONT: &str = "Times New Roman";
/// The number of A4 among Excel's sizes of paper.
pub(crate) const A4: u8 = 9;

/// Letters of a size, pt.
pub(crate) fn plain(size: f64) -> Format {
    Format::new().set_font_name(FONT).set_font_size(size)
}

/// The same in a frame.
pub(crate) fn framed(size: f64) -> Format {
    plain(size).set_border(FormatBorder::Thin)
}

/// The title of a column.
pub(crate) fn head(size: f64) -> Format {
    framed(size)
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color(Color::RGB(0xF2_F2_F2))
}
