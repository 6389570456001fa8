//! From markup to pages, or to what the markup says and no pages (`evaluate`).
//!
//! In goes [`Markup`]; out come the typesetter's pages, or its errors with the template line that
//! made them. One [`Base`] holds what all documents share: library, fonts and the Typst files of the
//! templates folder. One cheap world per document adds its markup. There is no network, no package,
//! no clock, and no other file: the same data gives the same pages on every machine.

mod base;
mod evaluate;
mod letters;
mod open;
mod trace;
mod world;

pub(crate) use base::Base;
pub(crate) use evaluate::evaluate;
pub(crate) use letters::{Face, Letters};
pub(crate) use trace::Trace;

use std::ops::Range;

use typst::diag::{SourceDiagnostic, Warned};
use typst::model::Document as _;
use typst::syntax::{DiagSpan, FileId as TypstFile, Source, Span};
use typst::{World, WorldExt};
use typst_layout::PagedDocument;

use crate::diag::{Code, Diagnostic, FileId, Place, Severity, Sources, TextPlace};
use crate::merge::{Markup, Templates};
use world::{DocumentWorld, Served};

/// The pages of a document.
pub struct Pages {
    /// As laid out by the typesetter.
    pub document: PagedDocument,
    /// Warnings of the typesetter.
    pub warnings: Vec<Diagnostic>,
}

impl Pages {
    /// Whether the markup gives the file a title, as both PDF standards ask for.
    pub fn has_title(&self) -> bool {
        self.document.info().title.is_some()
    }
}

/// Finds the places that the typesetter speaks of.
pub(crate) struct Locator<'a> {
    world: DocumentWorld<'a>,
    markup: &'a Markup,
    generated: FileId,
    base: &'a Base,
}

impl<'a> Locator<'a> {
    /// For a markup that is held in `sources` under `generated`.
    pub(crate) fn new(base: &'a Base, markup: &'a Markup, generated: FileId) -> Self {
        Self::serving(Served::Looks, base, markup, generated, base.main_source(&markup.text))
    }

    /// For a markup whose source was edited, and so has other numbers of places than a new one.
    pub(crate) fn of_source(
        base: &'a Base,
        markup: &'a Markup,
        generated: FileId,
        source: Source,
    ) -> Self {
        Self::serving(Served::Looks, base, markup, generated, source)
    }

    /// The same, for a document that is evaluated only.
    pub(crate) fn of_data(base: &'a Base, markup: &'a Markup, generated: FileId) -> Self {
        Self::serving(Served::Data, base, markup, generated, base.main_source(&markup.text))
    }

    fn serving(
        served: Served,
        base: &'a Base,
        markup: &'a Markup,
        generated: FileId,
        source: Source,
    ) -> Self {
        Self {
            world: DocumentWorld::new(base, (source, markup), served),
            markup,
            generated,
            base,
        }
    }

    /// The part of the markup that a span is of; none when it is of another file.
    pub(crate) fn in_markup(&self, span: Span) -> Option<Range<usize>> {
        (span.id()? == self.base.main()).then(|| self.world.range(span))?
    }

    /// The place of a span in the generated markup or in a Typst file of the templates.
    pub(crate) fn place(
        &self,
        span: impl Into<DiagSpan>,
        sources: &mut Sources,
    ) -> Option<Place> {
        let span = span.into();
        let id: TypstFile = span.id()?;
        let range = self.world.range(span)?;
        if id == self.base.main() {
            return Some(Place::new(self.generated, range));
        }
        let text = self.world.source(id).ok()?.text().to_owned();
        let name = id.vpath().get_without_slash().to_owned();
        Some(Place::new(sources.add(name, text), range))
    }

    /// The template line that a place in the generated markup came from.
    fn origin(
        &self,
        place: &Place,
        templates: &Templates,
        sources: &Sources,
    ) -> Option<(Place, String)> {
        if place.file != self.generated {
            return None;
        }
        let origin = self.markup.origins.at(place.range.start)?;
        let shown = format!("templates/{}:{}", origin.template, origin.line);
        Some((templates.place(origin, sources)?, shown))
    }

