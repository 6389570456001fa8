//! What becomes of a document of a batch: made, up to date, or failed, with all that there is to say.
//!
//! Values only. `document` makes them, `run` puts them into words.

use std::path::PathBuf;

use crate::diag::{Code, Diagnostic, Sources};
use crate::export::Written;
use crate::guard::Product;
use crate::load::{CheckedDocument, Copies};

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
    /// It holds nothing that the format shows: a workbook is made of tables only.
    Bare,
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

impl Outcome {
    pub(super) fn new(
        fate: Fate,
        problems: Vec<Diagnostic>,
        diagnostics: Vec<Diagnostic>,
        sources: Sources,
    ) -> Self {
        Self { fate, problems, diagnostics, sources }
    }
}

/// What there is of a document's files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ResultState {
    /// They are there, and a build would leave them as they are.
    Current,
    /// They are there, and a build would make them again.
    Outdated,
    /// They are not there.
    Missing,
}

/// A document that was read, and the texts that its problems point into.
#[derive(Debug)]
pub(crate) struct LookedAt {
    /// The document and its problems.
    pub entry: CheckedDocument,
    /// The texts.
    pub sources: Sources,
    /// What there is of its files, where that was asked.
    pub state: Option<ResultState>,
}

/// The most copies that are named when they could not be made.
const MOST_NAMED: usize = 8;

/// That some copies, by their places among all, cannot be made.
pub(super) fn not_made(failed: &[usize], copies: &Copies) -> Diagnostic {
    let names = failed.iter().take(MOST_NAMED).map(|at| copies.recipient(*at));
    let mut names: Vec<String> = names.map(str::to_owned).collect();
    names.extend((failed.len() > MOST_NAMED).then(|| "…".to_owned()));
    Diagnostic::unplaced(Code::CopiesNotMade)
        .with("count", failed.len())
        .with("recipients", names)
}
