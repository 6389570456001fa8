//! The review sheet: what rolling a whole year came to, in words, ready for its template.

use super::MarkedText;
use crate::calendar::Year;

/// The review sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewSheet {
    /// The old year.
    pub from: Year,
    /// The new year.
    pub to: Year,
    /// Its title as a property of the file.
    pub title: String,
    /// The files that were made, by their paths.
    pub files: Vec<String>,
    /// What was changed.
    pub changes: Vec<ChangeRow>,
    /// The papers that were not made, since nobody is there to issue them.
    pub ended: Vec<EndedRow>,
    /// The tasks that were dropped.
    pub dropped: Vec<DropRow>,
    /// The new days on which offices are closed.
    pub days_off: Vec<DayRow>,
    /// What is to be decided.
    pub questions: Vec<QuestionRow>,
    /// The round anniversaries of the new year.
    pub commemorations: Vec<String>,
}

/// Which files and which place in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Where {
    /// The files.
    pub files: String,
    /// The place.
    pub place: String,
}

/// A change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeRow {
    /// Where.
    pub at: Where,
    /// What stood there.
    pub old: MarkedText,
    /// What stands there now.
    pub new: MarkedText,
    /// Why.
    pub why: String,
}

/// A paper that was not made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndedRow {
    /// The old file.
    pub file: String,
    /// Who issued it.
    pub agency: String,
    /// Who took over, in words; empty when nobody is named.
    pub successor: String,
}

/// A task that was dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DropRow {
    /// Where.
    pub at: Where,
    /// What it said.
    pub old: String,
    /// Why.
    pub why: String,
}

/// A new day on which offices are closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayRow {
    /// Where.
    pub at: Where,
    /// The day.
    pub date: String,
    /// Why offices are closed.
    pub why: String,
}

/// A difference between two plans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DifferenceRow {
    /// The place.
    pub place: String,
    /// What kind of difference.
    pub what: String,
    /// The old plan's text.
    pub old: MarkedText,
    /// The new plan's text.
    pub new: MarkedText,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionRow {
    /// Where.
    pub at: Where,
    /// What stands there.
    pub text: MarkedText,
    /// What is to be decided.
    pub ask: String,
    /// What could stand there.
    pub proposals: Vec<String>,
}
