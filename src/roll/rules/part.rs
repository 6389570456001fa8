//! A month, a quarter, some months of a year.

use super::super::edit::{self, Judgement};
use super::super::reason::Reason;
use super::super::scene::Scene;
use super::limits::{beginning, far};
use crate::expressions::Numeral;

/// A month, a quarter or some months of a year.
pub(super) fn judge(scene: &Scene, index: usize, year: &Numeral, reason: Reason) -> Judgement {
    if let Some(verdict) = far(scene, index, year).or_else(|| beginning(scene, index)) {
        return verdict;
    }
    Judgement::change(edit::years(&[year], scene.delta(), reason))
}
