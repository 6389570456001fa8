//! Many documents: workers, one document's way through the stages, results in order.
//!
//! Workers are plain threads that take the next document from a counter. (rayon's `par_iter`
//! would overflow the stack: the typesetter uses rayon inside, so a waiting worker would steal
//! whole documents, nested without end.) What goes wrong with one document, even a panic, is that
//! document's result and never stops the others.
//!
//! There are three rounds: documents that stand alone; the copies of those of which every recipient gets
//! one, one by one like documents; and documents that tell of others, when all the rest are done.

mod advice;
mod document;
mod in_order;
mod last;
mod limits;
mod look;
mod pages;
mod record;
mod told;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

pub use document::{Fate, Made, Outcome, Reading};

use crate::calendar::Year;
use crate::compile::Base;
use crate::diag::{Code, Diagnostic, Sources};
use crate::export::{Format, Out};
use crate::fingerprint::Fingerprint;
use crate::guard::Guard;
use crate::load::{Candidate, Neighbours, Seen, What, Workspace};
use crate::merge::{Style, Templates};
use crate::office::Limits;
use crate::papers::DocumentId;
use in_order::in_order;
pub use last::{Again, LastRun};
pub use limits::{begin, told};
pub use look::read;

/// After how many pages the typesetter's memory is cleaned. Without it, thousands of documents would
/// fill gigabytes; oftener would slow them down.
const EVICT_EVERY: usize = 12;

/// What documents are laid out with.
#[derive(Clone, Copy)]
pub struct Press<'a> {
    /// Library, fonts and Typst templates.
    pub base: &'a Base,
    /// Jinja templates.
    pub templates: &'a Templates,
    /// Layout.
    pub style: Style<'a>,
    /// What keeps each document within its limits.
    pub guard: &'a Guard,
    /// The limits.
    pub limits: Limits,
}

/// What all documents of a batch are made with.
#[derive(Clone, Copy)]
pub struct Workshop<'a> {
    /// The data.
    pub workspace: &'a Workspace<'a>,
    /// What they are laid out with.
    pub press: Press<'a>,
    /// What to make.
    pub format: Format,
    /// Where to.
    pub out: &'a Out,
    /// Of all that shapes every page besides its markup: program, fonts, Typst templates.
    pub shaped_by: Fingerprint,
    /// Of all that every document's markup is made from besides its own file.
    pub shared_inputs: Fingerprint,
    /// Whether documents are made again that are up to date.
    pub force: bool,
}

/// What the first round made of a document.
pub enum Step<T, S> {
    /// It is finished.
    Done(T, Seen),
    /// It has to wait for the other documents of a year.
    Waiting(Year, Seen),
    /// Its copies, so many, are to be made one by one.
    Copies(S, usize, Seen),
}

/// What is done with each document of a batch.
trait Work: Sync {
    /// What it comes to.
    type Done: Send;
    /// What the copies of one document share.
    type Shared: Send + Sync;
    /// What becomes of one copy.
    type Part: Send;

    /// A document, or the beginning of its copies.
    fn one(
        &self,
        candidate: &Candidate,
        neighbours: Option<&Neighbours<'_>>,
    ) -> Step<Self::Done, Self::Shared>;

    /// One of the copies.
    fn copy(&self, shared: &Self::Shared, at: usize) -> Self::Part;

    /// A document, when all its copies are done.
    fn together(&self, shared: Self::Shared, parts: Vec<Self::Part>) -> Self::Done;
}

/// Makes documents with `jobs` workers and hands their outcomes over: first those that stand
/// alone, in the order given, then those with copies, then those that tell of others. When `stop` is
/// set, what is under way is finished and nothing more begun.
pub fn build(
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
    type Shared = document::Pending;
    type Part = document::Part;

    fn one(
        &self,
        candidate: &Candidate,
        neighbours: Option<&Neighbours<'_>>,
    ) -> Step<Outcome, document::Pending> {
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

    fn copy(&self, shared: &document::Pending, at: usize) -> document::Part {
        let make = || document::copy(shared, at, self.workshop);
        let mut part = catch_unwind(AssertUnwindSafe(make)).unwrap_or_else(|payload| {
            let sources = Sources::over(&self.workshop.workspace.sources);
            document::Part::failed(vec![bug(payload.as_ref())], sources)
        });
        self.told_as_made(&shared.copy_id(at), part.fate_mut());
        forget_now_and_then(&self.typeset, part.pages());
        part
    }

    fn together(&self, shared: document::Pending, parts: Vec<document::Part>) -> Outcome {
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
            Fate::Partly(_) | Fate::Failed | Fate::Unwanted => {}
        }
    }
}

