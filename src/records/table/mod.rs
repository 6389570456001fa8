//! Tables of results, as units send them: workbooks (.xlsx) and CSV files.
//!
//! The room `sheets` turns a file into sheets of cells, within limits. `titles` and `header` find the columns, `totals` and `below` take the rows that are no records,
//! `row` makes of each row the tree that an entry in YAML is, with the places of its cells, and `cell`
//! of each cell the scalar that YAML would have; then the decoder of `results` reads it, so that a rule
//! about records is written once. Every sheet is kept as a text whose line n is its row n, so that every
//! mistake is shown in its row and named by its cell. `in_dong` holds the fund to its unit of money; `names` knows
//! units and awards, by their short forms (`short`) too.

mod award_names;
mod below;
mod cell;
mod column_words;
mod form;
mod header;
mod in_dong;
mod kind;
mod known;
mod names;
mod row;
mod short;
mod titles;
mod totals;
mod unit;
mod words;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::places::RESULTS;
use super::results::{Record, RecordKind};
use crate::calendar::Year;
use crate::diag::{Code, Diagnostic, FileId, Placed, Sources};
use crate::folder::{MAX_SIZE, read_bytes, shown};
use crate::office::AgencyId;
use crate::papers::results::Results;
use crate::sheets::{
    COMMA, Cell, Sheet, SheetWish, comma_sheet, empty, ending, kept, old_letters_of, suggest,
    workbook,
};
use crate::values::{Context, Setting};
pub(crate) use award_names::AwardNames;
use below::Below;
pub(crate) use form::{FormColumn, FormHolds, FormTable, GUIDE, form_tables};
use header::{Header, UnitColumn};
use kind::{Column, is_for_people};
use known::Known;
pub(crate) use names::OfficeNames;
use row::TableRow;
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
        let titles = |sheet: &Sheet| titles_at(sheet, kind).start;
        let (sheet, problems) = comma_sheet(bytes, (kind.title(), path), sources, titles);
        let sheets = sheet.into_iter().map(|sheet| TableSheet { kind, sheet });
        ((sheets.collect(), problems), own)
    } else {
        let is_of_unit = path.parent().is_some_and(|folder| folder.ends_with(RESULTS));
        let own = is_of_unit.then(|| names.unit_of_id(&name)).flatten();
        (table_sheets(&bytes, path), own)
    };
    let (sheets, mut problems) = opened;
    if problems.is_empty() && sheets.iter().all(|table| table.sheet.cells.is_empty()) {
        problems.push(empty(path, sources));
    }
    let known = Known { names, year, own };
    decode(&sheets, &known, (setting, year), path, (sources, problems))
}

/// A sheet that holds one table.
#[derive(Debug)]
struct TableSheet {
    /// The table.
    kind: RecordKind,
    sheet: Sheet,
}

/// The sheets of a workbook that hold tables; the others are told.
fn table_sheets(bytes: &[u8], path: &Path) -> (Vec<TableSheet>, Vec<Diagnostic>) {
    let (mut names, mut kinds) = (BTreeSet::new(), Vec::new());
    let mut twice = Vec::new();
    let found = workbook(bytes, path, &mut |about| {
        let is_new = names.insert(about.name.to_owned());
        match RecordKind::of_sheet(about.name) {
            Some(kind) if !is_new || kinds.contains(&kind) => {
                twice.push(about_sheet(Code::DuplicateSheet, path, about.name));
                SheetWish::Leave
            }
            Some(kind) => {
                kinds.push(kind);
                SheetWish::Read
            }
            None if about.is_hidden || is_for_people(about.name) => SheetWish::Leave,
            None => SheetWish::Tell,
        }
    });
    let mut problems = found.problems;
    problems.extend(found.told.iter().map(|name| unknown_sheet(path, name)));
    problems.extend(twice);
    let of_kind = |sheet: Sheet| {
        RecordKind::of_sheet(&sheet.name).map(|kind| TableSheet { kind, sheet })
    };
    (found.sheets.into_iter().filter_map(of_kind).collect(), problems)
}

fn about_sheet(code: Code, path: &Path, name: &str) -> Diagnostic {
    Diagnostic::unplaced(code)
        .with("path", shown(path))
        .with("sheet", name)
}

fn unknown_sheet(path: &Path, name: &str) -> Diagnostic {
    let titles = RecordKind::ALL.map(RecordKind::title);
    let problem = about_sheet(Code::UnknownSheet, path, name)
        .with("known", titles.map(str::to_owned).to_vec());
    suggest(problem, name, &titles)
}

/// Makes records of the rows of all sheets. What was found before comes first.
fn decode(
    sheets: &[TableSheet],
    known: &Known<'_>,
    (setting, year): (Setting<'_>, Year),
    path: &Path,
    (sources, mut problems): (&mut Sources, Vec<Diagnostic>),
) -> (Vec<Results>, Vec<Diagnostic>) {
    let kept = |table: &TableSheet, sources: &mut Sources| {
        kept(&table.sheet, titles_at(&table.sheet, table.kind), path, sources)
    };
    let files: Vec<FileId> = sheets.iter().map(|table| kept(table, sources)).collect();
    let texts = sheets.iter().zip(&files).map(|(table, file)| (&table.sheet, *file));
    if let Some(problem) = old_letters_of(texts, sources) {
        return (Vec::new(), vec![problem]);
    }
    let mut results: BTreeMap<AgencyId, Results> = BTreeMap::new();
    for (table, file) in sheets.iter().zip(files) {
        let mut cx = Context::new(setting, file, sources);
        // The most mistakes that are told are those of the whole file.
        cx.problems = cx.problems.after(problems).of_table(Column::titles());
        for (unit, record) in records(table, known, (file, sources), &mut cx) {
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
    TableSheet { kind, sheet }: &TableSheet,
    known: &Known<'_>,
    (file, sources): (FileId, &Sources),
    cx: &mut Context<'_>,
) -> Vec<(Placed<AgencyId>, Record)> {
    let unit = if known.own.is_some() { UnitColumn::May } else { UnitColumn::Must };
    let rows: Vec<&[Cell]> = sheet.rows().collect();
    let at = titles_at(sheet, *kind);
    let titles = rows.get(at.clone()).unwrap_or_default();
    let Some(header) = Header::read(titles, (*kind, unit), (file, sources), cx) else {
        return Vec::new();
    };
    if *kind == RecordKind::Fund {
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
        let record = kind.reader()(&row.node(known, cx), cx);
        found.extend(unit.zip(record));
    }
    totals.report(cx);
    below.report(cx);
    found
}

/// A text file whose name says neither a table nor a unit and a table.
fn unknown_table(path: &Path, slug: &str) -> Diagnostic {
    let slugs = RecordKind::ALL.map(RecordKind::slug);
    let problem = Diagnostic::unplaced(Code::UnknownTable)
        .with("path", shown(path))
        .with("known", slugs.map(str::to_owned).to_vec());
    if slugs.contains(&slug) { problem } else { suggest(problem, slug, &slugs) }
}
