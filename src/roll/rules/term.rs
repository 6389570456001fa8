//! "nhiệm kỳ 2020 - 2025".

use super::super::edit::Judgement;
use super::super::reason::{Doubt, KeptBecause};
use super::super::scene::Scene;
use super::super::words;
use crate::expressions::Numeral;

/// A term goes on, until it runs out or somebody is elected for it.
pub(super) fn judge(
    scene: &Scene,
    index: usize,
    first: &Numeral,
    last: &Numeral,
) -> Judgement {
    if scene.runs_out(last.value) {
        return Judgement::ask(Doubt::PeriodEnds);
    }
    if scene.congress(scene.clause(index)) {
        return Judgement::ask(Doubt::Congress);
    }
    let begins = scene.distance(first.value) >= -1;
    if begins && scene.has(scene.clause(index), &words::VOTED) {
        return Judgement::ask(Doubt::Election);
    }
    // "hai năm cuối nhiệm kỳ (2024 - 2025)"
    if last.value == first.value + 1 && scene.own(last.value) {
        return Judgement::ask(Doubt::PeriodEnds);
    }
    Judgement::keep(KeptBecause::Term)
}
