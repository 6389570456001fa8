//! `list`: the documents and their state, and the units whose plan is missing.
//!
//! In goes the workspace; out comes a line for each document. Whether its PDF is up to date is told as a build would
//! decide it. Nothing is laid out, so that it answers quickly.

use std::collections::BTreeSet;
use std::io;

use super::build::{Make, workshop};
use super::review::name_in;
use super::told::count;
use super::verdict::Verdict;
use crate::batch::{self, LookedAt, ResultState};
use crate::calendar::{Date, Year};
use crate::console::Console;
use crate::diag::{Diagnostic, Severity, has_errors};
use crate::form::Layout;
use crate::job::Job;
use crate::load::{Candidate, Choice, Workspace};
use crate::office::AgencyId;
use crate::papers::{FormPaper, Head, Paper, Promptness, Task, TaskId};
use crate::wording::{Language, Wording, visible};

/// Lists the documents and their state, as columns. `make` is the build that would make them; none where none can.
pub(super) fn list(
    (job, jobs): (&Job, usize),
    make: Option<Make<'_>>,
    workspace: &Workspace<'_>,
    console: &mut Console<'_>,
) -> io::Result<Verdict> {
    console.report(&workspace.problems, &workspace.sources)?;
    let stops = |problem: &&Diagnostic| !problem.code.spares_the_others();
    let is_sound = !has_errors(workspace.problems.iter().filter(stops));
    let make = make.filter(|_| is_sound);
    let families = make.map(|make| make.with.base.families()).unwrap_or_default();
    let workshop = make.map(|make| workshop(make, workspace, &families));
    let mut rows: Vec<(usize, [String; 5])> = Vec::new();
    let mut sent: BTreeSet<(Year, AgencyId)> = BTreeSet::new();
    let mut made: BTreeSet<(Year, TaskId)> = BTreeSet::new();
    let mut faulty = has_errors(&workspace.problems);
    batch::list(&workspace.wanted, workspace, workshop, jobs, |at, reading| {
        let paper = reading.entry.paper();
        faulty |= paper.is_none();
        if let Some(paper) = paper {
            let FormPaper { head, task, .. } = paper.common();
            if let Paper::UnitPlan(_) = paper {
                sent.insert((head.year, head.issuer.agency.id.clone()));
            }
            let task = task.as_ref().map(|task| task.value.clone());
            made.extend(task.map(|task| (head.year, task)));
        }
        rows.push((at, row(&workspace.wanted[at], &reading, workspace, console)));
    });
    rows.sort_by_key(|(at, _)| *at);
    let headings = ["document", "kind", "number", "date", "state"]
        .map(|name| console.wording.say(&format!("list-{name}"), &[]));
    let rows: Vec<[String; 5]> = std::iter::once(headings)
        .chain(rows.into_iter().map(|(_, row)| row))
        .collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
    let widths: [usize; 5] = std::array::from_fn(|column| width(column).unwrap_or(0));
    for row in &rows {
        let cells = row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}"));
        let line = cells.collect::<Vec<_>>().join("  ");
        writeln!(console.out, "{}", line.trim_end())?;
    }
    missing(job, workspace, &sent, console)?;
    tasks(job, workspace, &made, console)?;
    Ok(Verdict::faulty_if(faulty))
}

fn row(
    candidate: &Candidate,
    reading: &LookedAt,
    workspace: &Workspace<'_>,
    console: &Console<'_>,
) -> [String; 5] {
    let say = |id: &str| console.wording.say(id, &[]);
    let id = visible(&candidate.id.0).into_owned();
    let Some(paper) = reading.entry.paper() else {
        let args = [
            ("errors", count(&reading.entry.problems, Severity::Error).into()),
            ("path", candidate.path.to_string_lossy().into_owned().into()),
        ];
        let state = console.wording.say("list-errors", &args);
        return [id, String::new(), String::new(), String::new(), state];
    };
    let head = paper.head();
    let number = head
        .number
        .map_or_else(|| "…".to_owned(), |number| number.to_string());
    // A speech has none.
    let number =
        if is_numbered(paper) { format!("{number}/{}", head.symbol()) } else { String::new() };
    let mut state = Vec::new();
    let blanks = blanks(paper).map(say).collect::<Vec<_>>();
    if blanks.is_empty() {
        state.push(say("list-complete"));
    } else {
        state.push(console.wording.say("list-blanks", &[("blanks", blanks.into())]));
    }
    if let Paper::UnitPlan(unit) = paper {
        let plan = workspace.plan(head.year);
        let deadline = plan.and_then(|plan| plan.unit_plans_deadline);
        let (id, date) = receipt(unit.received, deadline);
        state.push(console.wording.say(id, &[("date", date.into())]));
    }
    match reading.state {
        Some(ResultState::Missing) => state.push(say("list-not-made")),
        Some(ResultState::Outdated) => state.push(say("list-outdated")),
        Some(ResultState::Current) | None => {}
    }
    [id, kind(paper, workspace, console.wording), number, date(head), state.join("; ")]
}

