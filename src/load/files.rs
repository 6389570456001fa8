//! Which files a workspace holds, and reading one within limits.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::calendar::Year;
use crate::diag::{Code, Diagnostic, FileId, Place, Sources};
use crate::fingerprint::Fingerprint;
use crate::folder::{Entry, Fault, Folder, Kind, is_for_people, is_hidden, not_read};
use crate::papers::DocumentId;

/// The folder of the data.
pub const DATA: &str = "data";

/// The largest file of shared data or of records that is read, bytes. A year's results of a whole
/// province fit.
pub(super) const MAX_SIZE: u64 = 4 << 20;

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
    /// The year of the folder that it lies in, if the first folder below `data/` is a year.
    pub fn folder_year(&self) -> Option<Year> {
        self.id.0.split_once('/').and_then(|(folder, _)| Year::parse(folder))
    }
}

/// Finds all YAML files below `data/` but the shared ones, in order. Files that nobody reads are named.
pub(super) fn candidates(
    root: &Folder,
    shared: &[&str],
    problems: &mut Vec<Diagnostic>,
) -> Vec<Candidate> {
    let (mut found, mut strays) = (Vec::new(), Vec::new());
    for Entry { path, kind } in root.tree(Path::new(DATA), is_yaml) {
        let is_shared = shared.iter().any(|name| path == Path::new(DATA).join(name))
            || path.starts_with(Path::new(DATA).join(super::AGENCIES_FOLDER));
        if is_yaml(&path) {
            // What is wrong with the file is said when it is read.
            if !is_shared && !super::records::is_record(&path) {
                let below = path.strip_prefix(DATA).unwrap_or(&path).with_extension("");
                found.push(Candidate { id: DocumentId(shown(&below)), path });
            }
        } else if let Err(fault) = kind {
            problems.push(fault.diagnostic(shown(&path)));
        } else if !is_for_people(&path) && !super::table::is_known(&path) {
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
    let is_sheet = below == "roll" || below == "diff";
    match folder {
        DRAFTS => Some((format!("out/{folder}"), "drafts")),
        "templates" => Some((format!("out/{folder}"), "templates")),
        year if Year::parse(year).is_some() && is_sheet => {
            Some((format!("out/{year}"), "sheets"))
        }
        _ => None,
    }
}

/// More bytes than these are not read only to find that nothing has changed.
const MOST_TO_COMPARE: u64 = 256 << 20;

/// The fingerprint of all files below some folders of a workspace, whatever they hold; a folder that
/// is not there counts as empty. None when something there is neither a file nor a folder, cannot be
/// read, or there is too much of it: then nobody knows whether it has changed.
pub fn fingerprint_of_folders(root: &Folder, folders: &[&str]) -> Option<Fingerprint> {
    let mut sum = Fingerprint::of(b"");
    let mut left = MOST_TO_COMPARE;
    for Entry { path, kind } in folders
        .iter()
        .flat_map(|folder| root.tree(Path::new(folder), |_| false))
    {
        if kind.ok()? != Kind::File {
            return None;
        }
        let bytes = root.read(&path, left).ok()?;
        left = left.checked_sub(bytes.len() as u64)?;
        sum = sum.and(path.as_os_str().as_encoded_bytes()).and(&bytes);
    }
    Some(sum)
}

/// The YAML files right in a folder, in order; none when there is no such folder. A folder that cannot be
/// read is reported: its files would be missed otherwise.
pub(super) fn yaml_files(
    root: &Folder,
    folder: &Path,
    problems: &mut Vec<Diagnostic>,
) -> Vec<PathBuf> {
    let mut paths = right_in(root, folder, problems);
    paths.retain(|path| is_yaml(path));
    paths
}

/// What lies right in a folder, in order, but hidden entries.
pub(super) fn right_in(
    root: &Folder,
    folder: &Path,
    problems: &mut Vec<Diagnostic>,
) -> Vec<PathBuf> {
    match root.entries(folder) {
        Ok(entries) => {
            let paths = entries.into_iter().map(|entry| entry.path);
            paths.filter(|path| !is_hidden(path)).collect()
        }
        Err(fault) => {
            problems.push(fault.diagnostic(shown(folder)));
            Vec::new()
        }
    }
}

/// Whether a file is YAML by its name, in whatever letters.
pub(super) fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| {
        extension.eq_ignore_ascii_case("yaml") || extension.eq_ignore_ascii_case("yml")
    })
}

/// A path with forward slashes.
pub(super) fn shown(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(std::ffi::OsStr::to_string_lossy).collect();
    parts.join("/")
}

/// Reads a text file of the workspace into `sources`.
///
/// # Errors
/// With what is wrong when it is no file, too large, unreadable or not UTF-8.
pub(super) fn read(
    root: &Folder,
    path: &Path,
    limit: u64,
    sources: &mut Sources,
) -> Result<FileId, Box<Diagnostic>> {
    let text = decoded(path, bytes(root, path, limit)?, sources)?;
    Ok(sources.add_file(shown(path), text))
}

/// Reads a text file of the workspace into `sources` by the name under which it is shown.
pub fn read_shown(root: &Folder, name: &str, sources: &mut Sources) -> Option<FileId> {
    read(root, Path::new(name), MAX_SIZE, sources).ok()
}

/// The bytes of a file of the workspace.
///
/// # Errors
/// With what is wrong when it is no file, too large, unreadable or outside.
pub(super) fn bytes(
    root: &Folder,
    path: &Path,
    limit: u64,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    root.read(path, limit)
        .map_err(|fault| Box::new(fault.diagnostic(shown(path))))
}

/// A file that makes more bytes than the limit.
pub(super) fn too_large(path: &Path, limit: u64) -> Diagnostic {
    Fault::TooLarge(limit).diagnostic(shown(path))
}

/// The text of a file, with the byte order mark that it may begin with.
///
/// # Errors
/// With the first byte that is no UTF-8; the text around it then goes into `sources`.
pub(super) fn decoded(
    path: &Path,
    bytes: Vec<u8>,
    sources: &mut Sources,
) -> Result<String, Box<Diagnostic>> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let lossy = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let file = sources.add(shown(path), lossy);
            let place = Place::new(file, at..at + '\u{FFFD}'.len_utf8());
            Err(Box::new(Diagnostic::error(Code::NotUtf8, &place)))
        }
    }
}
