//! Packages of Word and Excel in tests: their parts, and packages made and changed as a person would.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The namespace of a Word text.
pub(crate) const WORD: &str =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

fn open(file: &Path) -> ZipArchive<Cursor<Vec<u8>>> {
    let bytes = fs::read(file).expect("a package");
    ZipArchive::new(Cursor::new(bytes)).expect("a zip")
}

/// A part of a package as text.
pub(crate) fn part(file: &Path, name: &str) -> String {
    let mut package = open(file);
    let mut text = String::new();
    let mut part = package
        .by_name(name)
        .unwrap_or_else(|_| panic!("{file:?} has no {name}"));
    part.read_to_string(&mut text).expect("UTF-8");
    text
}

/// The names of the parts of a package.
pub(crate) fn parts(file: &Path) -> Vec<String> {
    let package = open(file);
    package
        .file_names()
        .map(|name| name.expect("a name").into_owned())
        .collect()
}

/// A package of these parts.
pub(crate) fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .expect("a part");
        writer.write_all(bytes).expect("a part");
    }
    writer.finish().expect("a package").into_inner()
}

/// A Word file with this body.
pub(crate) fn word(body: &str) -> Vec<u8> {
    let text = format!(
        "<?xml version=\"1.0\"?><w:document {WORD}><w:body>{body}</w:body></w:document>"
    );
    package(&[("word/document.xml", text.as_bytes())])
}

/// A copy of a package in which a part says something else, and with more parts.
pub(crate) fn edited(
    file: &Path,
    to: PathBuf,
    edit: impl Fn(String) -> String,
    more: &[(&str, &str)],
) -> PathBuf {
    let mut found: Vec<(String, Vec<u8>)> = Vec::new();
    for name in parts(file) {
        let mut bytes = Vec::new();
        let mut package = open(file);
        package
            .by_name(&name)
            .expect("a part")
            .read_to_end(&mut bytes)
            .expect("a part");
        if name == "word/document.xml" {
            bytes = edit(String::from_utf8(bytes).expect("UTF-8")).into_bytes();
        }
        found.push((name, bytes));
    }
    let more = more.iter().map(|(name, text)| (*name, text.as_bytes()));
    let all: Vec<(&str, &[u8])> = found
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .chain(more)
        .collect();
    fs::write(&to, package(&all)).expect("a new file");
    to
}

/// A Word text in which the only place that says something says something else.
#[track_caller]
pub(crate) fn put(text: &str, from: &str, to: &str) -> String {
    assert_eq!(text.matches(from).count(), 1, "{from}");
    text.replacen(from, to, 1)
}

/// The whole element of a name around the first place that says something.
#[track_caller]
pub(crate) fn around<'t>(text: &'t str, name: &str, what: &str) -> &'t str {
    let at = text.find(what).unwrap_or_else(|| panic!("{what}"));
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let start = text[..at].rfind(&open).expect("its start");
    let end = at + text[at..].find(&close).expect("its end") + close.len();
    &text[start..end]
}

/// A paragraph like another one that says something else, and has no name.
#[track_caller]
pub(crate) fn like(paragraph: &str, text: &str) -> String {
    let properties = around(paragraph, "w:pPr", "<w:pStyle");
    format!("<w:p>{properties}<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

/// The rows of a sheet.
pub(crate) type Rows = Vec<Vec<Data>>;

/// The sheets of a workbook in its order, each with its rows.
pub(crate) fn sheets(file: &Path) -> Vec<(String, Rows)> {
    let bytes = fs::read(file).expect("a workbook");
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let names = book.sheet_names();
    let rows = |name: String| {
        let range = book.worksheet_range(&name).expect("a sheet");
        (name, range.rows().map(<[Data]>::to_vec).collect())
    };
    names.into_iter().map(rows).collect()
}
