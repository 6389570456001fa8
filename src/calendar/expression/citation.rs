//! Documents that a text names: type, number, date, issuer and title.
//!
//! A citation reaches over its title, so that no year in the title is taken for one of the
//! text's own. Where the title ends is told in [`super::tail`].

use std::ops::Range;

use super::token::{Kind, Tokens};
use super::{Expression, Numeral, Time, named, tail};

/// The type of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Act {
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
pub struct Citation {
    /// Its type, when it is given.
    pub act: Option<Act>,
    /// Its number with the symbol, when it is given.
    pub number: Option<Range<usize>>,
    /// The year of its date, when it is given.
    pub dated: Option<Numeral>,
    /// The years in its name and title.
    pub years: Vec<Numeral>,
    /// The expressions of time in its title.
    pub inside: Vec<Expression>,
    /// Where the title may have ended already, when that is not clear.
    pub may_end: Option<usize>,
    /// Whether its number or its date has blanks to be filled in.
    pub blank: bool,
}

/// The types by their names.
pub(super) const ACTS: [(&str, Act); 42] = [
    ("hiến pháp", Act::Law),
    ("bộ luật", Act::Law),
    ("luật", Act::Law),
    ("pháp lệnh", Act::Law),
    ("lệnh", Act::Law),
    ("sắc lệnh", Act::Law),
    ("nghị định", Act::Decree),
    ("thông tư", Act::Circular),
    ("thông tư liên tịch", Act::Circular),
    ("văn bản hợp nhất", Act::Circular),
    ("nghị quyết", Act::Resolution),
    ("nghị quyết liên tịch", Act::Resolution),
    ("quyết định", Act::Decision),
    ("chỉ thị", Act::Directive),
    ("kết luận", Act::Conclusion),
    ("quy định", Act::Regulation),
    ("quy chế", Act::Regulation),
    ("điều lệ", Act::Regulation),
    ("quy chuẩn", Act::Regulation),
    ("hướng dẫn", Act::Occasional),
    ("hướng dẫn liên ngành", Act::Occasional),
    ("kế hoạch", Act::Occasional),
    ("kế hoạch liên ngành", Act::Occasional),
    ("kế hoạch phối hợp", Act::Occasional),
    ("kế hoạch hành động", Act::Occasional),
    ("công văn", Act::Occasional),
    ("văn bản", Act::Occasional),
    ("báo cáo", Act::Occasional),
    ("thông báo", Act::Occasional),
    ("thông báo kết luận", Act::Occasional),
    ("chương trình", Act::Occasional),
    ("chương trình hành động", Act::Occasional),
    ("chương trình phối hợp", Act::Occasional),
    ("chương trình công tác", Act::Occasional),
    ("tờ trình", Act::Occasional),
    ("đề án", Act::Occasional),
    ("công điện", Act::Occasional),
    ("giấy mời", Act::Occasional),
    ("phương án", Act::Occasional),
    ("thông tri", Act::Occasional),
    ("biên bản", Act::Occasional),
    ("hợp đồng", Act::Occasional),
];

/// How many words may stand between the type and "số": "Chương trình hành động của … số".
const REACH: usize = 9;

/// The longest name of a type that begins here, and the place behind it.
pub(super) fn act(tokens: &Tokens, at: usize) -> Option<(Act, usize)> {
    let acts = ACTS
        .iter()
        .filter_map(|(name, act)| tokens.starts(at, name).map(|behind| (*act, behind)));
    acts.max_by_key(|(_, behind)| *behind)
}

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
    act: Option<Act>,
    behind: usize,
) -> Option<(Citation, usize)> {
    let number = match act {
        Some(act) => number_behind(tokens, behind, act == Act::Occasional)?,
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
fn number_behind(tokens: &Tokens, behind: usize, occasional: bool) -> Option<Number> {
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

/// The number of a document.
struct Number {
    tokens: Range<usize>,
    symbol: bool,
    blank: bool,
}

/// The most parts of a number, and dots in place of one: with more it is something else.
const MOST_PARTS: usize = 12;
const MOST_DOTS: usize = 40;

/// "98/2023/NĐ-CP", "30-CT/TU", "…/KH-UBND", "45".
fn number(tokens: &Tokens, at: usize) -> Option<Number> {
    let start = at + usize::from(tokens.mark(at, ':'));
    let mut place = start;
    let digits = tokens.numeral(place).is_some()
        || tokens.get(place).is_some_and(|token| token.kind == Kind::Number);
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
    something.then_some(Number { tokens: start..place, symbol, blank })
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
    let number = tokens.get(next).is_some_and(|token| token.kind == Kind::Number);
    let letters = tokens.word(next).is_some() && tokens.capital(next);
    if close && (number && mark != ',' || letters) || spaced && letters && mark != ',' {
        // "NQ/TW-2", "BTĐKT1": digits may follow the letters at once.
        let tail = tokens.glued(next + 1)
            && letters
            && tokens.get(next + 1).is_some_and(|token| token.kind == Kind::Number);
        return Some(next + 1 + usize::from(tail));
    }
    None
}

/// Puts a citation together.
pub(super) fn build(
    tokens: &Tokens,
    act: Option<Act>,
    number: Option<Range<usize>>,
    tail: tail::Tail,
    blank: bool,
) -> Citation {
    let inside = tail
        .title
        .map_or_else(Vec::new, |start| inner(tokens, start..tail.end));
    let years = inside
        .iter()
        .flat_map(|found| found.time.years().into_iter().cloned())
        .collect();
    let dated = tail.date.and_then(|at| dated_year(tokens, at));
    let may_end = tail
        .may_end
        .and_then(|at| tokens.get(at))
        .map(|token| token.range.start);
    let number = number.map(|number| tokens.bytes(number));
    Citation { act, number, dated, years, inside, may_end, blank }
}

/// The year of the date at a place: "ngày 28/12/2023", "năm 2023", "ngày … tháng 12 năm 2023".
fn dated_year(tokens: &Tokens, at: usize) -> Option<Numeral> {
    (at..at + 12).find_map(|place| tokens.year(place))
}

/// The expressions of time within some tokens, without citations and anniversaries.
fn inner(tokens: &Tokens, within: Range<usize>) -> Vec<Expression> {
    let mut found = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let parsed = super::PARSERS
            .iter()
            .skip(2)
            .find_map(|parser| parser(tokens, at))
            .filter(|(_, behind)| *behind <= within.end);
        match parsed {
            Some((time, behind)) => {
                found.push(Expression { range: tokens.bytes(at..behind), time });
                at = behind.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}
