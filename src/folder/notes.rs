//! Files for people that may lie anywhere beside the data: licences, notes, what systems leave behind.

use std::path::Path;

use crate::diag::{Code, Diagnostic, Severity};

/// Endings of plain notes.
const NOTES: [&str; 2] = ["md", "txt"];

/// Names of notes without an ending, and of files that systems leave in folders.
const NAMES: [&str; 6] =
    ["license", "licence", "readme", "thumbs.db", "desktop.ini", "icon\r"];

/// Whether a file is nothing that the program could be meant to read.
pub fn is_for_people(path: &Path) -> bool {
    let lower = |part: Option<&std::ffi::OsStr>| {
        part.unwrap_or_default().to_string_lossy().to_lowercase()
    };
    let ending = lower(path.extension());
    NOTES.contains(&ending.as_str()) || NAMES.contains(&lower(path.file_name()).as_str())
}

/// The most files that are named one by one when nobody reads them.
const MOST_STRAYS: usize = 8;

/// Files that nobody reads.
pub fn not_read(mut strays: Vec<String>) -> Option<Diagnostic> {
    let count = strays.len();
    if count > MOST_STRAYS {
        strays.truncate(MOST_STRAYS);
        strays.push("…".to_owned());
    }
    let problem = Diagnostic {
        severity: Severity::Warning,
        ..Diagnostic::unplaced(Code::NotRead)
    };
    (count > 0).then(|| problem.with("count", count).with("paths", strays))
}
