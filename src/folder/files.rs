//! Text files of a folder, as the rooms that read data take them: by name, within limits, into
//! [`Sources`], so that everything read later can point into them.

use std::path::{Path, PathBuf};

use super::{Fault, FileKind, Folder, FolderEntry, is_hidden};
use crate::diag::{Code, Diagnostic, FileId, Place, Sources};
use crate::fingerprint::Fingerprint;

/// The folder of the data.
pub const DATA: &str = "data";

/// The largest file of shared data or of records that is read, bytes. A year's results of a whole
/// province fit.
pub(crate) const MAX_SIZE: u64 = 4 << 20;

/// How a file begins that older programs of an office made, or that asks for a password.
pub(crate) const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// More bytes than these are not read only to find that nothing has changed.
const MOST_TO_COMPARE: u64 = 256 << 20;

/// The fingerprint of all files below some folders of a workspace, whatever they hold; a folder that
/// is not there counts as empty. None when something there is neither a file nor a folder, cannot be
/// read, or there is too much of it: then nobody knows whether it has changed.
pub fn fingerprint_of_folders(root: &Folder, folders: &[&str]) -> Option<Fingerprint> {
    let mut sum = Fingerprint::of(b"");
    let mut left = MOST_TO_COMPARE;
    for FolderEntry { path, kind } in folders
        .iter()
        .flat_map(|folder| root.tree(Path::new(folder), |_| false))
    {
        if kind.ok()? != FileKind::File {
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
pub(crate) fn yaml_files(
    root: &Folder,
    folder: &Path,
    problems: &mut Vec<Diagnostic>,
) -> Vec<PathBuf> {
    let mut paths = right_in(root, folder, problems);
    paths.retain(|path| is_yaml(path));
    paths
}

/// What lies right in a folder, in order, but hidden entries.
pub(crate) fn right_in(
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
pub fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| {
        extension.eq_ignore_ascii_case("yaml") || extension.eq_ignore_ascii_case("yml")
    })
}

/// A path with forward slashes.
pub(crate) fn shown(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(std::ffi::OsStr::to_string_lossy).collect();
    parts.join("/")
}

/// Reads a text file of the workspace into `sources`.
///
/// # Errors
/// With what is wrong when it is no file, too large, unreadable or not UTF-8.
pub(crate) fn read_text(
    root: &Folder,
    path: &Path,
    limit: u64,
    sources: &mut Sources,
) -> Result<FileId, Box<Diagnostic>> {
    let text = decoded(path, read_bytes(root, path, limit)?, sources)?;
    Ok(sources.add_file(shown(path), text))
}

/// Reads a text file of the workspace into `sources` by the name under which it is shown.
pub fn read_shown(root: &Folder, name: &str, sources: &mut Sources) -> Option<FileId> {
    read_text(root, Path::new(name), MAX_SIZE, sources).ok()
}

/// The bytes of a file of the workspace.
///
/// # Errors
/// With what is wrong when it is no file, too large, unreadable or outside.
pub(crate) fn read_bytes(
    root: &Folder,
    path: &Path,
    limit: u64,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    root.read(path, limit)
        .map_err(|fault| Box::new(fault.diagnostic(shown(path))))
}

/// A file that makes more bytes than the limit.
pub(crate) fn too_large(path: &Path, limit: u64) -> Diagnostic {
    Fault::TooLarge(limit).diagnostic(shown(path))
}

/// A text in UTF-16, as Excel saves "Unicode Text", in UTF-8; any other as it is.
pub(crate) fn in_utf8(bytes: Vec<u8>) -> Vec<u8> {
    let (is_little, rest) = match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => (true, rest),
        [0xFE, 0xFF, rest @ ..] => (false, rest),
        _ => return bytes,
    };
    let unit = |pair: &[u8]| {
        let pair = <[u8; 2]>::try_from(pair).unwrap_or_default();
        if is_little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) }
    };
    let units: Vec<u16> = rest.chunks(2).map(unit).collect();
    String::from_utf16(&units).map_or(bytes, String::into_bytes)
}

/// The text of a file, with the byte order mark that it may begin with.
///
/// # Errors
/// With the first byte that is no UTF-8; the text around it then goes into `sources`.
pub(crate) fn decoded(
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
