//! One document's way, or that of its copies: fetch, read, merge, make the pages, write, note it.

use std::path::PathBuf;

use super::limits::begin;
use super::pages::{Typeset, path, typeset};
use super::record::{BuildRecord, KeptFiles};
use super::rounds::Step;
use super::told::Told;
use super::workshop::Workshop;
use crate::diag::{Code, Diagnostic, Sources};
use crate::export::{Format, Written};
use crate::fingerprint::Fingerprint;
use crate::guard::Product;
use crate::load::{Candidate, CheckedDocument, Copies, Fetched, Neighbours, Read, Role, Seen};
use crate::merge::{Markup, Templates, merge};
use crate::papers::{Document, DocumentId, Kind};

/// A document that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Made {
    /// Its files.
    pub written: Written,
    /// Its pages; 0 when only markup was wanted.
    pub pages: usize,
}

impl Made {
    /// As the guard keeps it.
    pub(super) fn product(&self) -> Product {
        let file =
            |(path, bytes): &(PathBuf, usize)| (path.to_string_lossy().into_owned(), *bytes);
        Product {
            files: self.written.files.iter().map(file).collect(),
            pages: self.pages,
        }
    }

    /// One that was made before.
    pub(super) fn before(product: &Product) -> Self {
        let file = |(path, bytes): &(String, usize)| (PathBuf::from(path), *bytes);
        Self {
            written: Written { files: product.files.iter().map(file).collect() },
            pages: product.pages,
        }
    }
}

/// What became of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It was made now.
    Made(Made),
    /// It was up to date.
    Current,
    /// It has errors and was not made.
    Failed,
    /// Some of its copies were made now; others have errors.
    Partly(Made),
    /// It is of another kind than the wanted one.
    Unwanted,
}

/// What became of a document, and what there is to say about it.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// What became of it.
    pub fate: Fate,
    /// What was found while it was read.
    pub problems: Vec<Diagnostic>,
    /// What was found while it was made.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts that both point into.
    pub sources: Sources,
}

/// A document that was read, and the texts that its problems point into.
#[derive(Debug)]
pub(crate) struct LookedAt {
    /// The document and its problems.
    pub entry: CheckedDocument,
    /// The texts.
    pub sources: Sources,
}

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

/// What became of one document or copy.
pub(super) struct Part {
    fate: Fate,
    results: Vec<KeptFiles>,
    diagnostics: Vec<Diagnostic>,
    /// The texts that these point into; none when there are none, since there may be thousands of copies.
    sources: Option<Sources>,
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
    let inputs = workshop.shared_inputs.join(text);
    let inputs = neighbours.map_or(inputs, |known| inputs.join(known.fingerprint()));
    let record = BuildRecord::read(workshop.out, &candidate.id, workshop.format.extension());
    if !is_forced(&candidate.id, workshop)
        && record.is_current(workshop.out, inputs)
        && let Some(Told { problems, diagnostics }) =
            record.told_again(&mut fetched.sources, |_, _| None)
    {
        let outcome = outcome(Fate::Current, problems, diagnostics, fetched.sources);
        return Step::Done(outcome, Seen { text, what: Role::Unread });
    }
    let kind = workshop.workspace.wanted_kind();
    let read = workshop.workspace.read(&fetched, kind, neighbours);
    let seen = Seen { text, what: read.what() };
    let entry = match read {
        Read::Waiting(year) => return Step::Waiting(year, seen),
        Read::Unwanted => {
            let outcome = outcome(Fate::Unwanted, Vec::new(), Vec::new(), fetched.sources);
            return Step::Done(outcome, seen);
        }
        Read::Document(entry) => *entry,
    };
    let CheckedDocument { document, copies, problems, .. } = entry;
    let Some(document) = document else {
        return Step::Done(outcome(Fate::Failed, problems, Vec::new(), fetched.sources), seen);
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

/// The most copies that are named when they could not be made.
const MOST_NAMED: usize = 8;

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
        outcome(part.fate, told.problems, told.diagnostics, sources)
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
            let fate = if none { Fate::Current } else { Fate::Made(made) };
            return outcome(fate, told.problems, told.diagnostics, sources);
        }
        let failed: Vec<usize> = wrong.iter().map(|(at, _)| *at).collect();
        let (mut diagnostics, sources) = said(self.fetched, wrong);
        diagnostics.push(not_made(&failed, copies));
        let fate = if none { Fate::Failed } else { Fate::Partly(made) };
        outcome(fate, told.problems, diagnostics, sources)
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

/// That some copies could not be made.
fn not_made(failed: &[usize], copies: &Copies) -> Diagnostic {
    let names = failed.iter().take(MOST_NAMED).map(|at| copies.recipient(*at));
    let mut names: Vec<String> = names.map(str::to_owned).collect();
    names.extend((failed.len() > MOST_NAMED).then(|| "…".to_owned()));
    Diagnostic::unplaced(Code::CopiesNotMade)
        .with("count", failed.len())
        .with("recipients", names)
}

/// What there is to say, to be kept; none when there is nothing.
fn kept(fetched: &Fetched, told: &Told, sources: &Sources) -> Option<String> {
    if told.is_empty() { None } else { told.to_line(fetched.file().ok()?, sources) }
}

fn outcome(
    fate: Fate,
    problems: Vec<Diagnostic>,
    diagnostics: Vec<Diagnostic>,
    sources: Sources,
) -> Outcome {
    Outcome { fate, problems, diagnostics, sources }
}

impl Part {
    /// What became of it.
    pub(super) fn fate_mut(&mut self) -> &mut Fate {
        &mut self.fate
    }

