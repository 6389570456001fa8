//! A sheet of a workbook as a text: line n is row n, so that a place underlines a cell in its
//! row, and every place can be turned back into the name of its cell.

use std::ops::Range;

/// What stands between two cells of a row.
const BETWEEN: &str = " | ";

/// The most of a cell that the text holds, bytes. Nobody reads more of it under an error.
const LONGEST_CELL: usize = 600;

/// Where the text of a cell begins. Its end follows from the next one, or from the line's.
#[derive(Debug, Clone, Copy)]
struct Mark {
    start: u32,
    row: u32,
    column: u16,
}

/// The text of a sheet while it is put together.
#[derive(Debug, Clone, Default)]
pub struct TableText {
    text: String,
    marks: Vec<Mark>,
    lines: u32,
}

impl TableText {
    /// Adds a cell; rows and columns count from 0 and only grow. An empty cell has a place too,
    /// so that what is missing can be shown.
    pub fn add(&mut self, row: u32, column: u16, shown: &str) {
        while self.lines < row {
            self.text.push('\n');
            self.lines += 1;
        }
        if self.marks.last().is_some_and(|last| last.row == row) {
            self.text.push_str(BETWEEN);
        }
        let start = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        self.marks.push(Mark { start, row, column });
        let cut = &shown[..shown.floor_char_boundary(LONGEST_CELL)];
        self.text.extend(cut.chars().map(folded));
        if cut.len() < shown.len() {
            self.text.push('…');
        }
    }

    /// The text, and where its cells are.
    pub(super) fn finish(self, sheet: String) -> (String, Table) {
        (self.text, Table { sheet, marks: self.marks })
    }
}

/// A character as the line of its row shows it.
fn folded(character: char) -> char {
    match character {
        '\n' | '\r' | '\t' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        other => other,
    }
}

/// Which cell stands where in a text.
#[derive(Debug, Clone)]
pub(super) struct Table {
    sheet: String,
    marks: Vec<Mark>,
}

impl Table {
    /// The name of the cell at an offset into the text, such as `Khen thưởng!D7`.
    pub(super) fn cell(&self, offset: usize, text: &str) -> Option<String> {
        let after = self.marks.partition_point(|mark| mark.start as usize <= offset);
        let mark = self.marks.get(after.checked_sub(1)?)?;
        // Behind the last cell of a row there are only rows without cells.
        if text.get(mark.start as usize..offset)?.contains('\n') {
            return None;
        }
        Some(format!("{}!{}", self.sheet, cell_name(mark.row, mark.column.into())))
    }

    /// The bytes of a cell.
    pub(super) fn range(&self, row: u32, column: u16, text: &str) -> Option<Range<usize>> {
        let at = self
            .marks
            .binary_search_by_key(&(row, column), |mark| (mark.row, mark.column))
            .ok()?;
        let start = self.marks.get(at)?.start as usize;
        let end = match self.marks.get(at + 1) {
            Some(next) if next.row == row => next.start as usize - BETWEEN.len(),
            _ => start + text.get(start..)?.find('\n').unwrap_or(text.len() - start),
        };
        Some(start..end)
    }
}

/// The name of a cell whose row and column count from 0: `D7`, `AA10`.
pub fn cell_name(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    let letters: String = letters.into_iter().rev().collect();
    format!("{letters}{}", u64::from(row) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Sources;

    #[test]
    fn columns_are_lettered_as_spreadsheets_do() {
        for (column, letters) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (51, "AZ"),
            (52, "BA"),
            (701, "ZZ"),
            (702, "AAA"),
            (16_383, "XFD"),
        ] {
            assert_eq!(cell_name(0, column), format!("{letters}1"));
        }
    }

    #[test]
    fn line_n_is_row_n_and_places_name_their_cells() {
        let mut table = TableText::default();
        table.add(4, 0, "Đơn vị");
        table.add(4, 1, "Ngày");
        table.add(6, 1, "hai\ndòng | gạch");
        table.add(6, 2, "");
        table.add(6, 26, "cuối");
        let mut sources = Sources::default();
        let id = sources.add_table("a.xlsx", "Quỹ", table);
        let source = sources.get(id);
        assert_eq!(source.text(), "\n\n\n\nĐơn vị | Ngày\n\nhai dòng | gạch |  | cuối");
        let at = |letters: &str| source.text().find(letters).expect("is there");
        let name = |offset| source.cell(offset);
        assert_eq!(name(at("Đơn vị")).as_deref(), Some("Quỹ!A5"));
        assert_eq!(name(at("Ngày") + 2).as_deref(), Some("Quỹ!B5"));
        assert_eq!(name(at("gạch")).as_deref(), Some("Quỹ!B7"));
        assert_eq!(name(at(" |  | ") + 3).as_deref(), Some("Quỹ!C7"));
        assert_eq!(name(source.text().len()).as_deref(), Some("Quỹ!AA7"));
        assert_eq!(source.line_column(at("gạch")).0, 7);
        // Rows without cells, before and between.
        assert_eq!(name(0), None);
        assert_eq!(name(at("hai") - 1), None);
        assert_eq!(name(source.text().len() + 1), None);
        let shown = |row, column| source.cell_range(row, column).map(|r| &source.text()[r]);
        assert_eq!(shown(4, 1), Some("Ngày"));
        assert_eq!(shown(6, 1), Some("hai dòng | gạch"));
        assert_eq!(shown(6, 2), Some(""));
        assert_eq!(shown(6, 26), Some("cuối"));
        assert_eq!((shown(6, 3), shown(5, 0), shown(7, 0)), (None, None, None));
    }

    #[test]
    fn a_text_that_is_no_table_has_no_cells() {
        let mut sources = Sources::default();
        let id = sources.add("a.yaml", "a: 1\n");
        assert_eq!(sources.get(id).cell(0), None);
        assert_eq!(sources.get(id).cell_range(0, 0), None);
    }

    #[test]
    fn an_endless_cell_is_cut_in_the_text() {
        let mut table = TableText::default();
        table.add(0, 0, &"ữ".repeat(LONGEST_CELL));
        table.add(0, 1, "b");
        let (text, table) = table.finish(String::new());
        assert_eq!(text.chars().filter(|letter| *letter == 'ữ').count(), 200);
        assert_eq!(table.range(0, 1, &text).map(|range| &text[range]), Some("b"));
    }
}
