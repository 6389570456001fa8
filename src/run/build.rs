//! `build`: makes the documents that are sound, reports the others.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::Verdict;
use crate::assets::{Assets, TEMPLATES};
use crate::batch::{self, Fingerprint, Outcome, Workshop};
use crate::compile::Base;
use crate::console::Console;
use crate::diag::{Arg, Sources, has_errors};
use crate::export::Format;
use crate::job::Build;
use crate::load::{Entry, Loaded};
use crate::merge::{Style, Templates};
use crate::papers::Document;

/// What became of the documents.
#[derive(Debug, Default)]
struct Tally {
    /// Made now.
    made: usize,
    /// Up to date.
    current: usize,
    /// With errors.
    failed: usize,
}

/// Makes the documents that are sound; the others are reported and not made.
pub(super) fn build(
    task: &Build,
    assets: &Assets,
    base: &Base,
    mut loaded: Loaded,
    stop: &AtomicBool,
    console: &mut Console<'_>,
) -> io::Result<Verdict> {
    if let Some(shard) = task.shard {
        loaded.documents.retain(|entry| shard.holds(&entry.id));
    }
    let (templates, broken) = Templates::new(assets, &mut loaded.sources);
    loaded.problems.extend(broken);
    let sources = Arc::new(std::mem::take(&mut loaded.sources));
    report(&loaded, &sources, console)?;
    // What was asked for in vain does not keep the rest from being made.
    let (astray, shared): (Vec<_>, Vec<_>) = loaded
        .problems
        .iter()
        .partition(|problem| problem.code.spares_the_others());
    if has_errors(shared) {
        console.note("shared-broken", &[])?;
        return Ok(Verdict::Faulty);
    }
    if loaded.documents.is_empty() && task.shard.is_none() {
        nothing(console)?;
        return Ok(Verdict::faulty_if(!astray.is_empty()));
    }
    let families = base.families();
    let workshop = Workshop {
        base,
        templates: &templates,
        style: Style {
            looks: &loaded.looks,
            families: &families,
            draft: task.draft,
        },
        format: task.format,
        out: &task.out,
        sources: &sources,
        fingerprint: fingerprint(task, assets),
        force: task.force,
    };
    let tally = make(&loaded.documents, workshop, task.jobs, stop, console)?;
    let left = loaded.documents.len() - tally.made - tally.current - tally.failed;
    let mut sound = tally.failed == 0 && left == 0 && astray.is_empty();
    if task.format == Format::Typ && tally.made > 0 {
        sound &= write_typst_templates(task, assets, console)?;
    }
    let total = [
        ("made", tally.made.into()),
        ("current", tally.current.into()),
        ("failed", tally.failed.into()),
        ("left", left.into()),
    ];
    console.note("built-total", &total)?;
    Ok(Verdict::faulty_if(!sound))
}

/// Tells what was found while loading.
fn report(loaded: &Loaded, sources: &Sources, console: &mut Console<'_>) -> io::Result<()> {
    console.report(&loaded.problems, sources)?;
    for entry in &loaded.documents {
        console.report(&entry.problems, sources)?;
    }
    Ok(())
}

/// Makes the sound documents, telling of each as it is done.
fn make(
    entries: &[Entry],
    workshop: Workshop<'_>,
    jobs: usize,
    stop: &AtomicBool,
    console: &mut Console<'_>,
) -> io::Result<Tally> {
    let (documents, paths): (Vec<&Document>, Vec<&Path>) = entries
        .iter()
        .filter_map(|entry| Some((entry.document.as_ref()?, entry.path.as_path())))
        .unzip();
    let mut tally = Tally {
        failed: entries.len() - documents.len(),
        ..Tally::default()
    };
    let mut closed = Ok(());
    let progress = console.progress(documents.len());
    batch::build(&documents, workshop, jobs, stop, |at, outcome| {
        match &outcome.made {
            Some(document) if document.fresh => tally.made += 1,
            Some(_) => tally.current += 1,
            None => tally.failed += 1,
        }
        progress.inc(1);
        if closed.is_ok() {
            closed = progress.suspend(|| tell(paths[at], &outcome, console));
        }
    });
    progress.finish_and_clear();
    closed.map(|()| tally)
}

/// Of all that every document is made with, besides its markup.
fn fingerprint(task: &Build, assets: &Assets) -> Fingerprint {
    let typst = assets.templates.iter().filter(|(name, _)| !name.ends_with(".j2"));
    let files = typst.chain(&assets.fonts);
    let bytes = files.flat_map(|(name, bytes)| [name.as_bytes(), bytes.as_ref()]);
    Fingerprint::of_shared(std::iter::once(task.program.as_bytes()).chain(bytes))
}

/// Tells what became of a document.
fn tell(path: &Path, outcome: &Outcome, console: &mut Console<'_>) -> io::Result<()> {
    if !outcome.diagnostics.is_empty() {
        // Past loading, a place lies in a template or in markup: say whose.
        console
            .note("about-document", &[("path", path.to_string_lossy().into_owned().into())])?;
    }
    console.report(&outcome.diagnostics, &outcome.sources)?;
    let Some(made) = outcome.made.as_ref().filter(|made| made.fresh) else { return Ok(()) };
    for (path, bytes) in &made.written.files {
        let args = [
            ("path", Arg::from(path.to_string_lossy().into_owned())),
            ("pages", made.pages.into()),
            ("kilobytes", bytes.div_ceil(1000).into()),
        ];
        let whole = made.written.files.len() == 1 && made.pages > 0;
        console.result(if whole { "built" } else { "built-part" }, &args)?;
    }
    Ok(())
}

/// Puts the Typst files that generated markup imports beside it, so that any Typst compiles it:
/// `typst compile --root out --font-path fonts out/2024/plan.typ`. Tells whether it could.
fn write_typst_templates(
    task: &Build,
    assets: &Assets,
    console: &mut Console<'_>,
) -> io::Result<bool> {
    let files = assets.templates.iter().filter(|(name, _)| !name.ends_with(".j2"));
    let folder = task.out.join(TEMPLATES);
    let files = files
        .map(|(name, bytes)| (folder.join(name), bytes.to_vec()))
        .collect();
    match batch::write(files) {
        Ok(_) => Ok(true),
        Err(problem) => {
            console.report(&[*problem], &Sources::default())?;
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
