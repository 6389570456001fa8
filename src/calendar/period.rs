//! Years and quarters.

use std::fmt;

use super::Date;

/// A calendar year that papers of this program can belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(u16);

impl Year {
    /// The years that make sense for an office's papers.
    pub const RANGE: std::ops::RangeInclusive<u16> = 1945..=2199;

    /// A year within [`Year::RANGE`].
    pub fn new(year: u16) -> Option<Self> {
        Self::RANGE.contains(&year).then_some(Self(year))
    }

    /// Reads four digits.
    pub fn parse(text: &str) -> Option<Self> {
        let four = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        four.then(|| text.parse().ok().and_then(Self::new)).flatten()
    }

    /// The number of the year.
    pub fn get(self) -> u16 {
        self.0
    }

    /// Its first day. Every year of [`Year::RANGE`] has one.
    pub fn first_day(self) -> Option<Date> {
        Date::new(self, 1, 1)
    }

    /// Its last day. Every year of [`Year::RANGE`] has one.
    pub fn last_day(self) -> Option<Date> {
        Date::new(self, 12, 31)
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A quarter of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quarter {
    /// January to March.
    First,
    /// April to June.
    Second,
    /// July to September.
    Third,
    /// October to December.
    Fourth,
}

impl Quarter {
    /// All four, in order.
    pub const ALL: [Self; 4] = [Self::First, Self::Second, Self::Third, Self::Fourth];

    /// Reads `1` to `4`.
    pub fn parse(text: &str) -> Option<Self> {
        let index = text.parse::<usize>().ok()?.checked_sub(1)?;
        Self::ALL.get(index).copied()
    }

    /// The Roman number that plans and reports print.
    pub fn roman(self) -> &'static str {
        match self {
            Self::First => "I",
            Self::Second => "II",
            Self::Third => "III",
            Self::Fourth => "IV",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_have_four_digits_and_a_sensible_range() {
        assert_eq!(Year::parse("2024").map(Year::get), Some(2024));
        for wrong in ["24", "02024", "1024", "2200", "20x4", "", "+204"] {
            assert_eq!(Year::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn quarters_are_one_to_four() {
        let read = ["0", "1", "2", "3", "4", "5", "I"].map(Quarter::parse);
        assert_eq!(read[1..5].iter().flatten().count(), 4);
        assert_eq!((read[0], read[5], read[6]), (None, None, None));
        assert_eq!(Quarter::ALL.map(Quarter::roman), ["I", "II", "III", "IV"]);
    }
}
