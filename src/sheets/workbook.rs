//! Workbooks (.xlsx) into sheets.
//!
//! The file comes from a stranger. Its parts are unpacked once, to nowhere, before anything is
//! made of them, so that no small file becomes an endless one; and cells are read one by one,
//! never as a rectangle, so that a cell in the last corner of a sheet costs nothing.

use std::io::{self, Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use zip::ZipArchive;

use super::error_cells;
use super::merged::spread;
use super::sheet::{Budget, Cell, CellContent, ReadStop, Sheet, says_nothing};
use crate::calendar::{Date, Year};
use crate::diag::{Code, Diagnostic, cell_name};
use crate::folder::{OLE, shown, too_large};

/// The most bytes that all parts of a workbook unpack to.
const MOST_UNPACKED: u64 = 48 << 20;
/// The most bytes that the reader can make of a workbook's styles: it gives every style its own
/// copy of names.
const MOST_STYLES: usize = 64 << 20;
/// The most sheets of strange names that are looked into.
const MOST_STRANGERS: usize = 8;

type Workbook<'b> = Xlsx<Cursor<&'b [u8]>>;

/// What is done with a sheet of a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SheetWish {
    /// Its cells are read.
    Read,
    /// Its name is told, if it has cells.
    Tell,
    /// Nobody looks into it.
    Leave,
}

/// A sheet that is not yet read.
#[derive(Debug)]
pub(crate) struct SheetName<'a> {
    /// Its name.
    pub(crate) name: &'a str,
    /// Whether it is no table for people: a drawing, or a list for a drop-down that is hidden.
    pub(crate) is_hidden: bool,
}

/// What a workbook holds.
#[derive(Debug, Default)]
pub(crate) struct WorkbookSheets {
    /// The sheets whose cells were read.
    pub(crate) sheets: Vec<Sheet>,
    /// The names of those that were to be told, and have cells.
    pub(crate) told: Vec<String>,
    /// What is wrong.
    pub(crate) problems: Vec<Diagnostic>,
}

/// Reads the sheets of a workbook that somebody wishes to read.
pub(crate) fn workbook(
    bytes: &[u8],
    path: &Path,
    wish: &mut dyn FnMut(&SheetName<'_>) -> SheetWish,
) -> WorkbookSheets {
    // The library counts without care for numbers that no spreadsheet writes.
    catch_unwind(AssertUnwindSafe(|| read(bytes, path, wish))).unwrap_or_else(|_| {
        WorkbookSheets {
            problems: vec![unreadable(path, "?")],
            ..WorkbookSheets::default()
        }
    })
}

fn read(
    bytes: &[u8],
    path: &Path,
    wish: &mut dyn FnMut(&SheetName<'_>) -> SheetWish,
) -> WorkbookSheets {
    let mut found = WorkbookSheets::default();
    let weighed = if bytes.starts_with(OLE) { Ok(()) } else { weigh(bytes, path) };
    let texts = weighed.map(|()| error_cells::as_texts(bytes));
    let opened = texts.and_then(|texts| {
        let workbook = open(texts.as_deref().unwrap_or(bytes), path)?;
        read_sheets(workbook, path, wish, &mut found)
    });
    if let Err(problem) = opened {
        found.problems.push(*problem);
        // What was read before is no whole file.
        found.sheets.clear();
    }
    found
}

/// Reads the sheets one by one.
///
/// # Errors
/// When the whole file cannot be used.
fn read_sheets(
    mut workbook: Workbook<'_>,
    path: &Path,
    wish: &mut dyn FnMut(&SheetName<'_>) -> SheetWish,
    found: &mut WorkbookSheets,
) -> Result<(), Box<Diagnostic>> {
    let mut budget = Budget::new(path);
    let mut strangers = 0;
    for about in workbook.sheets_metadata().to_vec() {
        let is_hidden =
            about.typ != SheetType::WorkSheet || about.visible != SheetVisible::Visible;
        let read = match wish(&SheetName { name: &about.name, is_hidden }) {
            SheetWish::Read => {
                cells(&mut workbook, &about.name, &mut budget, path).map(|cells| {
                    let name = about.name.trim().to_owned();
                    found.sheets.push(Sheet { name, cells });
                })
            }
            SheetWish::Tell if strangers < MOST_STRANGERS => {
                strangers += 1;
                has_cells(&mut workbook, &about.name, path)
                    .map(|has_cells| found.told.extend(has_cells.then_some(about.name)))
            }
            SheetWish::Tell | SheetWish::Leave => continue,
        };
        match read {
            Ok(()) => {}
            Err(ReadStop::Sheet(problem)) => found.problems.push(*problem),
            Err(ReadStop::File(problem)) => return Err(problem),
        }
    }
    Ok(())
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
