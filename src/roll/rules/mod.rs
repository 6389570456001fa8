//! What becomes of each expression of time: one rule for each kind, in a file of its own.
//!
//! [`judge`] takes an expression in its scene and gives the [`Judgement`]: letters that change, a question, or
//! why it stays. The match is exhaustive: a new kind of expression does not compile until it has its
//! rule, and the fixtures (`fixtures/rules/`, by the name of the kind) fail until it has a sentence. A
//! time that may be the document's own moves if no [objection](objections) is raised.

mod anniversary;
mod citation;
mod day;
mod limits;
mod lunar_year;
mod ordinal;
mod part;
mod period;
mod range;
mod school_year;
mod term;
mod year;

pub(super) use anniversary::counted_anew;

use super::edit::Judgement;
use super::figures::{self, Reported};
use super::reason::{Doubt, KeptBecause, Reason};
use super::scene::Scene;
use super::{objections, words};
use crate::expressions::Time;

/// What becomes of one expression.
pub(super) fn judge(scene: &Scene, index: usize) -> Judgement {
    let Some(expression) = scene.found.get(index) else { return Judgement::default() };
    if scene.is_list(index) {
        return Judgement::ask(Doubt::TooMany);
    }
    let time = &expression.time;
    let own = |verdict: Judgement| unless_objected(scene, index, time, verdict);
    match time {
        Time::Citation(citation) => citation::judge(scene, index, citation),
        Time::Anniversary(anniversary) => anniversary::judge(scene, index, anniversary),
        Time::Ordinal => ordinal::judge(scene, index),
        Time::Term { first, last } => term::judge(scene, index, first, last),
        Time::YearlessDay => Judgement::keep(KeptBecause::Yearless),
        Time::Relative | Time::HalfYear { year: None, .. } => {
            Judgement::keep(KeptBecause::Relative)
        }
        Time::Review { .. } => Judgement::ask(Doubt::OneOffReview),
        Time::Year { year, label } => own(year::one(scene, index, year, *label)),
        Time::Years(years) => own(year::several(scene, index, years)),
        Time::SchoolYear { first, last } => own(school_year::judge(scene, index, first, last)),
        Time::Day(day) => own(day::judge(scene, index, day)),
        Time::Month { year, .. } => own(part::judge(scene, index, year, Reason::Month)),
        Time::Quarter { year } => own(part::judge(scene, index, year, Reason::Quarter)),
        Time::HalfYear { year: Some(year), .. } => {
            own(part::judge(scene, index, year, Reason::HalfYear))
        }
        Time::Range { first, last } => own(range::judge(scene, index, first, last)),
        Time::Period { first, last, count } => {
            own(period::judge(scene, index, first, last, count.as_ref()))
        }
        Time::LunarYear { zodiac, name, year } => {
            own(lunar_year::judge(scene, *zodiac, name.start, year.as_ref()))
        }
    }
}

/// The change, unless something speaks against it.
fn unless_objected(scene: &Scene, index: usize, time: &Time, verdict: Judgement) -> Judgement {
    if verdict.edits.is_empty() {
        return verdict;
    }
    if let Some(doubt) = objections::objection(scene, index, time) {
        return Judgement::ask(doubt);
    }
    let rolling = matches!(time, Time::Period { .. });
    let due = scene.led_by(index, &words::DUE) && !matches!(time, Time::Year { .. });
    match figures::report(scene, index) {
        Reported::Result => Judgement::ask(Doubt::Result),
        Reported::Target if !due && !rolling => {
            Judgement { doubt: Some(Doubt::TargetFigure), ..verdict }
        }
        Reported::Target | Reported::None => verdict,
    }
}
