//! The rows of a key from a table file, which several papers share: `honoured: {table: khen-thuong.xlsx}`.
//!
//! In goes the map that names the table; out come its rows as the maps that YAML would have, with the places of their
//! cells, so that one reader reads both. Columns are known by what the form calls its keys. A column that the form does not
//! have is another paper's; rows can be chosen by what a column says (`where`).

use super::cell_value::{cell_node, is_known, same};
use super::named_files::{sheet_named, table_named};
use crate::diag::{Code, Diagnostic, FileId, Place, nearest};
use crate::form::{Key, SHEET, TABLE};
use crate::sheets::{
    Cell, Sheet, bare_title, is_numbered, is_numbering, is_total, place, suggest,
};
use crate::values::{Context, MOST_HEADING, TableFile, line};
use crate::yaml::{Columns, Entry, Fields, Node, Value, list, normalised, one_or_more};

/// The key that chooses rows by what their columns say.
const WHERE: &str = "where";

/// The most rows that a paper takes from a table.
const MOST_ROWS: usize = 2_000;

/// Rows of a table.
pub(super) struct TableRows {
    /// The text that their places point into.
    pub(super) file: FileId,
    /// The rows.
    pub(super) rows: Vec<Node>,
}

/// Whether a value names a table.
pub(super) fn names_table(node: &Node) -> bool {
    node.entry(TABLE).is_some()
}

/// Reads the rows of the table that a value names, as the columns of a key.
pub(super) fn table_rows(key: &Key, node: &Node, cx: &mut Context<'_>) -> Option<TableRows> {
    let mut fields = Fields::of(node, cx)?;
    let named = fields.node(TABLE);
    let sheet = fields.sound(cx, SHEET, line);
    let chosen = fields.node(WHERE);
    fields.finish(cx);
    let wishes = match chosen {
        Some(chosen) => wishes(key, chosen, cx)?,
        None => Vec::new(),
    };
    let named = named?;
    let found = match table_named(named, cx)? {
        TableFile::Sheets(sheets) => {
            let (sheet, file) = sheet_named(sheets, sheet?.as_deref(), named, cx)?;
            let rows = cx.in_file(*file, Some(titles_of(key)), |cx| {
                rows_of_sheet(key, (sheet, *file), &wishes, cx)
            });
            TableRows { file: *file, rows: rows? }
        }
        TableFile::List(list) => {
            let file = list.place.file;
            let rows = cx.in_file(file, None, |cx| rows_of_list(key, list, &wishes, cx));
            TableRows { file, rows: rows? }
        }
    };
    if found.rows.is_empty() {
        let code = if wishes.is_empty() { Code::TableWithoutRows } else { Code::NoRowChosen };
        cx.report(Diagnostic::error(code, &named.place));
        return None;
    }
    if found.rows.len() > MOST_ROWS {
        cx.report(Diagnostic::error(Code::TooMuch, &named.place).with("limit", MOST_ROWS));
        return None;
    }
    Some(found)
}

/// A column, and what it may say in the rows that are chosen.
type Wish<'k> = (&'k Key, Vec<String>);

/// Reads which rows are chosen.
fn wishes<'k>(key: &'k Key, node: &Node, cx: &mut Context<'_>) -> Option<Vec<Wish<'k>>> {
    Fields::of(node, cx)?;
    let Value::Map(entries) = &node.value else { return None };
    let mut found = Vec::new();
    for entry in entries {
        let Some(column) = key.rows.iter().find(|column| column.key() == entry.key) else {
            let known: Vec<&str> = key.rows.iter().map(Key::key).collect();
            let all: Vec<String> = known.iter().map(|key| (*key).to_owned()).collect();
            cx.report(
                Diagnostic::error(Code::UnknownKey, &entry.key_place)
                    .with("key", entry.key.as_str())
                    .with("known", all)
                    .suggest(&entry.key, known),
            );
            return None;
        };
        let words = one_or_more(&entry.node, cx, line)?;
        // One that is misspelt would choose no row.
        let place = &entry.node.place;
        if !words.iter().all(|word| is_known(column, word, place, cx)) {
            return None;
        }
        found.push((column, words));
    }
    Some(found)
}

