//! A period beside the same period of another year.

use super::Tally;
use super::names::{BEFORE, CHANGE, CHANGE_PERCENT};
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

    /// The numbers that the comparison adds to those of the period, by name: each of the earlier
    /// period ([`BEFORE`]), how much it changed ([`CHANGE`]), by how many percent
    /// ([`CHANGE_PERCENT`]).
    pub fn numbers(self) -> impl Iterator<Item = (String, Number)> + 'a {
        self.now.named().names().flat_map(move |name| {
            let change = self.change(name);
            let added = [
                (BEFORE, self.before.named().get(name)),
                (CHANGE, change.map(Number::Change)),
                (CHANGE_PERCENT, change.map(Number::ChangePercent)),
            ];
            added
                .into_iter()
                .filter_map(move |(prefix, number)| Some((format!("{prefix}{name}"), number?)))
        })
    }
}