    /// How many pages were laid out for it.
    pub(super) fn pages(&self) -> usize {
        match &self.fate {
            Fate::Made(made) | Fate::Partly(made) => made.pages,
            Fate::Current | Fate::Failed | Fate::Unwanted => 0,
        }
    }

    fn new(
        fate: Fate,
        results: Vec<KeptFiles>,
        diagnostics: Vec<Diagnostic>,
        sources: Sources,
    ) -> Self {
        let sources = (!diagnostics.is_empty()).then_some(sources);
        Self { fate, results, diagnostics, sources }
    }

    pub(super) fn failed(diagnostics: Vec<Diagnostic>, sources: Sources) -> Self {
        Self::new(Fate::Failed, Vec::new(), diagnostics, sources)
    }
}

/// Makes one document or copy, after its reading. `before` is what there was to say about its pages,
/// when its results of the last time may stay.
fn part(
    document: &Document,
    (record, before): (&BuildRecord, Option<Vec<Diagnostic>>),
    mut sources: Sources,
    workshop: Workshop<'_>,
) -> Part {
    let press = workshop.press;
    let merged = |templates: &Templates| merge(document, &press.style, templates);
    let unit = (document.id.0.as_str(), document.paper.head().kind.key());
    let _work = match begin(press, unit, &merged, &mut sources) {
        Ok(work) => work,
        Err(problem) => return Part::failed(vec![*problem], sources),
    };
    let markup = match merged(press.templates) {
        Ok(markup) => markup,
        Err(problem) => return Part::failed(vec![*problem], sources),
    };
    let own = workshop
        .shaped_by
        .and(document.id.0.as_bytes())
        .and(markup.text.as_bytes());
    if !is_forced(&document.id, workshop)
        && let Some(diagnostics) = before
        && let Some(results) = record.made_from(workshop.out, own)
    {
        // The same markup has the same pages, about which there is the same to say.
        if !diagnostics.is_empty() {
            let _ = record.told_again(&mut sources, |_, _| None);
        }
        return Part::new(Fate::Current, results, diagnostics, sources);
    }
    let mut diagnostics = Vec::new();
    let made = files(document, markup, workshop, &mut sources, &mut diagnostics);
    let Some((files, pages)) = made else { return Part::failed(diagnostics, sources) };
    let result = |(path, bytes): &(PathBuf, Vec<u8>)| KeptFiles {
        name: path.to_string_lossy().into_owned(),
        sum: Fingerprint::of(bytes).to_string(),
        markup: own.to_string(),
    };
    let results = files.iter().map(result).collect();
    let written = match workshop.out.write(files) {
        Ok(written) => written,
        Err(error) => {
            diagnostics.push(error.diagnostic());
            return Part::failed(diagnostics, sources);
        }
    };
    if matches!(workshop.format, Format::Png | Format::Svg) {
        workshop.out.remove_stale(&path(document, workshop, ""), pages);
    }
    Part::new(Fate::Made(Made { written, pages }), results, diagnostics, sources)
}

/// Whether a document is made although it is up to date: unless this very run has made it.
fn is_forced(id: &DocumentId, workshop: Workshop<'_>) -> bool {
    workshop.force && workshop.press.guard.made_before(&id.0).is_none()
}

/// The files of one document.
fn files(
    document: &Document,
    markup: Markup,
    workshop: Workshop<'_>,
    sources: &mut Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Typeset> {
    if workshop.format == Format::Typ {
        return Some((vec![(path(document, workshop, ""), markup.text.into_bytes())], 0));
    }
    typeset(document, &markup, workshop, sources, diagnostics)
}
