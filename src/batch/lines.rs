//! Pages whose lines are full.
//!
//! In goes markup; out come pages. What stays together on one line is decided before anything is laid out (`merge`),
//! and may make the line before it gape. Then it gives way, and the pages are made again: few papers have such a
//! line, and most of what was laid out is known already.

use typst::syntax::Source;

use super::workshop::Press;
use crate::check::after_gapes;
use crate::compile::{Locator, Pages, pages};
use crate::diag::{Diagnostic, FileId, Sources};
use crate::merge::{Edit, Markup};

/// A line that was mended may make a later one gape; so often it is tried.
const MOST_TRIES: usize = 3;

/// A document laid out, with the markup that its letters point into.
pub(super) struct Laid {
    pub(super) pages: Pages,
    pub(super) markup: Markup,
    /// The markup among the texts that messages point into.
    pub(super) generated: FileId,
    /// The markup as the typesetter numbers its places.
    pub(super) source: Source,
}

/// Lays a markup out.
///
/// # Errors
/// With everything that the typesetter objects to.
pub(super) fn lay_out(
    name: &str,
    markup: &Markup,
    press: Press<'_>,
    sources: &mut Sources,
) -> Result<Laid, Vec<Diagnostic>> {
    let source = press.base.main_source(&markup.text);
    let mut laid = once(name, markup.clone(), source, press, sources)?;
    for _ in 1..MOST_TRIES {
        let edits = edits(&laid, press);
        if edits.is_empty() {
            break;
        }
        let Laid { mut markup, mut source, .. } = laid;
        for edit in edits {
            markup.edit(&edit);
            // All but the edited part keeps its numbers, and what was laid out of it is known.
            source.edit(edit.part, &edit.with);
        }
        laid = once(name, markup, source, press, sources)?;
    }
    Ok(laid)
}

fn once(
    name: &str,
    markup: Markup,
    source: Source,
    press: Press<'_>,
    sources: &mut Sources,
) -> Result<Laid, Vec<Diagnostic>> {
    let generated = sources.add(name, markup.text.as_str());
    let locator = Locator::of_source(press.base, &markup, generated, source.clone());
    let pages = pages(&locator, press.templates, sources)?;
    Ok(Laid { pages, markup, generated, source })
}

/// What mends the lines that gape for what stays together, from the end of the markup, so that the places before
/// stay where they are.
fn edits(laid: &Laid, press: Press<'_>) -> Vec<Edit> {
    let beginnings = after_gapes(&laid.pages);
    if beginnings.is_empty() {
        return Vec::new();
    }
    let Laid { markup, generated, source, .. } = laid;
    let locator = Locator::of_source(press.base, markup, *generated, source.clone());
    let place = |(span, into)| Some((locator.in_markup(span)?.start, into));
    let mut places: Vec<(usize, usize)> = beginnings.into_iter().filter_map(place).collect();
    // A text that is drawn twice is mended once.
    places.sort_unstable();
    places.dedup();
    let edit = |(string, into)| markup.mend_line_before(string, into);
    places.into_iter().rev().filter_map(edit).collect()
}
