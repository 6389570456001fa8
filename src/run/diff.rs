//! `diff`: what changed between the plans of two years, in the terminal, as JSON or on paper.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use serde::Serialize;

use super::review::{name_in, place};
use super::sheet;
use super::verdict::Verdict;
use super::verdict::With;
use crate::calendar::{Due, Quarter};
use crate::console::Console;
use crate::diag::{Arg, Diagnostic, Sources, has_errors};
use crate::export::Out;
use crate::form::{Kind, Names};
use crate::job::{Diff, DiffFormat};
use crate::load::Workspace;
use crate::merge::{Style, Templates, merge_differences};
use crate::papers::{FormPaper, Plan};
use crate::roll::{
    Difference, DifferenceRow, Differs, MarkedText, Run, RunFate, TaskTitle, TaskTitles, diff,
};
use crate::wording::{Language, Wording, visible};

/// Tells what changed.
pub(super) fn run(
    task: &Diff,
    with: With<'_>,
    workspace: &Workspace<'_>,
    out: &Out,
    console: &mut Console<'_>,
) -> io::Result<Verdict> {
    console.report(&workspace.problems, &workspace.sources)?;
    let plans = [task.from, task.to].map(|year| (year, workspace.plan(year)));
    let mut found: Vec<Found> = Vec::new();
    match plans.map(|(_, plan)| plan) {
        [Some(old), Some(new)] => found.extend(between_plans(old, new, workspace)),
        // An office may have papers and no plan.
        [None, None] if has_papers(task, workspace) => {}
        _ => {
            let missing = plans.iter().filter(|(_, plan)| plan.is_none());
            let missing: Vec<Diagnostic> =
                missing.map(|(year, _)| workspace.no_plan_of(*year)).collect();
            console.report(&missing, &Sources::default())?;
            return Ok(Verdict::Faulty);
        }
    }
    found.extend(between_papers(task, workspace));
    match task.format {
        DiffFormat::Json => writeln!(console.out, "{}", json(task, &found))?,
        DiffFormat::Text => text(task, &found, console)?,
        DiffFormat::Pdf => {
            let wording = Wording::new(Language::Vietnamese);
            let rows: Vec<DifferenceRow> =
                found.iter().map(|one| row(one, &wording)).collect();
            let path = Path::new(&task.to.to_string()).join("diff.pdf");
            let identifier = format!("vanthu/diff/{}/{}", task.from, task.to);
            let years = (task.from, task.to);
            let merge = |style: &Style<'_>, templates: &Templates| {
                merge_differences(years, &rows, style, templates)
            };
            let made = sheet::pdf(("diff", &identifier), merge, with, workspace);
            let made = made.and_then(|bytes| {
                let written = out.write(vec![(path, bytes)]);
                written.map_err(|error| (vec![error.diagnostic()], Sources::default()))
            });
            match made {
                Ok(written) => {
                    for (path, _) in &written.files {
                        writeln!(console.out, "{}", visible(&path.to_string_lossy()))?;
                    }
                }
                Err((problems, sources)) => {
                    console.report(&problems, &sources)?;
                    return Ok(Verdict::Faulty);
                }
            }
        }
    }
    Ok(Verdict::faulty_if(has_errors(&workspace.problems)))
}

/// A difference, and of which paper it is told: of the plan, unless it says another one.
struct Found {
    paper: Option<PaperOfForm>,
    difference: Difference,
    /// What its task is called by, when it is one.
    title: Option<TaskTitle>,
}

impl Found {
    /// Of a difference; `titles` are those of the tasks of both papers.
    fn new(paper: Option<PaperOfForm>, difference: Difference, titles: &TaskTitles) -> Self {
        let title = difference.at.task().and_then(|id| titles.get(id)).cloned();
        Self { paper, difference, title }
    }
}

/// Another paper than the plan.
#[derive(Clone)]
struct PaperOfForm {
    /// Its place below the folder of the year.
    below: String,
    /// What people call its form, in both languages.
    name: Names,
}

/// Whether both years have documents.
fn has_papers(task: &Diff, workspace: &Workspace<'_>) -> bool {
    [task.from, task.to]
        .iter()
        .all(|year| !workspace.documents_of(*year).is_empty())
}

