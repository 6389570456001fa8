//! Changes of a file of data, each of which the file must survive alone.

use super::hold::Step;
use super::paper::OpenPaper;
use crate::yaml::{Beside, Edits, Value};

/// A change of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Planned {
    /// The lines that it is made for.
    pub(super) of: Step,
    /// Where in the data.
    pub(crate) path: String,
    /// What the data said there, and say then.
    pub(crate) old: String,
    pub(crate) new: String,
    pub(super) edit: Edit,
}

/// How the file is changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Edit {
    Reword { path: String, value: String },
    Insert { beside: String, side: Beside, key: Option<String>, value: String },
    Remove { path: String },
}

/// How an edit is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// As little is changed as goes.
    Careful,
    /// A value is written anew.
    Anew,
}

/// The way in which an edit can be made; none when the file would not say then what it should.
pub(super) fn way(edit: &Edit, paper: &OpenPaper<'_>) -> Option<Way> {
    [Way::Careful, Way::Anew].into_iter().find(|way| {
        let mut edits = Edits::default();
        way.add(edit, paper, &mut edits)
            && edits.apply(paper.source, paper.root, paper.file).is_some()
    })
}

impl Way {
    /// Adds an edit; whether what it changes is there.
    pub(super) fn add(self, edit: &Edit, paper: &OpenPaper<'_>, edits: &mut Edits) -> bool {
        match edit {
            Edit::Reword { path, value } => match paper.value(path) {
                Some(node) if matches!(node.value, Value::Null) => {
                    let Some(entry) = paper.entry(path) else { return false };
                    edits.fill(entry, value, paper.source);
                    true
                }
                Some(node) => {
                    match self {
                        Self::Careful => edits.reword(node, value, paper.source),
                        Self::Anew => edits.requote(node, value),
                    }
                    true
                }
                None => false,
            },
            Edit::Insert { beside, side, key, value } => {
                let Some(node) = paper.value(beside) else { return false };
                edits.insert(node, (*side, key.as_deref()), value, paper.source);
                true
            }
            Edit::Remove { path } => {
                let Some(node) = paper.value(path) else { return false };
                edits.remove(node.place.range.start, node, paper.source);
                true
            }
        }
    }
}
