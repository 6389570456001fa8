//! What runs over several years or from one day to another, and what is counted.

use super::date;
use super::time::{Label, Numeral, Time};
use super::token::Tokens;

/// Words before "2023 - 2024" that make it one working year over two calendar years.
const SCHOOL_YEARS: &[&str] = &[
    "năm học",
    "niên học",
    "niên vụ",
    "niên độ",
    "vụ đông xuân",
    "vụ đông - xuân",
    "đông xuân",
    "đông - xuân",
    "vụ đông",
    "vụ chiêm",
    "vụ chiêm xuân",
    "vụ chiêm - xuân",
    "chiêm xuân",
    "vụ mùa",
    "mùa giải",
    "mùa khô",
];

/// Words before "2020 - 2025" that make it a term.
const TERMS: &[&str] = &["nhiệm kỳ", "niên khóa", "khóa"];

/// Words before "2021 - 2025" that make it a period.
const PERIODS: &[&str] = &["giai đoạn", "thời kỳ", "kỳ ổn định ngân sách", "chu kỳ"];

/// Between the first and the last year.
const UNTIL: &[&str] = &[
    "-",
    "/",
    "đến",
    "tới",
    "đến năm",
    "đến hết năm",
    "đến cuối năm",
    "đến hết",
    "- năm",
    "và năm",
    "và",
    "- đến",
];

/// What the years of a review are spent with: "10 năm thực hiện …".
const REVIEWED: &[&str] = &[
    "thực hiện",
    "triển khai",
    "thi hành",
    "áp dụng",
    "tổ chức thực hiện",
    "xây dựng",
    "phối hợp",
    "phấn đấu",
    "vận hành",
    "thí điểm",
    "tổ chức triển khai",
    "đưa",
];

/// What makes "10 năm" a review when it stands before it.
const REVIEWS: &[&str] = &[
    "tổng kết",
    "sơ kết",
    "nhìn lại",
    "tổng kết giai đoạn",
    "đánh giá",
    "qua",
    "sau",
    "báo cáo",
    "tổng kết đánh giá",
    "kết quả",
];

/// Numbers in words that occur before "năm".
const NUMBER_WORDS: [(&str, u16); 10] = [
    ("một", 1),
    ("hai", 2),
    ("ba", 3),
    ("bốn", 4),
    ("sáu", 6),
    ("bảy", 7),
    ("tám", 8),
    ("chín", 9),
    ("mười", 10),
    ("mươi", 10),
];

/// Two years with a mark or a word between them; the second may have two digits.
fn pair(tokens: &Tokens, at: usize) -> Option<(Numeral, Numeral, usize)> {
    let first = tokens.year(at)?;
    let next = tokens.starts_any(at + 1, UNTIL)?;
    let last = tokens.year(next).or_else(|| {
        let mut short = tokens.numeral(next).filter(|number| number.range.len() == 2)?;
        short.value += first.value / 100 * 100;
        (tokens.mark(next - 1, '-') && short.value == first.value + 1).then_some(short)
    })?;
    let sane = first.value < last.value && last.value - first.value <= 60;
    let number = tokens.glued(next + 1)
        && tokens.any_mark(next + 1).is_some_and(|mark| "/-".contains(mark))
        && tokens.glued(next + 2);
    (sane && !number).then_some((first, last, next + 1))
}

/// A pair behind one of some labels, with the small words that may stand between.
fn labelled(tokens: &Tokens, at: usize, labels: &[&str]) -> Option<(Numeral, Numeral, usize)> {
    const FILLERS: &[&str] =
        &["(", ":", "từ", "năm", "các", "i", "ii", "iii", "1", "2", ",", "3"];
    let mut next = tokens.starts_any(at, labels)?;
    for _ in 0..5 {
        if let Some(found) = pair(tokens, next) {
            return Some(found);
        }
        next = tokens.starts_any(next, FILLERS)?;
    }
    None
}

/// "năm học 2023 - 2024", "vụ Đông Xuân 2023 - 2024".
pub(super) fn school_year(tokens: &Tokens, at: usize) -> Option<(Time, usize)> {
    let found = labelled(tokens, at, SCHOOL_YEARS);
    let (first, last, behind) = found.or_else(|| season(tokens, at))?;
    (last.value == first.value + 1).then_some((Time::SchoolYear { first, last }, behind))
}

