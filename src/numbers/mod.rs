//! Numbers as Vietnamese papers write them, in digits and in words.
//!
//! In go counts, amounts and fractions; out comes text. Everything is exact: counts are integers, a
//! percentage is a fraction until it is printed. Thousands are set off with a stop, decimals with a
//! comma: `1.234`, `12,5%`. Nothing here rounds twice, since a figure of a report is held against
//! its table by people with calculators.

mod digits;
mod roman;
mod share;
mod words;

pub use digits::{PERCENT, decimal, grouped};
pub(crate) use roman::roman;
pub use share::{Delta, Growth, LEAST_BASE, Share};
pub use words::{Zero, in_words};

/// A number that a report can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// How many.
    Count(u64),
    /// An amount in đồng.
    Money(u64),
    /// A part of a whole, printed as a percentage.
    Share(Share),
    /// By how much a number changed, printed with its sign.
    Change(Growth),
    /// By how much of its former value a number changed, printed as a percentage with its sign.
    ChangePercent(Growth),
    /// One that nobody knows, such as what was due in a year of which only totals are known.
    Unknown,
}

impl Number {
    /// As papers print it, without the name of a unit other than "%". None where there is no
    /// such number: a share of nothing, a percentage of change from too little.
    pub fn text(self) -> Option<String> {
        match self {
            Self::Count(number) | Self::Money(number) => Some(grouped(number)),
            Self::Share(share) => share.text(),
            Self::Change(change) => Some(change.difference().signed()),
            Self::ChangePercent(change) => change.percent_signed(),
            Self::Unknown => None,
        }
    }

    /// The integer, of a count or an amount.
    pub fn integer(self) -> Option<u64> {
        match self {
            Self::Count(number) | Self::Money(number) => Some(number),
            Self::Share(_) | Self::Change(_) | Self::ChangePercent(_) | Self::Unknown => None,
        }
    }

    /// A count or amount in words; none for other numbers.
    pub fn words(self, zero: Zero) -> Option<String> {
        self.integer().map(|number| in_words(number, zero))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_number_has_its_form() {
        let change = Growth { before: 16, now: 18 };
        let texts = [
            Number::Count(12_345),
            Number::Money(1_500_000),
            Number::Share(Share { part: 1, whole: 8 }),
            Number::Change(change),
            Number::ChangePercent(change),
            Number::Share(Share { part: 0, whole: 0 }),
        ]
        .map(Number::text);
        let expected = ["12.345", "1.500.000", "12,5%", "+2", "+12,5%"];
        assert_eq!(texts[..5], expected.map(|text| Some(text.to_owned())));
        assert_eq!(texts[5], None);
        assert_eq!(Number::Count(15).words(Zero::Linh).as_deref(), Some("mười lăm"));
        assert_eq!(Number::Change(change).words(Zero::Linh), None);
    }
}
