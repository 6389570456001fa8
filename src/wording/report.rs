//! Diagnostics shown: for people with the line and the place underlined, for programs as JSON.

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Renderer, Snippet, renderer::DecorStyle,
};
use serde::Serialize;

use super::{Wording, visible};
use crate::diag::{Arg, Diagnostic, Place, Severity, Sources};

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
    if let Some(place) = &diagnostic.place {
        let label = words.attribute("label");
        let mut snippet = snippet(place, sources)
            .annotation(annotation(AnnotationKind::Primary, place, sources).label(label));
        let same_file = related.as_ref().filter(|(other, _)| other.file == place.file);
        if let Some((other, note)) = same_file {
            let context = annotation(AnnotationKind::Context, other, sources);
            snippet = snippet.annotation(context.label(note.clone()));
        }
        group = group.element(snippet);
    }
    if let Some((other, note)) = related
        && diagnostic
            .place
            .as_ref()
            .is_some_and(|place| place.file != other.file)
    {
        let context = annotation(AnnotationKind::Context, other, sources).label(note);
        group = group.element(snippet(other, sources).annotation(context));
    }
    // A line of a table's text is a row; a clerk looks for the cell.
    let cell = |place: &Place| sources.get(place.file).cell(place.range.start);
    if let Some(cell) = diagnostic.place.as_ref().and_then(cell) {
        let note = Level::NOTE.with_name(wording.say("table-cell", &[]));
        group = group.element(note.message(cell));
    }
    let help = Level::HELP.with_name(wording.say("severity-help", &[]));
    for attribute in ["suggestion", "successors", "proposals", "help"] {
        let wanted = attribute == "help" || diagnostic.has(attribute);
        if wanted && let Some(message) = words.attribute(attribute) {
            group = group.element(help.clone().message(message));
        }
    }
    renderer.render(&[group])
}

/// How much of a long place is underlined, bytes.
const LONGEST: usize = 160;

/// The text that a place is in; the renderer shows its lines.
fn snippet<'a>(place: &Place, sources: &'a Sources) -> Snippet<'a, Annotation<'a>> {
    let source = sources.get(place.file);
    Snippet::source(source.text())
        .path(visible(source.name()))
        .fold(true)
        .line_start(1)
}

fn annotation<'a>(kind: AnnotationKind, place: &Place, sources: &Sources) -> Annotation<'a> {
    let text = sources.get(place.file).text();
    // A place of many lines or of a whole paragraph is shown by its beginning.
    let start = place.range.start.min(text.len());
    let line = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let end = place
        .range
        .end
        .min(line)
        .min(text.ceil_char_boundary(start + LONGEST));
    kind.span(start..end.max(start))
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
