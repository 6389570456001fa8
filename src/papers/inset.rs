//! What stands between the parts of a text: a table, a picture.

use std::sync::Arc;

use super::text::Text;

/// A table or a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inset {
    /// A table.
    Table(PaperTable),
    /// A picture.
    Picture(Picture),
}

/// A table as the writer orders it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperTable {
    /// What is written above it.
    pub caption: Option<Text>,
    /// What its columns hold; as many as every row has cells.
    pub columns: Vec<TableColumn>,
    /// The titles of the columns.
    pub head: Vec<Option<Text>>,
    /// The rows; an empty cell is none.
    pub rows: Vec<Vec<Option<Text>>>,
    /// The sums, where the last row holds them.
    pub total: Option<Vec<Option<Text>>>,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableColumn {
    /// The numbers of the rows.
    Number,
    /// Figures.
    Figure,
    /// Anything else.
    Text,
}

impl TableColumn {
    /// Its kind among the columns of `nd30.typ`.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Figure => "figure",
            Self::Text => "text",
        }
    }
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its path in the workspace.
    pub path: String,
    /// The file, a PNG or a JPEG.
    pub bytes: Arc<[u8]>,
    /// What it shows, for those who do not see it.
    pub alt: Text,
    /// What is written below it.
    pub caption: Option<Text>,
}
