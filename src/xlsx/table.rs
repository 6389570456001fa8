//! What stands on a sheet: a table with its title, its unit, its notes.

use super::value::{Column, Value};
use crate::blocks::{
    Block, HeadCell, Item, Measures, Open, PaperBlocks, Run, TaskGroup, TaskRow,
};

/// A table, and what stands above and below it.
#[derive(Debug, PartialEq)]
pub(super) struct SheetTable {
    /// What the sheet is called.
    pub(super) name: String,
    /// The title, on lines of its own.
    pub(super) title: Vec<String>,
    /// The paper that it goes with.
    pub(super) reference: Option<String>,
    pub(super) unit: Option<String>,
    pub(super) columns: Vec<SheetColumn>,
    /// The head, in one row or two.
    pub(super) head: Vec<Vec<HeadSpan>>,
    pub(super) rows: Vec<SheetRow>,
    pub(super) notes: Vec<String>,
}

/// A column: how its letters stand, and how wide it is in letters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct SheetColumn {
    pub(super) is_centred: bool,
    pub(super) letters: usize,
}

/// A cell of a head: where it stands, and over how many columns and rows.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct HeadSpan {
    pub(super) text: String,
    pub(super) column: usize,
    pub(super) columns: usize,
    pub(super) rows: usize,
}

/// A row.
#[derive(Debug, PartialEq)]
pub(super) enum SheetRow {
    /// The title of a group, over all columns.
    Title(String),
    /// Cells.
    Cells(Vec<Value>),
    /// Cells of sums.
    Total(Vec<Value>),
}

/// What stands for a gap that a person fills.
const GAP: &str = "……";

/// What the tables below a heading are called.
struct Heading {
    name: String,
    title: Vec<String>,
    reference: Option<String>,
}

/// The least and the most letters of a line of a column.
const LETTERS: (usize, usize) = (5, 60);

/// All tables of a paper.
pub(super) fn tables(paper: &PaperBlocks) -> Vec<SheetTable> {
    let mut found: Vec<SheetTable> = Vec::new();
    let paper_title = paper.properties.title.clone();
    let mut heading = Heading {
        name: String::new(),
        title: vec![paper_title.clone()],
        reference: None,
    };
    let (mut unit, mut is_below_table) = (None, false);
    for block in &paper.blocks {
        if is_heading(block) {
            // What stood above belongs to what was told there.
            unit = None;
            is_below_table = false;
        }
        match block {
            Block::AppendixTitle { label, title, reference, .. } => {
                let lines = [Some(label), title.as_ref()].into_iter().flatten();
                heading = Heading {
                    name: label.clone(),
                    title: lines.cloned().collect(),
                    reference: Some(text_of(reference)),
                };
            }
            Block::Section { number, body, .. } | Block::Clause { number, body, .. } => {
                let own = format!("{number} {}", text_of(body));
                heading = Heading {
                    name: own.clone(),
                    title: vec![paper_title.clone(), own],
                    reference: None,
                };
            }
            Block::TableUnit { body } => unit = Some(text_of(body)),
            Block::TaskTable { columns, groups } => {
                found.push(tasks(&heading, columns, groups));
                is_below_table = true;
            }
            Block::DataTable { .. } => {
                found.extend(figures(&heading, unit.take(), block, &paper.measures));
                is_below_table = true;
            }
            Block::Notes { label, items } => {
                if let Some(table) = found.last_mut().filter(|_| is_below_table) {
                    table.notes.push(label.clone());
                    table.notes.extend(items.iter().map(|item| text_of(item)));
                }
            }
            _ => {}
        }
    }
    name(&mut found);
    for table in &mut found {
        widen(table);
    }
    found
}

/// Whether a block begins something of its own.
fn is_heading(block: &Block) -> bool {
    matches!(block, Block::AppendixTitle { .. } | Block::Section { .. } | Block::Clause { .. })
}

