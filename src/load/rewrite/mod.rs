//! A document's file, rewritten for another year: the old file with a few letters changed.
//!
//! [`crate::roll`] knows what becomes of a text; here is what becomes of a file. Ids, order,
//! comments and quoting stay, byte for byte; only values change, tasks that were to be done once
//! go, and what a person must find anew is emptied. The result is parsed again and held against
//! what it should say: a file written in a way that is not understood is refused, never spoilt.

mod document;
mod new_file;
mod rolled;
mod texts;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub use new_file::Rewritten;
pub(super) use texts::texts;

use super::{Candidate, DATA, Fetched, Workspace};
use crate::calendar::Year;
use crate::diag::{Code, Diagnostic, FileId, Place, Sources};
use crate::papers::{DocumentId, Kind, TaskId};
use crate::roll::Frame;
use crate::yaml;
use document::Rewriter;

/// What a file is rewritten by.
#[derive(Debug, Clone)]
pub struct Terms {
    /// From which year to which.
    pub frame: Frame,
    /// The tasks of the plan that are to be done once.
    pub dropped: BTreeSet<TaskId>,
    /// What the new year offers for tasks that come with an anniversary, in words.
    pub proposals: Vec<String>,
    /// The same by their ids, for launches.
    pub proposed: Vec<String>,
    /// Whose plan is rolled together with those of the units, which name it: "UBND huyện Cao
    /// Lộc".
    pub superior: Option<String>,
}

/// A question for the new file, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionText {
    /// Where it arises, as [`crate::roll::Locus::path`] names it.
    pub at: String,
    /// What is asked.
    pub ask: String,
    /// What could be the answer.
    pub proposals: Vec<String>,
}

impl Workspace<'_> {
    /// The documents in the folder of a year.
    pub fn documents_of(&self, year: Year) -> Vec<Candidate> {
        self.of_year(year).cloned().collect()
    }

    /// Rewrites the file of a document for another year; none when it is of a kind that does not
    /// return every year.
    ///
    /// # Errors
    /// When the file cannot be read, or is written in a way that cannot be rewritten.
    pub fn rewrite(
        &self,
        fetched: &Fetched,
        terms: &Terms,
    ) -> Result<Option<Rewritten>, Box<Diagnostic>> {
        let file = fetched.file()?;
        of_text((&fetched.id, &fetched.path), (&fetched.sources, file), terms)
    }
}

/// Rewrites the text of a document, known by its id and its path.
///
/// # Errors
/// As [`Workspace::rewrite`].
pub(super) fn of_text(
    (id, old): (&DocumentId, &Path),
    (sources, file): (&Sources, FileId),
    terms: &Terms,
) -> Result<Option<Rewritten>, Box<Diagnostic>> {
    let source = sources.get(file).text();
    let root = yaml::parse(source, file)?;
    // A report tells what was; next year's is written anew.
    let kind = root.scalar_of("kind").and_then(Kind::from_key);
    if matches!(kind, None | Some(Kind::Report)) {
        return Ok(None);
    }
    let mut rewriter = Rewriter::new(source, terms);
    rewriter.document(&root);
    let refused = |code, node: &yaml::Node| {
        let place = Place::new(file, node.place.range.clone());
        Box::new(Diagnostic::error(code, &place))
    };
    if rewriter.has_lost_all_tasks(&root) {
        let tasks = root.entry("tasks").unwrap_or(&root);
        return Err(refused(Code::NoTaskLeft, tasks));
    }
    let (text, findings) = rewriter
        .finish(&root, file)
        .ok_or_else(|| refused(Code::CannotRewrite, &root))?;
    let start = root.place.range.start;
    let line = source[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let indent = start - line;
    let (from, to) = (terms.frame.from.to_string(), terms.frame.to.to_string());
    let below = |id: &str| format!("{to}{}", id.strip_prefix(from.as_str()).unwrap_or(id));
    let new_id = DocumentId(below(&id.0));
    let name = old.strip_prefix(DATA).unwrap_or(old);
    let name = name.strip_prefix(&from).unwrap_or(name);
    let path = PathBuf::from(DATA).join(&to).join(name);
    let is_marked = sources.get(file).is_marked();
    Ok(Some(Rewritten {
        id: new_id,
        path,
        old: old.to_owned(),
        findings,
        text,
        is_marked,
        indent,
        file,
    }))
}
