//! What a paper names: an agency by its id, a document of a superior agency by number, day and issuer.

use std::sync::Arc;

use crate::diag::{Code, Diagnostic};
use crate::office::{Agency, AgencyId};
use crate::papers::SuperiorDocument;
use crate::values::{Context, date, line};
use crate::yaml::{Fields, Node, id};

/// The agency that issues the paper: it must exist at its date.
pub(super) fn issuer(node: &Node, cx: &mut Context<'_>) -> Option<Arc<Agency>> {
    existing(node, cx, Diagnostic::error)
}

/// An agency by its id. One that does not exist at the date of the paper is pointed out.
pub(super) fn agency(node: &Node, cx: &mut Context<'_>) -> Option<Arc<Agency>> {
    existing(node, cx, Diagnostic::warning)
}

fn existing(
    node: &Node,
    cx: &mut Context<'_>,
    absence: fn(Code, &crate::diag::Place) -> Diagnostic,
) -> Option<Arc<Agency>> {
    let id = id(node, cx)?;
    let agency_id = AgencyId(id.value.clone());
    let Some(agency) = cx.setting.directory.get(&agency_id).cloned() else {
        if !cx.setting.directory.is_broken(&agency_id) {
            cx.report(
                Diagnostic::error(Code::UnknownAgency, &id.place)
                    .with("id", id.value.as_str())
                    .suggest(&id.value, cx.setting.directory.ids()),
            );
        }
        return None;
    };
    let absent = cx.known().date.is_some_and(|date| !agency.validity.admits(date));
    if absent && cx.is_news(&agency.id) {
        let mut diagnostic = absence(Code::AgencyNotInOffice, &id.place)
            .with("agency", agency.name.as_str())
            .related(&agency.place);
        if let Some(successor) = cx.setting.directory.successor_in_words(&agency) {
            diagnostic = diagnostic.with("successors", successor);
        }
        cx.report(diagnostic);
    }
    Some(agency)
}

/// The document that a paper carries out.
pub(super) fn citation(node: &Node, cx: &mut Context<'_>) -> Option<SuperiorDocument> {
    let mut fields = Fields::of(node, cx)?;
    let type_name = fields.required(cx, "type", line);
    let number = fields.required(cx, "number", line);
    let date = fields.required(cx, "date", date);
    let issuer = fields.required(cx, "issuer", line);
    fields.finish(cx);
    Some(SuperiorDocument {
        type_name: type_name?,
        number: number?,
        date: date?,
        issuer: issuer?,
    })
}
