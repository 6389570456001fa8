//! What documents are made with.
//!
//! Two bundles that every worker shares by reference: [`Press`] lays out, [`Workshop`] makes files
//! too. `check` needs only the first.

use crate::compile::Base;
use crate::export::{Format, Out};
use crate::fingerprint::Fingerprint;
use crate::guard::Guard;
use crate::load::{Fetched, Neighbours, Workspace};
use crate::merge::{Style, Templates};
use crate::office::Limits;

/// What documents are laid out with.
#[derive(Clone, Copy)]
pub(crate) struct Press<'a> {
    /// Library, fonts and Typst templates.
    pub base: &'a Base,
    /// Jinja templates.
    pub templates: &'a Templates,
    /// Layout.
    pub style: Style<'a>,
    /// What keeps each document within its limits.
    pub guard: &'a Guard,
    /// The limits.
    pub limits: Limits,
}

/// What all documents of a batch are made with.
#[derive(Clone, Copy)]
pub(crate) struct Workshop<'a> {
    /// The data.
    pub workspace: &'a Workspace<'a>,
    /// What they are laid out with.
    pub press: Press<'a>,
    /// What to make.
    pub format: Format,
    /// Where to.
    pub out: &'a Out,
    /// Of all that shapes every page besides its markup: program, fonts, Typst templates.
    pub shaped_by: Fingerprint,
    /// Of all that every document's markup is made from besides its own file.
    pub shared_inputs: Fingerprint,
    /// Whether documents are made again that are up to date.
    pub force: bool,
}

impl Workshop<'_> {
    /// The fingerprint of every file that could matter to a document.
    pub(super) fn inputs(
        &self,
        fetched: &Fetched,
        neighbours: Option<&Neighbours<'_>>,
    ) -> Fingerprint {
        let inputs = self.shared_inputs.join(fetched.fingerprint());
        neighbours.map_or(inputs, |known| inputs.join(known.fingerprint()))
    }
}
