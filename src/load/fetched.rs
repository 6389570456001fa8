//! A document on its way: its text, and what reading it came to.

use std::path::PathBuf;

use super::candidates::{Candidate, MAX_DOCUMENT};
use crate::calendar::Year;
use crate::diag::{Diagnostic, FileId, Sources};
use crate::fingerprint::Fingerprint;
use crate::folder::{Folder, read_text, shown};
use crate::form::{Forms, Kind};
use crate::papers::{Document, DocumentId, Paper, Submission};
use crate::values::Enclosed;
use crate::yaml::{self, Node};

/// The text of a document, not yet understood.
#[derive(Debug)]
pub struct Fetched {
    /// Where the document belongs.
    pub id: DocumentId,
    /// Its file, relative to the workspace.
    pub path: PathBuf,
    /// The texts that places in it point into.
    pub sources: Sources,
    pub(super) year: Option<Year>,
    /// The other files that it names.
    pub(super) enclosed: Enclosed,
    pub(super) file: Result<FileId, Box<Diagnostic>>,
}

impl Fetched {
    /// Reads the file; what is wrong with it is kept for [`Workspace::read`](super::Workspace::read).
    pub(super) fn new(
        root: &Folder,
        forms: &Forms,
        candidate: &Candidate,
        mut sources: Sources,
    ) -> Self {
        let file = read_text(root, &candidate.path, MAX_DOCUMENT, &mut sources);
        Self::of_file(root, forms, candidate, file, sources)
    }

    /// The document as it would be with another text.
    pub(super) fn with_text(
        root: &Folder,
        forms: &Forms,
        candidate: &Candidate,
        text: &str,
        mut sources: Sources,
    ) -> Self {
        let file = sources.add_file(shown(&candidate.path), text.to_owned());
        Self::of_file(root, forms, candidate, Ok(file), sources)
    }

    fn of_file(
        root: &Folder,
        forms: &Forms,
        candidate: &Candidate,
        file: Result<FileId, Box<Diagnostic>>,
        mut sources: Sources,
    ) -> Self {
        let year = candidate.folder_year();
        let enclosed = file.as_ref().map_or_else(
            |_| Enclosed::default(),
            |file| enclosed(*file, year, (root, forms), &mut sources),
        );
        Self {
            id: candidate.id.clone(),
            path: candidate.path.clone(),
            sources,
            year,
            enclosed,
            file,
        }
    }

    /// A text, as that of a document of this year's folder.
    #[cfg(any(test, fuzzing))]
    pub(super) fn of_text(
        id: &str,
        path: &std::path::Path,
        file: FileId,
        sources: Sources,
    ) -> Self {
        let year = id.split_once('/').and_then(|(year, _)| Year::parse(year));
        Self {
            id: DocumentId(id.to_owned()),
            path: path.to_owned(),
            sources,
            year,
            enclosed: Enclosed::default(),
            file: Ok(file),
        }
    }

    /// The text, when the file could be read.
    pub fn text(&self) -> Option<&str> {
        let file = self.file.as_ref().ok()?;
        Some(self.sources.get(*file).text())
    }

    /// Its tree; none of what cannot be read.
    pub(crate) fn root(&self) -> Option<Node> {
        yaml::parse(self.text()?, self.file.clone().ok()?).ok()
    }

    /// A document made from it: one of several when it is a recipient's own.
    pub(super) fn document(&self, recipient: Option<&str>, paper: Paper) -> Document {
        let id = match recipient {
            Some(recipient) => self.id_of_copy(recipient),
            None => self.id.clone(),
        };
        Document { id, paper }
    }

    /// The id of a recipient's copy.
    pub fn id_of_copy(&self, recipient: &str) -> DocumentId {
        DocumentId(format!("{}/{recipient}", self.id))
    }

    /// The text's id.
    ///
    /// # Errors
    /// What is wrong with the file when it could not be read.
    pub fn file(&self) -> Result<FileId, Box<Diagnostic>> {
        self.file.clone()
    }

    /// The fingerprint of the text and of the files that it names; of one that cannot be read, of nothing.
    pub fn fingerprint(&self) -> Fingerprint {
        let own = Fingerprint::of(self.text().unwrap_or_default().as_bytes());
        self.enclosed.fingerprint(own)
    }
}

/// The other files that a text names.
fn enclosed(
    file: FileId,
    year: Option<Year>,
    (root, forms): (&Folder, &Forms),
    sources: &mut Sources,
) -> Enclosed {
    let text = sources.get(file).text();
    if !Enclosed::is_named_in(text) {
        return Enclosed::default();
    }
    match yaml::parse(text, file) {
        Ok(paper) => {
            Enclosed::named_in(&paper, year, root, forms.titles_of_columns(), sources)
        }
        // What is wrong with it is told when it is read.
        Err(_) => Enclosed::default(),
    }
}

/// A document and what was found about it.
#[derive(Debug)]
pub struct CheckedDocument {
    /// The document, or the copy of the first recipient; none when it has errors.
    pub document: Option<Document>,
    /// Whose copies there are, when it is not one for all.
    pub copies: Option<Copies>,
    /// Its errors and warnings.
    pub problems: Vec<Diagnostic>,
    /// What an overview tells of it, when it is a unit's plan.
    pub submission: Option<Submission>,
    /// Its kind, when that could be read.
    pub kind: Option<Kind>,
}

/// The copies of a document: made one by one, so that nobody holds all of them.
#[derive(Debug)]
pub struct Copies {
    pub(super) node: Node,
    pub(super) recipients: Vec<Recipient>,
}

impl Copies {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.recipients.len()
    }

    /// Whose copy one is.
    pub fn recipient(&self, at: usize) -> &str {
        &self.recipients[at].id
    }
}

impl CheckedDocument {
    /// The paper, or that of the first recipient; none when it has errors.
    pub fn paper(&self) -> Option<&Paper> {
        self.document.as_ref().map(|document| &document.paper)
    }

    /// A document of which nothing is known but that something went wrong.
    pub fn broken(problems: Vec<Diagnostic>, kind: Option<Kind>) -> Self {
        Self {
            document: None,
            copies: None,
            problems,
            submission: None,
            kind,
        }
    }
}

/// Who gets a copy of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Recipient {
    /// Its id, which names the file.
    pub(super) id: String,
    /// As running text calls it.
    pub(super) name: String,
    /// The row for which it is, where one is made for each.
    pub(super) row: Option<RowOf>,
}

/// A row of a key, from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RowOf {
    pub(super) key: String,
    pub(super) at: usize,
}
