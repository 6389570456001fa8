//! From a folder of YAML to checked papers.
//!
//! `files` finds and reads, `yaml` parses into a tree with places, `fields` and `context` decode
//! and collect what is wrong, and one module per kind of file says what it holds. This is the
//! only layer that reads data; all of it is read before anything is made, and every mistake in
//! every file is found in one run.

mod agencies;
mod context;
mod fields;
mod files;
mod follow;
mod papers;
mod plan;
mod settings;
mod yaml;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub use context::Printable;
pub use files::DATA;

use crate::calendar::Year;
use crate::diag::{Code, Diagnostic, FileId, Sources, has_errors};
use crate::office::{Directory, Looks};
use crate::papers::{Document, DocumentId, Kind, Paper};
use context::Context;
use fields::{Fields, scalar};
use files::Candidate;
use yaml::Node;

/// The file of the agencies, below `data/`.
const AGENCIES: &str = "agencies.yaml";
/// The file of the settings, below `data/`.
const SETTINGS: &str = "settings.yaml";

/// Which documents are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// Those of one year's folder.
    Year(Year),
    /// One file, or all below a folder; relative to the workspace.
    Path(PathBuf),
}

/// What to load.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// The workspace.
    pub root: &'a Path,
    /// The documents that are wanted; all when empty.
    pub choices: &'a [Choice],
    /// Only documents of this kind.
    pub kind: Option<Kind>,
    /// Whether what is missing is shown as blank instead of being an error.
    pub draft: bool,
    /// What the fonts can print.
    pub printable: Printable<'a>,
}

/// What was loaded.
#[derive(Debug, Default)]
pub struct Loaded {
    /// All texts that were read.
    pub sources: Sources,
    /// The agencies.
    pub directory: Directory,
    /// The office's layout.
    pub looks: Looks,
    /// The wanted documents, in order of their ids.
    pub documents: Vec<Entry>,
    /// What is wrong outside the documents: shared files, folders, the choices themselves.
    pub problems: Vec<Diagnostic>,
}

/// A wanted document and what was found about it.
#[derive(Debug)]
pub struct Entry {
    /// Where it belongs.
    pub id: DocumentId,
    /// Its file, relative to the workspace.
    pub path: PathBuf,
    /// The document; none when it has errors.
    pub document: Option<Document>,
    /// Its errors and warnings.
    pub problems: Vec<Diagnostic>,
}

/// Loads the wanted documents and the shared files.
pub fn load(request: &Request<'_>) -> Loaded {
    let mut loaded = Loaded::default();
    let directory = shared(request, &mut loaded);
    let candidates =
        files::candidates(request.root, &[AGENCIES, SETTINGS], &mut loaded.problems);
    let wanted = choose(&candidates, request.choices, &mut loaded.problems);
    for candidate in &wanted {
        if let Some(entry) = document(request, candidate, &directory, &mut loaded.sources) {
            loaded.documents.push(entry);
        }
    }
    let read: BTreeSet<DocumentId> =
        loaded.documents.iter().map(|entry| entry.id.clone()).collect();
    let unread = candidates.iter().filter(|candidate| !read.contains(&candidate.id));
    let others = plans_of_units(request, unread, &directory, &mut loaded);
    let all = read.len() == candidates.len();
    hold_together(&mut loaded.documents, &others, all);
    loaded.directory = directory;
    loaded
}

/// Reads the plans of years whose unit plans are wanted but whose plan is not: the unit plans are
/// held against them. Their own mistakes are not told, since nobody asked.
fn plans_of_units<'a>(
    request: &Request<'_>,
    unread: impl Iterator<Item = &'a Candidate>,
    directory: &Directory,
    loaded: &mut Loaded,
) -> Vec<Entry> {
    let is_unit_plan = |document: &&Document| matches!(document.paper, Paper::UnitPlan(_));
    let documents = loaded.documents.iter().filter_map(|entry| entry.document.as_ref());
    let years: Vec<Year> = documents
        .filter(is_unit_plan)
        .map(|document| document.paper.head().year)
        .collect();
    let request = Request { kind: Some(Kind::Plan), ..*request };
    unread
        .filter(|candidate| {
            // A year's plan lies right in the year's folder.
            let depth = candidate.path.components().count();
            depth == 3 && candidate.folder_year().is_some_and(|year| years.contains(&year))
        })
        .filter_map(|candidate| document(&request, candidate, directory, &mut loaded.sources))
        .collect()
}

