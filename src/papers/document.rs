//! A document of any kind.

use super::head::{DocumentId, Foot, Head};
use super::launch::Launch;
use super::overview::Overview;
use super::plan::Plan;
use super::report;
use super::unit_plan::UnitPlan;

/// One document.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Where it belongs.
    pub id: DocumentId,
    /// What it says.
    pub paper: Paper,
}

/// The text of a document, by kind.
#[derive(Debug, Clone, PartialEq)]
pub enum Paper {
    /// The yearly plan.
    Plan(Plan),
    /// A unit's plan.
    UnitPlan(UnitPlan),
    /// The overview of the units' plans.
    Overview(Overview),
    /// The launch of a movement.
    Launch(Box<Launch>),
    /// A report.
    Report(Box<report::Report>),
}

impl Paper {
    /// The common head.
    pub fn head(&self) -> &Head {
        match self {
            Self::Plan(plan) => &plan.head,
            Self::UnitPlan(unit) => &unit.plan.head,
            Self::Overview(overview) => &overview.head,
            Self::Launch(launch) => &launch.head,
            Self::Report(report) => &report.head,
        }
    }

    /// The common head, to be changed.
    pub fn head_mut(&mut self) -> &mut Head {
        match self {
            Self::Plan(plan) => &mut plan.head,
            Self::UnitPlan(unit) => &mut unit.plan.head,
            Self::Overview(overview) => &mut overview.head,
            Self::Launch(launch) => &mut launch.head,
            Self::Report(report) => &mut report.head,
        }
    }

    /// The common foot; an appendix has none, since the document that it goes with is signed.
    pub fn foot(&self) -> Option<&Foot> {
        match self {
            Self::Plan(plan) => Some(&plan.foot),
            Self::UnitPlan(unit) => Some(&unit.plan.foot),
            Self::Overview(_) => None,
            Self::Launch(launch) => Some(&launch.foot),
            Self::Report(report) => Some(&report.foot),
        }
    }
}
