//! What tallies are made from: the results of units, and the tasks that were to be done.

use crate::calendar::{Date, Due, Year};
use crate::law::Awards;
use crate::office::{AgencyId, Directory};
use crate::papers::TaskId;
use crate::papers::results::Results;

/// What tallies are made from.
#[derive(Debug, Clone, Copy)]
pub struct Records<'a> {
    /// What units recorded, of one year or several.
    pub results: &'a [Results],
    /// What was to be done in these years.
    pub duties: &'a [Duty],
    /// The agencies and their clusters.
    pub directory: &'a Directory,
    /// The titles and forms.
    pub awards: &'a Awards,
}

/// A task that somebody has to do by some day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// Who records how it stands: a unit, or the issuer of the yearly plan.
    pub unit: AgencyId,
    /// The year.
    pub year: Year,
    /// The task, by its id in the plan of that agency.
    pub task: TaskId,
    /// By when it is due.
    pub due: Due,
    /// Whose task it is.
    pub origin: DutyOrigin,
    /// How it stands in that plan.
    pub printed: Printed,
}

/// How a task stands in its plan: by this people name it, who know no ids.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Printed {
    /// Its number, from 1.
    pub number: usize,
    /// What it says: its text, or its items, each and together.
    pub texts: Vec<String>,
}

impl Duty {
    /// The last day on which it is done in time.
    pub(super) fn last_day(&self) -> Option<Date> {
        self.due.last_day(self.year)
    }
}

/// Whose task it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DutyOrigin {
    /// One of the yearly plan.
    Plan,
    /// One of a unit's plan.
    Unit {
        /// The task of the yearly plan that it carries out; none for one of the unit's own.
        follows: Option<TaskId>,
    },
}
