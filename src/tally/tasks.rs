//! Tasks: what was due in a period, and how it stands on a day.
//!
//! In go duties and progress; out comes one standing for each task, so that the five add up to all.

use std::collections::{BTreeMap, BTreeSet};

use super::records::{Duty, DutyOrigin, Records};
use crate::calendar::{Date, Period, Year};
use crate::office::AgencyId;
use crate::papers::TaskId;
use crate::papers::progress::{Standing, TaskProgress, TaskState};

/// A task of a period with what was recorded of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyRow<'a> {
    /// The task.
    pub duty: &'a Duty,
    /// What was recorded; none when nothing was, which counts as not begun.
    pub progress: Option<&'a TaskProgress>,
    /// How it stands.
    pub standing: Standing,
}

/// The tasks that are due in a period, in the order of the duties, as they stand on a day.
pub fn rows<'a>(records: &Records<'a>, period: Period, as_of: Date) -> Vec<DutyRow<'a>> {
    let mut recorded: BTreeMap<(&AgencyId, Year, &TaskId), &TaskProgress> = BTreeMap::new();
    for results in records.results {
        for progress in &results.tasks {
            let key = (&results.unit.value, results.year, &progress.task);
            let kept = recorded.entry(key).or_insert(progress);
            if kept.state.further(progress.state) != kept.state {
                *kept = progress;
            }
        }
    }
    let due = due(records, period, as_of);
    let row = |duty: &'a Duty| {
        // Whoever took over from an agency records how its tasks stand from then on.
        let recorders = std::iter::once(&duty.unit).chain(records.directory.heirs(&duty.unit));
        let found =
            recorders.filter_map(|unit| recorded.get(&(unit, duty.year, &duty.task)).copied());
        let progress = found.reduce(|one, other| {
            if one.state.further(other.state) == one.state { one } else { other }
        });
        let state = progress.map_or(TaskState::NotStarted, |progress| progress.state);
        let standing = Standing::of(state, duty.last_day(), as_of);
        DutyRow { duty, progress, standing }
    };
    due.into_iter().map(row).collect()
}

/// The duties due in a period. A task that several merged units had counts once: as their heir's
/// own where it has it, or as the first one's.
fn due<'a>(records: &Records<'a>, period: Period, as_of: Date) -> Vec<&'a Duty> {
    let day = period.last_day().map_or(as_of, |last| last.min(as_of));
    let heir = |duty: &'a Duty| records.directory.heir(&duty.unit, day);
    let key = |duty: &'a Duty| {
        (heir(duty), duty.last_day(), &duty.task, duty.origin == DutyOrigin::Plan)
    };
    let is_due = |duty: &&Duty| duty.last_day().is_some_and(|last| period.contains(last));
    let due: Vec<&'a Duty> = records.duties.iter().filter(is_due).collect();
    let own = |duty: &&Duty| *records.directory.heir(&duty.unit, day) == duty.unit;
    let mut met: BTreeSet<_> = due.iter().copied().filter(own).map(key).collect();
    due.into_iter()
        .filter(|duty| own(duty) || met.insert(key(duty)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Due, Quarter};

    #[test]
    fn a_task_is_due_on_the_last_day_of_its_quarter() {
        let day = |text| Date::parse(text).expect("a date");
        let year = Year::new(2024).expect("a year");
        let due = Due::Quarter(Quarter::First).last_day(year);
        let of = |state, as_of| Standing::of(state, due, day(as_of));
        let done = |text| TaskState::Done { on: Some(day(text)) };
        assert_eq!(of(done("2024-03-31"), "2024-03-31"), Standing::InTime);
        assert_eq!(of(done("2024-04-01"), "2024-04-01"), Standing::DoneLate);
        assert_eq!(of(done("2024-04-02"), "2024-04-01"), Standing::Late, "not done yet");
        assert_eq!(of(done("2024-03-31"), "2024-03-30"), Standing::Doing);
        assert_eq!(of(TaskState::Doing, "2024-03-31"), Standing::Doing);
        assert_eq!(of(TaskState::NotStarted, "2024-03-31"), Standing::NotStarted);
        assert_eq!(of(TaskState::NotStarted, "2024-04-01"), Standing::Late);
        assert_eq!(of(TaskState::Done { on: None }, "2024-03-01"), Standing::Doing);
    }

    #[test]
    fn of_two_records_of_a_task_the_further_counts() {
        let done = |text| TaskState::Done { on: Date::parse(text).ok() };
        let (early, late) = (done("2024-03-01"), done("2024-03-02"));
        for (one, other, further) in [
            (TaskState::NotStarted, TaskState::Doing, TaskState::Doing),
            (TaskState::Doing, done("none"), done("none")),
            (done("none"), late, late),
            (late, early, early),
        ] {
            assert_eq!(one.further(other), further);
            assert_eq!(other.further(one), further);
        }
    }
}
