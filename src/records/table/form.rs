//! The tables of results as forms to be filled in: what the reader knows of their columns, and nothing besides.
//!
//! Whoever makes a workbook for a unit asks here for its sheets, titles and words; so that what a unit fills in is read.

use super::super::results::RecordKind;
use super::kind::{Column, Holds, Need};

/// A table, on a sheet of its own.
#[derive(Debug, Clone)]
pub(crate) struct FormTable {
    /// The name of its sheet.
    pub(crate) title: &'static str,
    pub(crate) columns: Vec<FormColumn>,
}

/// A column of a table.
#[derive(Debug, Clone)]
pub(crate) struct FormColumn {
    pub(crate) title: &'static str,
    /// Whether each row must have a value.
    pub(crate) is_needed: bool,
    pub(crate) holds: FormHolds,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FormHolds {
    /// A task of the unit's plan.
    Task,
    /// The name of an award.
    Award,
    /// One of these words.
    Words(Vec<&'static str>),
    /// A day of the year.
    Day,
    /// A day of the year or later.
    LastDay,
    /// A whole number.
    Count,
    /// Money in đồng.
    Money,
    Text,
}

/// The tables, in the order of a workbook.
pub(crate) fn form_tables() -> Vec<FormTable> {
    let column = |(column, need): &(Column, Need)| FormColumn {
        title: column.title(),
        is_needed: *need == Need::Must,
        holds: holds(*column),
    };
    let table = |kind: RecordKind| FormTable {
        title: kind.title(),
        columns: kind.columns().iter().map(column).collect(),
    };
    RecordKind::ALL.into_iter().map(table).collect()
}

fn holds(column: Column) -> FormHolds {
    match (column, column.holds()) {
        (Column::Task, _) => FormHolds::Task,
        (Column::Until, _) => FormHolds::LastDay,
        (_, Holds::Award) => FormHolds::Award,
        (_, Holds::Word(words)) => FormHolds::Words(
            words.iter().filter_map(|(_, words)| words.first().copied()).collect(),
        ),
        (_, Holds::Day) => FormHolds::Day,
        (_, Holds::Count) => FormHolds::Count,
        (_, Holds::Money) => FormHolds::Money,
        (_, Holds::Text) => FormHolds::Text,
    }
}

/// The name of the sheet that tells how to fill the others in, which is not read.
pub(crate) const GUIDE: &str = super::kind::FOR_PEOPLE[0];
