//! "từ ngày … đến ngày …".

use super::super::edit::{self, Edit, Judgement};
use super::super::reason::{Doubt, KeptBecause, Reason};
use super::super::scene::Scene;
use super::super::words;
use super::limits::far;
use crate::expressions::{Numeral, Time};

/// Whether it is what a school year or a season right before it spans: "năm học 2024 - 2025 (từ 01/8/2024 đến 31/7/2025)".
fn spans_season(scene: &Scene, index: usize, start: &Numeral, end: &Numeral) -> bool {
    let before = index.checked_sub(1).and_then(|before| scene.found.get(before));
    before.is_some_and(|before| match &before.time {
        Time::SchoolYear { first, last } => {
            (first.value, last.value) == (start.value, end.value)
        }
        _ => false,
    })
}

/// From one day or month to another: the year's own work when it takes no longer than a year.
pub(super) fn judge(scene: &Scene, index: usize, first: &Time, last: &Time) -> Judgement {
    let (Some(start), Some(end)) =
        (first.years().first().copied(), last.years().last().copied())
    else {
        return Judgement::default();
    };
    if let Some(verdict) = far(scene, index, end).filter(|far| far.doubt.is_some()) {
        return verdict;
    }
    if !scene.own(end.value) {
        let past = scene.distance(end.value) < 0;
        let reason = if past { KeptBecause::History } else { KeptBecause::Horizon };
        return Judgement::keep(reason);
    }
    if scene.led_by(index, &words::IN_FORCE) {
        return Judgement::keep(KeptBecause::LegalDay);
    }
    if scene.born(index, &words::BORN) {
        return Judgement::ask(Doubt::Cohort);
    }
    let months = |time: &Time, year: &Numeral| {
        let month = match time {
            Time::Day(day) => day.month.value,
            Time::Month { month, .. } => month.value,
            // "đến hết năm 2024"
            Time::Year { .. } => 12,
            // Parts without a month of their own count from the middle of the year.
            _ => 6,
        };
        i32::from(year.value) * 12 + i32::from(month)
    };
    let length = months(last, end) - months(first, start);
    if !(0..=12).contains(&length) {
        return Judgement::ask(Doubt::PeriodEnds);
    }
    // A whole year that begins in this one: an undertaking of its own, not this year's work.
    let quarters = [first, last].iter().any(|time| matches!(time, Time::Quarter { .. }));
    let spans = spans_season(scene, index, start, end);
    let onward = !quarters && !spans && length >= 11 && scene.distance(end.value) == 1;
    if onward || scene.has(scene.clause(index), &["thí điểm"]) {
        return Judgement::ask(Doubt::OpenStart);
    }
    let delta = scene.delta();
    let edits = [first, last].map(|time| match time {
        Time::Day(day) => edit::day(day, delta, Reason::Range),
        other => edit::years(&other.years(), delta, Reason::Range),
    });
    let edits: Option<Vec<Vec<Edit>>> = edits.into_iter().collect();
    Judgement::change(edits.map(|edits| edits.concat()))
}
