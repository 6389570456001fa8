//! How two papers of one form differ, key by key, as far as the form says that differences tell of it.
//!
//! In go the papers of two years; out come differences with the words that changed. A form without a key that
//! differences tell of is passed over: its papers are written anew every time.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::diff::{Difference, Differs, lists, reworded};
use crate::form::{Form, Locus};
use crate::papers::{FormPaper, FormValue, SuperiorDocument, Text};

/// The differences between the papers of two years, of which one may not be there.
pub(crate) fn diff_papers(
    old: Option<&FormPaper>,
    new: Option<&FormPaper>,
    form: &Form,
) -> Vec<Difference> {
    if !form.own_keys().any(|key| key.diff) {
        return Vec::new();
    }
    let subject = |paper: &FormPaper| paper.head.subject.clone().unwrap_or_default();
    let at = Locus::Key(form.name_of("subject"));
    let whole = |what| vec![Difference { at: at.clone(), what }];
    match (old, new) {
        (Some(old), Some(new)) => between(old, new, form),
        (Some(old), None) => whole(Differs::Dropped { text: subject(old), quarter: None }),
        (None, Some(new)) => whole(Differs::Added { text: subject(new), quarter: None }),
        (None, None) => Vec::new(),
    }
}

fn between(old: &FormPaper, new: &FormPaper, form: &Form) -> Vec<Difference> {
    let mut found = Vec::new();
    let subject = |paper: &FormPaper| paper.head.subject.clone().unwrap_or_default();
    let at = Locus::Key(form.name_of("subject"));
    reworded(at, &subject(old), &subject(new), &mut found);
    for key in form.own_keys().filter(|key| key.diff) {
        let said = |paper: &FormPaper| paper.values.get(&key.name.key).map(said);
        match (said(old).unwrap_or_default(), said(new).unwrap_or_default()) {
            (Said::One(old), Said::One(new)) => {
                reworded(Locus::Key(key.name.clone()), &old, &new, &mut found);
            }
            (old, new) => lists(&key.name, &old.all(), &new.all(), &mut found),
        }
    }
    let recipients =
        |paper: &FormPaper| paper.foot.as_ref().map(|foot| letters(&foot.recipients));
    let (was, is) = (recipients(old).unwrap_or_default(), recipients(new).unwrap_or_default());
    lists(&form.name_of("recipients"), &was, &is, &mut found);
    found
}

/// What a value says, as one text or as several.
enum Said {
    One(String),
    Several(Vec<String>),
}

impl Default for Said {
    fn default() -> Self {
        Self::One(String::new())
    }
}

impl Said {
    fn all(self) -> Vec<String> {
        match self {
            Self::One(text) if text.is_empty() => Vec::new(),
            Self::One(text) => vec![text],
            Self::Several(texts) => texts,
        }
    }
}

fn letters(texts: &[Text]) -> Vec<String> {
    texts.iter().map(Text::letters).collect()
}

fn said(value: &FormValue) -> Said {
    match value {
        FormValue::Nothing | FormValue::Blank(_) => Said::default(),
        FormValue::Line(line) => Said::One(line.clone()),
        FormValue::Text(text) => Said::One(text.letters()),
        FormValue::Texts(texts) => Said::Several(letters(texts)),
        FormValue::Day(day) => Said::One(day.slashed()),
        FormValue::Period(from, until) => {
            Said::One(format!("{} - {}", from.slashed(), until.slashed()))
        }
        FormValue::Moment(moment) => {
            Said::One(format!("{}, {}", moment.time(), moment.day.slashed()))
        }
        FormValue::Count(count) | FormValue::Money(count) => Said::One(count.to_string()),
        FormValue::Flag(flag) => Said::One(flag.to_string()),
        FormValue::Agency(agency) => Said::One(agency.short_name.clone()),
        FormValue::Rows(rows) => {
            let cells = |row: &BTreeMap<Arc<str>, FormValue>| {
                row.values()
                    .flat_map(|value| said(value).all())
                    .collect::<Vec<_>>()
                    .join("; ")
            };
            Said::Several(rows.iter().map(cells).collect())
        }
        FormValue::Citations(citations) => {
            Said::Several(citations.iter().map(SuperiorDocument::in_words).collect())
        }
        FormValue::Criteria(criteria) => {
            Said::Several(criteria.iter().map(|criterion| criterion.text.letters()).collect())
        }
        FormValue::Stages(stages) => {
            Said::Several(stages.iter().map(|stage| stage.text.letters()).collect())
        }
    }
}
