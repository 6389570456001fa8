//! The package of a Word file: which of its parts are read, and how much of them.
//!
//! Nothing is unpacked that is not read, and nothing beyond the limits, so that no small file becomes an endless one.

use std::io::{Cursor, Read as _};
use std::path::Path;

use zip::ZipArchive;

use super::beside;
use super::body::Body;
use super::model::Manuscript;
use super::numbering::Numbering;
use super::styles::Styles;
use super::xml::{Broken, Read, Walk};
use crate::diag::{Code, Diagnostic};
use crate::folder::{OLE, in_utf8, shown, too_large};

/// The most bytes that the parts which are read unpack to. A thousand pages of tables have some thirty million.
const MOST_UNPACKED: u64 = 96 << 20;

/// What an encrypted file calls the package in it, in UTF-16.
const ENCRYPTED: &str = "EncryptedPackage";

/// The parts of a package.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    names: Vec<String>,
    /// How many bytes may still be unpacked.
    left: u64,
}

/// Reads a Word file.
///
/// # Errors
/// With why it is not read.
pub(super) fn read(
    bytes: &[u8],
    path: &Path,
    accepts: bool,
) -> Result<Manuscript, Box<Diagnostic>> {
    let about = |code| Diagnostic::unplaced(code).with("path", shown(path));
    if bytes.starts_with(OLE) {
        let name: Vec<u8> = ENCRYPTED.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_encrypted = bytes.windows(name.len()).any(|window| window == name);
        return Err(Box::new(about(if is_encrypted {
            Code::ManuscriptProtected
        } else {
            Code::ManuscriptOld
        })));
    }
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| {
        Box::new(about(Code::ManuscriptUnreadable).with("cause", error.to_string()))
    })?;
    let names = archive.file_names();
    let names = names.filter_map(|name| Some(name.ok()?.into_owned())).collect();
    let mut package = Package { archive, names, left: MOST_UNPACKED };
    if package.has_macros() {
        return Err(Box::new(about(Code::ManuscriptMacros)));
    }
    text(&mut package, accepts).map_err(|broken| {
        Box::new(match broken {
            Broken::Xml(cause) => about(Code::ManuscriptUnreadable).with("cause", cause),
            Broken::TooMuch => too_large(path, MOST_UNPACKED),
        })
    })
}

/// The text of a package, with what stands beside it.
fn text(package: &mut Package<'_>, accepts: bool) -> Read<Manuscript> {
    let main = package.main()?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let part = |name: &str| match folder.as_str() {
        "" => name.to_owned(),
        folder => format!("{folder}/{name}"),
    };
    let document = package
        .part(&main)?
        .ok_or_else(|| Broken::xml(format!("{main}: ?")))?;
    let styles = package.part(&part("styles.xml"))?;
    let styles = Styles::read(styles.as_deref().unwrap_or_default())?;
    let numbering = package.part(&part("numbering.xml"))?;
    let numbering = Numbering::read(numbering.as_deref().unwrap_or_default())?;
    let body = Body::new(&document, &styles, numbering, accepts);
    let (mut found, about) = body.read()?;
    if let Some(comments) = package.part(&part("comments.xml"))? {
        found.comments = beside::comments(&comments, &about)?;
    }
    for name in package.beside(&folder) {
        if let Some(own) = package.part(&name)? {
            found.asides.extend(beside::aside(&own)?);
        }
    }
    Ok(found)
}

impl Package<'_> {
    /// Whether there are programs in it, which no paper needs.
    fn has_macros(&self) -> bool {
        self.names
            .iter()
            .any(|name| name.to_lowercase().ends_with("vbaproject.bin"))
    }

    /// The name of the part that is the text.
    fn main(&mut self) -> Read<String> {
        const KNOWN: &str = "word/document.xml";
        let Some(relations) = self.part("_rels/.rels")? else { return Ok(KNOWN.to_owned()) };
        let mut found = None;
        Walk::new(&relations).each(&mut |walk, _| {
            walk.each(&mut |walk, relation| {
                let kind = relation.attribute("Type").unwrap_or_default();
                if kind.ends_with("/officeDocument") {
                    found = relation.attribute("Target");
                }
                walk.skip(relation)
            })
        })?;
        let found = found.unwrap_or_else(|| KNOWN.to_owned());
        Ok(found.trim_start_matches('/').to_owned())
    }

    /// The parts that stand beside the text: heads, feet, notes.
    fn beside(&self, folder: &str) -> Vec<String> {
        let is_beside = |name: &str| {
            let own = match folder {
                "" => Some(name),
                folder => name.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')),
            };
            own.is_some_and(|own| {
                own.ends_with(".xml")
                    && ["header", "footer", "footnotes", "endnotes"]
                        .iter()
                        .any(|kind| own.starts_with(kind))
            })
        };
        let mut names = self.names.clone();
        names.retain(|name| is_beside(name));
        names.sort();
        names
    }

    /// A part as text; none that is not there.
    fn part(&mut self, name: &str) -> Read<Option<String>> {
        let own = self.names.iter().find(|own| own.eq_ignore_ascii_case(name));
        let Some(own) = own else { return Ok(None) };
        let part = self.archive.by_name(own).map_err(Broken::xml)?;
        let mut bytes = Vec::new();
        part.take(self.left + 1)
            .read_to_end(&mut bytes)
            .map_err(Broken::xml)?;
        self.left = self.left.checked_sub(bytes.len() as u64).ok_or(Broken::TooMuch)?;
        let bytes = in_utf8(bytes);
        let text = String::from_utf8(bytes).map_err(|_| Broken::xml("UTF-8"))?;
        Ok(Some(text.trim_start_matches('\u{FEFF}').to_owned()))
    }
}
