//! Where the titles of a sheet stand, and over which column each is.
//!
//! A sheet may have a heading of its own above them ("BIỂU TỔNG HỢP …"). Titles may stand in several rows
//! below each other: "Số lượng" over "Tập thể" and "Cá nhân", "(đồng)" below "Thu", the numbers of the columns.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::results::RecordKind;
use super::kind::Column;
use crate::sheets::fold;
use crate::sheets::{
    Cell, CellContent, Sheet, bare_title, is_numbered, is_numbering, is_total,
};

/// The most rows that are searched for the titles.
const MOST_HEADING: usize = 20;
/// The most cells of a row of a heading.
const MOST_PARTS: usize = 3;
/// The most rows of titles.
const MOST_TITLES: usize = 4;
/// The fewest titles of a row that says them again.
const LEAST_SAID: usize = 2;
/// What a column is by its title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A column of the table.
    Column(Column),
    /// It numbers the rows.
    Numbering,
}

/// The title over a column.
#[derive(Debug)]
pub(super) struct Title<'c> {
    /// Its cell, the lowest one where there are several.
    pub(super) cell: &'c Cell,
    /// What it says; none when the table has no such column.
    pub(super) meaning: Option<Meaning>,
}

impl Title<'_> {
    /// Whether it is one of the other titles that people give its column.
    pub(super) fn is_other(&self) -> bool {
        let said = said(self.cell);
        let is_said = |column: Column| column.other_titles().contains(&said.as_str());
        matches!(self.meaning, Some(Meaning::Column(column)) if is_said(column))
    }
}

/// The rows of a sheet that hold titles. Of the rows up to the first one that is no heading, the one with
/// the most titles that are known, the first where none has any; and those right beside it that belong to it.
pub(super) fn titles_at(sheet: &Sheet, kind: RecordKind) -> Range<usize> {
    let rows: Vec<&[Cell]> = sheet.rows().take(MOST_HEADING + MOST_TITLES).collect();
    let mut is_over = false;
    let of_text = rows.iter().take(MOST_HEADING).take_while(|row| {
        let goes_on = !is_over;
        is_over = !is_heading(row);
        goes_on
    });
    let counted = of_text.map(|row| known(row, kind)).enumerate();
    let best = counted.fold((0, 0), |best, found| if found.1 > best.1 { found } else { best });
    let mut titles = best.0..best.0 + usize::from(!rows.is_empty());
    if best.1 == 0 {
        return titles;
    }
    let is_above = |at: usize| rows.get(at).is_some_and(|row| known(row, kind) > 0);
    while titles.start > 0 && is_above(titles.start - 1) {
        titles.start -= 1;
    }
    while titles.len() < MOST_TITLES
        && let (Some(above), Some(next)) = (rows.get(titles.clone()), rows.get(titles.end))
        && goes_on(above, next, kind)
    {
        titles.end += 1;
    }
    titles
}

/// The title over each column that has one.
pub(super) fn titles<'c>(rows: &[&'c [Cell]], kind: RecordKind) -> Vec<Title<'c>> {
    let columns: BTreeSet<u16> = rows
        .iter()
        .flat_map(|row| row.iter().map(|cell| cell.column))
        .collect();
    let said: Vec<&[Cell]> = rows.iter().copied().filter(|row| !is_numbered(row)).collect();
    let title = |column: u16| {
        let (at, cell) = said.iter().enumerate().rev().find_map(|(at, row)| {
            let cell = row.iter().find(|cell| cell.column == column)?;
            (!is_explanation(cell)).then_some((at, cell))
        })?;
        let above = said.get(..at).unwrap_or_default();
        Some(Title { cell, meaning: meaning(cell, above, kind) })
    };
    let mut found: Vec<Title<'c>> = columns.into_iter().filter_map(title).collect();
    // Of two columns that could be one, that with the title itself is.
    found.sort_by_cached_key(Title::is_other);
    found
}

/// All columns of a table.
pub(super) fn all(kind: RecordKind) -> impl Iterator<Item = Column> {
    std::iter::once(Column::Unit).chain(kind.columns().iter().map(|(column, _)| *column))
}

