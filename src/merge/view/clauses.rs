//! A text in parts, as templates see it: parts in order, tables and pictures among them.

use minijinja::context;
use minijinja::value::Value;

use super::common::{rich, texts};
use crate::form::Level;
use crate::papers::{Clause, Inset, PaperTable, TableColumn, Text};

/// The parts of a text.
pub(super) fn clauses(clauses: &[Clause]) -> Value {
    clauses.iter().map(clause).collect()
}

fn clause(clause: &Clause) -> Value {
    context! {
        level => clause.level.key(),
        label => clause.label.as_str(),
        title => clause.title.as_ref().map(|title| {
            if stands_in_capitals(clause) { rich(&title.in_capitals()) } else { rich(title) }
        }),
        texts => texts(&clause.texts),
        table => match &clause.inset {
            Some(Inset::Table(found)) => table(found),
            Some(Inset::Picture(_)) | None => Value::from(()),
        },
        picture => clause.picture().map(|picture| context! {
            path => picture.path.as_str(),
            alt => picture.alt.letters(),
            caption => picture.caption.as_ref().map(rich),
        }),
        depth => clause.depth,
        is_centred => clause.is_centred,
    }
}

fn table(table: &PaperTable) -> Value {
    // A column of figures is as wide as what it holds: strings.
    let cell = |(cell, column): (&Option<Text>, &TableColumn)| match (cell, column) {
        (None, _) => Value::from(()),
        (Some(text), TableColumn::Figure) => text.letters().into(),
        (Some(text), TableColumn::Number | TableColumn::Text) => rich(text),
    };
    let row = |cells: &Vec<Option<Text>>| -> Value {
        cells.iter().zip(&table.columns).map(cell).collect()
    };
    context! {
        caption => table.caption.as_ref().map(rich),
        columns => table.columns.iter().map(|column| column.kind()).collect::<Vec<_>>(),
        head => row(&table.head),
        rows => table.rows.iter().map(row).collect::<Value>(),
        total => table.total.as_ref().map(row),
    }
}

/// Whether the title of a part is printed in capitals: of phần, chương, mục, tiểu mục (Appendix I, II.6).
fn stands_in_capitals(clause: &Clause) -> bool {
    clause.is_centred || clause.level == Level::Section
}
