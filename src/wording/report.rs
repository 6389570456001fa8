//! Diagnostics shown: for people with the line and the place underlined, for programs as JSON.

use std::ops::Range;

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Renderer, Snippet, renderer::DecorStyle,
};
use serde::Serialize;

use super::{Wording, visible};
use crate::diag::{Arg, Diagnostic, Place, Severity, Source, Sources};

/// Diagnostics together with the texts that they point into.
#[derive(Debug, Clone, Copy)]
pub struct Findings<'a> {
    /// What was found.
    pub diagnostics: &'a [Diagnostic],
    /// The texts.
    pub sources: &'a Sources,
}

/// Shows diagnostics one after another, with an empty line after each.
pub fn text(findings: Findings<'_>, wording: &Wording, styled: bool) -> String {
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut out = String::new();
    for diagnostic in findings.diagnostics {
        out.push_str(&one(diagnostic, findings.sources, wording, &renderer));
        out.push_str("\n\n");
    }
    out
}

fn one(
    diagnostic: &Diagnostic,
    sources: &Sources,
    wording: &Wording,
    renderer: &Renderer,
) -> String {
    let words = wording.of(diagnostic);
    let (level, severity) = match diagnostic.severity {
        Severity::Error => (Level::ERROR, "severity-error"),
        Severity::Warning => (Level::WARNING, "severity-warning"),
    };
    let level = level.with_name(wording.say(severity, &[]));
    let mut group =
        Group::with_title(level.primary_title(words.message()).id(diagnostic.code.name()));
    let related = diagnostic
        .related
        .as_ref()
        .map(|place| (place, words.attribute("related").unwrap_or_default()));
    let beside = |(other, _): &&(&Place, String)| {
        let near = |place: &Place| is_near(place, other, sources);
        diagnostic.place.as_ref().is_some_and(near)
    };
    if let Some(place) = &diagnostic.place {
        let near = related.as_ref().filter(beside);
        let window = Window::new(place, near.map(|(other, _)| *other), sources);
        let label = words.attribute("label");
        let mut snippet = window
            .snippet()
            .annotation(window.mark(AnnotationKind::Primary, place).label(label));
        if let Some((other, note)) = near {
            let context = window.mark(AnnotationKind::Context, other);
            snippet = snippet.annotation(context.label(note.clone()));
        }
        group = group.element(snippet);
    }
    if let Some((other, note)) = related.as_ref().filter(|related| !beside(related)) {
        let window = Window::new(other, None, sources);
        let context = window.mark(AnnotationKind::Context, other).label(note.clone());
        group = group.element(window.snippet().annotation(context));
    }
    // A line of a table's text is a row; a clerk looks for the cell.
    let cell = |place: &Place| sources.get(place.file).cell(place.range.start);
    if let Some(cell) = diagnostic.place.as_ref().and_then(cell) {
        let note = Level::NOTE.with_name(wording.say("table-cell", &[]));
        group = group.element(note.message(cell));
    }
    let help = Level::HELP.with_name(wording.say("severity-help", &[]));
    for attribute in ["field", "suggestion", "successors", "proposals", "help"] {
        let wanted = attribute == "help" || diagnostic.has(attribute);
        if wanted && let Some(message) = words.attribute(attribute) {
            group = group.element(help.clone().message(message));
        }
    }
    renderer.render(&[group])
}

/// How much of a long place is underlined, bytes.
const LONGEST: usize = 160;

/// The most bytes of text between two places that are shown as one piece.
const NEAR: usize = 4_000;

/// Whether two places are shown as one piece of text.
fn is_near(place: &Place, other: &Place, sources: &Sources) -> bool {
    let near = place.range.start.abs_diff(other.range.start) <= NEAR;
    // A place without text of its own shows the text as a whole.
    place.file == other.file && (near || sources.get(place.file).text().len() <= NEAR)
}

/// The lines that places are in. The renderer goes over all the text that it gets; of a long text it
/// gets these lines only.
struct Window<'a> {
    source: &'a Source,
    /// The bytes of the lines.
    lines: Range<usize>,
}

