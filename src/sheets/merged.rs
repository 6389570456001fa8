//! Cells that are merged over several rows: the value of the first holds for each of them.

use std::collections::BTreeSet;

use calamine::Dimensions;

use super::sheet::{Budget, Cell, ReadStop};

/// Adds to the cells, which are in order, what merged ones hold in their lower rows. Beyond the last cell
/// there is no row in which a value could hold. What is added costs as much as a cell that was read.
///
/// # Errors
/// When there would be more cells than are read.
pub(super) fn spread(
    cells: &mut Vec<Cell>,
    merged: &[Dimensions],
    sheet: &str,
    budget: &mut Budget<'_>,
) -> Result<(), ReadStop> {
    let Some(last) = cells.last().map(|cell| cell.row) else { return Ok(()) };
    let at = |row: u32, column: u32| {
        cells.binary_search_by_key(&(row, column), |cell| (cell.row, cell.column.into()))
    };
    let (mut added, mut begun) = (Vec::new(), BTreeSet::new());
    for Dimensions { start: (row, column), end: (end, _) } in merged {
        let Some(first) = at(*row, *column).ok().and_then(|at| cells.get(at)) else {
            continue;
        };
        // No spreadsheet merges a cell twice.
        if !begun.insert((*row, *column)) {
            continue;
        }
        let bytes = first.content.cost();
        for row in row.saturating_add(1)..=last.min(*end) {
            let column = budget.take(sheet, (row, *column), bytes)?;
            if at(row, column.into()).is_err() {
                added.push(Cell {
                    row,
                    column,
                    content: first.content.clone(),
                    is_spread: true,
                });
            }
        }
    }
    cells.append(&mut added);
    cells.sort_by_key(|cell| (cell.row, cell.column));
    cells.dedup_by_key(|cell| (cell.row, cell.column));
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::sheet::CellContent;
    use super::*;

    fn cell(row: u32, column: u16) -> Cell {
        Cell {
            row,
            column,
            content: CellContent::Number(f64::from(row)),
            is_spread: false,
        }
    }

    #[test]
    fn a_merged_cell_holds_down_to_the_last_row_and_over_no_other() {
        let mut cells = vec![cell(0, 0), cell(0, 1), cell(2, 1), cell(3, 2)];
        let merged = [
            Dimensions::new((0, 0), (1_000_000, 1)),
            Dimensions::new((0, 1), (2, 1)),
            Dimensions::new((0, 1), (3, 1)),
            Dimensions::new((0, 5), (3, 5)),
            // Turned about, as no spreadsheet writes it.
            Dimensions::new((3, 2), (0, 0)),
        ];
        let mut budget = Budget::new(Path::new("a.xlsx"));
        spread(&mut cells, &merged, "Quỹ", &mut budget).expect("few");
        let found: Vec<(u32, u16, bool)> = cells
            .iter()
            .map(|cell| (cell.row, cell.column, cell.is_spread))
            .collect();
        assert_eq!(
            found,
            [
                (0, 0, false),
                (0, 1, false),
                (1, 0, true),
                (1, 1, true),
                (2, 0, true),
                (2, 1, false),
                (3, 0, true),
                (3, 2, false),
            ]
        );
        assert_eq!(cells[2].content, CellContent::Number(0.0));
    }
}
