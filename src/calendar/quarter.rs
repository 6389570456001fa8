//! Quarters: the first to the fourth of a year, in Roman numerals on paper.

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
    fn quarters_are_one_to_four() {
        let read = ["0", "1", "2", "3", "4", "5", "I"].map(Quarter::parse);
        assert_eq!(read[1..5].iter().flatten().count(), 4);
        assert_eq!((read[0], read[5], read[6]), (None, None, None));
        assert_eq!(Quarter::ALL.map(Quarter::roman), ["I", "II", "III", "IV"]);
    }
}
