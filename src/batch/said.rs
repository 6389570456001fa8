//! What one document says in Word, every copy of it apart: what an edited file is held against.
//!
//! In goes a text as a document's, whether it stands in the workspace or is only tried; out come the paragraphs of its
//! Word files, with the place in the data of every letter. Nothing is laid out or written.

use std::collections::BTreeMap;

use super::blocks;
use super::limits::begin;
use super::workshop::Press;
use crate::diag::{Code, Diagnostic, Sources};
use crate::docx::{self, SaidParagraph};
use crate::load::{Fetched, Read, Workspace};
use crate::merge::{Templates, merge};
use crate::papers::Document;

/// The paragraphs of a Word file.
pub(crate) type SaidPaper = Vec<SaidParagraph>;

/// What a document says, and what there is to say about it.
pub(crate) struct Said {
    /// Its papers: one, or one for each of its recipients.
    pub(crate) papers: Vec<SaidPaper>,
    /// What was found while it was read; with errors there are no papers.
    pub(crate) problems: Vec<Diagnostic>,
    /// The texts that these point into.
    pub(crate) sources: Sources,
}

/// Reads what a document says.
pub(crate) fn said(fetched: &Fetched, press: Press<'_>, workspace: &Workspace<'_>) -> Said {
    let mut sources = fetched.sources.clone();
    let none = BTreeMap::new();
    let read = match workspace.read(fetched, None, None) {
        Read::Waiting(year) => {
            let neighbours = workspace.neighbours(year, &none);
            workspace.read(fetched, None, Some(&neighbours))
        }
        read => read,
    };
    let Read::Document(entry) = read else {
        return Said { papers: Vec::new(), problems: Vec::new(), sources };
    };
    let mut problems = entry.problems;
    let mut papers = Vec::new();
    let documents: Vec<Document> = match (&entry.copies, entry.document) {
        (Some(copies), Some(_)) => (0..copies.count())
            .filter_map(|at| workspace.copy(fetched, copies, at).ok())
            .collect(),
        (_, document) => document.into_iter().collect(),
    };
    for document in documents {
        match paper(&document, press, &mut sources) {
            Ok(paper) => papers.push(paper),
            Err(found) => {
                problems.extend(found);
                papers.clear();
                break;
            }
        }
        comemo::evict(1);
    }
    Said { papers, problems, sources }
}

/// The paragraphs of one paper.
fn paper(
    document: &Document,
    press: Press<'_>,
    sources: &mut Sources,
) -> Result<SaidPaper, Vec<Diagnostic>> {
    let merged = |templates: &Templates| merge(document, &press.style, templates);
    let unit = (document.id.0.as_str(), document.paper.head().kind.key());
    let _work = begin(press, unit, &merged, sources).map_err(|problem| vec![*problem])?;
    let markup = merged(press.templates).map_err(|problem| vec![*problem])?;
    let mut diagnostics = Vec::new();
    let Some(paper) = blocks::read(document, &markup, press, sources, &mut diagnostics) else {
        return Err(diagnostics);
    };
    docx::said(&paper, press.base.letters(), &markup.pictures)
        .map_err(|detail| vec![Diagnostic::unplaced(Code::Typesetting).with("detail", detail)])
}
