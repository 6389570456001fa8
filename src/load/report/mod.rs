//! `kind: report`: a report whose numbers come from the results of its year, or of ten years.
//!
//! `tables` makes numbers and rows from tallies, `typed` looks for figures that somebody typed,
//! `start` knows what a new file begins with.

mod start;
mod tables;
mod typed;

use std::collections::BTreeMap;

use super::agencies::date;
use super::context::{Context, Names, mark, text, texts};
use super::fields::{Fields, one_of, one_or_more};
use super::papers::{foot, head};
use super::{Workspace, YearRecords};
use crate::calendar::{Period, Span, Year};
use crate::diag::{Code, Diagnostic, has_errors};
use crate::papers::report::{Report, Section};
use crate::papers::{Content, DocumentType, Kind, Text};
pub use start::report_path;
use tables::Figures;
pub(super) use typed::contradictions;

/// Reads the whole file.
pub(super) fn report(
    mut fields: Fields<'_>,
    cx: &mut Context<'_>,
    folder_year: Option<Year>,
    workspace: &Workspace<'_>,
) -> Option<Report> {
    let place = fields.place_of("period");
    let span =
        fields.required(cx, "period", |node, cx| one_of(node, cx, &Span::ALL, Span::key));
    let as_of = fields.required(cx, "as_of", date);
    let year = fields.peek("year").and_then(Year::parse);
    let period = span.zip(year).map(|(span, year)| Period::new(year, span));
    let records = period.map(|period| workspace.records_of(period));
    if records.as_ref().is_some_and(|records| has_errors(&records.problems)) {
        cx.report(Diagnostic::error(Code::ResultsBroken, &place));
        return None;
    }
    let (period, as_of, records) = (period?, as_of?, records?);
    let figures = Figures::new(period, as_of, &records, workspace);
    if !figures.missing.is_empty() {
        let years = figures.missing.iter().map(ToString::to_string);
        cx.report(
            Diagnostic::warning(Code::YearsMissing, &place)
                .with("years", years.collect::<Vec<_>>()),
        );
    }
    let Figures { numbers, tables, sample, .. } = figures;
    cx.names = Some(Names::Numbers(numbers));
    let (next, asked) = next(period, workspace);
    if asked > 0 {
        cx.report(Diagnostic::warning(Code::NextTasksAsked, &place).with("tasks", asked));
    }
    let (head, issuer) =
        head(&mut fields, cx, Kind::Report, DocumentType::REPORT, folder_year);
    // Made-up numbers make the report a sample.
    let sample = cx.sample || sample;
    let to = fields.optional(cx, "to", |node, cx| one_or_more(node, cx, text));
    let narrative = narrative(&mut fields, cx, period.span);
    let closing = fields.required_or_blank(cx, "closing", text, Text::blank);
    let foot = foot(&mut fields, cx, issuer.as_deref());
    fields.finish(cx);
    let Some(Names::Numbers(numbers)) = cx.names.take() else { return None };
    let mut head = head?;
    head.sample = sample;
    Some(Report {
        head,
        period,
        as_of,
        to: to.unwrap_or_default(),
        narrative: narrative?,
        closing: closing?,
        numbers,
        tables,
        next,
        foot: foot?,
    })
}

/// Reads the office's own sentences; none when one of them is wrong or missing.
fn narrative(
    fields: &mut Fields<'_>,
    cx: &mut Context<'_>,
    span: Span,
) -> Option<BTreeMap<Section, Vec<Text>>> {
    let mut sections = BTreeMap::new();
    let mut sound = true;
    for section in Section::ALL.into_iter().filter(|section| section.is_in(span)) {
        let key = section.key();
        let given = if section.is_required(span) {
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

impl Workspace<'_> {
    /// What units recorded in the years of a period.
    fn records_of(&self, period: Period) -> YearRecords {
        let mut all = YearRecords::default();
        for year in period.years() {
            let records = self.records(year);
            all.results.extend(records.results);
            all.duties.extend(records.duties);
            all.problems.extend(records.problems);
        }
        all
    }
}
