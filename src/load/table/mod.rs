//! Tables of results, as units send them: workbooks (.xlsx) and CSV files.
//!
//! `workbook` and `comma` turn a file into sheets of cells, within limits; `header` finds the
//! columns, `row` and `value` read the cells, `records` makes of each row what `results` makes
//! of an entry in YAML. Every sheet is kept as a text whose line n is its row n, so that every
//! mistake is shown in its row and named by its cell.

mod comma;
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

use super::files::{self, shown};
use super::records::RESULTS;
use super::{DATA, Request, context};
use crate::calendar::Year;
use crate::diag::{Code, Diagnostic, FileId, Place, Sources};
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
/// The deepest folder of results that is searched for files that should not be there.
const MAX_FOLDERS: usize = 4;

/// The tables of a year, in order.
pub(super) fn table_files(root: &Path, year: Year) -> Vec<PathBuf> {
    let folder = Path::new(DATA).join(year.to_string());
    let all = folder.join(format!("{RESULTS}.{WORKBOOK}"));
    let mut found: Vec<PathBuf> = entries(root, &folder.join(RESULTS))
        .into_iter()
        .filter(|path| matches!(ending(path).as_str(), WORKBOOK | COMMA))
        .collect();
    found.extend(root.join(&all).symlink_metadata().is_ok().then_some(all));
    found
}

/// Files that look like results of a year and are read by nobody.
pub(super) fn unread(root: &Path, year: Year) -> Vec<PathBuf> {
    let folder = Path::new(DATA).join(year.to_string());
    let results = folder.join(RESULTS);
    let is_data = |path: &PathBuf| DATA_LIKE.contains(&ending(path).as_str());
    // "results (1).xlsx" is what a second download is called.
    let is_named = |path: &PathBuf| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
        name.starts_with(RESULTS)
    };
    let beside = entries(root, &folder).into_iter().filter(|path| {
        is_named(path) && is_data(path) && *path != results.with_extension(WORKBOOK)
    });
    let mut found: Vec<PathBuf> = beside.collect();
    for path in entries(root, &results) {
        if root.join(&path).is_dir() && !is_data(&path) {
            below(root, &path, 1, &mut found);
        } else if is_data(&path) && !is_read(&path) {
            found.push(path);
        }
    }
    found.retain(is_data);
    found
}

/// Whether a file right in the folder of results is read.
fn is_read(path: &Path) -> bool {
    // Files of YAML are told by their endings in small letters.
    let plain = path
        .extension()
        .is_some_and(|plain| plain == "yaml" || plain == "yml");
    plain || matches!(ending(path).as_str(), WORKBOOK | COMMA)
}

fn below(root: &Path, folder: &Path, depth: usize, found: &mut Vec<PathBuf>) {
    for path in entries(root, folder) {
        let is_folder = root.join(&path).symlink_metadata().is_ok_and(|about| about.is_dir());
        if !is_folder {
            found.push(path);
        } else if depth < MAX_FOLDERS {
            below(root, &path, depth + 1, found);
        }
    }
}

/// What lies right in a folder, in order, but hidden files and the locks of open workbooks.
fn entries(root: &Path, folder: &Path) -> Vec<PathBuf> {
    let entries = root.join(folder).read_dir().into_iter().flatten().flatten();
    let is_shown = |name: &[u8]| !name.starts_with(b".") && !name.starts_with(b"~$");
    let mut found: Vec<PathBuf> = entries
        .map(|entry| entry.file_name())
        .filter(|name| is_shown(name.as_encoded_bytes()))
        .map(|name| folder.join(name))
        .collect();
    found.sort();
    found
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
    let bytes = match files::bytes(setting.request.root, path) {
        Ok(bytes) => bytes,
        Err(problem) => return (Vec::new(), vec![*problem]),
    };
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
    match comma::sheet(&text, kind, path) {
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
        cx.problems = problems;
        for record in records(sheet, known, (file, sources), &mut cx) {
            let unit = record.unit();
            let of_unit = results
                .entry(unit.value.clone())
                .or_insert_with(|| Results::new(unit.clone(), setting.year));
            record.add_to(of_unit);
        }
        problems = cx.problems;
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
