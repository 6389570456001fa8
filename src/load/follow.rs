//! Unit plans against the plan of their year: once all documents are read.

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::Year;
use crate::diag::{Code, Diagnostic, Place};
use crate::papers::{Document, Paper, Plan, TaskId, UnitPlan};

/// The plan of each year, among the documents given.
pub(super) fn plans<'a>(
    documents: impl Iterator<Item = &'a Document>,
) -> BTreeMap<Year, &'a Plan> {
    documents
        .filter_map(|document| match &document.paper {
            Paper::Plan(plan) => Some((plan.head.year, plan)),
            Paper::UnitPlan(_) => None,
        })
        .collect()
}

/// Holds a unit's plan against the plan of its year.
pub(super) fn check(unit: &UnitPlan, plan: Option<&Plan>) -> Vec<Diagnostic> {
    let year = unit.plan.head.year.to_string();
    let Some(plan) = plan else {
        let first = unit.follows.values().next();
        let tell = |place| Diagnostic::error(Code::NoPlanToFollow, place).with("year", year);
        return first.map(|follows| tell(&follows.place)).into_iter().collect();
    };
    let mut found = Vec::new();
    for task in &unit.plan.tasks {
        let Some(follows) = unit.follows.get(&task.id) else { continue };
        match plan.tasks.iter().find(|planned| planned.id == follows.value) {
            None => found.push(
                Diagnostic::error(Code::UnknownFollows, &follows.place)
                    .with("year", year.as_str())
                    .with("id", follows.value.0.as_str())
                    .suggest(
                        &follows.value.0,
                        plan.tasks.iter().map(|task| task.id.0.as_str()),
                    ),
            ),
            Some(planned) if planned.quarter != task.quarter => found.push(
                Diagnostic::warning(Code::OtherQuarter, &task.place)
                    .with("id", task.id.0.as_str())
                    .with("own", task.quarter.roman())
                    .with("plan", planned.quarter.roman())
                    .related(&planned.place),
            ),
            Some(_) => {}
        }
    }
    found
}

/// The tasks of a plan that none of its units takes up.
pub(super) fn not_taken_up<'a>(
    plan: &Plan,
    place: &Place,
    units: impl Iterator<Item = &'a UnitPlan>,
) -> Option<Diagnostic> {
    let mut units = units.peekable();
    // Before the first unit has sent its plan there is nothing to say.
    units.peek()?;
    let taken: BTreeSet<&TaskId> = units
        .flat_map(|unit| unit.follows.values().map(|follows| &follows.value))
        .collect();
    let left: Vec<String> = plan
        .tasks
        .iter()
        .filter(|task| !taken.contains(&task.id))
        .map(|task| task.id.0.clone())
        .collect();
    let tell = || Diagnostic::warning(Code::TasksNotTakenUp, place).with("ids", left.clone());
    (!left.is_empty()).then(tell)
}
