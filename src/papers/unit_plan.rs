//! A unit's plan under the yearly plan: its own paper, with tasks that carry out the plan's.

use super::{FormPaper, Plan};
use crate::calendar::Date;

/// A unit's plan.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitPlan {
    /// What it says: built like the yearly plan.
    pub plan: Plan,
    /// When the superior office received it; none while it has not.
    pub received: Option<Date>,
}

impl UnitPlan {
    /// The plan that a paper is.
    pub(crate) fn new(paper: FormPaper) -> Self {
        Self {
            received: paper.values.day("received"),
            plan: Plan::new(paper),
        }
    }
}
