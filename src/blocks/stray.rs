//! What is none of the words.

use typst::syntax::Span;

/// Something that is none of the words, or none of what a word holds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Stray {
    /// Where it stands.
    pub(crate) span: Span,
    /// What it is, as the typesetter calls it.
    pub(crate) what: String,
}
