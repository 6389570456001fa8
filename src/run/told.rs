//! What is said of documents that were built, or are up to date.

use std::io;
use std::path::Path;

use crate::console::Console;
use crate::diag::{Diagnostic, Severity};

/// What became of the documents.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct BuildTotals {
    /// Made now.
    pub(super) made: usize,
    /// Up to date.
    pub(super) current: usize,
    /// With errors.
    pub(super) failed: usize,
    /// Without anything that the format shows.
    pub(super) bare: usize,
    /// Of a kind that nobody asked for.
    pub(super) unwanted: usize,
}

/// Says what became of all documents together; `left` were not begun.
pub(super) fn total(
    tally: BuildTotals,
    left: usize,
    console: &mut Console<'_>,
) -> io::Result<()> {
    let args = [
        ("made", tally.made.into()),
        ("current", tally.current.into()),
        ("bare", tally.bare.into()),
        ("failed", tally.failed.into()),
        ("left", left.into()),
    ];
    console.note("built-total", &args)
}

/// Says whose template or markup is spoken of: past loading, a place lies in one of these.
pub(super) fn about(path: &Path, console: &mut Console<'_>) -> io::Result<()> {
    console.note("about-document", &[("path", path.to_string_lossy().into_owned().into())])
}

/// How many of the diagnostics are of a severity.
pub(super) fn count(diagnostics: &[Diagnostic], severity: Severity) -> usize {
    diagnostics.iter().filter(|found| found.severity == severity).count()
}
