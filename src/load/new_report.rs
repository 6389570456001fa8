//! The beginning of a report's file: what is known before anybody has written a sentence.
//!
//! In goes a period; out come its numbers, and issuer, recipients and signer as in another paper of
//! the year. So nobody copies last quarter's report, with last quarter's figures.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::candidates::Candidate;
use super::report::sections;
use super::workspace::Workspace;
use crate::calendar::Period;
use crate::diag::{Code, Diagnostic};
use crate::folder::{DATA, Folder, yaml_files};
use crate::form::{Key, Kind, Need};
use crate::office::AgencyId;
use crate::papers::report::{NewReport, Tables};
use crate::report::Counted;
use crate::tally;
use crate::yaml::Node;

/// The folder of a year's reports.
const REPORTS: &str = "reports";

/// How many parts the name of a number has that is worth telling beforehand; the others count the
/// same more finely.
const MOST_PARTS: usize = 4;

/// The file of a report, relative to the workspace: the one that is there, whatever its ending, or
/// the one to be begun.
pub fn report_path(root: &Folder, period: Period) -> PathBuf {
    let folder = Path::new(DATA).join(period.year.to_string()).join(REPORTS);
    let key = period.span.key();
    let is_it = |path: &PathBuf| path.file_stem().is_some_and(|name| name == key);
    let there = yaml_files(root, &folder, &mut Vec::new()).into_iter().find(is_it);
    there.unwrap_or_else(|| folder.join(format!("{key}.yaml")))
}

impl Workspace<'_> {
    /// What a new report on a period starts with: its numbers, and issuer, recipients and signer
    /// as in another report of the year, or in its plan.
    ///
    /// # Errors
    /// When the year has neither, or its results have errors.
    pub fn new_report(&self, period: Period) -> Result<NewReport, Box<Diagnostic>> {
        let recorded = self
            .recorded(period)
            .map_err(|hindrance| Box::new(hindrance.diagnostic(None)))?;
        let none = || {
            Box::new(
                Diagnostic::unplaced(Code::NothingToStartFrom)
                    .with("year", period.year.to_string()),
            )
        };
        let as_of = period.last_day().ok_or_else(none)?;
        let model = self.model(period).ok_or_else(none)?;
        let (numbers, counted) = Counted::new(period, as_of, &recorded, self.office(period));
        let facts = numbers.iter().filter(|(name, number)| {
            let known = tally::bare(name) == name.as_str();
            known && name.split('.').count() <= MOST_PARTS && number.integer() != Some(0)
        });
        let facts = facts.filter_map(|(name, number)| Some((name.clone(), number.text()?)));
        let issuer = one(&model, "issuer").ok_or_else(none)?;
        let agencies = &self.directory;
        let agency = agencies.get(&AgencyId(issuer.clone()));
        Ok(NewReport {
            period,
            as_of,
            issuer_name: agency.map(|agency| agency.short_name.clone()).unwrap_or_default(),
            issuer,
            to: all(&model, "to"),
            recipients: all(&model, "recipients"),
            filing: one(&model, "filing"),
            signer: one(&model, "signer"),
            facts: facts.collect(),
            tasks: match counted.tables {
                Tables::Period(tables) => tables.tasks,
                Tables::TenYears(_) => Vec::new(),
            },
            sections: self.sections(period),
        })
    }

    /// The keys of the office's own sentences in a report on a period, and whether it must have each.
    fn sections(&self, period: Period) -> Vec<(Arc<str>, bool)> {
        let Some(form) = self.form(Kind::Report.key()) else { return Vec::new() };
        let group = form.group_of(Some(period.span.key()));
        let need = |key: &Key| key.need(group);
        sections(form)
            .filter(|key| need(key) != Need::Absent)
            .map(|key| (key.name.key.clone(), need(key) != Need::Optional))
            .collect()
    }

    /// A paper of the year to take recipients and signer from: a report, else the plan.
    fn model(&self, period: Period) -> Option<Node> {
        let reports = format!("{}/{REPORTS}/", period.year);
        let plan = format!("{}/plan", period.year);
        let is_report = |candidate: &&Candidate| candidate.id.0.starts_with(&reports);
        let is_plan = |candidate: &&Candidate| candidate.id.0 == plan;
        let candidates = self.of_year(period.year).filter(is_report);
        let mut candidates = candidates.chain(self.of_year(period.year).filter(is_plan));
        candidates.find_map(|candidate| self.fetch(candidate).root())
    }
}

fn one(model: &Node, key: &str) -> Option<String> {
    model.scalar_of(key).map(str::to_owned)
}

/// A list of texts, or one text that stands for a list of itself.
fn all(model: &Node, key: &str) -> Vec<String> {
    let Some(node) = model.entry(key) else { return Vec::new() };
    let items = node.items().iter().chain(Some(node));
    items.filter_map(Node::scalar).map(str::to_owned).collect()
}
