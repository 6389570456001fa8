//! One document or copy, after its reading: markup, pages, files. Nothing is typeset when the same markup
//! was before.

use std::path::PathBuf;

use super::blocks::blocks;
use super::limits::begin;
use super::outcome::{Fate, Made};
use super::pages::{Typeset, path, typeset};
use super::record::{BuildRecord, KeptFiles};
use super::workshop::Workshop;
use crate::diag::{Diagnostic, Sources};
use crate::export::Format;
use crate::fingerprint::Fingerprint;
use crate::merge::{Markup, Templates, merge};
use crate::papers::{Document, DocumentId};

/// What became of one document or copy.
pub(super) struct Part {
    pub(super) fate: Fate,
    pub(super) results: Vec<KeptFiles>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The texts that these point into; none when there are none, since there may be thousands of copies.
    pub(super) sources: Option<Sources>,
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
            Fate::Current | Fate::Bare | Fate::Failed | Fate::Unwanted => 0,
        }
    }

    pub(super) fn new(
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
pub(super) fn part(
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
    let own = print_of(document, &markup, workshop);
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
    if files.is_empty() {
        return Part::new(Fate::Bare, Vec::new(), diagnostics, sources);
    }
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

/// The fingerprint of all that the files of a document or copy are made from, once it is merged.
pub(super) fn print_of(
    document: &Document,
    markup: &Markup,
    workshop: Workshop<'_>,
) -> Fingerprint {
    let own = workshop
        .shaped_by
        .and(document.id.0.as_bytes())
        .and(markup.text.as_bytes());
    // A picture can change while its name does not.
    let own = markup.pictures.values().fold(own, |sum, picture| sum.and(picture));
    // Blocks tell of lines, which a comment moves; bookmarks of keys.
    match workshop.format {
        Format::Json | Format::Docx => own.and(markup.places().as_bytes()),
        _ => own,
    }
}

/// Whether a document is made although it is up to date: unless this very run has made it.
pub(super) fn is_forced(id: &DocumentId, workshop: Workshop<'_>) -> bool {
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
    match workshop.format {
        Format::Typ => {
            Some((vec![(path(document, workshop, ""), markup.text.into_bytes())], 0))
        }
        Format::Json | Format::Docx | Format::Xlsx => {
            blocks(document, &markup, workshop, sources, diagnostics)
        }
        Format::Pdf | Format::Png | Format::Svg => {
            typeset(document, &markup, workshop, sources, diagnostics)
        }
    }
}
