//! Tables of figures: how wide their columns are, in which size, and in how many tables a wide one is parted.
//!
//! The rules are those of `tables.typ`: the largest size in which all columns fit; what does not fit in the smallest
//! goes on in further tables, which repeat the keys of the rows.

use super::look::cell_inset;
use super::making::{Making, letters_in, text_of};
use super::model::{
    Align, Border, Cell, Down, Inline, Letters, Paragraph, Part, Row, Table, Vertical,
};
use super::style::Style;
use super::tasks::LINE;
use crate::blocks::{ColumnKind, ColumnWidth, HeadCell, Inset, RowGroup, Run};
use crate::compile::Face;

/// Beside the letters of a head cell, pt.
const HEAD_INSET: f64 = 2.0;
/// Beside the title of a group, pt.
const TITLE_INSET: f64 = 5.0;
/// What a cell is given beyond its letters, pt: another program counts a hair more.
const SLACK: f64 = 0.6;

/// A table of figures.
pub(super) struct Figures<'b> {
    pub(super) columns: &'b [String],
    pub(super) head: &'b [Vec<HeadCell>],
    pub(super) groups: &'b [RowGroup],
    pub(super) total: Option<&'b [Vec<Run>]>,
    pub(super) is_in_text: bool,
}

/// A cell of the first row of a head, its columns, and the cells below it.
struct HeadBlock<'b> {
    cell: &'b HeadCell,
    from: usize,
    columns: usize,
    below: &'b [HeadCell],
}

/// The size in which a table is set, and how wide its columns have to be.
struct Fit {
    size: f64,
    /// Of columns as wide as what they hold.
    held: Vec<Option<f64>>,
    needed: Vec<f64>,
    fits: bool,
}

/// The tables that a table of figures becomes.
pub(super) fn data_table(making: &mut Making<'_>, figures: &Figures<'_>) -> Vec<Part> {
    let kinds: Vec<ColumnKind> = figures
        .columns
        .iter()
        .map(|name| making.measures.column_kind(name))
        .collect();
    let blocks = head_blocks(figures.head);
    let room = making.room();
    let fit = fitted(making, figures, &kinds, &blocks, room);
    let parted = if fit.fits {
        vec![(0..kinds.len()).collect()]
    } else {
        parted(&kinds, &blocks, &fit.needed, room)
    };
    let mut parts = Vec::new();
    for (at, columns) in parted.iter().enumerate() {
        let widths = widths(making, &kinds, &fit, columns, room);
        let setting = Setting {
            kinds: &kinds,
            blocks: &blocks,
            columns,
            widths: &widths,
            size: fit.size,
        };
        let rows = rows(making, figures, &setting);
        let inset = inset(making, figures, fit.size);
        let gap = making.looks.paragraph_spacing;
        let mut table = Table {
            border: Some(Border { width: LINE, colour: None }),
            inset: (inset.x, inset.y),
            above: if at == 0 { gap } else { making.measures.table_gap },
            below: gap,
            ..Table::bare(widths.clone(), rows)
        };
        if figures.is_in_text && is_short(making, &table) {
            // All rows but the last stay with the next.
            let last = table.rows.len().saturating_sub(1);
            table.rows[..last].iter_mut().for_each(Row::keep_next);
        }
        parts.push(Part::Table(table));
    }
    parts
}

fn inset(making: &Making<'_>, figures: &Figures<'_>, size: f64) -> Inset {
    let measures = making.measures;
    let own = if figures.is_in_text { measures.text_cell_inset } else { measures.cell_inset };
    Inset { y: cell_inset(own.y, size, LINE), ..own }
}

