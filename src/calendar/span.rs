//! The periods that reports are about: a quarter, half a year, nine months, a year, ten years.

use std::ops::RangeInclusive;

use super::{Date, Quarter, Year};

/// Half a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Half {
    /// January to June.
    First,
    /// July to December.
    Second,
}

/// How long a period is, and where it lies in its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Span {
    /// Three months.
    Quarter(Quarter),
    /// Six months.
    Half(Half),
    /// January to September.
    NineMonths,
    /// The whole year.
    Year,
    /// Ten calendar years, or as many as a review is said to cover ([`Period::of_years`]).
    TenYears,
}

impl Span {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Quarter(Quarter::First),
        Self::Quarter(Quarter::Second),
        Self::Quarter(Quarter::Third),
        Self::Quarter(Quarter::Fourth),
        Self::Half(Half::First),
        Self::Half(Half::Second),
        Self::NineMonths,
        Self::Year,
        Self::TenYears,
    ];

    /// The value of `period:` in YAML and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::Quarter(Quarter::First) => "q1",
            Self::Quarter(Quarter::Second) => "q2",
            Self::Quarter(Quarter::Third) => "q3",
            Self::Quarter(Quarter::Fourth) => "q4",
            Self::Half(Half::First) => "h1",
            Self::Half(Half::Second) => "h2",
            Self::NineMonths => "nine-months",
            Self::Year => "year",
            Self::TenYears => "ten-year",
        }
    }

    /// The span of this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|span| span.key() == key)
    }

    /// Its months of a year, the first and the last.
    fn months(self) -> RangeInclusive<u8> {
        match self {
            Self::Quarter(Quarter::First) => 1..=3,
            Self::Quarter(Quarter::Second) => 4..=6,
            Self::Quarter(Quarter::Third) => 7..=9,
            Self::Quarter(Quarter::Fourth) => 10..=12,
            Self::Half(Half::First) => 1..=6,
            Self::Half(Half::Second) => 7..=12,
            Self::NineMonths => 1..=9,
            Self::Year | Self::TenYears => 1..=12,
        }
    }
}

/// How many years a review of ten years covers.
const TEN: u16 = 10;

/// A period that a report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// The year in which it ends.
    pub year: Year,
    /// How long it is.
    pub span: Span,
    /// The year in which it begins; another one than `year` for several years only.
    first: Year,
}

impl Period {
    /// A span of a year; of ten years, those that end with this one.
    pub fn new(year: Year, span: Span) -> Self {
        let first = match span {
            Span::TenYears => Year::new(year.get() - (TEN - 1)).unwrap_or(year),
            Span::Quarter(_) | Span::Half(_) | Span::NineMonths | Span::Year => year,
        };
        Self { year, span, first }
    }

    /// The years of a review, the first and the last included; none when they are the wrong way
    /// round.
    pub fn of_years(first: Year, last: Year) -> Option<Self> {
        (first <= last).then_some(Self { year: last, span: Span::TenYears, first })
    }

    /// The ten calendar years of a directive's review. They begin with the year of the directive
    /// when most of that year lies after it, else with the next one: of 18/11/2014, 2015 to 2024.
    pub fn ten_years_since(directive: Date) -> Option<Self> {
        let late = u16::from(directive.month() > 6);
        let first = Year::new(u16::try_from(directive.year()).ok()? + late)?;
        Self::of_years(first, Year::new(first.get() + (TEN - 1))?)
    }

    /// Whether a day belongs to it.
    pub fn contains(self, date: Date) -> bool {
        let months = self.span.months();
        self.numbers().contains(&date.year())
            && (u32::from(*months.start())..=u32::from(*months.end())).contains(&date.month())
    }

    /// Whether a quarter of a year belongs to it as a whole.
    pub fn contains_quarter(self, year: Year, quarter: Quarter) -> bool {
        let (months, quarter) = (self.span.months(), Span::Quarter(quarter).months());
        self.numbers().contains(&year.get().into())
            && months.contains(quarter.start())
            && months.contains(quarter.end())
    }

