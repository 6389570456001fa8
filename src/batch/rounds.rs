//! Three rounds: documents that stand alone; the copies of those of which every recipient gets one, one by
//! one like documents; and documents that tell of others, when all the rest are done. What is done with
//! a document is a [`Work`].

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::in_order::in_order;
use crate::calendar::Year;
use crate::diag::{Code, Diagnostic};
use crate::fingerprint::Fingerprint;
use crate::load::{Candidate, Neighbours, Role, Seen, Workspace};
use crate::papers::DocumentId;

/// After how many pages the typesetter's memory is cleaned. Without it, thousands of documents would
/// fill gigabytes; oftener would slow them down.
const EVICT_EVERY: usize = 12;

/// What the first round made of a document.
pub(crate) enum Step<T, S> {
    /// It is finished.
    Done(T, Seen),
    /// It has to wait for the other documents of a year.
    Waiting(Year, Seen),
    /// Its copies, so many, are to be made one by one.
    Copies(S, usize, Seen),
}

/// What is done with each document of a batch.
pub(super) trait Work: Sync {
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

/// Does the work on every document: first on those that stand alone, then on copies, then, when all
/// those are known, on those that wait for them.
pub(super) fn rounds<W: Work>(
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

/// Cleans the typesetter's memory after every so many pages.
pub(super) fn forget_now_and_then(laid_out: &AtomicUsize, pages: usize) {
    let before = laid_out.fetch_add(pages.max(1), Ordering::Relaxed);
    if before / EVICT_EVERY < (before + pages.max(1)) / EVICT_EVERY {
        comemo::evict(1);
    }
}

/// What is known of a document that could not be looked at.
pub(super) fn unseen() -> Seen {
    Seen {
        text: Fingerprint::of(b""),
        what: Role::Broken(None),
    }
}

/// A panic as a diagnostic.
pub(super) fn bug(payload: &(dyn std::any::Any + Send)) -> Diagnostic {
    let detail = payload
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_default();
    Diagnostic::unplaced(Code::Panic).with("detail", detail)
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;

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
