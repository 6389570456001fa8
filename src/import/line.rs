//! A paragraph as letters with folded white space: what two texts are compared by.

use crate::blocks::DataPlace;
use crate::docx::{SaidParagraph, Source, is_given};
use crate::manuscript::{Manuscript, Paragraph, Part};
use crate::yaml::{Node, Value};

/// A table and a row of it, each by its number.
pub(super) type RowOf = (usize, usize);

/// A paragraph.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// Its letters; white space is one space, and none at the ends.
    pub(super) letters: Vec<Letter>,
    /// How many of the first letters are a number or a dash that is decided or counted.
    pub(super) mark: usize,
    pub(super) bookmarks: Vec<String>,
    /// The table and the row that it stands in.
    pub(super) row: Option<RowOf>,
    /// Which cell of the row it stands in.
    pub(super) cell: usize,
    /// Where its letters come from; of a text that came in nowhere.
    pub(super) sources: Vec<Source>,
    /// The letters without the mark as they stand in the file, white space and all.
    pub(super) raw: String,
}

/// A letter and its look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Letter {
    pub(super) sign: char,
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// Which of the line's sources it comes from.
    pub(super) source: usize,
}

/// The lines of a paper as its Word file says them.
pub(crate) fn lines_of_paper(paper: &[SaidParagraph]) -> Vec<Line> {
    let lines = paper.iter().map(Line::of_said);
    lines.filter(|line| !line.letters.is_empty()).collect()
}

/// The lines of a text that came in.
pub(crate) fn lines_of_manuscript(text: &Manuscript) -> Vec<Line> {
    let (mut found, mut tables) = (Vec::new(), 0);
    gather(&text.parts, (None, 0), &mut tables, &mut found);
    // A line drawn of signs says nothing; one sign can be a figure that is not there.
    found.retain(|line: &Line| {
        let has_words = line.letters.iter().any(|letter| letter.sign.is_alphanumeric());
        has_words || (1..=2).contains(&line.letters.len())
    });
    let is_of_paper = |line: &Line| line.bookmarks.iter().any(|name| is_given(name));
    if !found.iter().any(is_of_paper) {
        // Where nobody had styles, a line is bold as a whole by its place.
        found.iter_mut().for_each(|line| plain_if_whole(&mut line.letters));
    }
    found
}

/// The lines that the values of a file are, whatever paper is made of them.
pub(crate) fn lines_of_values(node: &Node) -> Vec<Line> {
    match &node.value {
        Value::Scalar(text) => vec![Line::of_paragraph(&Paragraph::of(text))],
        Value::List(items) => items.iter().flat_map(lines_of_values).collect(),
        Value::Map(entries) => entries
            .iter()
            .flat_map(|entry| lines_of_values(&entry.node))
            .collect(),
        Value::Null | Value::Wrong => Vec::new(),
    }
}

/// Takes the look from letters that all have it.
pub(super) fn plain_if_whole(letters: &mut [Letter]) {
    let words = |look: fn(&Letter) -> bool| {
        letters.iter().filter(|letter| letter.sign != ' ').all(look)
    };
    let (bold, italic) = (words(|letter| letter.bold), words(|letter| letter.italic));
    for letter in letters {
        letter.bold &= !bold;
        letter.italic &= !italic;
    }
}

fn gather(
    parts: &[Part],
    (row, cell): (Option<RowOf>, usize),
    tables: &mut usize,
    found: &mut Vec<Line>,
) {
    for part in parts {
        match part {
            Part::Paragraph(paragraph) => {
                found.push(Line { row, cell, ..Line::of_paragraph(paragraph) });
            }
            Part::Table(table) => {
                let number = *tables;
                *tables += 1;
                for (at, own) in table.rows.iter().enumerate() {
                    for (column, cell) in own.cells.iter().enumerate() {
                        gather(&cell.parts, (Some((number, at)), column), tables, found);
                    }
                }
            }
        }
    }
}

impl Line {
    fn of_said(said: &SaidParagraph) -> Self {
        let mut line = Self {
            letters: Vec::new(),
            mark: 0,
            bookmarks: said.bookmark.iter().cloned().collect(),
            row: said.row,
            cell: said.cell,
            sources: Vec::new(),
            raw: String::new(),
        };
        for piece in &said.pieces {
            let source = match line.sources.iter().position(|known| *known == piece.source) {
                Some(at) => at,
                None => {
                    line.sources.push(piece.source.clone());
                    line.sources.len() - 1
                }
            };
            let is_mark = piece.source == Source::Mark;
            line.push(&piece.text, (piece.bold, piece.italic), source);
            if is_mark {
                line.mark = line.letters.len();
            } else {
                line.raw.push_str(&piece.text);
            }
        }
        line.finish();
        line
    }

    pub(super) fn of_paragraph(paragraph: &Paragraph) -> Self {
        let mut line = Self {
            letters: Vec::new(),
            mark: 0,
            bookmarks: paragraph.bookmarks.clone(),
            row: None,
            cell: 0,
            sources: Vec::new(),
            raw: paragraph.text(),
        };
        if let Some(number) = &paragraph.number {
            line.push(number, (false, false), 0);
            line.push(" ", (false, false), 0);
            line.mark = line.letters.len();
        }
        for run in &paragraph.runs {
            line.push(&run.text, (run.bold, run.italic), 0);
        }
        line.finish();
        line
    }