    /// The first day. Every year of [`Year::RANGE`] has one.
    pub fn first_day(self) -> Option<Date> {
        Date::new(self.first, *self.span.months().start(), 1)
    }

    /// The last day. Every year of [`Year::RANGE`] has one.
    pub fn last_day(self) -> Option<Date> {
        let month = *self.span.months().end();
        (28..=31).rev().find_map(|day| Date::new(self.year, month, day))
    }

    /// Whether it is over by the end of a day.
    pub fn ended_by(self, date: Date) -> bool {
        self.last_day().is_some_and(|last| last <= date)
    }

    /// The years that it touches, the first one first.
    pub fn years(self) -> impl Iterator<Item = Year> {
        (self.first.get()..=self.year.get()).filter_map(Year::new)
    }

    /// The same period of the year before; none before [`Year::RANGE`].
    pub fn year_before(self) -> Option<Self> {
        let before = |year: Year| Year::new(year.get().checked_sub(1)?);
        Some(Self {
            year: before(self.year)?,
            first: before(self.first)?,
            ..self
        })
    }

    /// The period whose tasks a report on this one announces; none after ten years.
    pub fn next(self) -> Option<Self> {
        let next_year = || Year::new(self.year.get().checked_add(1)?);
        let (year, span) = match self.span {
            Span::Quarter(Quarter::First) => (self.year, Span::Quarter(Quarter::Second)),
            Span::Quarter(Quarter::Second) => (self.year, Span::Quarter(Quarter::Third)),
            Span::Quarter(Quarter::Third) | Span::NineMonths => {
                (self.year, Span::Quarter(Quarter::Fourth))
            }
            Span::Quarter(Quarter::Fourth) => (next_year()?, Span::Quarter(Quarter::First)),
            Span::Half(Half::First) => (self.year, Span::Half(Half::Second)),
            Span::Half(Half::Second) => (next_year()?, Span::Half(Half::First)),
            Span::Year => (next_year()?, Span::Year),
            Span::TenYears => return None,
        };
        Some(Self::new(year, span))
    }

    /// As a report on the next year's period calls it when it compares: "cùng kỳ năm 2023", and of
    /// a year that is counted to its end "năm 2023".
    pub fn as_compared(self, is_over: bool) -> String {
        match self.span {
            Span::Year | Span::TenYears if is_over => format!("năm {}", self.year),
            Span::Quarter(_)
            | Span::Half(_)
            | Span::NineMonths
            | Span::Year
            | Span::TenYears => format!("cùng kỳ năm {}", self.year),
        }
    }

    /// As titles and sentences call it: "quý I năm 2024", "6 tháng đầu năm 2024".
    pub fn in_words(self) -> String {
        let year = self.year;
        match self.span {
            Span::Quarter(quarter) => format!("quý {} năm {year}", quarter.roman()),
            Span::Half(Half::First) => format!("6 tháng đầu năm {year}"),
            Span::Half(Half::Second) => format!("6 tháng cuối năm {year}"),
            Span::NineMonths => format!("9 tháng đầu năm {year}"),
            Span::Year => format!("năm {year}"),
            Span::TenYears => {
                let (first, count) = (self.first, year.get() - self.first.get() + 1);
                match count {
                    1 => format!("năm {year}"),
                    TEN => format!("10 năm ({first} - {year})"),
                    _ => format!("giai đoạn {first} - {year}"),
                }
            }
        }
    }

