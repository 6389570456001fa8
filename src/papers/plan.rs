//! The yearly plan of emulation and commendation.

use super::form_paper::FormPaper;
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

    /// The tasks, by quarter and in order.
    pub fn tasks(&self) -> &[Task] {
        self.paper.values.tasks("tasks")
    }

    /// The key of its deadlines.
    pub(crate) const DEADLINES: &str = "deadlines";
}
