//! `kind: report`: a report whose numbers come from the results of its year, or of ten years.
//!
//! `recorded` reads what is counted, `tables` makes numbers and rows from tallies, `typed` looks for
//! figures that somebody typed, `start` knows what a new file begins with.

mod recorded;
mod start;
mod tables;
mod typed;

use std::collections::BTreeMap;

use super::Workspace;
use super::agencies::date;
use super::context::{Context, Names, mark, text, texts};
use super::fields::{Fields, one_of, one_or_more};
use super::papers::{foot, head};
use crate::calendar::{Date, Period, Span, Year};
use crate::diag::{Code, Diagnostic, Place};
use crate::numbers::Number;
use crate::papers::report::{Report, Section};
use crate::papers::{Content, DocumentType, Kind, Text};
use recorded::Recorded;
pub use start::report_path;
use tables::Counted;
pub(super) use typed::contradictions;

/// Reads the whole file. Without numbers no name can be held against them, but everything else is
/// read all the same, so that all mistakes are told at once. The file may be named after a year, by
/// its folder, and after a period.
pub(super) fn report(
    mut fields: Fields<'_>,
    cx: &mut Context<'_>,
    (folder_year, named): (Option<Year>, Option<Span>),
    workspace: &Workspace<'_>,
) -> Option<Report> {
    let place = fields.place_of("period");
    let span =
        fields.required(cx, "period", |node, cx| one_of(node, cx, &Span::ALL, Span::key));
    if let (Some(span), Some(named)) = (span, named)
        && span != named
    {
        cx.report(Diagnostic::warning(Code::PeriodOfFile, &place).with("period", named.key()));
    }
    let day = fields.place_of("as_of");
    let as_of = fields.required(cx, "as_of", date);
    let year = fields.peek("year").and_then(Year::parse);
    let period = span.zip(year).map(|(span, year)| Period::new(year, span));
    let figures = period
        .zip(as_of)
        .and_then(|(period, as_of)| figures(period, as_of, (&place, &day), workspace, cx));
    let (numbers, counted) = figures.unzip();
    cx.names = Some(numbers.map_or(Names::Unknown, Names::Numbers));
    let (next, asked) = period.map_or_else(Default::default, |period| next(period, workspace));
    if asked > 0 {
        cx.report(Diagnostic::warning(Code::NextTasksAsked, &place).with("tasks", asked));
    }
    let (head, issuer) =
        head(&mut fields, cx, Kind::Report, DocumentType::REPORT, folder_year);
    let to = fields.optional(cx, "to", |node, cx| one_or_more(node, cx, text));
    let narrative = narrative(&mut fields, cx, span);
    let closing = fields.required_or_blank(cx, "closing", text, Text::blank);
    let foot = foot(&mut fields, cx, issuer.as_deref());
    fields.finish(cx);
    if let (Some(head), Some(as_of)) = (&head, as_of)
        && head.date.span().is_some_and(|(_, last)| last < as_of)
    {
        cx.report(Diagnostic::error(Code::AsOfDoubtful, &day));
    }
    let Some(Names::Numbers(numbers)) = cx.names.take() else { return None };
    let counted = counted?;
    let mut head = head?;
    // Made-up numbers make the report a sample.
    head.sample = cx.sample || counted.sample;
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
        next,
        foot: foot?,
    })
}

/// Counts what the report needs; none, and why, when that cannot be done.
fn figures(
    period: Period,
    as_of: Date,
    (place, day): (&Place, &Place),
    workspace: &Workspace<'_>,
    cx: &mut Context<'_>,
) -> Option<(BTreeMap<String, Number>, Counted)> {
    if period.first_day().is_some_and(|first| as_of < first) {
        cx.report(Diagnostic::error(Code::AsOfDoubtful, day));
        return None;
    }
    let recorded = match Recorded::new(period, workspace) {
        Ok(recorded) => recorded,
        Err(hindrance) => {
            cx.report(hindrance.diagnostic(Some(place)));
            return None;
        }
    };
    for warning in recorded.warnings(period, as_of, (place, day)) {
        cx.report(warning);
    }
    let figures = Counted::new(period, as_of, &recorded, workspace);
    if !figures.1.missing.is_empty() {
        let years = figures.1.missing.iter().map(ToString::to_string);
        cx.report(
            Diagnostic::warning(Code::YearsMissing, place)
                .with("years", years.collect::<Vec<_>>()),
        );
    }
    Some(figures)
}

/// Reads the office's own sentences; none when one of them is wrong or missing.
fn narrative(
    fields: &mut Fields<'_>,
    cx: &mut Context<'_>,
    span: Option<Span>,
) -> Option<BTreeMap<Section, Vec<Text>>> {
    let mut sections = BTreeMap::new();
    let mut sound = true;
    let is_in = |section: &Section| span.is_none_or(|span| section.is_in(span));
    for section in Section::ALL.into_iter().filter(is_in) {
        let key = section.key();
        let given = if span.is_some_and(|span| section.is_required(span)) {
            let read = fields.required_or_blank(cx, key, texts, |key| vec![Text::blank(key)]);
            sound &= read.is_some();
            read
        } else if let Some(node) = fields.node(key) {
            let read = texts(node, cx);
            sound &= read.is_some();
            read
        } else {
            None
        };
        sections.extend(mark(key, given, cx).map(|texts| (section, texts)));
    }
    sound.then_some(sections)
}

/// The plan's tasks of the next period, and how many more there are about which a question is
/// open: a report does not announce what may yet change.
fn next(period: Period, workspace: &Workspace<'_>) -> (Vec<Content>, usize) {
    let Some(next) = period.next() else { return (Vec::new(), 0) };
    let tasks = workspace.plan(next.year).into_iter().flat_map(|plan| &plan.tasks);
    let due = tasks.filter(|task| next.contains_quarter(next.year, task.quarter));
    let (asked, sure): (Vec<Content>, Vec<Content>) =
        due.map(|task| task.content.clone()).partition(Content::is_asked);
    (sure, asked.len())
}