/// The differences between two plans.
fn between_plans(old: &Plan, new: &Plan, workspace: &Workspace<'_>) -> Vec<Found> {
    let Some(form) = workspace.form(Kind::Plan.key()) else { return Vec::new() };
    let titles = TaskTitles::of_tasks(new.tasks());
    let titles = titles.or(TaskTitles::of_tasks(old.tasks()));
    let found = diff(Some(&old.paper), Some(&new.paper), form).into_iter();
    found
        .map(|difference| Found::new(None, difference, &titles))
        .collect()
}

/// The differences between the other papers, in the order of their places.
fn between_papers(task: &Diff, workspace: &Workspace<'_>) -> Vec<Found> {
    let (old, new) = (workspace.compared(task.from), workspace.compared(task.to));
    let places: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let mut found = Vec::new();
    for below in places {
        let (was, is) = (old.get(below), new.get(below));
        let Some(one) = is.or(was) else { continue };
        let Some(form) = workspace.form(one.head.kind.key()) else { continue };
        let paper = PaperOfForm { below: below.clone(), name: form.name.clone() };
        let titles = tasks_of(is).or(tasks_of(was));
        let differences = diff(was, is, form).into_iter();
        found.extend(
            differences.map(|difference| Found::new(Some(paper.clone()), difference, &titles)),
        );
    }
    found
}

/// What the tasks of a paper are called by.
fn tasks_of(paper: Option<&FormPaper>) -> TaskTitles {
    let tasks = paper.map(|paper| paper.values.tasks("tasks"));
    TaskTitles::of_tasks(tasks.unwrap_or_default())
}

/// Where a difference is, with the paper where it is not the plan.
fn place_of(found: &Found, wording: &Wording) -> String {
    let place = place(&found.difference.at, found.title.as_ref(), wording);
    match &found.paper {
        None => place,
        Some(paper) => {
            let name = name_in(&paper.name, wording);
            format!("{name} ({}), {place}", paper.below)
        }
    }
}

/// When a task is due, within a sentence in the program's language.
fn due_in_words(due: Due, wording: &Wording) -> String {
    match due {
        Due::Quarter(quarter) => {
            wording.say("due-quarter", &[("quarter", quarter.roman().into())])
        }
        Due::Month(month) => wording.say("due-month", &[("month", month.to_string().into())]),
        Due::Day(day) => day.slashed(),
        Due::AllYear => wording.say("due-all-year", &[]),
    }
}

/// As lines of text; what is gone in `[- -]`, what is new in `{+ +}`.
fn text(task: &Diff, found: &[Found], console: &mut Console<'_>) -> io::Result<()> {
    for one in found {
        let difference = &one.difference;
        let place = place_of(one, console.wording);
        let mut args = vec![("place", Arg::from(place))];
        match &difference.what {
            Differs::Added { text, quarter } | Differs::Dropped { text, quarter } => {
                args.push(("text", text.as_str().into()));
                args.push(("quarter", roman(*quarter).into()));
            }
            Differs::Moved { from, to } => {
                args.push(("from", from.roman().into()));
                args.push(("to", to.roman().into()));
            }
            Differs::Due { from, to } => {
                args.push(("from", due_in_words(*from, console.wording).into()));
                args.push(("to", due_in_words(*to, console.wording).into()));
            }
            Differs::Reworded(runs) => args.push(("words", marked_up(runs, " ").into())),
            Differs::Agencies(runs) => args.push(("words", marked_up(runs, ", ").into())),
        }
        console.result(&format!("diff-{}", difference.what.name()), &args)?;
    }
    let total = [
        ("count", found.len().into()),
        ("from", task.from.to_string().into()),
        ("to", task.to.to_string().into()),
    ];
    console.note("diff-total", &total)
}

fn roman(quarter: Option<Quarter>) -> &'static str {
    quarter.map_or("none", Quarter::roman)
}

/// Words with what became of them: `[-old-] {+new+}`.
pub(super) fn marked_up(runs: &[Run], between: &str) -> String {
    let show = |run: &Run| match run.fate {
        RunFate::Kept => run.text.clone(),
        RunFate::Gone => format!("[-{}-]", run.text),
        RunFate::New => format!("{{+{}+}}", run.text),
    };
    runs.iter().map(show).collect::<Vec<_>>().join(between)
}

