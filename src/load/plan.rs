//! `kind: plan` and `kind: unit-plan`: the yearly plan, and a unit's plan under it.
//!
//! In goes the map of the file; out comes a [`Plan`] or a [`UnitPlan`], made from the values that their forms
//! name.

use super::form_paper::{First, paper};
use super::reading::choose;
use super::workspace::Workspace;
use crate::calendar::Year;
use crate::diag::{Code, Diagnostic};
use crate::form::Form;
use crate::papers::{FollowedPlan, FormValue, Plan, Text, UnitPlan, Values};
use crate::values::Context;
use crate::yaml::Fields;

/// Reads the whole file of the yearly plan.
pub(super) fn plan<'f>(
    mut fields: Fields<'f>,
    cx: &mut Context<'_>,
    folder_year: Option<Year>,
    form: &'f Form,
    workspace: &Workspace<'_>,
) -> Option<Plan> {
    let place = fields.place_of(Plan::DEADLINES);
    let reading = choose(&mut fields, cx, form);
    let paper = paper(fields, cx, &reading, First::of(folder_year), workspace)?;
    let plan = Plan::new(paper);
    // The deadline that the program counts with must be the one that the units read.
    if let Some(told) = plan.unit_plans_deadline.map(|deadline| deadline.slashed()) {
        let arrangements = plan.paper.values.texts("arrangements");
        if !arrangements.iter().any(|text| text.letters().contains(&told)) {
            let warning = Diagnostic::warning(Code::DeadlineNotTold, &place);
            cx.report(warning.with("deadline", told));
        }
    }
    Some(plan)
}

/// Reads the whole file of a unit's plan.
pub(super) fn unit_plan<'f>(
    mut fields: Fields<'f>,
    cx: &mut Context<'_>,
    folder_year: Option<Year>,
    form: &'f Form,
    workspace: &Workspace<'_>,
) -> Option<UnitPlan> {
    let reading = choose(&mut fields, cx, form);
    let paper = paper(fields, cx, &reading, First::of(folder_year), workspace)?;
    let yearly = workspace.plan(paper.head.year);
    let plan = UnitPlan::new(paper, yearly);
    if let Some(follows) = &plan.follows {
        let values = &plan.plan.paper.values;
        cited_twice(follows, values.texts("bases"), cx);
        implemented_twice(follows, values, cx);
    }
    Some(plan)
}

/// Points out a basis that is the plan which the program cites itself.
fn cited_twice(follows: &FollowedPlan, bases: &[Text], cx: &mut Context<'_>) {
    for basis in bases {
        let Some(at) = basis.place() else { continue };
        let letters = basis.letters();
        let year = follows.year.to_string();
        if letters.starts_with(&follows.type_name)
            && letters.contains(&follows.issuer)
            && letters.contains(&year)
        {
            cx.report(Diagnostic::warning(Code::PlanCitedTwice, &at.place));
        }
    }
}

/// Points out a superior document that is the plan which the program cites itself.
fn implemented_twice(follows: &FollowedPlan, values: &Values, cx: &mut Context<'_>) {
    for (_, value, place) in values.iter() {
        let (FormValue::Citations { known, .. }, Some(place)) = (value, place) else {
            continue;
        };
        let is_the_plan = known.iter().any(|cited| {
            cited.type_name == follows.type_name
                && cited.issuer == follows.issuer
                && cited.number.ends_with(&follows.symbol)
                && cited.date.year() == follows.year
        });
        if is_the_plan {
            cx.report(Diagnostic::warning(Code::PlanCitedTwice, place));
        }
    }
}
