//! What the two processes tell each other: one JSON value to a line.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// From the second process to the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Message {
    /// To be printed.
    Print(Stream, String),
    /// Of the progress bar.
    Bar(BarMessage),
    /// A document is begun.
    Begun {
        /// Its id.
        unit: String,
        /// Its kind.
        kind: String,
    },
    /// The work on a document is over.
    Ended(String),
    /// A document was made.
    Made(String, Product),
    /// The file of a report that was missing was started.
    Started,
    /// Documents went beyond a limit; nothing follows.
    Beyond {
        /// Those that may have.
        units: Vec<String>,
        /// What they went beyond.
        limit: Limit,
        /// Where one was that is traced.
        at: Option<At>,
    },
    /// The document that was traced has come to its end after all; nothing follows.
    Traced,
    /// All is done, with this exit code; nothing follows.
    Done(u8),
}

/// Where words go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) enum Stream {
    /// Results.
    Out,
    /// Everything else.
    Err,
}

/// What happens to the progress bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum BarMessage {
    /// It begins, for so many documents.
    Start(usize),
    /// One of them is done.
    Step,
    /// It goes.
    End,
}

/// A document that was made, as it is told of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    /// Its files with their sizes in bytes.
    pub files: Vec<(String, usize)>,
    /// Its pages.
    pub pages: usize,
}

/// What stopped a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Limit {
    /// It took too long.
    Time,
    /// It took too much memory.
    Memory,
    /// The process ended under it, with these words.
    Crash(String),
}

/// A line of a template.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct At {
    /// The template's path in the workspace: `templates/plan.typ.j2`.
    pub name: String,
    /// The line, from 1.
    pub line: usize,
}

/// How a document was stopped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stopped {
    /// By what.
    pub limit: Limit,
    /// Where, as far as that could be found out.
    pub at: Option<At>,
    /// Whether others of its kind were, and this one was not even tried.
    pub untried: bool,
}

/// From the first process to the second, at its start.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Orders {
    /// Whether what is printed is coloured.
    pub(super) styled: bool,
    /// Whether there is a progress bar.
    pub(super) bar: bool,
    /// One document at a time, so that it is known whose the memory is.
    pub(super) alone: bool,
    /// Whether the file of a missing report was started before.
    pub(super) started: bool,
    /// Documents that were made before.
    pub(super) made: BTreeMap<String, Product>,
    /// Documents that were stopped.
    pub(super) stopped: BTreeMap<String, Stopped>,
    /// Kinds of which enough documents were stopped.
    pub(super) given_up: BTreeMap<String, Stopped>,
    /// A document that was stopped: this process is to find out where, and to do nothing else. What it
    /// prints is not for anybody.
    pub(super) traced: Option<String>,
}

/// Ends the second process when what is under way is finished.
pub(super) const STOP: &str = "stop";
