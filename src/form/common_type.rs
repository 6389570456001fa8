//! The types that only common keys have: what every paper has above and below its text, whatever its form.
//!
//! `load` has a reader for each, in the order in which they must be known; a definition cannot give them to a
//! key of its own.

use super::roll_rule::{RollRule, Rolls};

/// What a common key holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CommonType {
    /// The name of a form.
    Kind,
    /// The year of a paper.
    Year,
    /// The number of a paper.
    Number,
    /// The date of a paper, whose day may be blank.
    IssueDate,
    /// A task of the plan, by id.
    TaskId,
    /// Who gets copies.
    Audience,
    /// Days that are commemorated, by id.
    Commemorations,
    /// Whose paper it is.
    Competence,
    /// A signer of the issuer, by id.
    Signer,
    /// How urgent it is.
    Urgency,
    /// How secret it is.
    Secrecy,
    /// Among whom it may go round.
    Circulation,
    /// Appendices of the writer's own.
    Appendices,
    /// Layout that the paper has otherwise.
    Layout,
    /// What a person has to decide.
    Questions,
    /// The switch: one of its listed values.
    Switch,
}

impl CommonType {
    /// All of them.
    pub(super) const ALL: [Self; 16] = [
        Self::Kind,
        Self::Year,
        Self::Number,
        Self::IssueDate,
        Self::TaskId,
        Self::Audience,
        Self::Commemorations,
        Self::Competence,
        Self::Signer,
        Self::Urgency,
        Self::Secrecy,
        Self::Circulation,
        Self::Appendices,
        Self::Layout,
        Self::Questions,
        Self::Switch,
    ];

    /// Its name in `common.yaml`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Year => "year",
            Self::Number => "number",
            Self::IssueDate => "issue-date",
            Self::TaskId => "task-id",
            Self::Audience => "audience",
            Self::Commemorations => "commemorations",
            Self::Competence => "competence",
            Self::Signer => "signer",
            Self::Urgency => "urgency",
            Self::Secrecy => "secrecy",
            Self::Circulation => "circulation",
            Self::Appendices => "appendices",
            Self::Layout => "layout",
            Self::Questions => "questions",
            Self::Switch => "switch",
        }
    }

    /// What a roll does with such a value.
    pub(super) fn roll(self) -> Rolls {
        match self {
            Self::Number => (RollRule::Empty, &[]),
            Self::Appendices => (RollRule::Rewrite, &[]),
            Self::Year
            | Self::IssueDate
            | Self::Commemorations
            | Self::Competence
            | Self::Questions => (RollRule::Own, &[]),
            Self::Kind
            | Self::TaskId
            | Self::Audience
            | Self::Signer
            | Self::Urgency
            | Self::Secrecy
            | Self::Circulation
            | Self::Layout
            | Self::Switch => (RollRule::Keep, &[]),
        }
    }
}
