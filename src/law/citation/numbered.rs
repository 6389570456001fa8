//! Documents that a text names: type, number, date, issuer and title.
//!
//! A citation reaches over its title, so that no year in the title is taken for one of the
//! text's own. Where the title ends is told in [`super::tail`].

use std::ops::Range;

use super::types::act;
use super::whole::build;
use super::{named, tail};
use crate::expressions::token::{TokenKind, Tokens};
use crate::expressions::{ActType, Citation, Time};

/// How many words may stand between the type and "số": "Chương trình hành động của … số".
const REACH: usize = 9;

/// A citation in any of its forms.
pub(super) fn parse(tokens: &Tokens, at: usize) -> Option<(Time, usize)> {
    let (act, behind) = match act(tokens, at) {
        Some((act, behind)) => (Some(act), behind),
        None => (None, at),
    };
    let citation = numbered(tokens, at, act, behind)
        .or_else(|| act.and_then(|act| named::parse(tokens, at, act, behind)))?;
    let behind = citation.1;
    Some((Time::Citation(citation.0), behind))
}

/// A document with its number, which may be blank.
fn numbered(
    tokens: &Tokens,
    at: usize,
    act: Option<ActType>,
    behind: usize,
) -> Option<(Citation, usize)> {
    let number = match act {
        Some(act) => number_behind(tokens, behind, act == ActType::Occasional)?,
        None => {
            let start = tokens.starts(at, "số").unwrap_or(at);
            let told = start > at;
            number(tokens, start).filter(|number| {
                // "KH 2024/TH 2023" in the head of a table names two years.
                let year = tokens.year(start).is_some() && number.tokens.len() == 3;
                // "Quý 4/2024-Quý 1/2025": letters that are no symbol.
                let mut letters =
                    number.tokens.clone().filter(|at| tokens.word(*at).is_some());
                let symbols = letters.all(|at| tokens.is_symbol(at));
                number.symbol && (told || !(number.blank || year) && symbols)
            })?
        }
    };
    let tail = tail::tail(tokens, number.tokens.end);
    let blank = number.blank || tail.blank;
    Some((build(tokens, act, Some(number.tokens), tail, blank), tail.end))
}

/// The number of a document, some words behind its type.
fn number_behind(tokens: &Tokens, behind: usize, occasional: bool) -> Option<CitedNumber> {
    for place in behind..behind + REACH {
        if let Some(start) = tokens.starts(place, "số") {
            return number(tokens, start).filter(|found| {
                let told =
                    tokens.starts_any(found.tokens.end, &["ngày", "của", "về", ", ngày"]);
                found.symbol || told.is_some()
            });
        }
        let found = number(tokens, place).filter(|found| {
            // "Nghị định 98 năm 2023": the short form of what everybody knows.
            let short = place == behind && !occasional;
            !found.blank && (found.symbol || short)
        });
        if found.is_some() {
            return found;
        }
        // Only words may stand between, and no other document.
        tokens.word(place)?;
        let labels = ["năm", "ngày", "tháng", "quý", "và", "về"];
        if labels.iter().any(|label| tokens.is(place, label)) || act(tokens, place).is_some() {
            return None;
        }
    }
    None
}

/// Whether tokens are the number of a document with its symbol, and nothing else.
pub(super) fn is_number(tokens: &Tokens) -> bool {
    number(tokens, 0)
        .is_some_and(|found| !found.blank && found.symbol && found.tokens == (0..tokens.len()))
}

/// The number of a document.
struct CitedNumber {
    tokens: Range<usize>,
    symbol: bool,
    blank: bool,
}

/// The most parts of a number, and dots in place of one: with more it is something else.
const MOST_PARTS: usize = 12;
const MOST_DOTS: usize = 40;

/// "98/2023/NĐ-CP", "30-CT/TU", "…/KH-UBND", "45".
fn number(tokens: &Tokens, at: usize) -> Option<CitedNumber> {
    let start = at + usize::from(tokens.mark(at, ':'));
    let mut place = start;
    let digits = tokens.numeral(place).is_some()
        || tokens.get(place).is_some_and(|token| token.kind == TokenKind::Number);
    if digits {
        place += 1;
        // "45a/KH-UBND"
        if tokens.glued(place) && tokens.word(place).is_some_and(|word| word.len() == 1) {
            place += 1;
        }
        // "298 KH/TWĐTN": the slash before the symbol is missing.
        if tokens.capital(place) && tokens.word(place).is_some() && tokens.mark(place + 1, '/')
        {
            place += 1;
        }
    } else {
        while tokens.any_mark(place).is_some_and(|mark| "….-_".contains(mark)) {
            place += 1;
            if place - start > MOST_DOTS {
                return None;
            }
        }
    }
    let blank = !digits;
    let (mut symbol, mut parts) = (false, 0);
    while let Some(next) = symbol_part(tokens, place) {
        symbol |= (place..next).any(|part| tokens.word(part).is_some());
        place = next;
        parts += 1;
        if parts > MOST_PARTS {
            return None;
        }
    }
    let something = (digits || symbol) && place > start;
    something.then_some(CitedNumber { tokens: start..place, symbol, blank })
}

/// One more part of a number: "/2023", "/NĐ", "-CP", "&QLN".
fn symbol_part(tokens: &Tokens, at: usize) -> Option<usize> {
    let mark = tokens.any_mark(at).filter(|mark| "/-&,".contains(*mark))?;
    let next = at + 1;
    let close = tokens.glued(next) && (tokens.glued(at) || mark == '/');
    // "30 - CT/TU" and "241/ KH-UBND" occur; a lone dash between words does not count.
    let spaced = mark == '/' || (mark == '-' && tokens.mark(next + 1, '/'));
    if mark == ',' && !close {
        return None;
    }
    let number = tokens.get(next).is_some_and(|token| token.kind == TokenKind::Number);
    let letters = tokens.word(next).is_some() && tokens.capital(next);
    if close && (number && mark != ',' || letters) || spaced && letters && mark != ',' {
        // "NQ/TW-2", "BTĐKT1": digits may follow the letters at once.
        let tail = tokens.glued(next + 1)
            && letters
            && tokens
                .get(next + 1)
                .is_some_and(|token| token.kind == TokenKind::Number);
        return Some(next + 1 + usize::from(tail));
    }
    None
}
