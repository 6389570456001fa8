//! `kind: overview`: the table of the units' plans of a year.
//!
//! In go the file's few keys and the year's neighbours; out comes an [`Overview`] with a row for each
//! unit, its plan's number and day taken from that plan and never typed.

use super::form_paper::{First, paper};
use super::neighbours::{Neighbours, twice};
use super::reading::choose;
use super::workspace::Workspace;
use crate::calendar::Year;
use crate::diag::{Code, Diagnostic};
use crate::form::Form;
use crate::papers::{DocumentId, Overview};
use crate::values::Context;
use crate::yaml::Fields;

/// Reads the whole file. Its table comes from the `neighbours`.
pub(super) fn overview<'f>(
    mut fields: Fields<'f>,
    cx: &mut Context<'_>,
    folder_year: Option<Year>,
    form: &'f Form,
    workspace: &Workspace<'_>,
    neighbours: Option<&Neighbours<'_>>,
) -> Option<Overview> {
    let place = fields.place_of("kind");
    let reading = choose(&mut fields, cx, form);
    let paper = paper(fields, cx, &reading, First::of(folder_year), workspace)?;
    let year = paper.head.year;
    let submissions = neighbours?.submissions();
    if !submissions.broken.is_empty() {
        let ids = DocumentId::first_of(&submissions.broken);
        cx.report(Diagnostic::error(Code::UnitPlansBroken, &place).with("ids", ids));
        return None;
    }
    let Some(plan) = workspace.plan(year) else {
        cx.report(workspace.no_plan_to_follow(year, &place));
        return None;
    };
    if let Some((unit, [first, second])) = &submissions.twice {
        let problem = Diagnostic::error(Code::UnitPlanTwice, &place);
        cx.report(twice(problem, unit, year, [first, second]));
        return None;
    }
    Some(Overview::new(paper, plan, &workspace.directory, submissions))
}
