//! Days, months, quarters, half-years and years.

use super::time::{Day, Label, Numeral, Time};
use super::token::Tokens;

/// Words between two members of a list.
const JOINERS: &[&str] = &[",", "và", "-", "đến", "hoặc", "&", "+"];

/// Words before a number that make `15/1/24` a day and no house number.
const DAY_LEADS: &[&str] = &["ngày", "trước", "từ", "đến", "hạn", "hết", "sáng", "chiều"];

/// Whether a number at a place begins a written date, not the middle of a longer number.
fn stands_free(tokens: &Tokens, at: usize) -> bool {
    if !tokens.glued(at) {
        return true;
    }
    let before = at - 1;
    let digits = before
        .checked_sub(1)
        .is_some_and(|first| tokens.numeral(first).is_some());
    match tokens.any_mark(before) {
        Some('/' | '.' | ',') => !digits || !tokens.glued(before),
        Some('_' | '@' | '#' | '=') => false,
        Some(_) => true,
        None => tokens
            .word(before)
            .is_some_and(|word| word == "ngày" || word == "tháng"),
    }
}

/// Whether a number that ends before a place goes on as a document number or a decimal.
fn goes_on(tokens: &Tokens, behind: usize) -> bool {
    if !tokens.glued(behind) {
        return false;
    }
    let next = behind + 1;
    match tokens.any_mark(behind) {
        // "tháng 5/2024-tháng 6/2024" is no number, "15/01/2024-KH" may be one.
        Some('-') if tokens.word(next).is_some() => tokens.is_symbol(next),
        Some('-') => tokens.glued(next) && !another_date(tokens, next),
        Some('/') => tokens.glued(next) && tokens.any_mark(next).is_none(),
        Some('_') => tokens.glued(next),
        Some('.' | ',') => {
            tokens.glued(next)
                && tokens.numeral(next).is_some_and(|number| number.range.len() != 4)
        }
        Some(_) => false,
        None => true,
    }
}

/// Whether a year or a day begins here: "29/4/1958-29/4/2024", "2023-2024".
fn another_date(tokens: &Tokens, at: usize) -> bool {
    tokens.year(at).is_some()
        || (tokens.short(at, 1..=31).is_some() && separator(tokens, at).is_some())
}

/// A year that ends a date: four digits and nothing more.
fn closing_year(tokens: &Tokens, at: usize) -> Option<Numeral> {
    tokens.year(at).filter(|_| !goes_on(tokens, at + 1))
}

/// "15/01/2024", "ngày 15 tháng 01 năm 2024", "31.12.2024", "2024-01-15", "ngày 15/1/24".
pub(crate) fn day(tokens: &Tokens, at: usize) -> Option<(Time, usize)> {
    if let Some((day, behind)) = full_day(tokens, at) {
        return Some((Time::Day(day), behind));
    }
    yearless_day(tokens, at)
}

/// A day with its year.
pub(crate) fn full_day(tokens: &Tokens, at: usize) -> Option<(Day, usize)> {
    let label = usize::from(tokens.is(at, "ngày"));
    let mut start = at + label;
    if label == 1 && tokens.mark(start, ':') {
        start += 1;
    }
    in_words(tokens, start)
        .or_else(|| year_named(tokens, start))
        .or_else(|| in_digits(tokens, start))
        .or_else(|| year_first(tokens, start))
        .or_else(|| short_year(tokens, start))
}

fn in_words(tokens: &Tokens, at: usize) -> Option<(Day, usize)> {
    let day = tokens.short(at, 1..=31)?;
    let month_at = tokens.starts(at + 1, "tháng")?;
    let month = tokens.short(month_at, 1..=12)?;
    let mut year_at = month_at + 1;
    if tokens.mark(year_at, ',') {
        year_at += 1;
    }
    let year_at = tokens.starts(year_at, "năm")?;
    let year = closing_year(tokens, year_at)?;
    Some((Day { day, month, year }, year_at + 1))
}

/// "15/01 năm 2024".
fn year_named(tokens: &Tokens, at: usize) -> Option<(Day, usize)> {
    let day = tokens.short(at, 1..=31).filter(|_| stands_free(tokens, at))?;
    let month_at = tokens.starts_any(at + 1, &["/", "-"])?;
    let month = tokens.short(month_at, 1..=12).filter(|_| tokens.glued(month_at))?;
    let year_at = tokens.starts(month_at + 1, "năm")?;
    let year = closing_year(tokens, year_at)?;
    Some((Day { day, month, year }, year_at + 1))
}

