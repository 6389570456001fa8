//! One document's way: fetch, read, merge, compile, check, export, write.

use std::path::PathBuf;

use super::advice::advice;
use super::record::{MadeFrom, Record};
use super::told::Told;
use super::{Press, Step, Workshop, refused};
use crate::check::overflows;
use crate::compile::{Locator, Pages, compile, diagnostic};
use crate::diag::{Code, Diagnostic, FileId, Sources};
use crate::export::{self, ExportError, Format, Written};
use crate::fingerprint::Fingerprint;
use crate::load::{Candidate, Entry, Neighbours, Read, Seen, What};
use crate::merge::{Markup, merge};
use crate::papers::{Document, Kind};

/// A document that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Its files.
    pub written: Written,
    /// Its pages; 0 when only markup was wanted.
    pub pages: usize,
}

/// What became of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It was made now.
    Made(Made),
    /// It was up to date.
    Current,
    /// It has errors and was not made.
    Failed,
    /// It is of another kind than the wanted one.
    Unwanted,
}

/// What became of a document, and what there is to say about it.
#[derive(Debug)]
pub struct Outcome {
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
pub struct Reading {
    /// The document and its problems.
    pub entry: Entry,
    /// The texts.
    pub sources: Sources,
}

/// Makes one document, unless it is up to date or has to wait for others.
pub(super) fn make(
    candidate: &Candidate,
    neighbours: Option<&Neighbours<'_>>,
    workshop: Workshop<'_>,
) -> Step<Outcome> {
    let mut fetched = workshop.workspace.fetch(candidate);
    let text = fetched.fingerprint();
    let inputs = workshop.shared_inputs.join(text);
    let inputs = neighbours.map_or(inputs, |known| inputs.join(known.fingerprint()));
    let record = Record::read(workshop.out, &candidate.id, workshop.format.extension());
    if !workshop.force
        && record.is_current(workshop.out, inputs)
        && let Some(Told { problems, diagnostics }) =
            record.told_again(&mut fetched.sources, |_, _| None)
    {
        let outcome = outcome(Fate::Current, problems, diagnostics, fetched.sources);
        return Step::Done(outcome, Seen { text, what: What::Unread });
    }
    let kind = workshop.workspace.wanted_kind();
    let read = workshop.workspace.read(&fetched, kind, neighbours);
    let seen = Seen { text, what: What::of(&read) };
    let entry = match read {
        Read::Waiting(year) => return Step::Waiting(year, seen),
        Read::Unwanted => {
            let outcome = outcome(Fate::Unwanted, Vec::new(), Vec::new(), fetched.sources);
            return Step::Done(outcome, seen);
        }
        Read::Document(entry) => *entry,
    };
    let Entry { documents, problems, .. } = entry;
    // A plan that was not held against its units' plans this time is to be, another time.
    let alone =
        |document: &Document| document.paper.head().kind == Kind::Plan && neighbours.is_none();
    let settled = !documents.iter().any(alone);
    let own = fetched.file();
    let mut sources = fetched.sources;
    let mut told = Told { problems, diagnostics: Vec::new() };
    let stages = Stages {
        documents: &documents,
        inputs: settled.then_some(inputs),
        own: own.ok(),
        workshop,
    };
    let fate = stages.go(&record, &mut sources, &mut told);
    let Told { problems, diagnostics } = told;
    let outcome = outcome(fate.unwrap_or(Fate::Failed), problems, diagnostics, sources);
    Step::Done(outcome, seen)
}

fn outcome(
    fate: Fate,
    problems: Vec<Diagnostic>,
    diagnostics: Vec<Diagnostic>,
    sources: Sources,
) -> Outcome {
    Outcome { fate, problems, diagnostics, sources }
}

/// The stages after reading.
struct Stages<'a> {
    /// The document, or one for each recipient.
    documents: &'a [Document],
    /// The fingerprint of the inputs, when the document need not be read again for as long as
    /// they stay.
    inputs: Option<Fingerprint>,
    /// The document's own text.
    own: Option<FileId>,
    workshop: Workshop<'a>,
}

