//! `import`: writes what somebody changed in Word into the data.
//!
//! The file of data is written once, whole, when all that could be placed is in it and it is a sound paper. What could not
//! be placed is told, as are changes that nobody has accepted and comments.

use std::io;

use super::diff::marked_up;
use super::incoming::{Current, beside, incoming, tell};
use super::old::old;
use super::verdict::{Verdict, With, is_sound};
use crate::console::Console;
use crate::diag::{Arg, Diagnostic, Sources};
use crate::export::{Out, rewrite};
use crate::folder::shown;
use crate::import::{Left, OpenPaper, Plan, Planned, Why, asides, left, plan};
use crate::job::{Import, Into};
use crate::load::Workspace;
use crate::manuscript::Manuscript;
use crate::roll::runs;

/// Takes up a text: its changes into a paper, or an old paper as a new file.
pub(super) fn import(
    task: &Import,
    with: With<'_>,
    workspace: &Workspace<'_>,
    out: &Out,
    console: &mut Console<'_>,
) -> io::Result<Verdict> {
    if !is_sound(workspace, console)? {
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
    let mut left = left(&held, now.as_ref().map_or(&held, |(now, _)| now), &plan);
    let notes = asides(text, false).into_iter();
    left.extend(notes.map(|note| Left { old: note.old, new: note.new, why: Some(Why::Note) }));
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
