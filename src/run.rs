//! Carrying out a [`Job`]: load, then build, check or list.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::assets::{Assets, TEMPLATES};
use crate::batch::{self, Fingerprint, Outcome, Workshop};
use crate::compile::Base;
use crate::console::Console;
use crate::diag::{Arg, Diagnostic, Severity, Sources, has_errors};
use crate::export::Format;
use crate::job::{Build, Job, ReportFormat, Task};
use crate::load::{self, DATA, Entry, Loaded, Request};
use crate::merge::{Style, Templates};
use crate::papers::{Document, Head};
use crate::wording::{Findings, json};

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

/// Carries out a job. When `stop` is set, what is under way is finished and nothing more begun.
///
/// # Errors
/// When the console's streams are closed. What is wrong with the data is told on the console.
pub fn run(job: &Job, stop: &AtomicBool, console: &mut Console<'_>) -> io::Result<Verdict> {
    let (assets, mut problems) = Assets::of_workspace(&job.root);
    let (base, bad_fonts) = Base::new(&assets);
    problems.extend(bad_fonts);
    let draft = matches!(&job.task, Task::Build(build) if build.draft);
    let printable = |character| base.prints(character);
    let mut loaded = load::load(&Request {
        root: &job.root,
        choices: &job.choices,
        kind: job.kind,
        draft,
        printable: &printable,
    });
    loaded.problems.splice(0..0, problems);
    match &job.task {
        Task::Build(task) => build(task, &assets, &base, loaded, stop, console),
        Task::Check(format) => check(*format, &assets, loaded, console),
        Task::List => list(job, &loaded, console),
    }
}

/// Makes the documents that are sound; the others are reported and not made.
fn build(
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
    console.report(&loaded.problems, &sources)?;
    for entry in &loaded.documents {
        console.report(&entry.problems, &sources)?;
    }
    let (astray, shared): (Vec<_>, Vec<_>) = loaded
        .problems
        .iter()
        .partition(|problem| problem.code.is_about_choice());
    if has_errors(shared) {
        console.note("shared-broken", &[])?;
        return Ok(Verdict::Faulty);
    }
    if loaded.documents.is_empty() && task.shard.is_none() {
        nothing(console)?;
        return Ok(Verdict::faulty_if(!astray.is_empty()));
    }
    let documents: Vec<&Document> = loaded
        .documents
        .iter()
        .filter_map(|entry| entry.document.as_ref())
        .collect();
    let sound_entries = loaded.documents.iter().filter(|entry| entry.document.is_some());
    let paths: Vec<&Path> = sound_entries.map(|entry| entry.path.as_path()).collect();
    let mut failed = loaded.documents.len() - documents.len();
    let (mut made, mut current) = (0, 0);
    let mut closed = Ok(());
    let progress = console.progress(documents.len());
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
    batch::build(&documents, workshop, task.jobs, stop, |at, outcome| {
        match &outcome.made {
            Some(document) if document.fresh => made += 1,
            Some(_) => current += 1,
            None => failed += 1,
        }
        progress.inc(1);
        if closed.is_ok() {
            closed = progress.suspend(|| tell(paths[at], &outcome, console));
        }
    });
    progress.finish_and_clear();
    closed?;
    let left = loaded.documents.len() - made - current - failed;
    let mut sound = failed == 0 && left == 0 && astray.is_empty();
    if task.format == Format::Typ && made > 0 {
        sound &= write_typst_templates(task, assets, console)?;
    }
    let total = [
        ("made", made.into()),
        ("current", current.into()),
        ("failed", failed.into()),
        ("left", left.into()),
    ];
    console.note("built-total", &total)?;
    Ok(Verdict::faulty_if(!sound))
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

/// Whether the Typst files were written: puts the Typst files that generated markup imports beside it, so that any Typst compiles it:
/// `typst compile --root out --font-path fonts out/2024/plan.typ`.
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

/// Reports everything that is wrong, without making anything.
fn check(
    format: ReportFormat,
    assets: &Assets,
    mut loaded: Loaded,
    console: &mut Console<'_>,
) -> io::Result<Verdict> {
    let (_, broken) = Templates::new(assets, &mut loaded.sources);
    let documents = loaded.documents.len();
    let mut diagnostics = loaded.problems;
    diagnostics.extend(broken);
    diagnostics.extend(loaded.documents.into_iter().flat_map(|entry| entry.problems));
    let findings = Findings {
        diagnostics: &diagnostics,
        sources: &loaded.sources,
    };
    match format {
        ReportFormat::Json => {
            writeln!(console.out, "{}", json(findings, documents, console.wording))?;
        }
        ReportFormat::Text => {
            console.report(&diagnostics, &loaded.sources)?;
            let args = [
                ("documents", documents.into()),
                ("errors", count(&diagnostics, Severity::Error).into()),
                ("warnings", count(&diagnostics, Severity::Warning).into()),
            ];
            console.result("checked", &args)?;
        }
    }
    Ok(Verdict::faulty_if(has_errors(&diagnostics)))
}

fn count(diagnostics: &[Diagnostic], severity: Severity) -> usize {
    diagnostics.iter().filter(|found| found.severity == severity).count()
}

/// Lists the documents and their state, as columns.
fn list(job: &Job, loaded: &Loaded, console: &mut Console<'_>) -> io::Result<Verdict> {
    console.report(&loaded.problems, &loaded.sources)?;
    let headings = ["document", "kind", "number", "date", "state"]
        .map(|name| console.wording.say(&format!("list-{name}"), &[]));
    let mut rows = vec![headings];
    rows.extend(loaded.documents.iter().map(|entry| row(job, entry, console)));
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
    let widths: [usize; 5] = std::array::from_fn(|column| width(column).unwrap_or(0));
    for row in &rows {
        let cells = row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}"));
        let line = cells.collect::<Vec<_>>().join("  ");
        writeln!(console.out, "{}", line.trim_end())?;
    }
    let faulty = has_errors(&loaded.problems)
        || loaded.documents.iter().any(|entry| entry.document.is_none());
    Ok(Verdict::faulty_if(faulty))
}

