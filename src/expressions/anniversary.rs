//! Anniversaries: "kỷ niệm 70 năm Chiến thắng Điện Biên Phủ (07/5/1954 - 07/5/2024)".
//!
//! The count may stand with or without "năm"; several stand in a row with one "kỷ niệm".

use super::date;
use super::time::{Anniversary, Day, Numeral, Time};
use super::token::Tokens;

/// Before the count.
const LEADS: &[&str] = &[
    "kỷ niệm",
    "kỷ niệm lần thứ",
    "kỷ niệm tròn",
    "kỷ niệm dịp",
    "tròn",
    "mừng",
    "chào mừng",
    "kỷ niệm ngày thành lập lần thứ",
    "nhân dịp",
    "kỷ niệm trọng thể",
];

/// What an anniversary is of; behind "70 năm" it needs no "kỷ niệm".
const EVENTS: &[&str] = &[
    "ngày thành lập",
    "ngày sinh",
    "ngày mất",
    "ngày truyền thống",
    "ngày giải phóng",
    "ngày hội",
    "ngày toàn quốc",
    "ngày quốc khánh",
    "ngày chiến thắng",
    "ngày thương binh",
    "ngày nhà giáo",
    "ngày quốc tế",
    "ngày bác hồ",
    "ngày chủ tịch",
    "ngày ký",
    "ngày ra đời",
    "ngày tái lập",
    "chiến thắng",
    "quốc khánh",
    "cách mạng tháng tám",
    "giải phóng",
    "thành lập",
    "khởi nghĩa",
    "tái lập",
    "thống nhất đất nước",
    "truyền thống",
];

/// Between two anniversaries of a row.
const JOINERS: &[&str] = &[",", ";", "và", "; và", ", và", "cùng với", "gắn với kỷ niệm", "-"];

/// How far behind the count its two dates may stand.
const REACH: usize = 40;

/// An anniversary with "kỷ niệm" or with an event that shows what it is.
pub(crate) fn parse(tokens: &Tokens, at: usize) -> Option<(Time, usize)> {
    if let Some(pair) = dates(tokens, at) {
        // "Quốc khánh (02/9/1945 - 02/9/2024)": the dates tell it without a count.
        let far = pair.founded.value + 5 <= pair.closing.value;
        let same = pair.same_day && far;
        return same.then(|| (Time::Anniversary(pair.anniversary(None, false)), pair.behind));
    }
    let start = match tokens.starts_any(at, LEADS) {
        Some(behind) => behind,
        None if tokens.numeral(at).is_some() => at,
        None => return event_first(tokens, at),
    };
    let led = start > at;
    let count = count(tokens, start)?;
    let mut behind = start + 1;
    let named = tokens.is(behind, "năm");
    if named {
        behind += 1;
    }
    // "kỷ niệm 70 năm", "115 ngày sinh", "70 năm Chiến thắng"; not "kỷ niệm 10 ngày".
    let event = tokens.starts_any(behind, EVENTS).is_some()
        || (tokens.is(behind, "ngày") && tokens.capital(behind));
    let ordinal = tokens.is(start.saturating_sub(1), "thứ");
    let told = (led && (named || event || ordinal)) || (named && event);
    if !told || (!named && !event && !ordinal) || tokens.year(behind).is_some() {
        return None;
    }
    Some(close(tokens, count, start, false))
}

/// "Quốc khánh lần thứ 79", told by "kỷ niệm" before: the ordinal counts years.
fn event_first(tokens: &Tokens, at: usize) -> Option<(Time, usize)> {
    let start = tokens.starts(at, "lần thứ")?;
    let count = count(tokens, start)?;
    let from = at.saturating_sub(12);
    let led = tokens.find_any(from..at, &["kỷ niệm"])?;
    let broken = tokens.find_any(led..at, &[",", ";", ".", "đại hội", "hội nghị"]);
    if broken.is_some() {
        return None;
    }
    Some(close(tokens, count, start, false))
}

