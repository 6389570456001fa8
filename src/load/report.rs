//! `kind: report`: a report whose numbers come from the results of its year, or of ten years.
//!
//! What is counted, and how, is a matter of the room [`report`](crate::report).

use std::collections::BTreeMap;
use std::sync::Arc;

use super::begin::begin;
use super::form_value::values;
use super::papers::{foot, head, not_to_itself};
use super::workspace::Workspace;
use crate::calendar::{IssueDate, Period, Span, Year};
use crate::diag::{Code, Diagnostic, Place};
use crate::form::{Form, Key, KeyType, Layout};
use crate::numbers::Number;
use crate::papers::report::Report;
use crate::papers::{Content, FormValue, Kind, Text};
use crate::report::{Counted, Counting};
use crate::values::{BracedNames, Context, PaperFacts, date, text, texts, year};
use crate::yaml::{Fields, Node, one_of, one_or_more};

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
    let place = fields.place_of("period");
    let (span, period) = period(&mut fields, cx, named);
    let day = fields.place_of("as_of");
    let as_of = fields.required(cx, "as_of", date);
    let issued = fields.peek("date").and_then(|date| IssueDate::parse(date).ok());
    let counting = period
        .zip(as_of)
        .map(|(period, as_of)| Counting { period, as_of, issued });
    let figures =
        counting.and_then(|counting| figures(counting, (&place, &day), workspace, cx));
    let (numbers, counted) = figures.unzip();
    let names = numbers.map_or(BracedNames::Unknown, BracedNames::Numbers);
    let (next, open) = period.map_or_else(Default::default, |period| next(period, workspace));
    if open > 0 {
        cx.report(Diagnostic::warning(Code::NextTasksAsked, &place).with("tasks", open));
    }
    let begun = begin(&mut fields, cx, folder_year, Some(names), form);
    let group = span.and_then(|span| form.group_of(Some(span.key()))).unwrap_or(0);
    let (head, issuer) =
        head(&mut fields, cx, begun, (Kind::Report, form.document_type()), (form, group));
    let to = fields.optional(cx, "to", |node, cx| one_or_more(node, cx, text));
    if let Some(issuer) = &issuer {
        not_to_itself("to", &fields, issuer, cx);
    }
    let narrative = narrative(&mut fields, cx, form, span);
    let closing = fields.required_or_blank(cx, "closing", text, Text::blank);
    let foot = foot(&mut fields, cx, Layout::Titled, issuer.as_deref());
    fields.finish(cx);
    if let (Some(head), Some(as_of)) = (&head, as_of)
        && head.date.span().is_some_and(|(_, last)| last < as_of)
    {
        cx.report(Diagnostic::error(Code::AsOfDoubtful, &day));
    }
    let PaperFacts {
        names: Some(BracedNames::Numbers(numbers)), sample, ..
    } = cx.end()
    else {
        return None;
    };
    let counted = counted?;
    let mut head = head?;
    // Made-up numbers make the report a sample.
    head.sample = sample || counted.sample;
    let plan = workspace.plan(head.year);
    let is_superior =
        plan.is_none_or(|plan| plan.head.issuer.agency.id == head.issuer.agency.id);
    Some(Report {
        head,
        period: period?,
        as_of: as_of?,
        to: to.unwrap_or_default(),
        narrative: narrative?,
        closing: closing?,
        numbers,
        tables: counted.tables,
        missing: counted.missing,
        is_superior,
        next,
        foot: foot?,
    })
}

