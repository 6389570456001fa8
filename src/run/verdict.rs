//! What the jobs share: how they end, and what pages are laid out with.

use crate::compile::Base;
use crate::guard::Guard;
use crate::merge::Templates;

/// Whether everything went well; decides the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Done.
    Sound,
    /// The data or a document has errors.
    Faulty,
}

impl Verdict {
    pub(super) fn faulty_if(faulty: bool) -> Self {
        if faulty { Self::Faulty } else { Self::Sound }
    }
}

/// What pages are laid out with.
#[derive(Clone, Copy)]
pub(super) struct With<'a> {
    /// Library, fonts and Typst templates.
    pub(super) base: &'a Base,
    /// Jinja templates.
    pub(super) templates: &'a Templates,
    /// What keeps each paper within its limits.
    pub(super) guard: &'a Guard,
}
