//! Pages whose lines are full.
//!
//! In goes markup; out come pages. What stays together on one line is decided before anything is laid out (`merge`),
//! and may make the line before it gape. Then it gives way, and the pages are made again: few papers have such a
//! line, and most of what was laid out is known already.

use super::workshop::Press;
use crate::check::after_gapes;
use crate::compile::{Locator, Pages, compile};
use crate::diag::{Diagnostic, FileId, Sources};
use crate::merge::Markup;

/// A line that was mended may make a later one gape; so often it is tried.
const MOST_TRIES: usize = 3;

/// A document laid out, with the markup that its letters point into.
pub(super) struct Laid {
    pub(super) pages: Pages,
    pub(super) markup: Markup,
    /// The markup among the texts that messages point into.
    pub(super) generated: FileId,
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
    let mut markup = markup.clone();
    for _ in 1..MOST_TRIES {
        let laid = once(name, markup, press, sources)?;
        let Some(mended) = mended(&laid, press) else { return Ok(laid) };
        markup = mended;
    }
    once(name, markup, press, sources)
}

fn once(
    name: &str,
    markup: Markup,
    press: Press<'_>,
    sources: &mut Sources,
) -> Result<Laid, Vec<Diagnostic>> {
    let generated = sources.add(name, markup.text.as_str());
    let pages = compile(&markup, press.base, press.templates, generated, sources)?;
    Ok(Laid { pages, markup, generated })
}

/// The markup in which nothing that stays together makes a line gape; none when nothing does.
fn mended(laid: &Laid, press: Press<'_>) -> Option<Markup> {
    let beginnings = after_gapes(&laid.pages);
    if beginnings.is_empty() {
        return None;
    }
    let locator = Locator::new(press.base, &laid.markup, laid.generated);
    let mut places: Vec<(usize, usize)> = beginnings
        .into_iter()
        .filter_map(|(span, into)| Some((locator.in_markup(span)?.start, into)))
        .collect();
    // From the end, so that the places before stay where they are. A text that is drawn twice is mended once.
    places.sort_unstable();
    places.dedup();
    let mut markup = laid.markup.clone();
    let mut is_mended = false;
    for (string, into) in places.into_iter().rev() {
        is_mended |= markup.mend_line_before(string, into);
    }
    is_mended.then_some(markup)
}
