//! What could stand in the place of a text about anniversaries: the same text, ready made for the new year.
//!
//! In go a text of the old year and what the new year commemorates; out come proposals, each of which is taken by copying
//! it. The anniversaries that stand in a row give way to the one that is proposed; what stands around the row
//! is rolled like any text. Where it is not clear how far the row reaches, the commemoration alone is
//! proposed.

use std::ops::Range;

use super::edit::{self, Edit};
use super::rewrite::{Proposed, Terms};
use super::rules::counted_anew;
use super::{Frame, text, words};
use crate::calendar::in_a_row;
use crate::expressions::token::Tokens;
use crate::expressions::{Anniversary, Expression, Time};
use crate::law::expressions_in;

/// Stands for the anniversaries of a text while the rest is rolled; no text of the data has it.
const ROW: char = '\u{FFFC}';

/// How a text of a launch names the days of the paper.
const BRACED: [&str; 2] = ["{commemorations.short}", "{commemorations}"];

/// Whether a text names the days of its paper in braces.
pub(super) fn names_days(text: &str) -> bool {
    BRACED.iter().any(|name| text.contains(*name))
}

/// Whether a text names anniversaries.
pub(super) fn is_occasion(text: &str) -> bool {
    let found = expressions_in(&Tokens::new(text));
    found.iter().any(|one| matches!(one.time, Time::Anniversary(_)))
}

/// What could stand in the place of a text.
pub(super) fn for_text(old: &str, terms: &Terms) -> Vec<String> {
    let near = || terms.proposals.iter().filter(|proposed| proposed.is_near);
    let Some(occasion) = Occasion::of(old, terms) else {
        return near().map(|proposed| proposed.remarked(&proposed.words)).collect();
    };
    let kept = occasion.with_what_stays();
    let lowered = kept.as_deref().map(str::to_lowercase).unwrap_or_default();
    let others = near().filter(|other| !lowered.contains(&other.name.to_lowercase()));
    let others = others.map(|other| other.remarked(&occasion.with(&other.words)));
    kept.into_iter().chain(others).collect()
}

/// What could stand in the place of the commemorations of a launch, which it names by these ids: the text that names
/// them with each, and the ids that say so.
pub(super) fn for_launch(text: &str, old: &[&str], terms: &Terms) -> Vec<String> {
    let braced = BRACED.iter().find(|name| text.contains(**name));
    let occasion = match braced {
        Some(name) => {
            Occasion::around(&text.replacen(*name, &ROW.to_string(), 1), terms.frame)
        }
        None => Occasion::of(text, terms),
    };
    let line = |words: &str, ids: &[&str]| {
        let sentence = occasion
            .as_ref()
            .map_or_else(|| words.to_owned(), |around| around.with(words));
        let sentence = sentence.trim_end_matches([':', '.', ';']);
        format!("{sentence} - commemorations: [{}]", ids.join(", "))
    };
    let still_round = |id: &&str| terms.proposals.iter().find(|proposed| proposed.id == **id);
    let stay: Vec<&Proposed> = old.iter().filter_map(still_round).collect();
    let ids: Vec<&str> = stay.iter().map(|proposed| proposed.id.as_str()).collect();
    let all = stay.iter().map(|proposed| proposed.words.clone()).collect();
    let together = (!stay.is_empty()).then(|| line(&in_a_row(all), &ids));
    let others = terms.proposals.iter().filter(|proposed| {
        let alone = ids.as_slice() == [proposed.id.as_str()];
        proposed.is_near && !alone
    });
    let others = others.map(|other| other.remarked(&line(&other.words, &[other.id.as_str()])));
    together.into_iter().chain(others).collect()
}

/// A text around its anniversaries.
struct Occasion {
    /// What stands before them, in the new year.
    head: String,
    /// What stands behind them, in the new year.
    tail: String,
    /// Those whose count is round in the new year, too: counted anew.
    stay: Vec<String>,
    /// The whole row, counted anew, when all of them stay.
    whole: Option<String>,
}

