//! A text of one year, rewritten for another: its expressions of time are found, judged one by
//! one, and held together where they belong together.
//!
//! In go a text and the two years; out comes a [`Rolled`].

use super::edit::{self, Judgement};
use super::scene::Scene;
use super::{Frame, Kept, Question, Rolled, bonds, rules};
use crate::expressions::token::Tokens;
use crate::law::expressions_in;

/// Rewrites a text of one year for another.
pub fn text(text: &str, frame: Frame) -> Rolled {
    let tokens = Tokens::new(text);
    let found = expressions_in(&tokens);
    let scene = Scene::new(text, &tokens, &found, frame);
    let mut edits = Vec::new();
    let (mut questions, mut kept) = (Vec::new(), Vec::new());
    let mut verdicts: Vec<Judgement> =
        (0..found.len()).map(|place| rules::judge(&scene, place)).collect();
    bonds::hold_together(&scene, &mut verdicts);
    for (expression, verdict) in found.iter().zip(verdicts) {
        let range = expression.range.clone();
        let Judgement { edits: own, doubt, kept: reason } = verdict;
        edits.extend(own);
        questions.extend(doubt.map(|doubt| Question { range: range.clone(), doubt }));
        kept.extend(reason.map(|reason| Kept { range, reason }));
    }
    let (text, changes) = edit::apply(text, edits);
    Rolled { text, changes, questions, kept }
}
