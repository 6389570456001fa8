//! What is doubtful about recorded results.

use crate::calendar::{Date, Year};
use crate::diag::{Place, Severity};

/// One thing that is wrong or doubtful.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub problem: Problem,
    /// The record.
    pub place: Place,
    /// Another place that explains it: the first of two equal records.
    pub related: Option<Place>,
}

/// An argument of a finding's message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// Text from the data.
    Text(String),
    /// A number.
    Number(u64),
    /// A day.
    Date(Date),
}

/// What can be wrong with results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// A result of another year than that of its file.
    OutsideYear {
        /// Its day.
        date: Date,
        /// The year of the file.
        year: Year,
    },
    /// A record that stands twice.
    CountedTwice {
        /// What it is about: an award's or a task's id, a movement's name.
        what: String,
    },
    /// A result dated after the day on which the report is made.
    InFuture {
        /// Its day.
        date: Date,
        /// The report's day.
        as_of: Date,
    },
    /// Results of an agency that the directory does not have.
    UnknownUnit {
        /// Its id.
        unit: String,
    },
    /// A result dated when the unit did not exist.
    UnitNotInOffice {
        /// The unit.
        unit: String,
        /// The day.
        date: Date,
    },
    /// An award that `awards.yaml` does not have.
    UnknownAward {
        /// Its id.
        award: String,
    },
    /// An award that its level does not grant, or did not on that day.
    NotGrantedByLevel {
        /// The award.
        award: String,
        /// The level.
        level: &'static str,
        /// The day.
        date: Date,
    },
    /// An award with recipients of a kind that cannot receive it.
    WrongRecipients {
        /// The award.
        award: String,
        /// Who: `collectives`, `individuals` or `households`.
        recipients: &'static str,
    },
    /// An award that nobody receives.
    NobodyAwarded {
        /// The award.
        award: String,
    },
    /// More direct workers than individuals.
    DirectWorkersAbove {
        /// Direct workers.
        direct: u64,
        /// Individuals.
        individuals: u64,
    },
    /// Progress of a task that the unit does not have.
    UnknownTask {
        /// Its id.
        task: String,
    },
    /// A task that is done, but nobody says when.
    DoneWithoutDate {
        /// The task.
        task: String,
    },
    /// A task that was done before the year began.
    DoneBeforeYear {
        /// The task.
        task: String,
        /// The day.
        date: Date,
    },
    /// A movement that ends before it begins.
    MovementReversed {
        /// Its first day.
        from: Date,
        /// Its last day.
        until: Date,
    },
    /// A part of a past year that has more than the year.
    PartAboveYear {
        /// The part: `h1`.
        part: &'static str,
        /// The name of the number.
        name: String,
        /// Its number in the part.
        has: u64,
        /// Its number in the year.
        year: u64,
    },
}

impl Problem {
    /// The name: of the message in `locales/`, and in machine-readable output.
    pub fn name(&self) -> &'static str {
        match self {
            Self::OutsideYear { .. } => "result-outside-year",
            Self::CountedTwice { .. } => "result-counted-twice",
            Self::InFuture { .. } => "result-in-future",
            Self::UnknownUnit { .. } => "unknown-unit",
            Self::UnitNotInOffice { .. } => "unit-not-in-office",
            Self::UnknownAward { .. } => "unknown-award",
            Self::NotGrantedByLevel { .. } => "award-not-of-level",
            Self::WrongRecipients { .. } => "award-not-for-recipients",
            Self::NobodyAwarded { .. } => "award-for-nobody",
            Self::DirectWorkersAbove { .. } => "direct-workers-above-individuals",
            Self::UnknownTask { .. } => "unknown-task",
            Self::DoneWithoutDate { .. } => "done-without-date",
            Self::DoneBeforeYear { .. } => "done-before-year",
            Self::MovementReversed { .. } => "movement-reversed",
            Self::PartAboveYear { .. } => "part-above-year",
        }
    }

    /// How grave it is. An error makes a number wrong or leaves it open; what may still be
    /// right, such as two equal decisions on one day, is a warning.
    pub fn severity(&self) -> Severity {
        match self {
            Self::CountedTwice { .. }
            | Self::InFuture { .. }
            | Self::UnitNotInOffice { .. }
            | Self::NotGrantedByLevel { .. }
            | Self::NobodyAwarded { .. } => Severity::Warning,
            Self::OutsideYear { .. }
            | Self::UnknownUnit { .. }
            | Self::UnknownAward { .. }
            | Self::WrongRecipients { .. }
            | Self::DirectWorkersAbove { .. }
            | Self::UnknownTask { .. }
            | Self::DoneWithoutDate { .. }
            | Self::DoneBeforeYear { .. }
            | Self::MovementReversed { .. }
            | Self::PartAboveYear { .. } => Severity::Error,
        }
    }

    /// The arguments of its message, by name.
    pub fn args(&self) -> Vec<(&'static str, Arg)> {
        let text = |text: &str| Arg::Text(text.to_owned());
        match self {
            Self::OutsideYear { date, year } => {
                vec![("date", Arg::Date(*date)), ("year", Arg::Number(year.get().into()))]
            }
            Self::CountedTwice { what } => vec![("what", text(what))],
            Self::InFuture { date, as_of } => {
                vec![("date", Arg::Date(*date)), ("as-of", Arg::Date(*as_of))]
            }
            Self::UnknownUnit { unit } => vec![("id", text(unit))],
            Self::UnitNotInOffice { unit, date } => {
                vec![("id", text(unit)), ("date", Arg::Date(*date))]
            }
            Self::UnknownAward { award: id }
            | Self::NobodyAwarded { award: id }
            | Self::UnknownTask { task: id }
            | Self::DoneWithoutDate { task: id } => vec![("id", text(id))],
            Self::NotGrantedByLevel { award, level, date } => {
                vec![("id", text(award)), ("level", text(level)), ("date", Arg::Date(*date))]
            }
            Self::WrongRecipients { award, recipients } => {
                vec![("id", text(award)), ("recipients", text(recipients))]
            }
            Self::DirectWorkersAbove { direct, individuals } => {
                vec![
                    ("direct", Arg::Number(*direct)),
                    ("individuals", Arg::Number(*individuals)),
                ]
            }
            Self::DoneBeforeYear { task, date } => {
                vec![("id", text(task)), ("date", Arg::Date(*date))]
            }
            Self::MovementReversed { from, until } => {
                vec![("from", Arg::Date(*from)), ("until", Arg::Date(*until))]
            }
            Self::PartAboveYear { part, name, has, year } => vec![
                ("part", text(part)),
                ("name", text(name)),
                ("has", Arg::Number(*has)),
                ("year", Arg::Number(*year)),
            ],
        }
    }
}
