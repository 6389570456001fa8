//! Deadlines that a text tells in its own words: "trước ngày 15/01/2024", "chậm nhất ngày 30/6", "xong trong tháng 3".
//!
//! In go a text and the year of its paper, which counts where the text names none; out come the days. What stands
//! within a cited document is that document's.

use crate::calendar::{Date, Due, Year};
use crate::expressions::Time;
use crate::expressions::date::full_day;
use crate::expressions::token::Tokens;
use crate::law::expressions_in;

/// A deadline that a text tells.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Deadline {
    /// As the text has it.
    pub(crate) words: String,
    /// The last day that it names.
    pub(crate) last: Date,
    /// Whether that day itself may be too late: "trước ngày 15/01".
    before: bool,
}

impl Deadline {
    /// Whether a task that is due at the end of a day keeps it.
    pub(crate) fn admits(&self, due: Date) -> bool {
        due == self.last || (self.before && self.last.days_since(due) == 1)
    }
}

/// Behind these words a day or a month is the last that is meant.
const LAST: [&str; 12] = [
    "chậm nhất",
    "chậm nhất là",
    "chậm nhất vào",
    "chậm nhất đến",
    "muộn nhất",
    "muộn nhất là",
    "đến hết",
    "xong trong",
    "hoàn thành trong",
    "xong vào",
    "hạn cuối",
    "hạn cuối là",
];

/// Behind these it is the first that is too late.
const BEFORE: [&str; 2] = ["trước", "trước hết"];

/// The deadlines of a text, in order.
pub(crate) fn deadlines(text: &str, year: Year) -> Vec<Deadline> {
    // Most texts tell none: they need not be cut into words.
    let lower = text.to_lowercase();
    if !LAST.iter().chain(&BEFORE).any(|lead| lower.contains(lead)) {
        return Vec::new();
    }
    let tokens = Tokens::new(text);
    let cited: Vec<_> = expressions_in(&tokens)
        .into_iter()
        .filter(|found| matches!(found.time, Time::Citation(_)))
        .map(|found| found.range)
        .collect();
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let last = tokens.starts_any(at, &LAST).map(|behind| (behind, false));
        let lead =
            last.or_else(|| tokens.starts_any(at, &BEFORE).map(|behind| (behind, true)));
        let Some((behind, before)) = lead else { continue };
        let Some((day, end)) = day_or_month(&tokens, behind, year, before) else { continue };
        let range = tokens.bytes(at..end);
        if cited.iter().any(|cited| cited.contains(&range.start)) {
            continue;
        }
        let words = text.get(range).unwrap_or_default().to_owned();
        found.push(Deadline { words, last: day, before });
    }
    found
}

/// The day, or the last day of the month, that stands at a place, and where it ends. Before a month is before its
/// first day.
fn day_or_month(
    tokens: &Tokens,
    at: usize,
    year: Year,
    before: bool,
) -> Option<(Date, usize)> {
    if let Some((day, end)) = full_day(tokens, at) {
        let year = Year::new(day.year.value)?;
        let (month, day) =
            (u8::try_from(day.month.value).ok()?, u8::try_from(day.day.value).ok()?);
        return Some((Date::new(year, month, day)?, end));
    }
    let number = |at: usize, most: u16| {
        let found = tokens.short(at, 1..=most)?;
        u8::try_from(found.value).ok()
    };
    if let Some(named) = tokens.starts(at, "tháng") {
        let month = number(named, 12)?;
        let (year, end) = year_behind(tokens, named + 1, year);
        let due =
            if before { Date::new(year, month, 1) } else { Due::Month(month).last_day(year) };
        return Some((due?, end));
    }
    let start = tokens.starts(at, "ngày").unwrap_or(at);
    let day = number(start, 31)?;
    let parted = tokens.mark(start + 1, '/') || tokens.is(start + 1, "tháng");
    let month = number(start + 2, 12).filter(|_| parted)?;
    Some((Date::new(year, month, day)?, start + 3))
}

/// The year behind a month, and where it ends: that of the paper where none is named.
fn year_behind(tokens: &Tokens, at: usize, year: Year) -> (Year, usize) {
    let joined = tokens.mark(at, '/') || tokens.is(at, "năm");
    let named = tokens.year(at + 1).filter(|_| joined);
    match named.and_then(|named| Year::new(named.value)) {
        Some(named) => (named, at + 2),
        None => (year, at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<(String, String)> {
        let year = Year::new(2024).expect("a year");
        let found = deadlines(text, year).into_iter();
        found.map(|told| (told.words, told.last.to_string())).collect()
    }

    #[test]
    fn days_and_months_are_read_with_their_lead() {
        for (text, words, day) in [
            (
                "Báo cáo về UBND huyện trước ngày 15/01/2024",
                "trước ngày 15/01/2024",
                "2024-01-15",
            ),
            ("Gửi hồ sơ trước 30/6", "trước 30/6", "2024-06-30"),
            ("Nộp chậm nhất là ngày 05 tháng 7", "chậm nhất là ngày 05 tháng 7", "2024-07-05"),
            ("Kiểm tra, hoàn thành trong tháng 8", "hoàn thành trong tháng 8", "2024-08-31"),
            ("Sơ kết xong trước tháng 7/2024", "trước tháng 7/2024", "2024-07-01"),
            (
                "đăng ký thi đua đến hết ngày 20 tháng 02 năm 2024",
                "đến hết ngày 20 tháng 02 năm 2024",
                "2024-02-20",
            ),
        ] {
            assert_eq!(told(text), [(words.to_owned(), day.to_owned())], "{text}");
        }
    }

    #[test]
    fn other_times_are_no_deadlines() {
        for text in [
            "Tổng kết phong trào thi đua năm trước",
            "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/02/2024 “Thi đua hoàn thành trước ngày 10/3/2024”",
            "Kỷ niệm 70 năm Chiến thắng Điện Biên Phủ (07/5/1954 - 07/5/2024)",
            "trước 10 đơn vị",
        ] {
            assert_eq!(told(text), [], "{text}");
        }
    }

    #[test]
    fn before_a_day_admits_the_day_before() {
        let year = Year::new(2024).expect("a year");
        let day = |text| Date::parse(text).expect("a date");
        let found = deadlines("trước ngày 15/01/2024", year);
        let admits = |text| found[0].admits(day(text));
        assert!(admits("2024-01-15") && admits("2024-01-14"));
        assert!(!admits("2024-01-16") && !admits("2024-03-31"));
    }
}