impl<'a> Window<'a> {
    fn new(place: &Place, other: Option<&Place>, sources: &'a Sources) -> Self {
        let source = sources.get(place.file);
        let text = source.text();
        let places = || std::iter::once(place).chain(other);
        let first = places().map(|place| place.range.start).min().unwrap_or(0);
        let first = text.floor_char_boundary(first);
        let last = places().map(|place| shown(place, text).end).max().unwrap_or(first);
        let start = text[..first].rfind('\n').map_or(0, |newline| newline + 1);
        let end = text[last..].find('\n').map_or(text.len(), |newline| last + newline);
        Self { source, lines: start..end }
    }

    fn snippet(&self) -> Snippet<'a, Annotation<'a>> {
        let text = self.source.text();
        Snippet::source(&text[self.lines.clone()])
            .path(visible(self.source.name()))
            .fold(true)
            .line_start(text[..self.lines.start].matches('\n').count() + 1)
    }

    fn mark(&self, kind: AnnotationKind, place: &Place) -> Annotation<'a> {
        let Range { start, end } = shown(place, self.source.text());
        kind.span(start - self.lines.start..end - self.lines.start)
    }
}

/// The bytes of a place that are underlined: one of many lines or of a whole paragraph is shown by its
/// beginning.
fn shown(place: &Place, text: &str) -> Range<usize> {
    let start = text.floor_char_boundary(place.range.start);
    let line = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let end = place
        .range
        .end
        .min(line)
        .min(text.ceil_char_boundary(start + LONGEST));
    start..text.ceil_char_boundary(end).max(start)
}

/// A diagnostic in machine-readable output, version 1.
#[derive(Serialize)]
struct JsonDiagnostic {
    severity: &'static str,
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestion: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<JsonPlace>,
    #[serde(skip_serializing_if = "Option::is_none")]
    related: Option<JsonPlace>,
}

/// A place: lines and columns from 1, columns in characters; the end is not included.
#[derive(Serialize)]
struct JsonPlace {
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    /// In a table: the name of the cell, such as `Khen thưởng!D7`.
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<String>,
}

/// All diagnostics as JSON.
#[derive(Serialize)]
struct JsonReport {
    version: u8,
    documents: usize,
    errors: usize,
    warnings: usize,
    diagnostics: Vec<JsonDiagnostic>,
}

/// Shows diagnostics as one JSON object: `version`, `documents`, `errors`, `warnings`,
/// `diagnostics`.
pub fn json(findings: &[Findings<'_>], documents: usize, wording: &Wording) -> String {
    let each = || {
        findings.iter().flat_map(|found| {
            found.diagnostics.iter().map(|diagnostic| (diagnostic, found.sources))
        })
    };
    let diagnostics: Vec<JsonDiagnostic> = each()
        .map(|(diagnostic, sources)| json_diagnostic(diagnostic, sources, wording))
        .collect();
    let count =
        |severity: Severity| each().filter(|(found, _)| found.severity == severity).count();
    let report = JsonReport {
        version: 1,
        documents,
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        diagnostics,
    };
    // Strings and numbers only: this cannot fail.
    serde_json::to_string_pretty(&report).unwrap_or_default()
}

fn json_diagnostic(
    diagnostic: &Diagnostic,
    sources: &Sources,
    wording: &Wording,
) -> JsonDiagnostic {
    let words = wording.of(diagnostic);
    let place = |place: &Place| {
        let source = sources.get(place.file);
        let (line, column) = source.line_column(place.range.start);
        let (end_line, end_column) = source.line_column(place.range.end);
        JsonPlace {
            file: source.name().to_owned(),
            line,
            column,
            end_line,
            end_column,
            cell: source.cell(place.range.start),
        }
    };
    JsonDiagnostic {
        severity: diagnostic.severity.name(),
        code: diagnostic.code.name(),
        message: words.message(),
        label: words.attribute("label"),
        help: words.attribute("help"),
        suggestion: diagnostic.args.iter().find_map(|(name, arg)| match arg {
            Arg::Text(text) if *name == "suggestion" => Some(text.clone()),
            _ => None,
        }),
        place: diagnostic.place.as_ref().map(place),
        related: diagnostic.related.as_ref().map(place),
    }
}