impl Occasion {
    /// The text around its only row of anniversaries of the old year.
    fn of(old: &str, terms: &Terms) -> Option<Self> {
        let tokens = Tokens::new(old);
        let found = expressions_in(&tokens);
        let row = Row::of(old, &tokens, &found, terms)?;
        let delta = terms.frame.delta();
        let mut stay = Vec::new();
        let mut all = Vec::new();
        for (own, range) in &row.members {
            let edits = counted_anew(own, delta)?;
            all.extend(edits.iter().cloned());
            let count =
                own.count.as_ref().and_then(|count| edit::moved(count.value, delta))?;
            if count.is_multiple_of(5) {
                stay.push(written(old, range, edits)?);
            }
        }
        let all_stay = stay.len() == row.members.len();
        let whole = if all_stay { written(old, &row.range, all) } else { None };
        let (head, tail) = (old.get(..row.range.start)?, old.get(row.range.end..)?);
        let around = Self::around(&format!("{head}{ROW}{tail}"), terms.frame)?;
        Some(Self { stay, whole, ..around })
    }

    /// The text around the place of the row.
    fn around(marked: &str, frame: Frame) -> Option<Self> {
        let rolled = text(marked, frame);
        let (head, tail) = rolled.text.split_once(ROW)?;
        let is_sure = rolled.questions.is_empty() && !tail.contains(ROW);
        is_sure.then(|| Self {
            head: head.to_owned(),
            tail: tail.to_owned(),
            stay: Vec::new(),
            whole: None,
        })
    }

    fn with(&self, words: &str) -> String {
        format!("{}{words}{}", self.head, self.tail)
    }

    /// The text with those that are round again.
    fn with_what_stays(&self) -> Option<String> {
        let row = self.whole.clone().or_else(|| {
            let stay = self.stay.clone();
            (!stay.is_empty()).then(|| in_a_row(stay))
        });
        row.map(|row| self.with(&row))
    }
}

/// A part of a text with edits that lie in it.
fn written(old: &str, range: &Range<usize>, edits: Vec<Edit>) -> Option<String> {
    let within = |edit: Edit| {
        let start = edit.old.start.checked_sub(range.start)?;
        (edit.old.end <= range.end)
            .then(|| Edit { old: start..edit.old.end - range.start, ..edit })
    };
    let edits: Option<Vec<Edit>> = edits.into_iter().map(within).collect();
    Some(edit::apply(old.get(range.clone())?, edits?).0)
}

/// The anniversaries of a text: all of them, joined by nothing but connecting words.
struct Row<'e> {
    /// From the first count to the end of the last name.
    range: Range<usize>,
    /// Each with its bytes, from its count on.
    members: Vec<(&'e Anniversary, Range<usize>)>,
}

impl<'e> Row<'e> {
    fn of(old: &str, tokens: &Tokens, found: &'e [Expression], terms: &Terms) -> Option<Self> {
        let anniversary = |one: &'e Expression| match &one.time {
            Time::Anniversary(own) => Some((one, own)),
            _ => None,
        };
        let all: Vec<(&Expression, &Anniversary)> =
            found.iter().filter_map(anniversary).collect();
        let start = |own: &Anniversary| {
            let count = own.count.as_ref()?;
            let at = tokens.index_at(count.range.start);
            // "Quốc khánh lần thứ 79": its name stands before the count.
            let is_ordinal = at.checked_sub(1).is_some_and(|before| tokens.is(before, "thứ"));
            (!is_ordinal).then_some(at)
        };
        let starts: Option<Vec<usize>> = all.iter().map(|(_, own)| start(own)).collect();
        let starts = starts?;
        let mut members = Vec::new();
        for (number, (one, own)) in all.iter().enumerate() {
            if own
                .closing
                .as_ref()
                .is_some_and(|year| year.value != terms.frame.from.get())
            {
                return None;
            }
            if contradicts(own) {
                return None;
            }
            let start = *starts.get(number)?;
            let next = starts.get(number + 1).map(|next| before_connecting(tokens, *next));
            let end = if own.closing.is_some() {
                tokens.index_at(one.range.end)
            } else {
                let sentence = (start..tokens.len()).find(|at| tokens.ends_sentence(*at));
                let limit = next.or(sentence).unwrap_or(tokens.len());
                let end = name_end(tokens, found, start..limit, &terms.names)?;
                if next.is_none() { with_twin(tokens, found, end)? } else { end }
            };
            if next.is_some_and(|next| next != end) {
                return None;
            }
            members.push((*own, tokens.bytes(start..end)));
        }
        let first = members.first()?.1.start;
        let last = members.last()?.1.end;
        let is_among = |one: &Expression| all.iter().any(|(own, _)| own.range == one.range);
        let is_broken = found
            .iter()
            .any(|one| !is_among(one) && first < one.range.end && one.range.start < last);
        // Marks of style would be torn apart.
        let is_plain = !old.get(first..last)?.contains('*');
        (!is_broken && is_plain).then_some(Self { range: first..last, members })
    }
}

