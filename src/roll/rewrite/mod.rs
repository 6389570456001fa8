//! A document's file, rewritten for another year: the old file with a few letters changed.
//!
//! The rules of [`super`] know what becomes of a text; here is what becomes of a file. What goes in is the
//! file's text with its tree; what comes out is the new text, and a finding for everything that was
//! changed, dropped or is to be asked. Ids, order, comments and quoting stay, byte for byte; only
//! values change, tasks that were to be done once go, and what a person must find anew is emptied. The
//! result is parsed again and held against what it should say: a file written in a way that is not
//! understood is refused, never spoilt.

mod document;
mod new_file;
mod part;
mod texts;

use std::collections::BTreeSet;
use std::path::Path;

pub use new_file::Rewritten;
pub(crate) use texts::texts;

use super::Frame;
use crate::diag::{Code, Diagnostic, FileId, Place, Sources};
use crate::papers::{DocumentId, Kind, TaskId};
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
    /// Where it arises, as [`super::Locus::path`] names it.
    pub at: String,
    /// What is asked.
    pub ask: String,
    /// What could be the answer.
    pub proposals: Vec<String>,
}

/// A document that is rewritten.
#[derive(Debug, Clone, Copy)]
pub struct OldFile<'a> {
    /// Its text, among others.
    pub sources: &'a Sources,
    /// Which of them it is.
    pub file: FileId,
    /// Its path in the workspace.
    pub path: &'a Path,
    /// The new document's id.
    pub new_id: &'a DocumentId,
    /// The new document's path.
    pub new_path: &'a Path,
}

/// Rewrites a document for another year; none when it is of a kind that does not return every
/// year.
///
/// # Errors
/// When it is no YAML, or is written in a way that cannot be rewritten.
pub fn rewrite(old: OldFile<'_>, terms: &Terms) -> Result<Option<Rewritten>, Box<Diagnostic>> {
    let OldFile { sources, file, .. } = old;
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
    let is_marked = sources.get(file).is_marked();
    Ok(Some(Rewritten {
        id: old.new_id.clone(),
        path: old.new_path.to_owned(),
        old: old.path.to_owned(),
        findings,
        text,
        is_marked,
        indent,
        file,
    }))
}
