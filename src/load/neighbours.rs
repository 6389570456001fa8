//! The other documents of a year, for one that tells of them.
//!
//! Most documents stand alone and are read, made and forgotten one after another. What an
//! overview needs of each ([`Submission`]) is small and is kept when it is read anyway; the rest
//! is read only when somebody asks, and nobody does while nothing has changed.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::candidates::Candidate;
use super::workspace::Workspace;
use crate::calendar::Year;
use crate::diag::Diagnostic;
use crate::fingerprint::Fingerprint;
use crate::office::AgencyId;
use crate::papers::{DocumentId, Submission, Submissions};
use crate::records::fingerprint_of_records;

/// What is known of a document that was fetched.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The fingerprint of its text.
    pub text: Fingerprint,
    /// What it is.
    pub what: Role,
}

/// What a document is to those that tell of others.
#[derive(Debug, Clone)]
pub enum Role {
    /// Not known: it was up to date and nobody looked into it.
    Unread,
    /// It has errors; it may be a unit's plan all the same.
    Broken(Option<Submission>),
    /// A unit's plan.
    UnitPlan(Submission),
    /// Something else.
    Other,
}

/// Reads a document, far enough to say what it is.
type ReadDocument<'a> = Box<dyn Fn(&Candidate) -> Role + Sync + Send + 'a>;

/// The documents in the folder of a year.
pub struct Neighbours<'a> {
    workspace: &'a Workspace<'a>,
    year: Year,
    seen: &'a BTreeMap<DocumentId, Seen>,
    /// Reads one that nobody has read yet.
    read: ReadDocument<'a>,
    fingerprint: OnceLock<Fingerprint>,
    submissions: OnceLock<Submissions>,
}

impl<'a> Neighbours<'a> {
    /// The documents of a year; `seen` are those that were fetched already, the others are read by
    /// `read`.
    pub(super) fn new(
        workspace: &'a Workspace<'a>,
        year: Year,
        seen: &'a BTreeMap<DocumentId, Seen>,
        read: ReadDocument<'a>,
    ) -> Self {
        Self {
            workspace,
            year,
            seen,
            read,
            fingerprint: OnceLock::new(),
            submissions: OnceLock::new(),
        }
    }

    /// The fingerprint of all their texts, of what units recorded, and of the documents of other
    /// years: a report compares with the year before, announces the tasks of the next, or covers
    /// ten.
    pub fn fingerprint(&self) -> Fingerprint {
        *self.fingerprint.get_or_init(|| {
            let start = Fingerprint::of(self.year.to_string().as_bytes());
            let start = fingerprint_of_records(self.workspace.folder(), start);
            self.workspace.all.iter().fold(start, |sum, candidate| {
                let text = match self.seen.get(&candidate.id) {
                    Some(seen) => seen.text,
                    None => self.workspace.fetch(candidate).fingerprint(),
                };
                sum.and(candidate.id.0.as_bytes()).join(text)
            })
        })
    }

    /// The units' plans among them; reads those that nobody has read yet.
    pub fn submissions(&self) -> &Submissions {
        self.submissions.get_or_init(|| {
            let mut found = Submissions::default();
            let mut plans: BTreeMap<AgencyId, &DocumentId> = BTreeMap::new();
            for candidate in self.workspace.of_year(self.year) {
                let what = match self.seen.get(&candidate.id).map(|seen| &seen.what) {
                    None | Some(Role::Unread) => (self.read)(candidate),
                    Some(known) => known.clone(),
                };
                match what {
                    Role::UnitPlan(submission) => {
                        let unit = &submission.unit.id;
                        if let Some(first) = plans.insert(unit.clone(), &candidate.id) {
                            let both = [first.clone(), candidate.id.clone()];
                            found.twice.get_or_insert_with(|| (unit.clone(), both));
                        }
                        found.of.push(submission);
                    }
                    Role::Broken(submission) => {
                        found.unclear |= submission.is_none();
                        found.broken.push(candidate.id.clone());
                        found.of.extend(submission);
                    }
                    Role::Other | Role::Unread => {}
                }
            }
            found
        })
    }
}

/// That a unit has two plans of a year.
pub(super) fn twice(
    problem: Diagnostic,
    unit: &AgencyId,
    year: Year,
    [first, second]: [&DocumentId; 2],
) -> Diagnostic {
    problem
        .with("unit", unit.0.as_str())
        .with("year", year.to_string())
        .with("first", first.to_string())
        .with("second", second.to_string())
}
