//! By when a task of a plan is to be done: the end of its quarter, unless its entry says a day, a month or all year.

use super::{Date, Period, Quarter, Span, Year};

/// By when a task is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// By the end of its quarter.
    Quarter(Quarter),
    /// By the end of a month, 1 to 12.
    Month(u8),
    /// By the end of a day.
    Day(Date),
    /// All year long: by the end of the year.
    AllYear,
}

impl Due {
    /// The word for a task that goes on all year.
    pub const ALL_YEAR: &str = "all-year";

    /// The last day on which it is done in time, for a task of a year's plan.
    pub fn last_day(self, year: Year) -> Option<Date> {
        match self {
            Self::Quarter(quarter) => Period::new(year, Span::Quarter(quarter)).last_day(),
            Self::Month(month) => year.last_day_of(month),
            Self::Day(day) => Some(day),
            Self::AllYear => year.last_day(),
        }
    }

    /// As tables write it: "Quý I", "Tháng 3", "15/01/2024", "Cả năm".
    pub fn in_words(self) -> String {
        match self {
            Self::Quarter(quarter) => format!("Quý {}", quarter.roman()),
            Self::Month(month) => format!("Tháng {month}"),
            Self::Day(day) => day.slashed(),
            Self::AllYear => "Cả năm".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_ends_on_its_last_day_and_all_year_with_the_year() {
        let year = Year::new(2024).expect("a year");
        let last = |due: Due| due.last_day(year).map(|day| day.to_string());
        assert_eq!(last(Due::Quarter(Quarter::Second)).as_deref(), Some("2024-06-30"));
        assert_eq!(last(Due::Month(2)).as_deref(), Some("2024-02-29"));
        assert_eq!(last(Due::AllYear).as_deref(), Some("2024-12-31"));
        let day = Date::parse("2024-01-15").expect("a date");
        assert_eq!(
            (Due::Day(day).last_day(year), Due::Day(day).in_words()),
            (Some(day), "15/01/2024".to_owned())
        );
    }
}