/// The kind of a paper: as people call its form, of a report with its period. Whoever reads English reads the words
/// of the command line.
fn kind(paper: &Paper, workspace: &Workspace<'_>, wording: &Wording) -> String {
    let key = paper.head().kind.key();
    let form = workspace.form(key);
    let Some(form) = form.filter(|_| wording.language() == Language::Vietnamese) else {
        return key.to_owned();
    };
    let name = name_in(&form.name, wording);
    match paper {
        Paper::Report(report) => {
            let span = report.period.span.key();
            format!("{name}, {}", wording.say(&format!("period-{span}"), &[]))
        }
        Paper::Plan(_) | Paper::UnitPlan(_) | Paper::Overview(_) | Paper::Form(_) => name,
    }
}

/// Whether a unit's plan came in time; the message and its date.
fn receipt(received: Option<Date>, deadline: Option<Date>) -> (&'static str, String) {
    let id = match Promptness::of(received, deadline) {
        Promptness::Missing => "list-not-received",
        Promptness::Late { .. } => "list-late",
        Promptness::Received | Promptness::InTime => "list-received",
    };
    (id, received.map(Date::slashed).unwrap_or_default())
}

/// Names the tasks of each year's plan that have their paper, and those that have none yet.
fn tasks(
    job: &Job,
    workspace: &Workspace<'_>,
    made: &BTreeSet<(Year, TaskId)>,
    console: &mut Console<'_>,
) -> io::Result<()> {
    for plan in workspace.plans().filter(|plan| listed(job, plan.paper.head.year)) {
        let year = plan.paper.head.year;
        let (with, without): (Vec<&Task>, Vec<&Task>) = plan
            .tasks()
            .iter()
            .partition(|task| made.contains(&(year, task.id.clone())));
        for (id, tasks) in [("list-tasks-with", with), ("list-tasks-without", without)] {
            let ids: Vec<String> = tasks.iter().map(|task| task.id.0.clone()).collect();
            if !ids.is_empty() {
                let args = [("year", year.to_string().into()), ("ids", ids.into())];
                console.result(id, &args)?;
            }
        }
    }
    Ok(())
}

/// Whether a whole year is listed.
fn listed(job: &Job, year: Year) -> bool {
    let chosen = |choice: &Choice| matches!(choice, Choice::Year(chosen) if *chosen == year);
    job.kind.is_none() && (job.choices.is_empty() || job.choices.iter().any(chosen))
}

/// Names the units of each year that have sent no plan at all, when the whole year is listed.
fn missing(
    job: &Job,
    workspace: &Workspace<'_>,
    sent: &BTreeSet<(Year, AgencyId)>,
    console: &mut Console<'_>,
) -> io::Result<()> {
    for year in workspace
        .plans()
        .map(|plan| plan.paper.head.year)
        .filter(|year| listed(job, *year))
    {
        let (Some(first), Some(last)) = (year.first_day(), year.last_day()) else { continue };
        let directory = &workspace.directory;
        let sent: BTreeSet<&AgencyId> = sent
            .iter()
            .filter(|(of, _)| *of == year)
            .map(|(_, unit)| directory.heir(unit, last))
            .collect();
        let units = directory.units_during(first, last);
        for cluster in &directory.clusters {
            let left: Vec<String> = units
                .iter()
                .filter(|unit| unit.cluster.as_ref() == Some(&cluster.id))
                .filter(|unit| !sent.contains(&unit.id))
                .map(|unit| unit.short_name.clone())
                .collect();
            if !left.is_empty() {
                let args = [
                    ("year", year.to_string().into()),
                    ("cluster", cluster.name.as_str().into()),
                    ("units", left.into()),
                ];
                console.result("list-missing", &args)?;
            }
        }
    }
    Ok(())
}

/// Whether it has a number: a speech has none.
fn is_numbered(paper: &Paper) -> bool {
    !matches!(paper.common().layout, Layout::Speech | Layout::Certificate)
}

/// The blanks that the clerk has still to fill, as messages.
fn blanks(paper: &Paper) -> impl Iterator<Item = &'static str> {
    let head = paper.head();
    let number = (head.number.is_none() && is_numbered(paper)).then_some("blank-number");
    let day = head.date.day_digits().is_none().then_some("blank-day");
    number.into_iter().chain(day)
}

fn date(head: &Head) -> String {
    let part = |part: Option<String>| part.unwrap_or_else(|| "…".to_owned());
    let year = head.date.year().map(|year| year.to_string());
    format!(
        "{}/{}/{}",
        part(head.date.day_digits()),
        part(head.date.month_digits()),
        part(year)
    )
}
