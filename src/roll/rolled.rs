//! What becomes of a text that is rolled: the new letters, and why each changed, stayed or is asked
//! about.

use std::ops::Range;

use super::{Doubt, KeptBecause, Reason};
use crate::calendar::{Date, Year};

/// From which year's document to which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// The year of the document as it stands.
    pub from: Year,
    /// The year of the new document; may be several years on, or before.
    pub to: Year,
}

impl Frame {
    /// By how many years papers move.
    pub(crate) fn delta(self) -> i32 {
        i32::from(self.to.get()) - i32::from(self.from.get())
    }

    /// A year, moved on; none when there is no such year.
    pub(crate) fn moved(self, year: i32) -> Option<Year> {
        u16::try_from(year + self.delta()).ok().and_then(Year::new)
    }
}

/// The new text and what there is to know about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rolled {
    /// The new text.
    pub text: String,
    /// What was changed, in order.
    pub changes: Vec<Change>,
    /// What the clerk has to decide, in order.
    pub questions: Vec<Question>,
    /// What was found and stays, in order.
    pub kept: Vec<Kept>,
}

/// One changed place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its bytes in the old text.
    pub old: Range<usize>,
    /// Its bytes in the new text.
    pub new: Range<usize>,
    /// Why it was changed.
    pub reason: Reason,
    /// The whole new day, when a day was changed.
    pub date: Option<Date>,
}

/// A place that the clerk has to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its bytes in the old text.
    pub range: Range<usize>,
    /// What is to be decided.
    pub doubt: Doubt,
}

/// A place that stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its bytes in the old text.
    pub range: Range<usize>,
    /// Why.
    pub reason: KeptBecause,
}
