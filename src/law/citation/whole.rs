//! A citation put together of its parts: from where its first word stands to where its title ends.

use std::ops::Range;

use super::tail;
use crate::expressions::PLAIN;
use crate::expressions::token::Tokens;
use crate::expressions::{ActType, Citation, Expression, Numeral};

/// Puts a citation together.
pub(super) fn build(
    tokens: &Tokens,
    act: Option<ActType>,
    number: Option<Range<usize>>,
    tail: tail::Tail,
    blank: bool,
) -> Citation {
    let inside = tail.title.map_or_else(Vec::new, |start| {
        // "Kết luận Hội nghị Trung ương 8 (tháng 10/2023)": here the date stands behind the name.
        let end = tail.date.filter(|date| *date > start).unwrap_or(tail.end);
        inner(tokens, start..end)
    });
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
    Citation {
        act,
        number,
        dated,
        years,
        inside,
        is_titled: tail.title.is_some(),
        may_end,
        blank,
    }
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
        let parsed = PLAIN
            .iter()
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
