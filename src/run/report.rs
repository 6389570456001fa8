//! `report`: makes the report of a period. Where its file is missing, the file is started first, with
//! the numbers as comments; what is made of it then is a draft with its gaps. A file that is there is
//! never written to.

use std::borrow::Cow;
use std::io;
use std::path::{Path, PathBuf};

use super::sheet::Refused;
use super::verdict::With;
use crate::assets::Assets;
use crate::batch::told;
use crate::calendar::Period;
use crate::console::Console;
use crate::diag::{Diagnostic, Sources, has_errors};
use crate::export::{NewFile, Out, write_together};
use crate::folder::Folder;
use crate::guard::Guard;
use crate::job::{Action, Job, Report};
use crate::load::{Choice, Workspace, report_path};
use crate::merge::start_report;

/// The file of a report that is missing.
pub(super) struct MissingFile {
    period: Period,
    /// Relative to the workspace.
    pub(super) path: PathBuf,
}

/// A job as it is carried out: that of a report is about the report's file, and makes a draft when this
/// run has to start that file, which then is missing.
pub(super) fn resolved<'j>(
    job: &'j Job,
    root: &Folder,
    guard: &Guard,
) -> (Cow<'j, Job>, Option<MissingFile>) {
    let Action::Report(Report { period, build }) = &job.task else {
        return (Cow::Borrowed(job), None);
    };
    let (period, path) = (*period, report_path(root, *period));
    let is_missing = !root.has(&path);
    let as_draft = is_missing || guard.started_before();
    let build = if as_draft { build.as_draft() } else { build.clone() };
    let resolved = Job {
        choices: vec![Choice::Path(path.clone())],
        task: Action::Report(Report { period, build }),
        ..job.clone()
    };
    (Cow::Owned(resolved), is_missing.then_some(MissingFile { period, path }))
}

/// Starts the file of a report; whether it is there now. Why it could not be is told.
pub(super) fn start(
    missing: &MissingFile,
    assets: &Assets,
    with: With<'_>,
    workspace: &Workspace<'_>,
    console: &mut Console<'_>,
) -> io::Result<bool> {
    // What is wrong with one document keeps no other from being begun.
    let problems = workspace.problems.iter();
    let problems: Vec<Diagnostic> = problems
        .filter(|problem| !problem.code.spares_the_others())
        .cloned()
        .collect();
    if has_errors(&problems) {
        console.report(&problems, &workspace.sources)?;
        return Ok(false);
    }
    if let Err((problems, sources)) = write(missing, assets, with, workspace) {
        // Another run was faster, and has written the same.
        if workspace.folder().has(&missing.path) {
            return Ok(true);
        }
        console.report(&problems, &sources)?;
        return Ok(false);
    }
    let shown = missing.path.to_string_lossy().into_owned();
    console.note("report-started", &[("path", shown.into())])?;
    console.note("report-draft", &[])?;
    with.guard.started();
    Ok(true)
}

fn write(
    missing: &MissingFile,
    assets: &Assets,
    With { base, guard, .. }: With<'_>,
    workspace: &Workspace<'_>,
) -> Result<(), Refused> {
    let unplaced = |problem: Box<Diagnostic>| (vec![*problem], Sources::default());
    let report = workspace.new_report(missing.period).map_err(unplaced)?;
    let work = guard.begin("report", "report").map_err(|stopped| {
        let mut sources = Sources::default();
        let problem = told(&stopped, workspace.limits, base, &mut sources);
        (vec![problem], sources)
    })?;
    let text = start_report(&report, assets).map_err(unplaced)?;
    drop(work);
    let file = NewFile {
        path: missing.path.clone(),
        bytes: text.into_bytes(),
        replaces: false,
    };
    let root = workspace.folder();
    // Other runs find it by the folder of results of them all, not by that of drafts.
    let results = root.of_results(&root.join("out"));
    let out = Out::new(results.map_err(|fault| unplaced(Box::new(fault.diagnostic("out"))))?);
    let folder = missing.path.parent().unwrap_or(Path::new(""));
    write_together(root, &out, folder, vec![file])
        .map_err(|error| unplaced(Box::new(error.diagnostic())))
}
