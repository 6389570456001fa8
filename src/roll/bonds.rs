//! Times of a sentence that belong together: they move together or not at all.
//!
//! In go the judgements of all expressions of a text; those that would tear a pair apart become questions. A pair is a
//! row of like times ("năm 2024 và 2025", "tháng 11/2024 và tháng 12/2024"), or a time with what tells it more exactly
//! ("vụ đông xuân 2023 - 2024 (từ 15/11/2023 đến 28/02/2024)").

use super::edit::Judgement;
use super::reason::{Doubt, KeptBecause};
use super::scene::Scene;
use super::words;
use crate::expressions::{Label, Time};

/// What makes a pair of two neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bond {
    /// Like times in a row.
    Row,
    /// The second tells the first more exactly.
    Apposition,
}

/// Asks about every time that would move away from its pair.
pub(super) fn hold_together(scene: &Scene, verdicts: &mut [Judgement]) {
    let bonds: Vec<Option<Bond>> =
        (1..verdicts.len()).map(|second| bond(scene, second)).collect();
    // Forth and back: what stays holds its whole row.
    let forth = (0..bonds.len()).map(|at| (at, at, at + 1));
    let back = (0..bonds.len()).rev().map(|at| (at, at + 1, at));
    for (at, stays, moves) in forth.chain(back) {
        let Some(bond) = bonds.get(at).copied().flatten() else { continue };
        let Some(doubt) = verdicts.get(stays).and_then(|one| doubt(one, bond)) else {
            continue;
        };
        if let Some(other) = verdicts.get_mut(moves).filter(|other| !other.edits.is_empty()) {
            *other = Judgement::ask(doubt);
        }
    }
}

/// What is asked of the other one of a pair, when this one stays.
fn doubt(verdict: &Judgement, bond: Bond) -> Option<Doubt> {
    if !verdict.edits.is_empty() {
        return None;
    }
    // "năm 2020 và năm 2024": of a row all are the document's own, or none.
    let is_of_row = bond == Bond::Row
        && matches!(verdict.kept, Some(KeptBecause::History | KeptBecause::Horizon));
    verdict.doubt.or(is_of_row.then_some(Doubt::PartlyOwn))
}

/// Whether an expression belongs together with the one before it.
fn bond(scene: &Scene, second: usize) -> Option<Bond> {
    let first = second.checked_sub(1)?;
    let (one, other) = (&scene.found.get(first)?.time, &scene.found.get(second)?.time);
    let gap = scene.place(first).end..scene.place(second).start;
    if is_like(one, other)
        && scene.tokens.starts_any(gap.start, &words::IN_ROW) == Some(gap.end)
    {
        return Some(Bond::Row);
    }
    let is_bracket = scene.tokens.mark(gap.start, '(');
    // "Tết Ất Tỵ 2025 trong tháng 01/2025": the feast tells where the month comes from.
    let is_lunar = matches!(one, Time::LunarYear { .. });
    let fits = if is_bracket {
        has_parts(one) && is_part(other) || has_parts(other) && is_part(one)
    } else {
        is_season(one) && matches!(other, Time::Range { .. } | Time::Day(_))
            || is_lunar && matches!(other, Time::Month { .. })
    };
    if !fits {
        return None;
    }
    let is_mark = scene
        .tokens
        .any_mark(gap.start)
        .is_some_and(|mark| "(,:-".contains(mark));
    let leads =
        if is_bracket || is_lunar { &words::LEADS_IN_BRACKETS } else { &words::LEADS_TO_PART };
    let mut at = gap.start + usize::from(is_mark && gap.start < gap.end);
    while at < gap.end {
        at = scene.tokens.starts_any(at, leads)?;
    }
    (at == gap.end).then_some(Bond::Apposition)
}

/// Whether two times can stand in one row.
fn is_like(one: &Time, other: &Time) -> bool {
    let of_years = |time: &Time| {
        matches!(time, Time::Year { .. } | Time::Years(_) | Time::LunarYear { .. })
    };
    let of_days = |time: &Time| matches!(time, Time::Day(_) | Time::Range { .. });
    let of_parts = |time: &Time| {
        matches!(
            time,
            Time::Month { .. } | Time::Quarter { .. } | Time::HalfYear { year: Some(_), .. }
        )
    };
    let of_schools = |time: &Time| matches!(time, Time::SchoolYear { .. });
    // "quý IV năm 2023 và 2024"
    let goes_on = (of_parts(one) || of_schools(one))
        && matches!(other, Time::Year { label: Label::Unsure, .. });
    goes_on
        || (of_years(one) && of_years(other))
        || (of_days(one) && of_days(other))
        || (of_parts(one) && of_parts(other))
        || (of_schools(one) && of_schools(other))
}

/// Whether a time is a season or the like, which has days of its own.
fn is_season(time: &Time) -> bool {
    matches!(time, Time::SchoolYear { .. } | Time::LunarYear { .. } | Time::Period { .. })
}

/// Whether a time can be told more exactly by others.
fn has_parts(time: &Time) -> bool {
    is_season(time)
        || matches!(
            time,
            Time::Year { .. }
                | Time::Years(_)
                | Time::Quarter { .. }
                | Time::Month { .. }
                | Time::HalfYear { year: Some(_), .. }
        )
}

/// Whether a time can tell another one more exactly.
fn is_part(time: &Time) -> bool {
    matches!(
        time,
        Time::Range { .. }
            | Time::Day(_)
            | Time::Month { .. }
            | Time::LunarYear { .. }
            | Time::SchoolYear { .. }
            | Time::Year { .. }
    )
}
