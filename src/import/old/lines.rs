//! The lines of an old paper, and its tables of tasks.

use crate::import::line::{Letter, Line, plain_if_whole, text_of};
use crate::import::values::markup;
use crate::manuscript::{Manuscript, Part, Row, Table};
use crate::sheets::name_key;

/// A line, or a table of tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Element {
    Line(OldLine),
    /// Rows of cells of lines.
    Tasks(Vec<Vec<Vec<OldLine>>>),
}

/// A line of an old paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OldLine {
    /// Its letters, without the number or dash before them.
    pub(super) text: String,
    /// The same with stars of style, where part of it is bold or italic.
    pub(super) rich: String,
    /// The number or dash: `1.`, `-`.
    pub(super) mark: String,
}

impl OldLine {
    pub(super) fn of(line: &Line) -> Self {
        let mark = line.any_mark();
        let (before, body) = line.letters.split_at(mark);
        Self {
            text: text_of(body).trim().to_owned(),
            rich: rich(body),
            mark: text_of(before).trim().to_owned(),
        }
    }

    /// Its letters with the mark.
    pub(super) fn whole(&self) -> String {
        format!("{} {}", self.mark, self.text).trim().to_owned()
    }

    /// Its letters as they are compared.
    pub(super) fn key(&self) -> String {
        name_key(&self.text)
    }

    /// Whether all of its letters are capitals.
    pub(super) fn is_in_capitals(&self) -> bool {
        self.text.chars().any(char::is_alphabetic) && self.text == self.text.to_uppercase()
    }
}

/// Letters with stars; a line that is bold or italic as a whole is so by its place.
fn rich(letters: &[Letter]) -> String {
    let mut own = letters.to_vec();
    plain_if_whole(&mut own);
    markup(&own).unwrap_or_else(|_| text_of(&own)).trim().to_owned()
}

/// The elements of a text: what stands side by side comes one after the other.
pub(super) fn elements(text: &Manuscript) -> Vec<Element> {
    let mut found = Vec::new();
    gather(&text.parts, &mut found);
    found
}

fn gather(parts: &[Part], found: &mut Vec<Element>) {
    for part in parts {
        match part {
            Part::Paragraph(paragraph) => {
                let line = Line::of_paragraph(paragraph);
                if line.letters.iter().any(|letter| letter.sign.is_alphanumeric()) {
                    found.push(Element::Line(OldLine::of(&line)));
                }
            }
            Part::Table(table) if is_of_tasks(table) => {
                let rows = table.rows.iter().map(cells).collect();
                match found.last_mut() {
                    // A table that goes on on the next page.
                    Some(Element::Tasks(known)) => known.extend::<Vec<_>>(rows),
                    _ => found.push(Element::Tasks(rows)),
                }
            }
            Part::Table(table) => {
                let columns = table.rows.first().map(|row| row.cells.len());
                let goes_on = matches!(found.last(), Some(Element::Tasks(rows))
                    if rows.first().map(Vec::len) == columns);
                if goes_on && let Some(Element::Tasks(rows)) = found.last_mut() {
                    rows.extend(table.rows.iter().map(cells));
                } else {
                    let cells = table.rows.iter().flat_map(|row| &row.cells);
                    cells.for_each(|cell| gather(&cell.parts, found));
                }
            }
        }
    }
}

/// Whether a table is one of tasks, by the titles of its columns.
fn is_of_tasks(table: &Table) -> bool {
    let Some(first) = table.rows.first() else { return false };
    let titles: Vec<String> = cells(first)
        .iter()
        .map(|cell| cell.iter().map(OldLine::key).collect::<Vec<_>>().join(" "))
        .collect();
    let is_number = |title: &String| ["tt", "stt", "số tt"].contains(&title.as_str());
    let says_tasks = |title: &String| {
        ["nội dung", "nhiệm vụ", "công việc"]
            .iter()
            .any(|word| title.contains(word))
    };
    titles.first().is_some_and(is_number) && titles.get(1).is_some_and(says_tasks)
}

/// The cells of a row, each with its lines.
fn cells(row: &Row) -> Vec<Vec<OldLine>> {
    let lines = |parts: &[Part]| {
        let mut lines = Vec::new();
        for part in parts {
            part.each(&mut |paragraph| {
                let line = Line::of_paragraph(paragraph);
                if !line.letters.is_empty() {
                    lines.push(OldLine::of(&line));
                }
            });
        }
        lines
    };
    row.cells.iter().map(|cell| lines(&cell.parts)).collect()
}
