//! Anniversaries: counted anew, or left where a sentence is all about them.

use crate::calendar::expression::{Anniversary, Time};

use super::edit::{self, Verdict};
use super::scene::Scene;
use super::{Doubt, KeptBecause, Reason, objections, words};

/// What becomes of an anniversary.
pub(super) fn judge(scene: &Scene, index: usize, own: &Anniversary) -> Verdict {
    if let (Some(count), Some(founded), Some(closing)) =
        (&own.count, &own.founded, &own.closing)
    {
        let years = i32::from(closing.value) - i32::from(founded.value);
        if years != i32::from(count.value) {
            return Verdict::ask(Doubt::Contradiction);
        }
    }
    if !current(scene, index, own) {
        return Verdict::keep(KeptBecause::History);
    }
    let time = Time::Anniversary(own.clone());
    if let Some(doubt) = objections::objection(scene, index, &time) {
        return Verdict::ask(doubt);
    }
    if scene.has(scene.sentence(index), words::OF_MANY) {
        return Verdict::ask(Doubt::YearOfMany);
    }
    if scene.has(scene.clause(index), &["đã"]) {
        return Verdict::ask(Doubt::Result);
    }
    let delta = scene.delta();
    let mut verdict = Verdict::change(edits(own, delta));
    if let Some(count) = own.count.as_ref().filter(|_| !verdict.edits.is_empty()) {
        let round = |value: u16| value.is_multiple_of(5);
        let new = edit::moved(count.value, delta);
        if round(count.value) && !new.is_some_and(round) {
            verdict.doubt = Some(Doubt::NoLongerRound);
        }
    }
    verdict
}

fn edits(own: &Anniversary, delta: i32) -> Option<Vec<edit::Edit>> {
    let mut edits = Vec::new();
    if let Some(count) = &own.count {
        edits.push(edit::count(count, delta, Reason::Anniversary)?);
    }
    if let Some(day) = &own.closing_day {
        edits.extend(edit::day(day, delta, Reason::Anniversary)?);
    } else if let Some(closing) = &own.closing {
        edits.push(edit::year(closing, delta, Reason::Anniversary)?);
    }
    Some(edits)
}

/// Whether the anniversary falls into the document's own time.
fn current(scene: &Scene, index: usize, own: &Anniversary) -> bool {
    if let Some(closing) = &own.closing {
        return scene.own(closing.value);
    }
    let mut years = scene
        .within(scene.clause(index))
        .filter(|found| {
            matches!(found.time, Time::Year { .. } | Time::Day(_) | Time::Month { .. })
        })
        .flat_map(|found| found.time.years())
        .peekable();
    years.peek().is_none() || years.any(|year| scene.own(year.value))
}

/// Whether the sentence launches, concludes or holds something for its anniversaries.
pub(super) fn campaign(scene: &Scene, index: usize) -> bool {
    let sentence = scene.sentence(index);
    let first = scene
        .within(sentence.clone())
        .find(|found| matches!(found.time, Time::Anniversary(_)));
    let Some(first) = first else { return false };
    let before = sentence.start..scene.tokens.index_at(first.range.start);
    // Another time of its own before it: the sentence has another matter too.
    let timed = scene.within(before.clone()).any(|found| {
        !matches!(found.time, Time::Relative | Time::YearlessDay | Time::Citation(_))
    });
    let opening = before.start..before.end.min(before.start + 6).max(before.start);
    let greets = scene
        .tokens
        .starts_any(before.start, &["chào mừng", "mừng"])
        .is_some();
    let after_colon = before.end.checked_sub(1).is_some_and(|at| scene.tokens.mark(at, ':'));
    let opens =
        ((before.is_empty() || after_colon) && !greets) || scene.has(opening, words::LAUNCHES);
    let named = scene.has(before, &["phát động", "lễ kỷ niệm", "tổ chức kỷ niệm", "mít tinh"]);
    !timed && (opens || named)
}
