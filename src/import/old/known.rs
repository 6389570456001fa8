//! What the workspace knows that helps to read an old paper, and what comes of that.

use crate::calendar::Year;
use crate::law::Awards;
use crate::office::Directory;

/// A task of another year's plan, which an old one may have too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KnownTask {
    pub(crate) id: String,
    /// What it says.
    pub(crate) texts: Vec<String>,
    /// The right words of one that was issued with a slip.
    pub(crate) corrected: Vec<String>,
    pub(crate) repeats: Option<String>,
}

/// What the workspace knows.
pub(crate) struct Known<'k> {
    pub(crate) directory: &'k Directory,
    pub(crate) awards: &'k Awards,
    /// The tasks of its plans.
    pub(crate) tasks: &'k [KnownTask],
}

/// An old plan as a file of data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OldPlan {
    /// The year of the plan.
    pub(crate) year: Year,
    /// The text of the file.
    pub(crate) text: String,
    /// The tasks whose ids were made of their words, and have to be looked at.
    pub(crate) new_ids: Vec<String>,
    /// Names that no agency of the office has.
    pub(crate) unknown: Vec<String>,
}
