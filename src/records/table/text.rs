//! A sheet as the text that mistakes in it are shown in.

use std::path::Path;

use super::sheet::{Cell, TableSheet};
use super::titles::titles_at;
use crate::diag::{FileId, Sources, TableText};
use crate::folder::shown;

/// Keeps a sheet as a text whose line n is row n. Every row with cells shows the empty ones too,
/// as far as that of the titles goes.
pub(super) fn kept(sheet: &TableSheet, path: &Path, sources: &mut Sources) -> FileId {
    let last = |row: &[Cell]| row.last().map_or(0, |cell| cell.column);
    let titles = titles_at(sheet);
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
