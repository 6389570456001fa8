//! Sentences about what is held for anniversaries: which anniversaries there are is decided anew each
//! year.
//!
//! In goes a sentence; out comes whether it is one of those. Its years are not rolled but asked
//! about, with the commemorations of the new year as proposals.

use super::scene::Scene;
use super::words;
use crate::expressions::Time;

/// Whether the sentence launches, concludes or holds something for its anniversaries.
pub(super) fn is_for_anniversaries(scene: &Scene, index: usize) -> bool {
    let sentence = scene.sentence(index);
    let first = scene
        .within(sentence.clone())
        .find(|found| matches!(found.time, Time::Anniversary(_)));
    let Some(first) = first else { return false };
    let before = sentence.start..scene.tokens.index_at(first.range.start);
    // Another time of its own before it: the sentence has another matter too.
    let timed = scene.within(before.clone()).any(|found| {
        !matches!(found.time, Time::Relative | Time::YearlessDay | Time::Citation(_))
    });
    let opening = before.start..before.end.min(before.start + 6).max(before.start);
    let greets = scene
        .tokens
        .starts_any(before.start, &["chào mừng", "mừng"])
        .is_some();
    let after_colon = before.end.checked_sub(1).is_some_and(|at| scene.tokens.mark(at, ':'));
    let opens = ((before.is_empty() || after_colon) && !greets)
        || scene.has(opening, &words::LAUNCHES);
    let named = scene.has(before, &["phát động", "lễ kỷ niệm", "tổ chức kỷ niệm", "mít tinh"]);
    !timed && (opens || named)
}
