//! `kind: report`: a report whose numbers come from the results of its year, or of ten years.
//!
//! What is counted, and how, is a matter of the room [`report`](crate::report).

use std::collections::BTreeMap;

use super::begin::year_ahead;
use super::form_paper::{First, paper};
use super::form_value::values;
use super::reading::choose;
use super::workspace::Workspace;
use crate::calendar::{IssueDate, Period, Span, Year};
use crate::diag::{Code, Diagnostic, Place};
use crate::form::{Form, Key, KeyType};
use crate::numbers::Number;
use crate::papers::report::Report;
use crate::papers::{Content, Task, Values};
use crate::report::{Counted, Counting};
use crate::values::{BracedNames, Context, PaperFacts};
use crate::yaml::Fields;

/// The keys that decide which days are counted; they are read before the sentences, which name numbers.
const DAYS: [&str; 3] = ["as_of", "since", "years"];

/// Reads the whole file. Without numbers no name can be held against them, but everything else is
/// read all the same, so that all mistakes are told at once. The file may be named after a year, by
/// its folder, and after a period.
pub(super) fn report<'f>(
    mut fields: Fields<'f>,
    cx: &mut Context<'_>,
    (folder_year, named): (Option<Year>, Option<Span>),
    form: &'f Form,
    workspace: &Workspace<'_>,
) -> Option<Report> {
    let reading = choose(&mut fields, cx, form);
    let [place, day] = ["period", "as_of"].map(|key| fields.place_of(key));
    let span = reading.chosen.as_deref().and_then(Span::from_key);
    if let (Some(span), Some(named)) = (span, named)
        && span != named
    {
        cx.report(Diagnostic::warning(Code::PeriodOfFile, &place).with("period", named.key()));
    }
    let days: Vec<&Key> = DAYS.iter().filter_map(|key| form.key(key)).collect();
    let days = values(&mut fields, cx, &days, reading.at, (None, &[]));
    let period = span.zip(days.as_ref());
    let period = period.and_then(|(span, days)| period_of(span, days, &fields, cx));
    let as_of = days.as_ref().and_then(|days| days.day("as_of"));
    let issued = fields.peek("date").and_then(|date| IssueDate::parse(date).ok());
    let counting = period
        .zip(as_of)
        .map(|(period, as_of)| Counting { period, as_of, issued });
    let figures =
        counting.and_then(|counting| figures(counting, (&place, &day), workspace, cx));
    let (numbers, counted) = figures.unzip();
    let names = numbers.map_or(BracedNames::Unknown, BracedNames::Numbers);
    let (next, open) = period.map_or_else(Default::default, |period| next(period, workspace));
    let first = First {
        names: Some(names),
        read: &DAYS,
        values: days,
        ..First::of(folder_year)
    };
    let mut paper = paper(fields, cx, &reading, first, workspace)?;
    let tells_of_next = paper
        .values
        .words("leave_out")
        .iter()
        .all(|part| part != "next-tasks");
    if open > 0 && tells_of_next {
        cx.report(Diagnostic::warning(Code::NextTasksAsked, &place).with("tasks", open));
    }
    let as_of = as_of?;
    if paper.head.date.span().is_some_and(|(_, last)| last < as_of) {
        cx.report(Diagnostic::error(Code::AsOfDoubtful, &day));
    }
    let PaperFacts { names: Some(BracedNames::Numbers(numbers)), .. } = cx.end() else {
        return None;
    };
    let counted = counted?;
    // Made-up numbers make the report a sample.
    paper.head.sample |= counted.sample;
    let plan = workspace.plan(paper.head.year);
    let issuer = &paper.head.issuer.agency.id;
    let is_superior = plan.is_none_or(|plan| plan.paper.head.issuer.agency.id == *issuer);
    Some(Report {
        paper,
        period: period?,
        as_of,
        numbers,
        tables: counted.tables,
        missing: counted.missing,
        is_superior,
        next,
    })
}

