//! From a folder of YAML to checked papers.
//!
//! `files` finds and reads, `yaml` parses into a tree with places, `fields` and `context` decode
//! and collect what is wrong, and one module per kind of file says what it holds. This is the
//! only layer that reads data.
//!
//! [`Workspace::open`] reads what all documents share. The documents themselves are read one by
//! one, by whichever worker makes them ([`Workspace::fetch`], [`Workspace::read`]): nothing of
//! one outlives its making, however many there are. A document that tells of others (an overview
//! of the units' plans) is read last, with its [`Neighbours`].

mod agencies;
mod awards;
mod calendar;
mod choose;
mod commemorate;
mod context;
mod document;
mod field_with;
mod files;
mod follow;
mod history;
mod last_year;
mod launch;
mod legal;
mod names;
mod neighbours;
mod overview;
mod papers;
mod plan;
#[cfg(any(test, fuzzing))]
pub mod properties;
mod questions;
mod records;
mod report;
mod results;
mod settings;
mod table;
mod year;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use choose::Choice;
pub use context::Printable;
pub use document::{Copies, Entry, Fetched, Read};
pub use field_with::field_with;
pub use files::{Candidate, DATA, DRAFTS, fingerprint_of_folders, read_shown};
pub use neighbours::{Neighbours, Seen, What};
pub use records::{PastYears, YearRecords};
pub use report::report_path;

use crate::calendar::{Commemorations, Year};
use crate::diag::{Code, Diagnostic, FileId, Sources};
use crate::folder::Folder;
use crate::law::{Acts, Awards};
use crate::office::{Directory, Limits, Looks};
use crate::papers::{Kind, Paper, Plan};
use crate::yaml::{self, Node, Problems};
use context::Context;
use settings::Settings;

/// The file of the agencies, below `data/`.
const AGENCIES: &str = "agencies.yaml";
/// The folder of more agencies, below `data/`.
const AGENCIES_FOLDER: &str = "agencies";
/// The file of the settings, below `data/`.
const SETTINGS: &str = "settings.yaml";
/// The file of the commemorations, below `data/`.
const CALENDAR: &str = "calendar.yaml";
/// The file of the legal acts, below `data/`.
const LEGAL: &str = "legal.yaml";

/// The file of titles and forms of commendation, below `data/`.
const AWARDS: &str = "awards.yaml";

/// The most keys of a map and items of a list in shared files and records.
const MOST_SHARED: usize = 10_000;

/// The files that all documents share.
pub const SHARED: [&str; 5] = [AGENCIES, SETTINGS, CALENDAR, LEGAL, AWARDS];

/// What to load.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// The workspace.
    pub root: &'a Folder,
    /// The documents that are wanted; all when empty.
    pub choices: &'a [Choice],
    /// Only documents of this kind.
    pub kind: Option<Kind>,
    /// Whether what is missing is shown as blank instead of being an error.
    pub draft: bool,
    /// What the fonts can print.
    pub printable: Printable<'a>,
    /// Whether papers are held against those of the year before.
    pub left_overs: bool,
}

/// A workspace with all that its documents share.
pub struct Workspace<'a> {
    request: Request<'a>,
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
    pub looks: Looks,
    /// What the making of one document may take.
    pub limits: Limits,
    /// The wanted documents, in order of their ids.
    pub wanted: Vec<Candidate>,
    /// All that the workspace holds.
    all: Vec<Candidate>,
    /// The plan of each year, which the units' plans follow.
    plans: BTreeMap<Year, Plan>,
    /// Years whose plan may be there but has errors.
    unsure: BTreeSet<Year>,
    /// What is wrong outside the documents: shared files, folders, the choices themselves.
    pub problems: Vec<Diagnostic>,
}

impl<'a> Workspace<'a> {
    /// Reads what the wanted documents share. `sources` holds the texts read before, such as
    /// templates.
    pub fn open(request: Request<'a>, mut sources: Sources) -> Self {
        let mut problems = Vec::new();
        let mut shared = Shared {
            request,
            sources: &mut sources,
            problems: &mut problems,
        };
        let directory = shared.directory();
        let settings = shared.read(SETTINGS, false, settings::settings).unwrap_or_default();
        let Settings { looks, limits } = settings;
        let commemorations = shared
            .read(CALENDAR, false, calendar::commemorations)
            .unwrap_or_default();
        let acts = shared.read(LEGAL, false, legal::acts).unwrap_or_default();
        let awards = shared.read(AWARDS, false, awards::awards).unwrap_or_default();
        let all = files::candidates(request.root, &SHARED, &mut problems);
        let wanted = choose::choose(&all, request.choices, &mut problems);
        let mut workspace = Self {
            request,
            sources: Arc::new(sources),
            directory,
            commemorations,
            acts,
            awards,
            looks,
            limits,
            wanted,
            all,
            plans: BTreeMap::new(),
            unsure: BTreeSet::new(),
            problems,
        };
        workspace.read_plans();
        workspace
    }

