//! What units recorded in a year, with what was to be done: the tasks of the year's documents.
//!
//! The room [`records`](crate::records) reads no documents and this one no records; here both meet.
//! In goes a year; out come its records with the duties that tasks are.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::candidates::Candidate;
use super::document::Read;
use super::neighbours::twice;
use super::workspace::Workspace;
use crate::calendar::{Period, Year};
use crate::diag::{Code, Diagnostic, Sources};
use crate::folder::{DATA, shown};
use crate::form::Kind;
use crate::office::AgencyId;
use crate::papers::{Content, DocumentId, Paper, Plan, Task, Text, UnitPlan};
use crate::records::{PastYears, YearRecords, years_of_data};
use crate::report::{CountedWith, Hindrance, Recorded};
use crate::shared::AWARDS;
use crate::tally::{Duty, DutyOrigin, Printed};

impl Workspace<'_> {
    /// The years of which everything is wanted.
    pub fn whole_years(&self) -> Vec<Year> {
        let mut years: BTreeSet<Year> =
            self.all.iter().filter_map(Candidate::folder_year).collect();
        years.retain(|year| self.is_whole(*year));
        // A year may have results and no document.
        if self.is_all_wanted() {
            years.extend(years_of_data(self.request.root));
        }
        years.into_iter().collect()
    }

    /// Reads and checks what units recorded in a year.
    pub fn records(&self, year: Year) -> YearRecords {
        let setting = self.setting();
        let mut records = YearRecords::read(setting, year, Sources::over(&self.sources));
        self.add_duties(year, &mut records);
        records.check(setting);
        records
    }

    /// Reads and checks the totals of past years.
    pub fn past_years(&self) -> PastYears {
        PastYears::read(self.setting(), Sources::over(&self.sources))
    }

    /// Says first of all that there is no file of titles and forms, when a wanted report needs it.
    pub(crate) fn miss_awards(&mut self) {
        if self.request.root.has(&Path::new(DATA).join(AWARDS)) {
            return;
        }
        let is_report = |candidate: &Candidate| {
            let root = self.fetch(candidate).root();
            root.is_some_and(|root| root.scalar_of("kind") == Some(Kind::Report.key()))
        };
        if !self.wanted.iter().any(is_report) {
            return;
        }
        let missing = |problems: Vec<Diagnostic>| {
            let mut problems = problems.into_iter();
            problems.find(|problem| problem.code == Code::AwardsMissing)
        };
        let years = years_of_data(self.request.root).into_iter();
        let found = years
            .map(|year| self.records(year).problems)
            .chain(std::iter::once_with(|| self.past_years().problems))
            .find_map(missing);
        self.problems.splice(0..0, found);
    }

    /// What a report on a period is counted from.
    ///
    /// # Errors
    /// When something in it has errors: then no number is sure.
    pub(super) fn recorded(&self, period: Period) -> Result<Recorded, Hindrance> {
        Recorded::new(period, |year| self.records(year), self.past_years())
    }

    /// What it is counted with.
    pub(super) fn office(&self, period: Period) -> CountedWith<'_> {
        CountedWith {
            directory: &self.directory,
            awards: &self.awards,
            plan: self.plan(period.year),
        }
    }

    /// Says of each past year that has totals and results where the two differ.
    pub fn totals_beside_results(&self, past: &PastYears) -> Vec<Diagnostic> {
        past.beside_results(self.setting(), |year| self.records(year))
    }

    /// What was to be done in a year: the tasks of its plan, recorded by its issuer, and those of
    /// the units' plans; and the documents that may be such plans and cannot be read.
    fn add_duties(&self, year: Year, records: &mut YearRecords) {
        records.duties.extend(self.plan(year).into_iter().flat_map(of_plan));
        let mut plans: BTreeMap<AgencyId, &DocumentId> = BTreeMap::new();
        for candidate in self.of_year(year) {
            let fetched = self.fetch(candidate);
            // What is due does not wait for a gap to be filled or a question to be answered.
            let read = self.read_with(&fetched, Some(&Kind::UnitPlan), None, true);
            let Read::Document(entry) = read else { continue };
            match entry.paper() {
                Some(Paper::UnitPlan(unit)) => {
                    records.duties.extend(of_unit(unit));
                    let id = &unit.plan.paper.head.issuer.agency.id;
                    if let Some(first) = plans.insert(id.clone(), &candidate.id) {
                        let problem = Diagnostic::unplaced(Code::UnitPlanTwice);
                        let path = shown(&candidate.path);
                        let problem = problem.with("path", path);
                        records.problems.push(twice(
                            problem,
                            id,
                            year,
                            [first, &candidate.id],
                        ));
                    }
                }
                Some(_) => {}
                None => records.broken.push(candidate.id.clone()),
            }
        }
    }
}

fn of_plan(plan: &Plan) -> Vec<Duty> {
    let duty = |(at, task): (usize, &Task)| Duty {
        unit: plan.paper.head.issuer.agency.id.clone(),
        year: plan.paper.head.year,
        task: task.id.clone(),
        due: task.due,
        origin: DutyOrigin::Plan,
        printed: Printed { number: at + 1, texts: texts(&task.content) },
    };
    plan.tasks().iter().enumerate().map(duty).collect()
}

/// What a task says.
fn texts(content: &Content) -> Vec<String> {
    match content {
        Content::Text(text) => vec![text.letters()],
        Content::Items(items) => {
            let mut texts: Vec<String> = items.iter().map(Text::letters).collect();
            texts.push(texts.join(" "));
            texts
        }
    }
}

fn of_unit(unit: &UnitPlan) -> Vec<Duty> {
    let follows = |task: &Task| task.follows.as_ref().map(|followed| followed.value.clone());
    unit.plan
        .tasks()
        .iter()
        .zip(of_plan(&unit.plan))
        .map(|(task, duty)| Duty {
            origin: DutyOrigin::Unit { follows: follows(task) },
            ..duty
        })
        .collect()
}
