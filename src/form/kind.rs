//! The kind of a document: the name of its form, and whether something is computed from it.

use std::sync::Arc;

/// The kind of a document, as `kind:` names it: that of its form. Those with a name here are computed from, and
/// have a struct of their own in `papers`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The yearly plan.
    Plan,
    /// A unit's own plan under it.
    UnitPlan,
    /// The overview of the units' plans.
    Overview,
    /// A report.
    Report,
    /// One that its form alone defines.
    Form(Arc<str>),
}

impl Kind {
    /// The kind of a form's name.
    pub fn of(form: &str) -> Self {
        match form {
            "plan" => Self::Plan,
            "unit-plan" => Self::UnitPlan,
            "overview" => Self::Overview,
            "report" => Self::Report,
            own => Self::Form(own.into()),
        }
    }

    /// The value of `kind:`; also the name of form and template.
    pub fn key(&self) -> &str {
        match self {
            Self::Plan => "plan",
            Self::UnitPlan => "unit-plan",
            Self::Overview => "overview",
            Self::Report => "report",
            Self::Form(name) => name,
        }
    }

    /// Whether something is computed from papers of this kind.
    pub(crate) fn computes(&self) -> bool {
        !matches!(self, Self::Form(_))
    }

    /// The names under which a template sees what is computed; no key can have them.
    pub(crate) fn computed_names(&self) -> &'static [&'static str] {
        match self {
            Self::Plan | Self::UnitPlan => &[
                "all_own",
                "bases_in_lines",
                "follows",
                "implements_asked",
                "quarters",
                "layout",
            ],
            Self::Overview => &["deadline", "tasks", "groups", "totals", "layout"],
            Self::Report => &REPORT,
            Self::Form(_) => &["layout", "rows_before"],
        }
    }
}

const REPORT: [&str; 26] = [
    "above",
    "appendices",
    "awards",
    "before",
    "changes",
    "clusters",
    "compares",
    "counts",
    "form",
    "granted",
    "households",
    "is_of_year",
    "is_over",
    "is_superior",
    "layout",
    "level",
    "levels",
    "missing",
    "next",
    "next_period",
    "numbers",
    "proposed",
    "rows",
    "tasks",
    "total",
    "year",
];
