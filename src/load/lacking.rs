//! The values of keys of a form that the data do not give: nothing, or the blank that a draft shows.
//!
//! Both matches are exhaustive: a new type does not compile until it is said what a paper has without it.

use crate::form::{Key, KeyType, Level};
use crate::papers::{
    BlankParts, Clause, Criterion, FormValue, SuperiorDocument, Text, Values,
};
use crate::values::Context;

/// What a key holds that is not given: of a list no item.
pub(super) fn absent(key: &Key, cx: &Context<'_>) -> FormValue {
    match key.is {
        KeyType::Texts | KeyType::Targets => FormValue::Texts(Vec::new()),
        KeyType::LeftOut => FormValue::Words(Vec::new()),
        KeyType::Rows => FormValue::Rows(Vec::new()),
        KeyType::Stages => FormValue::Stages(Vec::new()),
        KeyType::Clauses => FormValue::Clauses(Vec::new()),
        KeyType::Citations => citations(key, Vec::new(), cx),
        KeyType::Tasks | KeyType::UnitTasks => FormValue::Tasks(Vec::new()),
        KeyType::Text
        | KeyType::Rich
        | KeyType::Day
        | KeyType::Period
        | KeyType::Moment
        | KeyType::Count
        | KeyType::Money
        | KeyType::Reward
        | KeyType::Choice
        | KeyType::Flag
        | KeyType::Agency
        | KeyType::Award
        | KeyType::Criteria
        | KeyType::Deadlines
        | KeyType::Years
        | KeyType::DocumentType
        | KeyType::Common(_) => FormValue::Nothing,
    }
}

/// Documents of superior agencies, with whether others may still have to be named.
pub(super) fn citations(
    key: &Key,
    known: Vec<SuperiorDocument>,
    cx: &Context<'_>,
) -> FormValue {
    FormValue::Citations {
        known,
        is_asked: cx.known().open.contains(key.key()),
    }
}

/// What a draft shows for a key that it lacks: a blank in the form of its type, of a list one item.
pub(super) fn blank(key: &Key) -> FormValue {
    let text = || Text::blank(key.key());
    let of = |parts: BlankParts| FormValue::Blank(key.name.key.clone(), parts);
    match key.is {
        KeyType::Rich | KeyType::Text => FormValue::Text(text()),
        KeyType::Texts | KeyType::Targets => FormValue::Texts(vec![text()]),
        KeyType::Clauses => FormValue::Clauses(vec![Clause {
            level: Level::Paragraph,
            label: String::new(),
            title: None,
            texts: vec![text()],
            inset: None,
            depth: 1,
            is_centred: false,
        }]),
        KeyType::Criteria => {
            FormValue::Criteria(vec![Criterion { text: text(), points: None }])
        }
        KeyType::Rows => {
            let mut row = Values::default();
            for column in &key.rows {
                row.insert(column.name.key.clone(), blank(column), None);
            }
            FormValue::Rows(vec![row])
        }
        KeyType::Citations => FormValue::Citations { known: Vec::new(), is_asked: true },
        KeyType::Period | KeyType::Years => of(BlankParts::Period),
        KeyType::Stages => of(BlankParts::Stages),
        KeyType::Moment => of(BlankParts::Moment),
        KeyType::Agency => of(BlankParts::Agency),
        KeyType::Day
        | KeyType::Count
        | KeyType::Money
        | KeyType::Reward
        | KeyType::Choice
        | KeyType::Award
        | KeyType::Deadlines
        | KeyType::DocumentType => of(BlankParts::None),
        // Neither yes nor no: what it decides on is left out.
        KeyType::Flag => FormValue::Nothing,
        KeyType::Tasks | KeyType::UnitTasks => FormValue::Tasks(Vec::new()),
        KeyType::LeftOut => FormValue::Words(Vec::new()),
        KeyType::Common(_) => FormValue::Nothing,
    }
}
