//! One document's blocks: evaluate, read, write.
//!
//! In goes markup; out comes a file of what the paper says (Word, Excel, JSON), or what in it is none of the words. Nothing
//! is laid out.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::pages::{Typeset, path};
use super::workshop::{Press, Workshop};
use crate::blocks::{self, DataPlace, PaperBlocks, Stray};
use crate::compile::{Locator, evaluate};
use crate::diag::{Code, Diagnostic, FileId, Sources, TextPlace};
use crate::docx::docx;
use crate::export::{self, Format};
use crate::load::Paths;
use crate::merge::Markup;
use crate::papers::Document;
use crate::xlsx::workbook;

/// Makes a file of what a document says, block by block; nothing is laid out.
pub(super) fn blocks(
    document: &Document,
    markup: &Markup,
    workshop: Workshop<'_>,
    sources: &mut Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Typeset> {
    let paper = read(document, markup, workshop.press, sources, diagnostics)?;
    match file(&paper, markup, workshop) {
        Ok(bytes) => {
            let file = |bytes| (path(document, workshop, ""), bytes);
            Some((bytes.into_iter().map(file).collect(), 0))
        }
        Err(detail) => {
            diagnostics.push(Diagnostic::unplaced(Code::Typesetting).with("detail", detail));
            None
        }
    }
}

/// Reads what a document says, block by block.
pub(super) fn read(
    document: &Document,
    markup: &Markup,
    press: Press<'_>,
    sources: &mut Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<PaperBlocks> {
    let generated = sources.add(format!("{}.typ", document.id), markup.text.as_str());
    let locator = Locator::of_data(press.base, markup, generated);
    let read =
        evaluate(markup, press.base, press.templates, generated, sources).map(|content| {
            let keys = Keys::default();
            blocks::read(&content, &|span| keys.place(locator.data_place(span)?, sources))
        });
    match read {
        Ok(Ok(paper)) => Some(paper),
        Ok(Err(strays)) => {
            for Stray { span, what } in strays {
                let place = locator.place(span, sources);
                let problem = Diagnostic::unplaced(Code::NoWord).with("what", what);
                let located = locator.locate(problem, place, press.templates, sources);
                // What it holds of the data is where a clerk finds it.
                let data = locator
                    .first_data_place(span)
                    .and_then(|found| found.held_in(sources));
                let place = data.cloned().or(located.place.clone());
                diagnostics.push(Diagnostic { place, ..located });
            }
            None
        }
        Err(problems) => {
            diagnostics.extend(problems);
            None
        }
    }
}

/// The file of a paper's blocks: a Word file, a workbook of its tables, or the blocks themselves. None when it has no
/// tables.
fn file(
    paper: &PaperBlocks,
    markup: &Markup,
    workshop: Workshop<'_>,
) -> Result<Option<Vec<u8>>, String> {
    match workshop.format {
        Format::Docx => docx(paper, workshop.press.base.letters(), &markup.pictures).map(Some),
        Format::Xlsx => workbook(paper),
        _ => export::json(paper).map(Some).map_err(|error| error.to_string()),
    }
}

/// The keys of the values of files, found when they are first asked for.
#[derive(Default)]
struct Keys(RefCell<BTreeMap<FileId, Paths>>);

impl Keys {
    /// A place in the data as blocks tell it.
    fn place(&self, found: &TextPlace, sources: &Sources) -> Option<DataPlace> {
        let Some(place) = found.held_in(sources) else {
            let (file, line) = found.named.as_deref()?.rsplit_once(':')?;
            return Some(DataPlace {
                file: file.to_owned(),
                line: line.parse().ok()?,
                key: None,
            });
        };
        let mut files = self.0.borrow_mut();
        let paths = files
            .entry(place.file)
            .or_insert_with(|| Paths::of(place.file, sources));
        let source = sources.get(place.file);
        Some(DataPlace {
            file: source.name().to_owned(),
            line: source.line_column(place.range.start).0,
            key: paths.at(place).map(str::to_owned),
        })
    }
}
