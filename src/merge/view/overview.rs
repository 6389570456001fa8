//! What a template sees of the overview of units' plans.

use std::collections::BTreeSet;

use minijinja::context;
use minijinja::value::Value;

use super::common::{line_at, rich, texts};
use crate::calendar::Date;
use crate::papers::{Content, Overview, OverviewRow, Promptness};

/// A table with more columns of marks than these cannot be read.
const MOST_COLUMNS: usize = 20;

pub(super) fn overview(overview: &Overview) -> Value {
    let tasks = overview.tasks.iter().enumerate().map(|(at, task)| {
        let items = match task.words() {
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
        in_columns => overview.tasks.len() <= MOST_COLUMNS,
        groups => groups.collect::<Value>(),
        totals => totals(overview),
    }
}

fn row(number: usize, row: &OverviewRow, overview: &Overview) -> Value {
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
        unit => line_at(&row.unit.list_name, Some(&row.unit.place)),
        // A plan without a number has one all the same; the office writes it in.
        document_number => plan.and_then(|plan| plan.number).map(|number| number.to_string()),
        symbol => plan.map(|plan| plan.symbol.clone()),
        received => plan.and_then(|plan| plan.received).map(Date::slashed),
        promptness,
        days,
        marks => (0..overview.tasks.len()).map(takes_up).collect::<Value>(),
        taken => taken(plan.map_or(&[][..], |plan| &plan.takes_up)),
        own => plan.map(|plan| plan.own),
    }
}

/// The numbers of tasks in words: "1, 3–5, 9".
fn taken(places: &[usize]) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for number in places.iter().map(|place| place + 1) {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => ranges.push((number, number)),
        }
    }
    let shown = ranges.iter().map(|(first, last)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first}–{last}"),
    });
    shown.collect::<Vec<_>>().join(", ")
}

fn totals(overview: &Overview) -> Value {
    // A unit that sent several plans is one unit; its first one counts.
    let mut seen = BTreeSet::new();
    let units: Vec<&OverviewRow> =
        overview.rows().filter(|row| seen.insert(&row.unit.id)).collect();
    let count = |fits: &dyn Fn(Promptness) -> bool| {
        let fits = |row: &&&OverviewRow| fits(row.promptness(overview.deadline));
        units.iter().filter(fits).count()
    };
    let plans = || overview.rows().filter_map(|row| row.submission.as_ref());
    let taken = |at: usize| {
        let taking = plans().filter(|plan| plan.takes_up.contains(&at));
        taking.map(|plan| &plan.unit.id).collect::<BTreeSet<_>>().len()
    };
    context! {
        units => units.len(),
        sent => count(&|found| found != Promptness::Missing),
        in_time => count(&|found| found == Promptness::InTime),
        late => count(&|found| matches!(found, Promptness::Late { .. })),
        missing => count(&|found| found == Promptness::Missing),
        marks => (0..overview.tasks.len()).map(taken).collect::<Value>(),
        own => plans().map(|plan| plan.own).sum::<usize>(),
    }
}
