//! The table of tasks.

use super::look::cell_inset;
use super::making::{Making, letters_in};
use super::model::{
    Align, Border, Cell, Inline, Letters, Paragraph, Part, Row, Table, Vertical,
};
use super::style::Style;
use crate::blocks::{Item, TaskGroup, TaskRow};

/// The lines of tables, pt.
pub(super) const LINE: f64 = 0.5;
/// Between the paragraphs of a cell, pt.
const BETWEEN: f64 = 2.0;

/// The table of tasks: number, what is to be done and, unless all tasks are the issuer's alone, by whom.
pub(super) fn task_table(
    making: &mut Making<'_>,
    columns: &[String],
    groups: &[TaskGroup],
) -> Part {
    let measures = making.measures;
    let with_agencies = columns.len() > 2;
    let agencies = if with_agencies { measures.task_agencies_width } else { 0.0 };
    let mut widths = vec![
        measures.task_number_width,
        making.room() - measures.task_number_width - agencies,
    ];
    widths.extend(with_agencies.then_some(agencies));
    let head = columns.iter().map(|title| {
        Cell::new(Vertical::Middle, vec![Paragraph::of(Style::CellHead, title).into()])
    });
    let mut rows = vec![Row {
        cells: head.collect(),
        is_head: true,
        is_whole: true,
        ..Row::default()
    }];
    for group in groups {
        let title = Paragraph::of(Style::CellHead, &group.title);
        rows.push(Row {
            cells: vec![Cell::new(Vertical::Middle, vec![title.into()]).over(columns.len())],
            is_whole: true,
            ..Row::default()
        });
        for task in &group.tasks {
            rows.push(row(making, task, with_agencies));
        }
    }
    Part::Table(Table {
        border: Some(Border { width: LINE, colour: None }),
        inset: (
            measures.task_inset.x,
            cell_inset(measures.task_inset.y, making.looks.sizes.table, LINE),
        ),
        above: making.looks.paragraph_spacing,
        below: making.looks.paragraph_spacing,
        ..Table::bare(widths, rows)
    })
}

fn row(making: &mut Making<'_>, task: &TaskRow, with_agencies: bool) -> Row {
    let is_whole = length(making, task) <= making.measures.breakable_row_length;
    let number = Paragraph {
        align: Some(Align::Centre),
        ..Paragraph::new(Style::Cell, vec![Inline::Letters(Letters::mark(&task.number))])
    };
    let said = if task.items.is_empty() {
        let said = making.paragraph(Style::Cell, &[], &task.body);
        vec![Paragraph { align: Some(Align::Justified), ..said }.into()]
    } else {
        items(making, &task.items, Align::Justified)
    };
    let mut cells = vec![
        Cell::new(Vertical::Middle, vec![number.into()]),
        Cell::new(Vertical::Middle, said),
    ];
    if with_agencies {
        let agencies = items(making, &task.agencies, Align::Left);
        cells.push(Cell::new(Vertical::Middle, agencies));
    }
    Row { cells, is_whole, ..Row::default() }
}

/// Items one below the other.
fn items(making: &mut Making<'_>, items: &[Item], align: Align) -> Vec<Part> {
    let mut parts = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let line = making.item(Style::Cell, item);
        let below = (at + 1 < items.len()).then_some(BETWEEN);
        parts.push(Paragraph { align: Some(align), below, ..line }.into());
    }
    parts
}

/// How long a row is, in letters of its middle column: an item takes a line at least, and so does an agency.
fn length(making: &Making<'_>, task: &TaskRow) -> f64 {
    let line = making.measures.task_line_letters;
    let said = if task.items.is_empty() {
        letters_in(&task.body)
    } else {
        task.items.iter().map(|item| letters_in(&item.body).max(line)).sum()
    };
    #[expect(clippy::cast_precision_loss, reason = "agencies of a task")]
    let agencies = task.agencies.len() as f64 * line;
    said.max(agencies)
}
