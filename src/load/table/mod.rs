//! Tables of results, as units send them: workbooks (.xlsx) and CSV files.
//!
//! `workbook` and `comma` turn a file into sheets of cells, within limits; `header` finds the
//! columns, `row` and `value` read the cells, `records` makes of each row what `results` makes
//! of an entry in YAML. Every sheet is kept as a text whose line n is its row n, so that every
//! mistake is shown in its row and named by its cell.

mod comma;
mod error_cells;
mod header;
mod kind;
mod names;
mod records;
mod row;
mod sheet;
mod value;
mod workbook;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::files::{self, is_yaml, right_in, shown};
use super::records::RESULTS;
use super::{DATA, Request, context};
use crate::calendar::Year;
use crate::diag::{Code, Diagnostic, FileId, Place, Sources};
use crate::folder::Folder;
use crate::law::{Acts, Awards};
use crate::office::{AgencyId, Directory};
use crate::papers::results::Results;
use header::{Header, UnitColumn, titles_at};
use kind::Kind;
use names::{Names, suggest};
use records::{Known, Record};
use row::Row;
use sheet::{Sheet, Stop};

/// The ending of workbooks.
const WORKBOOK: &str = "xlsx";
/// The ending of text files.
const COMMA: &str = "csv";
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
pub(super) fn is_known(path: &Path) -> bool {
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

/// The ending of a file's name in small letters.
fn ending(path: &Path) -> String {
    let ending = path.extension().unwrap_or_default();
    ending.to_string_lossy().to_lowercase()
}

/// What tables are read against.
#[derive(Clone, Copy)]
pub(super) struct Setting<'a> {
    /// The workspace.
    pub(super) request: Request<'a>,
    /// The year of the folder.
    pub(super) year: Year,
    /// The agencies.
    pub(super) directory: &'a Directory,
    /// The titles and forms of commendation.
    pub(super) awards: &'a Awards,
}

/// Reads a table file: the results of each unit that it has rows of, in order of the units' ids.
/// Rows with mistakes are left out and reported.
pub(super) fn read(
    setting: Setting<'_>,
    path: &Path,
    sources: &mut Sources,
) -> (Vec<Results>, Vec<Diagnostic>) {
    match files::bytes(setting.request.root, path, files::MAX_SIZE) {
        Ok(bytes) => read_bytes(setting, path, bytes, sources),
        Err(problem) => (Vec::new(), vec![*problem]),
    }
}

/// Reads the bytes of a table file.
pub(super) fn read_bytes(
    setting: Setting<'_>,
    path: &Path,
    bytes: Vec<u8>,
    sources: &mut Sources,
) -> (Vec<Results>, Vec<Diagnostic>) {
    if bytes.is_empty() {
        return (Vec::new(), vec![empty(path, sources)]);
    }
    let names = Names::new(setting.directory, setting.awards, setting.year);
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let (opened, own) = if ending(path) == COMMA {
        let slug = name.rsplit_once('.').map_or(name.as_str(), |(_, slug)| slug);
        let unit = name.rsplit_once('.').map(|(unit, _)| unit.to_owned());
        let Some(kind) = Kind::of_slug(&slug.to_lowercase()) else {
            return (Vec::new(), vec![unknown_table(path, slug)]);
        };
        let own = unit.as_deref().and_then(|unit| names.unit_of_id(unit));
        if unit.is_some() && own.is_none() {
            return (Vec::new(), vec![unknown_table(path, slug)]);
        }
        (comma_sheet(bytes, kind, path, sources), own)
    } else {
        let is_of_unit = path.parent().is_some_and(|folder| folder.ends_with(RESULTS));
        let own = is_of_unit.then(|| names.unit_of_id(&name)).flatten();
        (workbook::sheets(&bytes, path), own)
    };
    let (sheets, mut problems) = opened;
    if problems.is_empty() && sheets.iter().all(|sheet| sheet.cells.is_empty()) {
        problems.push(empty(path, sources));
    }
    let known = Known { names, awards: setting.awards, own };
    decode(&sheets, &known, setting, path, (sources, problems))
}