    /// Adds letters, white space folded.
    fn push(&mut self, text: &str, (bold, italic): (bool, bool), source: usize) {
        for sign in text.chars() {
            let sign = if sign.is_whitespace() { ' ' } else { sign };
            let is_first = self.letters.is_empty();
            if sign == ' '
                && (is_first || self.letters.last().is_some_and(|last| last.sign == ' '))
            {
                continue;
            }
            self.letters.push(Letter { sign, bold, italic, source });
        }
    }

    fn finish(&mut self) {
        while self.letters.last().is_some_and(|last| last.sign == ' ') {
            self.letters.pop();
        }
        self.mark = self.mark.min(self.letters.len());
        fill_spaces(&mut self.letters);
    }

    /// Its letters, with its mark.
    pub(crate) fn text(&self) -> String {
        text_of(&self.letters)
    }

    /// How many letters its mark has, whether somebody counted or typed it.
    pub(super) fn any_mark(&self) -> usize {
        if self.mark > 0 { self.mark } else { typed_mark(&self.letters) }
    }

    /// The letters behind a number or a dash.
    pub(super) fn body(&self) -> &[Letter] {
        &self.letters[self.any_mark()..]
    }

    /// What a bookmark can have been given for: its letters as they stand in the file, and those behind a mark.
    pub(super) fn said(&self) -> [String; 3] {
        [self.raw.clone(), self.raw.trim().to_owned(), text_of(self.body())]
    }

    /// The source of a letter.
    pub(super) fn source(&self, letter: Letter) -> &Source {
        self.sources.get(letter.source).unwrap_or(&Source::Template)
    }

    /// Whether it is nothing but a number that is counted, as that of a row.
    pub(super) fn is_counted(&self) -> bool {
        !self.sources.is_empty() && self.sources.iter().all(|source| *source == Source::Mark)
    }

    /// Whether it is nothing but digits in a table.
    pub(super) fn is_number_in_row(&self) -> bool {
        self.row.is_some() && self.letters.iter().all(|letter| letter.sign.is_ascii_digit())
    }

    /// Whether it is a blank of a draft, which the final paper does not have.
    pub(super) fn is_blank(&self) -> bool {
        !self.sources.is_empty() && self.sources.iter().all(|source| *source == Source::Blank)
    }

    /// The values of the data that it says something of, in order.
    pub(super) fn places(&self) -> impl Iterator<Item = &DataPlace> {
        self.sources.iter().filter_map(|source| match source {
            Source::Value(place) => Some(place),
            Source::Template | Source::Mark | Source::Blank | Source::Key(_) => None,
        })
    }
}

/// Gives spaces a look: they show none, and are bold between bold letters.
pub(super) fn fill_spaces(letters: &mut [Letter]) {
    for at in 0..letters.len() {
        if letters[at].sign.is_whitespace() {
            let look = |one: Option<&Letter>| {
                one.map_or((false, false), |one| (one.bold, one.italic))
            };
            let before = look(at.checked_sub(1).and_then(|at| letters.get(at)));
            let behind = look(letters.get(at + 1));
            letters[at].bold = before.0 && behind.0;
            letters[at].italic = before.1 && behind.1;
        }
    }
}

/// Letters without their looks.
pub(super) fn text_of(letters: &[Letter]) -> String {
    letters.iter().map(|letter| letter.sign).collect()
}

/// How many letters at the beginning are a number or a dash with the space behind it: `- `, `1. `, `2.1. `, `a) `,
/// `IV. `, `Điều 3. `.
fn typed_mark(letters: &[Letter]) -> usize {
    /// The longest mark.
    const LONGEST: usize = 12;
    let text: String = text_of(&letters[..letters.len().min(LONGEST)]);
    let label = ["Điều ", "Phần ", "Chương ", "Mục "]
        .into_iter()
        .find(|label| text.starts_with(label));
    let from = label.map_or(0, str::len);
    let rest = &text[from..];
    let Some((mark, _)) = rest.split_once(' ') else { return 0 };
    let is_dash = ["-", "–", "—", "+", "•", "*"].contains(&mark);
    let number = mark.strip_suffix(['.', ')', ':']).unwrap_or_default();
    let is_counted = |part: &str| {
        let one = part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
        let digits = part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
        let roman = part.bytes().all(|byte| b"IVXLC".contains(&byte));
        !part.is_empty() && (one || digits || roman)
    };
    let is_number = !number.is_empty() && number.split('.').all(is_counted);
    if (is_dash && label.is_none()) || is_number {
        text[..from + mark.len() + 1].chars().count()
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_from_words() {
        for (text, mark) in [
            ("- Sở Nội vụ;", "- "),
            ("1. Mục đích", "1. "),
            ("2.1. Công tác", "2.1. "),
            ("a) Phát động", "a) "),
            ("đ) Khác", "đ) "),
            ("IV. TỔ CHỨC", "IV. "),
            ("Điều 12. Trách nhiệm", "Điều 12. "),
            ("Căn cứ Luật", ""),
            ("2024. Năm", ""),
            ("15/01/2024 là hạn", ""),
            ("-UBND huyện", ""),
            ("Ông A. đề nghị", ""),
        ] {
            let line = Line::of_paragraph(&Paragraph::of(text));
            let found: String = text.chars().take(typed_mark(&line.letters)).collect();
            assert_eq!(found, mark, "{text}");
        }
    }
}
