//! Carrying out a [`Job`]: open the workspace, then build, check, list, roll, compare, or make a
//! report.
//!
//! In go a job and a console; out comes a [`Verdict`], which decides the exit code. All that a task
//! says goes through the console. One file has one task; what several need (opening, the folder of
//! results, what an interrupted run has left) is here.

mod build;
mod check;
mod compare;
mod diff;
mod forms;
mod import;
mod incoming;
mod list;
mod old;
mod report;
mod review;
mod roll;
mod sheet;
mod spoken;
mod told;
mod unchanged;
mod verdict;
mod wanted;

use std::io;
use std::sync::atomic::AtomicBool;

use crate::assets::Assets;
use crate::compile::Base;
use crate::console::Console;
use crate::diag::Sources;
use crate::export::{self, Interrupted, Out};
use crate::folder::Folder;
use crate::form::Forms;
use crate::guard::Guard;
use crate::job::{Action, Build, Diff, DiffFormat, Job, Report, ResultsForms, Roll, is_at};
use crate::load::{Request, Workspace};
use crate::merge::Templates;
use build::Make;
use report::MissingFile;
use unchanged::Unchanged;
pub use verdict::Verdict;
use verdict::With;

/// Carries out a job. When `stop` is set, what is under way is finished and nothing more begun.
///
/// # Errors
/// When the console's streams are closed. What is wrong with the data is told on the console.
pub fn run(
    job: &Job,
    stop: &AtomicBool,
    guard: &Guard,
    console: &mut Console<'_>,
) -> io::Result<Verdict> {
    recover(job, console)?;
    let root = Folder::new(&job.root);
    let (job, missing) = report::resolved(job, &root, guard);
    let Some(out) = results(&job, &root, console)? else { return Ok(Verdict::Faulty) };
    let unchanged = match &missing {
        Some(_) => Unchanged::unknown(),
        None => Unchanged::new(&job, &root, &out),
    };
    if unchanged.told(console)? {
        return Ok(Verdict::Sound);
    }
    let ground = Ground {
        job: &job,
        root: &root,
        out: &out,
        unchanged: &unchanged,
    };
    carry_out(ground, missing.as_ref(), stop, guard, console)
}

/// Where a job is carried out, and what is known before anything is read.
#[derive(Clone, Copy)]
struct Ground<'a> {
    job: &'a Job,
    root: &'a Folder,
    out: &'a Out,
    unchanged: &'a Unchanged<'a>,
}

/// The folder of a job's results; none when it may not be written to, which is told then. A job that
/// writes nothing does not ask where to.
fn results(job: &Job, root: &Folder, console: &mut Console<'_>) -> io::Result<Option<Out>> {
    let named = match &job.task {
        Action::Build(Build { out, .. })
        | Action::Report(Report { build: Build { out, .. }, .. })
        | Action::Roll(Roll { out, .. })
        | Action::Forms(ResultsForms { out, .. })
        | Action::Diff(Diff { out, format: DiffFormat::Pdf, .. }) => out,
        Action::Check(_)
        | Action::List(_)
        | Action::Diff(_)
        | Action::Import(_)
        | Action::Compare(_) => {
            return Ok(Some(Out::new(Folder::new(&root.join("out")))));
        }
    };
    match root.of_results(named) {
        Ok(folder) => {
            let out = Out::new(folder);
            out.clear();
            Ok(Some(out))
        }
        Err(fault) => {
            let problem = fault.diagnostic(named.to_string_lossy());
            console.report(&[problem], &Sources::default())?;
            Ok(None)
        }
    }
}

/// Finishes or undoes what an interrupted run left half-way, and says so.
fn recover(job: &Job, console: &mut Console<'_>) -> io::Result<()> {
    for interrupted in export::recover(&Folder::new(&job.root)) {
        match interrupted {
            Interrupted::Finished(paths) => {
                let paths = paths.iter().map(|path| path.to_string_lossy().into_owned());
                let paths: Vec<String> = paths.collect();
                console.note("recovered-finished", &[("paths", paths.into())])?;
            }
            Interrupted::Undone => console.note("recovered-undone", &[])?,
            Interrupted::Stuck(error) => {
                console.report(&[error.diagnostic()], &Sources::default())?;
                console.note("recovered-not", &[])?;
            }
        }
    }
    Ok(())
}

/// Opens the workspace, starts the file of a report that is `missing`, and does what is to be done.
fn carry_out(
    ground: Ground<'_>,
    missing: Option<&MissingFile>,
    stop: &AtomicBool,
    guard: &Guard,
    console: &mut Console<'_>,
) -> io::Result<Verdict> {
    let Ground { job, root, out, unchanged } = ground;
    let (assets, mut problems) = Assets::of_workspace(root);
    let (base, bad_fonts) = Base::new(&assets);
    problems.extend(bad_fonts);
    let mut sources = Sources::default();
    let (templates, broken) = Templates::new(&assets, &mut sources);
    let printable = |character| base.prints(character);
    let (forms, bad_forms) = Forms::new(&assets, &printable, &mut sources);
    let templates = templates.with_names(&forms);
    problems.extend(bad_forms);
    let request = Request {
        root,
        forms: &forms,
        choices: &job.choices,
        kind: job.kind.as_ref(),
        new: missing.map(|missing| missing.path.as_path()),
        draft: job.task.allows_gaps(),
        printable: &printable,
        left_overs: matches!(job.task, Action::Check(_)),
    };
    let mut workspace = Workspace::open(request, sources);
    workspace.problems.splice(0..0, problems);
    if job.task.tells_of_results() {
        workspace.miss_awards();
    }
    let is_sound = broken.is_empty();
    if !matches!(job.task, Action::List(_)) {
        workspace.problems.extend(broken);
    }
    if let Some(unit) = guard.traced() {
        workspace.wanted.retain(|candidate| is_at(unit, &candidate.id.0));
    }
    guard.keep(workspace.limits);
    let with = With { base: &base, templates: &templates, guard };
    if let Some(missing) = missing {
        if !report::start(missing, &assets, with, &workspace, console)? {
            return Ok(Verdict::Faulty);
        }
        workspace.begun();
    }
    let jobs = guard.jobs(job.jobs);
    match &job.task {
        Action::Build(task) | Action::Report(Report { build: task, .. }) => {
            let make = Make { task, assets: &assets, with, unchanged, out };
            build::build(make, workspace, jobs, stop, console)
        }
        Action::Check(format) => check::check(*format, &workspace, with, jobs, console),
        Action::List(task) => {
            // With templates that have errors nothing can be made.
            let make =
                is_sound.then_some(Make { task, assets: &assets, with, unchanged, out });
            list::list((job, jobs), make, &workspace, console)
        }
        Action::Diff(task) => diff::run(task, with, &workspace, out, console),
        Action::Roll(task) => roll::roll(task, with, &workspace, out, jobs, console),
        Action::Import(task) => import::import(task, with, &workspace, out, console),
        Action::Compare(task) => compare::compare(task, with, &workspace, console),
        Action::Forms(task) => forms::forms(task, &workspace, out, console),
    }
}