/// The head of a table by its columns. It has one row or two.
fn head_blocks(head: &[Vec<HeadCell>]) -> Vec<HeadBlock<'_>> {
    let below = head.get(1).map(Vec::as_slice).unwrap_or_default();
    let mut blocks: Vec<HeadBlock<'_>> = Vec::new();
    let (mut at, mut used) = (0, 0);
    for cell in head.first().into_iter().flatten() {
        let columns = usize::try_from(cell.columns).unwrap_or(1).max(1);
        let is_deep = usize::try_from(cell.rows).unwrap_or(1) >= head.len();
        let end = if is_deep { used } else { (used + columns).min(below.len()) };
        blocks.push(HeadBlock { cell, from: at, columns, below: &below[used..end] });
        used = end;
        at += columns;
    }
    blocks
}

/// The largest size in which all columns fit, else the smallest.
fn fitted(
    making: &Making<'_>,
    figures: &Figures<'_>,
    kinds: &[ColumnKind],
    blocks: &[HeadBlock<'_>],
    room: f64,
) -> Fit {
    let mut sizes = making.measures.figures_sizes.clone();
    if figures.is_in_text {
        let own = making.looks.sizes.table;
        sizes.retain(|size| *size < own);
        sizes.insert(0, own);
    }
    let mut found = Fit {
        size: making.looks.sizes.table,
        held: Vec::new(),
        needed: Vec::new(),
        fits: false,
    };
    for size in sizes {
        let held = held_widths(making, figures, kinds, blocks, size);
        let needed: Vec<f64> = kinds
            .iter()
            .zip(&held)
            .map(|(kind, held)| match (held, kind.width) {
                (Some(held), _) => *held,
                (None, ColumnWidth::Fixed(width)) => width,
                (None, ColumnWidth::Share { least }) => least,
                (None, ColumnWidth::Held) => 0.0,
            })
            .collect();
        let fits = needed.iter().sum::<f64>() <= room;
        found = Fit { size, held, needed, fits };
        if fits {
            break;
        }
    }
    found
}

/// How wide the columns are that are as wide as what they hold: their widest cell, and the longest word over them.
fn held_widths(
    making: &Making<'_>,
    figures: &Figures<'_>,
    kinds: &[ColumnKind],
    blocks: &[HeadBlock<'_>],
    size: f64,
) -> Vec<Option<f64>> {
    let ruler = making.ruler_of(Face::BOLD, size);
    let word = |body: &[Run]| longest_word(making, body, size);
    let of_column = |(at, kind): (usize, &ColumnKind)| {
        if kind.width != ColumnWidth::Held {
            return None;
        }
        let over = blocks.iter().filter_map(|block| {
            if block.columns == 1 && block.from == at {
                return Some(word(&block.cell.body));
            }
            let below = block.below.get(at.checked_sub(block.from)?)?;
            Some(word(&below.body))
        });
        let cells = all_rows(figures)
            .filter_map(|row| row.get(at))
            .map(|cell| ruler.width(&text_of(cell)));
        let widest = over.chain(cells).fold(0.0, f64::max);
        Some(widest + SLACK + 2.0 * kind.inset.unwrap_or_default())
    };
    kinds.iter().enumerate().map(of_column).collect()
}

/// How wide the longest word of a head cell is.
fn longest_word(making: &Making<'_>, body: &[Run], size: f64) -> f64 {
    let ruler = making.ruler_of(Face::BOLD, size);
    text_of(body)
        .split(' ')
        .map(|word| ruler.width(word))
        .fold(0.0, f64::max)
}

fn all_rows<'f>(figures: &'f Figures<'_>) -> impl Iterator<Item = &'f [Vec<Run>]> {
    let grouped = figures
        .groups
        .iter()
        .flat_map(|group| group.rows.iter().chain(&group.total));
    grouped.map(Vec::as_slice).chain(figures.total)
}

/// The widths of some of the columns: what the whole table leaves over makes columns of figures easier to read, and those
/// that share take the rest.
fn widths(
    making: &Making<'_>,
    kinds: &[ColumnKind],
    fit: &Fit,
    columns: &[usize],
    room: f64,
) -> Vec<f64> {
    let is_share = |kind: &ColumnKind| matches!(kind.width, ColumnWidth::Share { .. });
    let spare = (room - fit.needed.iter().sum::<f64>()).max(0.0);
    #[expect(clippy::cast_precision_loss, reason = "columns of a table")]
    let figures = fit.held.iter().flatten().count() as f64;
    let more = match (figures > 0.0, kinds.iter().any(is_share)) {
        (false, _) => 0.0,
        (true, true) => (spare / 2.0 / figures).min(making.measures.most_figure_room),
        (true, false) => spare / figures,
    };
    let own = |column: usize| {
        fit.needed[column] + if fit.held[column].is_some() { more } else { 0.0 }
    };
    let (shares, fixed): (Vec<usize>, Vec<usize>) =
        columns.iter().partition(|column| is_share(&kinds[**column]));
    let taken: f64 = fixed.iter().map(|column| own(*column)).sum();
    #[expect(clippy::cast_precision_loss, reason = "columns of a table")]
    let share = (room - taken) / shares.len().max(1) as f64;
    let width = |column: &usize| match shares.contains(column) {
        true => share.max(fit.needed[*column]),
        false => own(*column),
    };
    columns.iter().map(width).collect()
}

/// The columns of each of the tables into which one is parted: the keys, and as many of the others as there is room
/// for; what has a common head stays together.
fn parted(
    kinds: &[ColumnKind],
    blocks: &[HeadBlock<'_>],
    needed: &[f64],
    room: f64,
) -> Vec<Vec<usize>> {
    let keys: Vec<usize> = (0..kinds.iter().take_while(|kind| kind.is_key).count()).collect();
    let width = |columns: &[usize]| columns.iter().map(|column| needed[*column]).sum::<f64>();
    let mut parts: Vec<Vec<usize>> = vec![keys.clone()];
    for block in blocks.iter().filter(|block| !keys.contains(&block.from)) {
        let own: Vec<usize> = (block.from..block.from + block.columns).collect();
        let part = parts
            .last_mut()
            .filter(|part| part.len() == keys.len() || width(part) + width(&own) <= room);
        match part {
            Some(part) => part.extend(own),
            None => parts.push(keys.iter().copied().chain(own).collect()),
        }
    }
    parts
}

/// How one of the tables is set.
struct Setting<'s> {
    kinds: &'s [ColumnKind],
    blocks: &'s [HeadBlock<'s>],
    columns: &'s [usize],
    /// Their widths.
    widths: &'s [f64],
    size: f64,
}

fn rows(making: &mut Making<'_>, figures: &Figures<'_>, setting: &Setting<'_>) -> Vec<Row> {
    let mut rows = head(making, figures, setting);
    for group in figures.groups {
        if let Some(title) = &group.title {
            let title = sized(making, Paragraph::of(Style::CellHead, title), setting.size);
            let title = Paragraph { align: Some(Align::Left), ..title };
            let cell = Cell {
                inset: Some((TITLE_INSET, inset(making, figures, setting.size).y)),
                ..Cell::new(Vertical::Middle, vec![title.into()]).over(setting.columns.len())
            };
            rows.push(Row {
                cells: vec![cell],
                is_whole: true,
                ..Row::default()
            });
        }
        for row in &group.rows {
            rows.push(self::row(making, figures, setting, row, false));
        }
        if let Some(row) = &group.total {
            rows.push(self::row(making, figures, setting, row, true));
        }
    }
    if let Some(row) = figures.total {
        rows.push(self::row(making, figures, setting, row, true));
    }
    rows
}

/// The head, which stands again on every page.
fn head(making: &mut Making<'_>, figures: &Figures<'_>, setting: &Setting<'_>) -> Vec<Row> {
    let own = || {
        setting
            .blocks
            .iter()
            .filter(|block| setting.columns.contains(&block.from))
    };
    let is_deep = setting.blocks.iter().any(|block| !block.below.is_empty());
    let y = inset(making, figures, setting.size).y;
    let mut cell = |body: &[Run], width: f64| {
        // A number over a narrow column has room for itself.
        let word = longest_word(making, body, setting.size);
        let beside = HEAD_INSET.min((width - word) / 2.0 - SLACK).max(0.0);
        let line = making.paragraph(Style::CellHead, &[], body);
        let line = sized(making, line, setting.size);
        Cell {
            inset: Some((beside, y)),
            ..Cell::new(Vertical::Middle, vec![line.into()])
        }
    };
    let width = |from: usize, columns: usize| {
        let own = setting.columns.iter().zip(setting.widths);
        own.filter(|(column, _)| (from..from + columns).contains(column))
            .map(|(_, width)| width)
            .sum()
    };
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for block in own() {
        let wide = width(block.from, block.columns);
        let over = cell(&block.cell.body, wide).over(block.columns);
        if block.below.is_empty() && is_deep {
            first.push(Cell { down: Down::Begins, ..over });
            second.push(Cell {
                down: Down::GoesOn,
                ..cell(&[], wide).over(block.columns)
            });
        } else {
            first.push(over);
            for (at, below) in block.below.iter().enumerate() {
                second.push(cell(&below.body, width(block.from + at, 1)));
            }
        }
    }
    let row = |cells| Row {
        cells,
        is_head: true,
        is_whole: true,
        ..Row::default()
    };
    let mut rows = vec![row(first)];
    rows.extend(is_deep.then(|| row(second)));
    rows
}

fn row(
    making: &mut Making<'_>,
    figures: &Figures<'_>,
    setting: &Setting<'_>,
    row: &[Vec<Run>],
    is_total: bool,
) -> Row {
    let long = |(cell, kind): (&Vec<Run>, &ColumnKind)| {
        letters_in(cell) * kind.letters > making.measures.breakable_cell_length
    };
    let is_whole = !row.iter().zip(setting.kinds).any(long);
    let y = inset(making, figures, setting.size).y;
    let mut cells = Vec::new();
    for column in setting.columns {
        let kind = setting.kinds[*column];
        let line = making.paragraph(
            Style::Cell,
            &[],
            row.get(*column).map(Vec::as_slice).unwrap_or_default(),
        );
        let line = sized(making, line, setting.size);
        let line = if is_total { line.bold() } else { line };
        let align = if kind.is_centred { Align::Centre } else { Align::Left };
        let line = Paragraph { align: Some(align), ..line };
        cells.push(Cell {
            inset: kind.inset.map(|x| (x, y)),
            ..Cell::new(Vertical::Middle, vec![line.into()])
        });
    }
    Row { cells, is_whole, ..Row::default() }
}

/// The letters of a paragraph in a size, where that is not its style's.
fn sized(making: &Making<'_>, mut paragraph: Paragraph, size: f64) -> Paragraph {
    if (making.look(paragraph.style).size - size).abs() > 0.1 {
        for inline in &mut paragraph.inlines {
            if let Inline::Letters(Letters { size: own, .. }) = inline {
                *own = Some(size);
            }
        }
        paragraph.size = Some(size);
    }
    paragraph
}

/// Whether a table in a text is so short that no page parts it.
fn is_short(making: &Making<'_>, table: &Table) -> bool {
    let height: f64 = table.rows.iter().map(|row| row_height(making, table, row)).sum();
    height < making.page_room() * making.measures.whole_table_share
}

fn row_height(making: &Making<'_>, table: &Table, row: &Row) -> f64 {
    let (x, y) = table.inset;
    let mut at = 0;
    let mut highest: f64 = 0.0;
    for cell in &row.cells {
        let width: f64 = table.widths.iter().skip(at).take(cell.columns).sum();
        at += cell.columns;
        for part in &cell.parts {
            if let Part::Paragraph(paragraph) = part {
                let text = paragraph.text();
                let style = making.ruler(paragraph.style);
                let size = paragraph.size.unwrap_or(style.size);
                let ruler = making.ruler_of(style.face, size);
                let lines = ruler.count(&text, width - 2.0 * x);
                highest = highest.max(ruler.height(lines));
            }
        }
    }
    highest + 2.0 * y
}
