//! "năm 2024", "Tết 2024", and lists of years.

use super::super::edit::{self, Judgement};
use super::super::reason::{Doubt, KeptBecause, Reason};
use super::super::scene::Scene;
use super::super::words;
use super::limits::{beginning, far};
use crate::expressions::{Label, Numeral};

/// A year by itself.
pub(super) fn one(scene: &Scene, index: usize, year: &Numeral, label: Label) -> Judgement {
    if let Some(verdict) = far(scene, index, year) {
        return verdict;
    }
    if label == Label::Unsure {
        return Judgement::ask(Doubt::BareYear);
    }
    if let Some(verdict) = beginning(scene, index) {
        return verdict;
    }
    let clause = scene.clause(index);

    // The end of the coming year is more often the end of a period than a deadline.
    let coming = scene.distance(year.value) == 1 && scene.led_by(index, &words::BY_THE_END);
    if coming || scene.led_by(index, &words::UNTIL) {
        let before = clause.start..scene.place(index).start;
        return if scene.has(before, &words::STRATEGIES) {
            Judgement::keep(KeptBecause::Horizon)
        } else {
            Judgement::ask(Doubt::Horizon)
        };
    }

    Judgement::change(edit::years(&[year], scene.delta(), Reason::Year))
}

/// "năm 2023, 2024": the list moves as a whole or not at all.
pub(super) fn several(scene: &Scene, index: usize, years: &[Numeral]) -> Judgement {
    if scene.born(index, &words::BORN) {
        return Judgement::ask(Doubt::Cohort);
    }
    let own = years.iter().filter(|year| scene.own(year.value)).count();
    if own == 0 {
        return Judgement::keep(KeptBecause::History);
    }
    if own < years.len() {
        return Judgement::ask(Doubt::PartlyOwn);
    }
    // "các năm 2023 - 2024" are two years; "năm 2024 - 2025" may be one undertaking.
    let dashed = scene.place(index).any(|at| scene.tokens.mark(at, '-'));
    if dashed && !scene.led_by(index, &["các", "những", "2", "02", "hai"]) {
        return Judgement::ask(Doubt::PeriodEnds);
    }
    let years: Vec<&Numeral> = years.iter().collect();
    Judgement::change(edit::years(&years, scene.delta(), Reason::Year))
}
