//! What a template sees of the overview of units' plans.

use minijinja::context;
use minijinja::value::Value;

use super::{rich, texts};
use crate::calendar::Date;
use crate::papers::{Content, Overview, Promptness, Row};

pub(super) fn overview(overview: &Overview) -> Value {
    let tasks = overview.tasks.iter().enumerate().map(|(at, task)| {
        let items = match &task.content {
            Content::Text(text) => Value::from_iter([rich(text)]),
            Content::Items(items) => texts(items),
        };
        context! { number => at + 1, items }
    });
    let mut number = 0;
    let groups = overview.groups.iter().map(|group| {
        let rows: Vec<Value> = group
            .rows
            .iter()
            .map(|row| {
                number += 1;
                self::row(number, row, overview)
            })
            .collect();
        context! { name => group.name.clone(), rows }
    });
    context! {
        deadline => overview.deadline.map(Date::slashed),
        tasks => tasks.collect::<Value>(),
        groups => groups.collect::<Value>(),
        totals => totals(overview),
    }
}

fn row(number: usize, row: &Row, overview: &Overview) -> Value {
    let plan = row.submission.as_ref();
    let takes_up = |at: usize| plan.is_some_and(|plan| plan.takes_up.contains(&at));
    let (promptness, days) = match row.promptness(overview.deadline) {
        Promptness::Missing => ("missing", None),
        Promptness::Received => ("received", None),
        Promptness::InTime => ("in-time", None),
        Promptness::Late { days } => ("late", Some(days)),
    };
    context! {
        number,
        unit => row.unit.short_name.as_str(),
        // A plan without a number has one all the same; the office writes it in.
        document_number => plan.and_then(|plan| plan.number).map(|number| number.to_string()),
        symbol => plan.map(|plan| plan.symbol.clone()),
        received => plan.and_then(|plan| plan.received).map(Date::slashed),
        promptness,
        days,
        marks => (0..overview.tasks.len()).map(takes_up).collect::<Value>(),
        own => plan.map(|plan| plan.own),
    }
}

fn totals(overview: &Overview) -> Value {
    let count = |fits: &dyn Fn(Promptness) -> bool| {
        let fits = |row: &&Row| fits(row.promptness(overview.deadline));
        overview.rows().filter(fits).count()
    };
    let plans = || overview.rows().filter_map(|row| row.submission.as_ref());
    let taken = |at: usize| plans().filter(|plan| plan.takes_up.contains(&at)).count();
    context! {
        units => overview.rows().count(),
        sent => count(&|found| found != Promptness::Missing),
        in_time => count(&|found| found == Promptness::InTime),
        late => count(&|found| matches!(found, Promptness::Late { .. })),
        missing => count(&|found| found == Promptness::Missing),
        marks => (0..overview.tasks.len()).map(taken).collect::<Value>(),
        own => plans().map(|plan| plan.own).sum::<usize>(),
    }
}