/// The length of time that a report is on, which its file may be named after, and that of its year.
fn period(
    fields: &mut Fields<'_>,
    cx: &mut Context<'_>,
    named: Option<Span>,
) -> (Option<Span>, Option<Period>) {
    let place = fields.place_of("period");
    let span =
        fields.required(cx, "period", |node, cx| one_of(node, cx, &Span::ALL, Span::key));
    if let (Some(span), Some(named)) = (span, named)
        && span != named
    {
        cx.report(Diagnostic::warning(Code::PeriodOfFile, &place).with("period", named.key()));
    }
    let year = fields.peek("year").and_then(Year::parse);
    let period = span.zip(year).and_then(|(span, year)| match span {
        Span::TenYears => ten_years(fields, cx, year),
        Span::Quarter(_) | Span::Half(_) | Span::NineMonths | Span::Year => {
            Some(Period::new(year, span))
        }
    });
    (span, period)
}

/// The most years of a review.
const MOST_YEARS: usize = 30;

/// The years of a report on ten years: given (`years`), or ten since a directive (`since`), or the
/// ten that end with its own.
fn ten_years(fields: &mut Fields<'_>, cx: &mut Context<'_>, year: Year) -> Option<Period> {
    let (given, since) = (fields.node("years"), fields.node("since"));
    let (period, place) = match (given, since) {
        (Some(_), Some(since)) => {
            cx.report(Diagnostic::error(Code::YearsAndSince, &since.place));
            return None;
        }
        (Some(years), None) => {
            let (first, last) = years_given(years, cx)?;
            (Period::of_years(first, last), &years.place)
        }
        (None, Some(since)) => (Period::ten_years_since(date(since, cx)?), &since.place),
        (None, None) => return Some(Period::new(year, Span::TenYears)),
    };
    let sound =
        period.filter(|period| period.year <= year && period.years().count() <= MOST_YEARS);
    if sound.is_none() {
        let problem = Diagnostic::error(Code::YearsDoubtful, place);
        cx.report(problem.with("year", year.to_string()).with("most", MOST_YEARS));
    }
    sound
}

/// `from` and `until`, both years.
fn years_given(node: &Node, cx: &mut Context<'_>) -> Option<(Year, Year)> {
    let mut fields = Fields::of(node, cx)?;
    let from = fields.required(cx, "from", year);
    let until = fields.required(cx, "until", year);
    fields.finish(cx);
    Some((from?, until?))
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

/// Reads the office's own sentences, as the form needs them in a report on such a period; none when one of
/// them is wrong or missing.
fn narrative<'f>(
    fields: &mut Fields<'f>,
    cx: &mut Context<'_>,
    form: &'f Form,
    span: Option<Span>,
) -> Option<BTreeMap<Arc<str>, Vec<Text>>> {
    let sections: Vec<&Key> = sections(form).collect();
    let Some(group) = span.and_then(|span| form.group_of(Some(span.key()))) else {
        // What a report on no period needs cannot be said; what it holds can be read.
        for section in sections {
            if let Some(node) = fields.node(section.key()) {
                texts(node, cx);
            }
        }
        return None;
    };
    let values = values(fields, cx, &sections, group, (None, &[]))?;
    let texts_of = |value: FormValue| match value {
        FormValue::Texts(texts) => texts,
        _ => Vec::new(),
    };
    Some(
        values
            .into_iter()
            .map(|(key, value)| (key, texts_of(value)))
            .collect(),
    )
}

/// The keys of the office's own sentences, in the order of a report.
pub(super) fn sections(form: &Form) -> impl Iterator<Item = &Key> {
    form.computed_keys().filter(|key| key.is == KeyType::Texts)
}

/// The plan's tasks of the next period, and how many more there are about which a question is
/// open: a report does not announce what may yet change.
fn next(period: Period, workspace: &Workspace<'_>) -> (Vec<Content>, usize) {
    let Some(next) = period.next() else { return (Vec::new(), 0) };
    let tasks = workspace.plan(next.year).into_iter().flat_map(|plan| &plan.tasks);
    let due = tasks.filter(|task| next.contains_quarter(next.year, task.quarter));
    let (open, sure): (Vec<Content>, Vec<Content>) = due
        .map(|task| task.content.clone())
        .partition(Content::is_in_question);
    (sure, open.len())
}
