//! The yearly plan of emulation and commendation.

use super::form_paper::FormPaper;
use super::task::Task;
use crate::calendar::Date;

/// The yearly plan, or what a unit's plan has of one.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The paper, without its tasks.
    pub paper: FormPaper,
    /// The tasks, by quarter and in order.
    pub tasks: Vec<Task>,
    /// Until when each unit sends its own plan.
    pub unit_plans_deadline: Option<Date>,
}

impl Plan {
    /// The plan that a paper is.
    pub(crate) fn new(mut paper: FormPaper) -> Self {
        Self {
            tasks: paper.values.take_tasks(Self::TASKS),
            unit_plans_deadline: paper.values.day(Self::DEADLINES),
            paper,
        }
    }

    /// The key of its tasks.
    pub(crate) const TASKS: &str = "tasks";
    /// The key of its deadlines.
    pub(crate) const DEADLINES: &str = "deadlines";
}
