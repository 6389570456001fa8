//! Opening a workspace: what all documents share, and the plans that they follow.
//!
//! In goes a [`Request`]; out comes a [`Workspace`]. Plans are read here and not with the others,
//! since the units' plans, the reports and whatever carries out a task point into them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::candidates::{Candidate, candidates};
use super::choose::choose;
use super::document::Read;
use super::workspace::{Request, Workspace};
use crate::diag::Sources;
use crate::form::Kind;
use crate::papers::Paper;
use crate::shared::{Settings, Shared};

impl<'a> Workspace<'a> {
    /// Reads what the wanted documents share. `sources` holds the texts read before, such as
    /// templates.
    pub fn open(request: Request<'a>, mut sources: Sources) -> Self {
        let mut problems = Vec::new();
        let shared =
            Shared::open(request.root, request.printable, &mut sources, &mut problems);
        let Shared { directory, settings, commemorations, acts, awards } = shared;
        let Settings { layout, limits } = settings;
        let all = candidates(request.root, &mut problems);
        let wanted = choose(&all, request.choices, request.new, request.root, &mut problems);
        let mut workspace = Self {
            request,
            sources: Arc::new(sources),
            directory,
            commemorations,
            acts,
            awards,
            layout,
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
            let read = self.read_with(&fetched, Some(&Kind::Plan), None, true);
            let Read::Document(entry) = read else { continue };
            match entry.document.map(|document| document.paper) {
                // Units' plans point into its text.
                Some(Paper::Plan(plan)) => {
                    self.sources = Arc::new(fetched.sources);
                    self.plans.entry(plan.paper.head.year).or_insert(plan);
                }
                Some(
                    Paper::UnitPlan(_)
                    | Paper::Overview(_)
                    | Paper::Form(_)
                    | Paper::Report(_),
                ) => {}
                None => self.unsure.extend(candidate.folder_year()),
            }
        }
    }
}
