//! What several rules ask first: whether a time is the document's own, and whether it is a beginning.

use super::super::edit::Judgement;
use super::super::reason::{Doubt, KeptBecause};
use super::super::scene::Scene;
use super::super::words;
use crate::expressions::{Numeral, Time};

/// A year outside of the frame stays.
pub(super) fn far(scene: &Scene, index: usize, year: &Numeral) -> Option<Judgement> {
    if scene.own(year.value) {
        return None;
    }
    let person = scene.tokens.is(scene.place(index).start, "ngày");
    if !person && scene.born(index, &words::BORN) && scene.has_own_year(index) {
        return Some(Judgement::ask(Doubt::Cohort));
    }
    let distance = scene.distance(year.value);
    if distance.abs() == 2 && scene.led_by(index, &words::OWN_WORK) {
        return Some(Judgement::ask(Doubt::NearYear));
    }
    let reason = if distance < 0 { KeptBecause::History } else { KeptBecause::Horizon };
    Some(Judgement::keep(reason))
}

/// "từ năm 2025 trở đi", "kể từ ngày 01/01/2024", "từ năm 2024": a beginning.
pub(super) fn beginning(scene: &Scene, index: usize) -> Option<Judgement> {
    // "có hiệu lực thi hành (01/8/2024)"
    let start = scene.place(index).start;
    let bracket = start.checked_sub(1).filter(|at| scene.tokens.mark(*at, '('));
    let told = bracket.and_then(|at| scene.tokens.ends_any(at, &words::IN_FORCE));
    let in_force = told.is_some() || scene.led_by(index, &words::IN_FORCE);
    if in_force || scene.born(index, &["sinh"]) {
        return Some(Judgement::keep(KeptBecause::LegalDay));
    }
    if scene.followed_by(index, &words::FOR_GOOD) {
        return Some(Judgement::keep(KeptBecause::StandingRule));
    }
    if !scene.led_by(index, &words::OPEN) {
        return None;
    }
    let place = scene.place(index);
    // "từ tháng 01 đến tháng 12 năm 2024" has its end within itself; "năm học 2023 - 2024" is one
    // time.
    let school = scene
        .found
        .get(index)
        .is_some_and(|own| matches!(own.time, Time::SchoolYear { .. }));
    let inside = !school
        && place
            .clone()
            .any(|at| scene.tokens.is(at, "đến") || scene.tokens.mark(at, '-'));
    if inside {
        return None;
    }
    let behind = place.end..(place.end + 5).min(scene.tokens.len());
    let ends = scene.has(behind.clone(), &["đến", "sang"]) && !scene.has(behind, &["đến nay"]);
    let before = scene.clause(index).start..place.start;
    let takes_place = scene.has(before, &words::TAKES_PLACE);
    (!ends && !takes_place).then(|| Judgement::ask(Doubt::OpenStart))
}
