//! Workbooks (.xlsx) into sheets.
//!
//! The file comes from a stranger. Its parts are unpacked once, to nowhere, before anything is
//! made of them, so that no small file becomes an endless one; and cells are read one by one,
//! never as a rectangle, so that a cell in the last corner of a sheet costs nothing.

use std::collections::BTreeSet;
use std::io::{self, Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use calamine::{
    DataRef, ExcelDateTime, Reader, Sheet as About, SheetType, SheetVisible, Xlsx, XlsxError,
};
use zip::ZipArchive;

use super::super::results::RecordKind;
use super::error_cells;
use super::kind::is_for_people;
use super::merged::spread;
use super::names::suggest;
use super::sheet::{Budget, Cell, CellContent, ReadStop, TableSheet, says_nothing};
use crate::calendar::{Date, Year};
use crate::diag::{Code, Diagnostic, cell_name};
use crate::folder::{shown, too_large};

/// The most bytes that all parts of a workbook unpack to.
const MOST_UNPACKED: u64 = 48 << 20;
/// The most bytes that the reader can make of a workbook's styles: it gives every style its own
/// copy of names.
const MOST_STYLES: usize = 64 << 20;
/// The most sheets of strange names that are looked into.
const MOST_STRANGERS: usize = 8;
/// How a file begins that older programs made, or that asks for a password.
pub(super) const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

type Workbook<'b> = Xlsx<Cursor<&'b [u8]>>;

/// Reads the sheets that hold tables, and reports the others.
pub(super) fn sheets(bytes: &[u8], path: &Path) -> (Vec<TableSheet>, Vec<Diagnostic>) {
    // The library counts without care for numbers that no spreadsheet writes.
    catch_unwind(AssertUnwindSafe(|| read(bytes, path)))
        .unwrap_or_else(|_| (Vec::new(), vec![unreadable(path, "?")]))
}

fn read(bytes: &[u8], path: &Path) -> (Vec<TableSheet>, Vec<Diagnostic>) {
    let weighed = if bytes.starts_with(OLE) { Ok(()) } else { weigh(bytes, path) };
    if let Err(problem) = weighed {
        return (Vec::new(), vec![*problem]);
    }
    let texts = error_cells::as_texts(bytes);
    let mut workbook = match open(texts.as_deref().unwrap_or(bytes), path) {
        Ok(workbook) => workbook,
        Err(problem) => return (Vec::new(), vec![*problem]),
    };
    let mut budget = Budget::new(path);
    let (mut sheets, mut problems) = (Vec::<TableSheet>::new(), Vec::new());
    let (mut names, mut strangers) = (BTreeSet::new(), 0);
    for about in workbook.sheets_metadata().to_vec() {
        let is_new = names.insert(about.name.clone());
        let read = match RecordKind::of_sheet(&about.name) {
            Some(kind) if !is_new || sheets.iter().any(|sheet| sheet.kind == kind) => {
                problems.push(about_sheet(Code::DuplicateSheet, path, &about.name));
                continue;
            }
            Some(kind) => cells(&mut workbook, &about.name, &mut budget, path).map(|cells| {
                Some(TableSheet { kind, name: about.name.trim().to_owned(), cells })
            }),
            None if is_left_alone(&about) => continue,
            None if strangers == MOST_STRANGERS => continue,
            None => {
                strangers += 1;
                has_cells(&mut workbook, &about.name, path).map(|has_cells| {
                    problems.extend(has_cells.then(|| unknown(path, &about.name)));
                    None
                })
            }
        };
        match read {
            Ok(sheet) => sheets.extend(sheet),
            Err(ReadStop::Sheet(problem)) => problems.push(*problem),
            Err(ReadStop::File(problem)) => {
                problems.push(*problem);
                return (Vec::new(), problems);
            }
        }
    }
    (sheets, problems)
}

/// Whether a sheet that holds no table may stay: one for people, a drawing, or a list for a
/// drop-down that is hidden from people.
fn is_left_alone(about: &About) -> bool {
    is_for_people(&about.name)
        || about.typ != SheetType::WorkSheet
        || about.visible != SheetVisible::Visible
}

/// Opens a workbook of which it is known how much it holds.
fn open<'b>(bytes: &'b [u8], path: &Path) -> Result<Workbook<'b>, Box<Diagnostic>> {
    Xlsx::new(Cursor::new(bytes)).map_err(|error| {
        Box::new(match error {
            XlsxError::Password => {
                Diagnostic::unplaced(Code::WorkbookProtected).with("path", shown(path))
            }
            _ if bytes.starts_with(OLE) => unreadable(path, ".xls"),
            error => unreadable(path, &error.to_string()),
        })
    })
}

/// Unpacks all parts, to nowhere.
fn weigh(bytes: &[u8], path: &Path) -> Result<(), Box<Diagnostic>> {
    let broken =
        |cause: &dyn std::fmt::Display| Box::new(unreadable(path, &cause.to_string()));
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let mut left = MOST_UNPACKED;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|error| broken(&error))?;
        let is_styles = part
            .name()
            .is_ok_and(|name| name.to_lowercase().ends_with("styles.xml"));
        let mut part = part.take(left + 1);
        let unpacked = if is_styles {
            let mut styles = Vec::new();
            part.read_to_end(&mut styles).map_err(|error| broken(&error))?;
            if cost_of_styles(&styles) > MOST_STYLES {
                return Err(Box::new(too_large(path, MOST_UNPACKED)));
            }
            styles.len() as u64
        } else {
            io::copy(&mut part, &mut io::sink()).map_err(|error| broken(&error))?
        };
        left = left
            .checked_sub(unpacked)
            .ok_or_else(|| Box::new(too_large(path, MOST_UNPACKED)))?;
    }
    Ok(())
}

