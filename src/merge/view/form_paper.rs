//! What a template sees of the values of a paper: every key of its form by its name.
//!
//! What is not given is `none`, a list that is not given is empty. Days are printed with strokes, "15/01/2024".

use minijinja::context;
use minijinja::value::Value;

use super::common::{citation, rich, texts};
use super::plan::task;
use crate::papers::{BlankParts, Criterion, FormPaper, FormValue, Stage, Text, Values};

/// The values of keys, by their names.
fn values(values: &Values) -> Value {
    Value::from_pairs(values.iter().map(|(key, value)| (key.clone(), self::value(value))))
}

pub(super) fn form_paper(paper: &FormPaper) -> Value {
    let common = context! { to => texts(&paper.to), layout => paper.layout.name() };
    context! { ..common, ..values(&paper.values) }
}

fn value(value: &FormValue) -> Value {
    match value {
        FormValue::Nothing => Value::from(()),
        FormValue::Blank(key, parts) => blank(key, *parts),
        FormValue::Line(line) => line.as_str().into(),
        FormValue::Text(text) => rich(text),
        FormValue::Texts(list) => texts(list),
        FormValue::Day(day) => day.slashed().into(),
        FormValue::Period(from, until) => {
            context! { from => from.slashed(), until => until.slashed() }
        }
        FormValue::Moment(moment) => {
            context! { time => moment.time(), day => moment.day.slashed() }
        }
        FormValue::Count(count) | FormValue::Money(count) => (*count).into(),
        FormValue::Flag(flag) => (*flag).into(),
        FormValue::Agency(agency) => context! {
            name => agency.name.as_str(),
            short_name => agency.short_name.as_str(),
            list_name => agency.list_name.as_str(),
        },
        FormValue::Rows(rows) => rows.iter().map(values).collect(),
        FormValue::Citations { known, .. } => known.iter().map(citation).collect(),
        FormValue::Criteria(criteria) => {
            let points: Option<u32> = criteria.iter().map(|criterion| criterion.points).sum();
            context! {
                rows => criteria.iter().map(criterion).collect::<Value>(),
                // The sum, when every criterion has its points.
                points,
            }
        }
        FormValue::Stages(stages) => stages.iter().map(stage).collect(),
        FormValue::Tasks(tasks) => {
            tasks.iter().enumerate().map(|(at, one)| task(at + 1, one)).collect()
        }
        FormValue::Years(first, last) => context! { from => first.get(), until => last.get() },
        FormValue::DocumentType(found) => (*found.name).into(),
    }
}

/// What a draft lacks, in the form of what will be there.
fn blank(key: &str, parts: BlankParts) -> Value {
    let blank = || rich(&Text::blank(key));
    match parts {
        BlankParts::None => blank(),
        BlankParts::Period => context! { from => blank(), until => blank() },
        BlankParts::Moment => context! { time => blank(), day => blank() },
        BlankParts::Agency => {
            context! { name => blank(), short_name => blank(), list_name => blank() }
        }
        BlankParts::Stages => {
            Value::from_iter([context! { from => blank(), until => blank(), text => blank() }])
        }
    }
}

fn criterion(criterion: &Criterion) -> Value {
    context! { text => rich(&criterion.text), points => criterion.points }
}

fn stage(stage: &Stage) -> Value {
    context! {
        from => stage.from.slashed(),
        until => stage.until.slashed(),
        text => rich(&stage.text),
    }
}
