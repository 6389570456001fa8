//! Rows of totals ("Tổng cộng"): they are no records, but what they say is held against the rows around them.
//!
//! A total counts the rows since the total before it, or all rows above; where it stands before any row,
//! those below. In go the rows one by one, at the end out come the totals that differ, each with what was counted.

use std::collections::BTreeMap;

use super::cell::{Filled, number};
use super::kind::{Column, Holds};
use super::row::{TableRow, row_numbers};
use crate::diag::{Code, Diagnostic, Place};
use crate::numbers::grouped;
use crate::sheets::fold;
use crate::sheets::{CellContent, is_total};
use crate::values::Context;

/// What stands before a total that is told in more words.
const LONGER: [&str; 5] = ["tổng cộng ", "tổng số ", "cộng ", "lũy kế ", "luỹ kế "];
/// What begins like a total and is none.
const NO_TOTAL: &str = "cộng đồng";

/// The sum of each column; none where a number above could not be read.
type Sums = BTreeMap<&'static str, Option<u64>>;

/// The totals of a sheet, and what is counted meanwhile.
#[derive(Debug, Default)]
pub(super) struct Totals {
    rows: Vec<TotalRow>,
    /// What was counted since the last total.
    part: Sums,
    whole: Sums,
    /// What was counted from the first record to the next total.
    first: Option<Sums>,
}

/// A row of totals.
#[derive(Debug)]
struct TotalRow {
    /// Its row, from 0.
    number: u32,
    /// Where its name stands.
    place: Place,
    given: Vec<Given>,
    /// What was counted above it: since the total before it, and in all. None where no record stands above.
    above: Vec<Sums>,
}

/// A total.
#[derive(Debug)]
struct Given {
    column: Column,
    total: u64,
    place: Place,
}

impl Totals {
    /// Whether a row holds totals; then it is kept to be held against the others.
    pub(super) fn takes(&mut self, row: &TableRow<'_>) -> bool {
        let Some(place) = name_of_total(row) else { return false };
        let part = std::mem::take(&mut self.part);
        if !part.is_empty() {
            self.first.get_or_insert_with(|| part.clone());
        }
        let mut above = vec![part, self.whole.clone()];
        above.retain(|sums| !sums.is_empty());
        let given = numbers(row).filter_map(|(column, cell)| {
            let total = number(cell.content, column)?;
            Some(Given { column, total, place: cell.place })
        });
        self.rows.push(TotalRow {
            number: row.number(),
            place,
            given: given.collect(),
            above,
        });
        true
    }

    /// Counts a record.
    pub(super) fn count(&mut self, row: &TableRow<'_>) {
        let counted = row.header.columns().filter(|(_, column)| column.is_counted());
        for (_, column) in counted {
            let number = row.cell(column).map_or(Some(0), |cell| number(cell.content, column));
            for sums in [&mut self.part, &mut self.whole] {
                let sum = sums.entry(column.key()).or_insert(Some(0));
                *sum = sum.zip(number).and_then(|(sum, number)| sum.checked_add(number));
            }
        }
    }

    /// Reports the totals that differ, and once that the others are left out.
    pub(super) fn report(self, cx: &mut Context<'_>) {
        let first = self.first.unwrap_or(self.part);
        let mut agreeing: Vec<(u32, Place)> = Vec::new();
        let last_of_top = self.rows.iter().rposition(|row| row.above.is_empty());
        for (at, row) in self.rows.into_iter().enumerate() {
            let mut sums: Vec<&Sums> = row.above.iter().collect();
            if sums.is_empty() {
                sums.push(&self.whole);
                sums.extend((last_of_top == Some(at)).then_some(&first));
            }
            let mut agrees = true;
            for Given { column, total, place } in &row.given {
                let counted: Option<Vec<u64>> = sums
                    .iter()
                    .map(|sums| sums.get(column.key()).copied().flatten())
                    .collect();
                // A sum of numbers that could not be read is not known: they are told.
                let Some(counted) = counted.filter(|sums| !sums.contains(total)) else {
                    continue;
                };
                let Some(sum) = counted.first() else { continue };
                agrees = false;
                cx.report(
                    Diagnostic::warning(Code::TotalDiffers, place)
                        .with("column", column.title())
                        .with("total", grouped(*total))
                        .with("sum", grouped(*sum)),
                );
            }
            if agrees {
                agreeing.push((row.number, row.place));
            }
        }
        if let Some((_, place)) = agreeing.first() {
            let numbers: Vec<u32> = agreeing.iter().map(|(number, _)| *number).collect();
            cx.report(
                Diagnostic::warning(Code::TotalRow, place)
                    .with("count", numbers.len())
                    .with("rows", row_numbers(&numbers)),
            );
        }
    }
}

/// Where the name of a total stands, in a row that holds totals: in its first cell, or behind its number.
fn name_of_total(row: &TableRow<'_>) -> Option<Place> {
    let first = row.own_cells().next();
    let named = row.own_cells().find(|cell| !row.header.is_numbering(cell.column));
    let cell = first.into_iter().chain(named).find(|cell| match &cell.content {
        CellContent::Text(text) => is_total(text) || is_longer(text, row),
        _ => false,
    })?;
    Some(row.place_at(cell.column))
}

/// Whether a text names a total in more words: "Tổng số tiền thưởng". A record may begin like that, too, but
/// has its day, its award.
fn is_longer(text: &str, row: &TableRow<'_>) -> bool {
    let folded = fold(text);
    let tells = |column: Column| match column.holds() {
        Holds::Day | Holds::Award | Holds::Word(_) => row.cell(column).is_some(),
        Holds::Count | Holds::Money | Holds::Text => false,
    };
    LONGER.iter().any(|longer| folded.starts_with(longer))
        && !folded.starts_with(NO_TOTAL)
        && !row.header.columns().any(|(_, column)| tells(column))
}

/// The cells of a row in columns that are counted.
fn numbers<'r>(row: &'r TableRow<'_>) -> impl Iterator<Item = (Column, Filled<'r>)> {
    let columns = row.header.columns().map(|(_, column)| column);
    columns
        .filter(|column| column.is_counted())
        .filter_map(|column| Some((column, row.cell(column)?)))
}
