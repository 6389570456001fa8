//! Whether the files of a document are what a build would leave: asked without making any.
//!
//! In goes a document that was read; out comes the [`ResultState`]. It is decided as `document` decides, by the same
//! record: by the inputs, and where those have changed by the markup, which is merged for that and not laid out.

use super::limits::begin;
use super::outcome::ResultState;
use super::pages::path;
use super::part::print_of;
use super::record::BuildRecord;
use super::workshop::Workshop;
use crate::diag::Sources;
use crate::fingerprint::Fingerprint;
use crate::load::{CheckedDocument, Fetched, Neighbours};
use crate::merge::{Templates, merge};
use crate::papers::Document;

/// What there is of the files of a document without errors; of one with errors nothing is asked.
pub(super) fn state(
    fetched: &Fetched,
    entry: &CheckedDocument,
    neighbours: Option<&Neighbours<'_>>,
    workshop: Workshop<'_>,
) -> Option<ResultState> {
    let document = entry.document.as_ref()?;
    // Of several copies the first stands for all.
    if !workshop.out.folder().has(&path(document, workshop, "")) {
        return Some(ResultState::Missing);
    }
    let is_current = is_current(fetched, (document, entry), neighbours, workshop);
    Some(if is_current { ResultState::Current } else { ResultState::Outdated })
}

fn is_current(
    fetched: &Fetched,
    (document, entry): (&Document, &CheckedDocument),
    neighbours: Option<&Neighbours<'_>>,
    workshop: Workshop<'_>,
) -> bool {
    let inputs = workshop.inputs(fetched, neighbours);
    let record = BuildRecord::read(workshop.out, &fetched.id, workshop.format.extension());
    let Some(before) = record.told_again(&mut fetched.sources.clone(), |_, _| None) else {
        return false;
    };
    if record.is_current(workshop.out, inputs) {
        return true;
    }
    let is_kept = |document: &Document| {
        let print = print(document, fetched.sources.clone(), workshop);
        print.is_some_and(|own| record.made_from(workshop.out, own).is_some())
    };
    match &entry.copies {
        None => is_kept(document),
        // What there was to say of one copy is said anew, by all of them.
        Some(copies) => {
            let copy = |at: usize| workshop.workspace.copy(fetched, copies, at);
            before.diagnostics.is_empty()
                && (0..copies.count()).all(|at| copy(at).is_ok_and(|own| is_kept(&own)))
        }
    }
}

/// The fingerprint of all that the pages of a document or copy are made from; none when there is no markup.
fn print(
    document: &Document,
    mut sources: Sources,
    workshop: Workshop<'_>,
) -> Option<Fingerprint> {
    let press = workshop.press;
    let merged = |templates: &Templates| merge(document, &press.style, templates);
    let unit = (document.id.0.as_str(), document.paper.head().kind.key());
    let _work = begin(press, unit, &merged, &mut sources).ok()?;
    let markup = merged(press.templates).ok()?;
    Some(print_of(document, &markup, workshop))
}
