//! Error values of newer spreadsheets, such as `#SPILL!` and `#CALC!`.
//!
//! The reader of workbooks knows seven errors and gives up a sheet with any other, without its cell. So
//! cells with other errors are made cells of text before the workbook is read; a text that looks like an
//! error counts as one, as it also does in a CSV file.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The errors that the reader knows.
const KNOWN: [&[u8]; 7] =
    [b"#DIV/0!", b"#N/A", b"#NAME?", b"#NULL!", b"#NUM!", b"#REF!", b"#VALUE!"];

/// The longest name of an error, bytes.
const LONGEST: usize = 24;

/// Whether a text is the error of a spreadsheet: `#SPILL!`, `#N/A`, `#NAME?`.
pub(super) fn is_error(text: &str) -> bool {
    let Some(name) = text.trim().strip_prefix('#') else { return false };
    let is_plain = |name: &str| {
        let letter = |byte: u8| {
            byte.is_ascii_uppercase() || byte.is_ascii_digit() || b"/_".contains(&byte)
        };
        name.len() >= 2 && name.len() < LONGEST && name.bytes().all(letter)
    };
    match name.strip_suffix(['!', '?']) {
        Some(name) => is_plain(name) && name.starts_with(|c: char| c.is_ascii_uppercase()),
        None => ["N/A", "GETTING_DATA"].contains(&name),
    }
}

/// A workbook whose cells with unknown errors are cells of text; none when it has no such cell.
pub(super) fn as_texts(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut changed = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).ok()?;
        let is_sheet = part
            .name()
            .is_ok_and(|name| name.to_lowercase().contains("worksheets/"));
        if !is_sheet || part.is_dir() {
            continue;
        }
        let mut text = Vec::new();
        part.read_to_end(&mut text).ok()?;
        changed.extend(sheet_as_texts(&text).map(|text| (at, text)));
    }
    if changed.is_empty() {
        return None;
    }
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut changed = changed.into_iter().peekable();
    for at in 0..archive.len() {
        let part = archive.by_index_raw(at).ok()?;
        match changed.next_if(|(own, _)| *own == at) {
            Some((_, text)) => {
                let name = part.name().ok()?.to_string();
                drop(part);
                writer.start_file(name, SimpleFileOptions::default()).ok()?;
                writer.write_all(&text).ok()?;
            }
            None => writer.raw_copy_file(part).ok()?,
        }
    }
    Some(writer.finish().ok()?.into_inner())
}

/// The XML of a sheet with the types of such cells changed; none when there are none.
fn sheet_as_texts(xml: &[u8]) -> Option<Vec<u8>> {
    let mut changed: Option<Vec<u8>> = None;
    let mut copied = 0;
    let mut from = 0;
    while let Some(found) = find(&xml[from..], b"t=\"e\"") {
        let at = from + found;
        from = at + 5;
        if is_in_cell_tag(xml, at) && has_unknown_error(&xml[from..]) {
            let out = changed.get_or_insert_default();
            out.extend_from_slice(&xml[copied..at]);
            out.extend_from_slice(b"t=\"str\"");
            copied = from;
        }
    }
    changed.map(|mut out| {
        out.extend_from_slice(&xml[copied..]);
        out
    })
}

/// Whether a place is within the tag of a cell: `<c r="A1" t="e">`.
fn is_in_cell_tag(xml: &[u8], at: usize) -> bool {
    let Some(open) = xml[..at].iter().rposition(|byte| *byte == b'<') else { return false };
    let tag = &xml[open + 1..at];
    let name = tag.split(u8::is_ascii_whitespace).next().unwrap_or_default();
    !tag.contains(&b'>') && (name == b"c" || name.ends_with(b":c"))
}

/// Whether the value of the cell whose tag ends next is an error that the reader does not know.
fn has_unknown_error(rest: &[u8]) -> bool {
    let Some(value) = find(rest, b"v>").map(|at| &rest[at + 2..]) else { return false };
    // Not that of another cell.
    let before = &rest[..rest.len() - value.len()];
    if find(before, b"</c").is_some() || find(before, b"<c ").is_some() {
        return false;
    }
    let end = value.iter().take(LONGEST + 4).position(|byte| *byte == b'<');
    end.is_some_and(|end| !KNOWN.contains(&value[..end].trim_ascii()))
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_told_from_other_texts() {
        for text in [
            "#SPILL!",
            "#CALC!",
            "#N/A",
            " #REF! ",
            "#DIV/0!",
            "#NAME?",
            "#FIELD!",
            "#GETTING_DATA",
        ] {
            assert!(is_error(text), "{text}");
        }
        for text in
            ["", "#", "#1", "#2024!", "# SPILL!", "#spill!", "Số #A!", "#thiđua", "#!", "N/A"]
        {
            assert!(!is_error(text), "{text}");
        }
    }

    #[test]
    fn only_cells_with_unknown_errors_change() {
        let xml = r#"<c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="e"><v>#SPILL!</v></c><c r="C1" t="str"><v>t="e"</v></c>"#;
        let changed =
            sheet_as_texts(xml.as_bytes()).map(|text| String::from_utf8(text).expect("UTF-8"));
        assert_eq!(
            changed.as_deref(),
            Some(xml.replacen("\"B1\" t=\"e\"", "\"B1\" t=\"str\"", 1).as_str())
        );
        assert_eq!(sheet_as_texts(b"<c r=\"A1\" t=\"e\"><v>#REF!</v></c>"), None);
        assert_eq!(sheet_as_texts(b"<c t=\"e\"/><c t=\"n\"><v>#SPILL!</v></c>"), None);
    }
}
