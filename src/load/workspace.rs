//! The workspace as its documents see it: what they share, and which of them there are.
//!
//! It is made once for a run ([`Workspace::open`]) and then only read, by all workers at once; each
//! document adds its own texts in a layer over the shared ones.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use super::candidates::Candidate;
use super::choose::{Choice, no_such_year};
use super::fetched::Fetched;
use crate::calendar::{Commemorations, Year};
use crate::diag::{Code, Diagnostic, Place, Sources};
use crate::folder::Folder;
use crate::form::{Form, Forms, Kind};
use crate::law::{Acts, Awards};
use crate::office::{Directory, LayoutSettings, Limits};
use crate::papers::Plan;
use crate::values::Setting;
use crate::yaml::{Node, Printable};

/// What to load.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// The workspace.
    pub root: &'a Folder,
    /// The forms of its papers.
    pub forms: &'a Forms,
    /// The documents that are wanted; all when empty.
    pub choices: &'a [Choice],
    /// Only documents of this kind.
    pub kind: Option<&'a Kind>,
    /// A document that is still to be written, and wanted then ([`Workspace::begun`]); relative to the
    /// workspace.
    pub new: Option<&'a Path>,
    /// Whether what is missing is shown as blank instead of being an error.
    pub draft: bool,
    /// What the fonts can print.
    pub printable: Printable<'a>,
    /// Whether papers are held against those of the year before.
    pub left_overs: bool,
}

/// A workspace with all that its documents share.
pub struct Workspace<'a> {
    pub(super) request: Request<'a>,
    /// The texts that were read so far: those of all documents lie over them.
    pub sources: Arc<Sources>,
    /// The agencies.
    pub directory: Directory,
    /// The days that the office commemorates.
    pub commemorations: Commemorations,
    /// The legal acts that papers cite.
    pub acts: Acts,
    /// The titles and forms of commendation.
    pub awards: Awards,
    /// The office's layout.
    pub layout: LayoutSettings,
    /// What the making of one document may take.
    pub limits: Limits,
    /// The wanted documents, in order of their ids.
    pub wanted: Vec<Candidate>,
    /// All that the workspace holds.
    pub(super) all: Vec<Candidate>,
    /// The plan of each year, which the units' plans follow.
    pub(super) plans: BTreeMap<Year, Plan>,
    /// Years whose plan may be there but has errors.
    pub(super) unsure: BTreeSet<Year>,
    /// What is wrong outside the documents: shared files, folders, the choices themselves.
    pub problems: Vec<Diagnostic>,
}

impl Workspace<'_> {
    /// Reads the text of a document into a layer of its own over the shared texts.
    pub fn fetch(&self, candidate: &Candidate) -> Fetched {
        Fetched::new(
            self.request.root,
            self.request.forms,
            candidate,
            Sources::over(&self.sources),
        )
    }

    /// The trees of the documents of a kind, whatever is wrong with them.
    pub(crate) fn trees_of(&self, kind: &str) -> Vec<Node> {
        let trees = self.all.iter().filter_map(|candidate| self.fetch(candidate).root());
        trees.filter(|root| root.scalar_of("kind") == Some(kind)).collect()
    }

    /// A document that is not there, as it would be.
    pub fn new_document(&self, path: &Path, text: &str) -> Fetched {
        self.fetch_as(&Candidate::at(path.to_owned()), text)
    }

    /// A document as it would be with another text.
    pub fn fetch_as(&self, candidate: &Candidate, text: &str) -> Fetched {
        let sources = Sources::over(&self.sources);
        Fetched::with_text(self.request.root, self.request.forms, candidate, text, sources)
    }

    /// The new document is there now, and wanted.
    pub fn begun(&mut self) {
        let Some(new) = self.request.new else { return };
        let new = Candidate::at(new.to_owned());
        for candidates in [&mut self.all, &mut self.wanted] {
            let at = candidates.partition_point(|candidate| *candidate < new);
            candidates.insert(at, new.clone());
        }
    }

    /// The form of a kind.
    pub(crate) fn form(&self, kind: &str) -> Option<&Form> {
        self.request.forms.get(kind)
    }

    /// The names of all forms.
    pub(super) fn kinds(&self) -> impl Iterator<Item = &str> {
        self.request.forms.kinds()
    }

    /// The plan of a year.
    pub fn plan(&self, year: Year) -> Option<&Plan> {
        self.plans.get(&year)
    }

    /// The plans of all years.
    pub fn plans(&self) -> impl Iterator<Item = &Plan> {
        self.plans.values()
    }

    /// That no document lies in the folder of a year.
    pub(crate) fn no_such_year(&self, year: Year) -> Diagnostic {
        no_such_year(year, &self.all)
    }

    /// That a year has no plan that can be read, and whether one is there.
    pub(crate) fn no_plan_of(&self, year: Year) -> Diagnostic {
        let known: Vec<String> = self.plans.keys().map(Year::to_string).collect();
        let state = if self.unsure.contains(&year) { "unread" } else { "missing" };
        Diagnostic::unplaced(Code::NoPlanOfYear)
            .with("year", year.to_string())
            .with("state", state)
            .with("count", known.len())
            .with("known", known)
    }

    /// That a year has no plan for the units to follow; a plan that has errors of its own is not called missing.
    pub(super) fn no_plan_to_follow(&self, year: Year, place: &Place) -> Diagnostic {
        if self.unsure.contains(&year) {
            let ids = vec![format!("{year}/plan")];
            return Diagnostic::error(Code::UnitPlansBroken, place).with("ids", ids);
        }
        Diagnostic::error(Code::NoPlanToFollow, place).with("year", year.to_string())
    }

    /// The workspace's folder.
    pub fn folder(&self) -> &Folder {
        self.request.root
    }

    /// Only documents of this kind are wanted.
    pub fn wanted_kind(&self) -> Option<&Kind> {
        self.request.kind
    }

    /// Whether everything is wanted.
    pub fn is_all_wanted(&self) -> bool {
        self.request.kind.is_none() && self.request.choices.is_empty()
    }

    /// Whether all documents of a year are wanted.
    pub fn is_whole(&self, year: Year) -> bool {
        let is_wanted = |candidate: &Candidate| {
            self.wanted
                .binary_search_by(|wanted| wanted.id.cmp(&candidate.id))
                .is_ok()
        };
        self.request.kind.is_none()
            && (self.request.choices.is_empty() || self.of_year(year).all(is_wanted))
    }

    /// All documents in the folder of a year.
    pub(super) fn of_year(&self, year: Year) -> impl Iterator<Item = &Candidate> {
        self.all
            .iter()
            .filter(move |candidate| candidate.folder_year() == Some(year))
    }

    /// What files are read against.
    pub(super) fn setting(&self) -> Setting<'_> {
        Setting {
            root: self.request.root,
            printable: self.request.printable,
            draft: self.request.draft,
            directory: &self.directory,
            acts: &self.acts,
            awards: &self.awards,
        }
    }
}