/// How many bytes the styles can become at most: as many copies of the longest name as there
/// are styles.
fn cost_of_styles(styles: &[u8]) -> usize {
    // The same letters in UTF-16 have zeros between them.
    let letters: Vec<u8> = styles.iter().copied().filter(|byte| *byte != 0).collect();
    let records = letters.windows(2).filter(|pair| pair == b"xf").count();
    let tags = letters.split(|byte| *byte == b'<');
    records.saturating_mul(tags.map(<[u8]>::len).max().unwrap_or_default())
}

/// The cells of a sheet that are not empty.
fn cells(
    workbook: &mut Workbook<'_>,
    name: &str,
    budget: &mut Budget<'_>,
    path: &Path,
) -> Result<Vec<Cell>, ReadStop> {
    let broken =
        |error: XlsxError| ReadStop::Sheet(Box::new(broken_sheet(path, name, &error)));
    let mut reader = workbook.worksheet_cells_reader(name).map_err(broken)?;
    let mut cells = Vec::new();
    while let Some(found) = reader.next_cell_with_formula_metadata().map_err(broken)? {
        let Some(content) = content(found.value, found.formula.is_some()) else { continue };
        let column = budget.take(name, found.pos, content.cost())?;
        cells.push(Cell {
            row: found.pos.0,
            column,
            content,
            is_spread: false,
        });
    }
    cells.sort_by_key(|cell| (cell.row, cell.column));
    let twice = cells
        .windows(2)
        .find(|pair| (pair[0].row, pair[0].column) == (pair[1].row, pair[1].column));
    if let Some([cell, _]) = twice {
        let cause = format!("{name}!{} ×2", cell_name(cell.row, cell.column.into()));
        return Err(ReadStop::Sheet(Box::new(unreadable(path, &cause))));
    }
    drop(reader);
    let merged = workbook.merge_cells_by_sheet_name(name).map_err(broken)?;
    spread(&mut cells, &merged, name, budget)?;
    Ok(cells)
}

/// Whether a sheet has a cell that is not empty.
fn has_cells(workbook: &mut Workbook<'_>, name: &str, path: &Path) -> Result<bool, ReadStop> {
    let broken =
        |error: XlsxError| ReadStop::Sheet(Box::new(broken_sheet(path, name, &error)));
    let mut reader = workbook.worksheet_cells_reader(name).map_err(broken)?;
    while let Some(found) = reader.next_cell().map_err(broken)? {
        if content(found.get_value().clone(), false).is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What a cell holds; none when it is empty.
fn content(value: DataRef<'_>, is_formula: bool) -> Option<CellContent> {
    let text = |text: &str| (!says_nothing(text)).then(|| CellContent::of_text(text));
    match value {
        DataRef::Empty => is_formula.then_some(CellContent::Uncomputed),
        #[expect(clippy::cast_precision_loss, reason = "counts and money are far below 2^53")]
        DataRef::Int(number) => Some(CellContent::Number(number as f64)),
        DataRef::Float(number) => Some(CellContent::Number(number)),
        DataRef::String(found) => text(&found),
        DataRef::SharedString(found) => text(found),
        DataRef::Bool(truth) => text(if truth { "TRUE" } else { "FALSE" }),
        DataRef::DateTime(moment) => Some(day(moment)),
        DataRef::DateTimeIso(found) => {
            text(found.trim_end_matches(".000").trim_end_matches("T00:00:00"))
        }
        DataRef::DurationIso(found) => text(&found),
        DataRef::Error(error) => Some(CellContent::Error(error.to_string())),
    }
}

/// A point in time of either calendar, from 1900 or from 1904.
fn day(moment: ExcelDateTime) -> CellContent {
    let serial = moment.as_f64();
    if !serial.is_finite() || !moment.is_datetime() {
        return CellContent::NoDay(serial.to_string());
    }
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    let date = Year::new(year).and_then(|year| Date::new(year, month, day));
    match date.filter(|_| serial.fract() == 0.0) {
        Some(date) => CellContent::Day(date),
        None => {
            CellContent::NoDay(format!("{day:02}/{month:02}/{year} {hour:02}:{minute:02}"))
        }
    }
}

fn unreadable(path: &Path, cause: &str) -> Diagnostic {
    Diagnostic::unplaced(Code::WorkbookUnreadable)
        .with("path", shown(path))
        .with("cause", cause)
}

fn broken_sheet(path: &Path, name: &str, error: &XlsxError) -> Diagnostic {
    unreadable(path, &format!("{name}: {error}"))
}

fn about_sheet(code: Code, path: &Path, name: &str) -> Diagnostic {
    Diagnostic::unplaced(code)
        .with("path", shown(path))
        .with("sheet", name)
}

fn unknown(path: &Path, name: &str) -> Diagnostic {
    let titles = RecordKind::ALL.map(RecordKind::title);
    let problem = about_sheet(Code::UnknownSheet, path, name)
        .with("known", titles.map(str::to_owned).to_vec());
    suggest(problem, name, &titles)
}
