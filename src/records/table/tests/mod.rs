//! Tables as units send them, made with the libraries that other programs use.

mod cells;
mod files;
mod hostile;
mod offices;
mod people;
mod round;
mod spellings;
mod workspace;

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::read;
use crate::calendar::{Date, Year};
use crate::diag::{Code, Diagnostic, FileId, Place, Sources, has_errors};
use crate::folder::Folder;
use crate::law::{Acts, Award, AwardForm, AwardId, Awards, Grant, Receiver};
use crate::office::{Agency, Directory, Validity};
use crate::papers::results::Results;
use crate::values::Setting;

/// What is written into a cell.
#[derive(Debug, Clone)]
pub(super) enum Put {
    Text(String),
    Number(f64),
    Day(String),
    Nothing,
}

impl From<&str> for Put {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(text.to_owned()) }
    }
}

impl From<f64> for Put {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

/// A row of cells of several kinds.
macro_rules! row {
    ($($cell:expr),* $(,)?) => { vec![$(Put::from($cell)),*] };
}
pub(super) use row;

/// A date of the spreadsheet.
pub(super) fn date(day: &str) -> Put {
    Put::Day(day.to_owned())
}

/// A workbook with these sheets, whose rows begin at row 1.
pub(super) fn workbook(sheets: &[(&str, Vec<Vec<Put>>)]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let format = Format::new().set_num_format("dd/mm/yyyy");
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name).expect("a name");
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(cells) {
                match cell {
                    Put::Text(text) => sheet.write_string(row, column, text).map(|_| ()),
                    Put::Number(number) => {
                        sheet.write_number(row, column, *number).map(|_| ())
                    }
                    Put::Day(day) => {
                        let day = ExcelDateTime::parse_from_str(day).expect("a day");
                        sheet.write_with_format(row, column, &day, &format).map(|_| ())
                    }
                    Put::Nothing => Ok(()),
                }
                .expect("fits");
            }
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

/// The workbook with one of its parts changed.
pub(super) fn with_part(
    bytes: &[u8],
    name: &str,
    change: impl Fn(Vec<u8>) -> Vec<u8>,
) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a workbook");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut changed = false;
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let part_name = part.name().expect("a name").into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("readable");
        if part_name == name {
            changed = true;
            content = change(content);
        }
        writer
            .start_file(part_name, SimpleFileOptions::default())
            .expect("a part");
        writer.write_all(&content).expect("in memory");
    }
    assert!(changed, "no part {name}");
    writer.finish().expect("a workbook").into_inner()
}

/// The workbook with letters of its first sheet replaced.
pub(super) fn with_xml(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    with_part(bytes, "xl/worksheets/sheet1.xml", |xml| {
        let xml = String::from_utf8(xml).expect("XML");
        assert!(xml.contains(from), "{from} in {xml}");
        xml.replacen(from, to, 1).into_bytes()
    })
}

fn agency(
    id: &str,
    name: &str,
    short: &str,
    list: &str,
    (from, until): (&str, &str),
) -> Agency {
    Agency {
        name: name.to_owned(),
        short_name: short.to_owned(),
        list_name: list.to_owned(),
        validity: Validity {
            from: Date::parse(from).ok(),
            until: Date::parse(until).ok(),
        },
        ..crate::office::blank(id)
    }
}

fn nowhere() -> Place {
    Place::new(FileId::numbered([0, 0]), 0..0)
}

pub(super) fn directory() -> Directory {
    let mut directory = Directory::default();
    let (always, later) = (("", ""), ("2025-07-01", ""));
    for agency in [
        agency("ubnd-huyen", "Ủy ban nhân dân huyện", "UBND huyện", "UBND huyện", always),
        agency(
            "xa-gia-cat",
            "Ủy ban nhân dân xã Gia Cát",
            "UBND xã Gia Cát",
            "Xã Gia Cát",
            always,
        ),
        agency("thi-tran-cao-loc", "Thị trấn Cao Lộc", "UBND Cao Lộc", "Cao Lộc", always),
        agency("xa-cao-loc", "Xã Cao Lộc", "UBND Cao Lộc", "Cao Lộc", later),
        agency("doi-1", "Đội Quản lý", "Đội Quản lý", "Đội Quản lý", always),
        agency("doi-2", "Đội Quản lý", "Đội 2", "Đội 2", always),
    ] {
        directory.add(agency).expect("another id");
    }
    directory
}

