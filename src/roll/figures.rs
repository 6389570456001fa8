//! Results and targets: sentences whose figures belong to one year only.
//!
//! In goes an expression in its scene; out comes whether its sentence reports what was reached or
//! sets what is to be. Last year's results are no results of the next.

use std::ops::Range;

use crate::expressions::{Time, bare};

use super::scene::Scene;
use super::words;

/// What the words around a year report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reported {
    /// Nothing with figures.
    None,
    /// Something done.
    Result,
    /// Something to be done, with a figure.
    Target,
}

/// What the clause of an expression reports.
pub(super) fn report(scene: &Scene, index: usize) -> Reported {
    let clause = scene.clause(index);
    if scene.once("done", clause.clone(), |clause| done(scene, clause)) {
        return Reported::Result;
    }
    if narrates(scene, index, clause.clone()) {
        return Reported::Result;
    }
    if !scene.once("figures", clause.clone(), |clause| figures(scene, clause)) {
        return Reported::None;
    }
    if scene.once("counted", clause.clone(), |clause| last_year_counted(scene, clause)) {
        return Reported::Result;
    }
    // "mỗi xã có ít nhất 01 sáng kiến được công nhận": behind an aim nothing is reached yet.
    let aim = scene.find(clause.clone(), &words::AIMS).unwrap_or(clause.end);
    let results = scene.has(clause.start..aim, &words::RESULTS);
    let targets = scene.has(clause.clone(), &words::TARGETS);
    if targets && !results {
        return Reported::Target;
    }
    let years = scene.within(clause.clone()).flat_map(|found| found.time.years());
    let past_only = years.map(|year| scene.distance(year.value)).max() == Some(-1);
    if !results && !past_only && begins_with_work(scene, clause) {
        return Reported::Target;
    }
    Reported::Result
}

/// Whether "đã" says that something was done, and not that it was laid down before.
fn done(scene: &Scene, clause: Range<usize>) -> bool {
    let laid_down = |at: usize| scene.tokens.starts_any(at + 1, &words::LAID_DOWN).is_some();
    scene.finds(clause, &["đã"], 1).any(|at| !laid_down(at))
}

/// Whether the clause tells of a year that is over: "Năm 2023, phong trào …".
fn narrates(scene: &Scene, index: usize, clause: Range<usize>) -> bool {
    let targets = scene.has(clause.clone(), &words::TARGETS);
    let told = scene.has(clause.clone(), &words::NARRATES) || ranked(scene, clause.clone());
    if told && !targets {
        return true;
    }
    let place = scene.place(index);
    let opening = scene
        .tokens
        .starts_any(clause.start, &["trong", "kết thúc", "qua", "-", "+"]);
    let opens = place.start <= opening.unwrap_or(clause.start);
    let last_year = scene.found.get(index).is_some_and(|found| match &found.time {
        Time::Year { year, .. } => scene.distance(year.value) == -1,
        _ => false,
    });
    opens && last_year && scene.tokens.mark(place.end, ',')
}

/// Whether the year before has a figure of its own: "năm 2023 giải ngân 85%, năm 2024 …".
fn last_year_counted(scene: &Scene, clause: Range<usize>) -> bool {
    scene.within(clause.clone()).any(|found| {
        let Time::Year { year, .. } = &found.time else { return false };
        let place = scene.tokens.index_at(found.range.start);
        // Not that of a decimal: "là 6,5%".
        let comma = |at: &usize| scene.tokens.mark(*at, ',') && !scene.tokens.glued(*at + 1);
        let start = (clause.start..place).rev().find(comma).unwrap_or(clause.start);
        let end = (place..clause.end).find(comma).unwrap_or(clause.end);
        scene.distance(year.value) == -1
            && scene.tokens.ends_any(place, &words::COMPARED).is_none()
            && figures(scene, start..end)
            && !scene.has(start..end, &words::TARGETS)
    })
}

/// Whether a place in a row is told: "xếp thứ 5/11", "đứng thứ nhất"; not "xếp hạng di tích".
fn ranked(scene: &Scene, clause: Range<usize>) -> bool {
    const WORDS: [&str; 5] = ["nhất", "nhì", "hai", "ba", "tư"];
    scene.finds(clause, &words::RANKS, usize::MAX).any(|at| {
        let behind = scene.tokens.starts_any(at, &words::RANKS).unwrap_or(at);
        let word = scene.tokens.word(behind);
        scene.tokens.numeral(behind).is_some()
            || word.is_some_and(|word| WORDS.contains(&word))
    })
}

/// Whether a number with its unit, or a rank, stands in some tokens, outside of every expression.
fn figures(scene: &Scene, clause: Range<usize>) -> bool {
    if ranked(scene, clause.clone()) {
        return true;
    }
    let taken: Vec<Range<usize>> = scene
        .within(clause.clone())
        .map(|found| found.range.clone())
        .collect();
    // Expressions do not overlap, and stand in order.
    let is_taken = |byte: usize| {
        let after = taken.partition_point(|range| range.end <= byte);
        taken.get(after).is_some_and(|range| range.contains(&byte))
    };
    clause.into_iter().any(|at| {
        let Some(token) = scene.tokens.get(at) else { return false };
        let number = token.folded.bytes().all(|byte| byte.is_ascii_digit());
        let free = number && !is_taken(token.range.start);
        free && scene.tokens.ends_any(at, &words::WHICH).is_none()
            && bare::counts_something(scene.tokens, at + 1)
    })
}

/// Whether a clause begins like a task: "Tổ chức …", "Khen thưởng …", "Phòng Nội vụ kiểm tra …".
fn begins_with_work(scene: &Scene, clause: Range<usize>) -> bool {
    let start = clause
        .clone()
        .find(|at| scene.tokens.word(*at).is_some_and(|w| w.len() > 1));
    start.is_some_and(|at| {
        scene.tokens.starts_any(at, &words::WORK).is_some()
            || office_works(scene, at..clause.end)
    })
}

/// Whether some tokens begin with the name of an office, and tell behind it what the office is to do.
fn office_works(scene: &Scene, within: Range<usize>) -> bool {
    let tokens = scene.tokens;
    let is_named = tokens.starts_any(within.start, &words::OFFICES).is_some();
    // "Phòng Giáo dục và Đào tạo": with a capital the word belongs to the name.
    is_named
        && within
            .take_while(|at| tokens.word(*at).is_some() || tokens.mark(*at, ','))
            .any(|at| !tokens.capital(at) && tokens.starts_any(at, &words::WORK).is_some())
}
