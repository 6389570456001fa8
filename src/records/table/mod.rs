//! Tables of results, as units send them: workbooks (.xlsx) and CSV files.
//!
//! `workbook` and `comma` turn a file into sheets of cells, within limits; `merged` repeats what goes over several
//! rows. `titles` and `header` find the columns, `totals` and `below` take the rows that are no records,
//! `row` makes of each row the tree that an entry in YAML is, with the places of its cells, and `cell`
//! of each cell the scalar that YAML would have; then the decoder of `results` reads it, so that a rule
//! about records is written once. Every sheet is kept as a text whose line n is its row n, so that every
//! mistake is shown in its row and named by its cell. `in_dong` holds the fund to its unit of money; `names` knows
//! units and awards, by their short forms (`short`) too.

mod below;
mod cell;
mod column_words;
mod comma;
mod day;
mod error_cells;
mod fold;
mod header;
mod in_dong;
mod kind;
mod known;
mod merged;
mod names;
mod row;
mod sheet;
mod short;
mod text;
mod titles;
mod totals;
mod unit;
mod words;
mod workbook;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use super::places::{COMMA, RESULTS, ending};
use super::results::{Record, RecordKind};
use crate::calendar::Year;
use crate::diag::{Code, Diagnostic, FileId, Place, Placed, Sources};
use crate::folder::{MAX_SIZE, decoded, read_bytes, shown};
use crate::office::AgencyId;
use crate::papers::results::Results;
use crate::values::{Context, Setting};
use crate::yaml::old_letters;
use below::Below;
use header::{Header, UnitColumn};
use kind::Column;
use known::Known;
use names::{OfficeNames, suggest};
use row::TableRow;
use sheet::{Cell, ReadStop, TableSheet};
use titles::titles_at;
use totals::Totals;

/// Reads a table file: the results of each unit that it has rows of, in order of the units' ids.
/// Rows with mistakes are left out and reported.
pub(super) fn read(
    setting: Setting<'_>,
    year: Year,
    path: &Path,
    sources: &mut Sources,
) -> (Vec<Results>, Vec<Diagnostic>) {
    match read_bytes(setting.root, path, MAX_SIZE) {
        Ok(bytes) => read_table(setting, year, (path, bytes), sources),
        Err(problem) => (Vec::new(), vec![*problem]),
    }
}

