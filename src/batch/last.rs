//! Whether anything has changed at all since the last time that just these documents were made.
//!
//! Each document has its record; but to ask every one of them, the workspace must be opened, which
//! costs more than all the asking. So a run after which everything is up to date leaves a note: the
//! fingerprint of all files that could matter, and the documents. While that is the same and all
//! results are there, nothing need be understood to know that there is nothing to do.

use std::path::{Path, PathBuf};

use super::record::{BuildRecord, FOLDER, read_text};
use super::told::Told;
use crate::diag::{Diagnostic, Sources};
use crate::export::Out;
use crate::fingerprint::Fingerprint;
use crate::folder::Folder;
use crate::folder::read_shown;
use crate::load::Candidate;
use crate::papers::DocumentId;

/// The note on the last run for a request.
pub(crate) struct LastRun<'a> {
    root: &'a Folder,
    out: &'a Out,
    extension: &'static str,
    path: PathBuf,
}

/// A document that is up to date, with what there was to say about it.
pub(crate) struct Again {
    /// While it was read.
    pub problems: Vec<Diagnostic>,
    /// While it was made.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts that both point into.
    pub sources: Sources,
    /// Its file, relative to the workspace.
    pub path: PathBuf,
}

impl<'a> LastRun<'a> {
    /// For a request: `wanted` tells it from others, `extension` is that of its results.
    pub(crate) fn new(
        root: &'a Folder,
        out: &'a Out,
        extension: &'static str,
        wanted: Fingerprint,
    ) -> Self {
        let path = Path::new(FOLDER).join(format!("{wanted}.run"));
        Self { root, out, extension, path }
    }

    /// The documents, when they are what would be made again from these inputs.
    pub(crate) fn unchanged(&self, inputs: Fingerprint) -> Option<Vec<Again>> {
        let text = read_text(self.out, &self.path)?;
        let (seal, documents) = text.split_once('\n')?;
        if seal != self::seal(inputs, documents) {
            return None;
        }
        let document = |line: &str| {
            let (id, path) = line.split_once('\t')?;
            self.again(&DocumentId(id.to_owned()), path)
        };
        documents.lines().map(document).collect()
    }

    fn again(&self, id: &DocumentId, path: &str) -> Option<Again> {
        let record = BuildRecord::read(self.out, id, self.extension);
        if !record.is_intact(self.out) {
            return None;
        }
        let mut sources = Sources::default();
        let read = |name: &str, sources: &mut Sources| read_shown(self.root, name, sources);
        let Told { problems, diagnostics } = record.told_again(&mut sources, read)?;
        Some(Again { problems, diagnostics, sources, path: path.into() })
    }

    /// Notes that these documents are up to date with these inputs. A note that cannot be written
    /// costs time, not correctness.
    pub(crate) fn keep(&self, inputs: Fingerprint, documents: &[&Candidate]) {
        let lines = documents.iter().map(|found| {
            let path = found.path.to_string_lossy();
            format!("{}\t{path}\n", found.id)
        });
        let lines = lines.collect::<String>();
        let text = format!("{}\n{lines}", seal(inputs, &lines));
        let _ = self.out.write_quickly(&self.path, text.as_bytes());
    }

    /// Takes the note back, where something could not be made.
    pub(crate) fn forget(&self) {
        self.out.remove(&self.path);
    }
}

/// The first line of a note: of the inputs and of the note itself, so that a note that lost lines
/// is none.
fn seal(inputs: Fingerprint, documents: &str) -> String {
    inputs.and(documents.as_bytes()).to_string()
}
