//! Documents from year to year: those that `roll` makes another year from, and what one has left over
//! from the year before.
//!
//! In goes a year or a document; out come the files to roll, or the sentences that stand as they
//! stood.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::candidates::Candidate;
use super::document::Read;
use super::fetched::Fetched;
use super::workspace::Workspace;
use crate::calendar::{Date, IssueDate, Year};
use crate::diag::Diagnostic;
use crate::folder::{DATA, shown};
use crate::form::{Form, Kind};
use crate::office::AgencyId;
use crate::papers::{DocumentId, FormPaper};
use crate::roll::{
    EndedRow, Frame, OldFile, Rewritten, TaskTitles, Terms, against_last_year, rewrite,
};
use crate::yaml::{self, Node};

impl Workspace<'_> {
    /// What a document has left over from the one of the same name a year before.
    pub(super) fn left_overs(&self, fetched: &Fetched, this: &Node) -> Vec<Diagnostic> {
        let source = fetched.text().unwrap_or_default();
        let form = this.scalar_of("kind").and_then(|kind| self.form(kind));
        let Some(form) = form else { return Vec::new() };
        let before = self.year_before(fetched, this);
        before.map_or_else(Vec::new, |(frame, last)| {
            against_last_year(this, &last, form, frame, source)
        })
    }

    /// The paper of the same name a year before.
    fn year_before(&self, fetched: &Fetched, this: &Node) -> Option<(Frame, Node)> {
        let (year, below) = fetched.id.0.split_once('/')?;
        let to = Year::parse(year)?;
        let from = Year::new(to.get() - 1)?;
        let id = format!("{from}/{below}");
        let at = self
            .all
            .binary_search_by(|candidate| candidate.id.0.as_str().cmp(&id))
            .ok()?;
        let candidate = &self.all[at];
        let last = yaml::parse(self.fetch(candidate).text()?, this.place.file).ok()?;
        Some((Frame { from, to }, last))
    }

    /// The papers of a year of which differences tell, but for its plan, by their place below its folder. What is
    /// still to be filled in or decided is shown as a draft shows it; papers with mistakes are left out.
    pub(crate) fn compared(&self, year: Year) -> BTreeMap<String, FormPaper> {
        let mut papers = BTreeMap::new();
        for candidate in self.of_year(year) {
            let fetched = self.fetch(candidate);
            let Some(root) = fetched.root() else { continue };
            let form = root.scalar_of("kind").and_then(|kind| self.form(kind));
            let is_told = |form: &&Form| form.kind != Kind::Plan && form.has_differences();
            if form.filter(is_told).is_none() {
                continue;
            }
            let Read::Document(entry) = self.read_with(&fetched, None, None, true) else {
                continue;
            };
            let below = candidate.id.below();
            let paper = entry.document.map(|document| document.paper);
            papers.extend(paper.map(|paper| (below.to_owned(), paper.into_common())));
        }
        papers
    }

    /// What a file that was rewritten calls its places: its tasks as in the new file, those that are dropped as in
    /// the old one.
    pub(crate) fn names_of(&self, fetched: &Fetched, new: &Rewritten) -> PlaceNames<'_> {
        let root = fetched.root();
        let kind = root.as_ref().and_then(|root| root.scalar_of("kind"));
        let before = root.as_ref().map(TaskTitles::of_root);
        PlaceNames {
            form: kind.and_then(|kind| self.form(kind)),
            titles: new.titles().or(before.unwrap_or_default()),
        }
    }

    /// The documents in the folder of a year.
    pub fn documents_of(&self, year: Year) -> Vec<Candidate> {
        self.of_year(year).cloned().collect()
    }

    /// Whether a document is of a kind that is made anew every year, as far as that can be told.
    pub fn is_rolled(&self, candidate: &Candidate) -> bool {
        let root = self.fetch(candidate).root();
        let kind = root.as_ref().and_then(|root| root.scalar_of("kind"));
        kind.and_then(|kind| self.form(kind))
            .is_none_or(|form| form.is_rolled)
    }

    /// A document that has no successor in another year, because the agency that issues it has ended by then.
    pub fn ended(&self, fetched: &Fetched, frame: Frame) -> Option<EndedRow> {
        let root = fetched.root()?;
        let form = root.scalar_of("kind").and_then(|kind| self.form(kind));
        form.filter(|form| form.is_rolled)?;
        let id = AgencyId(root.scalar_of("issuer")?.to_owned());
        let agency = self.directory.get(&id)?;
        let date = root.scalar_of("date").and_then(|date| IssueDate::parse(date).ok());
        let first = first_day(date.unwrap_or(IssueDate::Blank), frame)?;
        let has_ended = agency.validity.until.is_some_and(|until| until < first);
        has_ended.then(|| EndedRow {
            file: shown(&fetched.path),
            agency: agency.name.clone(),
            successor: self
                .directory
                .successor_in_words(agency)
                .unwrap_or_default()
                .to_owned(),
        })
    }

    /// Rewrites the file of a document for another year; none when it is of a kind that does not
    /// return every year.
    ///
    /// # Errors
    /// When the file cannot be read, or is written in a way that cannot be rewritten.
    pub fn rewrite(
        &self,
        fetched: &Fetched,
        terms: &Terms,
    ) -> Result<Option<Rewritten>, Box<Diagnostic>> {
        let (new_id, new_path) = moved(&fetched.id, &fetched.path, terms.frame);
        let old = OldFile {
            forms: self.request.forms,
            sources: &fetched.sources,
            file: fetched.file()?,
            path: &fetched.path,
            new_id: &new_id,
            new_path: &new_path,
        };
        rewrite(old, terms)
    }
}

/// The first day on which the document of the new year can be issued: in the month of the old one, or in the whole year
/// while no month is known.
fn first_day(old: IssueDate, frame: Frame) -> Option<Date> {
    let Some((first, _)) = old.span() else { return frame.to.first_day() };
    let year = frame.moved(first.year())?;
    Date::new(year, u8::try_from(first.month()).ok()?, 1)
}

/// What the places of a file are called by.
pub(crate) struct PlaceNames<'w> {
    /// Its form.
    pub(crate) form: Option<&'w Form>,
    /// Its tasks.
    pub(crate) titles: TaskTitles,
}

/// Where the document of the new year belongs: at the same place below the folder of that year.
pub(super) fn moved(id: &DocumentId, path: &Path, frame: Frame) -> (DocumentId, PathBuf) {
    let (from, to) = (frame.from.to_string(), frame.to.to_string());
    let id = format!("{to}{}", id.0.strip_prefix(from.as_str()).unwrap_or(&id.0));
    let name = path.strip_prefix(DATA).unwrap_or(path);
    let name = name.strip_prefix(&from).unwrap_or(name);
    (DocumentId(id), PathBuf::from(DATA).join(&to).join(name))
}