/// Whether a row is one of those that are chosen; none when that cannot be told.
fn is_chosen(row: &Node, wishes: &[Wish<'_>], cx: &mut Context<'_>) -> Option<bool> {
    let mut is_chosen = true;
    for (column, words) in wishes {
        let given = row.entry(column.key());
        let Some(said) = given.and_then(Node::scalar) else {
            // What is wrong with a cell was told.
            if given.is_none_or(|node| node.value == Value::Null) {
                let place = given.map_or(&row.place, |node| &node.place);
                let title = column.name.names.vi.to_string();
                cx.report(Diagnostic::error(Code::MissingCell, place).with("column", title));
            }
            return None;
        };
        let place = given.map_or(&row.place, |node| &node.place);
        if !is_known(column, said, place, cx) {
            return None;
        }
        is_chosen &= words.iter().any(|word| same(column, word, said, cx));
    }
    Some(is_chosen)
}

/// The rows that are chosen; none when of one it cannot be told.
fn chosen(
    rows: impl Iterator<Item = Node>,
    wishes: &[Wish<'_>],
    cx: &mut Context<'_>,
) -> Option<Vec<Node>> {
    let (mut found, mut is_sound) = (Vec::new(), true);
    for row in rows {
        match is_chosen(&row, wishes, cx) {
            Some(true) => found.push(row),
            Some(false) => {}
            None => is_sound = false,
        }
    }
    is_sound.then_some(found)
}

/// The rows of a list in YAML. A key that the form does not have is another paper's, unless it looks like one that the
/// list does not give.
fn rows_of_list(
    key: &Key,
    list_node: &Node,
    wishes: &[Wish<'_>],
    cx: &mut Context<'_>,
) -> Option<Vec<Node>> {
    list(list_node, cx, |row, cx| Fields::of(row, cx).map(|_| ()))?;
    let rows = list_node.items();
    let given = |column: &&Key| rows.iter().any(|row| row.entry(column.key()).is_some());
    let absent: Vec<&str> = key
        .rows
        .iter()
        .filter(|column| !given(column))
        .map(Key::key)
        .collect();
    let is_own = |entry: &&Entry| {
        let is_column = key.rows.iter().any(|column| column.key() == entry.key);
        is_column || nearest(&entry.key, absent.iter().copied()).is_some()
    };
    let own = rows.iter().map(|row| {
        let Value::Map(entries) = &row.value else { return row.clone() };
        let entries: Vec<Entry> = entries.iter().filter(is_own).cloned().collect();
        Node {
            place: row.place.clone(),
            value: Value::Map(entries),
        }
    });
    chosen(own, wishes, cx)
}

/// The columns of a sheet.
struct FoundColumns<'k> {
    /// Where each column is.
    at: Vec<(u16, &'k Key)>,
    /// The columns that number the rows.
    numbering: Vec<u16>,
}

/// The rows of a sheet below its titles.
fn rows_of_sheet(
    key: &Key,
    (sheet, file): (&Sheet, FileId),
    wishes: &[Wish<'_>],
    cx: &mut Context<'_>,
) -> Option<Vec<Node>> {
    let rows: Vec<&[Cell]> = sheet.rows().collect();
    let known =
        |row: &[Cell]| row.iter().filter(|cell| column_of(cell, key).is_some()).count();
    let counted = rows.iter().take(MOST_HEADING).map(|row| known(row)).enumerate();
    let (titles, _) =
        counted.fold((0, 0), |best, found| if found.1 > best.1 { found } else { best });
    let columns = columns(key, rows.get(titles)?, file, cx)?;
    let below = rows.into_iter().skip(titles + 1);
    let records = below.filter(|row| !is_numbered(row) && !columns.passes_over(row));
    let nodes: Vec<Node> = records.map(|row| columns.node(row, file, cx)).collect();
    chosen(nodes.into_iter(), wishes, cx)
}

/// The column that a title names: by what the form calls it, or by its other titles.
fn column_of<'k>(cell: &Cell, key: &'k Key) -> Option<&'k Key> {
    let title = bare_title(&cell.content.shown());
    key.rows.iter().find(|column| is_called(column, &title))
}

fn is_called(column: &Key, title: &str) -> bool {
    column.titles_of_column().any(|known| bare_title(known) == title)
}

/// The title of each column, by its key.
pub(super) fn titles_of(key: &Key) -> Columns {
    let title = |column: &Key| (column.key().to_owned(), column.name.names.vi.to_string());
    key.rows.iter().map(title).collect()
}

fn titles_in_words(key: &Key) -> Vec<String> {
    key.rows
        .iter()
        .map(|column| format!("\"{}\"", column.name.names.vi))
        .collect()
}

/// Finds the columns by their titles. One that must be there and is not is told; so is a title that looks like one.
fn columns<'k>(
    key: &'k Key,
    titles: &[Cell],
    file: FileId,
    cx: &mut Context<'_>,
) -> Option<FoundColumns<'k>> {
    let place_of =
        |cell: &Cell, cx: &Context<'_>| place(file, cell.row, cell.column, cx.sources());
    let mut columns = FoundColumns { at: Vec::new(), numbering: Vec::new() };
    let mut others = Vec::new();
    let mut is_sound = true;
    for cell in titles {
        let title = bare_title(&cell.content.shown());
        match column_of(cell, key) {
            _ if is_numbering(&title) => columns.numbering.push(cell.column),
            Some(column) if columns.cell_of(column, titles).is_some() => {
                let first = columns.cell_of(column, titles).map(|cell| place_of(cell, cx));
                let problem = Diagnostic::error(Code::DuplicateColumn, &place_of(cell, cx));
                let problem = problem.with("column", column.name.names.vi.to_string());
                cx.report(match first {
                    Some(first) => problem.related(&first),
                    None => problem,
                });
                is_sound = false;
            }
            Some(column) => columns.at.push((cell.column, column)),
            None => others.push((title, cell)),
        }
    }
    let absent = key
        .rows
        .iter()
        .filter(|column| columns.at.iter().all(|(_, known)| known.key() != column.key()));
    let absent: Vec<&Key> = absent.collect();
    let names: Vec<&str> = absent.iter().map(|column| &*column.name.names.vi).collect();
    is_sound &= others_are_others(key, (&others, &names), file, cx);
    let needed = absent.iter().filter(|column| !column.is_optional());
    let needed: Vec<&str> = needed.map(|column| &*column.name.names.vi).collect();
    let may_lack = cx.setting.draft && !columns.at.is_empty();
    if !needed.is_empty() && !may_lack {
        let start = titles.first().map(|cell| place_of(cell, cx).range.start);
        let end = titles.last().map(|cell| place_of(cell, cx).range.end);
        let row = Place::new(file, start.unwrap_or_default()..end.unwrap_or_default());
        let problem = Diagnostic::error(Code::MissingColumn, &row);
        cx.report(
            problem
                .with("column", needed.join("\", \""))
                .with("known", titles_in_words(key)),
        );
        is_sound = false;
    }
    is_sound.then_some(columns)
}

