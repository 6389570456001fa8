//! Reading one document, whatever its kind.
//!
//! In goes its text ([`Fetched`]); out comes a checked document with what is wrong with it, or the
//! news that it is of another kind or has to wait for others ([`Read`]). Everything is read that can
//! be: a clerk wants all mistakes of a file at once.

use std::collections::BTreeMap;

use super::begin::year_ahead;
use super::candidates::Candidate;
use super::fetched::{CheckedDocument, Copies, Fetched, Recipient};
use super::neighbours::{Neighbours, Role, Seen};
use super::recipients::recipients;
use super::workspace::Workspace;
use super::{form_paper, overview, plan, report};
use crate::calendar::{Span, Year};
use crate::diag::{Code, Diagnostic, FileId, Place, Sources, has_errors, nearest};
use crate::folder::shown;
use crate::form::{Form, Kind};
use crate::papers::{Document, DocumentId, Paper, check_follows, not_taken_up, submission};
use crate::values::{Context, Setting};
use crate::yaml::{self, Fields, Node, first_of_each_file, scalar};

/// The most keys of a map and items of a list. No paper comes near.
const MOST_ENTRIES: usize = 800;

/// What reading a document came to.
#[derive(Debug)]
pub enum Read {
    /// A document, with errors or without.
    Document(Box<CheckedDocument>),
    /// One of another kind than the wanted one.
    Unwanted,
    /// One that tells of the other documents of a year, and waits until those are read.
    Waiting(Year),
}

impl Read {
    /// What a document is to those that tell of others.
    pub fn what(&self) -> Role {
        match self {
            Self::Document(entry) => match (entry.paper(), &entry.submission) {
                // Of the other kinds an overview tells nothing.
                (None, None)
                    if entry.kind.as_ref().is_some_and(|kind| *kind != Kind::UnitPlan) =>
                {
                    Role::Other
                }
                (None, submission) => Role::Broken(submission.clone()),
                (Some(_), Some(submission)) => Role::UnitPlan(submission.clone()),
                (Some(_), None) => Role::Other,
            },
            // Nobody wanted it this time; it may be a unit's plan all the same.
            Self::Unwanted => Role::Unread,
            Self::Waiting(_) => Role::Other,
        }
    }
}

/// A document that could not be read.
fn failed(problems: Vec<Diagnostic>, kind: Option<Kind>) -> Read {
    Read::Document(Box::new(CheckedDocument::broken(problems, kind)))
}

