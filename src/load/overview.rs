//! `kind: overview`: the table of the units' plans of a year.
//!
//! In go the file's few keys and the year's neighbours; out comes an [`Overview`] with a row for each
//! unit, its plan's number and day taken from that plan and never typed.

use super::begin::begin;
use super::neighbours::{Neighbours, twice};
use super::papers::head;
use super::workspace::Workspace;
use crate::calendar::Year;
use crate::diag::{Code, Diagnostic};
use crate::form::{DocumentType, Form};
use crate::papers::{DocumentId, Kind, Overview};
use crate::values::{Context, line};
use crate::yaml::Fields;

/// The year that it says it is about, for one that lies in no year's folder.
pub(super) fn year(fields: &Fields<'_>) -> Option<Year> {
    fields.peek("year").and_then(Year::parse)
}

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
    let appendix_of = fields.required(cx, "appendix_of", |node, cx| {
        let name = line(node, cx)?;
        let found = DocumentType::named(&name);
        if found.is_none() {
            let known = DocumentType::names;
            cx.report(
                Diagnostic::error(Code::UnknownWord, &node.place)
                    .with("word", name.as_str())
                    .with("known", known().map(str::to_owned).collect::<Vec<_>>())
                    .suggest(&name, known()),
            );
        }
        found
    });
    let document_type = appendix_of.clone().unwrap_or_else(|| DocumentType::unabbreviated(""));
    let begun = begin(&mut fields, cx, folder_year, None, form);
    let (head, _) = head(&mut fields, cx, begun, (Kind::Overview, document_type), (form, 0));
    fields.finish(cx);
    let (head, _) = (head?, appendix_of?);
    let year = head.year;
    let Some(plan) = workspace.plan(year) else {
        let problem = Diagnostic::error(Code::NoPlanToFollow, &place);
        cx.report(problem.with("year", year.to_string()));
        return None;
    };
    let submissions = neighbours?.submissions();
    if !submissions.broken.is_empty() {
        let ids = DocumentId::first_of(&submissions.broken);
        cx.report(Diagnostic::error(Code::UnitPlansBroken, &place).with("ids", ids));
        return None;
    }
    if let Some((unit, [first, second])) = &submissions.twice {
        let problem = Diagnostic::error(Code::UnitPlanTwice, &place);
        cx.report(twice(problem, unit, year, [first, second]));
        return None;
    }
    Some(Overview::new(head, plan, &workspace.directory, submissions))
}
