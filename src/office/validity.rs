//! The days on which something is in office, or in force.

use crate::calendar::{Date, IssueDate};

/// The days on which an agency or a signer is in office; open ends are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Validity {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
}

impl Validity {
    /// Whether a document of this date can fall among the days. A date with a blank day can
    /// when any day of its month does; a blank date always can.
    pub fn admits(&self, date: IssueDate) -> bool {
        date.span().is_none_or(|(first, last)| {
            self.from.is_none_or(|from| from <= last)
                && self.until.is_none_or(|until| first <= until)
        })
    }

    /// Whether the two share a day.
    pub fn overlaps(&self, other: &Self) -> bool {
        let starts_by = |a: &Self, b: &Self| {
            a.from.is_none_or(|from| b.until.is_none_or(|until| from <= until))
        };
        starts_by(self, other) && starts_by(other, self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_admits_a_blank_day_when_one_day_of_the_month_fits() {
        let date = |text| Date::parse(text).ok();
        let period = Validity {
            from: date("2024-01-20"),
            until: date("2025-06-30"),
        };
        let admits = |text| IssueDate::parse(text).is_ok_and(|date| period.admits(date));
        assert!(admits("2024-01") && admits("2025-06") && admits("2024-01-20"));
        assert!(!admits("2024-01-19") && !admits("2025-07") && !admits("2023-12"));
        assert!(period.admits(IssueDate::Blank));
        let later = Validity { from: date("2025-07-01"), until: None };
        assert!(!period.overlaps(&later) && period.overlaps(&Validity::default()));
    }
}
