//! What a roll found, in words: equal findings of several files together, places as a clerk names them.

use std::collections::BTreeMap;

use super::spoken::spoken;
use crate::diag::Arg;
use crate::form::{KeyName, Locus, Names};
use crate::job::Roll;
use crate::load::{PlaceNames, Workspace};
use crate::roll::{
    ChangeRow, DayRow, DropRow, MarkedText, QuestionRow, Remark, ReviewSheet, Rewritten,
    TaskTitle, What, Where,
};
use crate::wording::{Language, Wording};

/// How many files are named one by one; more are counted.
const MOST_NAMED: usize = 3;

/// What a roll made, and what is known of it.
#[derive(Clone, Copy)]
pub(super) struct Made<'r> {
    /// The rewritten files.
    pub(super) files: &'r [Rewritten],
    /// What the places of each are called by.
    pub(super) names: &'r [PlaceNames<'r>],
    /// The workspace, which knows names for ids.
    pub(super) workspace: &'r Workspace<'r>,
}

/// What the findings of all files say, equal ones of several files together.
pub(super) fn worded(made: Made<'_>, task: &Roll, wording: &Wording) -> ReviewSheet {
    let rewritten = made.files;
    let years = [("from", task.from.to_string().into()), ("to", task.to.to_string().into())];
    let mut sheet = ReviewSheet {
        from: task.from,
        to: task.to,
        title: wording.say("sheet-title", &years),
        files: rewritten
            .iter()
            .map(|new| new.path.to_string_lossy().into_owned())
            .collect(),
        changes: Vec::new(),
        ended: Vec::new(),
        dropped: Vec::new(),
        days_off: Vec::new(),
        questions: Vec::new(),
        commemorations: Vec::new(),
    };
    for (finding, ids, first) in together(rewritten) {
        let at = Where {
            files: named(&ids, wording),
            place: place_of(&finding.at, made.names.get(first), ids.len() == 1, wording),
        };
        let said = |text: &MarkedText| spoken(text, &finding.at, made.workspace, wording);
        match &finding.what {
            What::Changed { old, new, because } => sheet.changes.push(ChangeRow {
                at,
                old: said(old),
                new: said(new),
                why: sentences(because.iter().map(|why| why.message()), wording),
            }),
            What::Dropped { old, because } => sheet.dropped.push(DropRow {
                at,
                old: said(&MarkedText::new(old, [])).text,
                why: wording.say(because.message(), &[]),
            }),
            What::DayOff { date, why } => sheet.days_off.push(DayRow {
                at,
                date: date.slashed(),
                why: wording.say(why.name(), &[]),
            }),
            What::StillAsked { ask, proposals } => sheet.questions.push(QuestionRow {
                at,
                text: MarkedText::new("", []),
                ask: ask.clone(),
                proposals: proposals.clone(),
            }),
            What::Asked { text, because, proposals } => sheet.questions.push(QuestionRow {
                at,
                text: said(text),
                ask: sentences(because.iter().map(|why| why.message()), wording),
                proposals: proposals.clone(),
            }),
        }
    }
    sheet
}

/// The findings of all files in the order of their first file, each with the ids of its files and the first of them.
fn together(rewritten: &[Rewritten]) -> Vec<(&Remark, Vec<&str>, usize)> {
    let mut places: BTreeMap<&Remark, usize> = BTreeMap::new();
    let mut found: Vec<(&Remark, Vec<&str>, usize)> = Vec::new();
    for (file, new) in rewritten.iter().enumerate() {
        let id = new.id.below();
        for finding in &new.findings {
            let at = *places.entry(finding).or_insert(found.len());
            if at == found.len() {
                found.push((finding, Vec::new(), file));
            }
            found[at].1.push(id);
        }
    }
    found
}

/// Some files by name, many by number.
fn named(ids: &[&str], wording: &Wording) -> String {
    match ids {
        [first, ..] if ids.len() > MOST_NAMED => {
            let args = [("count", ids.len().into()), ("first", Arg::from(*first))];
            wording.say("sheet-files", &args)
        }
        _ => ids.join(", "),
    }
}

/// A name of a form or a key, in the language of the wording.
pub(super) fn name_in(names: &Names, wording: &Wording) -> String {
    match wording.language() {
        Language::Vietnamese => names.vi.to_string(),
        Language::English => names.en.to_string(),
    }
}

/// A place of a file in words. Of the same task in several files no number is told: each has its own.
fn place_of(
    at: &Locus,
    names: Option<&PlaceNames<'_>>,
    is_of_one: bool,
    wording: &Wording,
) -> String {
    let asked = match at {
        Locus::Other(path) => {
            names.and_then(|names| names.form).and_then(|form| form.locus(path))
        }
        Locus::Key(_) | Locus::Item(..) | Locus::Row(..) | Locus::Task { .. } => None,
    };
    let at = asked.as_ref().unwrap_or(at);
    let title = at.task().and_then(|id| names?.titles.get(id));
    let title = title.map(|title| TaskTitle {
        number: title.number.filter(|_| is_of_one),
        ..title.clone()
    });
    place(at, title.as_ref(), wording)
}

/// A place in words: as the form names its key, in the language of the wording; a task by its title.
pub(super) fn place(at: &Locus, title: Option<&TaskTitle>, wording: &Wording) -> String {
    let name = |name: &KeyName| name_in(&name.names, wording);
    match at {
        Locus::Key(key) => name(key),
        Locus::Item(key, number) => format!("{} {number}", name(key)),
        Locus::Row(key, number, column) => {
            format!("{} {number}, {}", name(key), name(column))
        }
        Locus::Other(path) => path.clone(),
        Locus::Task { id, item } => {
            let number = title.and_then(|title| title.number).unwrap_or_default();
            let title = title.map_or(id.as_str(), |title| title.beginning.as_str());
            let args = [
                ("number", Arg::from(number)),
                ("title", title.into()),
                ("item", item.unwrap_or_default().into()),
            ];
            wording.say("place-task", &args)
        }
    }
}

/// The sentences of several reasons, one after another.
pub(super) fn sentences(ids: impl Iterator<Item = String>, wording: &Wording) -> String {
    ids.map(|id| wording.say(&id, &[])).collect::<Vec<_>>().join(" ")
}