impl Workspace<'_> {
    /// Reads a document; only one of a `kind`, when given. `neighbours` are the other documents
    /// of its year, once they are known.
    pub fn read(
        &self,
        fetched: &Fetched,
        kind: Option<&Kind>,
        neighbours: Option<&Neighbours<'_>>,
    ) -> Read {
        self.read_with(fetched, kind, neighbours, self.request.draft)
    }

    /// The form that `kind` names.
    fn form_named(&self, node: &Node, cx: &mut Context<'_>) -> Option<&Form> {
        let text = scalar(node, cx, "expected-word")?;
        let form = self.form(text);
        // What is wrong with a definition was told; its papers wait for it.
        if form.is_none() && !self.request.forms.is_broken(text) {
            cx.report(self.unknown_kind(text, &node.place));
        }
        form
    }

    /// That there is no such kind: which there are, and which was probably meant, by its key or by its name.
    fn unknown_kind(&self, given: &str, place: &Place) -> Diagnostic {
        let forms: Vec<&Form> = self.kinds().filter_map(|kind| self.form(kind)).collect();
        let known = forms
            .iter()
            .map(|form| format!("{} ({})", form.kind.key(), form.name.vi));
        let problem = Diagnostic::error(Code::UnknownKind, place)
            .with("kind", given)
            .with("known", known.collect::<Vec<_>>());
        let keys = forms.iter().map(|form| form.kind.key());
        let names = forms.iter().flat_map(|form| [&*form.name.vi, &*form.name.en]);
        let by_name = || {
            let meant = nearest(given, names)?;
            let is_it = |form: &&&Form| [&*form.name.vi, &*form.name.en].contains(&meant);
            Some(forms.iter().find(is_it)?.kind.key())
        };
        match nearest(given, keys).or_else(by_name) {
            Some(meant) => problem.with("suggestion", meant),
            None => problem,
        }
    }

    /// The surroundings of a document.
    fn context<'c>(&'c self, file: FileId, sources: &'c Sources, draft: bool) -> Context<'c> {
        let setting = Setting { draft, ..self.setting() };
        Context::new(setting, file, sources).with_limit(MOST_ENTRIES)
    }

    /// The documents in the folder of a year; `seen` are those that were fetched already.
    pub fn neighbours<'a>(
        &'a self,
        year: Year,
        seen: &'a BTreeMap<DocumentId, Seen>,
    ) -> Neighbours<'a> {
        let read = |candidate: &Candidate| {
            let fetched = self.fetch(candidate);
            self.read(&fetched, Some(&Kind::UnitPlan), None).what()
        };
        Neighbours::new(self, year, seen, Box::new(read))
    }

    /// Reads a document as a draft, whatever was asked for, or not.
    pub(super) fn read_with(
        &self,
        fetched: &Fetched,
        kind: Option<&Kind>,
        neighbours: Option<&Neighbours<'_>>,
        draft: bool,
    ) -> Read {
        let file = match &fetched.file {
            Ok(file) => *file,
            Err(problem) => return failed(vec![(**problem).clone()], None),
        };
        let node = match yaml::parse(fetched.sources.get(file).text(), file) {
            Ok(node) => node,
            Err(problem) => return failed(vec![*problem], None),
        };
        let mut cx = self
            .context(file, &fetched.sources, draft)
            .with_enclosed(&fetched.enclosed);
        let Some(mut fields) = Fields::of(&node, &mut cx) else {
            return failed(cx.problems.into_found(), None);
        };
        let kind_node = fields.required_node(&mut cx, "kind");
        let Some(form) = kind_node.and_then(|node| self.form_named(node, &mut cx)) else {
            if fields.peek_node("kind").is_none() {
                fields.misspelt(&mut cx, "kind");
            }
            return failed(cx.problems.into_found(), None);
        };
        let found = form.kind.clone();
        if kind.is_some_and(|wanted| *wanted != found) {
            return Read::Unwanted;
        }
        let waits = self.waits_for(&found, kind, fetched.year, &fields);
        if let (Some(year), None) = (waits, neighbours) {
            return Read::Waiting(year);
        }
        if let Some(original) = self.whose_copy(fetched) {
            let problem = Diagnostic::error(Code::PlaceOfCopy, &fields.place_of("kind"));
            cx.report(problem.with("path", shown(&original.path)));
        }
        let mut everybody = Vec::new();
        if let Kind::Form(_) = found {
            everybody = recipients(&fields, &self.directory, form, &mut cx.look_ahead());
            self.report_taken(fetched, &fields, &everybody, &mut cx);
        }
        let paper =
            self.paper(form, fields, &mut cx, fetched, (neighbours, everybody.first()));
        let mut problems = cx.problems.into_found();
        if self.request.left_overs {
            problems.extend(first_of_each_file(self.left_overs(fetched, &node)));
        }
        let copies = (!everybody.is_empty()).then_some(Copies { node, recipients: everybody });
        self.entry(fetched, found, (paper, copies), problems, neighbours)
    }

    /// Reads the paper of a form; a kind that computes makes its own struct of the values.
    fn paper<'f>(
        &self,
        form: &'f Form,
        fields: Fields<'f>,
        cx: &mut Context<'_>,
        fetched: &Fetched,
        (neighbours, recipient): (Option<&Neighbours<'_>>, Option<&Recipient>),
    ) -> Option<Paper> {
        let year = fetched.year;
        match &form.kind {
            Kind::Plan => plan::plan(fields, cx, year, form, self).map(Paper::Plan),
            Kind::UnitPlan => {
                plan::unit_plan(fields, cx, year, form, self).map(Paper::UnitPlan)
            }
            Kind::Overview => overview::overview(fields, cx, year, form, self, neighbours)
                .map(Paper::Overview),
            Kind::Report => {
                let name = fetched.path.file_stem().unwrap_or_default();
                let named = Span::from_key(&name.to_string_lossy());
                let report = report::report(fields, cx, (year, named), form, self);
                report.map(|report| Paper::Report(Box::new(report)))
            }
            Kind::Form(_) => {
                let paper = form_paper::form_paper(fields, cx, form, year, self, recipient);
                paper.map(|paper| Paper::Form(Box::new(paper)))
            }
        }
    }

    /// The copy of one recipient.
    ///
    /// # Errors
    /// With what is wrong with this copy, and was not said with the first one.
    pub fn copy(
        &self,
        fetched: &Fetched,
        copies: &Copies,
        at: usize,
    ) -> Result<Document, Vec<Diagnostic>> {
        let file = fetched.file().map_err(|problem| vec![*problem])?;
        let recipient = &copies.recipients[at];
        let mut cx = self.context(file, &fetched.sources, self.request.draft);
        cx = cx.with_enclosed(&fetched.enclosed);
        let paper = Fields::of(&copies.node, &mut cx).and_then(|mut fields| {
            fields.node("kind");
            let form = self.form(fields.peek("kind")?)?;
            self.paper(form, fields, &mut cx, fetched, (None, Some(recipient)))
        });
        match paper.filter(|_| !has_errors(cx.problems.found())) {
            Some(paper) => Ok(fetched.document(Some(&recipient.id), paper)),
            None => Err(cx.problems.into_found()),
        }
    }

    /// The year whose other documents one of a kind has to wait for, where only a `wanted` kind is read.
    fn waits_for(
        &self,
        kind: &Kind,
        wanted: Option<&Kind>,
        folder: Option<Year>,
        fields: &Fields<'_>,
    ) -> Option<Year> {
        match kind {
            // Whether a task is taken up by nobody can be said when all units' plans are there.
            Kind::Plan if wanted.is_none() => folder.filter(|year| self.is_whole(*year)),
            Kind::Overview | Kind::Report => folder.or_else(|| year_ahead(fields)),
            Kind::Plan | Kind::UnitPlan | Kind::Form(_) => None,
        }
    }

    /// The paper of which a copy has the place of this document. It is looked for from here too,
    /// since a paper that is up to date is not read.
    fn whose_copy(&self, fetched: &Fetched) -> Option<&Candidate> {
        let (folder, name) = fetched.id.0.rsplit_once('/')?;
        let original = self.all.iter().find(|candidate| candidate.id.0 == folder)?;
        let found = self.fetch(original);
        let file = *found.file.as_ref().ok()?;
        let node = yaml::parse(found.sources.get(file).text(), file).ok()?;
        let mut cx = self.context(file, &found.sources, false);
        cx = cx.with_enclosed(&found.enclosed);
        let fields = Fields::of(&node, &mut cx)?;
        let form = self.form(fields.peek("kind")?)?;
        let everybody = recipients(&fields, &self.directory, form, &mut cx);
        let is_form = matches!(form.kind, Kind::Form(_));
        let has_copy = is_form && everybody.iter().any(|recipient| recipient.id == name);
        has_copy.then_some(original)
    }

    /// Reports copies that have the place of a file in a folder of the paper's own name.
    fn report_taken(
        &self,
        fetched: &Fetched,
        fields: &Fields<'_>,
        recipients: &[Recipient],
        cx: &mut Context<'_>,
    ) {
        for taken in &self.all {
            let rest = taken.id.0.strip_prefix(&fetched.id.0);
            let name = rest.and_then(|rest| rest.strip_prefix('/'));
            if recipients.iter().any(|recipient| Some(recipient.id.as_str()) == name) {
                cx.report(
                    Diagnostic::error(Code::CopyTaken, &fields.place_of("for"))
                        .with("path", shown(&taken.path)),
                );
            }
        }
    }

    /// Holds papers against the others, once they are sound in themselves.
    fn entry(
        &self,
        fetched: &Fetched,
        kind: Kind,
        (paper, copies): (Option<Paper>, Option<Copies>),
        mut problems: Vec<Diagnostic>,
        neighbours: Option<&Neighbours<'_>>,
    ) -> Read {
        let Some(paper) = paper.filter(|_| !has_errors(&problems)) else {
            return failed(problems, Some(kind));
        };
        let mut told = None;
        match (&paper, neighbours) {
            (Paper::UnitPlan(unit), _) => {
                let year = unit.plan.paper.head.year;
                let plan = self.plan(year);
                // A plan that has errors of its own is not called missing; but who cites it waits for it, except
                // in a draft.
                if plan.is_some() || !self.unsure.contains(&year) {
                    problems.extend(check_follows(unit, plan));
                } else if let (Some(task), false) =
                    (unit.plan.tasks().first(), self.request.draft)
                {
                    problems.push(self.no_plan_to_follow(year, &task.place));
                }
                told = Some(submission(unit, plan));
            }
            (Paper::Plan(plan), Some(neighbours)) => {
                problems.extend(not_taken_up(plan, neighbours.submissions()));
            }
            (Paper::Plan(_) | Paper::Overview(_) | Paper::Form(_) | Paper::Report(_), _) => {}
        }
        let first = copies.as_ref().and_then(|copies| copies.recipients.first());
        let document = fetched.document(first.map(|first| first.id.as_str()), paper);
        let document = (!has_errors(&problems)).then_some(document);
        let copies = copies.filter(|_| document.is_some());
        Read::Document(Box::new(CheckedDocument {
            document,
            copies,
            problems,
            submission: told,
            kind: Some(kind),
        }))
    }
}
