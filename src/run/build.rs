//! `build`: makes the documents that are sound, reports the others.
//!
//! In goes the opened workspace; out come files, and a line for each. A broken shared file stops
//! everything, since no paper would be sure; a broken document stops itself only.

use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use super::told::{BuildTotals, about, total};
use super::unchanged::Unchanged;
use super::verdict::{Verdict, With};
use crate::assets::{Assets, TEMPLATES};
use crate::batch::{self, Fate, Made, Outcome, Workshop};
use crate::console::Console;
use crate::diag::{Arg, Sources, has_errors};
use crate::export::{Format, Out};
use crate::fingerprint::Fingerprint;
use crate::job::Build;
use crate::load::{Candidate, Workspace};

/// What documents are made with, and how.
#[derive(Clone, Copy)]
pub(super) struct Make<'a> {
    /// What to make.
    pub(super) task: &'a Build,
    /// Templates and fonts as files.
    pub(super) assets: &'a Assets,
    /// What pages are laid out with.
    pub(super) with: With<'a>,
    /// What is known of the last time.
    pub(super) unchanged: &'a Unchanged<'a>,
    /// Where results go.
    pub(super) out: &'a Out,
}

/// Makes the documents that are sound; the others are reported and not made.
pub(super) fn build(
    make: Make<'_>,
    mut workspace: Workspace<'_>,
    jobs: usize,
    stop: &AtomicBool,
    console: &mut Console<'_>,
) -> io::Result<Verdict> {
    let task = make.task;
    if let Some(shard) = task.shard {
        workspace.wanted.retain(|candidate| shard.holds(&candidate.id));
    }
    console.report(&workspace.problems, &workspace.sources)?;
    // What was asked for in vain does not keep the rest from being made.
    let (astray, shared): (Vec<_>, Vec<_>) = workspace
        .problems
        .iter()
        .partition(|problem| problem.code.spares_the_others());
    if has_errors(shared) {
        tell_problems(&workspace, jobs, console)?;
        console.note("shared-broken", &[])?;
        return Ok(Verdict::Faulty);
    }
    let families = make.with.base.families();
    let workshop = workshop(make, &workspace, &families);
    let (tally, done) = make_all(workshop, jobs, stop, console)?;
    let told = tally.made + tally.current + tally.bare + tally.failed;
    let left = workspace.wanted.len() - told - tally.unwanted;
    if told + left == 0 && task.shard.is_none() {
        // A path or year that names nothing was told above.
        if astray.is_empty() {
            nothing(console)?;
        }
        return Ok(Verdict::faulty_if(!astray.is_empty()));
    }
    let mut sound = tally.failed == 0 && left == 0 && astray.is_empty();
    if task.format == Format::Typ && tally.made > 0 {
        sound &= write_typst_templates(make.out, make.assets, console)?;
    }
    total(tally, left, console)?;
    // What was said about the workspace is to be said again.
    let settled = sound && !stop.load(Ordering::Relaxed) && workspace.problems.is_empty();
    let documents: Vec<&Candidate> = done.iter().map(|at| &workspace.wanted[*at]).collect();
    make.unchanged
        .ended(settled && task.format != Format::Typ, &documents);
    Ok(Verdict::faulty_if(!sound))
}

/// What documents are made with.
pub(super) fn workshop<'a>(
    make: Make<'a>,
    workspace: &'a Workspace<'a>,
    families: &'a [&'static str],
) -> Workshop<'a> {
    let task = make.task;
    let shaped_by = shaped_by(make);
    Workshop {
        workspace,
        press: make.with.press(workspace, families, task.draft),
        format: task.format,
        out: make.out,
        shaped_by,
        shared_inputs: shared_inputs(shaped_by, task, &workspace.sources),
        force: task.force,
    }
}

/// Tells what is wrong with the documents, when none can be made.
fn tell_problems(
    workspace: &Workspace<'_>,
    jobs: usize,
    console: &mut Console<'_>,
) -> io::Result<()> {
    let mut closed = Ok(());
    batch::read(&workspace.wanted, workspace, None, jobs, |_, reading| {
        if closed.is_ok() {
            closed = console.report(&reading.entry.problems, &reading.sources);
        }
    });
    closed
}

