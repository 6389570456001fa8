//! A sheet as the text that mistakes in it are shown in.

use std::ops::Range;
use std::path::Path;

use super::sheet::{Cell, Sheet};
use crate::diag::{FileId, Sources, TableText};
use crate::folder::shown;

/// Keeps a sheet as a text whose line n is row n. Every row with cells shows the empty ones too, as far as the rows of
/// its `titles` go.
pub(crate) fn kept(
    sheet: &Sheet,
    titles: Range<usize>,
    path: &Path,
    sources: &mut Sources,
) -> FileId {
    let last = |row: &[Cell]| row.last().map_or(0, |cell| cell.column);
    let titles = sheet.rows().skip(titles.start).take(titles.len());
    let width = titles.map(last).max().unwrap_or(0);
    let mut text = TableText::default();
    for row in sheet.rows() {
        for column in 0..=width.max(last(row)) {
            let cell = row.iter().find(|cell| cell.column == column);
            let number = row.first().map_or(0, |cell| cell.row);
            text.add(number, column, &cell.map_or(String::new(), |c| c.content.shown()));
        }
    }
    sources.add_table(shown(path), sheet.name.as_str(), text)
}
