//! What a file is rewritten by, and what goes into the new one.

use std::collections::BTreeSet;
use std::path::Path;

use super::super::Frame;
use crate::diag::{FileId, Sources};
use crate::form::Forms;
use crate::papers::{DocumentId, TaskId};

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
    /// Where it arises, as [`Locus::path`](crate::form::Locus::path) names it.
    pub at: String,
    /// What is asked.
    pub ask: String,
    /// What could be the answer.
    pub proposals: Vec<String>,
}

/// A document that is rewritten.
#[derive(Debug, Clone, Copy)]
pub struct OldFile<'a> {
    /// The forms, of which one is its own.
    pub forms: &'a Forms,
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