/// A difference as two columns, old and new.
fn row(found: &Found, wording: &Wording) -> DifferenceRow {
    let difference = &found.difference;
    let nothing = || MarkedText::new("", []);
    let quarter = |text: &str, quarter: Option<Quarter>| match quarter {
        Some(quarter) => format!("(Quý {}) {text}", quarter.roman()),
        None => text.to_owned(),
    };
    let (old, new) = match &difference.what {
        Differs::Added { text, quarter: due } => {
            (nothing(), MarkedText::whole(&quarter(text, *due)))
        }
        Differs::Dropped { text, quarter: due } => {
            (MarkedText::whole(&quarter(text, *due)), nothing())
        }
        Differs::Moved { from, to } => {
            let title = |due: &Quarter| MarkedText::whole(&format!("Quý {}", due.roman()));
            (title(from), title(to))
        }
        Differs::Due { from, to } => {
            (MarkedText::whole(&from.in_words()), MarkedText::whole(&to.in_words()))
        }
        Differs::Reworded(runs) => {
            (side(runs, RunFate::Gone, " "), side(runs, RunFate::New, " "))
        }
        Differs::Agencies(runs) => {
            (side(runs, RunFate::Gone, ", "), side(runs, RunFate::New, ", "))
        }
    };
    DifferenceRow {
        place: place_of(found, wording),
        what: wording.say(&format!("difference-{}", difference.what.name()), &[]),
        old,
        new,
    }
}

/// The words of one side, those that differ marked.
fn side(runs: &[Run], own: RunFate, between: &str) -> MarkedText {
    let (mut text, mut marks) = (String::new(), Vec::new());
    for run in runs.iter().filter(|run| run.fate == RunFate::Kept || run.fate == own) {
        if !text.is_empty() {
            text.push_str(between);
        }
        let start = text.len();
        text.push_str(&run.text);
        if run.fate == own {
            marks.push(start..text.len());
        }
    }
    MarkedText::new(&text, marks)
}

/// All differences, version 1.
#[derive(Serialize)]
struct JsonDiff {
    version: u8,
    from: String,
    to: String,
    differences: Vec<JsonDifference>,
}

#[derive(Serialize)]
struct JsonDifference {
    /// `added`, `dropped`, `moved`, `due`, `reworded` or `agencies`.
    kind: &'static str,
    /// The paper below the folder of the year, where it is not the plan: `invitations/meeting`.
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<String>,
    /// `subject`, `bases.1`, `tasks.launch`.
    at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quarter: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    words: Vec<JsonRun>,
}

#[derive(Serialize)]
struct JsonRun {
    /// `kept`, `gone` or `new`.
    fate: &'static str,
    text: String,
}

fn json(task: &Diff, found: &[Found]) -> String {
    let one = |found: &Found| {
        let difference = &found.difference;
        let mut one = JsonDifference {
            kind: difference.what.name(),
            document: found.paper.as_ref().map(|paper| paper.below.clone()),
            at: difference.at.path(),
            text: None,
            quarter: None,
            from: None,
            to: None,
            words: Vec::new(),
        };
        match &difference.what {
            Differs::Added { text, quarter } | Differs::Dropped { text, quarter } => {
                one.text = Some(text.clone());
                one.quarter = quarter.map(Quarter::roman);
            }
            Differs::Moved { from, to } => {
                let roman = |quarter: &Quarter| Some(quarter.roman().to_owned());
                (one.from, one.to) = (roman(from), roman(to));
            }
            Differs::Due { from, to } => {
                (one.from, one.to) = (Some(from.in_words()), Some(to.in_words()));
            }
            Differs::Reworded(runs) | Differs::Agencies(runs) => {
                let run =
                    |run: &Run| JsonRun { fate: run.fate.name(), text: run.text.clone() };
                one.words = runs.iter().map(run).collect();
            }
        }
        one
    };
    let report = JsonDiff {
        version: 1,
        from: task.from.to_string(),
        to: task.to.to_string(),
        differences: found.iter().map(one).collect(),
    };
    // Strings and numbers only: this cannot fail.
    serde_json::to_string_pretty(&report).unwrap_or_default()
}
