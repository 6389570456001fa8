//! A period beside the same period of another year.

use super::Tally;
use crate::numbers::{Change, Number};

/// Two tallies of the same part of two years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comparison<'a> {
    before: &'a Tally,
    now: &'a Tally,
}

impl<'a> Comparison<'a> {
    /// Sets a tally beside an earlier one. None when they are not about the same part of a year.
    pub fn new(before: &'a Tally, now: &'a Tally) -> Option<Self> {
        (before.period().span == now.period().span).then_some(Self { before, now })
    }

    /// How a number changed. Shares do not change by counts: for them there is none.
    ///
    /// None too when one of the tallies does not have the name: a unit that is new, units in
    /// totals of the past.
    pub fn change(self, path: &str) -> Option<Change> {
        let before = self.before.named().get(path)?.integer()?;
        Some(Change {
            before,
            now: self.now.named().get(path)?.integer()?,
        })
    }

    /// The number of a name: of the period itself, or with `before.` of the earlier one, with
    /// `change.` how much it changed and with `change-percent.` by how many percent.
    pub fn get(self, path: &str) -> Option<Number> {
        if let Some(path) = path.strip_prefix("before.") {
            self.before.named().get(path)
        } else if let Some(path) = path.strip_prefix("change.") {
            self.change(path).map(Number::Change)
        } else if let Some(path) = path.strip_prefix("change-percent.") {
            self.change(path).map(Number::ChangePercent)
        } else {
            self.now.named().get(path)
        }
    }
}
