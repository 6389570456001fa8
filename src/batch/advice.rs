//! What would bring a lonely signature back to the text.
//!
//! In go a document and its pages; out comes a warning with the smallest changes of layout, within
//! the decree's ranges, that save the last page. They are tried, not reckoned: the paper is laid out
//! again with each, since only the typesetter knows how lines fall.

use super::lines::lay_out;
use super::workshop::Press;
use crate::check::lonely_signature;
use crate::compile::Pages;
use crate::diag::{Code, Diagnostic, Sources};
use crate::merge::merge;
use crate::office::{Element, LayoutChange, LayoutSettings, Range, limits};
use crate::papers::Document;

/// Steps of the measures that are tried: pt, pt, shares of a line.
const BODY_STEP: f64 = 0.5;
const PARAGRAPH_STEP: f64 = 1.0;
const LINE_STEP: f64 = 0.05;

/// Warns of a last page with the signature and two lines at most, and says which change of layout
/// within the decree's ranges would save it. `pages` are those of the document as it is.
pub(super) fn advice(
    document: &Document,
    pages: &Pages,
    press: Press<'_>,
) -> Option<Diagnostic> {
    let layout = press.style.layout.with(document.paper.head().layout);
    let lines = lonely_signature(pages, &layout)?;
    let place = &document.paper.foot()?.place;
    let changes = candidates(&layout);
    let saving = changes.into_iter().filter_map(|kind| {
        kind.into_iter()
            .find(|change| saves(document, *change, press))
            .map(in_words)
    });
    let saving: Vec<String> = saving.collect();
    let warning = Diagnostic::warning(Code::LonelySignature, place).with("lines", lines);
    Some(if saving.is_empty() { warning } else { warning.with("proposals", saving) })
}

/// The changes to try, by kind, the smallest of each kind first.
fn candidates(layout: &LayoutSettings) -> [Vec<LayoutChange>; 3] {
    let none = LayoutChange::default();
    let steps = |range: Range, step: f64, now: f64| -> Vec<f64> {
        let count = ((range.max - range.min) / step).round() as usize;
        // Whole steps from the least, so that 1.15 is 1.15.
        let value = |at: usize| ((range.min + step * at as f64) * 100.0).round() / 100.0;
        let mut values: Vec<f64> = (0..=count)
            .map(value)
            .filter(|value| (value - now).abs() > 1e-6)
            .collect();
        values.sort_by(|a, b| (a - now).abs().total_cmp(&(b - now).abs()));
        values
    };
    let body = steps(Element::Body.range(), BODY_STEP, layout.sizes.get(Element::Body));
    let paragraphs =
        steps(limits::PARAGRAPH_SPACING, PARAGRAPH_STEP, layout.paragraph_spacing);
    let lines = steps(limits::LINE_SPACING, LINE_STEP, layout.line_spacing);
    [
        paragraphs
            .into_iter()
            .map(|value| LayoutChange { paragraph_spacing: Some(value), ..none })
            .collect(),
        lines
            .into_iter()
            .map(|value| LayoutChange { line_spacing: Some(value), ..none })
            .collect(),
        body.into_iter()
            .map(|value| LayoutChange { body: Some(value), ..none })
            .collect(),
    ]
}

/// Whether the signature is not lonely with a change.
fn saves(document: &Document, change: LayoutChange, press: Press<'_>) -> bool {
    let mut changed = document.clone();
    let layout = document.paper.head().layout.and(change);
    changed.paper.common_mut().head.layout = layout;
    let layout = press.style.layout.with(layout);
    let mut sources = Sources::default();
    let Ok(markup) = merge(&changed, &press.style, press.templates) else { return false };
    lay_out("", &markup, press, &mut sources)
        .is_ok_and(|laid| lonely_signature(&laid.pages, &layout).is_none())
}

/// As it stands under `layout:`.
fn in_words(change: LayoutChange) -> String {
    let LayoutChange { body, paragraph_spacing, line_spacing, bases: _ } = change;
    let given = [
        ("body", body),
        ("paragraph_spacing", paragraph_spacing),
        ("line_spacing", line_spacing),
    ];
    let parts = given
        .into_iter()
        .filter_map(|(key, value)| Some(format!("{key}: {}", value?)));
    format!("layout: {{{}}}", parts.collect::<Vec<_>>().join(", "))
}
