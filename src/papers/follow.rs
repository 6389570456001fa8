//! Units' plans against the plan of their year.
//!
//! In go the plans; out come what is wrong with the tasks that units say they follow, what the
//! overview tells of each plan, and the tasks that no unit takes up.

use std::collections::BTreeSet;

use super::{Plan, Submission, Submissions, Task, TaskId, UnitPlan};
use crate::diag::{Code, Diagnostic, Placed};

/// The tasks that those of a unit's plan follow.
fn followed(unit: &UnitPlan) -> impl Iterator<Item = &Placed<TaskId>> {
    unit.plan.tasks().iter().filter_map(|task| task.follows.as_ref())
}

/// Holds a unit's plan against the plan of its year.
pub(crate) fn check_follows(unit: &UnitPlan, plan: Option<&Plan>) -> Vec<Diagnostic> {
    let year = unit.plan.paper.head.year.to_string();
    let Some(plan) = plan else {
        let first = followed(unit).next();
        let tell = |place| Diagnostic::error(Code::NoPlanToFollow, place).with("year", year);
        return first.map(|follows| tell(&follows.place)).into_iter().collect();
    };
    let mut found = Vec::new();
    for task in unit.plan.tasks() {
        let Some(follows) = &task.follows else { continue };
        match plan.tasks().iter().find(|planned| planned.id == follows.value) {
            None => found.push(
                Diagnostic::error(Code::UnknownFollows, &follows.place)
                    .with("year", year.as_str())
                    .with("id", follows.value.0.as_str())
                    .suggest(
                        &follows.value.0,
                        plan.tasks().iter().map(|task| task.id.0.as_str()),
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

/// What an overview tells of a unit's plan.
pub(crate) fn submission(unit: &UnitPlan, plan: Option<&Plan>) -> Submission {
    let head = &unit.plan.paper.head;
    let followed: BTreeSet<&TaskId> = followed(unit).map(|id| &id.value).collect();
    let tasks = plan.map_or(&[][..], |plan| plan.tasks());
    let taken = |(_, task): &(usize, &Task)| followed.contains(&task.id);
    Submission {
        unit: head.issuer.agency.clone(),
        number: head.number,
        symbol: head.symbol(),
        received: unit.received,
        takes_up: tasks.iter().enumerate().filter(taken).map(|(at, _)| at).collect(),
        own: unit.plan.tasks().iter().filter(|task| task.follows.is_none()).count(),
    }
}

/// The tasks of a plan that none of its units takes up. With a unit's plan that cannot be read,
/// or before the first one has come, there is nothing to say.
pub(crate) fn not_taken_up(plan: &Plan, units: &Submissions) -> Option<Diagnostic> {
    if units.of.is_empty() || units.unclear {
        return None;
    }
    let taken: BTreeSet<usize> = units
        .of
        .iter()
        .flat_map(|unit| unit.takes_up.iter().copied())
        .collect();
    let left: Vec<String> = plan
        .tasks()
        .iter()
        .enumerate()
        .filter(|(at, _)| !taken.contains(at))
        .map(|(_, task)| task.id.0.clone())
        .collect();
    let place = &plan.tasks().first()?.place;
    (!left.is_empty())
        .then(|| Diagnostic::warning(Code::TasksNotTakenUp, place).with("ids", left))
}
