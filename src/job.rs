//! What is to be done, resolved: the one value that goes from the command line into the library.

use std::path::PathBuf;

use crate::export::Format;
use crate::load::Choice;
use crate::papers::Kind;

/// A job on a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// The workspace.
    pub root: PathBuf,
    /// The documents that it is about; all when empty.
    pub choices: Vec<Choice>,
    /// Only documents of this kind.
    pub kind: Option<Kind>,
    /// What to do with them.
    pub task: Task,
}

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// Make them.
    Build(Build),
    /// Check the data.
    Check(ReportFormat),
    /// List them.
    List,
}

/// How to make documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Build {
    /// The folder of results.
    pub out: PathBuf,
    /// As drafts.
    pub draft: bool,
    /// The format.
    pub format: Format,
    /// How many at once.
    pub jobs: usize,
}

/// The form of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}
