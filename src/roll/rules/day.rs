//! "ngày 15/01/2024".

use super::super::edit::{self, Judgement};
use super::super::reason::{Doubt, Reason};
use super::super::scene::Scene;
use super::super::words;
use super::limits::{beginning, far};
use crate::expressions::{Day, Time};

/// A day with its year.
pub(super) fn judge(scene: &Scene, index: usize, day: &Day) -> Judgement {
    if let Some(verdict) = far(scene, index, &day.year).or_else(|| beginning(scene, index)) {
        return verdict;
    }
    let place = scene.place(index);
    let marked =
        |at: &usize| scene.tokens.any_mark(*at).is_some_and(|mark| ",(".contains(mark));
    let comma = place.start.checked_sub(1).filter(marked);
    let before = scene.tokens.ends_any(comma.unwrap_or(place.start), &words::WEEKDAYS);
    let bracket = place.end + usize::from(scene.tokens.mark(place.end, '('));
    let bracket = bracket + usize::from(scene.tokens.mark(bracket, ','));
    let behind = scene.tokens.starts_any(bracket, &words::WEEKDAYS);
    if before.is_some() || (behind.is_some() && bracket > place.end) {
        return Judgement::ask(Doubt::Weekday);
    }
    let clause = scene.clause(index);
    let told =
        scene.has(clause.start..place.start, &["tại", "theo", "sau", "từ", "biên bản", "đơn"]);
    if document_day(scene, index) {
        return Judgement::ask(Doubt::YearlyDocument);
    }
    let tells = scene
        .within(place.end..clause.end)
        .any(|found| matches!(found.time, Time::Citation(_)))
        && scene.tokens.mark(place.end, ',');
    if tells || scene.led_by(index, &words::HAPPENED) && told {
        return Judgement::ask(Doubt::PastEvent);
    }
    Judgement::change(edit::day(day, scene.delta(), Reason::Day))
}

/// "Tờ trình ngày 12/01/2024": the day of a document without a number.
fn document_day(scene: &Scene, index: usize) -> bool {
    let place = scene.place(index);
    let tokens = scene.tokens;
    (place.start.saturating_sub(6)..place.start)
        .rev()
        .take_while(|at| tokens.word(*at).is_some())
        .take_while(|at| {
            let mut ends = words::DAY_LEADS.iter().chain(words::NAME_ENDS.iter());
            !ends.any(|word| tokens.is(*at, word))
        })
        .any(|at| tokens.capital(at) && tokens.starts_any(at, &words::DOCUMENTS).is_some())
}
