//! The other documents of a year, for one that tells of them.
//!
//! Most documents stand alone and are read, made and forgotten one after another. What an
//! overview needs of each ([`Submission`]) is small and is kept when it is read anyway; the rest
//! is read only when somebody asks, and nobody does while nothing has changed.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::{Read, Workspace};
use crate::calendar::Year;
use crate::fingerprint::Fingerprint;
use crate::office::AgencyId;
use crate::papers::{DocumentId, Kind, Submission, Submissions};

/// What is known of a document that was fetched.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The fingerprint of its text.
    pub text: Fingerprint,
    /// What it is.
    pub what: What,
}

/// What a document is to those that tell of others.
#[derive(Debug, Clone)]
pub enum What {
    /// Not known: it was up to date and nobody looked into it.
    Unread,
    /// It has errors; it may be a unit's plan all the same.
    Broken(Option<Submission>),
    /// A unit's plan.
    UnitPlan(Submission),
    /// Something else.
    Other,
}

/// The documents in the folder of a year.
pub struct Neighbours<'a> {
    workspace: &'a Workspace<'a>,
    year: Year,
    seen: &'a BTreeMap<DocumentId, Seen>,
    fingerprint: OnceLock<Fingerprint>,
    submissions: OnceLock<Submissions>,
}

impl<'a> Neighbours<'a> {
    /// The documents of a year; `seen` are those that were fetched already.
    pub fn new(
        workspace: &'a Workspace<'a>,
        year: Year,
        seen: &'a BTreeMap<DocumentId, Seen>,
    ) -> Self {
        Self {
            workspace,
            year,
            seen,
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
            let start = self.workspace.fingerprint_of_records(start);
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
                    None | Some(What::Unread) => self.read(candidate),
                    Some(known) => known.clone(),
                };
                match what {
                    What::UnitPlan(submission) => {
                        let unit = &submission.unit.id;
                        if let Some(first) = plans.insert(unit.clone(), &candidate.id) {
                            let both = [first.clone(), candidate.id.clone()];
                            found.twice.get_or_insert_with(|| (unit.clone(), both));
                        }
                        found.of.push(submission);
                    }
                    What::Broken(submission) => {
                        found.unclear |= submission.is_none();
                        found.broken.push(candidate.id.clone());
                        found.of.extend(submission);
                    }
                    What::Other | What::Unread => {}
                }
            }
            found
        })
    }

    fn read(&self, candidate: &super::Candidate) -> What {
        let fetched = self.workspace.fetch(candidate);
        What::of(&self.workspace.read(&fetched, Some(Kind::UnitPlan), None))
    }
}

impl What {
    /// What a document is that was read.
    pub fn of(read: &Read) -> Self {
        match read {
            Read::Document(entry) => match (entry.paper(), &entry.submission) {
                // Of the other kinds an overview tells nothing.
                (None, None) if entry.kind.is_some_and(|kind| kind != Kind::UnitPlan) => {
                    Self::Other
                }
                (None, submission) => Self::Broken(submission.clone()),
                (Some(_), Some(submission)) => Self::UnitPlan(submission.clone()),
                (Some(_), None) => Self::Other,
            },
            // Nobody wanted it this time; it may be a unit's plan all the same.
            Read::Unwanted => Self::Unread,
            Read::Waiting(_) => Self::Other,
        }
    }
}