/// The sheet of a CSV file.
fn comma_sheet(
    bytes: Vec<u8>,
    kind: Kind,
    path: &Path,
    sources: &mut Sources,
) -> (Vec<Sheet>, Vec<Diagnostic>) {
    let text = match files::decoded(path, bytes, sources) {
        Ok(text) => text,
        Err(problem) => return (Vec::new(), vec![*problem]),
    };
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    match comma::sheet(text, kind, path) {
        Ok(comma::Parsed { sheet, fault: None }) => (vec![sheet], Vec::new()),
        Ok(comma::Parsed { sheet, fault: Some(fault) }) => {
            let file = sheet.text(path, sources);
            let (row, column) = fault.at;
            let column = u16::try_from(column).unwrap_or(u16::MAX);
            let range = sources.get(file).cell_range(row, column).unwrap_or_default();
            let problem = Diagnostic::error(fault.code, &Place::new(file, range));
            (Vec::new(), vec![problem.with("line", fault.line)])
        }
        Err(Stop::Sheet(problem) | Stop::File(problem)) => (Vec::new(), vec![*problem]),
    }
}

/// Makes records of the rows of all sheets. What was found before comes first.
fn decode(
    sheets: &[Sheet],
    known: &Known<'_>,
    setting: Setting<'_>,
    path: &Path,
    (sources, mut problems): (&mut Sources, Vec<Diagnostic>),
) -> (Vec<Results>, Vec<Diagnostic>) {
    let files: Vec<FileId> = sheets.iter().map(|sheet| sheet.text(path, sources)).collect();
    let nothing = Acts::default();
    let mut results: BTreeMap<AgencyId, Results> = BTreeMap::new();
    for (sheet, file) in sheets.iter().zip(files) {
        let mut cx = context(&setting.request, file, sources, setting.directory, &nothing);
        // The most mistakes that are told are those of the whole file.
        cx.problems = cx.problems.after(problems);
        for record in records(sheet, known, (file, sources), &mut cx) {
            let unit = record.unit();
            let of_unit = results
                .entry(unit.value.clone())
                .or_insert_with(|| Results::new(unit.clone(), setting.year));
            record.add_to(of_unit);
        }
        problems = cx.problems.into_found();
    }
    (results.into_values().collect(), problems)
}

/// The records of a sheet.
fn records(
    sheet: &Sheet,
    known: &Known<'_>,
    (file, sources): (FileId, &Sources),
    cx: &mut super::Context<'_>,
) -> Vec<Record> {
    let unit = if known.own.is_some() { UnitColumn::May } else { UnitColumn::Must };
    let mut rows = sheet.rows().skip(titles_at(sheet));
    let titles = rows.next().unwrap_or_default();
    let Some(header) = Header::read(titles, (sheet.kind, unit), (file, sources), cx) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for cells in rows {
        if cx.problems.is_full() {
            break;
        }
        let row = Row {
            header: &header,
            cells,
            file,
            source: sources.get(file),
        };
        if row.is_total(cx) || row.is_empty() {
            continue;
        }
        row.report_strays(cx);
        found.extend(Record::read(&row, sheet.kind, known, cx));
    }
    found
}

/// A file without a cell.
fn empty(path: &Path, sources: &mut Sources) -> Diagnostic {
    let file = sources.add(shown(path), "");
    Diagnostic::error(Code::EmptyFile, &Place::new(file, 0..0))
}

/// A text file whose name says neither a table nor a unit and a table.
fn unknown_table(path: &Path, slug: &str) -> Diagnostic {
    let slugs = Kind::ALL.map(Kind::slug);
    let problem = Diagnostic::unplaced(Code::UnknownTable)
        .with("path", shown(path))
        .with("known", slugs.map(str::to_owned).to_vec());
    if slugs.contains(&slug) { problem } else { suggest(problem, slug, &slugs) }
}
