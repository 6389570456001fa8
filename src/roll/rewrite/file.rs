//! The way of one file: read, decided on key by key, changed, read again.

use super::document::Rewriter;
use super::{OldFile, Rewritten, Terms};
use crate::diag::{Code, Diagnostic, Place};
use crate::yaml;

/// Rewrites a document for another year; none when it is of a kind that does not return every
/// year.
///
/// # Errors
/// When it is no YAML, or is written in a way that cannot be rewritten.
pub fn rewrite(old: OldFile<'_>, terms: &Terms) -> Result<Option<Rewritten>, Box<Diagnostic>> {
    let OldFile { sources, file, .. } = old;
    let source = sources.get(file).text();
    let root = yaml::parse(source, file)?;
    let form = root.scalar_of("kind").and_then(|kind| old.forms.get(kind));
    let Some(form) = form.filter(|form| form.is_rolled) else { return Ok(None) };
    let mut rewriter = Rewriter::new(source, terms, form);
    rewriter.document(&root);
    let refused = |code, node: &yaml::Node| {
        let place = Place::new(file, node.place.range.clone());
        Box::new(Diagnostic::error(code, &place))
    };
    if let Some(tasks) = rewriter.lost_tasks(&root) {
        return Err(refused(Code::NoTaskLeft, tasks));
    }
    let (text, findings) = rewriter
        .finish(&root, file)
        .ok_or_else(|| refused(Code::CannotRewrite, &root))?;
    let start = root.place.range.start;
    let line = source[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let indent = start - line;
    let is_marked = sources.get(file).is_marked();
    Ok(Some(Rewritten {
        id: old.new_id.clone(),
        path: old.new_path.to_owned(),
        old: old.path.to_owned(),
        findings,
        text,
        is_marked,
        indent,
        file,
    }))
}
