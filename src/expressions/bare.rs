//! Numbers without a label: which are years, which are surely something else.

use super::time::{Label, Numeral, Time};
use super::token::{TokenKind, Tokens};
use super::words::{COUNTERS, DIGITAL, FUNCTION_WORDS, HEADS, NAMED_NUMBERS, UNITS};

/// Whether what stands at a place is a unit, so that the number before it counts something.
pub(crate) fn counts_something(tokens: &Tokens, at: usize) -> bool {
    if tokens.word(at) == Some("m") && tokens.glued(at + 1) {
        return true;
    }
    !tokens.capital(at) && tokens.starts_any(at, &UNITS).is_some()
}

/// The place behind something that holds numbers but no time.
pub(super) fn no_time(tokens: &Tokens, at: usize) -> Option<usize> {
    address(tokens, at)
        .or_else(|| grouped(tokens, at))
        .or_else(|| named_number(tokens, at))
}

/// Behind the tokens that stand together without white space.
fn chunk(tokens: &Tokens, at: usize) -> usize {
    (at + 1..tokens.len())
        .find(|next| !tokens.glued(*next))
        .unwrap_or(tokens.len())
}

/// Addresses of the net, of mail, and names of files.
fn address(tokens: &Tokens, at: usize) -> Option<usize> {
    if tokens.glued(at) || tokens.any_mark(at).is_some_and(|mark| mark != '#') {
        return None;
    }
    let end = chunk(tokens, at);
    let mut inner = at..end;
    let is_address = inner.any(|place| match tokens.any_mark(place) {
        Some('@' | '_' | '#' | '=') => true,
        Some('.') => {
            let after = tokens.word(place + 1).is_some() && tokens.glued(place + 1);
            let before = place.checked_sub(1);
            let name = before.is_some_and(|before| tokens.get(before).is_some());
            after && name && place + 1 < end && !tokens.capital(place + 1) && place > at
        }
        Some(':') => tokens.mark(place + 1, '/') && tokens.mark(place + 2, '/'),
        _ => false,
    });
    is_address.then_some(end)
}

/// "2.024", "1.234.567,8": digits in groups of three, or a decimal.
fn grouped(tokens: &Tokens, at: usize) -> Option<usize> {
    tokens.numeral(at).filter(|first| first.range.len() <= 4)?;
    let mut behind = at + 1;
    while tokens.any_mark(behind).is_some_and(|mark| mark == '.' || mark == ',')
        && tokens.glued(behind)
        && tokens.glued(behind + 1)
        && tokens.get(behind + 1).is_some_and(|token| {
            token.kind == TokenKind::Number && matches!(token.range.len(), 1 | 3)
        })
    {
        behind += 2;
    }
    // "5.1.2024" is a date of which only the first two look like a decimal.
    let date = tokens.mark(behind, '.') && tokens.year(behind + 1).is_some();
    (behind > at + 1 && !date).then_some(behind)
}

/// "điện thoại 0205 2024 123", "TCVN 6909:2001".
fn named_number(tokens: &Tokens, at: usize) -> Option<usize> {
    let mut behind = tokens.starts_any(at, &NAMED_NUMBERS)?;
    if tokens.any_mark(behind).is_some_and(|mark| ":.".contains(mark)) {
        behind += 1;
    }
    let start = behind;
    while tokens.numeral(behind).is_some()
        || tokens.any_mark(behind).is_some_and(|mark| ".:-/(+)".contains(mark))
            && tokens
                .get(behind + 1)
                .is_some_and(|token| token.kind == TokenKind::Number)
        || tokens
            .get(behind)
            .is_some_and(|token| token.kind == TokenKind::Number)
    {
        behind += 1;
    }
    (behind > start).then_some(behind)
}