    /// The numbers of its years.
    fn numbers(self) -> RangeInclusive<i32> {
        i32::from(self.first.get())..=i32::from(self.year.get())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(year: u16, key: &str) -> Period {
        let span = Span::from_key(key).expect("a key");
        Period::new(Year::new(year).expect("a year"), span)
    }

    fn date(text: &str) -> Date {
        Date::parse(text).expect("a date")
    }

    #[test]
    fn first_and_last_days_belong_and_their_neighbours_do_not() {
        for (key, before, first, last, after) in [
            ("q1", "2023-12-31", "2024-01-01", "2024-03-31", "2024-04-01"),
            ("q2", "2024-03-31", "2024-04-01", "2024-06-30", "2024-07-01"),
            ("q3", "2024-06-30", "2024-07-01", "2024-09-30", "2024-10-01"),
            ("q4", "2024-09-30", "2024-10-01", "2024-12-31", "2025-01-01"),
            ("h1", "2023-12-31", "2024-01-01", "2024-06-30", "2024-07-01"),
            ("h2", "2024-06-30", "2024-07-01", "2024-12-31", "2025-01-01"),
            ("nine-months", "2023-12-31", "2024-01-01", "2024-09-30", "2024-10-01"),
            ("year", "2023-12-31", "2024-01-01", "2024-12-31", "2025-01-01"),
            ("ten-year", "2014-12-31", "2015-01-01", "2024-12-31", "2025-01-01"),
        ] {
            let period = period(2024, key);
            assert_eq!(period.first_day(), Some(date(first)), "{key}");
            assert_eq!(period.last_day(), Some(date(last)), "{key}");
            let belongs = [before, first, last, after].map(|day| period.contains(date(day)));
            assert_eq!(belongs, [false, true, true, false], "{key}");
            assert!(period.ended_by(date(last)) && !period.ended_by(date(first)), "{key}");
        }
    }

    #[test]
    fn each_quarter_lies_in_one_half_and_in_the_year() {
        let year = Year::new(2024).expect("a year");
        for quarter in Quarter::ALL {
            let within = |key| period(2024, key).contains_quarter(year, quarter);
            assert!(within("h1") != within("h2") && within("year") && within("ten-year"));
            assert_eq!(within("nine-months"), quarter != Quarter::Fourth);
        }
        assert!(
            !period(2024, "year")
                .contains_quarter(Year::new(2023).expect("a year"), Quarter::First)
        );
    }

    #[test]
    fn periods_have_keys_names_and_successors() {
        for span in Span::ALL {
            assert_eq!(Span::from_key(span.key()), Some(span));
        }
        assert_eq!(period(2024, "q3").in_words(), "quý III năm 2024");
        assert_eq!(period(2024, "h1").in_words(), "6 tháng đầu năm 2024");
        assert_eq!(period(2024, "ten-year").in_words(), "10 năm (2015 - 2024)");
        assert_eq!(period(2024, "q4").next(), Some(period(2025, "q1")));
        assert_eq!(period(2024, "nine-months").next(), Some(period(2024, "q4")));
        assert_eq!(period(2024, "ten-year").next(), None);
        assert_eq!(period(2199, "year").next(), None);
        assert_eq!(period(1945, "year").year_before(), None);
        assert_eq!(period(2024, "ten-year").years().count(), 10);
        assert_eq!(period(2023, "year").as_compared(true), "năm 2023");
        assert_eq!(period(2023, "year").as_compared(false), "cùng kỳ năm 2023");
    }

    #[test]
    fn ten_years_since_a_directive_are_ten() {
        for (day, words) in [
            ("2014-11-18", "10 năm (2015 - 2024)"),
            ("2014-06-30", "10 năm (2014 - 2023)"),
            ("2014-07-01", "10 năm (2015 - 2024)"),
        ] {
            let years = Period::ten_years_since(date(day)).expect("ten years");
            assert_eq!(years.in_words(), words);
            assert_eq!(years.years().count(), 10);
        }
        let year = |year| Year::new(year).expect("a year");
        let years = Period::of_years(year(2014), year(2024)).expect("eleven years");
        assert_eq!(years.in_words(), "giai đoạn 2014 - 2024");
        assert_eq!(years.years().count(), 11);
        assert_eq!(Period::of_years(year(2024), year(2014)), None);
    }
}
