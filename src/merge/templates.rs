//! The templates of a workspace, and what becomes of a document in one.
//!
//! In go the assets; out come compiled templates with a mark on every line, and then the markup of
//! each document. Templates with mistakes are told once, before any document is made.

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, context};

use super::key_names::{KEY_NAMES, KeyNames};
use super::markup::Markup;
use super::origin::{MarkedTemplate, Origin};
use super::style::Style;
use super::{filters, view};
use crate::assets::{Assets, TEMPLATES};
use crate::calendar::Year;
use crate::diag::{Code, Diagnostic, FileId, Place, Sources};
use crate::form::Forms;
use crate::papers::Document;
use crate::roll::{DifferenceRow, ReviewSheet};

/// How many steps a template may take; one that runs without end is stopped. A plan takes some
/// thousands.
pub(super) const FUEL: u64 = 20_000_000;

/// How many steps a template may take at the first try to find out where it does not end.
const FIRST_TRY: u64 = 64;

/// What a Jinja template's name ends with.
const EXTENSION: &str = ".typ.j2";

/// The compiled templates of a workspace, shared by all documents.
pub struct Templates {
    environment: Environment<'static>,
    files: Arc<BTreeMap<String, (FileId, MarkedTemplate)>>,
    /// What drafts call what they lack.
    key_names: KeyNames,
}

impl Templates {
    /// Compiles all Jinja templates; what is wrong with one is reported with its place.
    pub fn new(assets: &Assets, sources: &mut Sources) -> (Self, Vec<Diagnostic>) {
        let mut environment = Environment::new();
        environment.set_debug(true);
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(FUEL));
        environment.set_auto_escape_callback(|_| AutoEscape::Custom("typst".into()));
        filters::register(&mut environment);
        let mut files = BTreeMap::new();
        let mut broken = Vec::new();
        let mut problems = Vec::new();
        let names = assets.templates.keys().filter(|name| name.ends_with(EXTENSION));
        for name in names {
            let Some(text) = assets.text(name) else {
                problems.push(
                    Diagnostic::unplaced(Code::TemplateUnreadable)
                        .with("path", format!("{TEMPLATES}/{name}")),
                );
                continue;
            };
            let file = sources.add(format!("{TEMPLATES}/{name}"), text);
            let marked = MarkedTemplate::new(name, text);
            broken.extend(
                environment
                    .add_template_owned(name.clone(), marked.text.clone())
                    .err(),
            );
            files.insert(name.clone(), (file, marked));
        }
        let key_names = KeyNames::default();
        let templates = Self { environment, files: Arc::new(files), key_names };
        problems.extend(broken.iter().map(|error| templates.diagnostic(error)));
        (templates, problems)
    }

    /// These templates, in which drafts call what they lack as its form does.
    #[must_use]
    pub(crate) fn with_names(self, forms: &Forms) -> Self {
        Self { key_names: KeyNames::of(forms), ..self }
    }

    /// Merges again and again, with more and more steps allowed, and notes where each try ends: so it
    /// is known where a template is that does not come to an end.
    pub fn trace(
        &self,
        merge: &dyn Fn(&Self) -> Result<Markup, Box<Diagnostic>>,
        mut note: impl FnMut(&Place),
    ) {
        let mut fuel = FIRST_TRY;
        while fuel < FUEL {
            let mut environment = self.environment.clone();
            environment.set_fuel(Some(fuel));
            let lean = Self {
                environment,
                files: self.files.clone(),
                key_names: self.key_names.clone(),
            };
            match merge(&lean) {
                Err(problem) if problem.code == Code::TemplateWithoutEnd => {
                    problem.place.iter().for_each(&mut note);
                }
                Ok(_) | Err(_) => return,
            }
            fuel += fuel / 4;
        }
    }

    /// The place of a template line, for errors that lie in what it generated.
    pub fn place(&self, origin: &Origin, sources: &Sources) -> Option<Place> {
        let (file, _) = self.files.get(&origin.template)?;
        let range = sources.get(*file).line_range(origin.line.checked_sub(1)?)?;
        Some(Place::new(*file, range))
    }

    /// Puts an error of the template engine into a diagnostic of ours.
    fn diagnostic(&self, error: &Error) -> Diagnostic {
        // The error of an included template comes wrapped in that of the including one.
        let mut innermost = error;
        let mut source = std::error::Error::source(error);
        while let Some(inner) = source {
            if let Some(inner) = inner.downcast_ref::<Error>()
                && inner.name().is_some()
            {
                innermost = inner;
            }
            source = inner.source();
        }
        let detail = match innermost.detail() {
            Some(detail) => format!("{}: {detail}", innermost.kind()),
            None => innermost.kind().to_string(),
        };
        let place = innermost.name().and_then(|name| {
            let (file, marked) = self.files.get(name)?;
            let range = innermost.range()?;
            // The engine counts bytes, and stops within a letter of several.
            let text = marked.source();
            let start = text.floor_char_boundary(marked.unmarked(range.start));
            let end = text.ceil_char_boundary(marked.unmarked(range.end));
            Some(Place::new(*file, start..end))
        });
        let is_endless = innermost.kind() == ErrorKind::OutOfFuel;
        let code = if is_endless { Code::TemplateWithoutEnd } else { Code::Template };
        let diagnostic = match &place {
            Some(place) => Diagnostic::error(code, place),
            None => Diagnostic::unplaced(code),
        };
        if is_endless {
            return diagnostic.with("steps", usize::try_from(FUEL).unwrap_or(usize::MAX));
        }
        diagnostic.with("detail", detail)
    }
}

/// Merges a document with the template of its kind.
///
/// # Errors
/// When the template is missing, asks for what is not there or prints what says nothing.
pub fn merge(
    document: &Document,
    style: &Style<'_>,
    templates: &Templates,
) -> Result<Markup, Box<Diagnostic>> {
    let head = document.paper.head();
    let layout = style.layout.with(head.layout);
    let style = Style { layout: &layout, ..*style };
    let mut markup = render(head.kind.key(), view::context(document, &style), templates)?;
    let pictures = document.paper.pictures();
    markup.pictures = pictures.map(|one| (one.path.clone(), one.bytes.clone())).collect();
    Ok(markup)
}

/// Merges the review sheet of a roll with its template.
///
/// # Errors
/// As [`merge`] does.
pub fn merge_sheet(
    sheet: &ReviewSheet,
    style: &Style<'_>,
    templates: &Templates,
) -> Result<Markup, Box<Diagnostic>> {
    render("roll", view::sheet::context(sheet, style), templates)
}

/// Merges the differences between two years' plans with their template.
///
/// # Errors
/// As [`merge`] does.
pub fn merge_differences(
    years: (Year, Year),
    rows: &[DifferenceRow],
    style: &Style<'_>,
    templates: &Templates,
) -> Result<Markup, Box<Diagnostic>> {
    render("diff", view::sheet::differences(years, rows, style), templates)
}

fn render(kind: &str, own: Value, templates: &Templates) -> Result<Markup, Box<Diagnostic>> {
    let name = format!("{kind}{EXTENSION}");
    let names = Value::from_pairs([(KEY_NAMES, templates.key_names.of_kind(kind))]);
    let context = context! { ..own, ..names };
    let marked = templates
        .environment
        .get_template(&name)
        .and_then(|template| template.render(context))
        .map_err(|error| Box::new(templates.diagnostic(&error)))?;
    Ok(Markup::of(&marked))
}
