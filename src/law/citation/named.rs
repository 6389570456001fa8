//! Documents without a number: a law by its name, a resolution of a congress, a document by its day
//! or by the office that issued it.
//!
//! In go tokens that begin with the name of a type; out comes what is cited, with its reach. Without
//! a number only grammar tells a title from the rest of the sentence, so that less is taken here than
//! after a number.

use super::tail;
use super::types::act;
use super::whole::build;
use crate::expressions::date;
use crate::expressions::token::Tokens;
use crate::expressions::{ActType, Citation, Numeral};

/// Meetings whose conclusions everybody knows by the meeting.
const PLENUMS: &[&str] = &[
    "đại hội",
    "trung ương",
    "hội nghị trung ương",
    "hội nghị lần thứ",
    "hội nghị ban chấp hành trung ương",
    "hội nghị bch trung ương",
];

/// A document without a number: a law by its name, a resolution of a congress, or a date.
pub(super) fn parse(
    tokens: &Tokens,
    at: usize,
    act: ActType,
    behind: usize,
) -> Option<(Citation, usize)> {
    let congress = ["đại hội", "hội nghị", "trung ương"];
    let tail = match act {
        ActType::Law => return law(tokens, at, behind),
        ActType::Resolution if tokens.starts_any(behind, &congress).is_some() => {
            tail::name(tokens, behind)
        }
        // What the Party's own meetings conclude; other meetings are of the text's own office.
        ActType::Conclusion if tokens.starts_any(behind, PLENUMS).is_some() => {
            tail::name(tokens, behind)
        }
        _ if is_dated(tokens, behind) => tail::tail(tokens, behind),
        _ => superior(tokens, at, behind)?,
    };
    Some((build(tokens, Some(act), None, tail, tail.blank), tail.end))
}

/// "Chỉ thị ngày 05/02/2024 của …": a date right behind the type.
fn is_dated(tokens: &Tokens, behind: usize) -> bool {
    let start = behind + usize::from(tokens.mark(behind, ','));
    let day = date::full_day(tokens, start).filter(|_| tokens.is(start, "ngày"));
    day.is_some_and(|(_, end)| tokens.is(end, "của"))
}

/// "Căn cứ Kế hoạch … năm 2024 của UBND tỉnh": another office's document without a number.
fn superior(tokens: &Tokens, at: usize, behind: usize) -> Option<tail::Tail> {
    const LEADS: &[&str] = &[
        "căn cứ",
        "theo",
        "thực hiện",
        "cụ thể hóa",
        "bám sát",
        "quán triệt",
        "triển khai",
        "triển khai thực hiện",
        "thực hiện nghiêm",
        "tại",
    ];
    if !tokens.capital(at) {
        return None;
    }
    // "Căn cứ …, Chương trình, Kế hoạch công tác của …": the word may stand some words before.
    let near = tokens.find_any(at.saturating_sub(12)..at, &["căn cứ", "theo", "thực hiện"]);
    let row = near.is_some() && tokens.ends_any(at, &[",", "và", "các"]).is_some();
    if !row && tokens.ends_any(at, LEADS).is_none() {
        return None;
    }
    for place in behind..tokens.len().min(behind + 40) {
        let over = tokens.ends_sentence(place) || tokens.mark(place, ';');
        if over || tokens.is(place, "này") || act(tokens, place).is_some() {
            return None;
        }
        if let Some(issuer) = tokens.starts(place, "của") {
            let named = tokens.capital(issuer) && tail::issuer_starts(tokens, issuer);
            if place == behind {
                return named.then(|| tail::tail(tokens, behind));
            }
            let year = (behind..place).any(|inner| tokens.year(inner).is_some());
            let mut tail = tail::until_issuer(tokens, behind, place);
            // "… của Thường trực Trung ương Hội năm 2024"
            let late = tokens.is(tail.end, "năm") && tokens.year(tail.end + 1).is_some();
            tail.end += if late { 2 } else { 0 };
            return (named && (year || late)).then_some(tail);
        }
    }
    None
}

/// "Luật Thi đua, khen thưởng năm 2022", "Bộ luật Lao động 2019", "Luật Đất đai ngày 18/01/2024".
fn law(tokens: &Tokens, at: usize, behind: usize) -> Option<(Citation, usize)> {
    // Where the name is over, whatever follows.
    const BREAKS: &[&str] = &[
        "và các",
        "trong",
        "cho",
        "tại",
        "trên địa bàn",
        "đã",
        "được",
        "theo",
        "từ",
        "đến",
        "thi hành",
        "quy định",
        "để",
        "và kế hoạch",
        "trước",
        "có hiệu lực",
        ", năm",
    ];
    if !(tokens.capital(at) && tokens.word(behind).is_some() && tokens.capital(behind)) {
        return None;
    }
    for place in behind..behind + 16 {
        let over = tokens.starts_any(place, BREAKS).is_some()
            || tokens.ends_sentence(place)
            || tokens.mark(place, ';');
        let year_at = tokens.starts(place, "năm").unwrap_or(place);
        if let Some(year) = tokens.year(year_at) {
            return Some((law_of(None, vec![year]), year_at + 1));
        }
        if let Some((day, end)) = date::full_day(tokens, place) {
            return Some((law_of(Some(day.year), vec![]), end));
        }
        if over || (place > behind && act(tokens, place).is_some()) {
            return None;
        }
    }
    None
}

/// A law by its name, with the year of its date or of its name.
fn law_of(dated: Option<Numeral>, years: Vec<Numeral>) -> Citation {
    Citation {
        act: Some(ActType::Law),
        number: None,
        dated,
        years,
        inside: vec![],
        is_titled: true,
        may_end: None,
        blank: false,
    }
}
