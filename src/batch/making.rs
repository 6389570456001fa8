//! Making documents: the [`Work`] of a build.
//!
//! In goes a document's way (`document`); what is added here is what must hold for every one: a panic
//! is told as a bug of that document alone, the guard hears of everything that was made, and the
//! typesetter's memory is cleaned now and then.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicUsize};

use super::document::{self, Pending};
use super::outcome::{Fate, Made, Outcome};
use super::part::Part;
use super::rounds::{Step, Work, bug, forget_now_and_then, rounds, unseen};
use super::workshop::Workshop;
use crate::diag::Sources;
use crate::load::{Candidate, Neighbours};
use crate::papers::DocumentId;

/// Makes documents with `jobs` workers and hands their outcomes over: first those that stand
/// alone, in the order given, then those with copies, then those that tell of others. When `stop` is
/// set, what is under way is finished and nothing more begun.
pub(crate) fn build(
    candidates: &[Candidate],
    workshop: Workshop<'_>,
    jobs: usize,
    stop: &AtomicBool,
    done: impl FnMut(usize, Outcome),
) {
    let work = Making { workshop, typeset: AtomicUsize::new(0) };
    rounds(candidates, workshop.workspace, jobs, stop, &work, done);
}

struct Making<'a> {
    workshop: Workshop<'a>,
    typeset: AtomicUsize,
}

impl Work for Making<'_> {
    type Done = Outcome;
    type Shared = Pending;
    type Part = Part;

    fn one(
        &self,
        candidate: &Candidate,
        neighbours: Option<&Neighbours<'_>>,
    ) -> Step<Outcome, Pending> {
        let make = || document::make(candidate, neighbours, self.workshop);
        let mut step = catch_unwind(AssertUnwindSafe(make))
            .unwrap_or_else(|payload| panicked(payload.as_ref(), self.workshop));
        if let Step::Done(outcome, _) = &mut step {
            self.told_as_made(&candidate.id, &mut outcome.fate);
        }
        match &step {
            Step::Done(Outcome { fate: Fate::Made(made), .. }, _) => {
                forget_now_and_then(&self.typeset, made.pages);
            }
            Step::Done(Outcome { fate: Fate::Failed, .. }, _) => {
                forget_now_and_then(&self.typeset, 1);
            }
            Step::Done(..) | Step::Waiting(..) | Step::Copies(..) => {}
        }
        step
    }

    fn copy(&self, shared: &Pending, at: usize) -> Part {
        let make = || document::copy(shared, at, self.workshop);
        let mut part = catch_unwind(AssertUnwindSafe(make)).unwrap_or_else(|payload| {
            let sources = Sources::over(&self.workshop.workspace.sources);
            Part::failed(vec![bug(payload.as_ref())], sources)
        });
        self.told_as_made(&shared.copy_id(at), part.fate_mut());
        forget_now_and_then(&self.typeset, part.pages());
        part
    }

    fn together(&self, shared: Pending, parts: Vec<Part>) -> Outcome {
        let id = shared.id().clone();
        let mut outcome = document::together(shared, parts, self.workshop);
        self.told_as_made(&id, &mut outcome.fate);
        outcome
    }
}

impl Making<'_> {
    /// Tells that a document was made; one that was made earlier in this run, by a process that
    /// was ended for another document, is up to date now and was made all the same.
    fn told_as_made(&self, id: &DocumentId, fate: &mut Fate) {
        let guard = self.workshop.press.guard;
        match fate {
            Fate::Made(made) => guard.made(&id.0, || made.product()),
            Fate::Current => {
                if let Some(product) = guard.made_before(&id.0) {
                    *fate = Fate::Made(Made::before(product));
                }
            }
            Fate::Bare | Fate::Partly(_) | Fate::Failed | Fate::Unwanted => {}
        }
    }
}

/// The outcome of a document whose making panicked: a bug, told as one.
fn panicked<S>(
    payload: &(dyn std::any::Any + Send),
    workshop: Workshop<'_>,
) -> Step<Outcome, S> {
    let outcome = Outcome {
        fate: Fate::Failed,
        problems: Vec::new(),
        diagnostics: vec![bug(payload)],
        sources: Sources::over(&workshop.workspace.sources),
    };
    Step::Done(outcome, unseen())
}
