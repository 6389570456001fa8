//! Goes over a text and finds its expressions of time.

use super::order::{PLAIN, Parser};
use super::time::{Expression, Time};
use super::token::Tokens;
use super::{anniversary, bare, span};

/// Finds the expressions of time in a text that is cut into tokens. `compound` are the parsers of what
/// may hold other expressions; they are tried before all others.
///
/// What is found is in order and does not overlap. A number that only looks like a year is not among it.
pub(crate) fn find_with(tokens: &Tokens, compound: &[Parser]) -> Vec<Expression> {
    let mut found: Vec<Expression> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(behind) = bare::no_time(tokens, at) {
            at = behind.max(at + 1);
            continue;
        }
        let parsed = compound.iter().chain(&PLAIN).find_map(|parser| parser(tokens, at));
        let Some((time, behind)) = parsed else {
            at += 1;
            continue;
        };
        found.push(Expression { range: tokens.bytes(at..behind), time });
        at = behind.max(at + 1);
        at = follow_anniversaries(tokens, at, &mut found);
        at = follow_school_years(tokens, at, &mut found);
    }
    found
}

/// Behind a school year, others may follow without the words "năm học".
fn follow_school_years(tokens: &Tokens, at: usize, found: &mut Vec<Expression>) -> usize {
    let mut behind = at;
    while let Some(Expression { time: Time::SchoolYear { .. }, .. }) = found.last() {
        let Some((start, time, end)) = span::next_school_year(tokens, behind) else { break };
        found.push(Expression { range: tokens.bytes(start..end), time });
        behind = end;
    }
    behind
}

/// Behind an anniversary, others may follow without the word "kỷ niệm".
fn follow_anniversaries(tokens: &Tokens, at: usize, found: &mut Vec<Expression>) -> usize {
    let mut behind = at;
    while let Some(Expression { time: Time::Anniversary(_), .. }) = found.last() {
        let Some((start, time, end)) = anniversary::next(tokens, behind) else { break };
        found.push(Expression { range: tokens.bytes(start..end), time });
        behind = end;
    }
    behind
}
