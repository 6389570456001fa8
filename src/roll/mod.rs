//! Next year's text from this year's: what an experienced clerk does with each expression of time.
//!
//! In go a text, or a file with its tree, and two years; out come the new text and, for everything
//! that was changed, dropped or could not be decided, a remark. Pure: no file is read or written
//! here, and finding the expressions is the business of [`crate::expressions`].
//!
//! The first rule is to make no wrong change: what is doubtful stays as it is, with a question.
//! [`rules`] says what becomes of each kind of expression, [`scene`] what stands around it,
//! [`objections`] what may speak against a change, [`bonds`] which times move together or not at all; `rewrite`
//! goes through a file.

mod bonds;
mod campaign;
mod compare;
mod diff;
mod edit;
mod figures;
mod last_year;
mod left_over;
mod objections;
#[cfg(any(test, fuzzing))]
pub mod properties;
mod propose;
mod reason;
mod review;
mod rewrite;
mod rolled;
mod rules;
mod said;
mod scene;
mod sheet;
mod superior;
mod text;
mod titles;
mod words;

pub(crate) use compare::runs;
pub use compare::{Run, RunFate, likeness};
pub(crate) use diff::diff;
pub use diff::{Difference, Differs};
pub(crate) use last_year::against_last_year;
pub use left_over::{LeftOver, left_over};
pub use reason::{Doubt, KeptBecause, Reason};
pub use review::{AskedBecause, ChangedBecause, DroppedBecause, MarkedText, Remark, What};
pub use rewrite::{OldFile, Proposed, QuestionText, Rewritten, Terms, rewrite};
pub use rolled::{Change, Frame, Kept, Question, Rolled};
pub use sheet::{
    ChangeRow, DayRow, DifferenceRow, DropRow, EndedRow, QuestionRow, ReviewSheet, Where,
};
pub use text::text;
pub use titles::{TaskTitle, TaskTitles};

#[cfg(test)]
mod tests;