/// The table of tasks: what is to be done in one cell, line by line.
fn tasks(heading: &Heading, columns: &[String], groups: &[TaskGroup]) -> SheetTable {
    let of = |(column, text): (usize, &String)| HeadSpan {
        text: text.clone(),
        column,
        columns: 1,
        rows: 1,
    };
    let line = |item: &Item| item.mark.clone().unwrap_or_default() + &text_of(&item.body);
    let lines = |items: &[Item]| items.iter().map(line).collect::<Vec<_>>().join("\n");
    let row = |task: &TaskRow| {
        let said =
            if task.items.is_empty() { text_of(&task.body) } else { lines(&task.items) };
        let mut cells = vec![Column::Figures.value(&task.number), Value::Text(said)];
        if columns.len() > 2 {
            cells.push(Value::Text(lines(&task.agencies)));
        }
        SheetRow::Cells(cells)
    };
    let mut rows = Vec::new();
    for group in groups {
        rows.push(SheetRow::Title(group.title.clone()));
        rows.extend(group.tasks.iter().map(row));
    }
    let column = |at| SheetColumn { is_centred: at == 0, letters: 0 };
    SheetTable {
        name: heading.name.clone(),
        title: heading.title.clone(),
        reference: heading.reference.clone(),
        unit: None,
        columns: (0..columns.len()).map(column).collect(),
        head: vec![columns.iter().enumerate().map(of).collect()],
        rows,
        notes: Vec::new(),
    }
}

/// A table of figures; none of another block.
fn figures(
    heading: &Heading,
    unit: Option<String>,
    block: &Block,
    measures: &Measures,
) -> Option<SheetTable> {
    let Block::DataTable { columns, head, groups, total, .. } = block else { return None };
    let kinds: Vec<Column> = columns.iter().map(|kind| Column::of(kind)).collect();
    let cells = |row: &[Vec<Run>]| {
        let value = |(cell, kind): (&Vec<Run>, &Column)| kind.value(&text_of(cell));
        row.iter().zip(&kinds).map(value).collect::<Vec<_>>()
    };
    let mut rows = Vec::new();
    for group in groups {
        rows.extend(group.title.clone().map(SheetRow::Title));
        rows.extend(group.rows.iter().map(|row| SheetRow::Cells(cells(row))));
        rows.extend(group.total.as_deref().map(|row| SheetRow::Total(cells(row))));
    }
    rows.extend(total.as_deref().map(|row| SheetRow::Total(cells(row))));
    let column = |kind: &String| SheetColumn {
        is_centred: measures.column_kind(kind).is_centred,
        letters: 0,
    };
    Some(SheetTable {
        name: heading.name.clone(),
        title: heading.title.clone(),
        reference: heading.reference.clone(),
        unit,
        columns: columns.iter().map(column).collect(),
        head: spans(head),
        rows,
        notes: Vec::new(),
    })
}

/// Where the cells of a head stand: those of the second row under the first cells that leave room for them.
fn spans(head: &[Vec<HeadCell>]) -> Vec<Vec<HeadSpan>> {
    let size = |number: i64| usize::try_from(number).unwrap_or(1).max(1);
    let mut free: Vec<usize> = Vec::new();
    let mut rows = Vec::new();
    for (at, row) in head.iter().enumerate() {
        let mut room = std::mem::take(&mut free).into_iter();
        let mut column = 0;
        let mut spans = Vec::new();
        for cell in row {
            let (columns, rows) = (size(cell.columns), size(cell.rows).min(head.len() - at));
            if at > 0 {
                column = room.next().unwrap_or(column);
            }
            if rows == 1 {
                free.extend(column..column + columns);
            }
            spans.push(HeadSpan { text: text_of(&cell.body), column, columns, rows });
            column += columns;
        }
        rows.push(spans);
    }
    rows
}

/// Gives sheets names that Excel takes: 31 letters, none of a few, none twice.
fn name(tables: &mut [SheetTable]) {
    const MOST: usize = 31;
    let mut taken: Vec<String> = Vec::new();
    for table in tables {
        let letter = |letter: char| if "[]:*?/\\'".contains(letter) { ' ' } else { letter };
        let bare: String = table.name.chars().map(letter).collect();
        let bare = match bare.trim() {
            "" => "Bảng",
            bare => bare,
        };
        let cut =
            |most: usize| bare.chars().take(most).collect::<String>().trim_end().to_owned();
        let numbered = (1..).map(|count| match count {
            1 => cut(MOST),
            _ => {
                let end = format!(" ({count})");
                cut(MOST - end.chars().count()) + &end
            }
        });
        let is_free = |name: &String| !taken.contains(&name.to_lowercase());
        if let Some(name) = { numbered }.find(is_free) {
            taken.push(name.to_lowercase());
            table.name = name;
        }
    }
}

