//! What a template sees of the values of a paper: every key of its form by its name.
//!
//! What is not given is `none`, a list that is not given is empty. Days are printed with strokes, "15/01/2024". What is
//! printed as it is knows its place in the data; numbers, by which a template may count, do not.

use std::sync::Arc;

use minijinja::context;
use minijinja::value::Value;

use super::clauses::clauses;
use super::common::{citation, line_at, rich, texts};
use super::plan::task;
use crate::calendar::Date;
use crate::diag::Place;
use crate::papers::{BlankParts, Criterion, FormPaper, FormValue, Stage, Text, Values};

/// The values of keys, by their names.
fn values(values: &Values) -> Value {
    let value =
        |(key, value, place): (&Arc<str>, &_, _)| (key.clone(), self::value(value, place));
    Value::from_pairs(values.iter().map(value))
}

pub(super) fn form_paper(paper: &FormPaper) -> Value {
    let common = context! { to => texts(&paper.to), layout => paper.layout.name(), rows_before => paper.rows_before };
    context! { ..common, ..values(&paper.values) }
}

fn value(value: &FormValue, place: Option<&Place>) -> Value {
    let line = |line: &str| line_at(line, place);
    match value {
        FormValue::Nothing => Value::from(()),
        FormValue::Blank(key, parts) => blank(key, *parts),
        FormValue::Line(text) => line(text),
        // Templates ask which it is.
        FormValue::Choice(word) => word.as_str().into(),
        FormValue::Words(words) => words.iter().map(String::as_str).collect(),
        FormValue::Text(text) => rich(text),
        FormValue::Texts(list) => texts(list),
        FormValue::Day(day) => line(&day.slashed()),
        FormValue::Period(from, until) => span(*from, *until, place),
        FormValue::Moment(moment) => {
            context! {
                time => line(&moment.time()),
                day => line(&moment.day.slashed()),
                day_in_words => line(&moment.day.in_words()),
            }
        }
        FormValue::Count(count) | FormValue::Money(count) => (*count).into(),
        FormValue::Flag(flag) => (*flag).into(),
        FormValue::Award(_, name) => line(name),
        FormValue::Agency(agency) => context! {
            name => line(&agency.name),
            short_name => line(&agency.short_name),
            list_name => line(&agency.list_name),
        },
        FormValue::Rows(rows) => rows.iter().map(values).collect(),
        FormValue::Citations { known, is_asked } => {
            known.iter().map(|known| citation(known, place, *is_asked)).collect()
        }
        FormValue::Criteria(criteria) => {
            let points: Option<u32> = criteria.iter().map(|criterion| criterion.points).sum();
            context! {
                rows => criteria.iter().map(criterion).collect::<Value>(),
                // The sum, when every criterion has its points.
                points,
            }
        }
        FormValue::Clauses(parts) => clauses(parts),
        FormValue::Stages(stages) => stages.iter().map(|one| stage(one, place)).collect(),
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
    let blank_span = || {
        context! {
            from => blank(),
            until => blank(),
            from_in_words => blank(),
            until_in_words => blank(),
        }
    };
    match parts {
        BlankParts::None => blank(),
        BlankParts::Period => blank_span(),
        BlankParts::Moment => {
            context! { time => blank(), day => blank(), day_in_words => blank() }
        }
        BlankParts::Agency => {
            context! { name => blank(), short_name => blank(), list_name => blank() }
        }
        BlankParts::Stages => Value::from_iter([context! { text => blank(), ..blank_span() }]),
    }
}

fn criterion(criterion: &Criterion) -> Value {
    context! { text => rich(&criterion.text), points => criterion.points }
}

fn stage(stage: &Stage, place: Option<&Place>) -> Value {
    // Its days stand beside its text.
    let place = stage.text.place().map(|found| &found.place).or(place);
    context! { text => rich(&stage.text), ..span(stage.from, stage.until, place) }
}

/// Two days, with strokes and, for a speech, in words.
fn span(from: Date, until: Date, place: Option<&Place>) -> Value {
    context! {
        from => line_at(&from.slashed(), place),
        until => line_at(&until.slashed(), place),
        from_in_words => line_at(&from.in_words(), place),
        until_in_words => line_at(&until.in_words(), place),
    }
}
