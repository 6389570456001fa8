//! Years: whole numbers within a range that papers can mean.

use std::fmt;

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
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
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
}
