//! How far a citation reaches behind its number: date, issuer, title.

use super::types::act;
use super::words::{
    ACTORS, ACTS_NOW, CLAUSES, DEADLINES, ISSUERS, NO_ISSUER, SURE_TITLES, TITLE_VERBS,
    TITLES, VERBS,
};
use crate::expressions::date;
use crate::expressions::token::Tokens;

/// What stands behind the number of a document.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tail {
    /// The first token behind the citation.
    pub(super) end: usize,
    /// Where its date stands.
    pub(super) date: Option<usize>,
    /// Where its title begins.
    pub(super) title: Option<usize>,
    /// Where the title may have ended already.
    pub(super) may_end: Option<usize>,
    /// Whether the date has blanks.
    pub(super) blank: bool,
}

/// The longest name of an office, in words.
const LONGEST_ISSUER: usize = 18;

/// Whether the name of an office begins here.
pub(super) fn issuer_starts(tokens: &Tokens, at: usize) -> bool {
    tokens.starts_any(at, &ISSUERS).is_some()
}

/// Reads date, issuer and title behind a number.
pub(super) fn tail(tokens: &Tokens, start: usize) -> Tail {
    let mut tail = Tail { end: start, ..Tail::default() };
    date_part(tokens, &mut tail);
    issuer_part(tokens, &mut tail);
    // "của UBND tỉnh ngày 28/12/2023"
    if tail.date.is_none() {
        date_part(tokens, &mut tail);
    }
    if opens_title(tokens, tail.end) {
        title_part(tokens, &mut tail);
    }
    tail
}

/// Reads a document that is known by its name: "Nghị quyết Đại hội … lần thứ XXIV".
pub(super) fn name(tokens: &Tokens, start: usize) -> Tail {
    const OVER: &[&str] = &[
        "trong", "được", "năm", "vào", "tại", "gắn", "bằng", "đến", "đã", "để", "và", "có",
        "là", "trên", "theo", "từ", "nhằm", "trước", "cho", "với",
    ];
    let goes_on = |place: usize| match tokens.any_mark(place) {
        Some(',') => tokens.starts_any(place + 1, &["nhiệm kỳ", "khóa"]).is_some(),
        Some('-') => true,
        Some(_) => false,
        None => !tokens.word(place).is_some_and(|word| OVER.contains(&word)),
    };
    let end = (start..tokens.len())
        .find(|place| !goes_on(*place))
        .unwrap_or(tokens.len());
    let tail = Tail { end, title: Some(start), ..Tail::default() };
    match when_held(tokens, end) {
        Some(behind) => Tail { end: behind, date: Some(end + 1), ..tail },
        None => tail,
    }
}

/// "(tháng 10/2023)": when the meeting was held; the place behind the bracket.
fn when_held(tokens: &Tokens, at: usize) -> Option<usize> {
    if !tokens.mark(at, '(') {
        return None;
    }
    let day = date::full_day(tokens, at + 1).map(|(_, behind)| behind);
    let behind = day.or_else(|| date::month(tokens, at + 1).map(|(_, behind)| behind))?;
    tokens.mark(behind, ')').then_some(behind + 1)
}

/// A document without a number whose name is followed by its issuer.
pub(super) fn until_issuer(tokens: &Tokens, name: usize, of: usize) -> Tail {
    let mut tail = Tail { end: of, ..Tail::default() };
    issuer_part(tokens, &mut tail);
    Tail { title: Some(name), ..tail }
}

/// "ngày 28/12/2023", ", ngày … tháng 12 năm 2023", "năm 2023".
fn date_part(tokens: &Tokens, tail: &mut Tail) {
    let mut start = tail.end + usize::from(tokens.mark(tail.end, ','));
    let bracket = tokens.mark(start, '(');
    start += usize::from(bracket);
    start = tokens
        .starts_any(start, &["ký", "ban hành"])
        .filter(|next| tokens.is(*next, "ngày"))
        .unwrap_or(start);
    let same = tokens
        .starts(start, "cùng")
        .filter(|next| !bracket && tokens.is(*next, "ngày"));
    start = same.unwrap_or(start);
    if let Some((_, behind)) = date::full_day(tokens, start) {
        tail.date = Some(start);
        tail.end = behind + usize::from(bracket && tokens.mark(behind, ')'));
        return;
    }
    let Some(behind) = tokens.starts(start, "ngày") else { return };
    // "và Quyết định số 2057/QĐ-UBND cùng ngày": the document before it has the date.
    if same.is_some() {
        tail.end = behind;
        return;
    }
    // Blanks: dots, gaps, and the words "tháng" and "năm".
    let mut place = behind;
    while place < behind + 14 {
        if tokens.year(place).is_some() {
            tail.date = Some(start);
            tail.end = place + 1;
            tail.blank = true;
            return;
        }
        let dotted = tokens.any_mark(place).is_some_and(|mark| "….-_/".contains(mark));
        let named = tokens.is(place, "tháng") || tokens.is(place, "năm");
        if !(dotted || named || tokens.short(place, 0..=31).is_some()) {
            break;
        }
        place += 1;
    }
    if place > behind {
        tail.end = place;
        tail.blank = true;
    }
}

