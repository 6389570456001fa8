//! "giai đoạn 2021 - 2025", "03 năm 2024 - 2026".

use super::super::edit::{self, Judgement};
use super::super::reason::{Doubt, KeptBecause, Reason};
use super::super::scene::Scene;
use super::super::words;
use crate::expressions::{Numeral, Time};

/// "giai đoạn 2021 - 2025" stays; the budget over three years moves on every year.
pub(super) fn judge(
    scene: &Scene,
    index: usize,
    first: &Numeral,
    last: &Numeral,
    count: Option<&Numeral>,
) -> Judgement {
    let clause = scene.clause(index);
    if scene.born(index, &words::BORN) {
        return Judgement::ask(Doubt::Cohort);
    }
    let three = last.value == first.value + 2;
    let told = count.is_some_and(|count| count.value == 3)
        || scene.has(clause.clone(), &["03 năm", "3 năm", "ba năm"]);
    // "kế hoạch năm 2024 và kế hoạch 3 năm 2024 - 2026"
    let budget = scene.has(clause.clone(), &words::BUDGETS)
        || scene.led_by(index, &["kế hoạch"]) && scene.has(clause.clone(), &["kế hoạch năm"]);
    let fixed = scene.has(clause.clone(), &words::FIXED);
    if three && told && budget && !fixed {
        let delta = scene.delta();
        return Judgement::change(edit::years(&[first, last], delta, Reason::Rolling));
    }
    if three && told && !fixed && (0..=2).contains(&scene.distance(first.value)) {
        return Judgement::ask(Doubt::PartlyOwn);
    }
    let before = clause.start..scene.place(index).start;
    if count.is_some() && scene.has(before, &["tổng kết", "sơ kết"]) {
        return Judgement::ask(Doubt::OneOffReview);
    }
    let counted = count.is_some() || scene.tokens.is(scene.place(index).start, "từ");
    if counted && scene.distance(last.value) == -1 {
        return Judgement::ask(Doubt::PartlyOwn);
    }
    // "Cờ thi đua năm 2023, Huân chương giai đoạn 2019 - 2023": next year's would not end with its year.
    let with_year = scene.within(clause).any(|found| match &found.time {
        Time::Year { year, .. } => year.value == last.value,
        _ => false,
    });
    if with_year && scene.distance(last.value) == -1 {
        return Judgement::ask(Doubt::PeriodEnds);
    }
    if scene.runs_out(last.value) || (scene.own(first.value) && scene.own(last.value)) {
        return Judgement::ask(Doubt::PeriodEnds);
    }
    Judgement::keep(KeptBecause::Period)
}
