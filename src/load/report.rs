//! `kind: report`: a report whose numbers come from the results of its year.

use std::collections::BTreeMap;

use super::agencies::date;
use super::context::{Context, text, texts};
use super::fields::{Fields, one_of, one_or_more};
use super::papers::{foot, head};
use super::{Workspace, YearRecords};
use crate::calendar::{Date, Half, Period, Quarter, Span, Year};
use crate::diag::{Code, Diagnostic, has_errors};
use crate::papers::report::{AwardRow, Counts, Narrative, Report, TaskRow};
use crate::papers::results::State;
use crate::papers::{Content, DocumentType, Kind, Text};
use crate::tally::{Comparison, Honoured, Origin, Records, Tally, rows};

/// The periods that a report can be about.
const PERIODS: [Span; 8] = [
    Span::Quarter(Quarter::First),
    Span::Quarter(Quarter::Second),
    Span::Quarter(Quarter::Third),
    Span::Quarter(Quarter::Fourth),
    Span::Half(Half::First),
    Span::Half(Half::Second),
    Span::NineMonths,
    Span::Year,
];

/// Reads the whole file.
pub(super) fn report(
    mut fields: Fields<'_>,
    cx: &mut Context<'_>,
    folder_year: Option<Year>,
    workspace: &Workspace<'_>,
) -> Option<Report> {
    let place = fields.place_of("period");
    let span = fields.required(cx, "period", |node, cx| one_of(node, cx, &PERIODS, Span::key));
    let as_of = fields.required(cx, "as_of", date);
    let year = fields.peek("year").and_then(Year::parse);
    let records = year.map(|year| workspace.records(year));
    if records.as_ref().is_some_and(|records| has_errors(&records.problems)) {
        cx.report(Diagnostic::error(Code::ResultsBroken, &place));
        return None;
    }
    let (period, as_of, records) = (Period::new(year?, span?), as_of?, records?);
    let figures = Figures::new(period, as_of, &records, workspace);
    cx.names = Some(figures.numbers.clone());
    let (head, issuer) =
        head(&mut fields, cx, Kind::Report, DocumentType::REPORT, folder_year);
    // Made-up numbers make the report a sample.
    let sample = cx.sample || records.results.iter().any(|results| results.sample);
    let to = fields.optional(cx, "to", |node, cx| one_or_more(node, cx, text));
    let narrative = narrative(&mut fields, cx);
    let foot = foot(&mut fields, cx, issuer.as_deref());
    fields.finish(cx);
    let mut head = head?;
    head.sample = sample;
    Some(Report {
        head,
        period,
        as_of,
        to: to.unwrap_or_default(),
        narrative: narrative?,
        numbers: figures.numbers,
        compares: figures.compares,
        awards: figures.awards,
        tasks: figures.tasks,
        next: figures.next,
        foot: foot?,
    })
}

/// Reads the office's own sentences.
fn narrative(fields: &mut Fields<'_>, cx: &mut Context<'_>) -> Option<Narrative> {
    let blank = |key: &str| vec![Text::blank(key)];
    let list_of = |key: &'static str, cx: &mut Context<'_>, fields: &mut Fields<'_>| {
        fields.required_or_blank(cx, key, texts, blank)
    };
    let opening = list_of("opening", cx, fields);
    let leadership = list_of("leadership", cx, fields);
    let movements = list_of("movements", cx, fields);
    let commendation = list_of("commendation", cx, fields);
    let organisation = list_of("organisation", cx, fields);
    let strengths = list_of("strengths", cx, fields);
    let weaknesses = list_of("weaknesses", cx, fields);
    let causes = list_of("causes", cx, fields);
    let directions = list_of("directions", cx, fields);
    let proposals = fields.optional(cx, "proposals", texts);
    let closing = fields.required_or_blank(cx, "closing", text, Text::blank);
    Some(Narrative {
        opening: opening?,
        leadership: leadership?,
        movements: movements?,
        commendation: commendation?,
        organisation: organisation?,
        strengths: strengths?,
        weaknesses: weaknesses?,
        causes: causes?,
        directions: directions?,
        proposals: proposals.unwrap_or_default(),
        closing: closing?,
    })
}

