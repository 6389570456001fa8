//! Ranks of orders; days of the week and months that are said in words.

use super::words::At;
use super::wrong::{CapitalRule, WrongCapital};

/// The ranks of orders and medals.
const RANKS: [(&str, &str); 3] = [("nhất", "Nhất"), ("nhì", "Nhì"), ("ba", "Ba")];
/// The most words between an order and its rank: "Huân chương Bảo vệ Tổ quốc hạng Nhất, hạng Nhì, hạng Ba".
const MOST_OF_ORDER: usize = 12;

/// The rank of an order. Of sport and of trade ranks have no capitals.
pub(super) fn rank(here: At<'_, '_>) -> Option<WrongCapital> {
    let (word, next) = (here.word(), here.behind(1)?);
    let (_, meant) = RANKS.into_iter().find(|(small, _)| *small == next.bare)?;
    if word.bare != "hạng" || here.follows(&["xếp", "đứng", "đạt", "binh", "viện"])
    {
        return None;
    }
    let mut before = here.words[..here.at].iter().rev().take(MOST_OF_ORDER);
    let before = before
        .by_ref()
        .take_while(|word| !matches!(word.mark, Some('.' | ';' | '!' | '?')));
    let is_order = before.into_iter().any(|word| word.is(&["huân"]));
    is_order.then(|| WrongCapital {
        rule: CapitalRule::Rank,
        said: format!("hạng {}", next.bare),
        meant: format!("hạng {meant}"),
    })
}

/// Days of the week as they are said in words, and months.
const DAYS: [&str; 6] = ["hai", "ba", "tư", "năm", "sáu", "bảy"];
const MONTHS: [&str; 12] =
    ["giêng", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "một", "chạp"];

fn with_capital(here: At<'_, '_>) -> Option<WrongCapital> {
    let (word, next) = (here.word(), here.behind(1)?);
    let mut letters = next.bare.chars();
    let first = letters.next()?.to_uppercase();
    let capital: String = first.chain(letters).collect();
    Some(WrongCapital {
        rule: CapitalRule::Day,
        said: format!("{} {}", word.bare, next.bare),
        meant: format!("{} {capital}", word.bare),
    })
}

/// A day of the week in words. "Thứ hai" is more often the second of something.
pub(super) fn weekday(here: At<'_, '_>) -> Option<WrongCapital> {
    let next = here.behind(1)?;
    if here.word().bare != "thứ" || !DAYS.contains(&next.bare) {
        return None;
    }
    let is_time = here.follows(&["sáng", "chiều", "tối", "trưa"]);
    let is_weekly = here.leads_to(2, &["tuần"])
        || here.leads_to(2, &["hằng", "hàng", "mỗi"]) && here.leads_to(3, &["tuần"]);
    let is_span = here.leads_to(2, &["đến"]) && here.leads_to(3, &["thứ"])
        || here.follows(&["đến"]) && here.before(3).is_some_and(|word| word.is(&["thứ"]));
    let after = here.words.get(here.at + 2..).unwrap_or_default();
    let has_date = matches!(after, [day, date, ..] if day.is(&["ngày"]) && date.has_digits());
    let is_ordinal =
        here.follows(&["lần", "khóa", "khoá", "kỳ", "đợt", "người", "vị", "ngày"]);
    let is_day = is_time || is_weekly || is_span || (has_date && !is_ordinal);
    is_day.then(|| with_capital(here)).flatten()
}

/// A month in words. "Tháng hai" may count: "mỗi tháng hai lần".
pub(super) fn month(here: At<'_, '_>) -> Option<WrongCapital> {
    let next = here.behind(1)?;
    if here.word().bare != "tháng" || !MONTHS.contains(&next.bare) {
        return None;
    }
    let is_always = ["giêng", "chạp"].contains(&next.bare)
        || here.follows_pair(&["cách mạng"])
        || here.follows(&["rằm", "mồng", "mùng"]);
    let has_two = next.bare == "mười" && here.leads_to(2, &["một", "hai"]);
    let rest = if has_two { 3 } else { 2 };
    let is_of_year = here.leads_to(rest, &["năm"])
        && here.behind(rest + 1).is_some_and(|word| word.has_digits())
        && !here.before(1).is_some_and(|word| word.has_digits())
        && !here.follows(&["mỗi", "hằng", "hàng", "một", "từng", "các", "hai", "ba", "mười"]);
    let is_span = here.leads_to(2, &["đến"]) && here.leads_to(3, &["tháng"])
        || here.follows(&["đến"]) && here.before(3).is_some_and(|word| word.is(&["tháng"]));
    (is_always || is_of_year || is_span)
        .then(|| with_capital(here))
        .flatten()
}
