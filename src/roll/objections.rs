//! What may speak against a change: the clause is about something that comes only once.

use crate::calendar::expression::{Expression, Time};

use super::scene::Scene;
use super::{Doubt, anniversary, words};

/// A test of an expression in its scene.
type Test = fn(&Scene, usize, &Time) -> bool;

/// The objections, in the order in which they are told.
const OBJECTIONS: [(Doubt, Test); 13] = [
    (Doubt::Quotation, |scene, index, _| scene.quoted(index)),
    (Doubt::Campaign, |scene, index, _| anniversary::campaign(scene, index)),
    (Doubt::OneOffReview, |scene, index, _| {
        beside(scene, index, |time| matches!(time, Time::Review { .. }))
    }),
    (Doubt::OneOffReview, |scene, index, _| scene.has(scene.clause(index), words::SELDOM)),
    (Doubt::Congress, |scene, index, _| scene.congress(scene.clause(index))),
    (Doubt::Election, |scene, index, _| scene.has(scene.clause(index), words::ELECTIONS)),
    (Doubt::Ordinal, |scene, index, _| {
        beside(scene, index, |time| matches!(time, Time::Ordinal))
    }),
    (Doubt::YearOfMany, |scene, index, _| scene.has(scene.clause(index), words::OF_MANY)),
    (Doubt::PastEvent, |scene, index, _| scene.has(scene.clause(index), words::DISASTERS)),
    (Doubt::PastEvent, |scene, index, _| happened(scene, index)),
    (Doubt::Horizon, ends_period),
    (Doubt::LunarDay, lunar_day),
    (Doubt::PartlyOwn, roadmap),
];

/// The first objection to changing an expression.
pub(super) fn objection(scene: &Scene, index: usize, time: &Time) -> Option<Doubt> {
    let raised = OBJECTIONS.iter().find(|(_, test)| test(scene, index, time));
    raised.map(|(doubt, _)| *doubt)
}

/// Whether something of a kind stands in the clause of an expression.
fn beside(scene: &Scene, index: usize, kind: fn(&Time) -> bool) -> bool {
    scene.within(scene.clause(index)).any(|found| kind(&found.time))
}

/// Whether the clause tells when something happened: "khởi công năm 2023".
fn happened(scene: &Scene, index: usize) -> bool {
    let tokens = scene.tokens;
    let sentence = scene.sentence(index).start;
    scene.within(scene.clause(index)).any(|found| {
        let start = tokens.index_at(found.range.start);
        news(scene, sentence, found)
            || matches!(found.time, Time::Year { .. } | Time::Day(_) | Time::Month { .. })
                && found.time.years().iter().any(|year| scene.own(year.value))
                && tokens.ends_any(start, words::HAPPENED_IN).is_some()
    })
}

/// "Ngày 19/12/2023, Chủ tịch UBND tỉnh ký …": the news of a day, not a task for it.
fn news(scene: &Scene, sentence: usize, found: &Expression) -> bool {
    let tokens = scene.tokens;
    let opening = ["sáng", "chiều", "tối", "vào", "sáng ngày", "chiều ngày", "vào ngày"];
    let start = tokens.starts_any(sentence, &opening).unwrap_or(sentence);
    let end = tokens.index_at(found.range.end);
    matches!(&found.time, Time::Day(day) if scene.own(day.year.value))
        && tokens.index_at(found.range.start) <= start
        && tokens.mark(end, ',')
        && tokens.capital(end + 1)
}

/// Whether a time of the coming year is the end of a period that the clause names.
fn ends_period(scene: &Scene, index: usize, time: &Time) -> bool {
    let [year] = time.years()[..] else { return false };
    scene.distance(year.value) == 1
        && scene.within(scene.clause(index)).any(|found| match &found.time {
            Time::Period { last, .. } | Time::Term { last, .. } => last.value == year.value,
            _ => false,
        })
}

/// Whether the years of the sentence are steps: "năm 2024 …, năm 2025 …, năm 2026 …".
fn roadmap(scene: &Scene, index: usize, time: &Time) -> bool {
    let just_outside = scene.within(scene.sentence(index)).any(|found| match &found.time {
        Time::Year { year, .. } => scene.distance(year.value).abs() == 2,
        _ => false,
    });
    let years = matches!(time, Time::Year { .. } | Time::Years(_));
    years && (just_outside || scene.has(scene.clause(index), &["lộ trình"]))
}

/// Whether a day or month is told together with a feast of the lunar calendar.
fn lunar_day(scene: &Scene, index: usize, time: &Time) -> bool {
    let day = matches!(time, Time::Day(_) | Time::Range { .. } | Time::Month { .. });
    let clause = scene.clause(index);
    let named = beside(scene, index, |time| matches!(time, Time::LunarYear { .. }));
    // "ngày 01/01/2024 (tức ngày 20/11 năm Quý Mão)": two calendars for one day.
    let both = named && scene.has(clause.clone(), &["tức"]);
    both || (day && (named || scene.has(clause, words::LUNAR)))
}