/// "(2021, 2022, 2023)": a list of years in brackets.
fn list(tokens: &Tokens, at: usize) -> Option<(Time, usize)> {
    let mut years = Vec::new();
    let mut place = at + 1;
    loop {
        years.push(
            tokens
                .year(place)
                .filter(|year| (1900..=2100).contains(&year.value))?,
        );
        let joined = tokens.starts_any(place + 1, &[",", "và", ";", "năm", ", năm"]);
        let Some(next) = joined else { break };
        place = next;
    }
    let whole = years.len() > 1 && tokens.mark(place + 1, ')');
    whole.then_some((Time::Years(years), place + 1))
}

/// A year with those that are joined to it without a label: "2024 và 2025"; and the token behind them.
fn joined(tokens: &Tokens, first: Numeral, mut behind: usize) -> (Vec<Numeral>, usize) {
    let mut years = vec![first];
    while let Some(next) = tokens.starts_any(behind, &[",", "và", ", và", "hoặc", "&"]) {
        let year = tokens.year(next).filter(|year| (1900..=2100).contains(&year.value));
        let Some(year) = year.filter(|_| is_whole(tokens, next + 1)) else { break };
        if counts_something(tokens, next + 1) {
            break;
        }
        years.push(year);
        behind = next + 1;
    }
    (years, behind)
}

/// Whether a number that ends before a place goes on in nothing that stands close to it.
fn is_whole(tokens: &Tokens, behind: usize) -> bool {
    !tokens.glued(behind)
        || tokens
            .any_mark(behind)
            .is_some_and(|mark| ",.;:)”\"!?/".contains(mark))
}

/// Whether nothing more stands in the line.
fn line_ends(tokens: &Tokens, at: usize) -> bool {
    tokens.get(at).is_none() || tokens.mark(at, '\n')
}

/// "Tết 2024", "(2024)", "Kế hoạch cải cách hành chính 2024".
pub(super) fn parse(tokens: &Tokens, at: usize) -> Option<(Time, usize)> {
    if tokens.mark(at, '(') {
        return list(tokens, at);
    }
    let year = tokens.year(at).filter(|year| (1900..=2100).contains(&year.value))?;
    let Some(before) = at.checked_sub(1) else {
        // A cell of a table: nothing but the year.
        let alone = line_ends(tokens, at + 1);
        return alone.then_some((Time::Year { year, label: Label::Unsure }, at + 1));
    };
    let bracket = tokens.mark(before, '(') && tokens.mark(at + 1, ')');
    let joined_before = tokens.glued(at) && !bracket && !tokens.mark(before, '(');
    if joined_before || counts_something(tokens, at + 1) {
        return None;
    }
    if !is_whole(tokens, at + 1) {
        return None;
    }
    if tokens.ends_any(at, &HEADS).is_some() {
        // "Tết 2024 và 2025"
        let (years, behind) = joined(tokens, year, at + 1);
        let time = match <[Numeral; 1]>::try_from(years) {
            Ok([year]) => Time::Year { year, label: Label::Known },
            Err(years) => Time::Years(years),
        };
        return Some((time, behind));
    }
    let counted = !tokens.mark(before, ':')
        && tokens.word(before).is_none_or(|word| COUNTERS.contains(&word));
    // "Chiến dịch “Hè tình nguyện” 2024": behind the name of something stands its year.
    let named = tokens.any_mark(before).is_some_and(|mark| "”\"".contains(mark));
    // "… cho thế giới sạch hơn 2024": nothing is there to be more of.
    // "Năm Chuyển đổi số 2024 và …": this "số" belongs to the name.
    let counted = counted
        && !named
        && !(tokens.is(before, "hơn") && tokens.word(at + 1).is_none())
        && tokens.ends_any(at, &DIGITAL).is_none()
        && !(tokens.mark(before, '\n') && line_ends(tokens, at + 1));
    // A word in small letters behind it is most likely what it counts, if it names something.
    let counts = tokens
        .word(at + 1)
        .is_some_and(|word| !FUNCTION_WORDS.contains(&word))
        && !tokens.capital(at + 1);
    let unsure = bracket || (!counted && !counts);
    unsure.then_some((Time::Year { year, label: Label::Unsure }, at + 1))
}
