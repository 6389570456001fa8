//! Whose row it is: the one thing of a row that is no value of its record.

use super::kind::Column;
use super::known::Known;
use super::names::Lookup;
use super::row::TableRow;
use crate::diag::{Code, Diagnostic, Placed};
use crate::office::AgencyId;
use crate::values::Context;

/// Whose row it is.
pub(super) fn unit(
    row: &TableRow<'_>,
    known: &Known<'_>,
    cx: &mut Context<'_>,
) -> Option<Placed<AgencyId>> {
    let Some(value) = row.cell(Column::Unit) else {
        let Some(own) = &known.own else {
            row.report_missing(Column::Unit, cx);
            return None;
        };
        return Some(Placed::new(own.clone(), row.header.place.clone()));
    };
    if !value.is_sound(cx) {
        return None;
    }
    let given = value.content.shown();
    match (known.names.unit(&given), &known.own) {
        (Lookup::One(id), Some(own)) if id != *own => {
            let problem = Diagnostic::error(Code::OtherUnit, &value.place)
                .with("name", given)
                .with("unit", own.0.as_str());
            value.report(problem, cx);
            None
        }
        (Lookup::One(id), _) => Some(Placed::new(id, value.place)),
        (Lookup::Several(ids), _) => {
            let problem = Diagnostic::error(Code::AmbiguousUnit, &value.place)
                .with("name", given)
                .with("ids", ids);
            value.report(problem, cx);
            None
        }
        (Lookup::Nothing, _) => {
            let problem = Diagnostic::error(Code::UnknownUnitName, &value.place)
                .with("name", given.as_str());
            value.report(known.names.suggest_unit(problem, &given), cx);
            None
        }
        (Lookup::Unsure, _) => None,
    }
}
