//! `data/legal.yaml`: legal acts, when they are in force and what replaced them.

use std::collections::BTreeSet;

use crate::diag::{Code, Diagnostic, Placed};
use crate::law::{Act, ActId, Acts};
use crate::values::{Context, date, ids_differ, line, text, validity};
use crate::yaml::{Fields, Node, flag, id, list};

/// An act, and the ids that it names with their places.
type ListedAct = (Act, Vec<Placed<String>>);

/// Reads the whole file. An entry with a slip is reported and left out.
pub(super) fn acts(root: &Node, cx: &mut Context<'_>) -> Acts {
    let Some(mut fields) = Fields::of(root, cx) else { return Acts::default() };
    let entries = fields.required(cx, "acts", |node, cx| list(node, cx, entry));
    fields.finish(cx);
    let entries = entries.unwrap_or_default();
    ids_differ(entries.iter().map(|(act, _)| (act.id.0.as_str(), &act.place)), cx);
    let known: BTreeSet<&str> = entries.iter().map(|(act, _)| act.id.0.as_str()).collect();
    for successor in entries.iter().flat_map(|(_, successors)| successors) {
        if !known.contains(successor.value.as_str()) {
            cx.report(
                Diagnostic::error(Code::UnknownAct, &successor.place)
                    .with("id", successor.value.as_str())
                    .suggest(&successor.value, known.iter().copied()),
            );
        }
    }
    Acts::new(entries.into_iter().map(|(act, _)| act).collect())
}

fn entry(node: &Node, cx: &mut Context<'_>) -> Option<ListedAct> {
    let mut fields = Fields::of(node, cx)?;
    let id_read = fields.required(cx, "id", id);
    let type_name = fields.required(cx, "type", line);
    let number = fields.required(cx, "number", line);
    let issuer = fields.optional(cx, "issuer", line);
    let issued = fields.optional(cx, "date", date);
    let subject = fields.optional(cx, "subject", line);
    let in_force = validity(&mut fields, cx);
    let replaced_by = fields
        .optional(cx, "replaced_by", |node, cx| list(node, cx, id))
        .unwrap_or_default();
    let _verified = fields.optional(cx, "verified", flag);
    let _source = fields.optional(cx, "source", text);
    fields.finish(cx);
    let id_read = id_read?;
    let act = Act {
        id: ActId(id_read.value),
        place: id_read.place,
        type_name: type_name?,
        number: number?,
        date: issued,
        issuer,
        subject,
        in_force: in_force?,
        replaced_by: replaced_by.iter().map(|id| ActId(id.value.clone())).collect(),
    };
    Some((act, replaced_by))
}
