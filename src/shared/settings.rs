//! `data/settings.yaml`: the office's choices, held against the decree's ranges.

use crate::diag::{Code, Diagnostic};
use crate::office::{BasesForm, Element, LayoutChange, LayoutSettings, Limits, Range, limits};
use crate::values::Context;
use crate::yaml::{Fields, Node, one_of, parsed};

/// The office's choices.
#[derive(Debug, Clone, Default)]
pub(crate) struct Settings {
    /// How papers look.
    pub(crate) layout: LayoutSettings,
    /// What the making of one may take.
    pub(crate) limits: Limits,
}

/// Reads the whole file; what is not given has its default.
pub(super) fn settings(root: &Node, cx: &mut Context<'_>) -> Settings {
    let Settings { mut layout, mut limits } = Settings::default();
    let Some(mut fields) = Fields::of(root, cx) else { return Settings { layout, limits } };
    if let Some(node) = fields.node("margins") {
        margins(node, cx, &mut layout);
    }
    if let Some(node) = fields.node("sizes") {
        sizes(node, cx, &mut layout);
    }
    if let Some(node) = fields.node("indent")
        && let Some(indent) = number(node, cx)
    {
        if limits::INDENTS.contains(&indent) {
            layout.indent = indent;
        } else {
            cx.report(
                Diagnostic::error(Code::NotAllowed, &node.place)
                    .with("value", indent.to_string())
                    .with(
                        "allowed",
                        limits::INDENTS.map(|indent| indent.to_string()).to_vec(),
                    ),
            );
        }
    }
    measure(&mut fields, cx, "paragraph_spacing", limits::PARAGRAPH_SPACING, |value| {
        layout.paragraph_spacing = value;
    });
    measure(&mut fields, cx, "line_spacing", limits::LINE_SPACING, |value| {
        layout.line_spacing = value;
    });
    if let Some(form) = fields.optional(cx, "bases", bases) {
        layout.bases = form;
    }
    if let Some(node) = fields.node("limits") {
        document_limits(node, cx, &mut limits);
    }
    fields.finish(cx);
    Settings { layout, limits }
}

/// Reads what the making of one document may take.
fn document_limits(node: &Node, cx: &mut Context<'_>, limits: &mut Limits) {
    let Some(mut fields) = Fields::of(node, cx) else { return };
    let Limits { seconds, megabytes } = limits;
    for (key, range, value) in
        [("seconds", Limits::SECONDS, seconds), ("megabytes", Limits::MEGABYTES, megabytes)]
    {
        let Some(node) = fields.node(key) else { continue };
        let Some(given) = parsed(node, cx, "expected-number", |text| text.parse().ok()) else {
            continue;
        };
        if (range.0..=range.1).contains(&given) {
            *value = given;
        } else {
            cx.report(
                Diagnostic::error(Code::NotInRange, &node.place)
                    .with("value", given.to_string())
                    .with("min", range.0.to_string())
                    .with("max", range.1.to_string()),
            );
        }
    }
    fields.finish(cx);
}

/// Reads what one paper has otherwise: `layout:` of a document.
pub(crate) fn layout(node: &Node, cx: &mut Context<'_>) -> Option<LayoutChange> {
    let mut fields = Fields::of(node, cx)?;
    let mut change = LayoutChange::default();
    measure(&mut fields, cx, "body", Element::Body.range(), |value| {
        change.body = Some(value);
    });
    measure(&mut fields, cx, "paragraph_spacing", limits::PARAGRAPH_SPACING, |value| {
        change.paragraph_spacing = Some(value);
    });
    measure(&mut fields, cx, "line_spacing", limits::LINE_SPACING, |value| {
        change.line_spacing = Some(value);
    });
    change.bases = fields.optional(cx, "bases", bases);
    fields.finish(cx);
    Some(change)
}

fn bases(node: &Node, cx: &mut Context<'_>) -> Option<BasesForm> {
    one_of(node, cx, &[BasesForm::Sentence, BasesForm::Lines], |form| match form {
        BasesForm::Sentence => "sentence",
        BasesForm::Lines => "lines",
    })
}

fn margins(node: &Node, cx: &mut Context<'_>, layout: &mut LayoutSettings) {
    let Some(mut fields) = Fields::of(node, cx) else { return };
    let margins = &mut layout.margins;
    measure(&mut fields, cx, "top", limits::MARGIN_TOP, |value| margins.top = value);
    measure(&mut fields, cx, "bottom", limits::MARGIN_BOTTOM, |value| margins.bottom = value);
    measure(&mut fields, cx, "left", limits::MARGIN_LEFT, |value| margins.left = value);
    measure(&mut fields, cx, "right", limits::MARGIN_RIGHT, |value| margins.right = value);
    fields.finish(cx);
}

fn sizes(node: &Node, cx: &mut Context<'_>, layout: &mut LayoutSettings) {
    let Some(mut fields) = Fields::of(node, cx) else { return };
    for element in Element::ALL {
        measure(&mut fields, cx, element.key(), element.range(), |value| {
            layout.sizes.set(element, value);
        });
    }
    fields.finish(cx);
}

/// Hands a value within its range to `take`; reports one outside.
fn measure(
    fields: &mut Fields<'_>,
    cx: &mut Context<'_>,
    key: &'static str,
    range: Range,
    take: impl FnOnce(f64),
) {
    let Some(node) = fields.node(key) else { return };
    let Some(value) = number(node, cx) else { return };
    if range.contains(value) {
        take(value);
    } else {
        cx.report(
            Diagnostic::error(Code::OutOfRange, &node.place)
                .with("value", value.to_string())
                .with("min", range.min.to_string())
                .with("max", range.max.to_string()),
        );
    }
}

fn number(node: &Node, cx: &mut Context<'_>) -> Option<f64> {
    parsed(node, cx, "expected-number", |text| {
        text.parse().ok().filter(|value: &f64| value.is_finite())
    })
}