/// "của UBND tỉnh Lạng Sơn", "của Bộ Giáo dục và Đào tạo (GDĐT)".
fn issuer_part(tokens: &Tokens, tail: &mut Tail) {
    let comma = usize::from(tokens.mark(tail.end, ','));
    let Some(start) = tokens.starts_any(tail.end + comma, &["của", "do"]) else { return };
    let mut place = start;
    while place < start + LONGEST_ISSUER {
        let Some(word) = tokens.word(place) else {
            let dash = tokens.mark(place, '-') || tokens.mark(place, '/');
            if !(dash && tokens.capital(place + 1)) {
                break;
            }
            place += 1;
            continue;
        };
        // "Bộ Kế hoạch và Đầu tư": with a capital it is part of the name.
        let title = opens_title(tokens, place) && !tokens.capital(place);
        if title || NO_ISSUER.contains(&word) || another(tokens, place) {
            break;
        }
        place += 1;
    }
    if tokens.is(place - 1, "và") {
        place -= 1;
    }
    // "(GDĐT)": the short name of the office.
    if tokens.mark(place, '(') {
        place = quoted(tokens, place)
            .filter(|end| *end <= place + 12)
            .unwrap_or(place);
    }
    tail.end = place;
}

/// Whether a title begins here: a word of a title, or quotation marks.
fn opens_title(tokens: &Tokens, at: usize) -> bool {
    let bare = at + usize::from(tokens.mark(at, ','));
    let deadline = tokens.starts_any(at, &DEADLINES).is_some();
    let year = tokens.is(at, "năm") && tokens.year(at + 1).is_none();
    !deadline
        && !year
        && (tokens.starts_any(at, &TITLES).is_some()
            || tokens.any_mark(bare).is_some_and(|mark| "“\"".contains(mark))
            || tokens.starts_any(bare, &["về", "v / v"]).is_some())
}

/// Whether tokens begin with a word with which titles begin, that joins its document without "về".
pub(super) fn is_title(tokens: &Tokens) -> bool {
    tokens.starts_any(0, &TITLE_VERBS).is_some()
}

/// Reads a title to its end.
fn title_part(tokens: &Tokens, tail: &mut Tail) {
    let start = tail.end;
    tail.title = Some(start);
    let sure = tokens.starts_any(start, &SURE_TITLES).is_some()
        || tokens.any_mark(start).is_some_and(|mark| "“\",".contains(mark));
    if !sure {
        tail.may_end = Some(start);
    }
    let mut place = start;
    while place < tokens.len() {
        if tokens.ends_sentence(place) || tokens.any_mark(place).is_some_and(ends) {
            break;
        }
        if let Some(behind) = quoted(tokens, place) {
            let bracket = tokens.mark(place, '(');
            place = behind;
            if !bracket && over_behind_quote(tokens, place) {
                break;
            }
            continue;
        }
        if tokens.mark(place, ',') && over_behind_comma(tokens, place + 1) {
            break;
        }
        let dead = place > start && tokens.starts_any(place, &DEADLINES).is_some();
        let next = tokens.is(place, "và") && another(tokens, place);
        if dead || (place > start && next) {
            break;
        }
        if tokens.mark(place, ',') && tail.may_end.is_none() {
            tail.may_end = Some(place);
        }
        place += 1;
    }
    tail.end = place;
}

/// Marks that end a title.
fn ends(mark: char) -> bool {
    matches!(mark, ';' | ':' | '\n' | ')')
}

/// The place behind a quotation that begins here.
fn quoted(tokens: &Tokens, at: usize) -> Option<usize> {
    let close = match tokens.any_mark(at)? {
        '“' => '”',
        '"' => '"',
        '(' => ')',
        _ => return None,
    };
    let limit = tokens.len().min(at + 120);
    (at + 1..limit)
        .find(|place| tokens.mark(*place, close))
        .map(|place| place + 1)
}

/// Behind the quoted title only the issuer or a period can still belong to it.
fn over_behind_quote(tokens: &Tokens, at: usize) -> bool {
    tokens
        .starts_any(at, &["của", "giai đoạn", "trên địa bàn", "(", "ngày", "nhiệm kỳ"])
        .is_none()
}

/// Whether a comma ends the title: another document, an office that acts, a new clause.
fn over_behind_comma(tokens: &Tokens, at: usize) -> bool {
    if tokens.starts_any(at, &CLAUSES).is_some() || another(tokens, at) {
        return true;
    }
    let actor = tokens.starts_any(at, &ACTORS);
    if actor.is_some_and(|behind| tokens.starts_any(behind, &ACTS_NOW).is_some()) {
        return true;
    }
    // "Ban Chỉ đạo xây dựng nông thôn mới": the verb belongs to the name.
    let board = tokens.starts(at, "ban chỉ đạo").is_some();
    let office = !board && tokens.capital(at) && issuer_starts(tokens, at);
    office
        && (at..tokens.len().min(at + 16))
            .take_while(|place| !tokens.ends_sentence(*place) && !tokens.mark(*place, ';'))
            .any(|place| tokens.starts_any(place, &VERBS).is_some())
}

/// Whether another numbered document begins here, with or without "và".
fn another(tokens: &Tokens, at: usize) -> bool {
    let bare = tokens.starts(at, "và").unwrap_or(at);
    act(tokens, bare).is_some_and(|(_, behind)| {
        let number = tokens.starts(behind, "số").unwrap_or(behind);
        let digits = tokens.numeral(number).is_some();
        let symbol = tokens.any_mark(number + 1).is_some_and(|mark| "/-".contains(mark));
        digits && (number > behind || symbol)
    })
}
