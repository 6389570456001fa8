//! Many documents: workers, one document's way through the stages, results in order.
//!
//! In go the wanted documents and a [`Workshop`]; out comes an [`Outcome`] for each, in order. Workers are
//! plain threads that take the next document from a counter (`in_order`). (rayon's `par_iter` would
//! overflow the stack: the typesetter uses rayon inside, so a waiting worker would steal whole
//! documents, nested without end.) What goes wrong with one document, even a panic, is that
//! document's result and never stops the others.
//!
//! `rounds` says which documents wait for others, `making` what is done with each in a build, `look` what
//! is done when nothing is to be made, `state` what a build would do. `document` is the way of one, `part` the making of its pages,
//! `outcome` what becomes of it. `record` and `last` know what need not be made again.

mod advice;
mod blocks;
mod document;
mod in_order;
mod last;
mod limits;
mod lines;
mod look;
mod making;
mod outcome;
mod pages;
mod part;
mod record;
mod rounds;
mod said;
mod state;
mod told;
mod workshop;

pub(crate) use last::LastRun;
pub(crate) use limits::{begin, told};
pub(crate) use look::{list, read};
pub(crate) use making::build;
pub(crate) use outcome::{Fate, LookedAt, Made, Outcome, ResultState};
pub(crate) use said::{Said, SaidPaper, said};
pub(crate) use workshop::{Press, Workshop};
