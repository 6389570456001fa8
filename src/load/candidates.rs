//! Which files of a workspace may be documents.
//!
//! In goes the folder `data/`; out come all YAML files but the shared ones and the records, in order
//! of their ids, with a problem for files that nobody reads and for two that would give the same
//! result.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::calendar::Year;
use crate::diag::{Code, Diagnostic};
use crate::folder::{DATA, Folder, FolderEntry, is_for_people, is_yaml, not_read, shown};
use crate::papers::DocumentId;
use crate::records::{is_known_table, is_record};
use crate::shared::{AGENCIES_FOLDER, SHARED};
use crate::values::is_enclosed;

/// The largest document that is read, bytes: some eighty pages.
pub(super) const MAX_DOCUMENT: u64 = 192 << 10;

/// A YAML file that may be a document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Candidate {
    /// Where it belongs.
    pub id: DocumentId,
    /// Its path relative to the workspace.
    pub path: PathBuf,
}

impl Candidate {
    /// The one of a file.
    pub(super) fn at(path: PathBuf) -> Self {
        let below = path.strip_prefix(DATA).unwrap_or(&path).with_extension("");
        Self { id: DocumentId(shown(&below)), path }
    }

    /// The year of the folder that it lies in, if the first folder below `data/` is a year.
    pub fn folder_year(&self) -> Option<Year> {
        self.id.0.split_once('/').and_then(|(folder, _)| Year::parse(folder))
    }
}

/// Finds all YAML files below `data/` but the shared ones, in order. Files that nobody reads are named.
pub(super) fn candidates(root: &Folder, problems: &mut Vec<Diagnostic>) -> Vec<Candidate> {
    let (mut found, mut strays) = (Vec::new(), Vec::new());
    for FolderEntry { path, kind } in root.tree(Path::new(DATA), is_yaml) {
        if is_yaml(&path) {
            // What is wrong with the file is said when it is read.
            if !is_shared(&path) && !is_record(&path) && !is_enclosed(&path) {
                found.push(Candidate::at(path));
            }
        } else if let Err(fault) = kind {
            problems.push(fault.diagnostic(shown(&path)));
        } else if !is_for_people(&path) && !is_known_table(&path) && !is_enclosed(&path) {
            strays.push(shown(&path));
        }
    }
    problems.extend(not_read(strays));
    found.sort();
    let clashing = clashes(&found, problems);
    // Neither of two is made: nobody knows which one is meant.
    found.retain(|candidate| !clashing.contains(&candidate.id));
    found
}

/// Whether a file is one that all documents share.
pub(super) fn is_shared(path: &Path) -> bool {
    SHARED.iter().any(|name| path == Path::new(DATA).join(name))
        || path.starts_with(Path::new(DATA).join(AGENCIES_FOLDER))
}

/// The documents whose result would take the place of another, or of a file of the program's own.
fn clashes(found: &[Candidate], problems: &mut Vec<Diagnostic>) -> BTreeSet<DocumentId> {
    let mut clashing = BTreeSet::new();
    for pair in found.windows(2) {
        if pair[0].id == pair[1].id {
            clashing.insert(pair[0].id.clone());
            problems.push(
                Diagnostic::unplaced(Code::SameOutput)
                    .with("first", shown(&pair[0].path))
                    .with("second", shown(&pair[1].path)),
            );
        }
    }
    for candidate in found {
        let id = candidate.id.0.as_str();
        let Some((place, what)) = reserved(id) else { continue };
        clashing.insert(candidate.id.clone());
        // Neither the one that stands where drafts go nor the one whose draft would go there.
        let other = id.strip_prefix(DRAFTS).and_then(|rest| rest.strip_prefix('/'));
        clashing.extend(other.map(|other| DocumentId(other.to_owned())));
        problems.push(
            Diagnostic::unplaced(Code::ReservedPlace)
                .with("path", shown(&candidate.path))
                .with("place", place)
                .with("what", what),
        );
    }
    clashing
}

/// The folder of drafts in that of results: a draft must not take the place of a paper that is
/// ready to be signed.
pub const DRAFTS: &str = "draft";

/// Where the program puts files of its own among the results, as a folder and a word for them: drafts,
/// Typst templates beside generated markup, the sheets of `roll` and `diff`.
fn reserved(id: &str) -> Option<(String, &'static str)> {
    let (folder, below) = id.split_once('/')?;
    let is_sheet = below == "roll" || below == "diff" || below.starts_with("roll/");
    match folder {
        DRAFTS => Some((format!("out/{folder}"), "drafts")),
        "templates" => Some((format!("out/{folder}"), "templates")),
        year if Year::parse(year).is_some() && is_sheet => {
            Some((format!("out/{year}"), "sheets"))
        }
        _ => None,
    }
}