    /// The place in the data of letters that stand at a place in the generated markup.
    fn value_at(&self, place: &Place) -> Option<&TextPlace> {
        (place.file == self.generated).then(|| self.markup.value_at(place.range.start))?
    }

    /// The place in the data of the letters of a span.
    pub(crate) fn data_place(&self, span: Span) -> Option<&TextPlace> {
        self.markup.value_at(self.in_markup(span)?.start)
    }

    /// The place in the data of the first letters that something holds that is made by a span.
    pub(crate) fn first_data_place(&self, span: Span) -> Option<&TextPlace> {
        self.markup.value_within(&self.in_markup(span)?)
    }

    /// Adds a place in the generated markup, or in a template, to a diagnostic, together with
    /// the template that it came from; for letters of the data their place there.
    pub(crate) fn locate(
        &self,
        diagnostic: Diagnostic,
        place: Option<Place>,
        templates: &Templates,
        sources: &Sources,
    ) -> Diagnostic {
        let Some(place) = place else { return diagnostic };
        let value = self.value_at(&place).and_then(|found| found.held_in(sources));
        let shown = value.unwrap_or(&place).clone();
        let diagnostic = Diagnostic { place: Some(shown), ..diagnostic };
        match self.origin(&place, templates, sources) {
            Some((template, shown)) => diagnostic.related(&template).with("template", shown),
            None => diagnostic,
        }
    }
}

/// Lays a document out.
///
/// # Errors
/// With everything that the typesetter objects to.
pub(crate) fn compile(
    markup: &Markup,
    base: &Base,
    templates: &Templates,
    generated: FileId,
    sources: &mut Sources,
) -> Result<Pages, Vec<Diagnostic>> {
    pages(&Locator::new(base, markup, generated), templates, sources)
}

/// Lays out the document of a locator.
///
/// # Errors
/// As [`compile`] does.
pub(crate) fn pages(
    locator: &Locator<'_>,
    templates: &Templates,
    sources: &mut Sources,
) -> Result<Pages, Vec<Diagnostic>> {
    let Warned { output, warnings } = typst::compile::<PagedDocument>(&locator.world);
    let mut say = |found: &[SourceDiagnostic]| -> Vec<Diagnostic> {
        found
            .iter()
            .map(|one| diagnostic(one, locator, templates, sources))
            .collect()
    };
    let mut said = say(&warnings);
    match output {
        Ok(document) => Ok(Pages { document, warnings: said }),
        Err(errors) => {
            said.extend(say(&errors));
            Err(said)
        }
    }
}

/// Puts a diagnostic of the typesetter into one of ours.
pub(crate) fn diagnostic(
    found: &SourceDiagnostic,
    locator: &Locator<'_>,
    templates: &Templates,
    sources: &mut Sources,
) -> Diagnostic {
    let (code, severity) = match found.severity {
        typst::diag::Severity::Error => (Code::Typesetting, Severity::Error),
        typst::diag::Severity::Warning => (Code::TypesettingWarning, Severity::Warning),
    };
    let mut detail = found.message.to_string();
    for hint in &found.hints {
        detail.push_str(&format!(" ({})", hint.v));
    }
    // A mistake inside nd30.typ is told where it lies; the call in the markup, and so the line of
    // the template, explains it.
    let place = locator.place(found.span, sources);
    let mut calls = found
        .trace
        .iter()
        .filter_map(|point| locator.place(point.span, sources));
    let call = calls.find(|place| place.file == locator.generated);
    let place = place.or_else(|| call.clone());
    let diagnostic =
        Diagnostic { severity, ..Diagnostic::unplaced(code) }.with("detail", detail);
    let located = locator.locate(diagnostic, place, templates, sources);
    match (&located.related, call) {
        (None, Some(call)) => {
            let explained = locator.locate(located.clone(), Some(call), templates, sources);
            Diagnostic { place: located.place, ..explained }
        }
        _ => located,
    }
}
