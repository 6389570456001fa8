//! "lần thứ VI", "kỳ họp thứ 12".

use super::super::edit::Judgement;
use super::super::reason::{Doubt, KeptBecause};
use super::super::scene::Scene;
use super::super::words;

/// "lần thứ VI": the next one is another.
pub(super) fn judge(scene: &Scene, index: usize) -> Judgement {
    if scene.led_by(index, &words::OF_CONGRESS) {
        return Judgement::keep(KeptBecause::Citation);
    }
    let clause = scene.clause(index);
    let mut years = scene
        .within(clause.clone())
        .flat_map(|found| found.time.years())
        .peekable();
    if years.peek().is_some() && !years.any(|year| scene.distance(year.value) >= -1) {
        return Judgement::keep(KeptBecause::History);
    }
    let doubt = if scene.congress(clause) { Doubt::Congress } else { Doubt::Ordinal };
    Judgement::ask(doubt)
}
