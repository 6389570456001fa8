//! One document's way, or that of its copies: fetch, read, make ([`part`]), and note what was made.
//!
//! In goes a candidate; out comes its [`Outcome`], or the news that it waits for others or has copies
//! ([`Step`]). The record of the last time decides how far it has to go: unread, read but not
//! typeset, or made anew.

use super::outcome::{Fate, Made, Outcome, not_made};
use super::part::{Part, is_forced, part};
use super::record::BuildRecord;
use super::rounds::Step;
use super::told::Told;
use super::workshop::Workshop;
use crate::diag::{Diagnostic, Sources};
use crate::export::Written;
use crate::fingerprint::Fingerprint;
use crate::form::Kind;
use crate::load::{Candidate, CheckedDocument, Copies, Fetched, Neighbours, Read, Role, Seen};
use crate::papers::DocumentId;

/// A document of which every recipient gets a copy, while its copies are made.
pub(super) struct Pending {
    fetched: Fetched,
    copies: Copies,
    record: BuildRecord,
    inputs: Option<Fingerprint>,
    problems: Vec<Diagnostic>,
    /// Whether there was nothing to say about the pages of any copy the last time.
    was_quiet: bool,
}

impl Pending {
    /// The document's id.
    pub(super) fn id(&self) -> &DocumentId {
        &self.fetched.id
    }

    /// The id of a copy.
    pub(super) fn copy_id(&self, at: usize) -> DocumentId {
        self.fetched.id_of_copy(self.copies.recipient(at))
    }
}

/// Makes one document, unless it is up to date, has to wait for others, or has copies, which are made
/// one by one.
pub(super) fn make(
    candidate: &Candidate,
    neighbours: Option<&Neighbours<'_>>,
    workshop: Workshop<'_>,
) -> Step<Outcome, Pending> {
    let mut fetched = workshop.workspace.fetch(candidate);
    let text = fetched.fingerprint();
    let inputs = workshop.inputs(&fetched, neighbours);
    let record = BuildRecord::read(workshop.out, &candidate.id, workshop.format.extension());
    if !is_forced(&candidate.id, workshop)
        && record.is_current(workshop.out, inputs)
        && let Some(Told { problems, diagnostics }) =
            record.told_again(&mut fetched.sources, |_, _| None)
    {
        let fate = if record.is_bare() { Fate::Bare } else { Fate::Current };
        let outcome = Outcome::new(fate, problems, diagnostics, fetched.sources);
        return Step::Done(outcome, Seen { text, what: Role::Unread });
    }
    let kind = workshop.workspace.wanted_kind();
    let read = workshop.workspace.read(&fetched, kind, neighbours);
    let seen = Seen { text, what: read.what() };
    let entry = match read {
        Read::Waiting(year) => return Step::Waiting(year, seen),
        Read::Unwanted => {
            let outcome =
                Outcome::new(Fate::Unwanted, Vec::new(), Vec::new(), fetched.sources);
            return Step::Done(outcome, seen);
        }
        Read::Document(entry) => *entry,
    };
    let CheckedDocument { document, copies, problems, .. } = entry;
    let Some(document) = document else {
        return Step::Done(
            Outcome::new(Fate::Failed, problems, Vec::new(), fetched.sources),
            seen,
        );
    };
    // A plan that was not held against its units' plans this time is to be, another time.
    let settled = document.paper.head().kind != Kind::Plan || neighbours.is_some();
    let inputs = settled.then_some(inputs);
    let before = record.told_again(&mut fetched.sources.clone(), |_, _| None);
    if let Some(copies) = copies {
        let was_quiet = before.is_some_and(|before| before.diagnostics.is_empty());
        let pending = Pending {
            fetched,
            copies,
            record,
            inputs,
            problems,
            was_quiet,
        };
        let count = pending.copies.count();
        return Step::Copies(pending, count, seen);
    }
    let before = before.map(|before| before.diagnostics);
    let sources = fetched.sources.clone();
    let part = part(&document, (&record, before), sources, workshop);
    let finished = Finished {
        fetched: &fetched,
        record: &record,
        inputs,
        problems,
    };
    Step::Done(finished.one(part, workshop), seen)
}