pub(super) fn awards() -> Awards {
    let award = |(id, name): (&str, &str)| Award {
        id: AwardId(id.to_owned()),
        place: nowhere(),
        name: name.to_owned(),
        form: AwardForm::Commendation,
        receiver: Receiver::Both,
        rewards: Vec::new(),
        grants: crate::office::Level::ALL
            .map(|level| Grant {
                level,
                validity: Validity { from: None, until: None },
            })
            .into(),
    };
    let names = [
        ("giay-khen", "Giấy khen"),
        ("bang-khen-tinh", "Bằng khen của bộ, ban, ngành, tỉnh"),
        ("lao-dong-tien-tien", "Lao động tiên tiến"),
    ];
    Awards::new(names.map(award).into(), Vec::new())
}

/// What became of a file.
#[derive(Debug)]
pub(super) struct Outcome {
    pub(super) results: Vec<Results>,
    pub(super) problems: Vec<Diagnostic>,
    pub(super) sources: Sources,
}

impl Outcome {
    /// The mistakes, each with the cell that it is in or else nothing.
    pub(super) fn mistakes(&self) -> Vec<(Code, String)> {
        let cell = |place: &Place| self.sources.get(place.file).cell(place.range.start);
        let mistake = |problem: &Diagnostic| {
            let cell = problem.place.as_ref().and_then(cell);
            (problem.code, cell.unwrap_or_default())
        };
        self.problems.iter().map(mistake).collect()
    }

    /// The letters that a mistake underlines.
    pub(super) fn underlined(&self, at: usize) -> &str {
        let place = self.problems[at].place.as_ref().expect("placed");
        &self.sources.get(place.file).text()[place.range.clone()]
    }

    /// The codes only.
    pub(super) fn codes(&self) -> Vec<Code> {
        self.problems.iter().map(|problem| problem.code).collect()
    }

    /// The only results, without a mistake.
    pub(super) fn only(&self) -> &Results {
        assert_eq!(self.mistakes(), []);
        assert_eq!(self.results.len(), 1, "{:?}", self.results);
        &self.results[0]
    }

    /// An argument of a mistake.
    pub(super) fn arg(&self, at: usize, name: &str) -> String {
        let arg = self.problems[at].args.iter().find(|(known, _)| *known == name);
        format!("{:?}", arg.map(|(_, value)| value))
    }
}

pub(super) fn year() -> Year {
    Year::parse("2024").expect("a year")
}

/// Reads what lies at a path of a workspace.
pub(super) fn read_at(root: &Path, path: &str) -> Outcome {
    let (directory, awards) = (directory(), awards());
    let printable = |c: char| c < '\u{2000}';
    let setting = Setting {
        root: &Folder::new(root),
        draft: false,
        printable: &printable,
        directory: &directory,
        acts: &Acts::default(),
        awards: &awards,
    };
    let mut sources = Sources::default();
    let (results, problems) = read(setting, year(), Path::new(path), &mut sources);
    Outcome { results, problems, sources }
}

/// Reads a file with this content.
pub(super) fn read_file(path: &str, bytes: &[u8]) -> Outcome {
    let folder = tempfile::tempdir().expect("a folder");
    let full = folder.path().join(path);
    fs::create_dir_all(full.parent().expect("a folder")).expect("made");
    let mut file = fs::File::create(&full).expect("made");
    file.write_all(bytes).expect("written");
    read_at(folder.path(), path)
}

/// The titles of a table of awards.
pub(super) const AWARDS: [&str; 10] = [
    "Đơn vị",
    "Ngày",
    "Danh hiệu, hình thức",
    "Cấp",
    "Loại",
    "Giai đoạn",
    "Tập thể",
    "Cá nhân",
    "Trực tiếp lao động",
    "Hộ gia đình",
];

/// Titles as a row.
pub(super) fn titles(titles: &[&str]) -> Vec<Put> {
    titles.iter().map(|title| Put::from(*title)).collect()
}

/// Reads one sheet of a workbook of all units.
pub(super) fn read_sheet(name: &str, rows: Vec<Vec<Put>>) -> Outcome {
    read_file("data/2024/results.xlsx", &workbook(&[(name, rows)]))
}
