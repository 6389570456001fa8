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

/// The endings of files that are read.
pub(crate) const ENDINGS: [&str; 3] = ["docx", "md", "txt"];

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
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let mut found = match ending.as_str() {
        "docx" => package::read(&bytes, path, accepts)?,
        // Programs that open them are asked for the other ending; what is inside is told by the file itself.
        "doc" | "docm" | "dotx" | "dotm" => package::read(&bytes, path, accepts)?,
        "md" | "txt" => {
            let text = decoded(path, in_utf8(bytes), sources)?;
            let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
            if ending == "md" { markdown::read(text) } else { plain::read(text) }
        }
        _ => {
            let problem = Diagnostic::unplaced(Code::ManuscriptUnknown);
            let known: Vec<String> = ENDINGS.map(|ending| format!(".{ending}")).into();
            return Err(Box::new(problem.with("path", shown(path)).with("known", known)));
        }
    };
    old_fonts::convert(&mut found);
    if found.is_empty() {
        let problem = Diagnostic::unplaced(Code::ManuscriptEmpty);
        return Err(Box::new(problem.with("path", shown(path))));
    }
    Ok(found)
}
