//! `import`: writes what somebody changed in Word into the data; and `diff` of a paper with such a file.
//!
//! The file of data is written once, whole, when all that could be placed is in it and it is a sound paper. What could not
//! be placed is told, as are changes that nobody has accepted and comments.

use std::io;

use serde::Serialize;

use super::diff::marked_up;
use super::incoming::{Current, Refused, incoming};
use super::old::old;
use super::verdict::{Verdict, With};
use crate::console::Console;
use crate::diag::{Arg, Diagnostic, Sources, has_errors};
use crate::export::{Out, rewrite};
use crate::folder::shown;
use crate::import::{
    Left, LineDifference, OpenPaper, Plan, Planned, Why, differences, left, plan,
};
use crate::job::{CheckFormat, Compare, Import, Into};
use crate::load::Workspace;
use crate::manuscript::{ChangeKind, Manuscript};
use crate::roll::runs;

/// Takes up a text: its changes into a paper, or an old paper as a new file.
pub(super) fn import(
    task: &Import,
    with: With<'_>,
    workspace: &Workspace<'_>,
    out: &Out,
    console: &mut Console<'_>,
) -> io::Result<Verdict> {
    console.report(&workspace.problems, &workspace.sources)?;
    if has_errors(&workspace.problems) {
        return Ok(Verdict::Faulty);
    }
    let text = match incoming(&task.text) {
        Ok(text) => text,
        Err(refused) => return tell(refused, console),
    };
    let verdict = match &task.into {
        Into::Paper(_) => changes(&text, with, workspace, out, console)?,
        Into::NewFile(path) => old((&text, Some(path)), with, workspace, out, console)?,
        Into::Shown => old((&text, None), with, workspace, out, console)?,
    };
    beside(&text, task.text.accepts, console)?;
    Ok(verdict)
}

/// Writes the changes of a text into the paper that is wanted.
fn changes(
    text: &Manuscript,
    with: With<'_>,
    workspace: &Workspace<'_>,
    out: &Out,
    console: &mut Console<'_>,
) -> io::Result<Verdict> {
    let current = match Current::new(with, workspace) {
        Ok(current) => current,
        Err(refused) => return tell(refused, console),
    };
    let name = shown(&current.candidate.path);
    let source = current.fetched.text().unwrap_or_default();
    let form = current.root.scalar_of("kind").and_then(|kind| workspace.form(kind));
    let (Some(held), Some(form)) = (current.held(text), form) else {
        return Ok(Verdict::Faulty);
    };
    let paper = OpenPaper {
        name: &name,
        source,
        file: current.file,
        root: &current.root,
        form,
    };
    let plan = plan(&held, &paper);
    let now = match &plan.text {
        Some(file) => current.held_with(file, text, with, workspace).map(Some),
        None => Ok(None),
    };
    let now = match now {
        Ok(now) => now,
        Err(refused) => {
            written(&plan, console)?;
            tell(refused, console)?;
            console.note("import-refused", &[("path", name.as_str().into())])?;
            return Ok(Verdict::Faulty);
        }
    };
    let left = left(&held, now.as_ref().map_or(&held, |(now, _)| now), &plan);
    if let Some(file) = &plan.text
        && let Err(problem) = write(&current, file, workspace, out)
    {
        return tell((vec![*problem], Sources::default()), console);
    }
    written(&plan, console)?;
    let lost = untold(&left, console)?;
    let follows = left.iter().filter(|left| left.why.is_none()).count();
    if let Some((_, (problems, sources))) = &now {
        console.report(problems, sources)?;
    }
    let written = if plan.text.is_some() { plan.planned.len() } else { 0 };
    let args = [
        ("count", written.into()),
        ("left", lost.into()),
        ("follows", follows.into()),
        ("path", name.into()),
    ];
    console.note("import-total", &args)?;
    Ok(Verdict::faulty_if(lost > 0))
}

/// Tells what is wrong.
fn tell((problems, sources): Refused, console: &mut Console<'_>) -> io::Result<Verdict> {
    console.report(&problems, &sources)?;
    Ok(Verdict::Faulty)
}

/// Writes the file, unless somebody else has changed it meanwhile.
fn write(
    current: &Current<'_>,
    text: &str,
    workspace: &Workspace<'_>,
    out: &Out,
) -> Result<(), Box<Diagnostic>> {
    let with_mark = |text: &str| {
        let marked = current.fetched.sources.get(current.file).is_marked();
        let mark = if marked { "\u{FEFF}" } else { "" };
        format!("{mark}{text}").into_bytes()
    };
    let old = with_mark(current.fetched.text().unwrap_or_default());
    rewrite(workspace.folder(), out, &current.candidate.path, (&old, with_mark(text)))
}

/// Tells what was written.
fn written(plan: &Plan, console: &mut Console<'_>) -> io::Result<()> {
    if plan.text.is_none() {
        return Ok(());
    }
    for Planned { path, old, new, .. } in &plan.planned {
        let (id, words) = match (old.is_empty(), new.is_empty()) {
            (true, _) => ("import-added", new.clone()),
            (false, true) => ("import-dropped", old.clone()),
            (false, false) => ("import-reworded", marked_up(&runs(old, new), " ")),
        };
        console.result(id, &[("at", path.as_str().into()), ("words", words.into())])?;
    }
    Ok(())
}

