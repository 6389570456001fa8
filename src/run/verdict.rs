//! What the jobs share: how they end, and what pages are laid out with.

use std::io;

use crate::batch::Press;
use crate::compile::Base;
use crate::console::Console;
use crate::diag::has_errors;
use crate::guard::Guard;
use crate::load::Workspace;
use crate::merge::{Style, Templates};

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

impl<'a> With<'a> {
    /// What the documents of a workspace are laid out with; `families` are those of the base.
    pub(super) fn press(
        self,
        workspace: &'a Workspace<'_>,
        families: &'a [&'static str],
        draft: bool,
    ) -> Press<'a> {
        Press {
            base: self.base,
            templates: self.templates,
            style: Style { layout: &workspace.layout, families, draft },
            guard: self.guard,
            limits: workspace.limits,
        }
    }
}

/// Tells what is wrong with what all documents share; whether a job can go on.
pub(super) fn is_sound(
    workspace: &Workspace<'_>,
    console: &mut Console<'_>,
) -> io::Result<bool> {
    console.report(&workspace.problems, &workspace.sources)?;
    Ok(!has_errors(&workspace.problems))
}
