//! The documents of one year, for `roll`, which makes those of another year from them.

use std::path::{Path, PathBuf};

use super::candidates::Candidate;
use super::fetched::Fetched;
use super::workspace::Workspace;
use crate::calendar::Year;
use crate::diag::Diagnostic;
use crate::folder::DATA;
use crate::papers::DocumentId;
use crate::roll::{Frame, OldFile, Rewritten, Terms, rewrite};

impl Workspace<'_> {
    /// The documents in the folder of a year.
    pub fn documents_of(&self, year: Year) -> Vec<Candidate> {
        self.of_year(year).cloned().collect()
    }

    /// Rewrites the file of a document for another year; none when it is of a kind that does not
    /// return every year.
    ///
    /// # Errors
    /// When the file cannot be read, or is written in a way that cannot be rewritten.
    pub fn rewrite(
        &self,
        fetched: &Fetched,
        terms: &Terms,
    ) -> Result<Option<Rewritten>, Box<Diagnostic>> {
        let (new_id, new_path) = moved(&fetched.id, &fetched.path, terms.frame);
        let old = OldFile {
            sources: &fetched.sources,
            file: fetched.file()?,
            path: &fetched.path,
            new_id: &new_id,
            new_path: &new_path,
        };
        rewrite(old, terms)
    }
}

/// Where the document of the new year belongs: at the same place below the folder of that year.
pub(super) fn moved(id: &DocumentId, path: &Path, frame: Frame) -> (DocumentId, PathBuf) {
    let (from, to) = (frame.from.to_string(), frame.to.to_string());
    let id = format!("{to}{}", id.0.strip_prefix(from.as_str()).unwrap_or(&id.0));
    let name = path.strip_prefix(DATA).unwrap_or(path);
    let name = name.strip_prefix(&from).unwrap_or(name);
    (DocumentId(id), PathBuf::from(DATA).join(&to).join(name))
}
