//! Papers for the office's own use: the sheet of a roll, the differences of two plans.
//!
//! They go the way of documents (template, pages, PDF) but have no file of data and no record.

use super::verdict::With;
use crate::batch::begin;
use crate::compile::compile;
use crate::diag::{Code, Diagnostic, Sources};
use crate::export::{self, ExportError};
use crate::load::Workspace;
use crate::merge::{Markup, Style, Templates};

/// What is wrong with the office's own template, or with this program; and the texts that it points
/// into.
pub(super) type Refused = (Vec<Diagnostic>, Sources);

/// A paper as a PDF. `name` is that of its template; `merge` puts it into that.
///
/// # Errors
/// With what keeps it from being made.
pub(super) fn pdf(
    (name, identifier): (&str, &str),
    merge: impl Fn(&Style<'_>, &Templates) -> Result<Markup, Box<Diagnostic>>,
    with: With<'_>,
    workspace: &Workspace<'_>,
) -> Result<Vec<u8>, Refused> {
    let mut sources = Sources::over(&workspace.sources);
    match made((name, identifier), merge, with, workspace, &mut sources) {
        Ok(bytes) => Ok(bytes),
        Err(problems) => Err((problems, sources)),
    }
}

fn made(
    (name, identifier): (&str, &str),
    merge: impl Fn(&Style<'_>, &Templates) -> Result<Markup, Box<Diagnostic>>,
    with: With<'_>,
    workspace: &Workspace<'_>,
    sources: &mut Sources,
) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let families = with.base.families();
    let press = with.press(workspace, &families, false);
    let merged = |templates: &Templates| merge(&press.style, templates);
    let _work = begin(press, (name, name), &merged, sources).map_err(|found| vec![*found])?;
    let markup = merged(with.templates).map_err(|found| vec![*found])?;
    let generated = sources.add("sheet.typ", markup.text.as_str());
    let pages = compile(&markup, with.base, with.templates, generated, sources)?;
    export::pdf(&pages, identifier).map_err(|error| {
        let detail = match error {
            ExportError::Typesetting(found) => found
                .iter()
                .map(|one| one.message.to_string())
                .collect::<Vec<_>>()
                .join("; "),
            ExportError::Encoding(detail) => detail,
        };
        vec![Diagnostic::unplaced(Code::Typesetting).with("detail", detail)]
    })
}