/// Whether the count is not what the years beside it tell: counted anew it would be wrong again.
fn contradicts(own: &Anniversary) -> bool {
    match (&own.count, &own.founded, &own.closing) {
        (Some(count), Some(founded), Some(closing)) => {
            founded.value.checked_add(count.value) != Some(closing.value)
        }
        _ => false,
    }
}

/// Where the words begin that connect an anniversary with the one before it: "gắn với chào mừng kỷ niệm".
fn before_connecting(tokens: &Tokens, count: usize) -> usize {
    let mut at = count;
    while let Some(start) = tokens.ends_any(at, &words::CONNECTING) {
        at = start;
    }
    at
}

/// Where a row ends whose last count is of two: "79 năm Cách mạng tháng Tám và Quốc khánh 2/9"; none when that is
/// not clear.
fn with_twin(tokens: &Tokens, found: &[Expression], end: usize) -> Option<usize> {
    if !(tokens.is(end, "và") && tokens.capital(end + 1)) {
        return Some(end);
    }
    let sentence = (end..tokens.len()).find(|at| tokens.ends_sentence(*at));
    name_end(tokens, found, end..sentence.unwrap_or(tokens.len()), &[])
}

/// Where the name of an anniversary without dates ends that begins at its count; none when that is not clear.
fn name_end(
    tokens: &Tokens,
    found: &[Expression],
    within: Range<usize>,
    names: &[String],
) -> Option<usize> {
    let start = within.start + 1 + usize::from(tokens.is(within.start + 1, "năm"));
    let known = names.iter().filter_map(|name| tokens.starts(start, &as_phrase(name)));
    if let Some(end) = known.max().filter(|end| *end <= within.end) {
        return Some(end);
    }
    let begins = |at: usize| {
        let byte = tokens.get(at).map(|token| token.range.start);
        found.iter().any(|one| Some(one.range.start) == byte)
    };
    let stops = |at: usize| {
        tokens.mark(at, ';')
            || begins(at)
            || tokens.starts_any(at, &words::BEHIND_NAMES).is_some()
    };
    let end = (start..within.end).find(|at| stops(*at)).unwrap_or(within.end);
    // What may belong to the name or to the sentence is not thrown away.
    let is_clear = |at: usize| match tokens.word(at) {
        Some("và") => false,
        Some("của") => tokens.capital(at + 1),
        Some(_) => true,
        None => {
            "-/".contains(tokens.any_mark(at).unwrap_or(' ')) || tokens.numeral(at).is_some()
        }
    };
    (start < end && (start..end).all(is_clear)).then_some(end)
}

