//! `import` of an old paper: a file of data is made of it, and what has no place in that is told.

use std::io;
use std::path::{Path, PathBuf};

use super::diff::marked_up;
use super::incoming::{most_like, of};
use super::verdict::{Verdict, With};
use crate::console::Console;
use crate::diag::{Code, Diagnostic, Sources, has_errors};
use crate::export::{NewFile, Out, write_together};
use crate::folder::{DATA, shown};
use crate::form::Kind;
use crate::import::{
    Known, KnownTask, LineDifference, OldPlan, asides, hold, lines_of_manuscript,
    lines_of_values, old_plan, unsaid,
};
use crate::load::Workspace;
use crate::manuscript::Manuscript;
use crate::roll::runs;
use crate::yaml::{Node, normalised};

/// Makes a file of data of an old paper: a new one at a path, or shown.
pub(super) fn old(
    (text, path): (&Manuscript, Option<&PathBuf>),
    with: With<'_>,
    workspace: &Workspace<'_>,
    out: &Out,
    console: &mut Console<'_>,
) -> io::Result<Verdict> {
    let trees = workspace.trees_of(Kind::Plan.key());
    let tasks: Vec<KnownTask> = trees.iter().flat_map(known_tasks).collect();
    let known = Known {
        directory: &workspace.directory,
        awards: &workspace.awards,
        tasks: &tasks,
    };
    let Some(plan) = old_plan(text, &known) else {
        let problem = Diagnostic::unplaced(Code::NotAPlan);
        console.report(&[problem], &Sources::default())?;
        return Ok(Verdict::Faulty);
    };
    let place = path.cloned();
    let place = place.unwrap_or_else(|| format!("{DATA}/{}/plan.yaml", plan.year).into());
    let fetched = workspace.new_document(&place, &plan.text);
    let said = of(&fetched, with, workspace);
    // The new paper is held against the text, so that nothing of that is lost; where it has errors, its values are.
    let values = || fetched.root().map(|root| lines_of_values(&root)).unwrap_or_default();
    let held = most_like(&said.papers, text)
        .unwrap_or_else(|| hold(values(), lines_of_manuscript(text)));
    let mut left = unsaid(&held);
    left.extend(asides(text, true));
    let file = with_left(&plan.text, &left, console);
    match path {
        None => write!(console.out, "{file}")?,
        Some(path) => {
            let new = NewFile {
                path: path.clone(),
                bytes: file.into_bytes(),
                replaces: false,
            };
            let folder = path.parent().unwrap_or(Path::new(""));
            if let Err(error) = write_together(workspace.folder(), out, folder, vec![new]) {
                console.report(&[error.diagnostic()], &Sources::default())?;
                return Ok(Verdict::Faulty);
            }
            console.result("import-old-written", &[("path", shown(path).into())])?;
        }
    }
    console.report(&said.problems, &said.sources)?;
    told(&plan, &left, console)?;
    Ok(Verdict::faulty_if(has_errors(&said.problems) || !left.is_empty()))
}

/// The file with what has no place in it, as comments.
fn with_left(text: &str, left: &[LineDifference], console: &Console<'_>) -> String {
    let mut file = text.to_owned();
    if !left.is_empty() {
        let title = console.wording.say("import-old-left", &[]);
        file.push_str(&format!("\n# {title}\n"));
    }
    for line in left {
        file.push_str(&format!("#   {}\n", line.new));
    }
    file
}

/// Tells what a person has to look at.
fn told(plan: &OldPlan, left: &[LineDifference], console: &mut Console<'_>) -> io::Result<()> {
    for line in left {
        let words = marked_up(&runs(&line.old, &line.new), " ");
        console.note("import-old-lost", &[("words", words.into())])?;
    }
    if !plan.unknown.is_empty() {
        console.note("import-old-unknown", &[("names", plan.unknown.clone().into())])?;
    }
    if !plan.new_ids.is_empty() {
        console.note("import-old-ids", &[("ids", plan.new_ids.clone().into())])?;
    }
    console.note("import-old-total", &[("left", left.len().into())])
}

/// The tasks of a plan, as its file has them.
fn known_tasks(plan: &Node) -> Vec<KnownTask> {
    let tasks = plan.entry("tasks").map(Node::items).unwrap_or_default();
    let texts = |node: Option<&Node>| -> Vec<String> {
        let Some(node) = node else { return Vec::new() };
        match node.scalar() {
            Some(text) => vec![normalised(text)],
            None => node.items().iter().filter_map(Node::scalar).map(normalised).collect(),
        }
    };
    let task = |task: &Node| {
        let own = task.entry("text").or_else(|| task.entry("items"));
        Some(KnownTask {
            id: task.scalar_of("id")?.to_owned(),
            texts: texts(own),
            corrected: texts(task.entry("corrected")),
            repeats: task.scalar_of("repeats").map(str::to_owned),
        })
    };
    tasks.iter().filter_map(task).collect()
}
