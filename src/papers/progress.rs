//! How far a task is: as a unit recorded it, and how it stands on a day.

use crate::calendar::Date;
use crate::diag::Place;
use crate::papers::{TaskId, Text};

/// How a task stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskProgress {
    /// Where the record stands.
    pub place: Place,
    /// The task, by its id in the unit's own plan.
    pub task: TaskId,
    /// How far it is.
    pub state: TaskState,
    /// What came of it, for the report's table.
    pub result: Option<Text>,
    /// A note for the table's last column.
    pub note: Option<Text>,
}

/// How far a task is said to be, without the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progressed {
    /// Not begun.
    NotStarted,
    /// Begun.
    Doing,
    /// Done.
    Done,
}

impl Progressed {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::NotStarted, Self::Doing, Self::Done];

    /// The value in YAML.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::Doing => "doing",
            Self::Done => "done",
        }
    }
}

/// How far a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskState {
    /// Not begun.
    NotStarted,
    /// Begun.
    Doing,
    /// Done; on what day is required, and its lack reported.
    Done {
        /// The day.
        on: Option<Date>,
    },
}

impl TaskState {
    /// Of what is said and the day on which it was done; none when a task that is not done has such
    /// a day.
    pub fn new(progressed: Progressed, on: Option<Date>) -> Option<Self> {
        match (progressed, on) {
            (Progressed::Done, on) => Some(Self::Done { on }),
            (Progressed::NotStarted, None) => Some(Self::NotStarted),
            (Progressed::Doing, None) => Some(Self::Doing),
            (Progressed::NotStarted | Progressed::Doing, Some(_)) => None,
        }
    }

    /// The further one of two: of two days on which it was done, the earlier. So that the order
    /// of records does not matter where a task is recorded twice.
    #[must_use]
    pub fn further(self, other: Self) -> Self {
        let rank = |state: Self| match state {
            Self::NotStarted => (0, None),
            Self::Doing => (1, None),
            Self::Done { on: None } => (2, None),
            Self::Done { on: Some(day) } => (3, Some(std::cmp::Reverse(day))),
        };
        if rank(other) > rank(self) { other } else { self }
    }
}

/// How a task stands on a day. Every task has exactly one standing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Done by the day on which it was due.
    InTime,
    /// Done after the day on which it was due.
    DoneLate,
    /// Begun; its day is not over.
    Doing,
    /// Not begun; its day is not over.
    NotStarted,
    /// Not done, and its day is over, whether begun or not.
    Late,
}

impl Standing {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::InTime, Self::DoneLate, Self::Doing, Self::NotStarted, Self::Late];

    /// The name in numbers and templates.
    pub fn key(self) -> &'static str {
        match self {
            Self::InTime => "done-in-time",
            Self::DoneLate => "done-late",
            Self::Doing => "doing",
            Self::NotStarted => "not-started",
            Self::Late => "late",
        }
    }

    /// Of a task that is due by the end of a day. What was done after the day of the report counts as
    /// begun, and so does what is done on a day that nobody recorded.
    pub fn of(state: TaskState, due: Option<Date>, as_of: Date) -> Self {
        let is_over = |day: Date| due.is_some_and(|due| due < day);
        match state {
            TaskState::Done { on: Some(day) } if day <= as_of => {
                if is_over(day) {
                    Self::DoneLate
                } else {
                    Self::InTime
                }
            }
            _ if is_over(as_of) => Self::Late,
            TaskState::Doing | TaskState::Done { .. } => Self::Doing,
            TaskState::NotStarted => Self::NotStarted,
        }
    }
}