/// "mùa khô hanh năm 2023 - 2024": a season with some words of its own.
fn season(tokens: &Tokens, at: usize) -> Option<(Numeral, Numeral, usize)> {
    let name = tokens.starts(at, "mùa")?;
    let end = (name..name + 4).find(|place| tokens.word(*place).is_none_or(|w| w == "năm"))?;
    pair(tokens, end + usize::from(tokens.is(end, "năm")))
}

/// Another school year behind one: "và 2023 - 2024"; where it begins, and the token behind it.
pub(super) fn next_school_year(tokens: &Tokens, at: usize) -> Option<(usize, Time, usize)> {
    const JOINERS: &[&str] = &[",", ";", "và", ", và", "; và", "hoặc", "hay", "cùng với"];
    let start = tokens.starts_any(at, JOINERS)?;
    let (first, last, behind) = pair(tokens, start)?;
    let working = last.value == first.value + 1;
    working.then_some((start, Time::SchoolYear { first, last }, behind))
}

/// "nhiệm kỳ 2020 - 2025".
pub(super) fn term(tokens: &Tokens, at: usize) -> Option<(Time, usize)> {
    let (first, last, behind) = labelled(tokens, at, TERMS)?;
    let school = tokens.is(at, "niên") && last.value == first.value + 1;
    let time =
        if school { Time::SchoolYear { first, last } } else { Time::Term { first, last } };
    Some((time, behind))
}

/// "giai đoạn 2021 - 2025", "03 năm 2026 - 2028", "từ năm 2021 đến năm 2025", "2021 - 2025".
pub(super) fn period(tokens: &Tokens, at: usize) -> Option<(Time, usize)> {
    if let Some((first, last, behind)) = labelled(tokens, at, PERIODS) {
        return Some((Time::Period { first, last, count: None }, behind));
    }
    if let Some((count, next)) = count_of_years(tokens, at) {
        let next = tokens.starts_any(next, PERIODS).unwrap_or(next);
        let bracket = usize::from(tokens.mark(next, '('));
        let from = tokens.starts_any(next + bracket, &["từ năm", "từ"]);
        let (first, last, behind) = pair(tokens, from.unwrap_or(next + bracket))?;
        return Some((Time::Period { first, last, count: Some(count) }, behind));
    }
    let start = tokens.starts_any(at, &["từ năm", "từ"]).unwrap_or(at);
    let (first, last, behind) = pair(tokens, start)?;
    // "2023 và 2024" without any label is no period.
    let dashed = tokens.mark(start + 1, '-') || start > at;
    let free = !tokens.glued(start) || tokens.any_mark(start.saturating_sub(1)).is_some();
    let sane = first.value >= 1800 && dashed && free;
    sane.then_some((Time::Period { first, last, count: None }, behind))
}

/// "10 năm", "mười năm".
fn count_of_years(tokens: &Tokens, at: usize) -> Option<(Numeral, usize)> {
    let word = NUMBER_WORDS.iter().find(|(word, _)| tokens.is(at, word));
    let word = word.and_then(|(_, value)| {
        Some(Numeral {
            value: *value,
            range: tokens.get(at)?.range.clone(),
        })
    });
    let count = tokens.numeral(at).filter(|count| (1..=200).contains(&count.value));
    let next = tokens.starts(at + 1, "năm")?;
    Some((count.or(word)?, next))
}

/// "tổng kết 10 năm …", "05 năm thực hiện …", "sơ kết giữa nhiệm kỳ".
pub(super) fn review(tokens: &Tokens, at: usize) -> Option<(Time, usize)> {
    const MIDDLE: &[&str] = &["sơ kết giữa nhiệm kỳ", "sơ kết giữa kỳ", "giữa nhiệm kỳ"];
    if let Some(behind) = tokens.starts_any(at, MIDDLE) {
        return Some((Time::Review { count: None }, behind));
    }
    let (count, next) = count_of_years(tokens, at)?;
    let mut behind = next;
    // "10 năm (2014 - 2024) thực hiện": the years in brackets stay with the review.
    let bracket = usize::from(tokens.mark(next, '('));
    if let Some((_, _, years)) = pair(tokens, next + bracket) {
        behind = years + usize::from(tokens.mark(years, ')'));
    }
    let reviewed = tokens.starts_any(behind, REVIEWED).is_some();
    let reviewing = tokens.ends_any(at, REVIEWS).is_some();
    let past = tokens.starts_any(behind, &["qua", "vừa qua"]).is_some();
    (reviewed || reviewing || past).then_some((Time::Review { count: Some(count) }, behind))
}

