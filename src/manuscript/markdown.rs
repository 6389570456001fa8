//! Markdown, as programs make it of papers: paragraphs between empty lines, stars of style, tables of pipes, headings.

use super::model::{Cell, Manuscript, Paragraph, Part, Row, Run, Table};

/// Reads a text in Markdown.
pub(super) fn read(text: &str) -> Manuscript {
    let mut parts: Vec<Part> = Vec::new();
    let mut open: Option<String> = None;
    let mut rows: Vec<&str> = Vec::new();
    let close = |open: &mut Option<String>, parts: &mut Vec<Part>| {
        parts.extend(open.take().map(|text| Part::Paragraph(paragraph(&text))));
    };
    for line in text.lines() {
        let line = line.trim();
        if line.starts_with('|') {
            close(&mut open, &mut parts);
            rows.push(line);
            continue;
        }
        if !rows.is_empty() {
            parts.push(Part::Table(table(&std::mem::take(&mut rows))));
        }
        if line.is_empty() || is_rule(line) {
            close(&mut open, &mut parts);
        } else if begins(line) {
            close(&mut open, &mut parts);
            open = Some(line.to_owned());
        } else {
            match &mut open {
                Some(text) => {
                    text.push(' ');
                    text.push_str(line);
                }
                None => open = Some(line.to_owned()),
            }
        }
    }
    if !rows.is_empty() {
        parts.push(Part::Table(table(&rows)));
    }
    close(&mut open, &mut parts);
    Manuscript { parts, ..Manuscript::default() }
}

/// A line across the page.
fn is_rule(line: &str) -> bool {
    line.len() >= 3
        && ["-", "*", "_"]
            .iter()
            .any(|sign| line.replace(sign, "").trim().is_empty())
}

/// Whether a line begins a paragraph, even right below another one: a heading, an item.
fn begins(line: &str) -> bool {
    line.starts_with('#')
        || ["- ", "+ ", "* "].iter().any(|mark| line.starts_with(mark))
        || line.split_once(['.', ')']).is_some_and(|(number, rest)| {
            !number.is_empty()
                && number.len() <= 3
                && number.chars().all(|digit| digit.is_ascii_digit())
                && rest.starts_with(' ')
        })
}

/// A paragraph of a text with stars of style.
fn paragraph(text: &str) -> Paragraph {
    let text = text.trim_start_matches('#').trim();
    let mut paragraph = Paragraph::default();
    // Stars open and close by turns; a backslash makes a sign of what follows.
    let (mut bold, mut italic) = (false, false);
    let mut letters = String::new();
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' if signs.peek().is_some_and(char::is_ascii_punctuation) => {
                letters.extend(signs.next());
            }
            '*' => {
                let mut stars = 1;
                while signs.next_if_eq(&'*').is_some() {
                    stars += 1;
                }
                paragraph.push(Run {
                    text: std::mem::take(&mut letters),
                    bold,
                    italic,
                    font: None,
                });
                bold ^= stars >= 2;
                italic ^= stars % 2 == 1;
            }
            letter => letters.push(letter),
        }
    }
    paragraph.push(Run { text: letters, bold, italic, font: None });
    paragraph.runs.retain(|run| !run.text.is_empty());
    paragraph
}

/// A table of lines with pipes; the line below its titles is none of its rows.
fn table(lines: &[&str]) -> Table {
    let is_line =
        |line: &str| line.contains('-') && line.chars().all(|sign| "|-: ".contains(sign));
    let rows = lines.iter().filter(|line| !is_line(line)).map(|line| {
        let inside = line.strip_prefix('|').unwrap_or(line);
        let inside = inside.strip_suffix('|').unwrap_or(inside);
        let cells = inside.split('|').map(|cell| Cell {
            columns: 1,
            goes_on: false,
            parts: items(cell).into_iter().map(Part::Paragraph).collect(),
        });
        Row { cells: cells.collect() }
    });
    Table { rows: rows.collect() }
}

/// The paragraphs of a cell: a cell of Markdown is one line, in which items stand one behind the other.
fn items(cell: &str) -> Vec<Paragraph> {
    let cell = cell.replace("<br>", "\n").replace("<br/>", "\n");
    let mut found = Vec::new();
    for line in cell.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !line.starts_with("- ") {
            found.push(paragraph(line));
            continue;
        }
        // A dash behind a stop or a semicolon begins the next one; one within a text is a dash.
        let mut rest = line;
        let ends = [". - ", "; - "];
        while let Some(at) = ends.iter().filter_map(|end| rest.find(end)).min() {
            found.push(paragraph(&rest[..=at]));
            rest = rest[at + 1..].trim_start();
        }
        found.push(paragraph(rest));
    }
    found
}