/// Tells what paper and text still say differently; how much of it somebody has to write by hand.
fn untold(left: &[Left], console: &mut Console<'_>) -> io::Result<usize> {
    let mut lost = 0;
    for Left { old, new, why } in left {
        let Some(why) = why else {
            // What the file says is what the paper said before.
            let words = marked_up(&runs(new, old), " ");
            console.result("import-follows", &[("words", words.into())])?;
            continue;
        };
        let words = marked_up(&runs(old, new), " ");
        lost += 1;
        let mut args: Vec<(&str, Arg)> = Vec::new();
        if let Why::Elsewhere { file, line } = why {
            args = vec![("file", file.as_str().into()), ("line", (*line).into())];
        }
        let because = console.wording.say(&format!("import-why-{}", why.name()), &args);
        console.result("import-left", &[("words", words.into()), ("why", because.into())])?;
    }
    Ok(lost)
}

/// Tells of changes that nobody has accepted or rejected, and of comments.
fn beside(text: &Manuscript, accepts: bool, console: &mut Console<'_>) -> io::Result<()> {
    for change in &text.changes {
        let id = match change.kind {
            ChangeKind::Added => "import-open-added",
            ChangeKind::Removed => "import-open-removed",
        };
        let args = [
            ("by", change.by.as_str().into()),
            ("text", change.text.trim().into()),
            ("within", change.within.trim().into()),
        ];
        console.result(id, &args)?;
    }
    if !text.changes.is_empty() {
        let id = if accepts { "import-open-taken" } else { "import-open" };
        console.note(id, &[("count", text.changes.len().into())])?;
    }
    for comment in &text.comments {
        let args = [
            ("by", comment.by.as_str().into()),
            ("text", comment.text.as_str().into()),
            ("about", comment.about.trim().into()),
        ];
        console.result("import-comment", &args)?;
    }
    Ok(())
}

/// Tells what differs between a paper and a text.
pub(super) fn compare(
    task: &Compare,
    with: With<'_>,
    workspace: &Workspace<'_>,
    console: &mut Console<'_>,
) -> io::Result<Verdict> {
    console.report(&workspace.problems, &workspace.sources)?;
    if has_errors(&workspace.problems) {
        return Ok(Verdict::Faulty);
    }
    let text = match incoming(&task.text) {
        Ok(text) => text,
        Err(refused) => return tell(refused, console),
    };
    let held = match Current::new(with, workspace) {
        Ok(current) => current.held(&text),
        Err(refused) => return tell(refused, console),
    };
    let Some(held) = held else { return Ok(Verdict::Faulty) };
    let found = differences(&held);
    if task.format == CheckFormat::Json {
        writeln!(console.out, "{}", json(task, &found, &text))?;
        return Ok(Verdict::Sound);
    }
    for LineDifference { kind, at, old, new } in &found {
        let words = marked_up(&runs(old, new), " ");
        let at = at
            .clone()
            .unwrap_or_else(|| console.wording.say("compare-template", &[]));
        console.result(
            &format!("compare-{kind}"),
            &[("at", at.into()), ("words", words.into())],
        )?;
    }
    beside(&text, task.text.accepts, console)?;
    console.note("compare-total", &[("count", found.len().into())])?;
    Ok(Verdict::Sound)
}

/// All differences, version 1.
#[derive(Serialize)]
struct JsonComparison<'c> {
    version: u8,
    paper: String,
    file: String,
    differences: Vec<JsonDifference<'c>>,
    changes: Vec<JsonChange<'c>>,
    comments: Vec<JsonComment<'c>>,
}

#[derive(Serialize)]
struct JsonDifference<'c> {
    /// `reworded`, `added`, `dropped` or `moved`.
    kind: &'c str,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<&'c str>,
    old: &'c str,
    new: &'c str,
}

/// A change that nobody has accepted or rejected.
#[derive(Serialize)]
struct JsonChange<'c> {
    /// `added` or `removed`.
    kind: &'c str,
    by: &'c str,
    text: &'c str,
    within: &'c str,
}

#[derive(Serialize)]
struct JsonComment<'c> {
    by: &'c str,
    text: &'c str,
    about: &'c str,
}

fn json(task: &Compare, found: &[LineDifference], text: &Manuscript) -> String {
    let report = JsonComparison {
        version: 1,
        paper: shown(&task.paper),
        file: shown(&task.text.file),
        differences: found
            .iter()
            .map(|one| JsonDifference {
                kind: one.kind,
                at: one.at.as_deref(),
                old: &one.old,
                new: &one.new,
            })
            .collect(),
        changes: text
            .changes
            .iter()
            .map(|change| JsonChange {
                kind: change.kind.name(),
                by: &change.by,
                text: &change.text,
                within: &change.within,
            })
            .collect(),
        comments: text
            .comments
            .iter()
            .map(|comment| JsonComment {
                by: &comment.by,
                text: &comment.text,
                about: &comment.about,
            })
            .collect(),
    };
    // Strings only: this cannot fail.
    serde_json::to_string_pretty(&report).unwrap_or_default()
}