/// The mark between the numbers of a date, the same twice.
fn separator(tokens: &Tokens, at: usize) -> Option<char> {
    let mark = tokens.any_mark(at + 1).filter(|mark| "/-.".contains(*mark))?;
    // "10 - 11 - 2024" may be anything; only a slash may have spaces around it.
    let close = (1..=4).all(|step| tokens.glued(at + step));
    (tokens.mark(at + 3, mark) && (mark == '/' || close)).then_some(mark)
}

fn in_digits(tokens: &Tokens, at: usize) -> Option<(Day, usize)> {
    separator(tokens, at).filter(|_| stands_free(tokens, at))?;
    let day = tokens.short(at, 1..=31)?;
    let month = tokens.short(at + 2, 1..=12)?;
    let year = closing_year(tokens, at + 4)?;
    Some((Day { day, month, year }, at + 5))
}

fn year_first(tokens: &Tokens, at: usize) -> Option<(Day, usize)> {
    separator(tokens, at).filter(|_| stands_free(tokens, at))?;
    let year = tokens.year(at)?;
    let month = tokens.short(at + 2, 1..=12).filter(|month| month.range.len() == 2)?;
    let day = tokens.short(at + 4, 1..=31).filter(|day| day.range.len() == 2)?;
    (!goes_on(tokens, at + 5)).then_some((Day { day, month, year }, at + 5))
}

fn short_year(tokens: &Tokens, at: usize) -> Option<(Day, usize)> {
    separator(tokens, at).filter(|mark| *mark != '.' && stands_free(tokens, at))?;
    let led = at.checked_sub(1).and_then(|before| tokens.word(before));
    led.filter(|word| DAY_LEADS.contains(word))?;
    let day = tokens.short(at, 1..=31)?;
    let month = tokens.short(at + 2, 1..=12)?;
    let mut year = tokens.short(at + 4, 0..=99).filter(|year| year.range.len() == 2)?;
    year.value += 2000;
    (!goes_on(tokens, at + 5)).then_some((Day { day, month, year }, at + 5))
}

/// "ngày 20/11", "trước ngày 25 hằng tháng".
fn yearless_day(tokens: &Tokens, at: usize) -> Option<(Time, usize)> {
    let start = tokens.starts(at, "ngày")?;
    tokens.short(start, 1..=31)?;
    let slash = tokens.mark(start + 1, '/') && tokens.short(start + 2, 1..=12).is_some();
    if slash && !goes_on(tokens, start + 3) {
        return Some((Time::YearlessDay, start + 3));
    }
    let every = tokens.starts_any(start + 1, &["hằng tháng", "hàng tháng", "của tháng"])?;
    Some((Time::YearlessDay, every))
}

/// Where the year of a month, a quarter or the like stands: "/2024", " năm 2024", "-2024".
fn year_behind(tokens: &Tokens, at: usize) -> Option<(Numeral, usize)> {
    let mut year_at = at;
    if tokens.any_mark(year_at).is_some_and(|mark| "/-.,".contains(mark)) {
        year_at += 1;
    }
    if let Some(named) = tokens.starts_any(year_at, &["năm", "của năm", "trong năm"]) {
        year_at = named;
    } else if year_at == at
        || tokens.mark(at, ',')
        || (tokens.mark(at, '.') && !tokens.glued(year_at))
    {
        // "tháng 1. 2024 m2": a new sentence.
        return None;
    }
    closing_year(tokens, year_at).map(|year| (year, year_at + 1))
}

/// The year of two digits behind a month or a quarter that has its label: "/24".
fn short_year_behind(tokens: &Tokens, at: usize) -> Option<(Numeral, usize)> {
    let slash = tokens.mark(at, '/') && tokens.glued(at) && tokens.glued(at + 1);
    let mut year = tokens
        .short(at + 1, 15..=99)
        .filter(|_| slash && !goes_on(tokens, at + 2))?;
    year.value += 2000;
    let counts = super::bare::counts_something(tokens, at + 2);
    (!counts).then_some((year, at + 2))
}

/// Skips a list of members that a test accepts: "01, 02 và tháng 3".
fn members(
    tokens: &Tokens,
    at: usize,
    label: &str,
    member: impl Fn(usize) -> Option<Numeral>,
) -> Option<(Numeral, usize)> {
    let mut last = member(at)?;
    let mut behind = at + 1;
    while let Some(joined) = tokens.starts_any(behind, JOINERS) {
        let next = tokens.starts(joined, label).unwrap_or(joined);
        let Some(number) = member(next) else { break };
        last = number;
        behind = next + 1;
    }
    Some((last, behind))
}