impl Stages<'_> {
    /// Goes through the stages until one fails; what is found is added to what is `told`.
    fn go(&self, record: &Record, sources: &mut Sources, told: &mut Told) -> Option<Fate> {
        let workshop = self.workshop;
        let merged: Result<Vec<Markup>, _> = self
            .documents
            .iter()
            .map(|document| merge(document, &workshop.press.style, workshop.press.templates))
            .collect();
        let markups = match merged {
            Ok(markups) if markups.is_empty() => return None,
            Ok(markups) => markups,
            Err(problem) => {
                told.diagnostics.push(*problem);
                return None;
            }
        };
        let markup = self.documents.iter().zip(&markups).fold(
            workshop.shaped_by,
            |sum, (document, markup)| {
                sum.and(document.id.0.as_bytes()).and(markup.text.as_bytes())
            },
        );
        let from = MadeFrom { inputs: self.inputs, markup };
        if !workshop.force
            && record.has_markup(workshop.out, from.markup)
            && let Some(before) = record.told_again(sources, |_, _| None)
        {
            // The same markup has the same pages, about which there is the same to say.
            told.diagnostics = before.diagnostics;
            record.renew(workshop.out, from, self.kept(told, sources).as_deref());
            return Some(Fate::Current);
        }
        let (mut files, mut pages) = (Vec::new(), 0);
        for (document, markup) in self.documents.iter().zip(markups) {
            let (own, count) = self.files(document, markup, sources, &mut told.diagnostics)?;
            files.extend(own);
            pages += count;
        }
        let sums: Vec<(PathBuf, Fingerprint)> = files
            .iter()
            .map(|(path, bytes)| (path.clone(), Fingerprint::of(bytes)))
            .collect();
        let written = match workshop.out.write(files) {
            Ok(written) => written,
            Err(error) => {
                told.diagnostics.push(*refused(&error));
                return None;
            }
        };
        // Pages that the document no longer has, recipients that get none any more.
        record.remove_others(workshop.out, &sums);
        if let ([document], Format::Png | Format::Svg) = (self.documents, workshop.format) {
            workshop.out.remove_stale(&path(document, workshop, ""), pages);
        }
        let made = Made { written, pages };
        record.keep(workshop.out, from, &sums, self.kept(told, sources).as_deref());
        Some(Fate::Made(made))
    }

    /// What there is to say, to be kept; none when there is nothing.
    fn kept(&self, told: &Told, sources: &Sources) -> Option<String> {
        if told.is_empty() { None } else { told.to_line(self.own?, sources) }
    }

    /// The files of one document.
    fn files(
        &self,
        document: &Document,
        markup: Markup,
        sources: &mut Sources,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Typeset> {
        if self.workshop.format == Format::Typ {
            let files = vec![(path(document, self.workshop, ""), markup.text.into_bytes())];
            return Some((files, 0));
        }
        typeset(document, &markup, self.workshop, sources, diagnostics)
    }
}

/// The files of a document, and how many pages it has.
type Typeset = (Vec<(PathBuf, Vec<u8>)>, usize);

