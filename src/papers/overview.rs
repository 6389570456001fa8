//! The overview of the units' plans of a year: who sent one, when, and what it takes up.

use std::sync::Arc;

use super::{DocumentId, DocumentNumber, FormPaper, Plan, Task};
use crate::calendar::Date;
use crate::office::{Agency, AgencyId, Directory};

/// A unit's plan as the superior office keeps account of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// Whose plan it is.
    pub unit: Arc<Agency>,
    /// Its number, when it has one.
    pub number: Option<DocumentNumber>,
    /// Its symbol: "KH-UBND".
    pub symbol: String,
    /// When it was received; none while it was not.
    pub received: Option<Date>,
    /// The tasks of the yearly plan that it takes up, by their places in that plan.
    pub takes_up: Vec<usize>,
    /// How many tasks are the unit's own.
    pub own: usize,
}

/// The units' plans of a year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Submissions {
    /// Those that can be read, with errors or without.
    pub of: Vec<Submission>,
    /// Two documents that are plans of one unit, if there are such.
    pub twice: Option<(AgencyId, [DocumentId; 2])>,
    /// Documents with errors.
    pub broken: Vec<DocumentId>,
    /// Whether some of those with errors may be units' plans that are not in `of`.
    pub unclear: bool,
}

/// Whether a unit's plan came in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Promptness {
    /// It has not come.
    Missing,
    /// It came; there is no deadline.
    Received,
    /// It came before the deadline.
    InTime,
    /// It came so many days after the last day in time.
    Late {
        /// Days, from 1.
        days: i64,
    },
}

impl Promptness {
    /// Of a plan received on a day. "Before the 15th": the 15th itself is late.
    pub fn of(received: Option<Date>, deadline: Option<Date>) -> Self {
        match (received, deadline) {
            (None, _) => Self::Missing,
            (Some(_), None) => Self::Received,
            (Some(day), Some(deadline)) if day < deadline => Self::InTime,
            (Some(day), Some(deadline)) => Self::Late { days: day.days_since(deadline) + 1 },
        }
    }
}

/// The overview, an appendix to the document whose number and date its head holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// The paper: type, number, date and issuer are those of the document that it goes with.
    pub paper: FormPaper,
    /// The tasks of the yearly plan.
    pub tasks: Vec<Task>,
    /// By when units were to send their plans.
    pub deadline: Option<Date>,
    /// The units, by cluster.
    pub groups: Vec<Group>,
}

/// The units of one cluster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The cluster's name; none for units of no cluster.
    pub name: Option<String>,
    /// Its units.
    pub rows: Vec<OverviewRow>,
}

/// One unit; one that sent two plans has two rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverviewRow {
    /// The unit.
    pub unit: Arc<Agency>,
    /// Its plan, when there is one.
    pub submission: Option<Submission>,
}

impl Overview {
    /// Puts the submissions in the order of the directory: by cluster, units without a plan
    /// too, then units of no cluster. A plan that was not received counts as not sent; one of an
    /// agency that another has taken over from by the overview's day stands under the new one.
    pub fn new(
        paper: FormPaper,
        plan: &Plan,
        directory: &Directory,
        submissions: &Submissions,
    ) -> Self {
        let year = paper.head.year;
        let day = paper.head.date.span().map(|(_, last)| last).or(year.last_day());
        let heir = |id| day.map_or(id, |day| directory.heir(id, day));
        let received = || submissions.of.iter().filter(|found| found.received.is_some());
        let of = |unit: &Arc<Agency>| -> Vec<OverviewRow> {
            let mut own =
                received().filter(|found| *heir(&found.unit.id) == unit.id).peekable();
            let row = |submission| OverviewRow { unit: unit.clone(), submission };
            match own.peek() {
                None => vec![row(None)],
                Some(_) => own.map(|submission| row(Some(submission.clone()))).collect(),
            }
        };
        let units = match (year.first_day(), day) {
            (Some(first), Some(last)) => directory.units_during(first, last),
            _ => Vec::new(),
        };
        let mut groups: Vec<Group> = directory
            .clusters
            .iter()
            .map(|cluster| Group {
                name: Some(cluster.name.clone()),
                rows: units
                    .iter()
                    .filter(|unit| unit.cluster.as_ref() == Some(&cluster.id))
                    .flat_map(|unit| of(unit))
                    .collect(),
            })
            .collect();
        let in_cluster =
            |id: &AgencyId| directory.get(id).is_some_and(|agency| agency.cluster.is_some());
        let alone = received().filter(|found| !in_cluster(heir(&found.unit.id)));
        let rows = alone.map(|found| OverviewRow {
            unit: found.unit.clone(),
            submission: Some(found.clone()),
        });
        groups.push(Group { name: None, rows: rows.collect() });
        groups.retain(|group| !group.rows.is_empty());
        let (tasks, deadline) = (plan.tasks().to_vec(), plan.unit_plans_deadline);
        Self { paper, tasks, deadline, groups }
    }

    /// All rows.
    pub fn rows(&self) -> impl Iterator<Item = &OverviewRow> {
        self.groups.iter().flat_map(|group| &group.rows)
    }
}

impl OverviewRow {
    /// Whether the unit's plan came in time.
    pub fn promptness(&self, deadline: Option<Date>) -> Promptness {
        Promptness::of(self.submission.as_ref().and_then(|found| found.received), deadline)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_itself_is_late() {
        let date = |text| Date::parse(text).ok();
        let of = |received, deadline| Promptness::of(date(received), date(deadline));
        assert_eq!(of("2024-01-14", "2024-01-15"), Promptness::InTime);
        assert_eq!(of("2024-01-15", "2024-01-15"), Promptness::Late { days: 1 });
        assert_eq!(of("2024-03-01", "2024-02-28"), Promptness::Late { days: 3 });
        assert_eq!(of("", "2024-01-15"), Promptness::Missing);
        assert_eq!(of("2024-01-15", ""), Promptness::Received);
    }
}
