//! From a paper and its template to Typst markup.
//!
//! In go a checked paper, a [`Style`] and the templates; out comes [`Markup`]: the text and, for
//! every part of it, the template line that made it (`origin`) and the value whose letters it prints (`markup`). minijinja is strict here: an unknown
//! name is an error, a value that has no obvious look is refused, and text goes through one escape
//! only (`marks`, `markup`, `escape`), so that nothing a clerk types is ever markup. What stays together on one line
//! is decided there too (`kept`). `view` says what a template sees of
//! a document, `templates` merges. `start` writes the file of a new report the same way.

mod chart_filters;
mod escape;
mod filters;
mod kept;
mod key_names;
mod marks;
mod markup;
mod origin;
#[cfg(any(test, fuzzing))]
pub mod properties;
mod start;
mod style;
mod templates;
mod view;

pub(crate) use markup::Edit;
pub use markup::Markup;
pub use origin::{Origin, Origins};
pub use start::start_report;
pub use style::Style;
pub use templates::{Templates, merge, merge_differences, merge_sheet};
