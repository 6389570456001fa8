//! What a key of a paper says, as differences compare it: one text, several, or tasks.

use crate::form::Key;
use crate::papers::{
    Foot, FormValue, Paper, Plan, SuperiorDocument, Task, Text, UnitPlan, Values,
};

/// What a value says.
pub(super) enum Said<'p> {
    /// One text; empty where nothing is given.
    One(String),
    /// Several, each at its place.
    Several(Vec<String>),
    /// Tasks, each with its id.
    Tasks(&'p [Task]),
}

impl Said<'_> {
    /// All texts, each for itself.
    pub(super) fn all(self) -> Vec<String> {
        match self {
            Self::One(text) if text.is_empty() => Vec::new(),
            Self::One(text) => vec![text],
            Self::Several(texts) => texts,
            Self::Tasks(_) => Vec::new(),
        }
    }
}

/// What a key of a paper says. What stands above and below the text has a place of its own in a paper.
pub(super) fn said_of<'p>(key: &Key, paper: &'p Paper) -> Said<'p> {
    let foot = paper.foot();
    let line = |line: Option<&String>| Said::One(line.cloned().unwrap_or_default());
    match key.key() {
        "subject" => line(paper.head().subject.as_ref()),
        "filing" => line(foot.and_then(|foot: &Foot| foot.filing.as_ref())),
        "recipients" => {
            Said::Several(letters(foot.map(|foot| &*foot.recipients).unwrap_or_default()))
        }
        "to" => Said::Several(letters(&paper.common().to)),
        Plan::TASKS => match paper {
            Paper::Plan(plan) | Paper::UnitPlan(UnitPlan { plan, .. }) => {
                Said::Tasks(&plan.tasks)
            }
            Paper::Overview(_) | Paper::Form(_) | Paper::Report(_) => Said::Tasks(&[]),
        },
        own => paper.common().values.get(own).map_or(Said::One(String::new()), said),
    }
}

fn letters(texts: &[Text]) -> Vec<String> {
    texts.iter().map(Text::letters).collect()
}

fn said(value: &FormValue) -> Said<'_> {
    match value {
        FormValue::Nothing | FormValue::Blank(_) => Said::One(String::new()),
        FormValue::Line(line) => Said::One(line.clone()),
        FormValue::Text(text) => Said::One(text.letters()),
        FormValue::Texts(texts) => Said::Several(letters(texts)),
        FormValue::Day(day) | FormValue::Deadline(day) => Said::One(day.slashed()),
        FormValue::Period(from, until) => {
            Said::One(format!("{} - {}", from.slashed(), until.slashed()))
        }
        FormValue::Moment(moment) => {
            Said::One(format!("{}, {}", moment.time(), moment.day.slashed()))
        }
        FormValue::Count(count) | FormValue::Money(count) => Said::One(count.to_string()),
        FormValue::Flag(flag) => Said::One(flag.to_string()),
        FormValue::Agency(agency) => Said::One(agency.short_name.clone()),
        FormValue::Rows(rows) => Said::Several(rows.iter().map(cells).collect()),
        FormValue::Citations { known, .. } => {
            let words = known.iter().map(SuperiorDocument::in_words);
            Said::One(words.collect::<Vec<_>>().join("; "))
        }
        FormValue::Criteria(criteria) => {
            Said::Several(criteria.iter().map(|criterion| criterion.text.letters()).collect())
        }
        FormValue::Stages(stages) => {
            Said::Several(stages.iter().map(|stage| stage.text.letters()).collect())
        }
        FormValue::Tasks(tasks) => Said::Tasks(tasks),
        FormValue::Years(first, last) => Said::One(format!("{first} - {last}")),
        FormValue::DocumentType(found) => Said::One(found.name.to_string()),
    }
}

/// The cells of a row, in the order of their keys.
fn cells(row: &Values) -> String {
    let cells = row.iter().flat_map(|(_, value)| said(value).all());
    cells.collect::<Vec<_>>().join("; ")
}
