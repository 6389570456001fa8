//! Dates, and the date of a document, whose day the clerk may still have to write in.
//!
//! A blank day is a value of its own ([`IssueDate`]), so that nobody prints "ngày  tháng 01" by
//! accident or compares a day that is not there.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::Year;

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub(super) NaiveDate);

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: Year,
    /// The month, 1 to 12.
    number: u8,
}

impl Month {
    /// Which of the year, 1 to 12.
    pub fn number(self) -> u8 {
        self.number
    }
}

/// The date under which a document is issued.
///
/// The law leaves the day to the clerk who numbers the paper (Decree 30/2020/NĐ-CP, Article 15),
/// so a paper may be complete without it. A month is always known, except in drafts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IssueDate {
    /// The whole date.
    Given(Date),
    /// The day is written in by hand.
    DayBlank(Month),
    /// Not known yet; drafts only.
    Blank,
}

/// Why a date could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParseDateError {
    /// Not in the form `2024-01-15` or `2024-01`.
    Form,
    /// In the right form, but the calendar has no such day or month.
    Impossible,
}

impl Year {
    /// Its first day. Every year of [`Year::RANGE`] has one.
    pub fn first_day(self) -> Option<Date> {
        Date::new(self, 1, 1)
    }

    /// Its last day. Every year of [`Year::RANGE`] has one.
    pub fn last_day(self) -> Option<Date> {
        Date::new(self, 12, 31)
    }

    /// The last day of one of its months, 1 to 12.
    pub(super) fn last_day_of(self, month: u8) -> Option<Date> {
        (28..=31).rev().find_map(|day| Date::new(self, month, day))
    }
}

impl Date {
    /// Reads `2024-01-15`.
    ///
    /// # Errors
    /// When the form is another, or the calendar has no such day.
    pub fn parse(text: &str) -> Result<Self, ParseDateError> {
        match IssueDate::parse(text)? {
            IssueDate::Given(date) => Ok(date),
            IssueDate::DayBlank(_) | IssueDate::Blank => Err(ParseDateError::Form),
        }
    }

    /// A day of the calendar, if there is one.
    pub fn new(year: Year, month: u8, day: u8) -> Option<Self> {
        NaiveDate::from_ymd_opt(year.get().into(), month.into(), day.into()).map(Self)
    }