/// "lần thứ VI", "kỳ họp thứ 12".
pub(super) fn ordinal(tokens: &Tokens, at: usize) -> Option<(Time, usize)> {
    const LEADS: &[&str] = &[
        "lần thứ",
        "kỳ họp thứ",
        "phiên họp thứ",
        "hội nghị thứ",
        "kỳ họp lần thứ",
        "phiên thứ",
    ];
    const WORDS: &[&str] = &[
        "nhất", "hai", "ba", "tư", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mươi",
        "lăm", "mốt",
    ];
    if let Some(start) = tokens.starts(at, "đại hội") {
        // "Đại hội XIV của Đảng"
        let number = tokens.get(start).filter(|token| token.capital)?.folded.as_str();
        let roman = number.len() > 1 && number.chars().all(|letter| "ivx".contains(letter));
        return roman.then_some((Time::Ordinal, start + 1));
    }
    let start = tokens.starts_any(at, LEADS)?;
    let roman = |word: &str| word.chars().all(|letter| "ivxlc".contains(letter));
    if tokens.numeral(start).is_some() || tokens.word(start).is_some_and(roman) {
        return Some((Time::Ordinal, start + 1));
    }
    let mut behind = start;
    // "phiên thứ hai năm 2024": this "năm" is a year, not a five.
    let year = |place: usize| tokens.is(place, "năm") && tokens.year(place + 1).is_some();
    while !year(behind) && tokens.word(behind).is_some_and(|word| WORDS.contains(&word)) {
        behind += 1;
    }
    (behind > start).then_some((Time::Ordinal, behind))
}

/// "từ ngày … đến ngày …", "từ tháng 9/2023 đến tháng 5/2024", "15/12/2023 - 14/12/2024",
/// "từ tháng 7/2024 đến hết năm 2024".
pub(super) fn range(tokens: &Tokens, at: usize) -> Option<(Time, usize)> {
    const BETWEEN: &[&str] =
        &["đến", "tới", "đến hết", "đến trước", "đến hết tháng", "-", "- đến", "cho đến"];
    let start = tokens.starts(at, "từ").unwrap_or(at);
    let (first, behind) = point(tokens, start)?;
    let behind = behind + usize::from(tokens.mark(behind, ','));
    let day = || point(tokens, tokens.starts_any(behind, BETWEEN)?);
    let (last, behind) = year_end(tokens, behind).or_else(day)?;
    Some((Time::Range { first: Box::new(first), last: Box::new(last) }, behind))
}

/// "đến hết năm 2024": the year with which ends what begins on a day or in a month.
fn year_end(tokens: &Tokens, at: usize) -> Option<(Time, usize)> {
    const LEADS: &[&str] = &[
        "đến hết năm",
        "đến cuối năm",
        "tới hết năm",
        "tới cuối năm",
        "cho đến hết năm",
        "cho đến cuối năm",
    ];
    let start = tokens.starts_any(at, LEADS)?;
    let year = tokens.year(start)?;
    Some((Time::Year { year, label: Label::Named }, start + 1))
}

/// A day, a month or a quarter with its year.
fn point(tokens: &Tokens, at: usize) -> Option<(Time, usize)> {
    let hour = tokens
        .starts_any(at, &["giờ", "h"])
        .or_else(|| {
            tokens
                .numeral(at)
                .and_then(|_| tokens.starts_any(at + 1, &["giờ", "h"]))
        })
        .map(|next| next + usize::from(tokens.numeral(next).is_some()));
    let start = hour.unwrap_or(at);
    date::full_day(tokens, start)
        .map(|(day, behind)| (Time::Day(day), behind))
        .or_else(|| date::quarter(tokens, start))
        .or_else(|| date::month(tokens, start))
}
