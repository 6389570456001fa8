//! A document of any kind.

use super::form_paper::FormPaper;
use super::head::{DocumentId, Foot, Head};
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
    /// One that its form alone defines.
    Form(Box<FormPaper>),
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
            Self::Form(paper) => &paper.head,
            Self::Report(report) => &report.head,
        }
    }

    /// The common head, to be changed.
    pub fn head_mut(&mut self) -> &mut Head {
        match self {
            Self::Plan(plan) => &mut plan.head,
            Self::UnitPlan(unit) => &mut unit.plan.head,
            Self::Overview(overview) => &mut overview.head,
            Self::Form(paper) => &mut paper.head,
            Self::Report(report) => &mut report.head,
        }
    }

    /// The common foot; an appendix has none, since the document that it goes with is signed.
    pub fn foot(&self) -> Option<&Foot> {
        match self {
            Self::Plan(plan) => Some(&plan.foot),
            Self::UnitPlan(unit) => Some(&unit.plan.foot),
            Self::Overview(_) => None,
            Self::Form(paper) => paper.foot.as_ref(),
            Self::Report(report) => Some(&report.foot),
        }
    }
}