    /// A day of any year of our era: of what is commemorated.
    pub fn of_history(year: u16, month: u8, day: u8) -> Option<Self> {
        NaiveDate::from_ymd_opt(year.into(), month.into(), day.into()).map(Self)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The same day of another year; 29 February becomes the 28th where there is none.
    pub fn in_year(self, year: Year) -> Option<Self> {
        let in_year = |date: NaiveDate| date.with_year(year.get().into());
        in_year(self.0).or_else(|| in_year(self.0.pred_opt()?)).map(Self)
    }

    /// The same day a year earlier; of 29 February, the 28th.
    pub fn year_earlier(self) -> Option<Self> {
        let year = u16::try_from(self.year() - 1).ok().and_then(Year::new)?;
        self.in_year(year).or_else(|| Self::new(year, 2, 28))
    }

    /// How many days it lies after another; negative before it.
    pub fn days_since(self, other: Self) -> i64 {
        self.0.signed_duration_since(other.0).num_days()
    }

    /// As running text writes it: `15/01/2024`, `07/5/1954`.
    pub fn slashed(self) -> String {
        format!("{}/{}/{}", day_digits(self.day()), month_digits(self.month()), self.year())
    }
}

impl Date {
    /// As bases write it: "28 tháng 12 năm 2023".
    pub fn in_words(self) -> String {
        let (day, month) = (day_digits(self.day()), month_digits(self.month()));
        format!("{day} tháng {month} năm {}", self.year())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl IssueDate {
    /// Reads `2024-01-15`, or `2024-01` while the day is blank.
    ///
    /// # Errors
    /// When the form is another, or the calendar has no such day.
    pub fn parse(text: &str) -> Result<Self, ParseDateError> {
        let mut parts = text.split('-');
        let year = parts.next().and_then(Year::parse).ok_or(ParseDateError::Form)?;
        let month = parts.next().and_then(two_digits).ok_or(ParseDateError::Form)?;
        if !(1..=12).contains(&month) {
            return Err(ParseDateError::Impossible);
        }
        let Some(day) = parts.next() else {
            return Ok(Self::DayBlank(Month { year, number: month }));
        };
        let day = two_digits(day).ok_or(ParseDateError::Form)?;
        if parts.next().is_some() {
            return Err(ParseDateError::Form);
        }
        Date::new(year, month, day)
            .map(Self::Given)
            .ok_or(ParseDateError::Impossible)
    }

    /// As YAML has it: `2024-01-15`, `2024-01`; none when it is blank.
    pub(crate) fn key(self) -> Option<String> {
        match self {
            Self::Given(date) => Some(date.to_string()),
            Self::DayBlank(Month { year, number }) => Some(format!("{year}-{number:02}")),
            Self::Blank => None,
        }
    }

    /// The year, when known.
    pub fn year(self) -> Option<i32> {
        match self {
            Self::Given(date) => Some(date.year()),
            Self::DayBlank(month) => Some(month.year.get().into()),
            Self::Blank => None,
        }
    }

    /// The month as the date line prints it (`01`, `12`), when known.
    pub fn month_digits(self) -> Option<String> {
        match self {
            Self::Given(date) => Some(month_digits(date.month())),
            Self::DayBlank(month) => Some(month_digits(month.number.into())),
            Self::Blank => None,
        }
    }

    /// The day as the date line prints it (`05`, `28`), when known.
    pub fn day_digits(self) -> Option<String> {
        match self {
            Self::Given(date) => Some(day_digits(date.day())),
            Self::DayBlank(_) | Self::Blank => None,
        }
    }

    /// The first and the last day that the date can turn out to be; none when it is blank.
    pub fn span(self) -> Option<(Date, Date)> {
        match self {
            Self::Given(date) => Some((date, date)),
            Self::DayBlank(Month { year, number }) => {
                let first = Date::new(year, number, 1)?;
                let last = year.last_day_of(number)?;
                Some((first, last))
            }
            Self::Blank => None,
        }
    }
}

/// A day below 10 has a leading zero.
fn day_digits(day: u32) -> String {
    format!("{day:02}")
}

/// January and February have a leading zero, the other months have none.
fn month_digits(month: u32) -> String {
    if month < 3 { format!("{month:02}") } else { month.to_string() }
}

/// Reads exactly two digits.
fn two_digits(text: &str) -> Option<u8> {
    let two = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    two.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> IssueDate {
        IssueDate::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"))
    }

    #[test]
    fn zeros_stand_where_the_decree_wants_them() {
        let given = parse("2020-01-05");
        assert_eq!(given.day_digits().as_deref(), Some("05"));
        assert_eq!(given.month_digits().as_deref(), Some("01"));
        assert_eq!(parse("2019-06-29").month_digits().as_deref(), Some("6"));
        assert_eq!(parse("2019-10-29").month_digits().as_deref(), Some("10"));
        let slashed = |text| Date::parse(text).map(Date::slashed);
        assert_eq!(slashed("1954-05-07"), Ok("07/5/1954".to_owned()));
        assert_eq!(slashed("2023-12-28"), Ok("28/12/2023".to_owned()));
        let words = Date::parse("2024-02-05").map(Date::in_words);
        assert_eq!(words, Ok("05 tháng 02 năm 2024".to_owned()));
    }

    #[test]
    fn a_blank_day_is_known_to_lie_in_its_month() {
        let (first, last) = parse("2024-02").span().expect("a month has days");
        assert_eq!(
            (first.to_string(), last.to_string()),
            ("2024-02-01".into(), "2024-02-29".into())
        );
        assert_eq!(parse("2024-02").day_digits(), None);
        assert_eq!(IssueDate::Blank.span(), None);
    }

    #[test]
    fn impossible_days_and_other_forms_are_told_apart() {
        for text in ["2023-02-29", "2024-13", "2024-04-31", "2024-00"] {
            assert_eq!(IssueDate::parse(text), Err(ParseDateError::Impossible), "{text}");
        }
        for text in ["15/01/2024", "2024", "2024-1", "24-01-15", "2024-01-15-1", ""] {
            assert_eq!(IssueDate::parse(text), Err(ParseDateError::Form), "{text}");
        }
        assert_eq!(Date::parse("2024-01"), Err(ParseDateError::Form));
    }
}
