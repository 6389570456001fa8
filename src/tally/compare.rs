//! A period beside the same period of another year: differences and shares, exact.

use super::Tally;
use super::names::{BEFORE, CHANGE, CHANGE_PERCENT};
use crate::numbers::{Growth, Number};

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

    /// The numbers that the comparison adds to those of the period, by name: each of the earlier
    /// period ([`BEFORE`]), how much it changed ([`CHANGE`]), by how many percent
    /// ([`CHANGE_PERCENT`]).
    ///
    /// What one of the tallies does not have is not compared: a unit that is new, a share, which
    /// does not change by counts. What one of them does not know stays unknown.
    pub fn numbers(self) -> impl Iterator<Item = (String, Number)> + 'a {
        self.now.named().iter().flat_map(move |(name, now)| {
            let before = self.before.named().get(name);
            let (change, percent) = before.and_then(|before| change(before, now)).unzip();
            let added = [(BEFORE, before), (CHANGE, change), (CHANGE_PERCENT, percent)];
            added
                .into_iter()
                .filter_map(move |(prefix, number)| Some((format!("{prefix}{name}"), number?)))
        })
    }
}

/// How a number changed, in counts and in percent.
fn change(before: Number, now: Number) -> Option<(Number, Number)> {
    if before == Number::Unknown || now == Number::Unknown {
        return Some((Number::Unknown, Number::Unknown));
    }
    let change = Growth { before: before.integer()?, now: now.integer()? };
    Some((Number::Change(change), Number::ChangePercent(change)))
}
