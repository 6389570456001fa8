//! A day as people type it: `05/03/2024`, `5.3.2024`, `ngày 05 tháng 3 năm 2024`, `2024-03-05`.

use super::fold::fold;
use crate::calendar::{Date, ParseDateError, Year};

/// Words that may stand before a day and say no more than that one follows.
const BEFORE: [&str; 4] = ["ngày", "từ", "đến", "vào"];

/// What stands between day, month and year.
const BETWEEN: [char; 4] = ['/', '.', '-', '–'];

/// Reads a day. The year of the records tells which one is meant by two digits.
///
/// # Errors
/// When it is no day, or one that no calendar has.
pub(crate) fn typed_day(text: &str, year: Year) -> Result<Date, ParseDateError> {
    let folded = fold(text);
    let from = folded
        .find(|c: char| c.is_ascii_digit())
        .ok_or(ParseDateError::Form)?;
    let (before, rest) = folded.split_at(from);
    if !before.split_whitespace().all(|word| BEFORE.contains(&word)) {
        return Err(ParseDateError::Form);
    }
    let numbers = rest.replace("tháng", "/").replace("năm", "/");
    let numbers = numbers.trim_end_matches(['.', ',', ';', ' ']);
    let parts: Vec<&str> = numbers.split(BETWEEN).map(str::trim).collect();
    let &[first, month, last] = parts.as_slice() else { return Err(ParseDateError::Form) };
    let month = short(month)?;
    let (of, day) = match (first.len(), last.len()) {
        (4, _) => (Year::parse(first), short(last)?),
        (_, 2) => {
            let day = short(first)?;
            (of_two_digits(short(last)?, (day, month), year), day)
        }
        _ => (Year::parse(last), short(first)?),
    };
    Date::new(of.ok_or(ParseDateError::Form)?, month, day).ok_or(ParseDateError::Impossible)
}

/// One or two digits.
fn short(part: &str) -> Result<u8, ParseDateError> {
    let is_short = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let number = is_short.then(|| part.parse().ok()).flatten();
    number.ok_or(ParseDateError::Form)
}

/// The year of the records, when these two digits mean it. Programs that speak English put the month
/// first in such days: so only one that reads alike either way, or not at all, is taken.
fn of_two_digits(digits: u8, (day, month): (u8, u8), year: Year) -> Option<Year> {
    let is_plain = day > 12 || day == month;
    (is_plain && u16::from(digits) == year.get() % 100).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_typed_in_many_ways() {
        let year = Year::new(2024).expect("a year");
        let day = Date::parse("2024-03-05").ok();
        for given in [
            "05/03/2024",
            "5/3/2024",
            "05/3/2024",
            "2024-03-05",
            "2024/3/5",
            "5.3.2024",
            "5-3-2024",
            "05 - 03 - 2024",
            "5/3/2024.",
            "ngày 05/3/2024",
            "Ngày 5.3.2024",
            "Từ ngày 05/3/2024",
            "Ngày 05 tháng 3 năm 2024",
            "05 tháng\u{A0}03\nnăm 2024",
        ] {
            assert_eq!(typed_day(given, year).ok(), day, "{given}");
        }
        let plain = [("25/03/24", "2024-03-25"), ("3/3/24", "2024-03-03")];
        for (given, day) in plain {
            assert_eq!(typed_day(given, year).ok(), Date::parse(day).ok(), "{given}");
        }
        for (wrong, error) in [
            ("30/02/2024", ParseDateError::Impossible),
            ("2024-02-30", ParseDateError::Impossible),
            ("13/13/2024", ParseDateError::Impossible),
            // The 5th of March, or the 3rd of May.
            ("5/3/24", ParseDateError::Form),
            ("25/03/23", ParseDateError::Form),
            ("03/25/24", ParseDateError::Form),
            ("005/3/2024", ParseDateError::Form),
            ("5/3", ParseDateError::Form),
            ("5/3/2024/1", ParseDateError::Form),
            ("/3/2024", ParseDateError::Form),
            ("2024-03", ParseDateError::Form),
            ("2024-03-05T07:30:00", ParseDateError::Form),
            ("trước ngày 05/3/2024", ParseDateError::Form),
            ("tháng 3 năm 2024", ParseDateError::Form),
            ("hôm qua", ParseDateError::Form),
            ("", ParseDateError::Form),
        ] {
            assert_eq!(typed_day(wrong, year), Err(error), "{wrong}");
        }
    }
}