/// How many cells of a row are titles that are known.
fn known(row: &[Cell], kind: RecordKind) -> usize {
    row.iter()
        .filter(|cell| by_itself(&said(cell), kind).is_some())
        .count()
}

fn said(cell: &Cell) -> String {
    bare_title(&cell.content.shown())
}

/// What a title means that nothing stands over.
fn by_itself(title: &str, kind: RecordKind) -> Option<Meaning> {
    if is_numbering(title) {
        return Some(Meaning::Numbering);
    }
    let exact = all(kind).find(|column| fold(column.title()) == title);
    let known = || all(kind).find(|column| column.other_titles().contains(&title));
    exact.or_else(known).map(Meaning::Column)
}

/// What a title means below others: alone ("Tập thể"), together with the one above it ("Ngày" over "hoàn
/// thành"), or as the whole of what it is a part of ("Cá nhân" over "Tổng số").
fn meaning(cell: &Cell, above: &[&[Cell]], kind: RecordKind) -> Option<Meaning> {
    let title = said(cell);
    by_itself(&title, kind).or_else(|| {
        let over = said(title_over(above, cell.column)?);
        let both = by_itself(&format!("{over} {title}"), kind);
        both.or_else(|| match by_itself(&over, kind)? {
            Meaning::Column(column) if column.is_counted() && is_total(&title) => {
                Some(Meaning::Column(column))
            }
            Meaning::Column(_) | Meaning::Numbering => None,
        })
    })
}

/// The title that stands over a column: one over several columns stands in the first of them.
fn title_over<'c>(above: &[&'c [Cell]], column: u16) -> Option<&'c Cell> {
    above.iter().rev().find_map(|row| {
        let over = row.iter().rev().find(|cell| cell.column <= column)?;
        (!is_explanation(over)).then_some(over)
    })
}

/// Whether the next row belongs to the titles above it. It has titles that are known, explanations and what
/// parts a title; nothing that could be a record is passed over in silence.
fn goes_on(above: &[&[Cell]], next: &[Cell], kind: RecordKind) -> bool {
    let Some(last) = above.last() else { return false };
    let follows = last.first().map(|cell| cell.row + 1) == next.first().map(|cell| cell.row);
    if !follows || is_numbered(last) {
        return false;
    }
    if is_numbered(next) {
        return true;
    }
    let is_part = |cell: &Cell| {
        let over = title_over(above, cell.column);
        let is_of_several = |over: &Cell| over.column < cell.column;
        over.is_some_and(|over| is_of_several(over) || by_itself(&said(over), kind).is_none())
    };
    let (mut has_title, mut has_else) = (false, false);
    let fits = next.iter().filter(|cell| !cell.is_spread).all(|cell| {
        let is_title = meaning(cell, above, kind).is_some();
        has_title |= is_title;
        has_else |= !is_explanation(cell);
        is_text(cell) && (is_title || is_explanation(cell) || is_part(cell))
    });
    fits && (has_title || !has_else)
}

fn is_text(cell: &Cell) -> bool {
    matches!(cell.content, CellContent::Text(_))
}

/// Whether a cell only explains the title above it: "(đồng)".
fn is_explanation(cell: &Cell) -> bool {
    is_text(cell) && said(cell).is_empty()
}

/// Whether a row of the table says the titles of its columns again, as above the next part of it.
pub(super) fn says_titles(row: &[Cell], column_at: impl Fn(u16) -> Option<Column>) -> bool {
    let is_title = |cell: &&Cell| {
        let column = column_at(cell.column);
        is_text(cell) && column.is_some_and(|column| said(cell) == fold(column.title()))
    };
    row.iter().filter(is_title).count() >= LEAST_SAID
}

/// Whether a row can be a heading: a cell alone, which is no record of any table, or a few of several words
/// each. Nothing that could be a record is passed over in silence.
fn is_heading(row: &[Cell]) -> bool {
    let is_of_words = |cell: &Cell| match &cell.content {
        CellContent::Text(text) => {
            let text = text.trim();
            text.contains(' ') && !text.starts_with(|c: char| c.is_ascii_digit())
        }
        _ => false,
    };
    row.len() == 1 || row.len() <= MOST_PARTS && row.iter().all(is_of_words)
}
