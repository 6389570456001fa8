//! Documents that are only read and looked at, and not made: the [`Work`] of `check`, `list` and
//! `roll`.
//!
//! In go candidates, and a press where their pages count; out come the documents with their problems.
//! Of copies for many recipients every one is read; what there is to say about their pages is said of
//! one, since the others differ in a name.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicUsize};

use super::outcome::{LookedAt, not_made};
use super::pages;
use super::rounds::{Step, Work, bug, forget_now_and_then, rounds, unseen};
use super::state::state;
use super::workshop::{Press, Workshop};
use crate::diag::{Diagnostic, Sources};
use crate::load::{
    Candidate, CheckedDocument, Copies, Fetched, Neighbours, Read, Seen, Workspace,
};

/// Reads documents with `jobs` workers, without making anything, and hands them over as
/// [`build`](super::build) does. Documents of an unwanted kind are passed over. With a `press`, those that are
/// sound are laid out too, and what is wrong with their pages is among their problems.
pub(crate) fn read(
    candidates: &[Candidate],
    workspace: &Workspace<'_>,
    press: Option<Press<'_>>,
    jobs: usize,
    done: impl FnMut(usize, LookedAt),
) {
    let work = Looking {
        workspace,
        press,
        workshop: None,
        laid_out: AtomicUsize::new(0),
    };
    look_at(candidates, workspace, jobs, &work, done);
}

/// Reads documents as [`read`] does without a press, and tells of each what a build with a `workshop`, when there
/// can be one, would do.
pub(crate) fn list(
    candidates: &[Candidate],
    workspace: &Workspace<'_>,
    workshop: Option<Workshop<'_>>,
    jobs: usize,
    done: impl FnMut(usize, LookedAt),
) {
    let laid_out = AtomicUsize::new(0);
    let work = Looking { workspace, press: None, workshop, laid_out };
    look_at(candidates, workspace, jobs, &work, done);
}

fn look_at(
    candidates: &[Candidate],
    workspace: &Workspace<'_>,
    jobs: usize,
    work: &Looking<'_>,
    mut done: impl FnMut(usize, LookedAt),
) {
    let stop = AtomicBool::new(false);
    rounds(candidates, workspace, jobs, &stop, work, |at, reading| {
        if let Some(reading) = reading {
            done(at, reading);
        }
    });
}

/// How many pages a document counts for that is only looked at.
const PAGES_LOOKED_AT: usize = 4;

struct Looking<'a> {
    workspace: &'a Workspace<'a>,
    press: Option<Press<'a>>,
    /// What documents would be made with, where it is asked whether they would.
    workshop: Option<Workshop<'a>>,
    laid_out: AtomicUsize,
}

/// A document whose copies are looked at.
struct Looked {
    entry: CheckedDocument,
    copies: Copies,
    fetched: Fetched,
    /// What there is to say about the pages of one copy: the others differ in their recipients only.
    found: OnceLock<(Vec<Diagnostic>, Sources)>,
}

impl Work for Looking<'_> {
    type Done = Option<LookedAt>;
    type Shared = Looked;
    /// What is wrong with one copy, which then has no pages.
    type Part = Vec<Diagnostic>;

    fn one(
        &self,
        candidate: &Candidate,
        neighbours: Option<&Neighbours<'_>>,
    ) -> Step<Option<LookedAt>, Looked> {
        let looked = || self.look(candidate, neighbours);
        let step = catch_unwind(AssertUnwindSafe(looked)).unwrap_or_else(|payload| {
            let entry = CheckedDocument::broken(vec![bug(payload.as_ref())], None);
            let sources = Sources::over(&self.workspace.sources);
            Step::Done(Some(LookedAt { entry, sources, state: None }), unseen())
        });
        if self.press.is_some() {
            forget_now_and_then(&self.laid_out, PAGES_LOOKED_AT);
        }
        step
    }

    fn copy(&self, shared: &Looked, at: usize) -> Vec<Diagnostic> {
        let mut sources = shared.fetched.sources.clone();
        let look = || {
            let document = self.workspace.copy(&shared.fetched, &shared.copies, at)?;
            let Some(press) = self.press.filter(|_| shared.found.get().is_none()) else {
                return Ok(Vec::new());
            };
            forget_now_and_then(&self.laid_out, PAGES_LOOKED_AT);
            Ok(pages::inspect(&document, press, &mut sources))
        };
        let looked = catch_unwind(AssertUnwindSafe(look))
            .unwrap_or_else(|payload| Err(vec![bug(payload.as_ref())]));
        match looked {
            Ok(found) => {
                if !found.is_empty() {
                    let _ = shared.found.set((found, sources));
                }
                Vec::new()
            }
            Err(problems) => problems,
        }
    }

    fn together(&self, shared: Looked, parts: Vec<Vec<Diagnostic>>) -> Option<LookedAt> {
        let Looked { mut entry, copies, fetched, found } = shared;
        let (found, sources) = found.into_inner().unwrap_or((Vec::new(), fetched.sources));
        // A copy that fails alone is told, whatever the others say; several that fail alike, once.
        let all = parts.iter().enumerate();
        let failed: Vec<usize> =
            all.filter(|(_, wrong)| !wrong.is_empty()).map(|(at, _)| at).collect();
        for problem in parts.into_iter().flatten() {
            if !entry.problems.contains(&problem) {
                entry.problems.push(problem);
            }
        }
        entry
            .problems
            .extend((!failed.is_empty()).then(|| not_made(&failed, &copies)));
        entry.problems.extend(found);
        Some(LookedAt { entry, sources, state: None })
    }
}

impl Looking<'_> {
    /// Reads one document, and lays it out when there is a press.
    fn look(
        &self,
        candidate: &Candidate,
        neighbours: Option<&Neighbours<'_>>,
    ) -> Step<Option<LookedAt>, Looked> {
        let mut fetched = self.workspace.fetch(candidate);
        let read = self
            .workspace
            .read(&fetched, self.workspace.wanted_kind(), neighbours);
        let seen = Seen { text: fetched.fingerprint(), what: read.what() };
        let mut entry = match read {
            Read::Waiting(year) => return Step::Waiting(year, seen),
            Read::Unwanted => return Step::Done(None, seen),
            Read::Document(entry) => *entry,
        };
        let asked = self.workshop;
        let state = asked.and_then(|workshop| state(&fetched, &entry, neighbours, workshop));
        if let (Some(copies), true) = (entry.copies.take(), self.press.is_some()) {
            let count = copies.count();
            let found = OnceLock::new();
            return Step::Copies(Looked { entry, copies, fetched, found }, count, seen);
        }
        if let (Some(press), Some(document)) = (self.press, &entry.document) {
            let found = pages::inspect(document, press, &mut fetched.sources);
            entry.problems.extend(found);
        }
        let sources = fetched.sources;
        Step::Done(Some(LookedAt { entry, sources, state }), seen)
    }
}