/// Looks at titles that the paper does not have. One that looks like an absent column is a slip; one that no paper has is
/// pointed out.
fn others_are_others(
    key: &Key,
    (others, absent): (&[(String, &Cell)], &[&str]),
    file: FileId,
    cx: &mut Context<'_>,
) -> bool {
    let mut unknown = Vec::new();
    let mut are = true;
    for (title, cell) in others {
        let place = place(file, cell.row, cell.column, cx.sources());
        let problem = Diagnostic::error(Code::UnknownColumn, &place)
            .with("column", cell.content.shown())
            .with("known", titles_in_words(key));
        let problem = suggest(problem, title, absent);
        if problem.has("suggestion") {
            cx.report(problem);
            are = false;
        } else if !cx.enclosed().is_some_and(|enclosed| enclosed.is_title(title)) {
            // A title may go over several lines.
            unknown.push((format!("\"{}\"", normalised(&cell.content.shown())), place));
        }
    }
    if let Some((_, first)) = unknown.first() {
        let warning = Diagnostic::warning(Code::ColumnsNotRead, first);
        let shown: Vec<String> = unknown.iter().map(|(shown, _)| shown.clone()).collect();
        cx.report(warning.with("count", shown.len()).with("columns", shown));
    }
    are
}

impl FoundColumns<'_> {
    /// The title of a column that was found.
    fn cell_of<'c>(&self, column: &Key, titles: &'c [Cell]) -> Option<&'c Cell> {
        let (at, _) = self.at.iter().find(|(_, known)| known.key() == column.key())?;
        titles.iter().find(|cell| cell.column == *at)
    }

    /// Whether a row is none of the table: empty but for its number, a sum, the title of a part ("I", "TẬP THỂ").
    fn passes_over(&self, row: &[Cell]) -> bool {
        let own: Vec<&Cell> = row.iter().filter(|cell| !cell.is_spread).collect();
        let is_number = |cell: &Cell| self.numbering.contains(&cell.column);
        let shown = |cell: &Cell| cell.content.shown();
        let numbers_part = |cell: &Cell| shown(cell).chars().all(|c| !c.is_ascii_digit());
        let (number, rest): (Vec<&Cell>, Vec<&Cell>) =
            own.iter().copied().partition(|cell| is_number(cell));
        let is_part = rest.len() <= 1 && number.first().is_some_and(|cell| numbers_part(cell));
        rest.is_empty() || is_part || own.iter().any(|cell| is_total(&shown(cell)))
    }

    /// A row as a map of YAML. Every column has its key, so that an empty cell is a value that is missing in its place.
    fn node(&self, row: &[Cell], file: FileId, cx: &mut Context<'_>) -> Node {
        let number = row.first().map_or(0, |cell| cell.row);
        let mut entries = Vec::new();
        for (at, column) in &self.at {
            let place = place(file, number, *at, cx.sources());
            let cell = row.iter().find(|cell| cell.column == *at);
            let node = match cell {
                Some(cell) => cell_node(column, &cell.content, place.clone(), cx),
                None => Node { place: place.clone(), value: Value::Null },
            };
            // An empty cell of a column that may be left out is not there.
            if cell.is_none() && column.is_optional() {
                continue;
            }
            entries.push(Entry {
                key: column.key().to_owned(),
                key_place: place,
                node,
            });
        }
        let of = |cell: Option<&Cell>| {
            cell.map(|cell| place(file, cell.row, cell.column, cx.sources()).range)
        };
        let (first, last) = (of(row.first()), of(row.last()));
        let range = first.unwrap_or_default().start..last.unwrap_or_default().end;
        Node {
            place: Place::new(file, range),
            value: Value::Map(entries),
        }
    }
}
