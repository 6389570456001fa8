//! One document's pages: compile, check, export.
//!
//! In goes markup; out come the bytes of its files, or what is wrong. What the checks of pages find
//! is turned into mistakes with places in the data, where a clerk can mend them.

use std::path::PathBuf;

use super::advice::advice;
use super::limits::begin;
use super::lines::{self, Laid};
use super::workshop::{Press, Workshop};
use crate::check::{Overflow, overflows};
use crate::compile::{Locator, diagnostic};
use crate::diag::{Code, Diagnostic, Place, Sources, TextPlace};
use crate::export::{self, ExportError, Format};
use crate::load::{Paths, field_with};
use crate::merge::{Markup, Templates, merge};
use crate::papers::Document;

/// The files of a document, and how many pages it has.
pub(super) type Typeset = (Vec<(PathBuf, Vec<u8>)>, usize);

/// Typesets, checks and exports a document.
pub(super) fn typeset(
    document: &Document,
    markup: &Markup,
    workshop: Workshop<'_>,
    sources: &mut Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Typeset> {
    let press = workshop.press;
    let laid = lay_out(document, markup, press, sources, diagnostics)?;
    let stage = PageStage { press, laid: &laid };
    match stage.export(document, workshop) {
        Ok(files) => Some((files, laid.pages.document.pages().len())),
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
) -> Option<Laid> {
    let laid = lines::lay_out(&format!("{}.typ", document.id), markup, press, sources);
    let mut laid = match laid {
        Ok(laid) => laid,
        Err(problems) => {
            diagnostics.extend(problems);
            return None;
        }
    };
    diagnostics.append(&mut laid.pages.warnings);
    if !laid.pages.has_title() {
        let problem = Diagnostic::unplaced(Code::NoPage);
        diagnostics.push(problem.with("kind", document.paper.head().kind.key()));
        return None;
    }
    let problems = PageStage { press, laid: &laid }.beyond_margins(sources);
    if problems.is_empty() {
        return Some(laid);
    }
    diagnostics.extend(problems);
    None
}

/// What is wrong with the pages of a document, found by laying it out.
pub(super) fn inspect(
    document: &Document,
    press: Press<'_>,
    sources: &mut Sources,
) -> Vec<Diagnostic> {
    let merged = |templates: &Templates| merge(document, &press.style, templates);
    let unit = (document.id.0.as_str(), document.paper.head().kind.key());
    let _work = match begin(press, unit, &merged, sources) {
        Ok(work) => work,
        Err(problem) => return vec![*problem],
    };
    let markup = match merged(press.templates) {
        Ok(markup) => markup,
        Err(problem) => return vec![*problem],
    };
    let mut diagnostics = Vec::new();
    if let Some(Laid { pages, .. }) =
        lay_out(document, &markup, press, sources, &mut diagnostics)
    {
        diagnostics.extend(advice(document, &pages, press));
    }
    diagnostics
}

/// What the stages after typesetting share.
struct PageStage<'a> {
    press: Press<'a>,
    laid: &'a Laid,
}

impl PageStage<'_> {
    fn locator(&self) -> Locator<'_> {
        let Laid { markup, generated, source, .. } = self.laid;
        Locator::of_source(self.press.base, markup, *generated, source.clone())
    }

    /// Text beyond the margins; the first of each page, since the rest follows from it.
    fn beyond_margins(&self, sources: &mut Sources) -> Vec<Diagnostic> {
        let found = overflows(&self.laid.pages, self.press.style.layout);
        let locator = self.locator();
        found
            .chunk_by(|one, other| one.page == other.page)
            .map(|of_page| self.beyond_margin(of_page, &locator, sources))
            .collect()
    }

    /// What runs out of the margins of one page, by its beginning, with the field of the data.
    fn beyond_margin(
        &self,
        of_page: &[Overflow],
        locator: &Locator<'_>,
        sources: &mut Sources,
    ) -> Diagnostic {
        let first = &of_page[0];
        let place = locator.place(first.span, sources);
        let known = locator.data_place(first.span);
        let field = match known {
            Some(known) => field_of(known, sources),
            None => looked_for(of_page, sources).map(|(place, path)| (Some(place), path)),
        };
        let diagnostic = Diagnostic::unplaced(Code::BeyondMargin)
            .with("page", first.page)
            .with("letters", shortened(&first.letters));
        let located = locator.locate(diagnostic, place, self.press.templates, sources);
        match field {
            Some((place, path)) => Diagnostic {
                place: place.or(located.place.clone()),
                ..located.with("field", path)
            },
            None => located,
        }
    }

    fn export(
        &self,
        document: &Document,
        workshop: Workshop<'_>,
    ) -> Result<Vec<(PathBuf, Vec<u8>)>, ExportError> {
        let pages = &self.laid.pages;
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
            // Of those no pages are made.
            Format::Typ | Format::Json | Format::Docx | Format::Xlsx => Vec::new(),
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
pub(super) fn path(document: &Document, workshop: Workshop<'_>, suffix: &str) -> PathBuf {
    format!("{}{suffix}.{}", document.id, workshop.format.extension()).into()
}

/// What a document is known by, wherever its file goes: issuer, symbol, place in the workspace.
fn identifier(document: &Document) -> String {
    let head = document.paper.head();
    format!("{}/{}/{}", head.issuer.agency.name, head.symbol(), document.id)
}

/// The field in which a text stands. Of one whose file is not held any more file and line are told.
fn field_of(found: &TextPlace, sources: &Sources) -> Option<(Option<Place>, String)> {
    match found.held_in(sources) {
        Some(place) => {
            let paths = Paths::of(place.file, sources);
            Some((Some(place.clone()), paths.at(place)?.to_owned()))
        }
        None => Some((None, found.named.as_deref()?.to_owned())),
    }
}

/// The field that holds the letters of what runs out of a page: a title's, which do not know their place.
fn looked_for(of_page: &[Overflow], sources: &Sources) -> Option<(Place, String)> {
    // A long word is set letter by letter: several together say where they come from.
    let together = |count| of_page.iter().take(count).map(|piece| piece.letters.as_str());
    [1, 12, 6, 3]
        .into_iter()
        .find_map(|count| field_with(&together(count).collect::<String>(), sources))
}

/// The beginning of a long text.
fn shortened(letters: &str) -> String {
    let mut short: String = letters.chars().take(40).collect();
    if short.len() < letters.len() {
        short.push('…');
    }
    short
}
