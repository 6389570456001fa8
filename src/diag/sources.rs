//! The texts that diagnostics point into: YAML files, tables, templates, generated markup.
//!
//! In goes a text with its name; out comes a number that a place carries. Texts that all documents
//! share lie below those of each document, so that a worker copies nothing.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use super::table::{Table, TableText};

/// Names a text held by [`Sources`]: by its layer, which no other has the number of, and its place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId {
    layer: u32,
    at: u32,
}

impl FileId {
    /// The numbers behind the name, for a text that can hold nothing else.
    pub(crate) fn numbers(self) -> [u32; 2] {
        [self.layer, self.at]
    }

    /// The name of these numbers.
    pub(crate) fn numbered([layer, at]: [u32; 2]) -> Self {
        Self { layer, at }
    }
}

/// A text with the name that a person knows it by.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    text: String,
    table: Option<Table>,
    is_marked: bool,
}

impl Source {
    /// The path as shown: relative to the workspace, with forward slashes.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the file begins with a byte order mark, which the text does not hold.
    pub fn is_marked(&self) -> bool {
        self.is_marked
    }

    /// Line and column of a byte offset, both from 1; the column counts characters.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let before = self.text.get(..offset).unwrap_or(&self.text);
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (line, before[start..].chars().count() + 1)
    }

    /// The bytes of a line, counted from 0, without its end.
    pub fn line_range(&self, line: usize) -> Option<Range<usize>> {
        let start = match line {
            0 => 0,
            n => self.text.match_indices('\n').nth(n - 1)?.0 + 1,
        };
        let rest = &self.text[start..];
        Some(start..start + rest.find('\n').unwrap_or(rest.len()))
    }

    /// The name of the cell at a byte offset, such as `Khen thưởng!D7`; none in what is no table.
    pub fn cell(&self, offset: usize) -> Option<String> {
        self.table.as_ref()?.cell(offset, &self.text)
    }

    /// The bytes of a cell of a table, whose row and column count from 0.
    pub fn cell_range(&self, row: u32, column: u16) -> Option<Range<usize>> {
        self.table.as_ref()?.range(row, column, &self.text)
    }
}

/// All texts that were read or generated in one run.
///
/// Texts of one document can be laid over those that all share, so that documents made at the
/// same time do not wait for each other.
#[derive(Debug, Clone)]
pub struct Sources {
    shared: Option<Arc<Self>>,
    layer: u32,
    own: Vec<Source>,
}

/// The number of the next layer.
static NEXT_LAYER: AtomicU32 = AtomicU32::new(0);

impl Default for Sources {
    fn default() -> Self {
        let layer = NEXT_LAYER.fetch_add(1, Ordering::Relaxed);
        Self { shared: None, layer, own: Vec::new() }
    }
}

impl Sources {
    /// An empty layer over shared texts, whose ids stay valid.
    pub fn over(shared: &Arc<Self>) -> Self {
        Self { shared: Some(shared.clone()), ..Self::default() }
    }

    /// Keeps a text and names it.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        self.keep(Source {
            name: name.into(),
            text: text.into(),
            table: None,
            is_marked: false,
        })
    }

    /// Keeps the text of a file, which may begin with a byte order mark: that is no part of it.
    pub fn add_file(&mut self, name: impl Into<String>, whole: String) -> FileId {
        let unmarked = whole.strip_prefix('\u{FEFF}').map(str::to_owned);
        let is_marked = unmarked.is_some();
        let text = unmarked.unwrap_or(whole);
        self.keep(Source { name: name.into(), text, table: None, is_marked })
    }

    /// Keeps a sheet of a workbook as a text whose line n is its row n.
    pub fn add_table(
        &mut self,
        name: impl Into<String>,
        sheet: impl Into<String>,
        table: TableText,
    ) -> FileId {
        let (text, table) = table.finish(sheet.into());
        self.keep(Source {
            name: name.into(),
            text,
            table: Some(table),
            is_marked: false,
        })
    }

    fn keep(&mut self, source: Source) -> FileId {
        let at = u32::try_from(self.own.len()).unwrap_or(u32::MAX);
        self.own.push(source);
        FileId { layer: self.layer, at }
    }

    /// Whether it holds the text of an id, or a layer below does.
    pub(super) fn holds(&self, id: FileId) -> bool {
        let is_own = id.layer == self.layer && (id.at as usize) < self.own.len();
        is_own || self.shared.as_ref().is_some_and(|shared| shared.holds(id))
    }

    /// The text behind an id. Ids come from [`Sources::add`] of the same value, or of one that
    /// it lies over.
    pub fn get(&self, id: FileId) -> &Source {
        match &self.shared {
            Some(shared) if id.layer != self.layer => shared.get(id),
            _ => &self.own[id.at as usize],
        }
    }

    /// All texts, in the order in which they were added.
    pub fn all(&self) -> impl Iterator<Item = &Source> {
        self.ids().map(|id| self.get(id))
    }

    /// The ids of all texts, in the order in which they were added.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = FileId> + use<> {
        let mut ids = self
            .shared
            .as_ref()
            .map_or_else(Vec::new, |shared| shared.ids().collect());
        let count = u32::try_from(self.own.len()).unwrap_or(u32::MAX);
        ids.extend((0..count).map(|at| FileId { layer: self.layer, at }));
        ids.into_iter()
    }

    /// The id of the text of this name; of several, the last.
    pub fn named(&self, name: &str) -> Option<FileId> {
        self.ids().rev().find(|id| self.get(*id).name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_start_at_one() {
        let mut sources = Sources::default();
        let id = sources.add("a/b.yaml", "năm: 2024\nquý: 1\n");
        let source = sources.get(id);
        assert_eq!(source.name(), "a/b.yaml");
        assert_eq!(source.line_column(0), (1, 1));
        let offset = source.text().find("2024").expect("is there");
        assert_eq!(source.line_column(offset), (1, 6));
        let offset = source.text().find(": 1").expect("is there");
        assert_eq!(source.line_column(offset), (2, 4));
        assert_eq!(source.line_range(1).map(|r| &source.text()[r]), Some("quý: 1"));
        assert_eq!(source.line_range(9), None);
    }

    #[test]
    fn a_layer_keeps_the_ids_below_it() {
        let mut shared = Sources::default();
        let first = shared.add("a", "1");
        let mut layer = Sources::over(&Arc::new(shared));
        let second = layer.add("b", "2");
        assert_eq!((layer.get(first).text(), layer.get(second).text()), ("1", "2"));
        let other = Sources::default().add("c", "3");
        assert_eq!([first, second, other].map(|id| layer.holds(id)), [true, true, false]);
        assert_eq!(layer.ids().collect::<Vec<_>>(), [first, second]);
    }
}
