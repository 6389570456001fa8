//! Papers that come in: an edited Word file into the data that it was made of, an old plan into a file of data (`old`).
//!
//! In go the lines of a paper as its data say it now, each letter with its place in the data, and those of a
//! [`Manuscript`](crate::manuscript::Manuscript) that came in; out come changes of the file of data, and what could not be
//! placed. Nothing is guessed: a change is placed when it lies within one value, an item when it stands in a list; and
//! afterwards the paper is read again and held against the text, so that what is left over is told.
//!
//! `line` makes lines of both, `hold` finds which is which, `hunks` where two differ. `values`, `head` and `items` lead
//! changes back to the data, `edit` makes them, `plan` all together, `told` tells what is left, and `why`;
//! `differences` tells what differs where nothing is to be written.

mod day;
mod differences;
mod edit;
mod head;
mod hold;
mod hunks;
mod items;
mod line;
mod old;
mod paper;
mod plan;
mod told;
mod values;
mod why;

pub(crate) use differences::{LineDifference, asides, differences, unsaid};
pub(crate) use edit::Planned;
pub(crate) use hold::{Held, hold};
pub(crate) use line::{lines_of_manuscript, lines_of_paper, lines_of_values};
pub(crate) use old::{Known, KnownTask, OldPlan, old_plan};
pub(crate) use paper::OpenPaper;
pub(crate) use plan::{Plan, plan};
pub(crate) use told::{Left, left};
pub(crate) use why::Why;
