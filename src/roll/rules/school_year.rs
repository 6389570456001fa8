//! "năm học 2023 - 2024".

use super::super::edit::{self, Judgement};
use super::super::reason::{KeptBecause, Reason};
use super::super::scene::Scene;
use super::limits::beginning;
use crate::expressions::Numeral;

/// "năm học 2023 - 2024": the document's own when one of its years is.
pub(super) fn judge(
    scene: &Scene,
    index: usize,
    first: &Numeral,
    last: &Numeral,
) -> Judgement {
    if !(scene.own(first.value) || scene.own(last.value)) {
        let past = scene.distance(last.value) < 0;
        let reason = if past { KeptBecause::History } else { KeptBecause::Horizon };
        return Judgement::keep(reason);
    }
    if let Some(verdict) = beginning(scene, index) {
        return verdict;
    }
    Judgement::change(edit::years(&[first, last], scene.delta(), Reason::SchoolYear))
}
