//! What is found in a text: an expression of time, or the citation of a document, with the place of each
//! number in it.

use std::ops::Range;

use super::zodiac::Zodiac;

/// An expression of time and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Expression {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What it says.
    pub time: Time,
}

/// A number as it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Numeral {
    /// Its value; a year of two digits has its century.
    pub value: u16,
    /// Its digits in the text.
    pub range: Range<usize>,
}

/// A day with its year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Day {
    /// The day of the month.
    pub day: Numeral,
    /// The month.
    pub month: Numeral,
    /// The year.
    pub year: Numeral,
}

/// An anniversary: how many years, of what, and from when to when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Anniversary {
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
pub(crate) enum Label {
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
pub(crate) enum Time {
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
    /// "từ ngày … đến ngày …", "từ tháng … đến tháng …", "từ tháng … đến hết năm …", both with their year.
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
    /// The names of all kinds: whoever adds one adds its name here, and its fixture to `roll`.
    #[cfg(test)]
    pub(crate) const NAMES: [&'static str; 17] = [
        "year",
        "years",
        "school-year",
        "day",
        "yearless-day",
        "month",
        "quarter",
        "half-year",
        "range",
        "period",
        "term",
        "citation",
        "anniversary",
        "ordinal",
        "review",
        "lunar-year",
        "relative",
    ];

    /// The name of its kind, and of the rule of `roll` for it.
    #[cfg(test)]
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Year { .. } => "year",
            Self::Years(_) => "years",
            Self::SchoolYear { .. } => "school-year",
            Self::Day(_) => "day",
            Self::YearlessDay => "yearless-day",
            Self::Month { .. } => "month",
            Self::Quarter { .. } => "quarter",
            Self::HalfYear { .. } => "half-year",
            Self::Range { .. } => "range",
            Self::Period { .. } => "period",
            Self::Term { .. } => "term",
            Self::Citation(_) => "citation",
            Self::Anniversary(_) => "anniversary",
            Self::Ordinal => "ordinal",
            Self::Review { .. } => "review",
            Self::LunarYear { .. } => "lunar-year",
            Self::Relative => "relative",
        }
    }

    /// The years that are written in it, in order.
    pub(crate) fn years(&self) -> Vec<&Numeral> {
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

/// The type of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub(crate) enum ActType {
    /// Hiến pháp, luật, bộ luật, pháp lệnh.
    Law,
    /// Nghị định.
    Decree,
    /// Thông tư.
    Circular,
    /// Nghị quyết.
    Resolution,
    /// Quyết định.
    Decision,
    /// Chỉ thị.
    Directive,
    /// Kết luận.
    Conclusion,
    /// Quy định, quy chế, điều lệ, tiêu chuẩn.
    Regulation,
    /// Whatever is written for a year or an occasion: kế hoạch, hướng dẫn, công văn, báo cáo.
    Occasional,
}

/// A document that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Citation {
    /// Its type, when it is given.
    pub act: Option<ActType>,
    /// Its number with the symbol, when it is given.
    pub number: Option<Range<usize>>,
    /// The year of its date, when it is given.
    pub dated: Option<Numeral>,
    /// The years in its name and title.
    pub years: Vec<Numeral>,
    /// The expressions of time in its title.
    pub inside: Vec<Expression>,
    /// Whether it has a title.
    pub is_titled: bool,
    /// Where the title may have ended already, when that is not clear.
    pub may_end: Option<usize>,
    /// Whether its number or its date has blanks to be filled in.
    pub blank: bool,
}
