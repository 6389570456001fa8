//! `data/awards.yaml`: titles of emulation and forms of commendation.

use crate::diag::{Code, Diagnostic};
use crate::law::{Award, AwardForm, AwardId, Awards, Grant, Receiver};
use crate::tally::RESERVED;
use crate::values::{Context, ids_differ, level, line, validity};
use crate::yaml::{Fields, Node, flag, id, list, one_of};

/// Reads the whole file. With a slip in one entry there are none.
pub(super) fn awards(root: &Node, cx: &mut Context<'_>) -> Awards {
    let Some(mut fields) = Fields::of(root, cx) else { return Awards::default() };
    let entries = fields.required(cx, "awards", |node, cx| list(node, cx, entry));
    fields.finish(cx);
    let entries = entries.unwrap_or_default();
    ids_differ(entries.iter().map(|award| (award.id.0.as_str(), &award.place)), cx);
    Awards::new(entries)
}

fn entry(node: &Node, cx: &mut Context<'_>) -> Option<Award> {
    let mut fields = Fields::of(node, cx)?;
    let id_read = fields.required(cx, "id", id);
    let name = fields.required(cx, "name", line);
    let form = fields
        .required(cx, "kind", |node, cx| one_of(node, cx, &AwardForm::ALL, AwardForm::key));
    let receiver =
        fields.required(cx, "for", |node, cx| one_of(node, cx, &Receiver::ALL, Receiver::key));
    let grants = fields.required(cx, "grants", |node, cx| list(node, cx, grant));
    let _verified = fields.optional(cx, "verified", flag);
    fields.finish(cx);
    let id_read = id_read?;
    // Numbers are named by ids: one that names something else would be ambiguous.
    if RESERVED.contains(&id_read.value.as_str()) {
        let problem = Diagnostic::error(Code::ReservedId, &id_read.place);
        cx.report(problem.with("id", id_read.value.as_str()));
        return None;
    }
    Some(Award {
        id: AwardId(id_read.value),
        place: id_read.place,
        name: name?,
        form: form?,
        receiver: receiver?,
        grants: grants?,
    })
}

fn grant(node: &Node, cx: &mut Context<'_>) -> Option<Grant> {
    let mut fields = Fields::of(node, cx)?;
    let level = fields.required(cx, "level", level);
    let validity = validity(&mut fields, cx);
    fields.finish(cx);
    Some(Grant { level: level?, validity: validity? })
}
