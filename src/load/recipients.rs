//! `for`: who gets a copy of a paper.

use std::sync::Arc;

use super::fetched::Recipient;
use crate::calendar::IssueDate;
use crate::office::{Agency, Directory};
use crate::papers::Audience;
use crate::yaml::Fields;

/// To whom copies go, as far as the file says it; nobody in particular when it does not.
pub(super) fn recipients(fields: &Fields<'_>, directory: &Directory) -> Vec<Recipient> {
    let audience = fields.peek("for");
    let audience = Audience::ALL.into_iter().find(|known| Some(known.key()) == audience);
    let clusters = directory.clusters.iter();
    let date = fields.peek("date").and_then(|date| IssueDate::parse(date).ok());
    let exists = |unit: &&Arc<Agency>| date.is_none_or(|date| unit.validity.admits(date));
    // Nobody sends a paper to himself.
    let issuer = fields.peek("issuer");
    let is_other = |unit: &&Arc<Agency>| Some(unit.id.0.as_str()) != issuer;
    match audience {
        Some(Audience::Clusters) => clusters
            .map(|cluster| Recipient {
                id: cluster.id.0.clone(),
                name: cluster.name.clone(),
            })
            .collect(),
        Some(Audience::Units) => clusters
            .flat_map(|cluster| directory.units(&cluster.id).filter(exists).filter(is_other))
            .map(|unit| Recipient {
                id: unit.id.0.clone(),
                name: unit.short_name.clone(),
            })
            .collect(),
        None => Vec::new(),
    }
}
