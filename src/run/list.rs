//! `list`: the documents and their state, and the units whose plan is missing.

use std::io;
use std::path::Path;

use super::{Verdict, count};
use crate::calendar::{Date, Year};
use crate::console::Console;
use crate::diag::{Severity, has_errors};
use crate::job::Job;
use crate::load::{Choice, DATA, Entry, Loaded};
use crate::papers::{Head, Paper};

/// Lists the documents and their state, as columns.
pub(super) fn list(
    job: &Job,
    loaded: &Loaded,
    console: &mut Console<'_>,
) -> io::Result<Verdict> {
    console.report(&loaded.problems, &loaded.sources)?;
    let headings = ["document", "kind", "number", "date", "state"]
        .map(|name| console.wording.say(&format!("list-{name}"), &[]));
    let mut rows = vec![headings];
    rows.extend(loaded.documents.iter().map(|entry| row(job, entry, loaded, console)));
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
    let widths: [usize; 5] = std::array::from_fn(|column| width(column).unwrap_or(0));
    for row in &rows {
        let cells = row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}"));
        let line = cells.collect::<Vec<_>>().join("  ");
        writeln!(console.out, "{}", line.trim_end())?;
    }
    missing(job, loaded, console)?;
    let faulty = has_errors(&loaded.problems)
        || loaded.documents.iter().any(|entry| entry.document.is_none());
    Ok(Verdict::faulty_if(faulty))
}

fn row(job: &Job, entry: &Entry, loaded: &Loaded, console: &Console<'_>) -> [String; 5] {
    let say = |id: &str| console.wording.say(id, &[]);
    let Some(document) = &entry.document else {
        let args = [
            ("errors", count(&entry.problems, Severity::Error).into()),
            ("path", entry.path.to_string_lossy().into_owned().into()),
        ];
        let state = console.wording.say("list-errors", &args);
        return [entry.id.to_string(), String::new(), String::new(), String::new(), state];
    };
    let head = document.paper.head();
    let number = head
        .number
        .map_or_else(|| "…".to_owned(), |number| number.to_string());
    let mut state = Vec::new();
    let blanks = blanks(head).map(say).collect::<Vec<_>>();
    if blanks.is_empty() {
        state.push(say("list-complete"));
    } else {
        state.push(console.wording.say("list-blanks", &[("blanks", blanks.into())]));
    }
    if let Paper::UnitPlan(unit) = &document.paper {
        let deadline = deadline(loaded, unit.plan.head.year);
        let (id, date) = receipt(unit.received, deadline);
        state.push(console.wording.say(id, &[("date", date.into())]));
    }
    if let Some(id) = output_state(job, entry) {
        state.push(say(id));
    }
    [
        entry.id.to_string(),
        head.kind.key().to_owned(),
        format!("{number}/{}", head.symbol()),
        date(head),
        state.join("; "),
    ]
}

/// By when units send their plans of a year, as its plan says.
fn deadline(loaded: &Loaded, year: Year) -> Option<Date> {
    let documents = loaded.documents.iter().filter_map(|entry| entry.document.as_ref());
    let mut plans = documents.filter_map(|document| match &document.paper {
        Paper::Plan(plan) if plan.head.year == year => Some(plan),
        Paper::Plan(_) | Paper::UnitPlan(_) => None,
    });
    plans.next()?.unit_plans_deadline
}

/// Whether a unit's plan came in time; the message and its date.
fn receipt(received: Option<Date>, deadline: Option<Date>) -> (&'static str, String) {
    match (received, deadline) {
        (None, _) => ("list-not-received", String::new()),
        // "Before the 15th": the 15th itself is late.
        (Some(day), Some(deadline)) if day >= deadline => ("list-late", day.slashed()),
        (Some(day), _) => ("list-received", day.slashed()),
    }
}

/// Names the units of each year that have sent no plan at all, when the whole year is listed.
fn missing(job: &Job, loaded: &Loaded, console: &mut Console<'_>) -> io::Result<()> {
    let whole = job.kind.is_none()
        && job.choices.iter().all(|choice| matches!(choice, Choice::Year(_)));
    let papers = || {
        let documents = loaded.documents.iter().filter_map(|entry| entry.document.as_ref());
        documents.map(|document| &document.paper)
    };
    let plans = papers().filter_map(|paper| match paper {
        Paper::Plan(plan) => Some(plan),
        Paper::UnitPlan(_) => None,
    });
    for plan in plans.filter(|_| whole) {
        let year = plan.head.year;
        let has_sent = |id: &str| {
            papers().any(|paper| {
                let head = paper.head();
                matches!(paper, Paper::UnitPlan(_))
                    && head.year == year
                    && head.issuer.agency.id.0 == id
            })
        };
        for cluster in &loaded.directory.clusters {
            let units = loaded.directory.units(&cluster.id);
            let left: Vec<String> = units
                .filter(|unit| !has_sent(&unit.id.0))
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

/// The blanks that the clerk has still to fill, as messages.
fn blanks(head: &Head) -> impl Iterator<Item = &'static str> {
    let number = head.number.is_none().then_some("blank-number");
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

/// Whether the PDF is missing or older than the data, by the times of the files.
fn output_state(job: &Job, entry: &Entry) -> Option<&'static str> {
    let changed = |path: &Path| path.metadata().and_then(|metadata| metadata.modified()).ok();
    let made = changed(&job.root.join("out").join(format!("{}.pdf", entry.id)));
    let Some(made) = made else { return Some("list-not-made") };
    let shared = ["agencies.yaml", "settings.yaml"].map(|name| Path::new(DATA).join(name));
    let inputs = shared.iter().chain([&entry.path]);
    let newest = inputs.filter_map(|path| changed(&job.root.join(path))).max();
    newest.is_some_and(|newest| newest > made).then_some("list-outdated")
}
