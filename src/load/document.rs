//! Reading one document.

use std::path::{Path, PathBuf};

use super::fields::{Fields, scalar};
use super::files::{self, Candidate};
use super::neighbours::Neighbours;
use super::yaml::{self, Node};
use super::{Workspace, context::Context, follow, overview, plan};
use crate::calendar::Year;
use crate::diag::{Code, Diagnostic, FileId, Sources, has_errors};
use crate::fingerprint::Fingerprint;
use crate::papers::{Document, DocumentId, Kind, Paper, Submission};

/// The text of a document, not yet understood.
#[derive(Debug)]
pub struct Fetched {
    /// Where the document belongs.
    pub id: DocumentId,
    /// Its file, relative to the workspace.
    pub path: PathBuf,
    /// The texts that places in it point into.
    pub sources: Sources,
    year: Option<Year>,
    file: Result<FileId, Box<Diagnostic>>,
}

impl Fetched {
    /// Reads the file; what is wrong with it is kept for [`Workspace::read`].
    pub(super) fn new(root: &Path, candidate: &Candidate, mut sources: Sources) -> Self {
        let file = files::read(root, &candidate.path, &mut sources);
        Self {
            id: candidate.id.clone(),
            path: candidate.path.clone(),
            sources,
            year: candidate.folder_year(),
            file,
        }
    }

    /// The text, when the file could be read.
    pub fn text(&self) -> Option<&str> {
        let file = self.file.as_ref().ok()?;
        Some(self.sources.get(*file).text())
    }

    /// The text's id; what is wrong with the file when it could not be read.
    pub(super) fn file(&self) -> Result<FileId, Box<Diagnostic>> {
        self.file.clone()
    }

    /// The fingerprint of the text; of one that cannot be read, of nothing.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(self.text().unwrap_or_default().as_bytes())
    }
}

/// What reading a document came to.
#[derive(Debug)]
pub enum Read {
    /// A document, with errors or without.
    Document(Box<Entry>),
    /// One of another kind than the wanted one.
    Unwanted,
    /// One that tells of the other documents of a year, and waits until those are read.
    Waiting(Year),
}

/// A document and what was found about it.
#[derive(Debug)]
pub struct Entry {
    /// The document; none when it has errors.
    pub document: Option<Document>,
    /// Its errors and warnings.
    pub problems: Vec<Diagnostic>,
    /// What an overview tells of it, when it is a unit's plan.
    pub submission: Option<Submission>,
}

impl Entry {
    /// A document that could not be read.
    fn failed(problems: Vec<Diagnostic>) -> Read {
        Read::Document(Box::new(Self { document: None, problems, submission: None }))
    }
}

impl Workspace<'_> {
    /// Reads a document; only one of a `kind`, when given. `neighbours` are the other documents
    /// of its year, once they are known.
    pub fn read(
        &self,
        fetched: &Fetched,
        kind: Option<Kind>,
        neighbours: Option<&Neighbours<'_>>,
    ) -> Read {
        let file = match &fetched.file {
            Ok(file) => *file,
            Err(problem) => return Entry::failed(vec![(**problem).clone()]),
        };
        let node = match yaml::parse(fetched.sources.get(file).text(), file) {
            Ok(node) => node,
            Err(problem) => return Entry::failed(vec![*problem]),
        };
        let mut cx = self.context(file, &fetched.sources);
        let Some(mut fields) = Fields::of(&node, &mut cx) else {
            return Entry::failed(cx.problems);
        };
        let Some(found) = fields.required(&mut cx, "kind", self::kind) else {
            fields.misspelt(&mut cx, "kind");
            return Entry::failed(cx.problems);
        };
        if kind.is_some_and(|wanted| wanted != found) {
            return Read::Unwanted;
        }
        let waits = match found {
            // Whether a task is taken up by nobody can be said when all units' plans are there.
            Kind::Plan if kind.is_none() => fetched.year.filter(|year| self.is_whole(*year)),
            Kind::Overview => fetched.year.or_else(|| overview::year(&fields)),
            Kind::Plan | Kind::UnitPlan => None,
        };
        if let (Some(year), None) = (waits, neighbours) {
            return Read::Waiting(year);
        }
        let year = fetched.year;
        let paper = match found {
            Kind::Plan => plan::plan(fields, &mut cx, year).map(Paper::Plan),
            Kind::UnitPlan => plan::unit_plan(fields, &mut cx, year).map(Paper::UnitPlan),
            Kind::Overview => overview::overview(fields, &mut cx, year, self, neighbours)
                .map(Paper::Overview),
        };
        let mut problems = cx.problems;
        if self.request.left_overs {
            problems.extend(self.left_overs(fetched, &node));
        }
        self.entry(fetched, paper, problems, neighbours)
    }

    /// Holds a paper against the others, once it is sound in itself.
    fn entry(
        &self,
        fetched: &Fetched,
        paper: Option<Paper>,
        mut problems: Vec<Diagnostic>,
        neighbours: Option<&Neighbours<'_>>,
    ) -> Read {
        let Some(paper) = paper.filter(|_| !has_errors(&problems)) else {
            return Entry::failed(problems);
        };
        let mut submission = None;
        match (&paper, neighbours) {
            (Paper::UnitPlan(unit), _) => {
                let year = unit.plan.head.year;
                let plan = self.plan(year);
                // A plan that has errors of its own is not called missing.
                if plan.is_some() || !self.unsure.contains(&year) {
                    problems.extend(follow::check(unit, plan));
                }
                submission = Some(follow::submission(unit, plan));
            }
            (Paper::Plan(plan), Some(neighbours)) => {
                problems.extend(follow::not_taken_up(plan, neighbours.submissions()));
            }
            (Paper::Plan(_) | Paper::Overview(_), _) => {}
        }
        let sound = !has_errors(&problems);
        let document = sound.then(|| Document { id: fetched.id.clone(), paper });
        Read::Document(Box::new(Entry { document, problems, submission }))
    }
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
