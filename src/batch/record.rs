//! Which documents need not be made again.
//!
//! Beside the results, `out/.vanthu/` holds a record of each document: the fingerprints of all
//! that it was made from, and of the files that were made. A document is up to date when both
//! still agree, so a changed input and a deleted or altered result are noticed alike. The record
//! is written after the results have taken their places; whatever is interrupted in between is
//! made again.
//!
//! There are two fingerprints of what went in. That of the *inputs* covers every file that could
//! matter, and is known before the document is even parsed; that of the *markup* covers what the
//! typesetter gets, for each copy. When an input has changed and the markup has not (another agency's
//! name, a comment), nothing is typeset.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::told::Told;
use crate::diag::{FileId, Sources};
use crate::export::Out;
use crate::fingerprint::Fingerprint;
use crate::papers::DocumentId;

/// The folder of the records, in the folder of results.
pub(super) const FOLDER: &str = ".vanthu";

/// The most bytes of a result or a record that are read again.
const LARGEST: u64 = 256 << 20;

/// A text of the folder of results.
pub(super) fn read_text(out: &Out, below: &Path) -> Option<String> {
    let bytes = out.folder().read(below, LARGEST).ok()?;
    String::from_utf8(bytes).ok()
}

/// Stands for the inputs of a document that is to be read again in any case.
const READ_AGAIN: &str = "-";

/// Begins the line of what there was to say about the document.
const TOLD: char = '!';

/// A result that is kept, as the record knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct KeptFiles {
    /// Its path below the folder of results.
    pub(super) name: String,
    /// The fingerprint of its bytes.
    pub(super) sum: String,
    /// The fingerprint of the markup that it was made from. It tells copies apart.
    pub(super) markup: String,
}

/// The record of one document in one format.
pub(super) struct BuildRecord {
    path: PathBuf,
    text: Option<String>,
    /// The results by their markup, read when the first copy asks.
    by_markup: OnceLock<BTreeMap<String, Vec<KeptFiles>>>,
}

impl BuildRecord {
    /// The record of a document whose results have this extension.
    pub(super) fn read(out: &Out, id: &DocumentId, extension: &str) -> Self {
        let path = Path::new(FOLDER).join(format!("{id}.{extension}.record"));
        let text = read_text(out, &path);
        Self { path, text, by_markup: OnceLock::new() }
    }

    /// Whether the results are what would be made again from these inputs.
    pub(super) fn is_current(&self, out: &Out, inputs: Fingerprint) -> bool {
        self.line(0).is_some_and(|known| known == inputs.to_string()) && self.is_intact(out)
    }

    /// Whether the document was made and had no results: a workbook of a paper without tables.
    pub(super) fn is_bare(&self) -> bool {
        self.results().is_some_and(|results| results.is_empty())
    }

    /// The results of this markup, when there are any and all are there as they were made.
    pub(super) fn made_from(&self, out: &Out, markup: Fingerprint) -> Option<Vec<KeptFiles>> {
        let by_markup = self.by_markup.get_or_init(|| {
            let mut by_markup: BTreeMap<String, Vec<KeptFiles>> = BTreeMap::new();
            for result in self.results().unwrap_or_default() {
                by_markup.entry(result.markup.clone()).or_default().push(result);
            }
            by_markup
        });
        let results = by_markup.get(&markup.to_string())?;
        results
            .iter()
            .all(|result| result.is_intact(out))
            .then(|| results.clone())
    }

    fn line(&self, number: usize) -> Option<&str> {
        self.text.as_ref()?.lines().nth(number)
    }

    /// The results; none when the record is damaged.
    fn results(&self) -> Option<Vec<KeptFiles>> {
        let lines = self.text.as_ref()?.lines().skip(1);
        let lines = lines.take_while(|line| !line.starts_with(TOLD));
        lines.map(KeptFiles::of_line).collect()
    }

    /// What there was to say about the document when it was made, as it was kept.
    fn told(&self) -> Option<&str> {
        self.text
            .as_ref()?
            .lines()
            .skip(1)
            .find_map(|line| line.strip_prefix(TOLD))
    }

