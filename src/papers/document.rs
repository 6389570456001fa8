//! A document of any kind.

use super::clause::Clause;
use super::form_paper::FormPaper;
use super::form_value::FormValue;
use super::head::{DocumentId, Foot, Head};
use super::inset::Picture;
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
    /// What it has as a paper of its form.
    pub fn common(&self) -> &FormPaper {
        match self {
            Self::Plan(plan) | Self::UnitPlan(UnitPlan { plan, .. }) => &plan.paper,
            Self::Overview(overview) => &overview.paper,
            Self::Form(paper) => paper,
            Self::Report(report) => &report.paper,
        }
    }

    /// The same, without what is computed from it.
    pub(crate) fn into_common(self) -> FormPaper {
        match self {
            Self::Plan(plan) | Self::UnitPlan(UnitPlan { plan, .. }) => plan.paper,
            Self::Overview(overview) => overview.paper,
            Self::Form(paper) => *paper,
            Self::Report(report) => report.paper,
        }
    }

    /// The same, to be changed.
    pub fn common_mut(&mut self) -> &mut FormPaper {
        match self {
            Self::Plan(plan) | Self::UnitPlan(UnitPlan { plan, .. }) => &mut plan.paper,
            Self::Overview(overview) => &mut overview.paper,
            Self::Form(paper) => paper,
            Self::Report(report) => &mut report.paper,
        }
    }

    /// The pictures in its text and in its appendices.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        let values = self.common().values.iter();
        let parts = values.flat_map(|(_, value, _)| match value {
            FormValue::Clauses(parts) => parts.as_slice(),
            _ => &[],
        });
        let appendices = self.foot().into_iter().flat_map(|foot| &foot.appendices);
        let all = parts.chain(appendices.flat_map(|appendix| &appendix.body));
        all.filter_map(Clause::picture)
    }

    /// What stands above its text.
    pub fn head(&self) -> &Head {
        &self.common().head
    }

    /// What stands below it; an appendix has nothing there, since the document that it goes with is signed.
    pub fn foot(&self) -> Option<&Foot> {
        self.common().foot.as_ref()
    }
}
