//! Anniversaries: counted anew, or left where a sentence is all about them.

use crate::expressions::{Anniversary, Time};

use super::super::edit::{self, Judgement};
use super::super::reason::{Doubt, KeptBecause, Reason};
use super::super::scene::Scene;
use super::super::{objections, words};

/// What becomes of an anniversary.
pub(super) fn judge(scene: &Scene, index: usize, own: &Anniversary) -> Judgement {
    if let (Some(count), Some(founded), Some(closing)) =
        (&own.count, &own.founded, &own.closing)
    {
        let years = i32::from(closing.value) - i32::from(founded.value);
        if years != i32::from(count.value) {
            return Judgement::ask(Doubt::Contradiction);
        }
    }
    if !current(scene, index, own) {
        return Judgement::keep(KeptBecause::History);
    }
    let time = Time::Anniversary(own.clone());
    if let Some(doubt) = objections::objection(scene, index, &time) {
        return Judgement::ask(doubt);
    }
    if scene.has(scene.sentence(index), &words::OF_MANY) {
        return Judgement::ask(Doubt::YearOfMany);
    }
    if scene.has(scene.clause(index), &["đã"]) {
        return Judgement::ask(Doubt::Result);
    }
    let delta = scene.delta();
    let mut verdict = Judgement::change(counted_anew(own, delta));
    if let Some(count) = own.count.as_ref().filter(|_| !verdict.edits.is_empty()) {
        let round = |value: u16| value.is_multiple_of(5);
        let new = edit::moved(count.value, delta);
        if round(count.value) && !new.is_some_and(round) {
            verdict.doubt = Some(Doubt::NoLongerRound);
        }
    }
    verdict
}

/// Its count and its closing date, moved by some years.
pub(in super::super) fn counted_anew(
    own: &Anniversary,
    delta: i32,
) -> Option<Vec<edit::Edit>> {
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
