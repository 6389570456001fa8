//! Values along an axis: which are marked, and how many points one of them takes.

use super::metrics::width;
use crate::numbers::grouped;

/// Size of the values along an axis.
pub(super) const TICK_SIZE: f64 = 10.0;
/// Length of a mark.
pub(super) const TICK: f64 = 3.0;

/// An axis from zero to the highest value. It ends there: nothing lies beyond.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    /// The highest value, at least one.
    highest: u64,
    /// How long the axis is.
    length: f64,
}

impl Scale {
    /// An axis of a length for values up to the highest.
    pub(super) fn new(highest: u64, length: f64) -> Self {
        Self { highest: highest.max(1), length }
    }

    /// How far from zero a value lies.
    pub(super) fn at(&self, value: u64) -> f64 {
        // What a rounding beyond 2^53 changes cannot be seen.
        value as f64 / self.highest as f64 * self.length
    }

    /// The values that are marked, with their texts: round ones, at least `apart` points from
    /// each other.
    pub(super) fn ticks(&self, apart: f64) -> Vec<(u64, String)> {
        let step = round(self.highest as f64 * apart / self.length);
        let mut ticks = Vec::new();
        let mut next = Some(0_u64);
        while let Some(tick) = next.filter(|tick| *tick <= self.highest) {
            ticks.push((tick, grouped(tick)));
            next = tick.checked_add(step);
        }
        ticks
    }

    /// How wide its widest text is.
    pub(super) fn widest(&self) -> f64 {
        width(&grouped(self.highest), TICK_SIZE)
    }
}

/// The smallest of 1, 2, 5, 10, 20, 50 and so on that is no less than `least`.
fn round(least: f64) -> u64 {
    let mut power = 1_u64;
    loop {
        let found = [1, 2, 5]
            .into_iter()
            .filter_map(|factor| power.checked_mul(factor))
            .find(|step| *step as f64 >= least);
        match (found, power.checked_mul(10)) {
            (Some(step), _) => return step,
            (None, Some(higher)) => power = higher,
            (None, None) => return u64::MAX,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_round_and_apart() {
        let ticks = |highest, apart| {
            let ticks = Scale::new(highest, 100.0).ticks(apart);
            ticks.into_iter().map(|(tick, _)| tick).collect::<Vec<_>>()
        };
        assert_eq!(ticks(0, 20.0), [0, 1]);
        assert_eq!(ticks(3, 20.0), [0, 1, 2, 3]);
        assert_eq!(ticks(187, 20.0), [0, 50, 100, 150]);
        assert_eq!(ticks(999_999_999, 30.0), [0, 500_000_000]);
        assert_eq!(ticks(u64::MAX, 90.0), [0, u64::MAX]);
    }
}