/// Makes the wanted documents, telling of each as it is done; and which are up to date then.
fn make_all(
    workshop: Workshop<'_>,
    jobs: usize,
    stop: &AtomicBool,
    console: &mut Console<'_>,
) -> io::Result<(BuildTotals, Vec<usize>)> {
    let wanted = &workshop.workspace.wanted;
    let (mut tally, mut done) = (BuildTotals::default(), Vec::new());
    let mut closed = Ok(());
    let progress = console.progress(wanted.len());
    batch::build(wanted, workshop, jobs, stop, |at, outcome| {
        match &outcome.fate {
            Fate::Made(_) => tally.made += 1,
            Fate::Current => tally.current += 1,
            Fate::Failed | Fate::Partly(_) => tally.failed += 1,
            Fate::Bare => tally.bare += 1,
            Fate::Unwanted => tally.unwanted += 1,
        }
        if matches!(outcome.fate, Fate::Made(_) | Fate::Current) {
            done.push(at);
        }
        progress.step();
        if closed.is_ok() {
            closed = progress.suspend(|| tell(&wanted[at].path, &outcome, console));
        }
    });
    progress.end();
    done.sort_unstable();
    closed.map(|()| (tally, done))
}

/// The fingerprint of all that shapes every page besides its markup.
fn shaped_by(make: Make<'_>) -> Fingerprint {
    let files = make.assets.typst_files().chain(&make.assets.fonts);
    let bytes = files.flat_map(|(name, bytes)| [name.as_bytes(), bytes.as_ref()]);
    Fingerprint::of_all(std::iter::once(make.task.program.as_bytes()).chain(bytes))
}

/// The fingerprint of all that a document is made from besides its own file: what shapes every
/// page, and the texts that were read for all (Jinja templates, agencies, settings, plans).
fn shared_inputs(shaped_by: Fingerprint, task: &Build, sources: &Sources) -> Fingerprint {
    let draft: &[u8] = if task.draft { b"draft" } else { b"" };
    sources
        .all()
        .flat_map(|source| [source.name(), source.text()])
        .fold(shaped_by.and(draft), |sum, part| sum.and(part.as_bytes()))
}

/// Tells what became of a document.
fn tell(path: &Path, outcome: &Outcome, console: &mut Console<'_>) -> io::Result<()> {
    console.report(&outcome.problems, &outcome.sources)?;
    if !outcome.diagnostics.is_empty() {
        about(path, console)?;
    }
    console.report(&outcome.diagnostics, &outcome.sources)?;
    let (Fate::Made(made) | Fate::Partly(made)) = &outcome.fate else { return Ok(()) };
    let Made { written, pages } = made;
    for (path, bytes) in &written.files {
        let args = [
            ("path", Arg::from(path.to_string_lossy().into_owned())),
            ("pages", (*pages).into()),
            ("kilobytes", bytes.div_ceil(1000).into()),
        ];
        let whole = written.files.len() == 1 && *pages > 0;
        console.result(if whole { "built" } else { "built-part" }, &args)?;
    }
    Ok(())
}

/// Puts the Typst files that generated markup imports beside it, so that any Typst compiles it:
/// `typst compile --root out --font-path fonts out/2024/plan.typ`. Tells whether it could.
fn write_typst_templates(
    out: &Out,
    assets: &Assets,
    console: &mut Console<'_>,
) -> io::Result<bool> {
    let folder = Path::new(TEMPLATES);
    let files = assets
        .typst_files()
        .map(|(name, bytes)| (folder.join(name), bytes.to_vec()))
        .collect();
    match out.write(files) {
        Ok(_) => Ok(true),
        Err(error) => {
            console.report(&[error.diagnostic()], &Sources::default())?;
            Ok(false)
        }
    }
}

fn nothing(console: &mut Console<'_>) -> io::Result<()> {
    console.note("nothing-to-build", &[])?;
    match console.wording.attribute("nothing-to-build", "help", &[]) {
        Some(help) => writeln!(console.err, "{help}"),
        None => Ok(()),
    }
}
