//! Texts that come in: papers that somebody wrote or changed in Word, and old papers as plain text.
//!
//! In go the bytes of a file, which comes from a stranger; out comes a [`Manuscript`] within limits: paragraphs of
//! letters and tables of cells, in reading order, whoever made the file. What Word keeps beside its text is told beside
//! it: changes that nobody has accepted yet, comments, heads and feet of pages. Numbers that Word counts stand as
//! letters, and letters of the fonts of the past (TCVN3, VNI) as those of today. What the text means is told by who
//! reads it (`import`).
//!
//! `package` opens a file of Word and `xml` walks through its parts; `body` reads the text, with `styles`, `numbering`
//! and `tracked`; `beside` what stands beside it. `plain` and `markdown` read text files. `old_fonts` converts.

mod beside;
mod body;
mod markdown;
mod model;
mod numbering;
mod old_fonts;
mod package;
mod plain;
mod styles;
mod tables;
#[cfg(test)]
mod tests;
mod tracked;
mod xml;

use std::path::Path;

pub(crate) use model::{ChangeKind, Manuscript, Paragraph, Part, Row, Table};

use crate::diag::{Code, Diagnostic, Sources};
use crate::folder::{decoded, in_utf8, shown};

/// The most bytes of a file that is read: a paper with scanned pages in it.
pub(crate) const MOST_BYTES: u64 = 64 << 20;

/// How a file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FileKind {
    Word,
    Markdown,
    Plain,
}

/// The endings of files, and how these are read. Word files by other endings are opened too, so that it is told what is in
/// the way.
const ENDINGS: [(&str, FileKind); 7] = [
    ("docx", FileKind::Word),
    ("md", FileKind::Markdown),
    ("txt", FileKind::Plain),
    ("doc", FileKind::Word),
    ("docm", FileKind::Word),
    ("dotx", FileKind::Word),
    ("dotm", FileKind::Word),
];
/// How many of them are named to people.
const NAMED: usize = 3;

/// Whether a file is a text by its name.
pub(crate) fn is_text(path: &Path) -> bool {
    kind_of(path).is_some()
}

fn kind_of(path: &Path) -> Option<FileKind> {
    let ending = path.extension()?;
    let own = |(known, _): &&(&str, FileKind)| ending.eq_ignore_ascii_case(known);
    ENDINGS.iter().find(own).map(|(_, kind)| *kind)
}

/// Reads a file by its ending. `accepts` says whether changes that nobody has accepted yet count.
///
/// # Errors
/// With why it is not read.
pub(crate) fn manuscript(
    bytes: Vec<u8>,
    path: &Path,
    accepts: bool,
    sources: &mut Sources,
) -> Result<Manuscript, Box<Diagnostic>> {
    let Some(kind) = kind_of(path) else {
        let problem = Diagnostic::unplaced(Code::ManuscriptUnknown).with("path", shown(path));
        let known = ENDINGS[..NAMED].iter().map(|(ending, _)| format!(".{ending}"));
        return Err(Box::new(problem.with("known", known.collect::<Vec<_>>())));
    };
    let mut found = if kind == FileKind::Word {
        package::read(&bytes, path, accepts)?
    } else {
        let text = decoded(path, in_utf8(bytes), sources)?;
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
        if kind == FileKind::Markdown { markdown::read(text) } else { plain::read(text) }
    };
    old_fonts::convert(&mut found);
    if found.is_empty() {
        let problem = Diagnostic::unplaced(Code::ManuscriptEmpty);
        return Err(Box::new(problem.with("path", shown(path))));
    }
    Ok(found)
}
