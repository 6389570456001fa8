//! What is doubtful about recorded results, as values: `records` makes diagnostics of them.

use crate::calendar::{Date, Year};
use crate::diag::{Code, Diagnostic, Place, Severity};

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
    /// Two records of one task that differ.
    TwoStates {
        /// The task.
        task: String,
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
        /// What it was called.
        task: String,
        /// What the task is called that was most likely meant.
        nearest: Option<String>,
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
    /// A second entry of a part of a past year.
    PartTwice {
        /// The part: `h1`.
        part: &'static str,
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
    /// Which message says it.
    fn code(&self) -> Code {
        match self {
            Self::OutsideYear { .. } => Code::ResultOutsideYear,
            Self::CountedTwice { .. } => Code::ResultCountedTwice,
            Self::TwoStates { .. } => Code::TaskStatesDiffer,
            Self::UnknownUnit { .. } => Code::UnknownUnit,
            Self::UnitNotInOffice { .. } => Code::UnitNotInOffice,
            Self::UnknownAward { .. } => Code::UnknownAward,
            Self::NotGrantedByLevel { .. } => Code::AwardNotOfLevel,
            Self::WrongRecipients { .. } => Code::AwardNotForRecipients,
            Self::NobodyAwarded { .. } => Code::AwardForNobody,
            Self::DirectWorkersAbove { .. } => Code::DirectWorkersAboveIndividuals,
            Self::UnknownTask { .. } => Code::UnknownTask,
            Self::DoneWithoutDate { .. } => Code::DoneWithoutDate,
            Self::DoneBeforeYear { .. } => Code::DoneBeforeYear,
            Self::MovementReversed { .. } => Code::MovementReversed,
            Self::PartTwice { .. } => Code::PartTwice,
            Self::PartAboveYear { .. } => Code::PartAboveYear,
        }
    }

    /// How grave it is. An error makes a number wrong or leaves it open; what may still be
    /// right, such as two equal decisions on one day, is a warning.
    fn severity(&self) -> Severity {
        match self {
            Self::CountedTwice { .. }
            | Self::TwoStates { .. }
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
            | Self::PartTwice { .. }
            | Self::PartAboveYear { .. } => Severity::Error,
        }
    }
}

impl Finding {
    /// As it is shown.
    pub fn diagnostic(self) -> Diagnostic {
        let told = match self.problem.severity() {
            Severity::Error => Diagnostic::error(self.problem.code(), &self.place),
            Severity::Warning => Diagnostic::warning(self.problem.code(), &self.place),
        };
        let told = match self.problem {
            Problem::OutsideYear { date, year } => {
                told.with("date", date.slashed()).with("year", year.to_string())
            }
            Problem::CountedTwice { what } => told.with("what", what),
            Problem::UnknownUnit { unit: id }
            | Problem::UnknownAward { award: id }
            | Problem::NobodyAwarded { award: id }
            | Problem::TwoStates { task: id }
            | Problem::DoneWithoutDate { task: id } => told.with("id", id),
            Problem::UnknownTask { task, nearest } => {
                let told = told.with("id", task);
                match nearest {
                    Some(nearest) => told.with("suggestion", nearest),
                    None => told,
                }
            }
            Problem::UnitNotInOffice { unit: id, date }
            | Problem::DoneBeforeYear { task: id, date } => {
                told.with("id", id).with("date", date.slashed())
            }
            Problem::NotGrantedByLevel { award, level, date } => told
                .with("id", award)
                .with("level", level)
                .with("date", date.slashed()),
            Problem::WrongRecipients { award, recipients } => {
                told.with("id", award).with("recipients", recipients)
            }
            Problem::DirectWorkersAbove { direct, individuals } => told
                .with("direct", direct.to_string())
                .with("individuals", individuals.to_string()),
            Problem::MovementReversed { from, until } => {
                told.with("from", from.slashed()).with("until", until.slashed())
            }
            Problem::PartTwice { part } => told.with("part", part),
            Problem::PartAboveYear { part, name, has, year } => told
                .with("part", part)
                .with("name", name)
                .with("has", has.to_string())
                .with("year", year.to_string()),
        };
        Diagnostic { related: self.related, ..told }
    }
}
