//! Which files of a workspace hold records, and which only look as if they did.

use std::path::{Path, PathBuf};

use crate::calendar::Year;
use crate::diag::Diagnostic;
use crate::folder::{DATA, Folder, FolderEntry, is_yaml, right_in};
use crate::sheets::{COMMA, WORKBOOK, ending};

/// The folder of results in that of a year.
pub(super) const RESULTS: &str = "results";
/// The folder of the totals of past years.
pub(super) const HISTORY: &str = "history";
/// Endings of files that look like data, and are read in the right place only, or nowhere.
const DATA_LIKE: [&str; 9] =
    ["yaml", "yml", WORKBOOK, COMMA, "xls", "xlsm", "xlsb", "ods", "tsv"];

/// The tables of a year, in order. Folders that cannot be read are reported.
pub(super) fn table_files(
    root: &Folder,
    year: Year,
    problems: &mut Vec<Diagnostic>,
) -> Vec<PathBuf> {
    let folder = Path::new(DATA).join(year.to_string());
    let mut found = right_in(root, &folder.join(RESULTS), problems);
    found.retain(|path| matches!(ending(path).as_str(), WORKBOOK | COMMA));
    let beside = right_in(root, &folder, problems).into_iter();
    found.extend(beside.filter(|path| is_of_all(path)));
    found
}

/// Whether a file of a year's folder is the workbook of all units.
fn is_of_all(path: &Path) -> bool {
    path.file_stem().is_some_and(|name| name == RESULTS) && ending(path) == WORKBOOK
}

/// Files that look like results of a year and are read by nobody.
pub(super) fn unread(root: &Folder, year: Year) -> Vec<PathBuf> {
    let folder = Path::new(DATA).join(year.to_string());
    let entries = root.tree(&folder, is_yaml).into_iter().map(|entry| entry.path);
    entries.filter(|path| is_told(path)).collect()
}

/// Whether a file below `data/` is a table that is read, or is told to look like one.
pub(crate) fn is_known_table(path: &Path) -> bool {
    is_told(path) || is_read(path)
}

/// Whether a file below `data/` is read as a table, or as results in YAML.
fn is_read(path: &Path) -> bool {
    let (folder, in_results) = folder_of(path);
    let is_table = matches!(ending(path).as_str(), WORKBOOK | COMMA);
    match (folder, in_results) {
        (1, _) => is_of_all(path),
        (2, true) => is_table || is_yaml(path),
        _ => false,
    }
}

/// Whether a file below `data/` looks like results of a year and is read by nobody.
fn is_told(path: &Path) -> bool {
    let (folder, in_results) = folder_of(path);
    // "results (1).xlsx" is what a second download is called.
    let is_named = || {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
        name.starts_with(RESULTS)
    };
    let is_placed = in_results || (folder == 1 && is_named());
    is_placed && DATA_LIKE.contains(&ending(path).as_str()) && !is_read(path)
}

/// How many folders below `data/` a file lies, and whether it lies in a year's folder of results.
fn folder_of(path: &Path) -> (usize, bool) {
    let below: Vec<_> = path.strip_prefix(DATA).unwrap_or(path).iter().collect();
    let is_year = below
        .first()
        .is_some_and(|year| year.to_str().and_then(Year::parse).is_some());
    let depth = below.len().saturating_sub(1);
    let in_results = is_year && depth > 1 && below.get(1).is_some_and(|name| *name == RESULTS);
    (if is_year { depth } else { 0 }, in_results)
}

/// The folder of what units recorded in a year.
pub(super) fn folder_of_results(year: Year) -> PathBuf {
    Path::new(DATA).join(year.to_string()).join(RESULTS)
}

/// The years that have a folder, in order.
pub(crate) fn years_of_data(root: &Folder) -> Vec<Year> {
    let entries = root.entries(Path::new(DATA)).unwrap_or_default();
    let of_folder = |entry: &FolderEntry| Year::parse(entry.path.file_name()?.to_str()?);
    let mut years: Vec<Year> = entries.iter().filter_map(of_folder).collect();
    years.sort();
    years
}

/// Whether a file holds records, and so is no document.
pub(crate) fn is_record(path: &Path) -> bool {
    let parts: Vec<PathBuf> = path.iter().map(PathBuf::from).collect();
    let is =
        |at: usize, name: &str| parts.get(at).is_some_and(|part| *part == Path::new(name));
    is(1, HISTORY) || (is(2, RESULTS) && parts.len() > 3)
}
