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
    /// What the new year offers for what comes with an anniversary.
    pub proposals: Vec<Proposed>,
    /// The names of all that is commemorated, as texts may call it.
    pub names: Vec<String>,
    /// Whose plan is rolled together with those of the units, which name it: "UBND huyện Cao
    /// Lộc".
    pub superior: Option<String>,
}

/// A commemoration that the new year offers: its count is round, or ends in 5.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    /// Its id, by which launches name it.
    pub id: String,
    /// Its name, without a count.
    pub name: String,
    /// In full: "95 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2025)".
    pub words: String,
    /// What is to be said behind it: that nobody has held it against a source.
    pub remark: Option<String>,
    /// Whether the office proposes it of itself: it is the country's or the province's, and no sector's.
    pub is_near: bool,
}

impl Proposed {
    /// A sentence with it, and what is to be said of it.
    pub fn remarked(&self, sentence: &str) -> String {
        match &self.remark {
            Some(remark) => format!("{sentence} - {remark}"),
            None => sentence.to_owned(),
        }
    }
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
