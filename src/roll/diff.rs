//! How the papers of two years differ: texts reworded, tasks added, dropped, moved.
//!
//! In go two papers of one form; out come the differences, key by key, with the words that changed. Tasks are
//! known by their ids, items of a list by their places.

use std::collections::BTreeMap;

use super::compare::{Run, RunFate, runs};
use super::said::{Said, said_of};
use crate::calendar::{Due, Quarter};
use crate::form::{Form, KeyName, Locus};
use crate::papers::{Content, FormPaper, Task, Text};

/// A difference between two papers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Where.
    pub at: Locus,
    /// What.
    pub what: Differs,
}

/// How something differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Differs {
    /// It stands in the new paper only.
    Added {
        /// What it says.
        text: String,
        /// When it is due, for a task.
        quarter: Option<Quarter>,
    },
    /// It stands in the old paper only.
    Dropped {
        /// What it said.
        text: String,
        /// When it was due, for a task.
        quarter: Option<Quarter>,
    },
    /// A task is due in another quarter.
    Moved {
        /// When it was due.
        from: Quarter,
        /// When it is due.
        to: Quarter,
    },
    /// A task of the same quarter is due on another day.
    Due {
        /// When it was due.
        from: Due,
        /// When it is due.
        to: Due,
    },
    /// It says something else.
    Reworded(Vec<Run>),
    /// A task is done by others.
    Agencies(Vec<Run>),
}

impl Differs {
    /// Its name in machine-readable output and in `locales/`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Added { .. } => "added",
            Self::Dropped { .. } => "dropped",
            Self::Moved { .. } => "moved",
            Self::Due { .. } => "due",
            Self::Reworded(_) => "reworded",
            Self::Agencies(_) => "agencies",
        }
    }
}

/// The differences between two papers of a form, of which one may not be there: key by key in the order of the
/// form, as far as it says that differences tell of a key. Of a form none of whose own keys is told of, nothing is.
pub(crate) fn diff(
    old: Option<&FormPaper>,
    new: Option<&FormPaper>,
    form: &Form,
) -> Vec<Difference> {
    if !form.has_differences() {
        return Vec::new();
    }
    let subject = |paper: &FormPaper| paper.head.subject.clone().unwrap_or_default();
    let at = Locus::Key(form.name_of("subject"));
    let whole = |what| vec![Difference { at, what }];
    match (old, new) {
        (Some(old), Some(new)) => between(old, new, form),
        (Some(old), None) => whole(Differs::Dropped { text: subject(old), quarter: None }),
        (None, Some(new)) => whole(Differs::Added { text: subject(new), quarter: None }),
        (None, None) => Vec::new(),
    }
}

fn between(old: &FormPaper, new: &FormPaper, form: &Form) -> Vec<Difference> {
    let mut found = Vec::new();
    for key in form.keys.iter().filter(|key| key.diff) {
        match (said_of(key, old), said_of(key, new)) {
            (Said::Tasks(old), Said::Tasks(new)) => tasks(old, new, &mut found),
            (Said::One(old), Said::One(new)) => {
                reworded(Locus::Key(key.name.clone()), &old, &new, &mut found);
            }
            (old, new) => lists(&key.name, &old.all(), &new.all(), &mut found),
        }
    }
    found
}

/// A text that says something else.
fn reworded(at: Locus, old: &str, new: &str, found: &mut Vec<Difference>) {
    if old != new {
        found.push(Difference { at, what: Differs::Reworded(runs(old, new)) });
    }
}

/// The texts of two lists, place by place.
fn lists(key: &KeyName, old: &[String], new: &[String], found: &mut Vec<Difference>) {
    for number in 1..=old.len().max(new.len()) {
        let at = Locus::Item(key.clone(), number);
        let text = |texts: &[String]| texts.get(number - 1).cloned();
        match (text(old), text(new)) {
            (Some(old), Some(new)) => reworded(at, &old, &new, found),
            (None, Some(text)) => {
                found.push(Difference { at, what: Differs::Added { text, quarter: None } });
            }
            (Some(text), None) => {
                found.push(Difference { at, what: Differs::Dropped { text, quarter: None } });
            }
            (None, None) => {}
        }
    }
}

fn tasks(old: &[Task], new: &[Task], found: &mut Vec<Difference>) {
    let mut left: BTreeMap<&str, &Task> =
        old.iter().map(|task| (task.id.0.as_str(), task)).collect();
    for task in new {
        let at = Locus::Task { id: task.id.0.clone(), item: None };
        let mut differs = |what| found.push(Difference { at: at.clone(), what });
        let Some(before) = left.remove(task.id.0.as_str()) else {
            differs(Differs::Added { text: words(task), quarter: Some(task.quarter) });
            continue;
        };
        if before.quarter != task.quarter {
            differs(Differs::Moved { from: before.quarter, to: task.quarter });
        } else if before.due != task.due {
            differs(Differs::Due { from: before.due, to: task.due });
        }
        let (was, is) = (words(before), words(task));
        if was != is {
            differs(Differs::Reworded(runs(&was, &is)));
        }
        let (was, is) = (agencies(before), agencies(task));
        if was != is {
            differs(Differs::Agencies(whole(&was, &is)));
        }
    }
    for task in old.iter().filter(|task| left.contains_key(task.id.0.as_str())) {
        let at = Locus::Task { id: task.id.0.clone(), item: None };
        let what = Differs::Dropped { text: words(task), quarter: Some(task.quarter) };
        found.push(Difference { at, what });
    }
}

/// What a task says in its own paper, slips of an issued one too, as one text.
fn words(task: &Task) -> String {
    match &task.content {
        Content::Text(text) => text.letters(),
        Content::Items(items) => items.iter().map(Text::letters).collect::<Vec<_>>().join(" "),
    }
}

fn agencies(task: &Task) -> Vec<&str> {
    task.agencies
        .iter()
        .map(|agency| agency.short_name.as_str())
        .collect()
}

/// All names: those that stay or went, and those that came; a name is never split.
fn whole(old: &[&str], new: &[&str]) -> Vec<Run> {
    let run = |name: &str, fate| Run { text: name.to_owned(), fate };
    let fate = |name: &&str| if new.contains(name) { RunFate::Kept } else { RunFate::Gone };
    let stayed_or_gone = old.iter().map(|name| run(name, fate(name)));
    let came = new
        .iter()
        .filter(|name| !old.contains(name))
        .map(|name| run(name, RunFate::New));
    stayed_or_gone.chain(came).collect()
}
