//! The types of keys: what a value is, and what a roll may do with it.
//!
//! The list is closed. A type has one reader, one way to be rolled and one way to be shown; a match on it is
//! exhaustive, so that the compiler asks a new one for all of them.

use super::common_type::CommonType;
use super::roll_rule::{RollRule, Rolls};

/// What the value of a key is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeyType {
    /// A line without styles, in which stars are stars.
    Text,
    /// A text with bold and italic parts.
    Rich,
    /// A list of such texts.
    Texts,
    /// A whole day.
    Day,
    /// Two days, `from` and `until`.
    Period,
    /// A day with an hour.
    Moment,
    /// A whole number from 0.
    Count,
    /// A whole amount in đồng.
    Money,
    /// What is paid with the award beside it: an amount, or that of the law.
    Reward,
    /// One of the words that the definition lists.
    Choice,
    /// `true` or `false`.
    Flag,
    /// An agency, by id.
    Agency,
    /// A title of emulation or a form of commendation, by id or name.
    Award,
    /// A list of maps, whose keys the definition lists.
    Rows,
    /// The tasks of the yearly plan.
    Tasks,
    /// The tasks of a unit's plan, which may follow those of the yearly plan.
    UnitTasks,
    /// Documents of superior agencies, one or several.
    Citations,
    /// What is to be reached: for all, or by recipient.
    Targets,
    /// What is measured, with points or without.
    Criteria,
    /// Parts of a period, with what is done in each.
    Stages,
    /// A text in parts: sections, articles, clauses, points, as the writer nests them.
    Clauses,
    /// Until when the units send their plans.
    Deadlines,
    /// The first and the last of some years.
    Years,
    /// A named type of document.
    DocumentType,
    /// Parts of the paper that it goes without, of those that the definition lists. A key among them need not be given.
    LeftOut,
    /// That of a common key.
    Common(CommonType),
}

impl KeyType {
    /// The types that a definition can give a key of its own.
    pub(crate) const OWN: [Self; 25] = [
        Self::Text,
        Self::Rich,
        Self::Texts,
        Self::Day,
        Self::Period,
        Self::Moment,
        Self::Count,
        Self::Money,
        Self::Reward,
        Self::Choice,
        Self::Flag,
        Self::Agency,
        Self::Award,
        Self::Rows,
        Self::Tasks,
        Self::UnitTasks,
        Self::Citations,
        Self::Targets,
        Self::Criteria,
        Self::Stages,
        Self::Clauses,
        Self::Deadlines,
        Self::Years,
        Self::DocumentType,
        Self::LeftOut,
    ];

    /// Its name in a definition.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Rich => "rich",
            Self::Texts => "texts",
            Self::Day => "day",
            Self::Period => "period",
            Self::Moment => "moment",
            Self::Count => "count",
            Self::Money => "money",
            Self::Reward => "reward",
            Self::Choice => "choice",
            Self::Flag => "flag",
            Self::Agency => "agency",
            Self::Award => "award",
            Self::Rows => "rows",
            Self::Tasks => "tasks",
            Self::UnitTasks => "unit-tasks",
            Self::Citations => "citations",
            Self::Targets => "targets",
            Self::Criteria => "criteria",
            Self::Stages => "stages",
            Self::Clauses => "clauses",
            Self::Deadlines => "deadlines",
            Self::Years => "years",
            Self::DocumentType => "document-type",
            Self::LeftOut => "left-out",
            Self::Common(common) => common.name(),
        }
    }

    /// Whether only kinds that compute have such keys: what they hold counts elsewhere.
    pub(crate) fn is_computed(self) -> bool {
        matches!(self, Self::Tasks | Self::UnitTasks | Self::Deadlines | Self::Years)
    }

    /// Whether a column of rows can be of this type: one value that a cell can show.
    pub(crate) fn fits_in_rows(self) -> bool {
        matches!(
            self,
            Self::Text
                | Self::Rich
                | Self::Day
                | Self::Moment
                | Self::Count
                | Self::Money
                | Self::Reward
                | Self::Choice
                | Self::Flag
                | Self::Agency
                | Self::Award
        )
    }

    /// Whether it holds tasks.
    pub(crate) fn holds_tasks(self) -> bool {
        matches!(self, Self::Tasks | Self::UnitTasks)
    }

    /// Whether it is one text, which can stand within a sentence.
    pub(super) fn is_one_text(self) -> bool {
        matches!(self, Self::Text | Self::Rich)
    }

    /// Whether of two such values one can be more, or later.
    pub(super) fn is_ordered(self) -> bool {
        matches!(self, Self::Count | Self::Money | Self::Day | Self::Moment)
    }

    /// What a roll does with such a value when the definition does not say, and what else it can do.
    pub(crate) fn roll(self) -> Rolls {
        use RollRule::{Await, Empty, Keep, Move, Own, Rewrite};
        match self {
            Self::Text | Self::Rich => (Rewrite, &[Keep, Empty]),
            Self::Texts => (Rewrite, &[Keep]),
            Self::Day => (Move, &[Keep, Empty, Await]),
            Self::Period => (Move, &[Keep]),
            Self::Moment => (Empty, &[Keep]),
            Self::Count | Self::Money | Self::Reward | Self::Award => (Keep, &[Empty]),
            Self::Targets | Self::Criteria | Self::Clauses => (Rewrite, &[]),
            Self::Rows
            | Self::Tasks
            | Self::UnitTasks
            | Self::Citations
            | Self::Stages
            | Self::Deadlines => (Own, &[]),
            Self::Choice
            | Self::Flag
            | Self::Agency
            | Self::Years
            | Self::DocumentType
            | Self::LeftOut => (Keep, &[]),
            Self::Common(common) => common.roll(),
        }
    }
}
