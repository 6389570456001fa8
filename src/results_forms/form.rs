//! What a workbook for results is made of.

use crate::calendar::Year;
use crate::records::FormTable;

/// The size of letters, pt.
pub(super) const SIZE: f64 = 12.0;

/// What a workbook is made of.
pub(crate) struct ResultsForm<'f> {
    /// The name of the unit.
    pub(crate) unit: &'f str,
    pub(crate) year: Year,
    pub(crate) tables: &'f [FormTable],
    /// What the unit's tasks say.
    pub(crate) tasks: &'f [String],
    /// The names of the awards that can be given in the year.
    pub(crate) awards: &'f [String],
    pub(crate) words: &'f FormWords,
    /// What the unit recorded before: the year, and figures with their names.
    pub(crate) last: &'f [LastFigures],
}

/// What a unit recorded in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LastFigures {
    /// What stands above them.
    pub(crate) title: String,
    pub(crate) figures: Vec<(String, u64)>,
}

/// The sentences of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FormWords {
    pub(crate) title: String,
    /// How to fill it in, step by step.
    pub(crate) guide: Vec<String>,
    /// What Excel says of a word, a day, a number that is wrong.
    pub(crate) wrong: String,
    pub(crate) wrong_word: String,
    pub(crate) wrong_day: String,
    pub(crate) wrong_number: String,
    /// What it says of a cell that must be filled.
    pub(crate) needed: String,
}