/// Makes columns as wide as their cells and the longest word over them, within bounds.
fn widen(table: &mut SheetTable) {
    for (at, column) in table.columns.iter_mut().enumerate() {
        let word =
            |span: &HeadSpan| span.text.split(' ').map(|word| word.chars().count()).max();
        let over = table
            .head
            .iter()
            .flatten()
            .filter(|span| span.column == at && span.columns == 1);
        let cells = table.rows.iter().filter_map(|row| match row {
            SheetRow::Title(_) => None,
            SheetRow::Cells(cells) | SheetRow::Total(cells) => cells.get(at).map(letters),
        });
        let widest = over.filter_map(word).chain(cells).max().unwrap_or_default();
        column.letters = (widest + 2).clamp(LETTERS.0, LETTERS.1);
    }
}

/// How many letters the longest line of a cell has.
fn letters(value: &Value) -> usize {
    match value {
        Value::Text(text) => text
            .lines()
            .map(|line| line.chars().count())
            .max()
            .unwrap_or_default(),
        Value::Number { number, decimals, .. } => {
            let digits = format!("{number:.0}").len();
            digits + digits / 3 + decimals + 1
        }
        Value::Year(_) => 4,
        Value::Day(_) => 10,
    }
}

/// The letters of runs; a gap that a person fills is dots.
fn text_of(runs: &[Run]) -> String {
    let letters = |run: &Run| match run.is {
        Some(Open::Gap(_)) => GAP.to_owned(),
        _ => run.text.clone(),
    };
    runs.iter().map(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::{Looks, Measures, Properties};

    fn cell(text: &str, columns: i64, rows: i64) -> HeadCell {
        let body = vec![Run {
            text: text.to_owned(),
            bold: false,
            italic: false,
            asked: false,
            is: None,
            place: None,
        }];
        HeadCell { body, columns, rows }
    }

    #[test]
    fn cells_of_a_second_row_stand_below_those_that_leave_room() {
        let head = [
            vec![
                cell("Năm", 1, 2),
                cell("Được tặng", 2, 1),
                cell("Quỹ", 1, 2),
                cell("Kiểm tra", 2, 1),
            ],
            vec![cell("a", 1, 1), cell("b", 1, 1), cell("c", 1, 1), cell("d", 1, 1)],
        ];
        let spans = spans(&head);
        let places: Vec<usize> = spans[1].iter().map(|span| span.column).collect();
        assert_eq!(places, [1, 2, 4, 5]);
        assert_eq!(spans[0].iter().map(|span| span.column).collect::<Vec<_>>(), [0, 1, 3, 4]);
    }

    #[test]
    fn names_of_sheets_are_short_and_different() {
        let table = |name: &str| SheetTable {
            name: name.to_owned(),
            title: Vec::new(),
            reference: None,
            unit: None,
            columns: Vec::new(),
            head: Vec::new(),
            rows: Vec::new(),
            notes: Vec::new(),
        };
        let long = "II. Kết quả: thực hiện các nhiệm vụ [2024]";
        let mut tables =
            [table(long), table(long), table(""), table("phụ lục"), table("Phụ lục")];
        name(&mut tables);
        let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "II. Kết quả  thực hiện các nhiệ",
                "II. Kết quả  thực hiện các (2)",
                "Bảng",
                "phụ lục",
                "Phụ lục (2)"
            ]
        );
    }

    /// What stands below a heading is not said of the table above it.
    #[test]
    fn units_and_notes_do_not_go_beyond_their_heading() {
        let section = |body: &str| Block::Section {
            level: 1,
            number: "I.".to_owned(),
            body: cell(body, 1, 1).body,
        };
        let table = || Block::DataTable {
            columns: vec!["text".to_owned()],
            head: vec![vec![cell("Tên", 1, 1)]],
            groups: Vec::new(),
            total: None,
            in_text: false,
        };
        let unit = |body: &str| Block::TableUnit { body: cell(body, 1, 1).body };
        let notes = |label: &str| Block::Notes { label: label.to_owned(), items: Vec::new() };
        let blocks = vec![
            section("một"),
            unit("Đồng"),
            table(),
            notes("Ghi chú"),
            unit("Người"),
            section("hai"),
            notes("Của mục hai"),
            table(),
        ];
        let paper = PaperBlocks {
            properties: Properties::default(),
            looks: Looks::default(),
            measures: Measures::default(),
            draft: None,
            sample: None,
            lying: false,
            blocks,
        };
        let found = tables(&paper);
        assert_eq!(found[0].unit.as_deref(), Some("Đồng"));
        assert_eq!(found[0].notes, ["Ghi chú"]);
        assert_eq!((found[1].unit.as_deref(), found[1].notes.len()), (None, 0));
    }
}