/// Cleans the typesetter's memory after every so many pages.
fn forget_now_and_then(laid_out: &AtomicUsize, pages: usize) {
    let before = laid_out.fetch_add(pages.max(1), Ordering::Relaxed);
    if before / EVICT_EVERY < (before + pages.max(1)) / EVICT_EVERY {
        comemo::evict(1);
    }
}

/// Does the work on every document: first on those that stand alone, then on copies, then, when all
/// those are known, on those that wait for them.
fn rounds<W: Work>(
    candidates: &[Candidate],
    workspace: &Workspace<'_>,
    jobs: usize,
    stop: &AtomicBool,
    work: &W,
    mut done: impl FnMut(usize, W::Done),
) {
    let mut seen: BTreeMap<DocumentId, Seen> = BTreeMap::new();
    let mut waiting: Vec<(usize, Year)> = Vec::new();
    let mut copied: Vec<(usize, W::Shared, usize)> = Vec::new();
    let first = |at: usize| work.one(&candidates[at], None);
    in_order(candidates.len(), jobs, stop, first, |at, step| {
        let own = match step {
            Step::Done(result, own) => {
                done(at, result);
                own
            }
            Step::Waiting(year, own) => {
                waiting.push((at, year));
                own
            }
            Step::Copies(shared, count, own) => {
                copied.push((at, shared, count));
                own
            }
        };
        seen.insert(candidates[at].id.clone(), own);
    });
    copies(copied, jobs, stop, work, &mut done);
    let neighbours: BTreeMap<Year, Neighbours<'_>> = waiting
        .iter()
        .map(|(_, year)| (*year, workspace.neighbours(*year, &seen)))
        .collect();
    let last = |turn: usize| {
        let (at, year) = waiting[turn];
        work.one(&candidates[at], neighbours.get(&year))
    };
    in_order(waiting.len(), jobs, stop, last, |turn, step| match step {
        Step::Done(result, _) => done(waiting[turn].0, result),
        // With its neighbours known, nothing waits any more; and what waits has no copies.
        Step::Waiting(..) | Step::Copies(..) => {}
    });
}

/// Does the work on all copies of some documents, whichever document they are of.
fn copies<W: Work>(
    copied: Vec<(usize, W::Shared, usize)>,
    jobs: usize,
    stop: &AtomicBool,
    work: &W,
    done: &mut impl FnMut(usize, W::Done),
) {
    let all = copied.iter().enumerate();
    let turns =
        all.flat_map(|(number, (_, _, count))| (0..*count).map(move |copy| (number, copy)));
    let turns: Vec<(usize, usize)> = turns.collect();
    let mut parts: Vec<Vec<W::Part>> = copied.iter().map(|_| Vec::new()).collect();
    let one = |turn: usize| work.copy(&copied[turns[turn].0].1, turns[turn].1);
    in_order(turns.len(), jobs, stop, one, |turn, part| parts[turns[turn].0].push(part));
    for ((at, shared, count), parts) in copied.into_iter().zip(parts) {
        // Where the work was stopped, a document with copies left is not begun, as others are.
        if parts.len() == count {
            done(at, work.together(shared, parts));
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

/// What is known of a document that could not be looked at.
fn unseen() -> Seen {
    Seen {
        text: Fingerprint::of(b""),
        what: What::Broken(None),
    }
}

/// A panic as a diagnostic.
fn bug(payload: &(dyn std::any::Any + Send)) -> Diagnostic {
    let detail = payload
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_default();
    Diagnostic::unplaced(Code::Panic).with("detail", detail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_the_result_of_one_document() {
        let work = |at: usize| {
            catch_unwind(|| assert!(at != 3, "number {at}"))
                .map_err(|payload| bug(payload.as_ref()))
        };
        let mut failed = Vec::new();
        in_order(8, 2, &AtomicBool::new(false), work, |at, result| {
            failed.extend(result.err().map(|found| (at, found)));
        });
        let told = Diagnostic::unplaced(Code::Panic).with("detail", "number 3");
        assert_eq!(failed, [(3, told)]);
    }
}