    /// Whether all results are there as they were made.
    pub(super) fn is_intact(&self, out: &Out) -> bool {
        self.results().is_some_and(|results| {
            !results.is_empty() && results.iter().all(|result| result.is_intact(out))
        })
    }

    /// What there was to say, read again; none when it cannot be.
    /// `missing` is asked for texts that are not among the sources.
    pub(super) fn told_again(
        &self,
        sources: &mut Sources,
        missing: impl Fn(&str, &mut Sources) -> Option<FileId>,
    ) -> Option<Told> {
        match self.told() {
            None => Some(Told::default()),
            Some(line) => Told::of_line(line, sources, missing),
        }
    }

    /// Notes what was made. `inputs` is the fingerprint of every file that could matter; none when the
    /// document is to be read again in any case. A record that cannot be written costs time, not
    /// correctness.
    pub(super) fn keep(
        &self,
        out: &Out,
        inputs: Option<Fingerprint>,
        results: &[KeptFiles],
        told: Option<&str>,
    ) {
        let inputs = inputs.map_or_else(|| READ_AGAIN.to_owned(), |inputs| inputs.to_string());
        let mut text = format!("{inputs}\n");
        for KeptFiles { name, sum, markup } in results {
            text.push_str(&format!("{sum} {markup} {name}\n"));
        }
        if let Some(told) = told {
            text.push_str(&format!("{TOLD}{told}\n"));
        }
        if self.text.as_ref() != Some(&text) {
            let _ = out.write_quickly(&self.path, text.as_bytes());
        }
    }

    /// Removes results of the last time that are none any more, such as the copy of a recipient
    /// who gets none. Best effort: what cannot be removed stays.
    pub(super) fn remove_others(&self, out: &Out, results: &[KeptFiles]) {
        let kept: BTreeSet<&str> = results.iter().map(|result| result.name.as_str()).collect();
        for former in self.results().unwrap_or_default() {
            if !kept.contains(former.name.as_str()) {
                out.remove(Path::new(&former.name));
            }
        }
    }
}

impl KeptFiles {
    fn of_line(line: &str) -> Option<Self> {
        let mut parts = line.splitn(3, ' ').map(str::to_owned);
        Some(Self {
            sum: parts.next()?,
            markup: parts.next()?,
            name: parts.next()?,
        })
    }

    fn is_intact(&self, out: &Out) -> bool {
        let bytes = out.folder().read(Path::new(&self.name), LARGEST);
        bytes.is_ok_and(|bytes| Fingerprint::of(&bytes).to_string() == self.sum)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::Folder;

    #[test]
    fn a_result_is_current_until_something_changes() {
        let folder = tempfile::tempdir().expect("a folder");
        let out = &Out::new(Folder::new(folder.path()));
        let id = DocumentId("2024/plan".to_owned());
        let read = || BuildRecord::read(out, &id, "pdf");
        let print = |text: &str| Fingerprint::of(text.as_bytes());
        let result = KeptFiles {
            name: "2024/plan.pdf".to_owned(),
            sum: print("pdf").to_string(),
            markup: print("markup").to_string(),
        };
        let path = PathBuf::from(&result.name);
        let is_current = || read().is_current(out, print("yaml"));
        let has_markup = |markup| read().made_from(out, print(markup)).is_some();
        assert!(!is_current(), "no record");
        out.write(vec![(path.clone(), b"pdf".to_vec())]).expect("written");
        let results = std::slice::from_ref(&result);
        read().keep(out, Some(print("yaml")), results, Some("told"));
        assert_eq!(read().told(), Some("told"));
        assert!(is_current() && has_markup("markup"));
        assert!(!read().is_current(out, print("other")) && !has_markup("other"));
        // Other inputs that make the same markup.
        read().keep(out, Some(print("other")), results, None);
        assert!(read().is_current(out, print("other")) && !is_current());
        assert_eq!(read().told(), None);
        // To be read again, but not typeset again.
        read().keep(out, None, results, None);
        assert!(!is_current() && has_markup("markup"));
        read().keep(out, Some(print("yaml")), results, None);
        out.write(vec![(path.clone(), b"changed".to_vec())]).expect("written");
        assert!(!is_current() && !has_markup("markup"), "altered result");
        assert!(out.remove(&path));
        assert!(!is_current(), "deleted result");
    }
}
