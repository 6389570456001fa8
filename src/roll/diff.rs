//! How the plans of two years differ: tasks added, dropped, moved, reworded.
//!
//! In go two plans; out come the differences, task by task, with the words that changed. Tasks are
//! known by their ids.

use std::collections::BTreeMap;

use super::compare::{Run, RunFate, runs};
use crate::calendar::Quarter;
use crate::form::{Form, KeyName, Locus};
use crate::papers::{Content, Plan, SuperiorDocument, Task, Text};

/// A difference between two plans.
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
    /// It stands in the new plan only.
    Added {
        /// What it says.
        text: String,
        /// When it is due, for a task.
        quarter: Option<Quarter>,
    },
    /// It stands in the old plan only.
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
            Self::Reworded(_) => "reworded",
            Self::Agencies(_) => "agencies",
        }
    }
}

/// The differences between two plans, in the order of the new one; what was dropped comes last.
pub(crate) fn diff(old: &Plan, new: &Plan, form: &Form) -> Vec<Difference> {
    let mut found = Vec::new();
    let key = |key: &str| Locus::Key(form.name_of(key));
    let list = |key: &str| form.name_of(key);
    let letters = |texts: &[Text]| texts.iter().map(Text::letters).collect::<Vec<String>>();
    let subject = |plan: &Plan| plan.head.subject.clone().unwrap_or_default();
    reworded(key("subject"), &subject(old), &subject(new), &mut found);
    lists(&list("bases"), &letters(&old.bases), &letters(&new.bases), &mut found);
    let superior = |plan: &Plan| {
        let words = plan.implements.iter().map(SuperiorDocument::in_words);
        words.collect::<Vec<_>>().join("; ")
    };
    reworded(key("implements"), &superior(old), &superior(new), &mut found);
    lists(&list("purpose"), &letters(&old.purpose), &letters(&new.purpose), &mut found);
    lists(
        &list("requirements"),
        &letters(&old.requirements),
        &letters(&new.requirements),
        &mut found,
    );
    tasks(&old.tasks, &new.tasks, &mut found);
    lists(
        &list("arrangements"),
        &letters(&old.arrangements),
        &letters(&new.arrangements),
        &mut found,
    );
    let deadline = |plan: &Plan| {
        plan.unit_plans_deadline
            .map(|date| date.slashed())
            .unwrap_or_default()
    };
    reworded(key("deadlines"), &deadline(old), &deadline(new), &mut found);
    lists(
        &list("recipients"),
        &letters(&old.foot.recipients),
        &letters(&new.foot.recipients),
        &mut found,
    );
    let filing = |plan: &Plan| plan.foot.filing.clone().unwrap_or_default();
    reworded(key("filing"), &filing(old), &filing(new), &mut found);
    let is_told = |at: &Locus| match at {
        Locus::Key(name) | Locus::Item(name, _) | Locus::Row(name, ..) => {
            form.is_in_diff(&name.key)
        }
        Locus::Task { .. } => form.is_in_diff("tasks"),
        Locus::Other(_) => true,
    };
    found.retain(|difference| is_told(&difference.at));
    found
}

/// A text that says something else.
pub(super) fn reworded(at: Locus, old: &str, new: &str, found: &mut Vec<Difference>) {
    if old != new {
        found.push(Difference { at, what: Differs::Reworded(runs(old, new)) });
    }
}

/// The texts of two lists, place by place.
pub(super) fn lists(
    key: &KeyName,
    old: &[String],
    new: &[String],
    found: &mut Vec<Difference>,
) {
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
            differs(Differs::Added { text: said(task), quarter: Some(task.quarter) });
            continue;
        };
        if before.quarter != task.quarter {
            differs(Differs::Moved { from: before.quarter, to: task.quarter });
        }
        let (was, is) = (said(before), said(task));
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
        let what = Differs::Dropped { text: said(task), quarter: Some(task.quarter) };
        found.push(Difference { at, what });
    }
}

/// What a task says, as one text.
fn said(task: &Task) -> String {
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

/// Names that went and names that came; a name is never split.
fn whole(old: &[&str], new: &[&str]) -> Vec<Run> {
    let run = |name: &str, fate| Run { text: name.to_owned(), fate };
    let gone = old
        .iter()
        .filter(|name| !new.contains(name))
        .map(|name| run(name, RunFate::Gone));
    let came = new
        .iter()
        .filter(|name| !old.contains(name))
        .map(|name| run(name, RunFate::New));
    gone.chain(came).collect()
}
