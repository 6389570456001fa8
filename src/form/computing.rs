//! Kinds from which something is computed. Each has a struct of its own in `papers`, which needs certain keys.
//!
//! A workspace may add keys to such a kind, and change its names and helps; it can neither drop nor retype a key
//! that the struct needs. That is held against every definition when it is read.

use super::key_type::KeyType;

/// A kind that something is computed from: what a struct of its own holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Computing {
    /// `plan`, `unit-plan`
    Plan,
    /// `overview`
    Overview,
    /// `report`
    Report,
}

impl Computing {
    /// That of a kind, when it computes.
    pub(crate) fn of(kind: &str) -> Option<Self> {
        match kind {
            "plan" | "unit-plan" => Some(Self::Plan),
            "overview" => Some(Self::Overview),
            "report" => Some(Self::Report),
            _ => None,
        }
    }

    /// The keys that the struct of a kind needs, with their types; none of a kind that does not compute.
    pub(crate) fn keys(kind: &str) -> impl Iterator<Item = &'static (&'static str, KeyType)> {
        let (common, own): (&[_], &[_]) = match kind {
            "plan" => (&PLANS, &[("deadlines", KeyType::Deadlines)]),
            "unit-plan" => (&PLANS, &[("received", KeyType::Day)]),
            "overview" => (&[], &[("appendix_of", KeyType::DocumentType)]),
            "report" => (&[], &REPORT),
            _ => (&[], &[]),
        };
        common.iter().chain(own)
    }
}

/// What both kinds of plan have.
const PLANS: [(&str, KeyType); 6] = [
    ("bases", KeyType::Texts),
    ("implements", KeyType::Citations),
    ("purpose", KeyType::Texts),
    ("requirements", KeyType::Texts),
    ("tasks", KeyType::Tasks),
    ("arrangements", KeyType::Texts),
];

const REPORT: [(&str, KeyType); 19] = [
    ("as_of", KeyType::Day),
    ("since", KeyType::Day),
    ("years", KeyType::Years),
    ("opening", KeyType::Texts),
    ("leadership", KeyType::Texts),
    ("awareness", KeyType::Texts),
    ("movements", KeyType::Texts),
    ("commendation", KeyType::Texts),
    ("models", KeyType::Texts),
    ("publicity", KeyType::Texts),
    ("organisation", KeyType::Texts),
    ("inspection", KeyType::Texts),
    ("strengths", KeyType::Texts),
    ("weaknesses", KeyType::Texts),
    ("causes", KeyType::Texts),
    ("lessons", KeyType::Texts),
    ("directions", KeyType::Texts),
    ("proposals", KeyType::Texts),
    ("closing", KeyType::Rich),
];