/// The year of the folder of a document that has errors; `right_in` it, not in a folder below.
fn broken_year(entry: &Entry, right_in: bool) -> Option<Year> {
    let deep = entry.path.components().count() > 3;
    let broken = entry.document.is_none() && !(right_in && deep);
    let folder = entry.path.iter().nth(1)?.to_str()?;
    broken.then(|| Year::parse(folder)).flatten()
}

/// Holds unit plans and the plans of their years against each other. Whether a task is taken up
/// by nobody can be said only when `all` documents were read, and soundly. A plan that has errors
/// of its own is not called missing.
fn hold_together(entries: &mut [Entry], others: &[Entry], all: bool) {
    let found: Vec<Vec<Diagnostic>> = {
        let both = || entries.iter().chain(others);
        let broken: BTreeSet<Year> = both().filter_map(|e| broken_year(e, false)).collect();
        let unsure: BTreeSet<Year> = both().filter_map(|e| broken_year(e, true)).collect();
        let documents = || entries.iter().filter_map(|entry| entry.document.as_ref());
        let plans = follow::plans(both().filter_map(|entry| entry.document.as_ref()));
        let units = |year: Year| {
            documents().filter_map(move |document| match &document.paper {
                Paper::UnitPlan(unit) if unit.plan.head.year == year => Some(unit),
                Paper::UnitPlan(_) | Paper::Plan(_) => None,
            })
        };
        let about = |document: &Document| match &document.paper {
            Paper::UnitPlan(unit) => {
                let year = unit.plan.head.year;
                match plans.get(&year).copied() {
                    None if unsure.contains(&year) => Vec::new(),
                    plan => follow::check(unit, plan),
                }
            }
            Paper::Plan(plan) if all && !broken.contains(&plan.head.year) => {
                let place = plan.tasks.first().map(|task| &task.place);
                place
                    .and_then(|place| follow::not_taken_up(plan, place, units(plan.head.year)))
                    .into_iter()
                    .collect()
            }
            Paper::Plan(_) => Vec::new(),
        };
        entries
            .iter()
            .map(|entry| entry.document.as_ref().map(about).unwrap_or_default())
            .collect()
    };
    for (entry, found) in entries.iter_mut().zip(found) {
        if has_errors(&found) {
            entry.document = None;
        }
        entry.problems.extend(found);
    }
}

/// Reads the agencies and the settings.
fn shared(request: &Request<'_>, loaded: &mut Loaded) -> Directory {
    let directory = read_shared(request, AGENCIES, true, loaded, agencies::directory);
    let directory = directory.unwrap_or_else(|| {
        let mut unknown = Directory::default();
        unknown.break_all();
        unknown
    });
    let looks = read_shared(request, SETTINGS, false, loaded, settings::looks);
    loaded.looks = looks.unwrap_or_default();
    directory
}

fn read_shared<T>(
    request: &Request<'_>,
    name: &str,
    required: bool,
    loaded: &mut Loaded,
    read: impl FnOnce(&Node, &mut Context<'_>) -> T,
) -> Option<T> {
    let path = Path::new(DATA).join(name);
    if !required && !request.root.join(&path).exists() {
        return None;
    }
    let parsed = files::read(request.root, &path, &mut loaded.sources).and_then(|file| {
        let node = yaml::parse(loaded.sources.get(file).text(), file)?;
        Ok((file, node))
    });
    let (file, node) = match parsed {
        Ok(parsed) => parsed,
        // All settings may be left out, and so may their lines.
        Err(problem) if problem.code == Code::EmptyFile && !required => return None,
        Err(problem) => {
            loaded.problems.push(*problem);
            return None;
        }
    };
    let nobody = Directory::default();
    let mut cx = context(request, file, &loaded.sources, &nobody);
    let value = read(&node, &mut cx);
    loaded.problems.append(&mut cx.problems);
    Some(value)
}

fn context<'a>(
    request: &Request<'a>,
    file: FileId,
    sources: &'a Sources,
    directory: &'a Directory,
) -> Context<'a> {
    Context {
        source: sources.get(file).text(),
        draft: request.draft,
        sample: false,
        directory,
        date: None,
        printable: request.printable,
        problems: Vec::new(),
    }
}

