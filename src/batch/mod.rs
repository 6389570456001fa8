//! Many documents: workers, one document's way through the stages, results in order.
//!
//! Workers are plain threads that take the next document from a counter. (rayon's `par_iter`
//! would overflow the stack: the typesetter uses rayon inside, so a waiting worker would steal
//! whole documents, nested without end.) What goes wrong with one document, even a panic, is that
//! document's result and never stops the others.
//!
//! Documents that tell of others wait until all the rest are done: there are two rounds.

mod advice;
mod document;
mod in_order;
mod last;
mod record;
mod told;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

pub use document::{Fate, Made, Outcome, Reading};

use crate::calendar::Year;
use crate::compile::Base;
use crate::diag::{Code, Diagnostic, Sources};
use crate::export::{Format, Out, WriteError};
use crate::fingerprint::Fingerprint;
use crate::folder::Fault;
use crate::load::{Candidate, Entry, Neighbours, Read, Seen, What, Workspace};
use crate::merge::{Style, Templates};
use crate::papers::DocumentId;
use in_order::in_order;
pub use last::{Again, LastRun};

/// After how many documents the typesetter's memory is cleaned. Without it, thousands of
/// documents would fill gigabytes; oftener would slow them down.
const EVICT_EVERY: usize = 16;

/// What documents are laid out with.
#[derive(Clone, Copy)]
pub struct Press<'a> {
    /// Library, fonts and Typst templates.
    pub base: &'a Base,
    /// Jinja templates.
    pub templates: &'a Templates,
    /// Layout.
    pub style: Style<'a>,
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

/// What one round made of a document.
pub enum Step<T> {
    /// It is finished.
    Done(T, Seen),
    /// It has to wait for the other documents of a year.
    Waiting(Year, Seen),
}

/// Makes documents with `jobs` workers and hands their outcomes over: first those that stand
/// alone, in the order given, then those that tell of others. When `stop` is set, documents under
/// way are finished and no further one is begun.
pub fn build(
    candidates: &[Candidate],
    workshop: Workshop<'_>,
    jobs: usize,
    stop: &AtomicBool,
    done: impl FnMut(usize, Outcome),
) {
    let typeset = AtomicUsize::new(0);
    let make = |candidate: &Candidate, neighbours: Option<&Neighbours<'_>>| {
        let step =
            catch_unwind(AssertUnwindSafe(|| document::make(candidate, neighbours, workshop)))
                .unwrap_or_else(|payload| panicked(payload.as_ref(), workshop));
        if let Step::Done(Outcome { fate: Fate::Made(_) | Fate::Failed, .. }, _) = &step {
            forget_now_and_then(&typeset);
        }
        step
    };
    two_rounds(candidates, workshop.workspace, jobs, stop, make, done);
}

/// Reads documents with `jobs` workers, without making anything, and hands them over as
/// [`build`] does. Documents of an unwanted kind are passed over. With a `press`, those that are
/// sound are laid out too, and what is wrong with their pages is among their problems.
pub fn read(
    candidates: &[Candidate],
    workspace: &Workspace<'_>,
    press: Option<Press<'_>>,
    jobs: usize,
    mut done: impl FnMut(usize, Reading),
) {
    let laid_out = AtomicUsize::new(0);
    let read = |candidate: &Candidate, neighbours: Option<&Neighbours<'_>>| {
        let looked = || one(candidate, neighbours, workspace, press);
        let step = catch_unwind(AssertUnwindSafe(looked)).unwrap_or_else(|payload| {
            let entry = Entry {
                documents: Vec::new(),
                problems: vec![bug(payload.as_ref())],
                submission: None,
                kind: None,
            };
            let sources = Sources::over(&workspace.sources);
            Step::Done(Some(Reading { entry, sources }), unseen())
        });
        if press.is_some() {
            forget_now_and_then(&laid_out);
        }
        step
    };
    let stop = AtomicBool::new(false);
    two_rounds(candidates, workspace, jobs, &stop, read, |at, reading| {
        if let Some(reading) = reading {
            done(at, reading);
        }
    });
}

/// Reads one document, and lays it out when there is a press.
fn one(
    candidate: &Candidate,
    neighbours: Option<&Neighbours<'_>>,
    workspace: &Workspace<'_>,
    press: Option<Press<'_>>,
) -> Step<Option<Reading>> {
    let fetched = workspace.fetch(candidate);
    let read = workspace.read(&fetched, workspace.wanted_kind(), neighbours);
    let seen = Seen { text: fetched.fingerprint(), what: What::of(&read) };
    match read {
        Read::Waiting(year) => Step::Waiting(year, seen),
        Read::Unwanted => Step::Done(None, seen),
        Read::Document(mut entry) => {
            let mut sources = fetched.sources;
            if let Some(press) = press {
                let found = document::inspect(&entry.documents, press, &mut sources);
                entry.problems.extend(found);
            }
            Step::Done(Some(Reading { entry: *entry, sources }), seen)
        }
    }
}

/// Cleans the typesetter's memory after every so many documents.
fn forget_now_and_then(typeset: &AtomicUsize) {
    if (typeset.fetch_add(1, Ordering::Relaxed) + 1).is_multiple_of(EVICT_EVERY) {
        comemo::evict(1);
    }
}

/// Does `work` on every document: first on those that stand alone, then, when all those are
/// known, on those that wait for them.
fn two_rounds<T: Send>(
    candidates: &[Candidate],
    workspace: &Workspace<'_>,
    jobs: usize,
    stop: &AtomicBool,
    work: impl Fn(&Candidate, Option<&Neighbours<'_>>) -> Step<T> + Sync,
    mut done: impl FnMut(usize, T),
) {
    let mut seen: BTreeMap<DocumentId, Seen> = BTreeMap::new();
    let mut waiting: Vec<(usize, Year)> = Vec::new();
    in_order(
        candidates.len(),
        jobs,
        stop,
        |at| work(&candidates[at], None),
        |at, step| {
            let id = candidates[at].id.clone();
            match step {
                Step::Done(result, own) => {
                    seen.insert(id, own);
                    done(at, result);
                }
                Step::Waiting(year, own) => {
                    seen.insert(id, own);
                    waiting.push((at, year));
                }
            }
        },
    );
    let neighbours: BTreeMap<Year, Neighbours<'_>> = waiting
        .iter()
        .map(|(_, year)| (*year, Neighbours::new(workspace, *year, &seen)))
        .collect();
    in_order(
        waiting.len(),
        jobs,
        stop,
        |turn| {
            let (at, year) = waiting[turn];
            work(&candidates[at], neighbours.get(&year))
        },
        |turn, step| match step {
            Step::Done(result, _) => done(waiting[turn].0, result),
            // With its neighbours known, nothing waits any more.
            Step::Waiting(..) => {}
        },
    );
}

/// The outcome of a document whose making panicked: a bug, told as one.
fn panicked(payload: &(dyn std::any::Any + Send), workshop: Workshop<'_>) -> Step<Outcome> {
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

/// Puts a refusal to write into a diagnostic.
pub fn refused(error: &WriteError) -> Box<Diagnostic> {
    let path = error.path.to_string_lossy().into_owned();
    Box::new(match &error.cause {
        Fault::System(cause) => Diagnostic::unplaced(Code::Unwritable)
            .with("path", path)
            .with("cause", cause.to_string()),
        other => other.diagnostic(path),
    })
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
