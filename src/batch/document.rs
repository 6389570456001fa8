//! One document's way: merge, compile, check, export, write.

use std::path::PathBuf;

use typst::utils::hash128;

use super::record::Record;
use super::{Outcome, Workshop, write};
use crate::check::overflows;
use crate::compile::{Locator, Pages, compile, diagnostic};
use crate::diag::{Code, Diagnostic, FileId, Sources};
use crate::export::{self, ExportError, Format, Written};
use crate::merge::{Markup, merge};
use crate::papers::Document;

/// A document that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Its files.
    pub written: Written,
    /// Its pages; 0 when only markup was wanted, or nothing had changed.
    pub pages: usize,
    /// Whether it was made now, or was up to date.
    pub fresh: bool,
}

/// Makes one document.
pub(super) fn make(document: &Document, workshop: Workshop<'_>) -> Outcome {
    let mut sources = Sources::over(workshop.sources);
    let mut diagnostics = Vec::new();
    let made = stages(document, workshop, &mut sources, &mut diagnostics);
    Outcome { made, diagnostics, sources }
}

/// Goes through the stages until one fails; what is found stands in `diagnostics`.
fn stages(
    document: &Document,
    workshop: Workshop<'_>,
    sources: &mut Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Made> {
    let markup = match merge(document, &workshop.style, workshop.templates) {
        Ok(markup) => markup,
        Err(problem) => {
            diagnostics.push(*problem);
            return None;
        }
    };
    let record = Record::new(workshop.out, &document.id, workshop.format.extension());
    let fingerprint = workshop.fingerprint.of_document(&markup.text);
    if !workshop.force
        && let Some(paths) = record.current(workshop.out, fingerprint)
    {
        let files = paths.into_iter().map(|path| (path, 0)).collect();
        return Some(Made { written: Written { files }, pages: 0, fresh: false });
    }
    let (files, pages) = if workshop.format == Format::Typ {
        (vec![(path(document, workshop, ""), markup.text.into_bytes())], 0)
    } else {
        typeset(document, &markup, workshop, sources, diagnostics)?
    };
    let sums: Vec<(PathBuf, u128)> = files
        .iter()
        .map(|(path, bytes)| (path.clone(), hash128(bytes)))
        .collect();
    let written = match write(files) {
        Ok(written) => written,
        Err(problem) => {
            diagnostics.push(*problem);
            return None;
        }
    };
    if matches!(workshop.format, Format::Png | Format::Svg) {
        export::remove_stale(&path(document, workshop, ""), pages);
    }
    // A document with warnings is made again, so that they are told again.
    if diagnostics.is_empty() {
        record.keep(workshop.out, fingerprint, &sums);
    }
    Some(Made { written, pages, fresh: true })
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
    let generated = sources.add(format!("{}.typ", document.id), markup.text.as_str());
    let compiled = compile(markup, workshop.base, workshop.templates, generated, sources);
    let mut pages = match compiled {
        Ok(pages) => pages,
        Err(problems) => {
            diagnostics.extend(problems);
            return None;
        }
    };
    diagnostics.append(&mut pages.warnings);
    let stage = Stage { workshop, markup, generated };
    let problems = stage.beyond_margins(&pages, sources);
    if !problems.is_empty() {
        diagnostics.extend(problems);
        return None;
    }
    match stage.export(document, &pages) {
        Ok(files) => Some((files, pages.document.pages().len())),
        Err(error) => {
            diagnostics.extend(stage.export_error(error, sources));
            None
        }
    }
}

/// What the stages after typesetting share.
struct Stage<'a> {
    workshop: Workshop<'a>,
    markup: &'a Markup,
    generated: FileId,
}

impl Stage<'_> {
    fn locator(&self) -> Locator<'_> {
        Locator::new(self.workshop.base, self.markup, self.generated)
    }

    /// Text beyond the margins; the first of each page, since the rest follows from it.
    fn beyond_margins(&self, pages: &Pages, sources: &mut Sources) -> Vec<Diagnostic> {
        let mut found = overflows(pages, self.workshop.style.looks);
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
                locator.locate(diagnostic, place, self.workshop.templates, sources)
            })
            .collect()
    }

    fn export(
        &self,
        document: &Document,
        pages: &Pages,
    ) -> Result<Vec<(PathBuf, Vec<u8>)>, ExportError> {
        let numbered = |files: Vec<Vec<u8>>| {
            let name = |at: usize| path(document, self.workshop, &format!("-{}", at + 1));
            files
                .into_iter()
                .enumerate()
                .map(|(at, bytes)| (name(at), bytes))
                .collect()
        };
        Ok(match self.workshop.format {
            Format::Pdf => {
                vec![(
                    path(document, self.workshop, ""),
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
                .map(|one| diagnostic(one, &self.locator(), self.workshop.templates, sources))
                .collect(),
            ExportError::Encoding(detail) => {
                vec![Diagnostic::unplaced(Code::Typesetting).with("detail", detail)]
            }
        }
    }
}

/// The output file: the document's own path below the output folder.
fn path(document: &Document, workshop: Workshop<'_>, suffix: &str) -> PathBuf {
    let name = format!("{}{suffix}.{}", document.id, workshop.format.extension());
    workshop.out.join(name)
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