/// A name as a phrase of tokens.
fn as_phrase(name: &str) -> String {
    let tokens = Tokens::new(name);
    let written = (0..tokens.len()).filter_map(|at| {
        let mark = tokens.any_mark(at).map(String::from);
        mark.or_else(|| tokens.get(at).map(|token| token.folded.clone()))
    });
    written.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Year;

    fn terms(from: u16, to: u16) -> Terms {
        let year = |number| Year::new(number).expect("a year");
        let proposed = |id: &str, name: &str, words: &str| Proposed {
            id: id.to_owned(),
            name: name.to_owned(),
            words: words.to_owned(),
            remark: (id == "lang-son").then(|| "cần kiểm tra".to_owned()),
            is_near: id != "luu-tru",
        };
        Terms {
            frame: Frame { from: year(from), to: year(to) },
            dropped: std::iter::empty().collect(),
            proposals: vec![
                proposed("dang", "Ngày thành lập Đảng", "95 năm Ngày thành lập Đảng"),
                proposed("lang-son", "Ngày Giải phóng", "75 năm Ngày Giải phóng"),
                proposed("luu-tru", "ngày Lưu trữ", "80 năm ngày Lưu trữ"),
            ],
            names: vec![
                "Ngày Giải phóng miền Nam, thống nhất đất nước".to_owned(),
                "ngày sinh đồng chí Hoàng Văn Thụ".to_owned(),
            ],
            superior: None,
        }
    }

    /// The first proposal of 2025 for a text of 2024.
    fn first(old: &str) -> String {
        for_text(old, &terms(2024, 2025)).swap_remove(0)
    }

    #[test]
    fn the_anniversaries_of_a_row_give_way_to_one() {
        let row = "115 ngày sinh đồng chí Hoàng Văn Thụ gắn với chào mừng kỷ niệm 70 năm Chiến thắng \
            Điện Biên Phủ; 80 năm Ngày thành lập QĐND Việt Nam và 35 năm Ngày hội Quốc phòng toàn dân";
        let dated = "70 năm Chiến thắng Điện Biên Phủ (07/5/1954 - 07/5/2024), 80 năm Ngày thành lập Quân \
            đội nhân dân Việt Nam (22/12/1944-22/12/2024)";
        let known = "48 năm Ngày Giải phóng miền Nam, thống nhất đất nước";
        for (before, row, behind) in [
            ("Phát động phong trào thi đua kỷ niệm ", row, ""),
            ("Tổng kết phong trào thi đua chào mừng kỷ niệm ", dated, " trên địa bàn huyện."),
            ("Tổ chức Lễ kỷ niệm ", known, " tại trung tâm huyện"),
            (
                "Tuyên truyền kỷ niệm ",
                "48 năm Ngày Giải phóng miền Nam, thống nhất đất nước và Quốc tế Lao động 01/5",
                " trên địa bàn huyện",
            ),
            (
                "Phát động thi đua chào mừng ",
                "70 năm Chiến thắng Điện Biên Phủ",
                " trong toàn ngành",
            ),
        ] {
            assert_eq!(
                first(&format!("{before}{row}{behind}")),
                format!("{before}95 năm Ngày thành lập Đảng{behind}")
            );
        }
    }

    #[test]
    fn what_stands_around_moves_to_the_new_year() {
        assert_eq!(
            first(
                "Trong quý II/2024, phát động thi đua kỷ niệm 70 năm Chiến thắng Điện Biên Phủ năm 2024"
            ),
            "Trong quý II/2025, phát động thi đua kỷ niệm 95 năm Ngày thành lập Đảng năm 2025"
        );
    }

    #[test]
    fn what_is_not_clear_is_proposed_by_its_name() {
        for old in [
            "Phát động thi đua kỷ niệm 70 năm Chiến thắng Điện Biên Phủ của huyện",
            "Phát động thi đua kỷ niệm 70 năm Chiến thắng Điện Biên Phủ, xây dựng công trình",
            "Kỷ niệm Quốc khánh lần thứ 79",
            "Kỷ niệm **70 năm** Chiến thắng Điện Biên Phủ",
            "Kỷ niệm 69 năm Chiến thắng Điện Biên Phủ (07/5/1954 - 07/5/2024)",
            "Kỷ niệm 70 năm Chiến thắng Điện Biên Phủ, phát động đợt 2 kỷ niệm 80 năm Ngày thành lập Quân đội",
            "Phát động phong trào thi đua của năm",
        ] {
            assert_eq!(first(old), "95 năm Ngày thành lập Đảng", "{old}");
        }
    }

    #[test]
    fn a_commemoration_that_is_round_again_keeps_its_sentence() {
        let old = "Phát động thi đua kỷ niệm 70 năm Chiến thắng Điện Biên Phủ (07/5/1954 - 07/5/2024) và \
            33 năm Ngày thành lập Đảng";
        let new = for_text(old, &terms(2024, 2029));
        assert_eq!(
            new[0],
            "Phát động thi đua kỷ niệm 75 năm Chiến thắng Điện Biên Phủ (07/5/1954 - 07/5/2029)"
        );
        let both = "Phát động thi đua kỷ niệm 70 năm Chiến thắng Điện Biên Phủ; 80 năm Ngày thành lập Đảng";
        let new = for_text(both, &terms(2024, 2029));
        assert_eq!(
            new,
            [
                "Phát động thi đua kỷ niệm 75 năm Chiến thắng Điện Biên Phủ; 85 năm Ngày thành lập Đảng",
                "Phát động thi đua kỷ niệm 75 năm Ngày Giải phóng - cần kiểm tra",
            ]
        );
    }

    #[test]
    fn a_launch_is_proposed_with_its_ids() {
        let terms = terms(2024, 2025);
        let subject = "Phát động phong trào thi đua kỷ niệm {commemorations.short}";
        assert_eq!(
            for_launch(subject, &["dien-bien-phu"], &terms),
            [
                "Phát động phong trào thi đua kỷ niệm 95 năm Ngày thành lập Đảng - commemorations: [dang]",
                "Phát động phong trào thi đua kỷ niệm 75 năm Ngày Giải phóng - commemorations: [lang-son] - cần kiểm tra",
            ]
        );
        let both = &for_launch(subject, &["dang", "luu-tru"], &terms)[0];
        assert!(both.ends_with(
            "95 năm Ngày thành lập Đảng và 80 năm ngày Lưu trữ - commemorations: [dang, luu-tru]"
        ));
    }
}
