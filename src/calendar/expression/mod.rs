//! Expressions of time in Vietnamese running text: found and typed, each with its place.
//!
//! Only what is written is told here; what becomes of it in another year is the business of
//! `roll`. The text is cut into tokens, and at every token the parsers are tried in
//! order, from the longest construct (a citation with its title) to the shortest (a year).

mod anniversary;
pub(crate) mod bare;
mod citation;
mod date;
mod lunar;
mod named;
mod span;
mod tail;
pub(crate) mod token;
mod words;

use std::ops::Range;

pub use citation::{Act, Citation};
pub use lunar::Zodiac;

use token::Tokens;

/// An expression of time and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expression {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What it says.
    pub time: Time,
}

/// A number as it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numeral {
    /// Its value; a year of two digits has its century.
    pub value: u16,
    /// Its digits in the text.
    pub range: Range<usize>,
}

/// A day with its year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// The day of the month.
    pub day: Numeral,
    /// The month.
    pub month: Numeral,
    /// The year.
    pub year: Numeral,
}

/// An anniversary: how many years, of what, and from when to when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anniversary {
    /// The number of years, when it is given.
    pub count: Option<Numeral>,
    /// The year of the event, when it is given.
    pub founded: Option<Numeral>,
    /// The year that closes the count, when it is given.
    pub closing: Option<Numeral>,
    /// The whole closing day, when it is given.
    pub closing_day: Option<Day>,
    /// Whether another anniversary stands before it in the same row.
    pub continues: bool,
}

/// How a lone year is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// Behind the word "năm".
    Named,
    /// Without it, behind a word that is usually followed by a year ("Tết 2024").
    Known,
    /// A number that may well be no year.
    Unsure,
}

/// What an expression of time says.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Time {
    /// "năm 2024", "Tết 2024".
    Year {
        /// The year.
        year: Numeral,
        /// How sure it is that it is a year.
        label: Label,
    },
    /// "năm 2023, 2024", "các năm 2023 - 2024".
    Years(Vec<Numeral>),
    /// "năm học 2023 - 2024", "vụ Đông Xuân 2023 - 2024".
    SchoolYear {
        /// The year in which it begins.
        first: Numeral,
        /// The year in which it ends.
        last: Numeral,
    },
    /// "15/01/2024", "ngày 15 tháng 01 năm 2024".
    Day(Day),
    /// "20/11", "ngày 25".
    YearlessDay,
    /// "tháng 12/2024".
    Month {
        /// The month, the last of several.
        month: Numeral,
        /// The year.
        year: Numeral,
    },
    /// "quý I/2024".
    Quarter {
        /// The year.
        year: Numeral,
    },
    /// "6 tháng đầu năm 2024".
    HalfYear {
        /// The number of months.
        months: Numeral,
        /// The year, when it is given.
        year: Option<Numeral>,
    },
    /// "từ ngày … đến ngày …", "từ tháng … đến tháng …", both with their year.
    Range {
        /// From when.
        first: Box<Self>,
        /// Until when.
        last: Box<Self>,
    },
    /// "giai đoạn 2021 - 2025", "03 năm 2026 - 2028".
    Period {
        /// The first year.
        first: Numeral,
        /// The last year.
        last: Numeral,
        /// The number of years, when it stands before them.
        count: Option<Numeral>,
    },
    /// "nhiệm kỳ 2020 - 2025", "khóa 2023 - 2025".
    Term {
        /// The first year.
        first: Numeral,
        /// The last year.
        last: Numeral,
    },
    /// A document that is named in the text.
    Citation(Citation),
    /// "kỷ niệm 70 năm …".
    Anniversary(Anniversary),
    /// "lần thứ VI", "kỳ họp thứ 12".
    Ordinal,
    /// "10 năm thực hiện …", "sơ kết giữa nhiệm kỳ".
    Review {
        /// The number of years, when it is given.
        count: Option<Numeral>,
    },
    /// "Giáp Thìn", with or without the number of the year.
    LunarYear {
        /// Its name.
        zodiac: Zodiac,
        /// Where the two words of the name stand.
        name: Range<usize>,
        /// The number of the year, when it is given.
        year: Option<Numeral>,
    },
    /// "hằng năm", "năm trước".
    Relative,
}

impl Time {
    /// The years that are written in it, in order.
    pub fn years(&self) -> Vec<&Numeral> {
        match self {
            Self::Year { year, .. } | Self::Month { year, .. } | Self::Quarter { year } => {
                vec![year]
            }
            Self::Years(years) => years.iter().collect(),
            Self::Day(day) => vec![&day.year],
            Self::SchoolYear { first, last }
            | Self::Period { first, last, .. }
            | Self::Term { first, last } => vec![first, last],
            Self::HalfYear { year, .. } | Self::LunarYear { year, .. } => {
                year.iter().collect()
            }
            Self::Range { first, last } => [first.years(), last.years()].concat(),
            Self::Citation(citation) => citation.dated.iter().chain(&citation.years).collect(),
            Self::Anniversary(whole) => whole.founded.iter().chain(&whole.closing).collect(),
            Self::YearlessDay | Self::Ordinal | Self::Review { .. } | Self::Relative => vec![],
        }
    }
}

/// A parser: what begins at a token, and the token behind it.
type Parser = fn(&Tokens, usize) -> Option<(Time, usize)>;

/// In the order in which they are tried.
const PARSERS: [Parser; 15] = [
    citation::parse,
    anniversary::parse,
    lunar::parse,
    span::review,
    span::ordinal,
    span::range,
    span::school_year,
    span::term,
    span::period,
    date::day,
    date::half_year,
    date::quarter,
    date::month,
    date::years,
    bare::parse,
];

/// Finds the expressions of time in a text.
///
/// They are in order and do not overlap. A number that only looks like a year is not among
/// them.
pub fn find(text: &str) -> Vec<Expression> {
    find_in(&Tokens::new(text))
}

/// Finds the expressions of time in a text that is cut into tokens already.
pub(crate) fn find_in(tokens: &Tokens) -> Vec<Expression> {
    let mut found: Vec<Expression> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(behind) = bare::no_time(tokens, at) {
            at = behind.max(at + 1);
            continue;
        }
        let parsed = PARSERS.iter().find_map(|parser| parser(tokens, at));
        let Some((time, behind)) = parsed else {
            at += 1;
            continue;
        };
        found.push(Expression { range: tokens.bytes(at..behind), time });
        at = behind.max(at + 1);
        at = follow_anniversaries(tokens, at, &mut found);
        at = follow_school_years(tokens, at, &mut found);
    }
    found
}

/// Behind a school year, others may follow without the words "năm học".
fn follow_school_years(tokens: &Tokens, at: usize, found: &mut Vec<Expression>) -> usize {
    let mut behind = at;
    while let Some(Expression { time: Time::SchoolYear { .. }, .. }) = found.last() {
        let Some((start, time, end)) = span::next_school_year(tokens, behind) else { break };
        found.push(Expression { range: tokens.bytes(start..end), time });
        behind = end;
    }
    behind
}

/// Behind an anniversary, others may follow without the word "kỷ niệm".
fn follow_anniversaries(tokens: &Tokens, at: usize, found: &mut Vec<Expression>) -> usize {
    let mut behind = at;
    while let Some(Expression { time: Time::Anniversary(_), .. }) = found.last() {
        let Some((start, time, end)) = anniversary::next(tokens, behind) else { break };
        found.push(Expression { range: tokens.bytes(start..end), time });
        behind = end;
    }
    behind
}

#[cfg(test)]
mod tests;
