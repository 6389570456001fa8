//! Carrying out a [`Job`]: open the workspace, then build, check, list, roll, compare, or
//! start a report.

mod build;
mod check;
mod diff;
mod list;
mod report;
mod roll;
mod unchanged;

use std::io;
use std::sync::atomic::AtomicBool;

use crate::assets::Assets;
use crate::compile::Base;
use crate::console::Console;
use crate::diag::{Diagnostic, Severity, Sources};
use crate::job::{Job, Task};
use crate::load::{Request, Workspace};
use crate::merge::Templates;
use build::Make;
use report::Started;
use unchanged::Unchanged;

/// Whether everything went well; decides the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Done.
    Sound,
    /// The data or a document has errors.
    Faulty,
}

impl Verdict {
    fn faulty_if(faulty: bool) -> Self {
        if faulty { Self::Faulty } else { Self::Sound }
    }
}

/// What pages are laid out with.
#[derive(Clone, Copy)]
struct With<'a> {
    /// Library, fonts and Typst templates.
    base: &'a Base,
    /// Jinja templates.
    templates: &'a Templates,
}

/// Carries out a job: a report that is missing is started before it is built. When `stop` is set, what is under way is finished and nothing more begun.
///
/// # Errors
/// When the console's streams are closed. What is wrong with the data is told on the console.
pub fn run(job: &Job, stop: &AtomicBool, console: &mut Console<'_>) -> io::Result<Verdict> {
    match report::start(job, console)? {
        Started::Already => carry_out(job, stop, console),
        Started::Now(as_draft) => carry_out(&as_draft, stop, console),
        Started::Not => Ok(Verdict::Faulty),
    }
}

fn carry_out(job: &Job, stop: &AtomicBool, console: &mut Console<'_>) -> io::Result<Verdict> {
    let unchanged = Unchanged::new(job);
    if unchanged.told(console)? {
        return Ok(Verdict::Sound);
    }
    let (assets, mut problems) = Assets::of_workspace(&job.root);
    let (base, bad_fonts) = Base::new(&assets);
    problems.extend(bad_fonts);
    let mut sources = Sources::default();
    let (templates, broken) = Templates::new(&assets, &mut sources);
    // What is made anew from a paper may have gaps, as a draft has.
    let draft = match &job.task {
        Task::Build(build) => build.draft,
        Task::Roll(_) => true,
        Task::Check(_) | Task::List | Task::Diff(_) => false,
    };
    let printable = |character| base.prints(character);
    let request = Request {
        root: &job.root,
        choices: &job.choices,
        kind: job.kind,
        draft,
        printable: &printable,
        left_overs: matches!(job.task, Task::Check(_)),
    };
    let mut workspace = Workspace::open(request, sources);
    workspace.problems.splice(0..0, problems);
    if !matches!(job.task, Task::List) {
        workspace.problems.extend(broken);
    }
    let with = With { base: &base, templates: &templates };
    match &job.task {
        Task::Build(task) => {
            let make = Make {
                task,
                assets: &assets,
                base: &base,
                templates: &templates,
                unchanged: &unchanged,
            };
            build::build(make, workspace, job.jobs, stop, console)
        }
        Task::Check(format) => check::check(*format, &workspace, with, job.jobs, console),
        Task::List => list::list(job, &workspace, console),
        Task::Diff(task) => diff::run(task, with, &workspace, console),
        Task::Roll(task) => roll::roll(task, with, &workspace, job.jobs, console),
    }
}

/// How many of the diagnostics are of a severity.
fn count(diagnostics: &[Diagnostic], severity: Severity) -> usize {
    diagnostics.iter().filter(|found| found.severity == severity).count()
}
