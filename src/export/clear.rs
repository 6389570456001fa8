//! What dead runs left unfinished in the folder of results.
//!
//! In goes the folder; what nobody works on any more is removed. A lock tells living runs from dead
//! ones.

use std::path::{Path, PathBuf};

use super::own::{OWN, UNFINISHED, lock_file};
use crate::folder::{FileKind, Folder, MAX_DEPTH, is_hidden};

/// Removes files that a dead run left unfinished, unless a run is alive. Best effort.
pub(super) fn results(folder: &Folder) {
    let unfinished = unfinished(folder);
    if !unfinished.is_empty() && is_alone(folder) {
        for path in unfinished {
            folder.remove(&path);
        }
    }
}

/// Whether no living run writes there at this moment.
pub(super) fn is_alone(folder: &Folder) -> bool {
    // The lock goes at once with the file: from here on nobody can be half-way who was not before.
    lock_file(folder).is_ok_and(|file| file.try_lock().is_ok())
}

/// The unfinished files: where they are made, and beside results, where older versions made them.
fn unfinished(folder: &Folder) -> Vec<PathBuf> {
    let is_one = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(UNFINISHED) && name.ends_with(".tmp")
    };
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::new(), Path::new(OWN).join("tmp")];
    while let Some(below) = folders.pop() {
        for entry in folder.entries(&below).unwrap_or_default() {
            match entry.kind {
                Ok(FileKind::File) if is_one(&entry.path) => found.push(entry.path),
                Ok(FileKind::Folder) if !is_hidden(&entry.path) => {
                    let deep = entry.path.components().count() > MAX_DEPTH;
                    folders.extend((!deep).then_some(entry.path));
                }
                _ => {}
            }
        }
    }
    found
}
