//! Parts of a whole and changes, exact until they are printed.

use std::cmp::Ordering;

use super::{PERCENT, decimal, grouped};

/// A part of a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The part; may be more than the whole.
    pub part: u64,
    /// The whole.
    pub whole: u64,
}

impl Share {
    /// Tenths of a percent, rounded half up; none of nothing.
    pub fn tenths(self) -> Option<u128> {
        per_mille(self.part, self.whole)
    }

    /// As papers print it: "12,5 %". None of nothing.
    pub fn text(self) -> Option<String> {
        Some(format!("{}{PERCENT}", decimal(self.tenths()?)))
    }
}

/// A number then and now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Then.
    pub before: u64,
    /// Now.
    pub now: u64,
}

/// A difference: its direction and its size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// [`Ordering::Greater`] for an increase ("tăng"), [`Ordering::Less`] for a decrease ("giảm").
    pub direction: Ordering,
    /// How much.
    pub by: u64,
}

impl Change {
    /// What came to it or went from it.
    pub fn difference(self) -> Difference {
        Difference {
            direction: self.now.cmp(&self.before),
            by: self.now.abs_diff(self.before),
        }
    }

    /// The size of the difference in tenths of a percent of the former number, rounded half up
    /// (a decrease like an increase: papers print "giảm 12,5 %"). None from zero.
    pub fn tenths(self) -> Option<u128> {
        per_mille(self.difference().by, self.before)
    }

    /// The size of the difference as a percentage without sign: "12,5 %". None from zero.
    pub fn percent(self) -> Option<String> {
        Some(format!("{}{PERCENT}", decimal(self.tenths()?)))
    }

    /// The difference as a percentage with its sign: "+12,5 %". What rounds to zero has none.
    pub fn percent_signed(self) -> Option<String> {
        let sign = match self.tenths()? {
            0 => "",
            _ => self.difference().sign(),
        };
        Some(format!("{sign}{}", self.percent()?))
    }
}

impl Difference {
    /// With its sign: "+12", "-3", "0".
    pub fn signed(self) -> String {
        format!("{}{}", self.sign(), grouped(self.by))
    }

    fn sign(self) -> &'static str {
        match self.direction {
            Ordering::Less => "-",
            Ordering::Equal => "",
            Ordering::Greater => "+",
        }
    }
}

/// `part / whole` in thousandths, rounded half up. In 128 bits nothing overflows.
fn per_mille(part: u64, whole: u64) -> Option<u128> {
    let (part, whole) = (u128::from(part), u128::from(whole));
    (2_000 * part + whole).checked_div(2 * whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn plain(text: Option<String>) -> Option<String> {
        text.map(|text| text.replace('\u{a0}', " "))
    }

    #[test]
    fn shares_round_half_up_to_one_decimal() {
        for (part, whole, text) in [
            (1, 8, "12,5 %"),
            (1, 3, "33,3 %"),
            (2, 3, "66,7 %"),
            (1, 1, "100 %"),
            (0, 5, "0 %"),
            (1, 2000, "0,1 %"),
            (1, 2001, "0 %"),
            (1999, 2000, "100 %"),
            (3, 2, "150 %"),
            (12_345, 1, "1.234.500 %"),
        ] {
            let share = Share { part, whole };
            assert_eq!(plain(share.text()).as_deref(), Some(text), "{part}/{whole}");
        }
        assert_eq!(Share { part: 5, whole: 0 }.text(), None);
    }

    #[test]
    fn changes_have_signs_and_no_percentage_from_zero() {
        let of = |before, now| {
            let change = Change { before, now };
            (change.difference().signed(), plain(change.percent_signed()))
        };
        let pair =
            |sum: &str, percent: Option<&str>| (sum.to_owned(), percent.map(str::to_owned));
        assert_eq!(of(8, 9), pair("+1", Some("+12,5 %")));
        assert_eq!(of(8, 7), pair("-1", Some("-12,5 %")));
        assert_eq!(of(2000, 1999), pair("-1", Some("-0,1 %")));
        assert_eq!(of(9999, 10_000), pair("+1", Some("0 %")));
        assert_eq!(of(5, 5), pair("0", Some("0 %")));
        assert_eq!(of(0, 5), pair("+5", None));
        assert_eq!(of(0, 0), pair("0", None));
    }

    proptest! {
        #[test]
        fn rounding_is_off_by_at_most_half_a_tenth(part: u64, whole in 1_u64..) {
            let tenths = Share { part, whole }.tenths().expect("a whole");
            let (part, whole) = (u128::from(part) * 1000, u128::from(whole));
            // tenths - 1/2 <= part / whole < tenths + 1/2, times 2 * whole
            prop_assert!(2 * tenths * whole <= 2 * part + whole);
            prop_assert!(2 * part < 2 * tenths * whole + whole);
        }
    }
}
