//! Tables of a Word file.

use super::body::{Body, Gathered};
use super::model::{Cell, Part, Row, Table};
use super::tracked::{Tracked, kind};
use super::xml::{Opened, Read};

impl<'x> Body<'x, '_> {
    /// A table, to its end.
    pub(super) fn table(&mut self) -> Read<Table> {
        let mut table = Table::default();
        self.rows(&mut table)?;
        Ok(table)
    }

    fn rows(&mut self, table: &mut Table) -> Read {
        self.children(&mut |body, element| match element.name() {
            "tr" => {
                let first_change = body.changes.len();
                let (row, tracked) = body.row()?;
                if tracked.change("").is_some() {
                    // Letters that do not count are told by their changes alone.
                    let own = body.changes[first_change..].iter();
                    let open: Vec<&str> = own.map(|change| change.text.as_str()).collect();
                    let text = row_text(&row);
                    let text = if text.is_empty() { open.join(" | ") } else { text };
                    body.row_changed(&tracked, &text, first_change);
                }
                if tracked.counts(body.accepts) {
                    table.rows.push(row);
                }
                Ok(())
            }
            "sdt" | "sdtContent" | "customXml" => body.rows(table),
            _ => body.walk.skip(element),
        })
    }

    /// A row, and whether it is a change as a whole.
    fn row(&mut self) -> Read<(Row, Tracked)> {
        let (mut row, mut tracked) = (Row::default(), Tracked::default());
        self.cells(&mut row, &mut tracked)?;
        Ok((row, tracked))
    }

    fn cells(&mut self, row: &mut Row, tracked: &mut Tracked) -> Read {
        self.children(&mut |body, element| match element.name() {
            "trPr" => body.children(&mut |body, element| {
                if kind(element.name()).is_some() {
                    *tracked = tracked.with(element);
                }
                body.walk.skip(element)
            }),
            "tc" => {
                let cell = body.cell()?;
                row.cells.push(cell);
                Ok(())
            }
            "sdt" | "sdtContent" | "customXml" => body.cells(row, tracked),
            _ => body.walk.skip(element),
        })
    }

    fn cell(&mut self) -> Read<Cell> {
        let mut cell = Cell { columns: 1, ..Cell::default() };
        // Its properties come first, and are no part of the text.
        let mut is_first = true;
        let mut gathered = Gathered::default();
        self.children(&mut |body, element: &Opened<'x>| {
            if std::mem::take(&mut is_first) && element.name() == "tcPr" {
                return body.children(&mut |body, element| {
                    match element.name() {
                        "gridSpan" => cell.columns = element.number("val").unwrap_or(1),
                        "vMerge" => {
                            cell.goes_on = element.value().as_deref() != Some("restart");
                        }
                        _ => {}
                    }
                    body.walk.skip(element)
                });
            }
            body.block(element, &mut gathered)
        })?;
        cell.parts = gathered.parts();
        Ok(cell)
    }
}

/// What a row says, on a line.
fn row_text(row: &Row) -> String {
    let mut texts = Vec::new();
    for part in row.cells.iter().flat_map(|cell| &cell.parts) {
        Part::each(part, &mut |paragraph| texts.push(paragraph.text()));
    }
    texts.retain(|text| !text.trim().is_empty());
    texts.join(" | ")
}
