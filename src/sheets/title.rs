//! What titles and sums look like in anybody's table.

use super::fold::fold;
use super::sheet::Cell;

/// Titles of columns that only number the rows.
const NUMBERING: [&str; 4] = ["tt", "stt", "số tt", "số thứ tự"];

/// What stands before the title of a part: "Trong đó: trực tiếp lao động".
const PART: &str = "trong đó";

/// The fewest columns that are numbered below their titles.
const LEAST_NUMBERED: usize = 3;

/// What stands before sums, and over the column of a whole.
const TOTALS: [&str; 4] = ["tổng", "cộng", "tổng cộng", "tổng số"];

/// Whether a title is that of a column which only numbers the rows.
pub(crate) fn is_numbering(title: &str) -> bool {
    NUMBERING.contains(&title)
}

/// A title as it is compared; what stands in brackets is an explanation: "Thu (đồng)".
pub(crate) fn bare_title(shown: &str) -> String {
    let (title, _) = shown.split_once('(').unwrap_or((shown, ""));
    let folded = fold(title);
    let bare = |title: &str| title.trim_matches([':', '*', '.', ' ']).to_owned();
    let part = folded.strip_prefix(PART).map(bare);
    part.filter(|part| !part.is_empty()).unwrap_or_else(|| bare(&folded))
}

/// Whether a row numbers the columns: "A", "B", "1", "2", "3=4+5".
pub(crate) fn is_numbered(row: &[Cell]) -> bool {
    let own = || row.iter().filter(|cell| !cell.is_spread);
    let mut next = 1;
    own().count() >= LEAST_NUMBERED
        && own().all(|cell| {
            let shown = cell.content.shown();
            let shown = shown.trim().trim_matches(['(', ')']);
            let is_letter = next == 1
                && shown.len() == 1
                && shown.starts_with(|c: char| c.is_ascii_uppercase());
            let (number, _) = shown.split_once('=').unwrap_or((shown, ""));
            let is_next = number.trim().parse() == Ok(next);
            next += u32::from(is_next);
            is_letter || is_next
        })
        && next > 1
}

/// Whether a text is what stands before sums: "Tổng cộng:", "Cộng (I + II)".
pub(crate) fn is_total(text: &str) -> bool {
    let (bare, _) = text.split_once('(').unwrap_or((text, ""));
    TOTALS.contains(&fold(bare).trim_end_matches([':', ' ', '.']))
}
