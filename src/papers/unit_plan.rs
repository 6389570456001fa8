//! A unit's plan under the yearly plan: its own paper, with tasks that carry out the plan's.

use std::collections::BTreeMap;

use super::{Plan, TaskId};
use crate::calendar::Date;
use crate::diag::Placed;

/// A unit's plan.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitPlan {
    /// What it says: built like the yearly plan.
    pub plan: Plan,
    /// When the superior office received it; none while it has not.
    pub received: Option<Date>,
    /// The task of the yearly plan that a task carries out, by the id of the unit's task. Tasks
    /// of the unit's own are not in it.
    pub follows: BTreeMap<TaskId, Placed<TaskId>>,
}
