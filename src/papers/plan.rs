//! The yearly plan of emulation and commendation.

use super::form_paper::FormPaper;
use super::superior::FollowedPlan;
use super::task::Task;
use crate::calendar::Date;

/// The yearly plan, or what a unit's plan has of one.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The paper, with its tasks among its values.
    pub paper: FormPaper,
    /// Until when each unit sends its own plan.
    pub unit_plans_deadline: Option<Date>,
}

impl Plan {
    /// The plan that a paper is.
    pub(crate) fn new(paper: FormPaper) -> Self {
        Self {
            unit_plans_deadline: paper.values.day(Self::DEADLINES),
            paper,
        }
    }

    /// As the plans of its units name it.
    pub(crate) fn as_cited(&self) -> FollowedPlan {
        let head = &self.paper.head;
        FollowedPlan {
            type_name: head.document_type.name.to_string(),
            number: head.number.map(|number| number.to_string()),
            symbol: head.symbol(),
            date: head.date,
            year: head.date.year().unwrap_or_else(|| head.year.get().into()),
            issuer: head.issuer.agency.short_name.clone(),
            subject: head.subject.clone(),
        }
    }

    /// The tasks, by quarter and in order.
    pub fn tasks(&self) -> &[Task] {
        self.paper.values.tasks("tasks")
    }

    /// The key of its deadlines.
    pub(crate) const DEADLINES: &str = "deadlines";
}