    /// Reads the plans of all years. Their own mistakes are told when they are read as documents.
    fn read_plans(&mut self) {
        // A year's plan lies right in the year's folder.
        let depth = |candidate: &&Candidate| candidate.path.components().count();
        let nearby: Vec<Candidate> = self
            .all
            .iter()
            .filter(|candidate| depth(candidate) <= 3)
            .cloned()
            .collect();
        for candidate in nearby {
            let fetched = self.fetch(&candidate);
            // Units follow a plan that still has gaps and open questions, as a draft has.
            let read = self.read_with(&fetched, Some(Kind::Plan), None, true);
            let Read::Document(entry) = read else { continue };
            match entry.document.map(|document| document.paper) {
                // Units' plans point into its text.
                Some(Paper::Plan(plan)) => {
                    self.sources = Arc::new(fetched.sources);
                    self.plans.entry(plan.head.year).or_insert(plan);
                }
                Some(
                    Paper::UnitPlan(_)
                    | Paper::Overview(_)
                    | Paper::Launch(_)
                    | Paper::Report(_),
                ) => {}
                None => self.unsure.extend(candidate.folder_year()),
            }
        }
    }

    /// Reads the text of a document into a layer of its own over the shared texts.
    pub fn fetch(&self, candidate: &Candidate) -> Fetched {
        Fetched::new(self.request.root, candidate, Sources::over(&self.sources))
    }

    /// The plan of a year.
    pub fn plan(&self, year: Year) -> Option<&Plan> {
        self.plans.get(&year)
    }

    /// The plans of all years.
    pub fn plans(&self) -> impl Iterator<Item = &Plan> {
        self.plans.values()
    }

    /// The workspace's folder.
    pub fn folder(&self) -> &Folder {
        self.request.root
    }

    /// Only documents of this kind are wanted.
    pub fn wanted_kind(&self) -> Option<Kind> {
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
    fn of_year(&self, year: Year) -> impl Iterator<Item = &Candidate> {
        self.all
            .iter()
            .filter(move |candidate| candidate.folder_year() == Some(year))
    }

    /// The surroundings of one file while it is read.
    fn context<'c>(&'c self, file: FileId, sources: &'c Sources) -> Context<'c>
    where
        'a: 'c,
    {
        context(&self.request, file, sources, &self.directory, &self.acts)
    }
}

/// Reading the files that all documents share.
struct Shared<'s, 'a> {
    request: Request<'a>,
    sources: &'s mut Sources,
    problems: &'s mut Vec<Diagnostic>,
}

impl Shared<'_, '_> {
    /// The agencies of `agencies.yaml` and of all files of the folder of that name.
    fn directory(&mut self) -> Directory {
        let mut gathering = agencies::Gathering::default();
        let folder = Path::new(DATA).join(AGENCIES_FOLDER);
        let more = files::yaml_files(self.request.root, &folder, self.problems);
        let paths = std::iter::once(PathBuf::from(AGENCIES)).chain(
            more.iter()
                .filter_map(|path| path.strip_prefix(DATA).ok().map(Path::to_owned)),
        );
        for path in paths {
            let read = self.read(&path, true, |root, cx| gathering.read(root, cx));
            if read.is_none() {
                gathering.break_all();
            }
        }
        gathering.finish(self.problems)
    }

    /// Reads one of them, below `data/`.
    fn read<T>(
        &mut self,
        name: impl AsRef<Path>,
        required: bool,
        read: impl FnOnce(&Node, &mut Context<'_>) -> T,
    ) -> Option<T> {
        let path: PathBuf = Path::new(DATA).join(name);
        if !required && !self.request.root.has(&path) {
            return None;
        }
        let parsed = files::read(self.request.root, &path, files::MAX_SIZE, self.sources)
            .and_then(|file| {
                let node = yaml::parse(self.sources.get(file).text(), file)?;
                Ok((file, node))
            });
        let (file, node) = match parsed {
            Ok(parsed) => parsed,
            // All settings may be left out, and so may their lines.
            Err(problem) if problem.code == Code::EmptyFile && !required => return None,
            Err(problem) => {
                self.problems.push(*problem);
                return None;
            }
        };
        let (nobody, nothing) = (Directory::default(), Acts::default());
        let mut cx = context(&self.request, file, self.sources, &nobody, &nothing);
        let value = read(&node, &mut cx);
        self.problems.extend(cx.problems.into_found());
        Some(value)
    }
}

fn context<'c>(
    request: &Request<'c>,
    file: FileId,
    sources: &'c Sources,
    directory: &'c Directory,
    acts: &'c Acts,
) -> Context<'c> {
    Context {
        source: sources.get(file).text(),
        draft: request.draft,
        sample: false,
        directory,
        acts,
        date: None,
        told: BTreeSet::new(),
        names: None,
        asked: BTreeSet::new(),
        printable: request.printable,
        problems: Problems::new(MOST_SHARED),
    }
}
