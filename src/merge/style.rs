//! How a document is to look, as far as its markup says so: layout, font families, and whether it is
//! a draft.

use crate::office::LayoutSettings;

/// How a document is to look.
#[derive(Debug, Clone, Copy)]
pub struct Style<'a> {
    /// The office's choices of layout.
    pub layout: &'a LayoutSettings,
    /// The font families to use, in order of preference.
    pub families: &'a [&'static str],
    /// Whether it is marked as a draft and shows its blanks.
    pub draft: bool,
}
