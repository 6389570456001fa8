//! `report`: starts the file of a report when it is missing, with the numbers as comments; what is
//! built then is a draft with its gaps. A report that is there is built as it is.

use std::io;
use std::path::Path;

use crate::assets::Assets;
use crate::batch::told;
use crate::calendar::Period;
use crate::compile::Base;
use crate::console::Console;
use crate::diag::{Diagnostic, Sources, has_errors};
use crate::export::{NewFile, Out, write_together};
use crate::folder::Folder;
use crate::guard::Guard;
use crate::job::{Action, Job};
use crate::load::{Request, Workspace, report_path};
use crate::merge::start_report;

/// What starting a report came to.
pub(super) enum Started {
    /// There was nothing to start.
    Already,
    /// Its file was written; what it still lacks can only be shown in a draft.
    Now(Box<Job>),
    /// It could not be written; why was told.
    Not,
}

/// Writes the file of the report that a job asks for, when there is none.
pub(super) fn start(
    job: &Job,
    guard: &Guard,
    console: &mut Console<'_>,
) -> io::Result<Started> {
    let Action::Build(build) = &job.task else { return Ok(Started::Already) };
    let Some(period) = build.start else { return Ok(Started::Already) };
    let root = Folder::new(&job.root);
    let path = report_path(&root, period);
    let as_draft = || {
        let task = Action::Build(build.as_draft());
        Started::Now(Box::new(Job { task, ..job.clone() }))
    };
    if guard.started_before() {
        return Ok(as_draft());
    }
    if root.has(&path) {
        return Ok(Started::Already);
    }
    let (assets, _) = Assets::of_workspace(&root);
    let request = Request {
        root: &root,
        choices: &[],
        kind: None,
        draft: true,
        printable: &|_| true,
        left_overs: false,
    };
    let workspace = Workspace::open(request, Sources::default());
    // What is wrong with one document keeps no other from being begun.
    let mut problems = workspace.problems.clone();
    problems.retain(|problem| !problem.code.spares_the_others());
    if has_errors(&problems) {
        console.report(&problems, &workspace.sources)?;
        return Ok(Started::Not);
    }
    guard.keep(workspace.limits);
    if let Err(problem) = write(&path, period, (&assets, guard), &workspace) {
        // Another run was faster.
        if root.has(&path) {
            return Ok(Started::Already);
        }
        console.report(&[*problem], &Sources::default())?;
        return Ok(Started::Not);
    }
    let shown = path.to_string_lossy().into_owned();
    console.note("report-started", &[("path", shown.into())])?;
    console.note("report-draft", &[])?;
    guard.started();
    Ok(as_draft())
}

fn write(
    path: &Path,
    period: Period,
    (assets, guard): (&Assets, &Guard),
    workspace: &Workspace<'_>,
) -> Result<(), Box<Diagnostic>> {
    let report = workspace.new_report(period)?;
    let work = guard.begin("report", "report").map_err(|stopped| {
        let (base, _) = Base::new(assets);
        Box::new(told(&stopped, workspace.limits, &base, &mut Sources::default()))
    })?;
    let text = start_report(&report, assets)?;
    drop(work);
    let piece = NewFile {
        path: path.to_owned(),
        bytes: text.into_bytes(),
        replaces: false,
    };
    let root = workspace.folder();
    let results = root.of_results(&root.join("out"));
    let out = Out::new(results.map_err(|fault| Box::new(fault.diagnostic("out")))?);
    let folder = path.parent().unwrap_or(Path::new(""));
    write_together(root, &out, folder, vec![piece])
        .map_err(|error| Box::new(error.diagnostic()))
}