/// Keeps the candidates that somebody chose; reports a choice that names none.
fn choose(
    candidates: &[Candidate],
    choices: &[Choice],
    problems: &mut Vec<Diagnostic>,
) -> Vec<Candidate> {
    let matches = |candidate: &Candidate, choice: &Choice| match choice {
        Choice::Year(year) => candidate.folder_year() == Some(*year),
        Choice::Path(path) => candidate.path.starts_with(path),
    };
    for choice in choices {
        if candidates.iter().any(|candidate| matches(candidate, choice)) {
            continue;
        }
        let diagnostic = match choice {
            Choice::Year(year) => {
                let mut years: Vec<String> = candidates
                    .iter()
                    .filter_map(|candidate| candidate.folder_year().map(|y| y.to_string()))
                    .collect();
                years.dedup();
                Diagnostic::unplaced(Code::NoSuchYear)
                    .with("year", year.to_string())
                    .with("known", years)
            }
            Choice::Path(path) => {
                let paths: Vec<String> = candidates
                    .iter()
                    .map(|candidate| files::shown(&candidate.path))
                    .collect();
                Diagnostic::unplaced(Code::NoSuchDocument)
                    .with("path", files::shown(path))
                    .suggest(&files::shown(path), paths.iter().map(String::as_str))
            }
        };
        problems.push(diagnostic);
    }
    candidates
        .iter()
        .filter(|candidate| {
            choices.is_empty() || choices.iter().any(|choice| matches(candidate, choice))
        })
        .cloned()
        .collect()
}

/// Reads one document; none when it is of another kind than the wanted one.
fn document(
    request: &Request<'_>,
    candidate: &Candidate,
    directory: &Directory,
    sources: &mut Sources,
) -> Option<Entry> {
    let entry = |document, problems| Entry {
        id: candidate.id.clone(),
        path: candidate.path.clone(),
        document,
        problems,
    };
    let failed = |problems| entry(None, problems);
    let file = match files::read(request.root, &candidate.path, sources) {
        Ok(file) => file,
        Err(problem) => return Some(failed(vec![*problem])),
    };
    let node = match yaml::parse(sources.get(file).text(), file) {
        Ok(node) => node,
        Err(problem) => return Some(failed(vec![*problem])),
    };
    let mut cx = context(request, file, sources, directory);
    let Some(mut fields) = Fields::of(&node, &mut cx) else {
        return Some(failed(cx.problems));
    };
    let Some(kind) = fields.required(&mut cx, "kind", kind) else {
        fields.misspelt(&mut cx, "kind");
        return Some(failed(cx.problems));
    };
    if request.kind.is_some_and(|wanted| wanted != kind) {
        return None;
    }
    let folder_year = candidate.folder_year();
    let paper = match kind {
        Kind::Plan => plan::plan(fields, &mut cx, folder_year).map(Paper::Plan),
        Kind::UnitPlan => plan::unit_plan(fields, &mut cx, folder_year).map(Paper::UnitPlan),
    };
    let problems = cx.problems;
    let paper = paper.filter(|_| !has_errors(&problems));
    let document = paper.map(|paper| Document { id: candidate.id.clone(), file, paper });
    Some(entry(document, problems))
}

fn kind(node: &Node, cx: &mut Context<'_>) -> Option<Kind> {
    let text = scalar(node, cx, "expected-word")?;
    let kind = Kind::from_key(text);
    if kind.is_none() {
        let known: Vec<String> = Kind::ALL.iter().map(|kind| kind.key().to_owned()).collect();
        cx.report(
            Diagnostic::error(Code::UnknownKind, &node.place)
                .with("kind", text)
                .with("known", known)
                .suggest(text, Kind::ALL.map(Kind::key)),
        );
    }
    kind
}