/// Reads the bytes of a table file.
pub(crate) fn read_table(
    setting: Setting<'_>,
    year: Year,
    (path, bytes): (&Path, Vec<u8>),
    sources: &mut Sources,
) -> (Vec<Results>, Vec<Diagnostic>) {
    if bytes.is_empty() {
        return (Vec::new(), vec![empty(path, sources)]);
    }
    let names = OfficeNames::new(setting.directory, setting.awards, year);
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let (opened, own) = if ending(path) == COMMA {
        let slug = name.rsplit_once('.').map_or(name.as_str(), |(_, slug)| slug);
        let unit = name.rsplit_once('.').map(|(unit, _)| unit.to_owned());
        let Some(kind) = RecordKind::of_slug(&slug.to_lowercase()) else {
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
    let known = Known { names, awards: setting.awards, year, own };
    decode(&sheets, &known, (setting, year), path, (sources, problems))
}

/// The sheet of a CSV file.
fn comma_sheet(
    bytes: Vec<u8>,
    kind: RecordKind,
    path: &Path,
    sources: &mut Sources,
) -> (Vec<TableSheet>, Vec<Diagnostic>) {
    let text = match decoded(path, in_utf8(bytes), sources) {
        Ok(text) => text,
        Err(problem) => return (Vec::new(), vec![*problem]),
    };
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    match comma::sheet(text, kind, path) {
        Ok(comma::ParsedSheet { sheet, fault: None }) => (vec![sheet], Vec::new()),
        Ok(comma::ParsedSheet { sheet, fault: Some(fault) }) => {
            let file = text::kept(&sheet, path, sources);
            let (row, column) = fault.at;
            let column = u16::try_from(column).unwrap_or(u16::MAX);
            let range = sources.get(file).cell_range(row, column).unwrap_or_default();
            let problem = Diagnostic::error(fault.code, &Place::new(file, range));
            (Vec::new(), vec![problem.with("line", fault.line)])
        }
        Err(ReadStop::Sheet(problem) | ReadStop::File(problem)) => {
            (Vec::new(), vec![*problem])
        }
    }
}

/// A text in UTF-16, as Excel saves "Unicode Text", in UTF-8; any other as it is.
fn in_utf8(bytes: Vec<u8>) -> Vec<u8> {
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

/// Makes records of the rows of all sheets. What was found before comes first.
fn decode(
    sheets: &[TableSheet],
    known: &Known<'_>,
    (setting, year): (Setting<'_>, Year),
    path: &Path,
    (sources, mut problems): (&mut Sources, Vec<Diagnostic>),
) -> (Vec<Results>, Vec<Diagnostic>) {
    let files: Vec<FileId> =
        sheets.iter().map(|sheet| text::kept(sheet, path, sources)).collect();
    let texts = sheets.iter().zip(&files).flat_map(|(sheet, file)| {
        let table = sources.get(*file);
        sheet.cells.iter().map(move |cell| {
            let range = table.cell_range(cell.row, cell.column).unwrap_or_default();
            (Cow::Owned(cell.content.shown()), Place::new(*file, range))
        })
    });
    if let Some(problem) = old_letters(texts) {
        return (Vec::new(), vec![problem]);
    }
    let mut results: BTreeMap<AgencyId, Results> = BTreeMap::new();
    for (sheet, file) in sheets.iter().zip(files) {
        let mut cx = Context::new(setting, file, sources);
        // The most mistakes that are told are those of the whole file.
        cx.problems = cx.problems.after(problems).of_table(Column::title_of_key);
        for (unit, record) in records(sheet, known, (file, sources), &mut cx) {
            let of_unit = results
                .entry(unit.value.clone())
                .or_insert_with(|| Results::new(unit.clone(), year));
            record.add_to(of_unit);
        }
        problems = cx.problems.into_found();
    }
    (results.into_values().collect(), problems)
}

/// The records of a sheet.
fn records(
    sheet: &TableSheet,
    known: &Known<'_>,
    (file, sources): (FileId, &Sources),
    cx: &mut Context<'_>,
) -> Vec<(Placed<AgencyId>, Record)> {
    let unit = if known.own.is_some() { UnitColumn::May } else { UnitColumn::Must };
    let rows: Vec<&[Cell]> = sheet.rows().collect();
    let at = titles_at(sheet);
    let titles = rows.get(at.clone()).unwrap_or_default();
    let Some(header) = Header::read(titles, (sheet.kind, unit), (file, sources), cx) else {
        return Vec::new();
    };
    if sheet.kind == RecordKind::Fund {
        let above = rows.get(..at.end).unwrap_or_default();
        in_dong::report_other_unit(above, (file, sources), cx);
    }
    let (mut found, mut totals, mut below) = (Vec::new(), Totals::default(), Below::default());
    for cells in rows.into_iter().skip(at.end) {
        if cx.problems.is_full() {
            break;
        }
        let row = TableRow {
            header: &header,
            cells,
            file,
            source: sources.get(file),
        };
        if totals.takes(&row) || row.is_empty() || below.takes(&row, known) {
            continue;
        }
        totals.count(&row);
        row.report_strays(cx);
        row.report_other_level(known, cx);
        let unit = unit::unit(&row, known, cx);
        let record = sheet.kind.reader()(&row.node(known, cx), cx);
        found.extend(unit.zip(record));
    }
    totals.report(cx);
    below.report(cx);
    found
}

/// A file without a cell.
fn empty(path: &Path, sources: &mut Sources) -> Diagnostic {
    let file = sources.add(shown(path), "");
    Diagnostic::error(Code::EmptyFile, &Place::new(file, 0..0))
}

/// A text file whose name says neither a table nor a unit and a table.
fn unknown_table(path: &Path, slug: &str) -> Diagnostic {
    let slugs = RecordKind::ALL.map(RecordKind::slug);
    let problem = Diagnostic::unplaced(Code::UnknownTable)
        .with("path", shown(path))
        .with("known", slugs.map(str::to_owned).to_vec());
    if slugs.contains(&slug) { problem } else { suggest(problem, slug, &slugs) }
}
