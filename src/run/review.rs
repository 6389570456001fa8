//! What a roll found, in words: equal findings of several files together, places as a clerk names them.

use std::collections::BTreeMap;

use crate::diag::Arg;
use crate::form::{KeyName, Locus, Names};
use crate::job::Roll;
use crate::roll::{
    ChangeRow, DayRow, DropRow, MarkedText, QuestionRow, Remark, ReviewSheet, Rewritten, What,
    Where,
};
use crate::wording::{Language, Wording};

/// How many files are named one by one; more are counted.
const MOST_NAMED: usize = 3;

/// What the findings of all files say, equal ones of several files together.
pub(super) fn worded(rewritten: &[Rewritten], task: &Roll, wording: &Wording) -> ReviewSheet {
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
    for (finding, ids) in together(rewritten) {
        let at = Where {
            files: named(&ids, wording),
            place: place(&finding.at, wording),
        };
        match &finding.what {
            What::Changed { old, new, because } => sheet.changes.push(ChangeRow {
                at,
                old: old.clone(),
                new: new.clone(),
                why: sentences(because.iter().map(|why| why.message()), wording),
            }),
            What::Dropped { old, because } => sheet.dropped.push(DropRow {
                at,
                old: old.clone(),
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
                text: text.clone(),
                ask: sentences(because.iter().map(|why| why.message()), wording),
                proposals: proposals.clone(),
            }),
        }
    }
    sheet
}

/// The findings of all files in the order of their first file, each with the ids of its files.
fn together(rewritten: &[Rewritten]) -> Vec<(&Remark, Vec<&str>)> {
    let mut places: BTreeMap<&Remark, usize> = BTreeMap::new();
    let mut found: Vec<(&Remark, Vec<&str>)> = Vec::new();
    for new in rewritten {
        let id = new.id.0.split_once('/').map_or(new.id.0.as_str(), |(_, below)| below);
        for finding in &new.findings {
            let at = *places.entry(finding).or_insert(found.len());
            if at == found.len() {
                found.push((finding, Vec::new()));
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

/// A place in words: as the form names its key, in the language of the wording.
pub(super) fn place(at: &Locus, wording: &Wording) -> String {
    let say = |id: &str, args: &[(&'static str, Arg)]| wording.say(id, args);
    let name = |name: &KeyName| name_in(&name.names, wording);
    match at {
        Locus::Key(key) => name(key),
        Locus::Item(key, number) => format!("{} {number}", name(key)),
        Locus::Row(key, number, column) => {
            format!("{} {number}, {}", name(key), name(column))
        }
        Locus::Other(path) => path.clone(),
        Locus::Task { id, item: None } => say("place-task", &[("id", id.as_str().into())]),
        Locus::Task { id, item: Some(number) } => {
            say("place-task-item", &[("id", id.as_str().into()), ("number", (*number).into())])
        }
    }
}

/// The sentences of several reasons, one after another.
pub(super) fn sentences(ids: impl Iterator<Item = String>, wording: &Wording) -> String {
    ids.map(|id| wording.say(&id, &[])).collect::<Vec<_>>().join(" ")
}
