//! From a paper and its template to Typst markup.
//!
//! In go a checked paper, a [`Style`] and the templates; out comes [`Markup`]: the text and, for
//! every part of it, the template line that made it (`origin`). minijinja is strict here: an unknown
//! name is an error, a value that has no obvious look is refused, and text goes through one escape
//! only (`escape`), so that nothing a clerk types is ever markup. `view` says what a template sees of
//! a document, `templates` merges. `start` writes the file of a new report the same way.

mod escape;
mod filters;
mod marks;
mod origin;
#[cfg(any(test, fuzzing))]
pub mod properties;
mod start;
mod style;
mod templates;
mod view;

pub use origin::{Origin, Origins};
pub use start::start_report;
pub use style::Style;
pub use templates::{Markup, Templates, merge, merge_differences, merge_sheet};
