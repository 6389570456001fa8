//! What a key of a paper says, as differences compare it: one text, several, or tasks.

use crate::form::Key;
use crate::numbers::grouped;
use crate::papers::{
    Clause, Criterion, Foot, FormPaper, FormValue, Stage, SuperiorDocument, Task, Text, Values,
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
pub(super) fn said_of<'p>(key: &Key, paper: &'p FormPaper) -> Said<'p> {
    let foot = paper.foot.as_ref();
    let line = |line: Option<&String>| Said::One(line.cloned().unwrap_or_default());
    match key.key() {
        "subject" => line(paper.head.subject.as_ref()),
        "filing" => line(foot.and_then(|foot: &Foot| foot.filing.as_ref())),
        "recipients" => {
            Said::Several(letters(foot.map(|foot| &*foot.recipients).unwrap_or_default()))
        }
        own => {
            let value = paper.values.get(own);
            value.map_or(Said::One(String::new()), |value| said(key, value))
        }
    }
}

fn letters(texts: &[Text]) -> Vec<String> {
    texts.iter().map(Text::letters).collect()
}

fn said<'v>(key: &Key, value: &'v FormValue) -> Said<'v> {
    match value {
        FormValue::Nothing | FormValue::Blank(..) => Said::One(String::new()),
        FormValue::Line(line) | FormValue::Choice(line) => Said::One(line.clone()),
        FormValue::Words(words) => Said::One(words.join(", ")),
        FormValue::Text(text) => Said::One(text.letters()),
        FormValue::Texts(texts) => Said::Several(letters(texts)),
        FormValue::Day(day) => Said::One(day.slashed()),
        FormValue::Period(from, until) => {
            Said::One(format!("{} - {}", from.slashed(), until.slashed()))
        }
        FormValue::Moment(moment) => {
            Said::One(format!("{}, {}", moment.time(), moment.day.slashed()))
        }
        FormValue::Count(count) | FormValue::Money(count) => Said::One(grouped(*count)),
        FormValue::Flag(flag) => Said::One(if *flag { "có" } else { "không" }.to_owned()),
        FormValue::Award(_, name) => Said::One(name.clone()),
        FormValue::Agency(agency) => Said::One(agency.short_name.clone()),
        FormValue::Rows(rows) => {
            Said::Several(rows.iter().map(|row| cells(key, row)).collect())
        }
        FormValue::Citations { known, .. } => {
            let words = known.iter().map(SuperiorDocument::in_words);
            Said::One(words.collect::<Vec<_>>().join("; "))
        }
        FormValue::Criteria(criteria) => {
            let words = |criterion: &Criterion| match criterion.points {
                Some(points) => format!("{} ({points})", criterion.text.letters()),
                None => criterion.text.letters(),
            };
            Said::Several(criteria.iter().map(words).collect())
        }
        FormValue::Clauses(clauses) => {
            let words = |clause: &Clause| {
                let title = clause.running_texts().map(Text::letters);
                std::iter::once(clause.label.clone())
                    .chain(title)
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            Said::Several(clauses.iter().map(words).collect())
        }
        FormValue::Stages(stages) => {
            let words = |Stage { from, until, text }: &Stage| {
                format!("{} - {}: {}", from.slashed(), until.slashed(), text.letters())
            };
            Said::Several(stages.iter().map(words).collect())
        }
        FormValue::Tasks(tasks) => Said::Tasks(tasks),
        FormValue::Years(first, last) => Said::One(format!("{first} - {last}")),
        FormValue::DocumentType(found) => Said::One(found.name.to_string()),
    }
}

/// The cells of a row, in the order of the definition; an empty one keeps its place.
fn cells(key: &Key, row: &Values) -> String {
    let cell = |column: &Key| {
        let value = row.get(column.key());
        value.map_or_else(String::new, |value| said(column, value).all().join(", "))
    };
    key.rows.iter().map(cell).collect::<Vec<_>>().join("; ")
}
