//! Next year's text from this year's: what an experienced clerk does with each expression of
//! time. Pure; finding the expressions is the business of [`crate::calendar::expression`].
//!
//! The first rule is to make no wrong change: what is doubtful stays as it is, with a question.
//! [`rules`] says what becomes of each kind of expression, [`scene`] what stands around it.

mod anniversary;
mod citation;
mod compare;
mod diff;
mod edit;
mod figures;
mod left_over;
mod objections;
#[cfg(any(test, fuzzing))]
pub mod properties;
mod reason;
mod review;
mod rewrite;
mod rules;
mod scene;
mod sheet;
mod words;

use std::ops::Range;

use crate::calendar::expression::{find_in, token::Tokens};
use crate::calendar::{Date, Year};

pub use compare::{Fate, Run, likeness};
pub use diff::{Difference, Differs, diff};
pub use left_over::{LeftOver, left_over};
pub use reason::{Doubt, KeptBecause, Reason};
pub use review::{AskedBecause, ChangedBecause, DroppedBecause, Finding, Locus, Marked, What};
pub(crate) use rewrite::texts;
pub use rewrite::{OldFile, QuestionText, Rewritten, Terms, rewrite};
pub use sheet::{ChangeRow, DayRow, DifferenceRow, DropRow, QuestionRow, Sheet, Where};

use edit::Verdict;
use scene::Scene;

/// From which year's document to which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// The year of the document as it stands.
    pub from: Year,
    /// The year of the new document; may be several years on, or before.
    pub to: Year,
}

/// The new text and what there is to know about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rolled {
    /// The new text.
    pub text: String,
    /// What was changed, in order.
    pub changes: Vec<Change>,
    /// What the clerk has to decide, in order.
    pub questions: Vec<Question>,
    /// What was found and stays, in order.
    pub kept: Vec<Kept>,
}

/// One changed place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its bytes in the old text.
    pub old: Range<usize>,
    /// Its bytes in the new text.
    pub new: Range<usize>,
    /// Why it was changed.
    pub reason: Reason,
    /// The whole new day, when a day was changed.
    pub date: Option<Date>,
}

/// A place that the clerk has to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its bytes in the old text.
    pub range: Range<usize>,
    /// What is to be decided.
    pub doubt: Doubt,
}

/// A place that stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its bytes in the old text.
    pub range: Range<usize>,
    /// Why.
    pub reason: KeptBecause,
}

/// Rewrites a text of one year for another.
pub fn text(text: &str, frame: Frame) -> Rolled {
    let tokens = Tokens::new(text);
    let found = find_in(&tokens);
    let scene = Scene::new(text, &tokens, &found, frame);
    let mut edits = Vec::new();
    let (mut questions, mut kept) = (Vec::new(), Vec::new());
    for (place, expression) in found.iter().enumerate() {
        let range = expression.range.clone();
        let Verdict { edits: own, doubt, kept: reason } = rules::judge(&scene, place);
        edits.extend(own);
        questions.extend(doubt.map(|doubt| Question { range: range.clone(), doubt }));
        kept.extend(reason.map(|reason| Kept { range, reason }));
    }
    let (text, changes) = edit::apply(text, edits);
    Rolled { text, changes, questions, kept }
}

#[cfg(test)]
mod tests;