/// What a report on such a span of its year is on.
fn period_of(
    span: Span,
    days: &Values,
    fields: &Fields<'_>,
    cx: &mut Context<'_>,
) -> Option<Period> {
    let year = year_ahead(fields)?;
    match span {
        Span::TenYears => ten_years(days, fields, cx, year),
        Span::Quarter(_) | Span::Half(_) | Span::NineMonths | Span::Year => {
            Some(Period::new(year, span))
        }
    }
}

/// The most years of a review.
const MOST_YEARS: usize = 30;

/// The years of a report on ten years: given (`years`), or ten since a directive (`since`), or the
/// ten that end with its own.
fn ten_years(
    days: &Values,
    fields: &Fields<'_>,
    cx: &mut Context<'_>,
    year: Year,
) -> Option<Period> {
    let (period, key) = match (days.years("years"), days.day("since")) {
        (Some(_), Some(_)) => {
            let place = fields.place_of("since");
            cx.report(Diagnostic::error(Code::YearsAndSince, &place));
            return None;
        }
        (Some((first, last)), None) => (Period::of_years(first, last), "years"),
        (None, Some(since)) => (Period::ten_years_since(since), "since"),
        (None, None) => return Some(Period::new(year, Span::TenYears)),
    };
    let sound =
        period.filter(|period| period.year <= year && period.years().count() <= MOST_YEARS);
    if sound.is_none() {
        let problem = Diagnostic::error(Code::YearsDoubtful, &fields.place_of(key));
        cx.report(problem.with("year", year.to_string()).with("most", MOST_YEARS));
    }
    sound
}

/// Counts what the report needs; none, and why, when that cannot be done.
fn figures(
    counting: Counting,
    (place, day): (&Place, &Place),
    workspace: &Workspace<'_>,
    cx: &mut Context<'_>,
) -> Option<(BTreeMap<String, Number>, Counted)> {
    let Counting { period, as_of, .. } = counting;
    // Of several years the last one must have begun.
    let begins = Period::new(period.year, Span::Year).first_day();
    let begins = if period.span == Span::TenYears { begins } else { period.first_day() };
    if begins.is_some_and(|first| as_of < first) {
        cx.report(Diagnostic::error(Code::AsOfDoubtful, day));
        return None;
    }
    let recorded = match workspace.recorded(period) {
        Ok(recorded) => recorded,
        Err(hindrance) => {
            cx.report(hindrance.diagnostic(Some(place)));
            return None;
        }
    };
    for warning in recorded.warnings(counting, (place, day)) {
        cx.report(warning);
    }
    let figures = Counted::new(period, as_of, &recorded, workspace.office(period));
    if !figures.1.missing.is_empty() {
        let years = figures.1.missing.iter().map(ToString::to_string);
        cx.report(
            Diagnostic::warning(Code::YearsMissing, place)
                .with("years", years.collect::<Vec<_>>()),
        );
    }
    Some(figures)
}

/// The keys of the office's own sentences, in the order of a report.
pub(super) fn sections(form: &Form) -> impl Iterator<Item = &Key> {
    form.own_keys().filter(|key| key.is == KeyType::Texts)
}

/// The plan's tasks of the next period, and how many more there are about which a question is
/// open: a report does not announce what may yet change.
fn next(period: Period, workspace: &Workspace<'_>) -> (Vec<Content>, usize) {
    let Some(next) = period.next() else { return (Vec::new(), 0) };
    let tasks = workspace.plan(next.year).into_iter().flat_map(|plan| plan.tasks());
    // What stands under a quarter of it, and what is due in it.
    let is_next = |task: &&Task| {
        let last = task.due.last_day(next.year);
        next.contains_quarter(next.year, task.quarter)
            || last.is_some_and(|last| next.contains(last))
    };
    let due = tasks.filter(is_next);
    let (open, sure): (Vec<Content>, Vec<Content>) = due
        .map(|task| task.words().clone())
        .partition(Content::is_in_question);
    (sure, open.len())
}
