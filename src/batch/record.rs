//! Which documents need not be made again.
//!
//! Beside the results, `out/.vanthu/` holds a record of each document: the fingerprint of all
//! that it was made from, and of the files that were made. A document is up to date when both
//! still agree, so a changed input and a deleted or altered result are noticed alike. The record
//! is written after the results have taken their places; whatever is interrupted in between is
//! made again.

use std::fs;
use std::path::{Path, PathBuf};

use typst::utils::hash128;

use crate::export;
use crate::papers::DocumentId;

/// The folder of the records, in the folder of results.
const FOLDER: &str = ".vanthu";

/// What a document was made from, in one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint(u128);

impl Fingerprint {
    /// Of the bytes that all documents are made with: fonts, Typst templates, the program.
    pub fn of_shared<'a>(parts: impl Iterator<Item = &'a [u8]>) -> Self {
        Self(parts.fold(0, |sum, part| hash128(&(sum, part))))
    }

    /// Of one document: what all share, and its own markup, which holds its data, its Jinja
    /// templates, the settings and whether it is a draft.
    pub fn of_document(self, markup: &str) -> Self {
        Self(hash128(&(self.0, markup)))
    }
}

/// The record of one document in one format.
pub(super) struct Record {
    path: PathBuf,
}

impl Record {
    /// The record of a document whose results have this extension.
    pub(super) fn new(out: &Path, id: &DocumentId, extension: &str) -> Self {
        Self {
            path: out.join(FOLDER).join(format!("{id}.{extension}.record")),
        }
    }

    /// The results, when they are what would be made again.
    pub(super) fn current(
        &self,
        out: &Path,
        fingerprint: Fingerprint,
    ) -> Option<Vec<PathBuf>> {
        let text = fs::read_to_string(&self.path).ok()?;
        let mut lines = text.lines();
        if lines.next()? != hexadecimal(fingerprint.0) {
            return None;
        }
        let mut paths = Vec::new();
        for line in lines {
            let (sum, name) = line.split_once(' ')?;
            let path = out.join(name);
            let bytes = fs::read(&path).ok()?;
            if hexadecimal(hash128(&bytes)) != sum {
                return None;
            }
            paths.push(path);
        }
        (!paths.is_empty()).then_some(paths)
    }

    /// Notes what was made. A record that cannot be written costs time, not correctness.
    pub(super) fn keep(
        &self,
        out: &Path,
        fingerprint: Fingerprint,
        files: &[(PathBuf, u128)],
    ) {
        let mut text = hexadecimal(fingerprint.0);
        for (path, sum) in files {
            let Some(name) = path.strip_prefix(out).ok().and_then(Path::to_str) else {
                return;
            };
            text.push_str(&format!("\n{} {name}", hexadecimal(*sum)));
        }
        text.push('\n');
        let _ = export::write_quickly(&self.path, text.as_bytes());
    }
}

fn hexadecimal(number: u128) -> String {
    format!("{number:032x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_is_current_until_something_changes() {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path();
        let id = DocumentId("2024/plan".to_owned());
        let record = Record::new(out, &id, "pdf");
        let shared = Fingerprint::of_shared([b"a".as_slice(), b"b"].into_iter());
        let print = shared.of_document("markup");
        let path = out.join("2024/plan.pdf");
        assert_eq!(record.current(out, print), None, "no record");
        export::write(vec![(path.clone(), b"pdf".to_vec())]).expect("written");
        record.keep(out, print, &[(path.clone(), hash128(&b"pdf".to_vec()))]);
        assert_eq!(record.current(out, print), Some(vec![path.clone()]));
        assert_eq!(record.current(out, shared.of_document("other")), None, "other markup");
        let other = Fingerprint::of_shared([b"ab".as_slice(), b""].into_iter());
        assert_eq!(record.current(out, other.of_document("markup")), None, "other fonts");
        export::write(vec![(path.clone(), b"changed".to_vec())]).expect("written");
        assert_eq!(record.current(out, print), None, "altered result");
        fs::remove_file(&path).expect("removed");
        assert_eq!(record.current(out, print), None, "deleted result");
    }
}