/// Makes the copy of one recipient.
pub(super) fn copy(pending: &Pending, at: usize, workshop: Workshop<'_>) -> Part {
    let sources = pending.fetched.sources.clone();
    match workshop.workspace.copy(&pending.fetched, &pending.copies, at) {
        Ok(document) => {
            let before = pending.was_quiet.then(Vec::new);
            part(&document, (&pending.record, before), sources, workshop)
        }
        Err(problems) => Part::failed(problems, sources),
    }
}

/// The outcome of a document whose copies are made.
pub(super) fn together(pending: Pending, parts: Vec<Part>, workshop: Workshop<'_>) -> Outcome {
    let Pending { fetched, copies, record, inputs, problems, .. } = pending;
    let finished = Finished {
        fetched: &fetched,
        record: &record,
        inputs,
        problems,
    };
    finished.all(parts, &copies, workshop)
}

/// A document that was made, but for its record.
struct Finished<'a> {
    fetched: &'a Fetched,
    record: &'a BuildRecord,
    /// The fingerprint of the inputs, when the document need not be read again for as long as they
    /// stay.
    inputs: Option<Fingerprint>,
    problems: Vec<Diagnostic>,
}

impl Finished<'_> {
    /// One document for all.
    fn one(self, part: Part, workshop: Workshop<'_>) -> Outcome {
        let told = Told {
            problems: self.problems,
            diagnostics: part.diagnostics,
        };
        let sources = part.sources.unwrap_or_else(|| self.fetched.sources.clone());
        if part.fate != Fate::Failed {
            // Pages that the document no longer has, recipients that get none any more.
            self.record.remove_others(workshop.out, &part.results);
            let line = kept(self.fetched, &told, &sources);
            self.record
                .keep(workshop.out, self.inputs, &part.results, line.as_deref());
        }
        Outcome::new(part.fate, told.problems, told.diagnostics, sources)
    }

    /// One of which every recipient has a copy. Copies that could be made are made, whatever becomes of
    /// the others. What there is to say about their pages is said of one.
    fn all(self, parts: Vec<Part>, copies: &Copies, workshop: Workshop<'_>) -> Outcome {
        let (wrong, mut right): (Vec<(usize, Part)>, Vec<_>) = parts
            .into_iter()
            .enumerate()
            .partition(|(_, part)| part.fate == Fate::Failed);
        let mut made = Made { written: Written { files: Vec::new() }, pages: 0 };
        let mut results = Vec::new();
        let bare = right.iter().all(|(_, part)| part.fate == Fate::Bare);
        for (_, part) in &mut right {
            results.append(&mut part.results);
            if let Fate::Made(own) = &mut part.fate {
                made.written.files.append(&mut own.written.files);
                made.pages += own.pages;
            }
        }
        let none = made.written.files.is_empty();
        // What is wrong with a copy that was not made is found again the next time; what there is to
        // say about those that stay is kept.
        let (diagnostics, sources) = said(self.fetched, right);
        let told = Told { problems: self.problems, diagnostics };
        let line = kept(self.fetched, &told, &sources);
        let inputs = self.inputs.filter(|_| wrong.is_empty());
        self.record.keep(workshop.out, inputs, &results, line.as_deref());
        if wrong.is_empty() {
            self.record.remove_others(workshop.out, &results);
            let fate = match (bare, none) {
                (true, _) => Fate::Bare,
                (false, true) => Fate::Current,
                (false, false) => Fate::Made(made),
            };
            return Outcome::new(fate, told.problems, told.diagnostics, sources);
        }
        let failed: Vec<usize> = wrong.iter().map(|(at, _)| *at).collect();
        let (mut diagnostics, sources) = said(self.fetched, wrong);
        diagnostics.push(not_made(&failed, copies));
        let fate = if none { Fate::Failed } else { Fate::Partly(made) };
        Outcome::new(fate, told.problems, diagnostics, sources)
    }
}

/// What the first of some copies said that said anything.
fn said(fetched: &Fetched, parts: Vec<(usize, Part)>) -> (Vec<Diagnostic>, Sources) {
    let speaker = parts.into_iter().find(|(_, part)| !part.diagnostics.is_empty());
    let (diagnostics, sources) = speaker
        .map(|(_, part)| (part.diagnostics, part.sources))
        .unwrap_or_default();
    (diagnostics, sources.unwrap_or_else(|| fetched.sources.clone()))
}

/// What there is to say, to be kept; none when there is nothing.
fn kept(fetched: &Fetched, told: &Told, sources: &Sources) -> Option<String> {
    if told.is_empty() { None } else { told.to_line(fetched.file().ok()?, sources) }
}
