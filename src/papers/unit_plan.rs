//! A unit's plan under the yearly plan: its own paper, with tasks that carry out the plan's.

use super::superior::FollowedPlan;
use super::{FormPaper, Plan};
use crate::calendar::Date;

/// A unit's plan.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitPlan {
    /// What it says: built like the yearly plan.
    pub plan: Plan,
    /// The yearly plan that it carries out; none where the year has none.
    pub follows: Option<FollowedPlan>,
    /// When the superior office received it; none while it has not.
    pub received: Option<Date>,
}

impl UnitPlan {
    /// The plan that a paper is, under that of its year.
    pub(crate) fn new(paper: FormPaper, yearly: Option<&Plan>) -> Self {
        Self {
            received: paper.values.day("received"),
            follows: yearly.map(Plan::as_cited),
            plan: Plan::new(paper),
        }
    }
}