/// The numbers of a report, each counted once.
struct Figures {
    numbers: BTreeMap<String, String>,
    compares: bool,
    awards: Vec<AwardRow>,
    tasks: Vec<TaskRow>,
    next: Vec<Content>,
}

impl Figures {
    fn new(
        period: Period,
        as_of: Date,
        year: &YearRecords,
        workspace: &Workspace<'_>,
    ) -> Self {
        let records = Records {
            results: &year.results,
            duties: &year.duties,
            directory: &workspace.directory,
            awards: &workspace.awards,
        };
        let tally = Tally::of(&records, period, as_of);
        let mut numbers: BTreeMap<String, String> = tally
            .named()
            .iter()
            .filter_map(|(name, number)| Some((name.to_owned(), number.text()?)))
            .collect();
        let before = before(period, workspace);
        if let Some(comparison) =
            before.as_ref().and_then(|before| Comparison::new(before, &tally))
        {
            for (name, _) in tally.named().iter() {
                for prefix in ["before", "change", "change-percent"] {
                    let name = format!("{prefix}.{name}");
                    let text = comparison.get(&name).and_then(|number| number.text());
                    numbers.extend(text.map(|text| (name, text)));
                }
            }
        }
        Self {
            numbers,
            compares: before.is_some(),
            awards: awards(&tally, workspace),
            tasks: tasks(&records, period, as_of, workspace),
            next: next(period, workspace),
        }
    }
}

/// The tally of the same period of the year before, from the totals of past years.
fn before(period: Period, workspace: &Workspace<'_>) -> Option<Tally> {
    let before = period.year_before()?;
    let past = workspace.past_years();
    let history = past.years.iter().find(|history| history.year == before.year)?;
    Tally::of_history(history, before, &workspace.awards)
}

/// The titles and forms that somebody was granted or proposed for, in the order of the file.
fn awards(tally: &Tally, workspace: &Workspace<'_>) -> Vec<AwardRow> {
    let counts = |honoured: Honoured| Counts {
        collectives: honoured.collectives,
        individuals: honoured.individuals,
        direct_workers: honoured.direct_workers,
        households: honoured.households,
    };
    let figures = tally.total();
    let row = |award: &crate::law::Award| AwardRow {
        name: award.name.clone(),
        granted: counts(figures.granted.of(&award.id)),
        proposed: counts(figures.proposed.of(&award.id)),
    };
    let none = Counts::default();
    let rows = workspace.awards.all().iter().map(row);
    rows.filter(|row| row.granted != none || row.proposed != none)
        .collect()
}

/// The plan's tasks that were due, and how they stand.
fn tasks(
    records: &Records<'_>,
    period: Period,
    as_of: Date,
    workspace: &Workspace<'_>,
) -> Vec<TaskRow> {
    let Some(plan) = workspace.plan(period.year) else { return Vec::new() };
    let rows = rows(records, period, as_of);
    let of_plan = rows.iter().filter(|row| row.duty.origin == Origin::Plan);
    of_plan
        .filter_map(|row| {
            let task = plan.tasks.iter().find(|task| task.id == row.duty.task)?;
            let done = row.progress.and_then(|progress| match progress.state {
                State::Done { on } => on.filter(|day| *day <= as_of),
                State::Doing | State::NotStarted => None,
            });
            Some(TaskRow {
                content: task.content.clone(),
                quarter: task.quarter,
                standing: row.standing,
                done,
                result: row.progress.and_then(|progress| progress.result.clone()),
            })
        })
        .collect()
}

/// The plan's tasks of the next period.
fn next(period: Period, workspace: &Workspace<'_>) -> Vec<Content> {
    let Some(next) = period.next() else { return Vec::new() };
    let tasks = workspace.plan(next.year).into_iter().flat_map(|plan| &plan.tasks);
    tasks
        .filter(|task| next.contains_quarter(next.year, task.quarter))
        .map(|task| task.content.clone())
        .collect()
}