/// The next anniversary of a row: where it begins, what it is, and the token behind it.
pub(crate) fn next(tokens: &Tokens, at: usize) -> Option<(usize, Time, usize)> {
    let limit = (at + REACH).min(tokens.len());
    let mut place = at;
    while place < limit && !tokens.ends_sentence(place) {
        if let Some(start) = tokens.starts_any(place, JOINERS) {
            let counted = tokens.starts_any(start, LEADS).unwrap_or(start);
            if let Some(count) = count(tokens, counted) {
                let mut behind = counted + 1;
                let named = tokens.is(behind, "năm");
                behind += usize::from(named);
                let event = tokens.starts_any(behind, EVENTS).is_some()
                    || (tokens.word(behind).is_some() && tokens.capital(behind))
                    || (named && tokens.is(behind, "ngày"));
                let year = tokens.year(behind).is_some();
                if event && !year && (named || tokens.is(behind, "ngày")) {
                    let (time, end) = close(tokens, count, counted, true);
                    return Some((counted, time, end));
                }
            }
        }
        // Any other expression of time ends the row.
        if tokens.is(place, "năm") || tokens.is(place, "tháng") || tokens.is(place, "quý") {
            return None;
        }
        place += 1;
    }
    None
}

/// A count of years that somebody celebrates.
fn count(tokens: &Tokens, at: usize) -> Option<Numeral> {
    let glued = tokens.glued(at + 1)
        && tokens.any_mark(at + 1).is_some_and(|mark| "./-".contains(mark));
    tokens
        .numeral(at)
        .filter(|count| (1..=1100).contains(&count.value) && !glued)
}

/// Two dates or years in brackets.
struct Dates {
    founded: Numeral,
    closing: Numeral,
    closing_day: Option<Day>,
    same_day: bool,
    behind: usize,
}

impl Dates {
    fn anniversary(&self, count: Option<Numeral>, continues: bool) -> Anniversary {
        Anniversary {
            count,
            founded: Some(self.founded.clone()),
            closing: Some(self.closing.clone()),
            closing_day: self.closing_day.clone(),
            continues,
        }
    }
}

/// "(07/5/1954 - 07/5/2024)", "(1954 - 2024)", from the bracket on.
fn dates(tokens: &Tokens, at: usize) -> Option<Dates> {
    if !tokens.mark(at, '(') {
        return None;
    }
    let between = |place: usize| tokens.starts_any(place, &["-", "đến", "- ngày", "đến ngày"]);
    if let Some((first, behind)) = date::full_day(tokens, at + 1) {
        let (last, behind) = date::full_day(tokens, between(behind)?)?;
        let same_day =
            (first.day.value, first.month.value) == (last.day.value, last.month.value);
        return Some(Dates {
            founded: first.year,
            closing: last.year.clone(),
            closing_day: Some(last),
            same_day,
            behind: behind + usize::from(tokens.mark(behind, ')')),
        });
    }
    let founded = tokens.year(at + 1)?;
    let end = between(at + 2)?;
    let closing = tokens.year(end)?;
    let behind = end + 1 + usize::from(tokens.mark(end + 1, ')'));
    Some(Dates {
        founded,
        closing,
        closing_day: None,
        same_day: false,
        behind,
    })
}

/// The anniversary with the dates behind it, if there are any before the next one of the row.
fn close(tokens: &Tokens, count: Numeral, at: usize, continues: bool) -> (Time, usize) {
    let limit = (at + REACH).min(tokens.len());
    let mut place = at + 1;
    while place < limit && !tokens.ends_sentence(place) && !tokens.mark(place, ';') {
        if let Some(found) = dates(tokens, place) {
            let whole = found.anniversary(Some(count), continues);
            return (Time::Anniversary(whole), found.behind);
        }
        let row = tokens.starts_any(place, JOINERS).is_some_and(|next| {
            tokens.numeral(next).is_some() || tokens.starts_any(next, LEADS).is_some()
        });
        // "… gắn với chào mừng kỷ niệm 70 năm … (…)": these dates are the next one's.
        let other = tokens
            .starts_any(place, LEADS)
            .is_some_and(|next| self::count(tokens, next).is_some());
        if row || other || tokens.year(place).is_some() {
            break;
        }
        place += 1;
    }
    let alone = Anniversary {
        count: Some(count),
        founded: None,
        closing: None,
        closing_day: None,
        continues,
    };
    let named = usize::from(tokens.is(at + 1, "năm"));
    (Time::Anniversary(alone), at + 1 + named)
}
