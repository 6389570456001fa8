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
//! typesetter gets. When an input has changed and the markup has not (another agency's name, a
//! comment), nothing is typeset.

use std::path::{Path, PathBuf};

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

/// What a document was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MadeFrom {
    /// Every file that could matter; none when the document is to be read again in any case.
    pub(super) inputs: Option<Fingerprint>,
    /// What the typesetter gets.
    pub(super) markup: Fingerprint,
}

/// The record of one document in one format.
pub(super) struct Record {
    path: PathBuf,
    text: Option<String>,
}

impl Record {
    /// The record of a document whose results have this extension.
    pub(super) fn read(out: &Out, id: &DocumentId, extension: &str) -> Self {
        let path = Path::new(FOLDER).join(format!("{id}.{extension}.record"));
        let text = read_text(out, &path);
        Self { path, text }
    }

    /// Whether the results are what would be made again from these inputs.
    pub(super) fn is_current(&self, out: &Out, inputs: Fingerprint) -> bool {
        self.line(0).is_some_and(|known| known == inputs.to_string()) && self.is_intact(out)
    }

    /// Whether the results are what would be made again from this markup.
    pub(super) fn has_markup(&self, out: &Out, markup: Fingerprint) -> bool {
        self.line(1).is_some_and(|known| known == markup.to_string()) && self.is_intact(out)
    }

    fn line(&self, number: usize) -> Option<&str> {
        self.text.as_ref()?.lines().nth(number)
    }

    /// The results, with their fingerprints as letters.
    fn results(&self) -> Option<Vec<(&str, &str)>> {
        let lines = self.text.as_ref()?.lines().skip(2);
        let lines = lines.take_while(|line| !line.starts_with(TOLD));
        lines.map(|line| line.split_once(' ')).collect()
    }

    /// What there was to say about the document when it was made, as it was kept.
    fn told(&self) -> Option<&str> {
        self.text
            .as_ref()?
            .lines()
            .skip(2)
            .find_map(|line| line.strip_prefix(TOLD))
    }

    /// Whether all results are there as they were made.
    pub(super) fn is_intact(&self, out: &Out) -> bool {
        let intact = |(sum, name): &(&str, &str)| {
            let bytes = out.folder().read(Path::new(name), LARGEST);
            bytes.is_ok_and(|bytes| Fingerprint::of(&bytes).to_string() == *sum)
        };
        self.results()
            .is_some_and(|results| !results.is_empty() && results.iter().all(intact))
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

    /// Notes what was made. A record that cannot be written costs time, not correctness.
    pub(super) fn keep(
        &self,
        out: &Out,
        from: MadeFrom,
        files: &[(PathBuf, Fingerprint)],
        told: Option<&str>,
    ) {
        let mut results = String::new();
        for (path, sum) in files {
            let Some(name) = path.to_str() else { return };
            results.push_str(&format!("{sum} {name}\n"));
        }
        self.write(out, from, &results, told);
    }

    /// Removes results of the last time that are none any more, such as the copy of a recipient
    /// who gets none. Best effort: what cannot be removed stays.
    pub(super) fn remove_others(&self, out: &Out, files: &[(PathBuf, Fingerprint)]) {
        for (_, name) in self.results().unwrap_or_default() {
            if files.iter().all(|(kept, _)| kept != Path::new(name)) {
                out.remove(Path::new(name));
            }
        }
    }

    /// Notes that the same results come from other inputs, and what there is to say now.
    pub(super) fn renew(&self, out: &Out, from: MadeFrom, told: Option<&str>) {
        let lines = self.results().unwrap_or_default();
        let results = lines
            .iter()
            .map(|(sum, name)| format!("{sum} {name}\n"))
            .collect::<String>();
        if self.line(0) != Some(&inputs(from)) || self.told() != told {
            self.write(out, from, &results, told);
        }
    }

    fn write(&self, out: &Out, from: MadeFrom, results: &str, told: Option<&str>) {
        let told = told.map(|told| format!("{TOLD}{told}\n")).unwrap_or_default();
        let text = format!("{}\n{}\n{results}{told}", inputs(from), from.markup);
        let _ = out.write_quickly(&self.path, text.as_bytes());
    }
}

fn inputs(from: MadeFrom) -> String {
    from.inputs
        .map_or_else(|| READ_AGAIN.to_owned(), |inputs| inputs.to_string())
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
        let read = || Record::read(out, &id, "pdf");
        let print = |text: &str| Fingerprint::of(text.as_bytes());
        let from = MadeFrom {
            inputs: Some(print("yaml")),
            markup: print("markup"),
        };
        let path = PathBuf::from("2024/plan.pdf");
        let is_current = || read().is_current(out, print("yaml"));
        assert!(!is_current(), "no record");
        out.write(vec![(path.clone(), b"pdf".to_vec())]).expect("written");
        read().keep(out, from, &[(path.clone(), print("pdf"))], Some("told"));
        assert_eq!(read().told(), Some("told"));
        assert!(is_current() && read().has_markup(out, print("markup")));
        assert!(!read().is_current(out, print("other")));
        assert!(!read().has_markup(out, print("other")));
        // Other inputs that make the same markup.
        read().renew(out, MadeFrom { inputs: Some(print("other")), ..from }, None);
        assert!(read().is_current(out, print("other")) && !is_current());
        assert_eq!(read().told(), None);
        // To be read again, but not typeset again.
        read().renew(out, MadeFrom { inputs: None, ..from }, None);
        assert!(!is_current() && read().has_markup(out, print("markup")));
        read().renew(out, from, None);
        out.write(vec![(path.clone(), b"changed".to_vec())]).expect("written");
        assert!(!is_current() && !read().has_markup(out, print("markup")), "altered result");
        assert!(out.remove(&path));
        assert!(!is_current(), "deleted result");
    }
}
