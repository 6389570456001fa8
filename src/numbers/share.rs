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
    /// As papers print it: "12,5%", rounded half up. None of nothing.
    ///
    /// A part is never printed as all or as nothing: it gets as many decimals as that takes, so
    /// that 9.999 of 10.000 are "99,99%".
    pub fn text(self) -> Option<String> {
        let (part, whole) = (self.part, self.whole);
        let places = (1..MOST_PLACES).find(|places| {
            let scaled = percent_scaled(part, whole, *places);
            let all = 100 * 10_u128.pow(*places);
            (scaled == Some(0)) == (part == 0) && (scaled == Some(all)) == (part == whole)
        });
        let places = places.unwrap_or(MOST_PLACES);
        Some(format!("{}{PERCENT}", decimal(percent_scaled(part, whole, places)?, places)))
    }
}

/// The most decimals of a percentage: enough for one of 999.999.999.
const MOST_PLACES: u32 = 10;

/// Below this a former number gives no percentage: of 3 one more is no "33,3%".
pub const LEAST_BASE: u64 = 10;

/// A number then and now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Growth {
    /// Then.
    pub before: u64,
    /// Now.
    pub now: u64,
}

/// A difference: its direction and its size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delta {
    /// [`Ordering::Greater`] for an increase ("tăng"), [`Ordering::Less`] for a decrease ("giảm").
    pub direction: Ordering,
    /// How much.
    pub by: u64,
}

impl Growth {
    /// What came to it or went from it.
    pub fn difference(self) -> Delta {
        Delta {
            direction: self.now.cmp(&self.before),
            by: self.now.abs_diff(self.before),
        }
    }

    /// The size of the difference in tenths of a percent of the former number, rounded half up
    /// (a decrease like an increase: papers print "giảm 12,5%"). None from less than
    /// [`LEAST_BASE`].
    pub fn tenths(self) -> Option<u128> {
        let base = Some(self.before).filter(|before| *before >= LEAST_BASE)?;
        percent_scaled(self.difference().by, base, 1)
    }

    /// The size of the difference as a percentage without sign: "12,5%". None from less than
    /// [`LEAST_BASE`]. As of a [`Share`], what is not all is not printed as all.
    pub fn percent(self) -> Option<String> {
        let tenths = self.tenths()?;
        let difference = Share { part: self.difference().by, whole: self.before };
        if tenths == 0 { Some(format!("0{PERCENT}")) } else { difference.text() }
    }

    /// The difference as a percentage with its sign: "+12,5%". What rounds to zero has none.
    pub fn percent_signed(self) -> Option<String> {
        let sign = match self.tenths()? {
            0 => "",
            _ => self.difference().sign(),
        };
        Some(format!("{sign}{}", self.percent()?))
    }
}

impl Delta {
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

/// `part / whole` in percent, with so many decimals, rounded half up. In 128 bits nothing
/// overflows. None of nothing.
fn percent_scaled(part: u64, whole: u64, places: u32) -> Option<u128> {
    let (part, whole) = (u128::from(part), u128::from(whole));
    (200 * 10_u128.pow(places) * part + whole).checked_div(2 * whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn shares_round_half_up_to_one_decimal() {
        for (part, whole, text) in [
            (1, 8, "12,5%"),
            (1, 3, "33,3%"),
            (2, 3, "66,7%"),
            (1, 1, "100%"),
            (0, 5, "0%"),
            (1, 2000, "0,1%"),
            (1, 2001, "0,05%"),
            (1999, 2000, "99,95%"),
            (9_999, 10_000, "99,99%"),
            (1, 999_999_999, "0,0000001%"),
            (0, 999_999_999, "0%"),
            (3, 2, "150%"),
            (12_345, 1, "1.234.500%"),
        ] {
            let share = Share { part, whole };
            assert_eq!(share.text().as_deref(), Some(text), "{part}/{whole}");
        }
        assert_eq!(Share { part: 5, whole: 0 }.text(), None);
    }

    #[test]
    fn changes_have_signs_and_no_percentage_from_too_little() {
        let of = |before, now| {
            let change = Growth { before, now };
            (change.difference().signed(), change.percent_signed())
        };
        let pair =
            |sum: &str, percent: Option<&str>| (sum.to_owned(), percent.map(str::to_owned));
        assert_eq!(of(16, 18), pair("+2", Some("+12,5%")));
        assert_eq!(of(16, 14), pair("-2", Some("-12,5%")));
        assert_eq!(of(10, 11), pair("+1", Some("+10%")));
        assert_eq!(of(9, 10), pair("+1", None));
        assert_eq!(of(3_000, 1), pair("-2.999", Some("-99,97%")));
        assert_eq!(of(3_000, 0), pair("-3.000", Some("-100%")));
        assert_eq!(of(2000, 1999), pair("-1", Some("-0,1%")));
        assert_eq!(of(9999, 10_000), pair("+1", Some("0%")));
        assert_eq!(of(50, 50), pair("0", Some("0%")));
        assert_eq!(of(0, 5), pair("+5", None));
        assert_eq!(of(0, 0), pair("0", None));
    }

    proptest! {
        #[test]
        fn rounding_is_off_by_at_most_half_a_tenth(part: u64, whole in 1_u64..) {
            let tenths = percent_scaled(part, whole, 1).expect("a whole");
            let (part, whole) = (u128::from(part) * 1000, u128::from(whole));
            // tenths - 1/2 <= part / whole < tenths + 1/2, times 2 * whole
            prop_assert!(2 * tenths * whole <= 2 * part + whole);
            prop_assert!(2 * part < 2 * tenths * whole + whole);
        }
    }
}