/// "tháng 12/2024", "tháng 01, 02 năm 2024", "12/2024", "tháng 2/24", "T12/2024".
pub(crate) fn month(tokens: &Tokens, at: usize) -> Option<(Time, usize)> {
    let number = |place: usize| tokens.short(place, 1..=12);
    if let Some(start) = tokens.starts(at, "tháng") {
        let (month, behind) = members(tokens, start, "tháng", number)?;
        let year = year_behind(tokens, behind);
        let (year, behind) = year.or_else(|| short_year_behind(tokens, behind))?;
        return Some((Time::Month { month, year }, behind));
    }
    let letter = tokens.is(at, "t") && tokens.is_symbol(at) && tokens.glued(at + 1);
    if letter && !tokens.glued(at) && tokens.mark(at + 2, '/') {
        let (year, behind) = year_behind(tokens, at + 2)?;
        return Some((Time::Month { month: number(at + 1)?, year }, behind));
    }
    let month = number(at).filter(|_| stands_free(tokens, at))?;
    let slash = tokens.mark(at + 1, '/') && tokens.glued(at + 1) && tokens.glued(at + 2);
    let numbered = at.checked_sub(1).is_some_and(|before| tokens.is(before, "số"));
    let year = closing_year(tokens, at + 2).filter(|_| slash && !numbered)?;
    Some((Time::Month { month, year }, at + 3))
}

/// "quý I/2024", "Quý IV năm 2023", "quý 1, 2 năm 2024", "Q1/2024".
pub(crate) fn quarter(tokens: &Tokens, at: usize) -> Option<(Time, usize)> {
    let start = tokens.starts_any(at, &["quý", "q"])?;
    let number = |place: usize| {
        let roman = tokens.word(place).and_then(|word| match word {
            "i" => Some(1),
            "ii" => Some(2),
            "iii" => Some(3),
            "iv" => Some(4),
            _ => None,
        });
        let range = tokens.get(place)?.range.clone();
        let value = roman.or_else(|| tokens.short(place, 1..=4).map(|number| number.value))?;
        Some(Numeral { value, range })
    };
    let (_, behind) = members(tokens, start, "quý", number)?;
    let year = year_behind(tokens, behind);
    let (year, behind) = year.or_else(|| short_year_behind(tokens, behind))?;
    Some((Time::Quarter { year }, behind))
}

/// "6 tháng đầu năm 2024", "06 tháng cuối năm", "9 tháng năm 2024".
pub(crate) fn half_year(tokens: &Tokens, at: usize) -> Option<(Time, usize)> {
    let words = [("sáu", 6), ("ba", 3), ("chín", 9)];
    let word = words
        .iter()
        .find(|(word, _)| tokens.is(at, word))
        .and_then(|(_, value)| {
            Some(Numeral {
                value: *value,
                range: tokens.get(at)?.range.clone(),
            })
        });
    let months = tokens.short(at, 1..=12).or(word)?;
    let behind = tokens.starts(at + 1, "tháng")?;
    let half = tokens.starts_any(behind, &["đầu", "cuối", "đầu của", "cuối của"]);
    let named = tokens.starts(half.unwrap_or(behind), "năm")?;
    if tokens.is(named, "học") {
        return None;
    }
    match closing_year(tokens, named) {
        Some(year) => Some((Time::HalfYear { months, year: Some(year) }, named + 1)),
        None => half.map(|_| (Time::HalfYear { months, year: None }, named)),
    }
}

/// "năm 2024", "năm 2023, 2024", "các năm 2023 - 2024", "hằng năm".
pub(crate) fn years(tokens: &Tokens, at: usize) -> Option<(Time, usize)> {
    const RELATIVE: &[&str] = &[
        "hằng năm",
        "hàng năm",
        "năm trước",
        "năm sau",
        "năm nay",
        "năm ngoái",
        "năm tới",
        "năm qua",
        "năm tiếp theo",
        "năm liền kề",
        "mỗi năm",
        "từng năm",
    ];
    if let Some(behind) = tokens.starts_any(at, RELATIVE) {
        return Some((Time::Relative, behind));
    }
    let start = tokens.starts(at, "năm")?;
    let start = start + usize::from(tokens.mark(start, ':'));
    // "TH năm 2023/KH năm 2024" in the head of a table.
    let divided = tokens.mark(start + 1, '/') && tokens.word(start + 2).is_some();
    let first = closing_year(tokens, start).or(tokens.year(start).filter(|_| divided))?;
    let mut years = vec![first];
    let mut behind = start + 1;
    while let Some(joined) = tokens.starts_any(behind, JOINERS) {
        let Some(year) = closing_year(tokens, joined) else { break };
        // "năm 2024, 2024 hộ": a number with its unit is no year.
        if super::bare::counts_something(tokens, joined + 1) {
            break;
        }
        years.push(year);
        behind = joined + 1;
    }
    let time = match <[Numeral; 1]>::try_from(years) {
        Ok([year]) => Time::Year { year, label: Label::Named },
        Err(years) => Time::Years(years),
    };
    Some((time, behind))
}