/// Typesets, checks and exports a document.
fn typeset(
    document: &Document,
    markup: &Markup,
    workshop: Workshop<'_>,
    sources: &mut Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Typeset> {
    let press = workshop.press;
    let (pages, generated) = lay_out(document, markup, press, sources, diagnostics)?;
    let stage = Stage { press, markup, generated };
    match stage.export(document, &pages, workshop) {
        Ok(files) => Some((files, pages.document.pages().len())),
        Err(error) => {
            diagnostics.extend(stage.export_error(error, sources));
            None
        }
    }
}

/// Lays a document out and holds its pages against the margins; none when something is wrong.
fn lay_out(
    document: &Document,
    markup: &Markup,
    press: Press<'_>,
    sources: &mut Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(Pages, FileId)> {
    let generated = sources.add(format!("{}.typ", document.id), markup.text.as_str());
    let compiled = compile(markup, press.base, press.templates, generated, sources);
    let mut pages = match compiled {
        Ok(pages) => pages,
        Err(problems) => {
            diagnostics.extend(problems);
            return None;
        }
    };
    diagnostics.append(&mut pages.warnings);
    let stage = Stage { press, markup, generated };
    let problems = stage.beyond_margins(&pages, sources);
    if problems.is_empty() {
        return Some((pages, generated));
    }
    diagnostics.extend(problems);
    None
}

/// What is wrong with the pages of documents, found by laying them out. Copies that differ in their
/// recipients only are told about once.
pub(super) fn inspect(
    documents: &[Document],
    press: Press<'_>,
    sources: &mut Sources,
) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for document in documents {
        let markup = match merge(document, &press.style, press.templates) {
            Ok(markup) => markup,
            Err(problem) => {
                diagnostics.push(*problem);
                break;
            }
        };
        if let Some((pages, _)) = lay_out(document, &markup, press, sources, &mut diagnostics)
        {
            diagnostics.extend(advice(document, &pages, press));
        }
        if !diagnostics.is_empty() {
            break;
        }
    }
    diagnostics
}

/// What the stages after typesetting share.
struct Stage<'a> {
    press: Press<'a>,
    markup: &'a Markup,
    generated: FileId,
}

impl Stage<'_> {
    fn locator(&self) -> Locator<'_> {
        Locator::new(self.press.base, self.markup, self.generated)
    }

    /// Text beyond the margins; the first of each page, since the rest follows from it.
    fn beyond_margins(&self, pages: &Pages, sources: &mut Sources) -> Vec<Diagnostic> {
        let mut found = overflows(pages, self.press.style.looks);
        found.dedup_by_key(|overflow| overflow.page);
        if found.is_empty() {
            return Vec::new();
        }
        let locator = self.locator();
        found
            .into_iter()
            .map(|overflow| {
                let place = locator.place(overflow.span, sources);
                let diagnostic = Diagnostic::unplaced(Code::BeyondMargin)
                    .with("page", overflow.page)
                    .with("letters", shortened(&overflow.letters));
                locator.locate(diagnostic, place, self.press.templates, sources)
            })
            .collect()
    }

    fn export(
        &self,
        document: &Document,
        pages: &Pages,
        workshop: Workshop<'_>,
    ) -> Result<Vec<(PathBuf, Vec<u8>)>, ExportError> {
        let numbered = |files: Vec<Vec<u8>>| {
            let name = |at: usize| path(document, workshop, &format!("-{}", at + 1));
            files
                .into_iter()
                .enumerate()
                .map(|(at, bytes)| (name(at), bytes))
                .collect()
        };
        Ok(match workshop.format {
            Format::Pdf => {
                vec![(
                    path(document, workshop, ""),
                    export::pdf(pages, &identifier(document))?,
                )]
            }
            Format::Png => numbered(export::png(pages)?),
            Format::Svg => numbered(export::svg(pages)),
            Format::Typ => Vec::new(),
        })
    }

    fn export_error(&self, error: ExportError, sources: &mut Sources) -> Vec<Diagnostic> {
        match error {
            ExportError::Typesetting(found) => found
                .iter()
                .map(|one| diagnostic(one, &self.locator(), self.press.templates, sources))
                .collect(),
            ExportError::Encoding(detail) => {
                vec![Diagnostic::unplaced(Code::Typesetting).with("detail", detail)]
            }
        }
    }
}

/// The output file: the document's own path below the output folder.
fn path(document: &Document, workshop: Workshop<'_>, suffix: &str) -> PathBuf {
    format!("{}{suffix}.{}", document.id, workshop.format.extension()).into()
}

/// What a document is known by, wherever its file goes: issuer, symbol, place in the workspace.
fn identifier(document: &Document) -> String {
    let head = document.paper.head();
    format!("{}/{}/{}", head.issuer.agency.name, head.symbol(), document.id)
}

/// The beginning of a long text.
fn shortened(letters: &str) -> String {
    let mut short: String = letters.chars().take(40).collect();
    if short.len() < letters.len() {
        short.push('…');
    }
    short
}