fn row(job: &Job, entry: &Entry, console: &Console<'_>) -> [String; 5] {
    let say = |id: &str| console.wording.say(id, &[]);
    let Some(document) = &entry.document else {
        let args = [
            ("errors", count(&entry.problems, Severity::Error).into()),
            ("path", entry.path.to_string_lossy().into_owned().into()),
        ];
        let state = console.wording.say("list-errors", &args);
        return [entry.id.to_string(), String::new(), String::new(), String::new(), state];
    };
    let head = document.paper.head();
    let number = head
        .number
        .map_or_else(|| "…".to_owned(), |number| number.to_string());
    let mut state = Vec::new();
    let blanks = blanks(head).map(say).collect::<Vec<_>>();
    if blanks.is_empty() {
        state.push(say("list-complete"));
    } else {
        state.push(console.wording.say("list-blanks", &[("blanks", blanks.into())]));
    }
    if let Some(id) = output_state(job, entry) {
        state.push(say(id));
    }
    [
        entry.id.to_string(),
        head.kind.key().to_owned(),
        format!("{number}/{}", head.symbol()),
        date(head),
        state.join("; "),
    ]
}

/// The blanks that the clerk has still to fill, as messages.
fn blanks(head: &Head) -> impl Iterator<Item = &'static str> {
    let number = head.number.is_none().then_some("blank-number");
    let day = head.date.day_digits().is_none().then_some("blank-day");
    number.into_iter().chain(day)
}

fn date(head: &Head) -> String {
    let part = |part: Option<String>| part.unwrap_or_else(|| "…".to_owned());
    let year = head.date.year().map(|year| year.to_string());
    format!(
        "{}/{}/{}",
        part(head.date.day_digits()),
        part(head.date.month_digits()),
        part(year)
    )
}

/// Whether the PDF is missing or older than the data, by the times of the files.
fn output_state(job: &Job, entry: &Entry) -> Option<&'static str> {
    let changed = |path: &Path| path.metadata().and_then(|metadata| metadata.modified()).ok();
    let made = changed(&job.root.join("out").join(format!("{}.pdf", entry.id)));
    let Some(made) = made else { return Some("list-not-made") };
    let shared = ["agencies.yaml", "settings.yaml"].map(|name| Path::new(DATA).join(name));
    let inputs = shared.iter().chain([&entry.path]);
    let newest = inputs.filter_map(|path| changed(&job.root.join(path))).max();
    newest.is_some_and(|newest| newest > made).then_some("list-outdated")
}
