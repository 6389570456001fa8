//! A document as its words say it: evaluated, and not laid out.
//!
//! In goes markup; out comes the content that it evaluates to, with `data.typ` in the place of `draw.typ`. It costs
//! a fraction of a layout, and letters keep their places in the markup.

use typst::World;
use typst::comemo::Track;
use typst::engine::{Route, Sink, Traced};
use typst::foundations::Content;

use super::{Base, Locator, diagnostic};
use crate::diag::{Diagnostic, FileId, Sources};
use crate::merge::{Markup, Templates};

/// Evaluates a document.
///
/// # Errors
/// With everything that the typesetter objects to.
pub(crate) fn evaluate(
    markup: &Markup,
    base: &Base,
    templates: &Templates,
    generated: FileId,
    sources: &mut Sources,
) -> Result<Content, Vec<Diagnostic>> {
    let locator = Locator::of_data(base, markup, generated);
    let world: &dyn World = &locator.world;
    let mut sink = Sink::new();
    let source = locator.world.document();
    let module = typst_eval::eval(
        world.track(),
        world.library(),
        Traced::default().track(),
        sink.track_mut(),
        Route::default().track(),
        source,
    );
    module.map(typst::foundations::Module::content).map_err(|errors| {
        errors
            .iter()
            .map(|error| diagnostic(error, &locator, templates, sources))
            .collect()
    })
}
