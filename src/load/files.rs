//! Which files a workspace holds, and reading one within limits.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::calendar::Year;
use crate::diag::{Code, Diagnostic, FileId, Place, Sources};
use crate::fingerprint::Fingerprint;
use crate::papers::DocumentId;

/// The folder of the data.
pub const DATA: &str = "data";

/// The largest file that is read, bytes. A year's results of a whole province fit.
const MAX_SIZE: u64 = 4 << 20;

/// The deepest folder below `data/` that is searched.
const MAX_FOLDERS: usize = 8;

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

/// Finds all YAML files below `data/` but the shared ones, in order.
pub(super) fn candidates(
    root: &Path,
    shared: &[&str],
    problems: &mut Vec<Diagnostic>,
) -> Vec<Candidate> {
    let mut found = Vec::new();
    visit(root, Path::new(DATA), 0, &mut found, problems);
    found.retain(|candidate| {
        !super::records::is_record(&candidate.path)
            && !shared.iter().any(|name| candidate.path == Path::new(DATA).join(name))
    });
    found.sort();
    let mut clashing = Vec::new();
    for pair in found.windows(2) {
        if pair[0].id == pair[1].id {
            clashing.push(pair[0].id.clone());
            problems.push(
                Diagnostic::unplaced(Code::SameOutput)
                    .with("first", shown(&pair[0].path))
                    .with("second", shown(&pair[1].path)),
            );
        }
    }
    // Neither of the two is made: nobody knows which one is meant.
    found.retain(|candidate| !clashing.contains(&candidate.id));
    found
}

fn visit(
    root: &Path,
    folder: &Path,
    depth: usize,
    found: &mut Vec<Candidate>,
    problems: &mut Vec<Diagnostic>,
) {
    let entries = match root.join(folder).read_dir() {
        Ok(entries) => entries,
        Err(error) => {
            problems.push(unreadable(folder, &error));
            return;
        }
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let hidden = name.as_encoded_bytes().starts_with(b".");
        let path = folder.join(&name);
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if hidden {
            continue;
        }
        if is_folder && !is_yaml(&path) {
            if depth < MAX_FOLDERS {
                visit(root, &path, depth + 1, found, problems);
            }
        } else if is_yaml(&path) {
            let below = path.strip_prefix(DATA).unwrap_or(&path).with_extension("");
            found.push(Candidate { id: DocumentId(shown(&below)), path });
        }
    }
}

/// More bytes than these are not read only to find that nothing has changed.
const MOST_TO_COMPARE: u64 = 256 << 20;

/// The fingerprint of all files below some folders of a workspace, whatever they hold; a folder that
/// is not there counts as empty. None when something there is neither a file nor a folder, cannot be
/// read, or there is too much of it: then nobody knows whether it has changed.
pub fn fingerprint_of_folders(root: &Path, folders: &[&str]) -> Option<Fingerprint> {
    let mut sum = Fingerprint::of(b"");
    let mut left = MOST_TO_COMPARE;
    for folder in folders {
        if root.join(folder).exists() {
            sum = fingerprint_of(root, Path::new(folder), 0, sum, &mut left)?;
        }
    }
    Some(sum)
}

fn fingerprint_of(
    root: &Path,
    folder: &Path,
    depth: usize,
    mut sum: Fingerprint,
    left: &mut u64,
) -> Option<Fingerprint> {
    let mut paths = Vec::new();
    for entry in root.join(folder).read_dir().ok()? {
        paths.push(folder.join(entry.ok()?.file_name()));
    }
    paths.sort();
    for path in paths {
        let full = root.join(&path);
        let metadata = full.metadata().ok()?;
        sum = sum.and(path.as_os_str().as_encoded_bytes());
        if metadata.is_dir() {
            if depth > MAX_FOLDERS {
                return None;
            }
            sum = fingerprint_of(root, &path, depth + 1, sum, left)?;
        } else if metadata.is_file() {
            *left = left.checked_sub(metadata.len())?;
            let mut bytes = Vec::new();
            File::open(&full).ok()?.take(*left).read_to_end(&mut bytes).ok()?;
            sum = sum.and(&bytes);
        } else {
            return None;
        }
    }
    Some(sum)
}

/// The YAML files right in a folder, in order; none when there is no such folder.
pub(super) fn yaml_files(root: &Path, folder: &Path) -> Vec<PathBuf> {
    let entries = root.join(folder).read_dir().into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = entries
        .filter(|entry| !entry.file_name().as_encoded_bytes().starts_with(b"."))
        .map(|entry| folder.join(entry.file_name()))
        .filter(|path| is_yaml(path))
        .collect();
    found.sort();
    found
}

fn is_yaml(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "yaml" || extension == "yml")
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
    root: &Path,
    path: &Path,
    sources: &mut Sources,
) -> Result<FileId, Box<Diagnostic>> {
    let text = decoded(path, bytes(root, path)?, sources)?;
    Ok(sources.add(shown(path), text))
}

/// Reads a text file of the workspace into `sources` by the name under which it is shown.
pub fn read_shown(root: &Path, name: &str, sources: &mut Sources) -> Option<FileId> {
    read(root, Path::new(name), sources).ok()
}

/// The bytes of a file of the workspace.
///
/// # Errors
/// With what is wrong when it is no file, too large or unreadable.
pub(super) fn bytes(root: &Path, path: &Path) -> Result<Vec<u8>, Box<Diagnostic>> {
    let io_error = |error: &io::Error| Box::new(unreadable(path, error));
    let full = root.join(path);
    let metadata = full.metadata().map_err(|error| io_error(&error))?;
    if !metadata.is_file() {
        let about = Diagnostic::unplaced(Code::NotAFile);
        return Err(Box::new(about.with("path", shown(path))));
    }
    if metadata.len() > MAX_SIZE {
        return Err(Box::new(too_large(path, MAX_SIZE)));
    }
    let mut bytes = Vec::new();
    let file = File::open(&full).map_err(|error| io_error(&error))?;
    file.take(MAX_SIZE + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| io_error(&error))?;
    if bytes.len() as u64 > MAX_SIZE {
        return Err(Box::new(too_large(path, MAX_SIZE)));
    }
    Ok(bytes)
}

/// A file with more bytes than the limit.
pub(super) fn too_large(path: &Path, limit: u64) -> Diagnostic {
    let limit = usize::try_from(limit >> 20).unwrap_or(usize::MAX);
    Diagnostic::unplaced(Code::TooLarge)
        .with("path", shown(path))
        .with("limit", limit)
}

/// The text of a file, without a byte order mark.
///
/// # Errors
/// With the first byte that is no UTF-8; the text around it then goes into `sources`.
pub(super) fn decoded(
    path: &Path,
    bytes: Vec<u8>,
    sources: &mut Sources,
) -> Result<String, Box<Diagnostic>> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text)),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let lossy = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let file = sources.add(shown(path), lossy);
            let place = Place::new(file, at..at + '\u{FFFD}'.len_utf8());
            Err(Box::new(Diagnostic::error(Code::NotUtf8, &place)))
        }
    }
}

/// A file or folder that the system does not give.
fn unreadable(path: &Path, error: &io::Error) -> Diagnostic {
    match error.kind() {
        io::ErrorKind::NotFound => {
            Diagnostic::unplaced(Code::FileNotFound).with("path", shown(path))
        }
        _ => Diagnostic::unplaced(Code::Unreadable)
            .with("path", shown(path))
            .with("cause", error.to_string()),
    }
}
