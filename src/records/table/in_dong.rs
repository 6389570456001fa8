//! Amounts in thousands or millions: the table of the fund is in đồng, and a number without its thousands would be
//! counted as if it were the whole.

use crate::diag::{Arg, Code, Diagnostic, FileId, Place, Sources};
use crate::sheets::Cell;
use crate::sheets::fold;
use crate::values::Context;

/// Units of money other than đồng.
const OTHER: [&str; 9] = [
    "nghìn đồng",
    "ngàn đồng",
    "triệu đồng",
    "tỷ đồng",
    "tỉ đồng",
    "1.000 đồng",
    "1000 đồng",
    "1.000đ",
    "1000đ",
];
/// What says that a unit follows: "Đơn vị tính: nghìn đồng", "Thu (nghìn đồng)".
const BEFORE: [&str; 3] = ["đơn vị", "đvt", "("];

/// Reports, once a sheet, that its heading or its titles name another unit than đồng.
pub(super) fn report_other_unit(
    rows: &[&[Cell]],
    (file, sources): (FileId, &Sources),
    cx: &mut Context<'_>,
) {
    let names_other = |cell: &&Cell| {
        let text = fold(&cell.content.shown());
        let has = |words: &[&str]| words.iter().any(|word| text.contains(*word));
        has(&OTHER) && has(&BEFORE)
    };
    if let Some(cell) = rows.iter().flat_map(|row| row.iter()).find(names_other) {
        let range = sources.get(file).cell_range(cell.row, cell.column);
        let place = Place::new(file, range.unwrap_or_default());
        cx.report(
            Diagnostic::error(Code::InvalidValue, &place)
                .with("expected", Arg::Message("expected-cell-money".into())),
        );
    }
}
